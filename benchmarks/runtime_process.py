"""One contestant of the runtime's benchmark: it takes its people's events, and notes when each reply was told.

`python -m benchmarks.runtime_process KIND URL KEY FIRST PEOPLE PAUSE`. KIND is `runtime`, the product, or `floor`: one
transaction that loads, steps and saves, the reply told at once and lost if the process dies. Events and replies stay
in the process, so what is measured is the runtime and not HTTP. `PAUSE` is seconds between two events, 0 for as fast
as they are taken by PARALLEL people at once.

It prints how many replies it told so far, until its standard input ends; then its figures as JSON.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from adapters.hearing import Happened, Person
from adapters.port import To
from bot.desk import Desk
from bot.observe import log_to_stderr
from bot.worker import Runtime
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Event, Moment
from dialogs.person import PersonId
from dialogs.replies import Reply, Settled
from storage.secrets import KeyRing
from storage.store import Store
from storage.transaction import Transaction
from tests.crash.talks import PER_TALK, TENANT, events_of, key_of, person_of

NOW = datetime.now(UTC)
PARALLEL = 32
WARM_UP = 1000  # people of the warm-up are numbered from here, times the last person's number
Take = Callable[[str, str, Event], Awaitable[object]]


class Memory:
    """A platform that tells nobody, at once, and remembers when."""

    name = "memory"

    def __init__(self) -> None:
        self.told: list[tuple[str, float]] = []

    async def send(self, to: To, reply: Reply, key: str) -> str:
        self.told.append((to.person, time.monotonic()))
        return key

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        return sent

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        return

    async def settle(self, to: To, settled: Settled, key: str) -> None:
        return

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        return None


class Floor:
    """A bot that keeps its state in one transaction a turn, and nothing else."""

    def __init__(self, store: Store, platform: Memory) -> None:
        self._store = store
        self._platform = platform

    async def take(self, key: str, person: str, said: Event) -> None:
        for reply in await self._store.run(lambda tx: self._turn(tx, person, said)):
            await self._platform.send(To(TENANT, person), reply, key)

    def _turn(self, tx: Transaction, person: str, said: Event) -> tuple[Reply, ...]:
        who = PersonId(TENANT, person)
        kept = tx.conversations.load(who)
        before = kept.conversation if kept else Conversation(first_name=person)
        outcome = step(before, said, Moment(NOW))
        tx.conversations.save(who, outcome.conversation, kept and kept.version)
        return outcome.replies


class Bench:
    """Holds talks and keeps the time of each event, in monotonic seconds, which processes of a machine share."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self.sent: dict[str, float] = {}
        self.acknowledged: dict[str, float] = {}

    async def at_full_speed(self, people: range) -> None:
        """PARALLEL people at once, each saying the next thing as soon as the last was acknowledged."""
        waiting = list(people)
        await asyncio.gather(*(self._talk_on(waiting) for _ in range(PARALLEL)))

    async def _talk_on(self, waiting: list[int]) -> None:
        while waiting:
            number = waiting.pop()
            for index in range(PER_TALK):
                await self._say(number, index)

    async def at_ease(self, people: range, pause: float) -> None:
        """One event after the other, everybody in turn, with a pause between."""
        for index in range(PER_TALK):
            for number in people:
                await asyncio.sleep(pause)
                await self._say(number, index)

    async def _say(self, number: int, index: int) -> None:
        person = person_of(number)
        key = key_of(person, index)
        self.sent[key] = time.monotonic()
        await self._take(key, person, events_of(number)[index])
        self.acknowledged[key] = time.monotonic()


async def measured(take: Take, platform: Memory, people: range, pause: float) -> dict[str, Any]:
    """Warm up, wait for the word, hold the talks, and wait until everything was told."""
    await Bench(take).at_full_speed(range(people.stop * WARM_UP, people.stop * WARM_UP + PARALLEL))
    await asyncio.sleep(1)
    platform.told.clear()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    bench, begun, before = Bench(take), time.process_time(), _written()
    ended = asyncio.create_task(asyncio.to_thread(sys.stdin.read))
    talks = asyncio.create_task(bench.at_ease(people, pause) if pause else bench.at_full_speed(people))
    while not ended.done():
        await asyncio.wait([ended], timeout=0.05)
        print(len(platform.told), flush=True)
    await talks
    used = {"cpu": time.process_time() - begun, "written": _written() - before}
    return {"sent": bench.sent, "acknowledged": bench.acknowledged, "told": platform.told, **used}


def _written() -> int:
    """Bytes that this process wrote to disk so far (Linux)."""
    line = next(line for line in Path("/proc/self/io").read_text().splitlines() if line.startswith("write_bytes"))
    return int(line.split()[1])


async def main(kind: str, url: str, key: str, people: range, pause: float) -> None:
    """Open the database, run the contestant, print its figures."""
    log_to_stderr()
    store, platform = Store.open(url, KeyRing([key])), Memory()
    if kind == "floor":
        found = await measured(Floor(store, platform).take, platform, people, pause)
    else:
        runtime = Runtime(store, Desk(Company()), [platform])

        async def take(source: str, person: str, said: Event) -> None:
            happened = Happened(Person(TENANT, person, person), said, platform.name, NOW)
            await runtime.intake.take(source, happened)

        await runtime.start()
        found = await measured(take, platform, people, pause)
        await runtime.stop()
    store.close()
    print(json.dumps(found))


if __name__ == "__main__":
    kind, url, key, first, count, pause = sys.argv[1:]
    asyncio.run(main(kind, url, key, range(int(first), int(first) + int(count)), float(pause)))
