"""The schedule: what is due later, once or every week, on the clock of the person it concerns.

A row says when it is due next, in UTC. Whoever fires it has claimed it for the transaction, and removes it there, or
moves it on if it comes back each week: it fires once, however many processes look, and late rather than never.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Integer, bindparam, delete, select, update

from dialogs.person import PersonId
from storage.secrets import KeyRing
from storage.statements import InsertOr, Prepared, Statement, of_person
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
_rows = select(
    *(schedule.c[name] for name in ("kind", "tenant", "person", "next_due", "clock", "zone", "weekday", "sealed"))
)
_came_due = (
    _rows.where(schedule.c.next_due <= bindparam("now"))
    .order_by(schedule.c.next_due)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)
_due = Prepared(_came_due.where(schedule.c.weekday.is_(None)))
_due_weekly = Prepared(_came_due.where(schedule.c.weekday.is_not(None)))
_one = Prepared(_rows.where(*of_person(schedule), schedule.c.kind == bindparam("of_kind")).with_for_update())
_move = (
    update(schedule)
    .where(*of_person(schedule), schedule.c.kind == bindparam("of_kind"))
    .values({name: bindparam(f"new_{name}") for name in ("next_due", "clock", "zone", "weekday", "sealed")})
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
        """What is due once, the longest due first; nobody else is told the same until this transaction ends."""
        return tuple(map(self._row, _due.all(self._connection, now=now, most=limit)))

    def due_weekly(self, now: datetime, limit: int = 50) -> tuple[Scheduled, ...]:
        """The same for what comes back each week."""
        return tuple(map(self._row, _due_weekly.all(self._connection, now=now, most=limit)))

    def get(self, kind: str, subject: PersonId) -> Scheduled | None:
        """The row of that kind and subject, for this transaction alone; None when there is none."""
        row = _one.one(self._connection, of_tenant=subject.tenant, of_person=subject.id, of_kind=kind)
        return None if row is None else self._row(row)

    def moved(self, rows: Sequence[Scheduled]) -> None:
        """They fired, and are due again as they say now; in one statement."""
        if rows:
            self._connection.execute(_move, [self._moving(row) for row in rows])

    def remove(self, kind: str, subject: PersonId) -> None:
        """It fired for the last time, or is due no more. No such row is fine too."""
        self._connection.execute(delete(schedule).where(*_is(kind, subject)))

    def _row(self, row: tuple[Any, ...]) -> Scheduled:
        kind, tenant, person, due, clock, zone, weekday, sealed = row
        return Scheduled(kind, PersonId(tenant, person), due, WallClock(clock, zone, weekday), self._keys.open(sealed))

    def _moving(self, row: Scheduled) -> dict[str, Any]:
        clock, zone, weekday = row.clock
        news = {"new_clock": clock, "new_zone": zone, "new_weekday": weekday, "new_next_due": row.due}
        key = {"of_tenant": row.subject.tenant, "of_person": row.subject.id, "of_kind": row.kind}
        return key | news | {"new_sealed": self._keys.seal(row.payload)}


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
