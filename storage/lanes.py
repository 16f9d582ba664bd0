"""Lanes: one for each person's conversation, so that its turns and its messages keep their order.

Whoever takes a turn holds the lane's row for that transaction. Whoever delivers holds it for longer than one, by a
lease: `owner` says who, `due_at` until when. Every write of an owner is fenced by its name and by the message it
believes to be next, so an owner that was paused beyond its lease changes nothing.

All times are aware and come from `Transaction.now`, so that processes need not agree on theirs.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal, NamedTuple

from sqlalchemy import (
    Connection,
    Integer,
    Update,
    and_,
    bindparam,
    case,
    false,
    func,
    or_,
    select,
    true,
    tuple_,
    update,
)
from sqlalchemy.dialects import postgresql

from dialogs.person import PersonId
from storage.statements import InsertOr, Prepared, Statement, insert_of, of_person
from storage.tables import lanes, outbox
from storage.wakeups import Topic

# After a message: others follow and the lane is still held; none does and it is free; somebody else holds it.
Next = Literal["more", "empty", "lost"]

_lane = tuple_(lanes.c.tenant, lanes.c.person)

_NEW: Final = {"out_tail": 0, "out_head": 0, "attempts": 0, "in_doubt": False}


def _new(insert: InsertOr, *names: str) -> postgresql.Insert:
    given: dict[str, Any] = {name: bindparam(name) for name in ("tenant", "person", *names)}
    return insert(lanes).values(_NEW | given)


def _waking(insert: InsertOr) -> Statement:
    new = _new(insert, "turn_due_at")
    due = func.coalesce(lanes.c.turn_due_at, new.excluded.turn_due_at)
    return new.on_conflict_do_update(index_elements=list(lanes.primary_key), set_={"turn_due_at": due})


def _extending(insert: InsertOr) -> Statement:
    new = _new(insert, "out_tail", "owner", "due_at")
    idle = and_(lanes.c.due_at.is_(None), lanes.c.out_head == lanes.c.out_tail)
    soon = func.coalesce(lanes.c.due_at, bindparam("at", type_=lanes.c.due_at.type))
    change = {
        "out_tail": lanes.c.out_tail + new.excluded.out_tail,
        "owner": case((idle, new.excluded.owner), else_=lanes.c.owner),
        "due_at": case((idle, new.excluded.due_at), else_=soon),
    }
    extended = new.on_conflict_do_update(index_elements=list(lanes.primary_key), set_=change)
    return extended.returning(lanes.c.out_tail, lanes.c.out_head, lanes.c.owner)


def _extending_each(insert: InsertOr) -> Statement:
    new = insert(lanes)
    due = func.coalesce(lanes.c.due_at, new.excluded.due_at)
    change = {"out_tail": lanes.c.out_tail + new.excluded.out_tail, "due_at": due}
    extended = new.on_conflict_do_update(index_elements=list(lanes.primary_key), set_=change)
    return extended.returning(lanes.c.tenant, lanes.c.person, lanes.c.out_tail)


_wake = Prepared(_waking)
_extend = Prepared(_extending)
_take_turn = Prepared(
    select(lanes.c.tenant, lanes.c.person)
    .where(lanes.c.turn_due_at <= bindparam("now"))
    .order_by(lanes.c.turn_due_at)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_turn_waits = Prepared(select(lanes.c.person).where(lanes.c.turn_due_at <= bindparam("now")).limit(1))
_turn_due = Prepared(update(lanes).where(*of_person(lanes)).values(turn_due_at=bindparam("turn_due_at")))

_claimable = (
    select(*(lanes.c[name] for name in ("tenant", "person", "out_head", "in_doubt", "owner", "attempts")))
    .order_by(lanes.c.due_at)
    .with_for_update(skip_locked=True)
)
_due = Prepared(_claimable.where(lanes.c.due_at <= bindparam("now")).limit(bindparam("most", type_=Integer)))

_seq = bindparam("seq", type_=Integer)
_last = lanes.c.out_tail == _seq
_advance = Prepared(
    update(lanes)
    .where(*of_person(lanes), lanes.c.owner == bindparam("me"), lanes.c.out_head == _seq - 1)
    .values(
        out_head=_seq,
        attempts=0,
        in_doubt=False,
        owner=case((_last, None), else_=lanes.c.owner),
        due_at=case((_last, None), else_=bindparam("until", type_=lanes.c.due_at.type)),
    )
    .returning(lanes.c.owner)
)
# What was sent is forgotten here; what was not keeps its content.
_close = Prepared(
    update(outbox)
    .where(*of_person(outbox), outbox.c.seq == _seq)
    .values(
        sent_at=bindparam("sent_at"),
        external_id=bindparam("external_id"),
        reason=bindparam("reason"),
        sealed=case((bindparam("sent_at", type_=outbox.c.sent_at.type).is_(None), outbox.c.sealed), else_=None),
    )
)


class Hold(NamedTuple):
    """Who delivers, and until when at most."""

    owner: str
    until: datetime


class Claim(NamedTuple):
    """A lane taken for delivery: send what comes after `head`.

    `in_doubt`: the first of them may have been sent already, ask the platform. `attempts`: how often it failed.
    """

    person: PersonId
    head: int
    in_doubt: bool
    attempts: int


class Lanes:
    """The lanes of a transaction."""

    def __init__(self, connection: Connection, announce: Callable[[Topic], None]) -> None:
        self._connection = connection
        self._announce = announce

    # Turns

    def wake(self, person: PersonId, at: datetime) -> None:
        """Something waits in the person's inbox: a turn is due, unless one is (or backs off) already.

        Waits for a turn of that person that is just taken.
        """
        _wake.changed(self._connection, tenant=person.tenant, person=person.id, turn_due_at=at)
        self._announce("turns")

    def take_turn(self, now: datetime) -> PersonId | None:
        """Whose turn it is; nobody else is told the same until this transaction ends. None when no turn is due."""
        row = _take_turn.one(self._connection, now=now)
        return None if row is None else PersonId(*row)

    def turn_waits(self, now: datetime) -> bool:
        """Whether a turn is due, even on a lane that somebody holds for the moment (to deliver, or for its turn)."""
        return _turn_waits.one(self._connection, now=now) is not None

    def turned(self, person: PersonId, more: bool, at: datetime) -> None:
        """The turn was taken; `more`: others wait behind it (`Waiting.more`), the next is due `at`."""
        self._turn_due(person, at if more else None)
        if more:
            self._announce("turns")

    def back_off_turn(self, person: PersonId, until: datetime) -> None:
        """No turn of that person before then."""
        self._turn_due(person, until)

    # Delivery

    def extend(self, person: PersonId, messages: int, at: datetime, hold: Hold | None) -> tuple[int, Claim | None]:
        """Make room for messages at the end: the number of the first, and the lane for `hold` if it was idle."""
        owner, until = hold or (None, at)
        row = _extend.one(
            self._connection,
            tenant=person.tenant,
            person=person.id,
            out_tail=messages,
            owner=owner,
            due_at=until,
            at=at,
        )
        tail, head, owned_by = row or (0, 0, None)
        first = tail - messages + 1
        taken = hold is not None and owned_by == owner and head == first - 1
        if not taken:
            self._announce("deliveries")
        return first, Claim(person, head, False, 0) if taken else None

    def extend_each(self, people: Collection[PersonId], at: datetime) -> dict[PersonId, int]:
        """Make room for one message at the end of each of these lanes, in one statement: its number in each."""
        if not people:
            return {}
        rows = [_NEW | {"tenant": person.tenant, "person": person.id, "out_tail": 1, "due_at": at} for person in people]
        found = self._connection.execute(_extending_each(insert_of(self._connection.dialect)), rows)
        self._announce("deliveries")
        return {PersonId(tenant, person): tail for tenant, person, tail in found}

    def claim(
        self, me: str, now: datetime, lease: timedelta, busy: Collection[PersonId] = (), limit: int = 50
    ) -> tuple[Claim, ...]:
        """Take the lanes that are due and that nobody holds, the longest due first.

        `busy` are the lanes that this process still works on: they are left alone. A lane whose owner did not finish
        in its lease is taken over, in doubt.
        """
        found = _due.all(self._connection, now=now, most=limit + len(busy))
        return self._take(found, Hold(me, now + lease), busy)

    def claim_of(
        self, people: Collection[PersonId], me: str, now: datetime, lease: timedelta, busy: Collection[PersonId] = ()
    ) -> tuple[Claim, ...]:
        """Take those people's lanes that have messages and no owner, even if they are parked or back off."""
        if not people:
            return ()
        held = and_(lanes.c.owner.is_not(None), lanes.c.due_at > now)
        theirs = _claimable.where(_lane.in_(people), lanes.c.out_head < lanes.c.out_tail, ~held)
        return self._take(self._connection.execute(theirs).all(), Hold(me, now + lease), busy)

    def _take(self, found: Iterable[Sequence[Any]], hold: Hold, busy: Collection[PersonId]) -> tuple[Claim, ...]:
        claims = tuple(
            Claim(PersonId(tenant, person), head, in_doubt or owner is not None, attempts)
            for tenant, person, head, in_doubt, owner, attempts in found
            if (tenant, person) not in busy
        )
        if claims:
            taken = update(lanes).where(_lane.in_([claim.person for claim in claims]))
            in_doubt = or_(lanes.c.in_doubt, lanes.c.owner.is_not(None))
            self._connection.execute(taken.values(owner=hold.owner, due_at=hold.until, in_doubt=in_doubt))
        return claims

    def renew(self, me: str, person: PersonId, seq: int, until: datetime) -> bool:
        """Hold the lane for longer, before sending message `seq`; False when somebody else holds it now."""
        return self._connection.execute(_mine(me, person, seq).values(due_at=until)).rowcount > 0

    def mark_sent(
        self, me: str, person: PersonId, seq: int, external_id: str | None, now: datetime, lease: timedelta
    ) -> Next:
        """Message `seq` was delivered, under that id on its platform; the lane is held on for the next."""
        sent = {"sent_at": now, "external_id": external_id, "reason": None}
        return self._advance(me, person, seq, now + lease, sent)

    def mark_dead(self, me: str, person: PersonId, seq: int, reason: str, now: datetime, lease: timedelta) -> Next:
        """Message `seq` will never be delivered: it is a dead letter, and the lane goes on."""
        return self._advance(me, person, seq, now + lease, {"sent_at": None, "external_id": None, "reason": reason})

    def _advance(self, me: str, person: PersonId, seq: int, until: datetime, message: dict[str, Any]) -> Next:
        of = {"of_tenant": person.tenant, "of_person": person.id, "seq": seq}
        row = _advance.one(self._connection, me=me, until=until, **of)
        if row is None:
            return "lost"
        _close.changed(self._connection, **of, **message)
        return "more" if row[0] else "empty"

    def back_off(self, me: str, person: PersonId, seq: int, until: datetime, *, in_doubt: bool) -> bool:
        """Message `seq` was not delivered: anybody may try again from then on. False when the lane is not ours.

        `in_doubt`: it may have been.
        """
        step = _mine(me, person, seq).values(
            owner=None,
            due_at=until,
            attempts=lanes.c.attempts + 1,
            in_doubt=or_(lanes.c.in_doubt, true() if in_doubt else false()),
        )
        return self._connection.execute(step).rowcount > 0

    def park(self, me: str, person: PersonId, seq: int) -> bool:
        """Nobody is there to receive message `seq`: it waits for who has the person there (`claim_of`)."""
        step = _mine(me, person, seq).values(owner=None, due_at=None, in_doubt=False)
        return self._connection.execute(step).rowcount > 0

    def release(self, me: str, at: datetime, in_doubt: Collection[PersonId] = ()) -> None:
        """Give every lane back, for others to take at once; `in_doubt`: those whose sending did not end."""
        mine = update(lanes).where(lanes.c.due_at.is_not(None), lanes.c.owner == me)
        if in_doubt:
            self._connection.execute(mine.where(_lane.in_(in_doubt)).values(in_doubt=True))
        self._connection.execute(mine.values(owner=None, due_at=at))

    def take_back(self, at: datetime, owners: str = "") -> None:
        """Free the lanes of owners who died: those whose name begins like that, due `at` and in doubt.

        For a start: without a name it frees all, on a database that this process has for itself.
        """
        theirs = (lanes.c.due_at.is_not(None), lanes.c.owner.startswith(owners, autoescape=True))
        self._connection.execute(update(lanes).where(*theirs).values(owner=None, due_at=at, in_doubt=True))

    def _turn_due(self, person: PersonId, at: datetime | None) -> None:
        _turn_due.changed(self._connection, of_tenant=person.tenant, of_person=person.id, turn_due_at=at)


def _lane_of(person: PersonId) -> Update:
    return update(lanes).where(lanes.c.tenant == person.tenant, lanes.c.person == person.id)


def _mine(me: str, person: PersonId, seq: int) -> Update:
    """The lane, if it is still mine and message `seq` is still the next."""
    return _lane_of(person).where(lanes.c.owner == me, lanes.c.out_head == seq - 1)
