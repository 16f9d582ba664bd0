"""A year in an hour-by-hour clock: people live with their plans, digests go out, processes die, machines stand still.

Digests go through the real schedule, outbox and delivery, to a post that loses answers and asks to wait. Every message
is held against the oracle as it arrives, and at the end every day on which something was due.
"""

import random
from bisect import bisect_left
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from adapters.port import InDoubt, Later, To
from bot.desk import Desk
from bot.digests import Run, send_due
from bot.subscription import SPREAD, subscribe, unsubscribe
from bot.worker import Runtime
from dialogs.life.record import Party
from dialogs.person import PersonId
from dialogs.replies import Reply, Settled
from storage.outbox import Pending
from storage.store import Store
from storage.transaction import Transaction
from tests.year.oracle import Week, faults, week_of
from tests.year.village import COMPANY, Village

HOUR: Final = timedelta(hours=1)
NOON: Final = 12

_reply: Final[msgspec.json.Decoder[Reply]] = msgspec.json.Decoder(Reply)


class Killed(BaseException):
    """The process ends here."""


class Post:
    """The platform. It remembers what it took; sometimes its answer is lost, sometimes it asks to wait."""

    name = "post"

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.took: set[str] = set()  # keys
        self.twice = 0

    async def send(self, to: To, reply: Reply, key: str) -> str:
        if self.dice.random() < 0.05:
            raise Later(60.0)
        self.twice += key in self.took
        self.took.add(key)
        if self.dice.random() < 0.05:
            raise InDoubt
        return key

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        raise AssertionError("a digest replaces nothing")

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        raise AssertionError("a digest is not taken back")

    async def settle(self, to: To, settled: Settled, key: str) -> None:
        raise AssertionError("a digest asks nothing")

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        return key if key in self.took else None


class Choice(NamedTuple):
    """On which weekday and when a reader gets their digest, and until when they want it."""

    party: Party
    weekday: int
    at: time
    until: datetime


class Outcome(NamedTuple):
    """What came of a year: digests and quiet lines, how many came late, how often a process died, what was wrong."""

    sent: int
    quiet: int
    late: int
    killed: int
    faults: list[str]


