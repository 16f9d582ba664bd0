"""The weekly digests: the run that sends what came due.

It takes subscriptions in batches: one transaction claims them, reads the plans of all their readers, queues what is to
be said and moves the rows on, in as many statements for a hundred readers as for one. So each digest is sent once,
however many processes run and whenever they die. After a downtime the latest week is told, late, and says so. Whoever
is out of office gets it on the first morning on which they are back, unless the next one is due by then.
"""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import msgspec
import structlog
from msgspec.structs import replace

from adapters.port import Platform, TellsAbsence
from bot.intake import Clock
from bot.linking import addressee
from bot.metrics import Metrics
from bot.sheets import without_sheets
from bot.subscription import KIND, SPREAD, next_digest, next_morning, week_day
from dialogs.digest.period import WEEK
from dialogs.digest.reader import Reader
from dialogs.digest.weekly import weekly
from dialogs.life.record import Party, Record
from dialogs.person import PersonId
from dialogs.replies import Reply
from storage.outbox import Message
from storage.people import Person
from storage.schedule import Scheduled
from storage.store import Store
from storage.transaction import Transaction

BATCH: Final = 50  # readers of one transaction: memory stays flat, and no lock is held for long
LATE: Final = timedelta(minutes=5)
PATIENCE: Final = 5.0  # seconds for a platform to tell who is away

log = structlog.get_logger()
_reader: Final = msgspec.json.Decoder(Reader)


class Run(NamedTuple):
    """What a batch did: how many rows, how many of their readers were told something, how long the first waited."""

    rows: int
    told: int
    late: timedelta
    left_out: int


class Digests:
    """The runs of one process."""

    def __init__(self, store: Store, metrics: Metrics, *, clock: Clock, platforms: Mapping[str, Platform]) -> None:
        self._platforms = platforms
        self._store = store
        self._metrics = metrics
        self._clock = clock

    async def tick(self) -> int:
        """Send a batch of what is due. Returns how many rows: call again until none is."""
        due = await self._store.run(lambda tx: tx.schedule.due_weekly(self._clock(tx), BATCH))
        if not due:
            return 0
        away = await self._away(due)
        run = await self._store.run(lambda tx: send_due(tx, self._clock(tx), away=away))
        if run.rows:
            self._metrics.scheduled.labels(KIND, "late" if run.late > LATE else "on_time").inc(run.rows)
            log.info("digest.sent", readers=run.rows, told=run.told, late=round(run.late.total_seconds()))
        if run.left_out:
            log.warning("digest.plans_left_out", plans=run.left_out)
        return run.rows

    async def _away(self, due: Sequence[Scheduled]) -> frozenset[PersonId]:
        """Who of them is out of office, as far as platforms tell in time."""
        asked = await asyncio.gather(*(self._is_away(row) for row in due))
        return frozenset(row.subject for row, away in zip(due, asked, strict=True) if away)

    async def _is_away(self, row: Scheduled) -> bool:
        party = _reader.decode(row.payload).party
        platform = self._platforms.get(party.platform)
        if not isinstance(platform, TellsAbsence):
            return False
        try:
            async with asyncio.timeout(PATIENCE):
                return await platform.is_away(addressee(row.subject, party.place))
        except TimeoutError:
            return False


class Fired(NamedTuple):
    """A row as it is due again, and the message for its reader; None when there is nothing to tell."""

    row: Scheduled
    message: Message | None


def send_due(tx: Transaction, now: datetime, most: int = BATCH, away: Collection[PersonId] = ()) -> Run:
    """Queue the digests that are due now, and move their rows on by a week; for who is away, by a day."""
    due = tx.schedule.due_weekly(now, most)
    tx.schedule.moved([next_morning(row, now) for row in due if row.subject in away])
    run = send(tx, [row for row in due if row.subject not in away], now)
    return run._replace(rows=len(due))


def send(tx: Transaction, rows: Sequence[Scheduled], now: datetime) -> Run:
    """Queue the digests of rows that this transaction has for itself, and move the rows on."""
    fired, left_out = fire(tx, rows, now)
    tx.outbox.add_to_each({row.subject: message for row, message in fired if message is not None}, now)
    tx.schedule.moved([row for row, _ in fired])
    late = max((now - row.due for row in rows), default=timedelta())
    return Run(len(rows), sum(message is not None for _, message in fired), late, left_out)


def fire(tx: Transaction, rows: Sequence[Scheduled], now: datetime) -> tuple[list[Fired], int]:
    """What comes of these rows now, and how many plans could not be opened for it. Changes nothing."""
    people = [row.subject for row in rows]
    known = tx.people.each(people)
    waiting = {row.subject: _due(row, known.get(row.subject), now) for row in rows}
    fired, left_out = [], 0
    for read in tx.plans.read_by_each(people):
        fired.append(_fire(waiting.pop(read.person), read.plans, now))
        left_out += read.left_out
    return [*fired, *(_fire(due, (), now) for due in waiting.values())], left_out


class _Due(NamedTuple):
    """A row that fired, on its reader's clock as that is now: the day it was due on, and when it is due again."""

    row: Scheduled
    reader: Reader
    on: date
    again: datetime


def _due(row: Scheduled, known: Person | None, now: datetime) -> _Due:
    reader = _reader.decode(row.payload)
    party = reader.party
    if known is not None:
        party = replace(party, lang=known.locale or party.lang, zone=known.zone or party.zone)
    row = row._replace(clock=row.clock._replace(zone=party.zone))
    again = next_digest(row.clock, row.subject, now)
    return _Due(row, replace(reader, party=party), week_day(row.clock, again) - WEEK, again)


def _fire(due: _Due, plans: Iterable[Record], now: datetime) -> Fired:
    """What was told of already is not told again; nor is a day before the row was due, as when its reader went west."""
    row, reader, on, again = due
    is_new = on > reader.told_on and on >= week_day(row.clock, row.due)
    reply = weekly(reader, plans, on, _today(due, now)) if is_new else None
    reader = replace(reader, told_on=on if reply else reader.told_on)
    moved = row._replace(due=again, payload=msgspec.json.encode(reader))
    return Fired(moved, None if reply is None else _message(row, reader.party, reply))


def _today(due: _Due, now: datetime) -> date:
    """The day it is for its reader. Minutes of spread that reach into the next day make nothing late."""
    zone = ZoneInfo(due.row.clock.zone)
    return max(due.on, (now - timedelta(seconds=SPREAD)).astimezone(zone).date())


def _message(row: Scheduled, party: Party, reply: Reply) -> Message:
    said = msgspec.json.encode(without_sheets(reply, party.platform))
    return Message(f"{KIND}/{row.subject.id}/{row.due.isoformat()}", party.platform, party.place, said)
