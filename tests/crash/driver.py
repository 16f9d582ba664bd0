"""The platform's other side: it delivers each event several times, to whichever process, until it is acknowledged.

As a platform does, it sends a person's next event once the one before was acknowledged, while copies of earlier
ones still arrive.
"""

import asyncio
import random
import time
from collections.abc import Sequence
from datetime import datetime

import aiohttp
import msgspec

from dialogs.events import Event
from tests.crash.processes import Replica
from tests.crash.talks import events_of, key_of, person_of

ATTEMPT = aiohttp.ClientTimeout(total=5)
LATEST_COPY = 2.0  # seconds after the first


class Driver:
    """Delivers the events of a campaign, all said `at` one moment, in several `copies`.

    `sent` and `acknowledged` say when each event was, by key, in monotonic seconds.
    """

    def __init__(self, replicas: Sequence[Replica], at: datetime, copies: int = 3, seed: int = 1) -> None:
        self.sent: dict[str, float] = {}
        self.acknowledged: dict[str, float] = {}
        self.posts = 0
        self._replicas = replicas
        self._at = at
        self._copies = copies
        self._dice = random.Random(seed)

    async def run(self, people: Sequence[int], pause: float) -> None:
        """Hold everybody's talk, a `pause` (seconds, on average) between two events of one person."""
        async with aiohttp.ClientSession(timeout=ATTEMPT) as session, asyncio.TaskGroup() as tasks:
            for number in people:
                tasks.create_task(self._talk(session, tasks, number, pause))

    async def _talk(self, session: aiohttp.ClientSession, tasks: asyncio.TaskGroup, number: int, pause: float) -> None:
        await asyncio.sleep(self._dice.uniform(0, pause))
        for index, event in enumerate(events_of(number)):
            body = as_body(number, index, event, self._at)
            for _ in range(1, self._copies):
                tasks.create_task(self._later(session, body))
            key = key_of(person_of(number), index)
            self.sent[key] = time.monotonic()
            await self.deliver(session, body)
            self.acknowledged[key] = time.monotonic()
            await asyncio.sleep(pause * self._dice.uniform(0.5, 1.5))

    async def _later(self, session: aiohttp.ClientSession, body: bytes) -> None:
        await asyncio.sleep(self._dice.choice((0.0, self._dice.uniform(0, LATEST_COPY))))
        await self.deliver(session, body)

    async def deliver(self, session: aiohttp.ClientSession, body: bytes) -> None:
        """Send it until somebody acknowledges it."""
        wait = 0.05
        while not await self._acknowledged(session, body):
            await asyncio.sleep(wait * self._dice.uniform(0.5, 1.5))
            wait = min(0.8, wait * 2)

    async def _acknowledged(self, session: aiohttp.ClientSession, body: bytes) -> bool:
        self.posts += 1
        there = [replica for replica in self._replicas if replica.up] or self._replicas
        try:
            async with session.post(f"{self._dice.choice(there).url}/events", data=body) as response:
                return response.status == 200
        except (aiohttp.ClientError, TimeoutError, OSError):
            return False


def as_body(number: int, index: int, event: Event, at: datetime) -> bytes:
    """The event as the platform's HTTP body."""
    person = person_of(number)
    return msgspec.json.encode({"key": key_of(person, index), "person": person, "event": event, "at": at})
