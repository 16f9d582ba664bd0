"""The schedule: what is due later, once or every week, on the clock of the person it concerns.

A row says when it is due next, in UTC. Whoever fires it has claimed it for the transaction, and moves or removes it
there: it fires once, however many processes look, and late rather than never.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Integer, bindparam, delete, select, update

from dialogs.person import PersonId
from storage.secrets import KeyRing
from storage.statements import InsertOr, Prepared, Statement
from storage.tables import schedule


class WallClock(NamedTuple):
    """A time of day in an IANA zone, on one weekday (Monday is 0) or, when None, on any day."""

    time: time
    zone: str
    weekday: int | None = None


class Scheduled(NamedTuple):
    """What is due: one row for each kind and subject. `payload` is JSON, or empty."""

    kind: str
    subject: PersonId
    due: datetime
    clock: WallClock
    payload: bytes = b""


def _putting(insert: InsertOr) -> Statement:
    new = insert(schedule).values({column.name: bindparam(column.name) for column in schedule.c})
    change = {column.name: new.excluded[column.name] for column in schedule.c if not column.primary_key}
    return new.on_conflict_do_update(index_elements=list(schedule.primary_key), set_=change)


_put = Prepared(_putting)
_due = Prepared(
    select(
        *(schedule.c[name] for name in ("kind", "tenant", "person", "next_due", "clock", "zone", "weekday", "sealed"))
    )
    .where(schedule.c.next_due <= bindparam("now"))
    .order_by(schedule.c.next_due)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)


class Schedule:
    """The schedule of a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys

    def put(self, row: Scheduled) -> None:
        """Write it, over an earlier one of its kind and subject."""
        clock, zone, weekday = row.clock
        key = {"tenant": row.subject.tenant, "person": row.subject.id, "kind": row.kind}
        values = {"next_due": row.due, "clock": clock, "zone": zone, "weekday": weekday}
        _put.changed(self._connection, **key, **values, sealed=self._keys.seal(row.payload))

    def due(self, now: datetime, limit: int = 50) -> tuple[Scheduled, ...]:
        """What is due, the longest due first; nobody else is told the same until this transaction ends."""
        return tuple(
            Scheduled(kind, PersonId(tenant, person), due, WallClock(clock, zone, weekday), self._keys.open(sealed))
            for kind, tenant, person, due, clock, zone, weekday, sealed in _due.all(
                self._connection, now=now, most=limit
            )
        )

    def moved(self, row: Scheduled, next_due: datetime) -> None:
        """It fired; it is due again then."""
        mine = _is(row.kind, row.subject)
        self._connection.execute(update(schedule).where(*mine).values(next_due=next_due))

    def remove(self, kind: str, subject: PersonId) -> None:
        """It fired for the last time, or is due no more. No such row is fine too."""
        self._connection.execute(delete(schedule).where(*_is(kind, subject)))


def next_due(clock: WallClock, after: datetime) -> datetime:
    """The first instant strictly after `after` at which that clock shows that time, in UTC.

    A time that does not exist (clocks go forward) is the first moment after the gap; one that comes twice (they go
    back) is the first of the two.
    """
    zone = ZoneInfo(clock.zone)
    day = after.astimezone(zone).date() - timedelta(days=1)
    while True:
        if clock.weekday in (None, day.weekday()):
            instant = _instant(datetime.combine(day, clock.time), zone)
            if instant > after:
                return instant
        day += timedelta(days=1)


def _instant(local: datetime, zone: ZoneInfo) -> datetime:
    """That wall-clock time in UTC."""
    early, late = sorted(local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    exists = early.astimezone(zone).replace(tzinfo=None) == local
    return early if exists else _end_of_gap(early, late, zone)


def _end_of_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The instant between the two at which the zone's clocks go forward, to the second."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def _is(kind: str, subject: PersonId) -> tuple[Any, Any, Any]:
    return schedule.c.kind == kind, schedule.c.tenant == subject.tenant, schedule.c.person == subject.id
