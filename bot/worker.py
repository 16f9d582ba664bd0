"""The runtime of one process: it owns every task, wakes them, and on a stop lets them end what they have in hand.

Any number of processes may run on one PostgreSQL; they share the tables and nothing else, and each may die at any
moment. A process has a role: "web" hears what platforms send, "worker" takes turns, delivers and keeps the schedule,
"both" does all of it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from functools import partial
from typing import Any, Final, Literal

import structlog

from adapters.hearing import Happened, Person
from adapters.port import Platform
from bot.backoff import Jitter, jitter
from bot.delivery import Delivery
from bot.desk import Answer, Desk
from bot.intake import At, Clock, Intake
from bot.metrics import Metrics
from bot.observe import note_failure
from bot.scheduler import Scheduler
from bot.second_opinion import Asking, SecondOpinion
from bot.turns import Told, Turns
from storage.store import Store
from storage.transaction import Transaction
from storage.wakeups import Bell

Role = Literal["web", "worker", "both"]

PATIENCE: Final = 5.0  # seconds to end what is in hand; an orchestrator gives ten, and the web server needs some
BREATH: Final = 1.0  # seconds before a task that failed goes on

log = structlog.get_logger()


def _nothing(_point: str) -> None:
    """What happens at a point where a process may die, unless a test says otherwise."""


def _nobody(_person: Person) -> None:
    """Who is told of a turn, unless a platform shows something that may have changed."""


class Runtime:
    """Intake, turns, delivery and schedule on one store. Close the store after `stop`."""

    def __init__(
        self, store: Store, desk: Desk, platforms: Iterable[Platform] = (), *, role: Role = "both",
        clock: Clock = Transaction.now, at: At = _nothing, jitter: Jitter = jitter, told: Told = _nobody,
        opinion: SecondOpinion | None = None,
    ) -> None:  # fmt: skip
        self.store = store
        self.role = role
        self.metrics = Metrics()
        by_name = {platform.name: platform for platform in platforms}
        self.delivery = Delivery(store, by_name, self.metrics, clock=clock, at=at, jitter=jitter)
        asking = Asking(store, desk, opinion) if opinion else None
        self.intake = Intake(store, desk, self.metrics, clock, at, asking)
        self.turns = Turns(store, desk, self.metrics, self.delivery, clock=clock, at=at, jitter=jitter, told=told)
        self.scheduler = Scheduler(store, self.metrics, clock=clock, platforms=by_name)
        self._clock = clock
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._bells: list[Bell] = []
        self._stopping = False

    async def start(self) -> None:
        """Take up the work of this process's role."""
        if self.store.alone:
            await self.store.run(lambda tx: tx.lanes.take_back(self._clock(tx)))
        if self.role == "web":
            return
        for number in range(self.store.threads):
            self._bells.append(self.store.bell("turns"))
            self._begin(f"turns {number + 1}", partial(self._take_turns, self._bells[number]))
        self._begin("delivery", self.delivery.run)
        self._begin("scheduler", self.scheduler.run)

    async def stop(self) -> None:
        """End the turn in hand and the sends in flight, leave the rest in the tables. Takes PATIENCE at most."""
        self._stopping = True
        self.scheduler.stop()
        for bell in self._bells:
            bell.ring()
        end = asyncio.get_running_loop().time() + PATIENCE
        turning = [task for name, task in self._tasks.items() if name != "delivery"]
        if turning:
            await asyncio.wait(turning, timeout=PATIENCE)
        await self.delivery.stop(max(end - asyncio.get_running_loop().time(), 0.1))
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._tasks.clear()

    @property
    def alive(self) -> dict[str, bool]:
        """The tasks of this process, and whether each still works."""
        return {name: not task.done() for name, task in self._tasks.items()}

    async def answer(self, source: str, happened: Happened) -> Answer | None:
        """Take an event whose person waits for the answer, and deliver what the coach says to it.

        None when it was seen before, or is no matter. Raises what its turn raises: then nothing was kept, not even the
        event.
        """
        considered = await self.intake.considered(happened)
        answer = await self.turns.at_once(source, considered) if considered else None
        await self.delivery.deliver(happened.person.key)
        return answer

    def _begin(self, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._tasks[name] = asyncio.create_task(self._keep_on(name, work), name=name)

    async def _keep_on(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Do it until told to stop; a failure (the database is away) is logged, and it goes on after a breath."""
        while not self._stopping:
            try:
                await work()
            except Exception as error:
                reference = note_failure(error)
                log.error("worker.failed", task=name, id=reference)
                await asyncio.sleep(BREATH)

    async def _take_turns(self, bell: Bell) -> None:
        while not self._stopping:
            if not await self.turns.next():
                await bell.wait()
