"""One campaign: people talk while processes die, the platform misbehaves, the database goes away; then all is counted.

Theory. Disturbances run beside the driver until every event is acknowledged. Then they end, the faults are lifted,
and the product has to finish by itself what it owes. The processes are stopped politely, and the oracle judges what
the platform took and what the database remembers.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from dialogs.conversation import Conversation
from dialogs.person import PersonId
from storage.secrets import KeyRing, new_key
from storage.store import Store
from storage.transaction import Transaction
from tests.crash.driver import Driver
from tests.crash.fake_platform import NONE, FakePlatform, Faults, Taken
from tests.crash.oracle import Verdict, judge
from tests.crash.processes import Replica
from tests.crash.replica import DIED
from tests.crash.talks import TENANT, Expected, expected, key_of, person_of

QUIET: Final = 25.0  # seconds without a message, longer than any lease or wait: nothing more will come
LONGEST: Final = 300.0  # seconds until every event must be acknowledged
SETTLED: Final = 1.0  # seconds that a repeat of the last message would have


class Figures(NamedTuple):
    """What a campaign came to: seconds, and monotonic times by event key; `stops` has a figure per process."""

    verdict: Verdict
    killed: int
    points: Counter[str]
    fallen: int
    posts: int
    met: dict[str, int]
    sent: dict[str, float]
    acknowledged: dict[str, float]
    answered: dict[str, float]
    heal: float
    stops: list[float]

    def take_over(self, killed: float) -> float:
        """The longest that anybody waited for an answer after a death, in seconds."""
        return max(at - max(self.sent[key], killed) for key, at in self.answered.items())


class Campaign:
    """A platform, a database and some processes, and what is done to them."""

    def __init__(self, url: str, replicas: int, folder: Path, faults: Faults = NONE, points: str = "") -> None:
        """`points` are the crash points and their chances: `name=0.02,name=0.1`."""
        self.platform = FakePlatform(faults)
        self.replicas: list[Replica] = []
        self.dice = random.Random(1)
        self._url = url
        self._key = new_key()
        self._count = replicas
        self._folder = folder
        self._points = points

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Campaign"]:
        """The platform listens and every process is ready; in the end nothing of it is left."""
        await self.platform.start()
        environment = {
            "CRASH_DATABASE": self._url,
            "CRASH_KEY": self._key,
            "CRASH_PLATFORM": self.platform.url,
            "CRASH_POINTS": self._points,
        }
        self.replicas += [Replica(f"r{n}", environment, self._folder / f"r{n}.log") for n in range(self._count)]
        try:
            for replica in self.replicas:
                await replica.start()
            yield self
        finally:
            for replica in self.replicas:
                replica.kill()
            await self.platform.stop()

    async def hold(
        self,
        people: Sequence[int],
        pause: float,
        *disturb: Callable[["Campaign"], Coroutine[None, None, None]],
        copies: int = 3,
    ) -> Figures:
        """Hold the talks of these people under disturbances, let the product recover, stop it, and judge."""
        at = datetime.now(UTC)  # what is due after days of silence is not due yet
        wanted = {person_of(number): expected(number, at) for number in people}
        driver = Driver(self.replicas, at, copies)
        async with asyncio.timeout(LONGEST):
            await _until(driver.run(people, pause), [one(self) for one in disturb])
        heal = await self._recover(sum(len(one.texts) for one in wanted.values()))
        stops = [await replica.stop() for replica in self.replicas]
        return Figures(
            verdict=judge(wanted, self.platform.taken, self._states(wanted)),
            killed=sum(replica.killed for replica in self.replicas),
            points=self._died_at(),
            fallen=sum(replica.fallen for replica in self.replicas),
            posts=driver.posts,
            met=self.platform.met,
            sent=driver.sent,
            acknowledged=driver.acknowledged,
            answered=answers(wanted, self.platform.taken),
            heal=heal,
            stops=stops,
        )

    async def _recover(self, messages: int) -> float:
        """Lift every fault and wait for what is owed; the seconds that took."""
        begun = time.monotonic()
        self.platform.faults, self.platform.down = NONE, False
        for replica in self.replicas:
            if replica.environment.pop("CRASH_POINTS", None) or not replica.up:
                replica.kill()
                await replica.start()
        while len(self.platform.taken) < messages and await self._news(QUIET):
            pass
        healed = time.monotonic() - begun
        await self._news(SETTLED)
        return healed

    async def _news(self, patience: float) -> bool:
        """Wait for a message; False when none came."""
        self.platform.news.clear()
        try:
            await asyncio.wait_for(self.platform.news.wait(), patience)
        except TimeoutError:
            return False
        return True

    def _died_at(self) -> Counter[str]:
        """How often a process died at each crash point, by what its log says."""
        lines = [line for log in self._folder.glob("*.log") for line in log.read_text().splitlines()]
        return Counter(line.removeprefix(DIED).strip() for line in lines if line.startswith(DIED))

    def _states(self, wanted: dict[str, Expected]) -> dict[str, Conversation | None]:
        """Where each talk stands in the database."""

        def load(tx: Transaction) -> dict[str, Conversation | None]:
            kept = {person: tx.conversations.load(PersonId(TENANT, person)) for person in wanted}
            return {person: one and one.conversation for person, one in kept.items()}

        store = Store.open(self._url, KeyRing([self._key]))
        try:
            return store.run_now(load)
        finally:
            store.close()


async def _until(work: Coroutine[None, None, None], beside: Sequence[Coroutine[None, None, None]]) -> None:
    """Do the work with the others beside it; whichever fails, the work or one of them, ends all."""
    doing = asyncio.ensure_future(work)
    others = [asyncio.ensure_future(one) for one in beside]
    waiting = {doing, *others}
    try:
        while not doing.done():
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        for task in (doing, *others):
            task.cancel()
        await asyncio.gather(doing, *others, return_exceptions=True)


def answers(wanted: dict[str, Expected], taken: Iterable[Taken]) -> dict[str, float]:
    """When the last reply to each event was taken; of use when nothing was lost, doubled or out of order."""
    times: dict[str, list[float]] = {}
    for message in taken:
        times.setdefault(message.to, []).append(message.at)
    return {
        key_of(person, index): times[person][count - 1]
        for person, expected in wanted.items()
        for index, count in enumerate(expected.answers)
        if count <= len(times.get(person, ()))
    }
