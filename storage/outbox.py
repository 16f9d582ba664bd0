"""The outbox: what the coach says is written in the transaction that decided it, then delivered in order.

A message is numbered within its person's lane, and named by a key that the platform may be asked for. What can never
be delivered is a dead letter with its reason: the lane goes on, an operator tries it again or drops it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Integer, bindparam, delete, func, insert, select, tuple_, update
from sqlalchemy.exc import IntegrityError

from dialogs.person import PersonId
from storage.errors import Conflict
from storage.lanes import Claim, Hold, Lanes
from storage.secrets import KeyRing
from storage.statements import Prepared, of_person
from storage.tables import lanes, outbox

Operation = Literal["send", "replace", "withdraw", "settle"]


class Message(NamedTuple):
    """Something to be said at a place of a platform.

    `key` names it uniquely in its tenant. `about` is the key of the earlier message that is replaced or withdrawn.
    `reply` is JSON; empty when it withdraws.
    """

    key: str
    platform: str
    place: str
    reply: bytes
    operation: Operation = "send"
    about: str | None = None


class Pending(NamedTuple):
    """A message that is to be delivered, and its number in the person's lane."""

    person: PersonId
    seq: int
    message: Message


class Queued(NamedTuple):
    """What was added, and the lane, when it was idle and asked for."""

    messages: tuple[Pending, ...]
    claim: Claim | None


class DeadLetter(NamedTuple):
    """A message that was given up, for the operator: everything but its text."""

    person: PersonId
    key: str
    platform: str
    place: str
    operation: Operation
    queued_at: datetime
    reason: str


_NEW = ("tenant", "person", "seq", "key", "platform", "place", "operation", "about", "queued_at", "sealed")
_add = Prepared(
    lambda insert: (
        insert(outbox)
        .values({name: bindparam(name) for name in _NEW})
        .on_conflict_do_nothing(index_elements=[outbox.c.tenant, outbox.c.key])
    )
)
_pending = Prepared(
    select(*(outbox.c[name] for name in ("seq", "key", "platform", "place", "sealed", "operation", "about")))
    .where(*of_person(outbox), outbox.c.seq > bindparam("after"), outbox.c.sent_at.is_(None))
    .order_by(outbox.c.seq)
    .limit(bindparam("most", type_=Integer))
)


class Outbox:
    """The outbox of a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing, its_lanes: Lanes) -> None:
        self._connection = connection
        self._keys = keys
        self._lanes = its_lanes

    def add(self, person: PersonId, messages: Sequence[Message], at: datetime, hold: Hold | None = None) -> Queued:
        """Queue messages at the end of the person's lane.

        `hold`: take the lane for delivery too, if it is idle; that saves a transaction. Raises Conflict for a key that
        was used before.
        """
        if not messages:
            return Queued((), None)
        first, claim = self._lanes.extend(person, len(messages), at, hold)
        pending = tuple(Pending(person, seq, message) for seq, message in enumerate(messages, first))
        for one in pending:
            if not _add.changed(self._connection, **self._row(one, at)):
                raise Conflict("outbox")
        return Queued(pending, claim)

    def add_to_each(self, messages: Mapping[PersonId, Message], at: datetime) -> None:
        """Queue one message for each of many people, in two statements. Raises Conflict as `add`."""
        firsts = self._lanes.extend_each(messages.keys(), at)
        rows = [self._row(Pending(person, firsts[person], message), at) for person, message in messages.items()]
        if not rows:
            return
        try:
            self._connection.execute(insert(outbox), rows)
        except IntegrityError as error:
            raise Conflict("outbox") from error

    def _row(self, pending: Pending, at: datetime) -> dict[str, Any]:
        row = pending.message._asdict() | {"tenant": pending.person.tenant, "person": pending.person.id}
        return row | {"seq": pending.seq, "queued_at": at, "sealed": self._keys.seal(row.pop("reply"))}

    def pending(self, person: PersonId, after_seq: int, limit: int = 20) -> tuple[Pending, ...]:
        """The person's next messages after that number, in order. Raises InvalidTag.

        None that was sent: whoever asks may have lost the lane to somebody who did that.
        """
        of = {"of_tenant": person.tenant, "of_person": person.id, "after": after_seq, "most": limit}
        return tuple(
            Pending(person, seq, Message(key, platform, place, self._keys.open(sealed), operation, about))
            for seq, key, platform, place, sealed, operation, about in _pending.all(self._connection, **of)
        )

    def external_id(self, person: PersonId, key: str) -> str | None:
        """The platform's own id of the person's message; None when it was not sent, or long ago."""
        query = select(outbox.c.external_id).where(*_of(person), outbox.c.key == key)
        found: str | None = self._connection.execute(query).scalar_one_or_none()
        return found

    def dead_letters(self) -> tuple[DeadLetter, ...]:
        """Every message that was given up, oldest first."""
        columns = ("tenant", "person", "key", "platform", "place", "operation", "queued_at", "reason")
        query = select(*(outbox.c[name] for name in columns)).where(outbox.c.reason.is_not(None))
        rows = self._connection.execute(query.order_by(outbox.c.queued_at, outbox.c.key))
        return tuple(DeadLetter(PersonId(tenant, person), *rest) for tenant, person, *rest in rows)

    def retry(self, tenant: str, key: str, at: datetime) -> bool:
        """Queue a dead letter again, at the end of its lane; False when there is no such dead letter."""
        dead = (outbox.c.tenant == tenant, outbox.c.key == key, outbox.c.reason.is_not(None))
        person = self._connection.execute(select(outbox.c.person).where(*dead)).scalar_one_or_none()
        if person is None:
            return False
        seq, _ = self._lanes.extend(PersonId(tenant, person), 1, at, None)
        self._connection.execute(update(outbox).where(*dead).values(seq=seq, reason=None, queued_at=at))
        return True

    def drop(self, tenant: str, key: str) -> bool:
        """Delete a dead letter for good; False when there is no such dead letter."""
        dead = (outbox.c.tenant == tenant, outbox.c.key == key, outbox.c.reason.is_not(None))
        return self._connection.execute(delete(outbox).where(*dead)).rowcount > 0

    def purge(self, before: datetime, limit: int) -> int:
        """Delete up to `limit` messages that were sent before that instant. Returns how many."""
        key = tuple_(outbox.c.tenant, outbox.c.person, outbox.c.seq)
        old = select(*outbox.primary_key).where(outbox.c.sent_at < before).limit(limit)
        return self._connection.execute(delete(outbox).where(key.in_(old))).rowcount

    def waiting_since(self) -> datetime | None:
        """When the oldest message that is to be delivered was queued; None when none is. Parked ones do not count."""
        following = (outbox.c.tenant == lanes.c.tenant, outbox.c.person == lanes.c.person)
        query = (
            select(func.min(outbox.c.queued_at))
            .join_from(lanes, outbox, (following[0] & following[1] & (outbox.c.seq == lanes.c.out_head + 1)))
            .where(lanes.c.due_at.is_not(None))
        )
        queued_at: datetime | None = self._connection.execute(query).scalar_one()
        return queued_at


def _of(person: PersonId) -> tuple[Any, Any]:
    return outbox.c.tenant == person.tenant, outbox.c.person == person.id
