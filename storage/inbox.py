"""The inbox: what came in is written here and committed before it is acknowledged, so that nothing is lost.

Its source names it: an event that a platform delivers again is known and not taken twice. Each person's events wait
in the order of their arrival. An event that cannot be taken ends as a dead letter, with its reason, and holds
nobody up.
"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Update, bindparam, delete, func, select, update

from dialogs.person import PersonId
from storage.secrets import KeyRing
from storage.statements import Prepared, of_person
from storage.tables import inbox


class Incoming(NamedTuple):
    """An event as an adapter translated it.

    `source` names it uniquely in its tenant, for good; `platform` and `place` say where the answer goes (an adapter's
    name, and an address in that platform's own form); `event` is JSON.
    """

    source: str
    person: PersonId
    platform: str
    place: str
    event: bytes


class Waiting(NamedTuple):
    """An event that waits for its turn. `attempts`: how often a turn on it failed; `more`: others wait behind it."""

    id: int
    incoming: Incoming
    received_at: datetime
    attempts: int
    more: bool


class DeadEvent(NamedTuple):
    """An event that was given up, for the operator: everything but what was said."""

    id: int
    person: PersonId
    source: str
    received_at: datetime
    attempts: int
    reason: str


_waits = inbox.c.done_at.is_(None)
_is_dead = (inbox.c.done_at.is_not(None), inbox.c.reason.is_not(None))

_NEW = ("tenant", "source", "person", "platform", "place", "received_at", "sealed")
_add = Prepared(
    lambda insert: (
        insert(inbox)
        .values(attempts=0, **{name: bindparam(name) for name in _NEW})
        .on_conflict_do_nothing(index_elements=[inbox.c.tenant, inbox.c.source])
    )
)
_oldest = Prepared(
    select(*(inbox.c[name] for name in ("id", "source", "platform", "place", "sealed", "received_at", "attempts")))
    .where(_waits, *of_person(inbox))
    .order_by(inbox.c.id)
    .limit(2)
)
_done = Prepared(
    update(inbox)
    .where(_waits, *of_person(inbox), inbox.c.id == bindparam("of_id"))
    .values(done_at=bindparam("done_at"), reason=None, sealed=None)
)


class Inbox:
    """The inbox of a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys

    def add(self, incoming: Incoming, at: datetime) -> bool:
        """Keep the event, received `at`; False, and nothing kept, when it was seen before.

        An event of the same source that another process is just adding is waited for.
        """
        tenant, person = incoming.person
        row = {"tenant": tenant, "person": person, "source": incoming.source, "received_at": at}
        row |= {"platform": incoming.platform, "place": incoming.place, "sealed": self._keys.seal(incoming.event)}
        return _add.changed(self._connection, **row) > 0

    def oldest(self, person: PersonId) -> Waiting | None:
        """The person's event whose turn it is; None when none waits. Raises InvalidTag."""
        rows = _oldest.all(self._connection, of_tenant=person.tenant, of_person=person.id)
        if not rows:
            return None
        number, source, platform, place, sealed, received_at, attempts = rows[0]
        incoming = Incoming(source, person, platform, place, self._keys.open(sealed))
        return Waiting(number, incoming, received_at, attempts, len(rows) > 1)

    def done(self, waiting: Waiting, at: datetime) -> None:
        """It had its turn: its content goes, its source stays known until it is purged."""
        person = waiting.incoming.person
        _done.changed(self._connection, of_tenant=person.tenant, of_person=person.id, of_id=waiting.id, done_at=at)

    def failed(self, waiting: Waiting, reason: str) -> int:
        """Note that a turn on it failed, and why (never what was said). Returns how often it has; 0: it is done."""
        statement = _still(waiting).values(attempts=inbox.c.attempts + 1, reason=reason).returning(inbox.c.attempts)
        return self._connection.execute(statement).scalar_one_or_none() or 0

    def bury(self, waiting: Waiting, reason: str, at: datetime) -> None:
        """Give it up: it is a dead letter now, kept with its content and its reason."""
        self._connection.execute(_still(waiting).values(done_at=at, reason=reason))

    def dead_letters(self) -> tuple[DeadEvent, ...]:
        """Every event that was given up, oldest first."""
        columns = ("id", "tenant", "person", "source", "received_at", "attempts", "reason")
        query = select(*(inbox.c[name] for name in columns)).where(*_is_dead).order_by(inbox.c.id)
        return tuple(
            DeadEvent(number, PersonId(tenant, person), *rest)
            for number, tenant, person, *rest in self._connection.execute(query)
        )

    def retry(self, number: int) -> PersonId | None:
        """Let a dead event wait again, at its old place in the order; wake its person's lane then.

        None when there is no such dead letter.
        """
        statement = update(inbox).where(inbox.c.id == number, *_is_dead).values(done_at=None, attempts=0, reason=None)
        row = self._connection.execute(statement.returning(inbox.c.tenant, inbox.c.person)).one_or_none()
        return None if row is None else PersonId(*row)

    def drop(self, number: int, at: datetime) -> bool:
        """Forget a dead event's content for good; False when there is no such dead letter."""
        statement = update(inbox).where(inbox.c.id == number, *_is_dead).values(done_at=at, reason=None, sealed=None)
        return self._connection.execute(statement).rowcount > 0

    def purge(self, before: datetime, limit: int) -> int:
        """Delete up to `limit` events that were done before that instant; dead letters stay. Returns how many."""
        old = select(inbox.c.id).where(inbox.c.done_at < before, inbox.c.done_at.is_not(None), inbox.c.reason.is_(None))
        return self._connection.execute(delete(inbox).where(inbox.c.id.in_(old.limit(limit)))).rowcount

    def waiting_since(self) -> datetime | None:
        """When the oldest event that waits came in; None when none waits."""
        received_at: datetime | None = self._connection.execute(
            select(func.min(inbox.c.received_at)).where(_waits)
        ).scalar_one()
        return received_at

    def last_from(self, platform: str) -> datetime | None:
        """When the last event of that platform came in, of those that are still known; None for none."""
        last: datetime | None = self._connection.execute(
            select(func.max(inbox.c.received_at)).where(inbox.c.platform == platform)
        ).scalar_one()
        return last


def _still(waiting: Waiting) -> Update:
    """The event, if it still waits. Its person is named for the index."""
    person = waiting.incoming.person
    mine = (inbox.c.tenant == person.tenant, inbox.c.person == person.id, inbox.c.id == waiting.id)
    return update(inbox).where(_waits, *mine)
