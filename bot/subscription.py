"""Who gets the weekly digest, and when: a row of the schedule that comes back each week. Without one there is none."""

import zlib
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from dialogs.digest.reader import Reader
from dialogs.life.record import Party
from dialogs.person import PersonId
from storage.schedule import Scheduled, WallClock, next_due
from storage.transaction import Transaction

KIND: Final = "digest"
USUAL: Final = (0, time(8, 30))  # Monday morning: rule of the coaching design, "Weekly digest"
SPREAD: Final = 15 * 60  # seconds over which the readers of one moment are spread: platforms limit what they take

_reader: Final = msgspec.json.Decoder(Reader)


class Subscription(NamedTuple):
    """Who gets a digest, and on which weekday (Monday is 0) at which time of their own clock."""

    reader: Reader
    weekday: int
    at: time


def subscribe(
    tx: Transaction, party: Party, now: datetime, weekday: int | None = None, at: time | None = None
) -> Subscription:
    """They get a digest from now on: as chosen, else as it was, else as usual."""
    before = subscription(tx, party.key)
    usual_day, usual_time = (before.weekday, before.at) if before else USUAL
    clock = WallClock(usual_time if at is None else at, party.zone, usual_day if weekday is None else weekday)
    yesterday = now.astimezone(ZoneInfo(party.zone)).date() - timedelta(days=1)
    told_on = before.reader.told_on if before else yesterday
    reader = Reader(party, told_on)
    due = next_digest(clock, party.key, now)
    tx.schedule.put(Scheduled(KIND, party.key, due, clock, msgspec.json.encode(reader)))
    return Subscription(reader, clock.weekday or 0, clock.time)


def unsubscribe(tx: Transaction, person: PersonId) -> None:
    """They get no digest any more."""
    tx.schedule.remove(KIND, person)


def subscription(tx: Transaction, person: PersonId) -> Subscription | None:
    """What they subscribed to, for this transaction alone; None for nothing."""
    row = tx.schedule.get(KIND, person)
    return None if row is None else Subscription(_reader.decode(row.payload), row.clock.weekday or 0, row.clock.time)


def move_subscription(tx: Transaction, was: PersonId, now: PersonId) -> None:
    """The account is another one's now, which keeps its own subscription if it has one."""
    row = tx.schedule.get(KIND, was)
    if row is not None and tx.schedule.get(KIND, now) is None:
        reader = _reader.decode(row.payload)
        party = replace(reader.party, tenant=now.tenant, id=now.id)
        payload = msgspec.json.encode(Reader(party, reader.told_on))
        tx.schedule.put(row._replace(subject=now, payload=payload))
    tx.schedule.remove(KIND, was)


def next_digest(clock: WallClock, person: PersonId, now: datetime) -> datetime:
    """The first moment after now: theirs on the clock, and some minutes of their own behind it, always the same."""
    behind = timedelta(seconds=zlib.crc32("/".join(person).encode()) % SPREAD)
    return next_due(clock, now - behind) + behind


def next_morning(row: Scheduled, now: datetime) -> Scheduled:
    """The row, due at the same time of the next day; at the latest that is the day on which the next digest is due."""
    return row._replace(due=next_digest(row.clock._replace(weekday=None), row.subject, now))


def week_day(clock: WallClock, due: datetime) -> date:
    """The day of that clock's week to which a moment belongs, which may be a little past midnight."""
    day = due.astimezone(ZoneInfo(clock.zone)).date()
    return day - timedelta(days=(day.weekday() - (clock.weekday or 0)) % 7)