class Year:
    """The simulation: some weeks, from a Monday in winter on."""

    def __init__(self, store: Store, seed: int, *, people: int, readers: int, weeks: int) -> None:
        self.store = store
        self.dice = random.Random(seed)
        self.village = Village(store, self.dice, people, readers)
        self.post = Post(self.dice)
        self.start = self.now = datetime(2026, 1, 5, tzinfo=UTC)
        self.end = self.start + timedelta(weeks=weeks)
        self.choices = {party.id: self._choice(party) for party in self.village.readers}
        self.down_until = self.start
        self.worked: list[datetime] = []  # the hours in which a process worked
        self.queued: dict[str, tuple[str, date, Reply]] = {}  # key -> reader, day that it is for, message
        self.faults: list[str] = []
        self.late = self.killed = 0
        self._runtime = self._process()

    async def pass_by(self) -> Outcome:
        """Let the time pass."""
        for choice in self.choices.values():
            self.store.run_now(partial(self._begin, choice=choice))
        while self.now < self.end:
            self.now += HOUR
            if self.now.hour == NOON:
                self.village.live(self.now)
                self._end_some()
            if self.dice.random() < 0.001:
                self.down_until = self.now + timedelta(hours=self.dice.choice([3, 30, 200, 500]))
            if self.now >= self.down_until:
                await self._work()
        await self._drain()
        self._hold_against_the_oracle()
        quiet = sum(reply.key == "digest.quiet" for _, _, reply in self.queued.values())
        return Outcome(len(self.queued) - quiet, quiet, self.late, self.killed, self.faults)

    def _choice(self, party: Party) -> Choice:
        """Most want it as usual. The times are such that no hour of the clock falls into the minutes of spread."""
        usual = self.dice.random() < 0.6
        at = time(8, 30) if usual else time(self.dice.randrange(7, 19), self.dice.choice([0, 30]))
        weeks = self.dice.choice([200, 200, 200, 20])
        return Choice(
            party, 0 if usual else self.dice.randrange(7), at, self.start + timedelta(weeks=weeks, hours=NOON)
        )

    def _process(self) -> Runtime:
        return Runtime(self.store, Desk(COMPANY), [self.post], clock=lambda _: self.now, jitter=lambda: 1.0)

    def _begin(self, tx: Transaction, choice: Choice) -> None:
        subscribe(tx, choice.party, self.now, choice.weekday, choice.at)

    def _end_some(self) -> None:
        for choice in self.choices.values():
            if choice.until == self.now:
                self.store.run_now(partial(unsubscribe, person=choice.party.key))

    async def _work(self) -> None:
        self.worked.append(self.now)
        while self._sends():
            pass
        await self._deliver()
        if self.dice.random() < 0.02:  # the process is killed, and another one takes its place
            self.killed += 1
            self._runtime = self._process()
            self.store.run_now(lambda tx: tx.lanes.take_back(self.now))

    def _sends(self) -> bool:
        try:
            run = self.store.run_now(self._send)
        except Killed:
            self.killed += 1
            return True
        if run.told:
            self._look()
        return run.rows > 0

    def _send(self, tx: Transaction) -> Run:
        run = send_due(tx, self.now, 7)
        if run.rows and self.dice.random() < 0.1:
            raise Killed
        return run

    def _look(self) -> None:
        """Note what was queued just now, and hold it against the oracle."""
        for party in self.village.readers:
            for one in self.store.run_now(partial(_waiting, person=party.key)):
                if one.message.key not in self.queued:
                    self._check(party, one.message.key, _reply.decode(one.message.reply))

    def _check(self, party: Party, key: str, reply: Reply) -> None:
        due_on = self._last_due(party.id, self.now)
        self.queued[key] = (party.id, due_on, reply)
        self.late += "late" in reply.text or "Avec du retard" in reply.text
        week = self._week(party.id, due_on, self.now)
        self.faults += [f"{party.id} {due_on}: {fault}" for fault in faults(reply, week)]

    async def _deliver(self) -> None:
        await self._runtime.delivery.claim()
        await self._runtime.delivery.settled()

    async def _drain(self) -> None:
        """What waits for another attempt gets it."""
        for _ in range(50):
            self.now += HOUR
            await self._deliver()

    # ---- the oracle's side: days of the calendar, and the log --------------------------------------------------

    def _week(self, reader: str, due_on: date, now: datetime) -> Week:
        return week_of(self.village.log, reader, self.choices[reader].party.zone, due_on, now)

    def _last_due(self, reader: str, now: datetime) -> date:
        return max(day for day, moment in self._due(reader) if moment <= now)

    def _due(self, reader: str) -> list[tuple[date, datetime]]:
        """Every day on which that reader's digest is due, and the moment by which it is."""
        choice = self.choices[reader]
        days = (self.start.date() + timedelta(days=n) for n in range(-7, (self.end - self.start).days + 8))
        zone = ZoneInfo(choice.party.zone)
        return [
            (day, (datetime.combine(day, choice.at, zone) + timedelta(seconds=SPREAD)).astimezone(UTC))
            for day in days
            if day.weekday() == choice.weekday
        ]

    def _hold_against_the_oracle(self) -> None:
        if sorted(self.post.took) != sorted(self.queued):
            self.faults.append("not everything that was queued arrived")
        if self.post.twice:
            self.faults.append(f"{self.post.twice} arrived twice")
        told = Counter((reader, day) for reader, day, reply in self.queued.values() if reply.key == "digest.head")
        for reader in self.choices:
            for day in self._days_told(reader):
                told[reader, day] -= 1
            self.faults += self._quiet_faults(reader)
        self.faults += [f"{reader} {day}: {count:+d} digests" for (reader, day), count in told.items() if count]

    def _days_told(self, reader: str) -> list[date]:
        """The days whose digest had something to tell, and on or after which somebody worked before the next one."""
        due = self._due(reader)
        days = []
        for (day, moment), (_, following) in pairwise(due):
            place = bisect_left(self.worked, moment)
            at = self.worked[place] if place < len(self.worked) else following
            in_time = self.start < moment and at <= self.end and at < min(following, self.choices[reader].until)
            if in_time and self._week(reader, day, at).tells:
                days.append(day)
        return days

    def _quiet_faults(self, reader: str) -> list[str]:
        """One a month, and four silent weeks before each."""
        days = sorted((day, reply.key) for who, day, reply in self.queued.values() if who == reader)
        near = [
            f"{reader} {day}: quiet after {before}"
            for (before, _), (day, key) in pairwise(days)
            if key == "digest.quiet" and (day - before).days < 28
        ]
        months = Counter((day.year, day.month) for day, key in days if key == "digest.quiet")
        return near + [f"{reader}: {count} quiet lines in {month}" for month, count in months.items() if count > 1]


def _waiting(tx: Transaction, person: PersonId) -> tuple[Pending, ...]:
    return tx.outbox.pending(person, 0)
