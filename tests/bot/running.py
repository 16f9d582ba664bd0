"""A runtime on a real database with a platform that records, and a clock that a test moves. It works when told to."""

from datetime import datetime, timedelta
from typing import Final

from adapters.hearing import Happened, Person
from adapters.port import To
from bot.desk import Desk
from bot.second_opinion import SecondOpinion
from bot.worker import Role, Runtime
from dialogs.conversation import Conversation
from dialogs.events import Said
from dialogs.replies import Reply, Settled
from storage.store import Store
from tests.bot.talking import ANA, MORNING, TEAM, Anything

PROBLEM: Final = "30 ideas in May, none was answered"


class Killed(BaseException):
    """The process ends here, as far as one can tell inside it."""


class Recorder:
    """A platform that remembers what it took, and fails the next calls as a test says."""

    name = "recorder"

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []  # key, message key of the reply
        self.places: list[str] = []  # where each was said
        self.to: list[To] = []
        self.texts: list[str] = []
        self.changed: list[tuple[str, str, str]] = []  # what was done, id, message key of the reply
        self.looked_up: list[str] = []
        self.has: dict[str, str] = {}
        self.faults: list[BaseException | None] = []

    @property
    def said(self) -> list[str]:
        """The message keys of what it took, in order."""
        return [reply for _, reply in self.sent]

    async def send(self, to: To, reply: Reply, key: str) -> str:
        self._meet()
        self.sent.append((key, reply.key))
        self.to.append(to)
        self.texts.append(reply.text)
        self.places.append(to.place)
        return self.has.setdefault(key, f"id-{len(self.sent)}")

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        self._meet()
        self.changed.append(("replaced", sent, reply.key))
        return sent

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        self._meet()
        self.changed.append(("withdrawn", sent, ""))

    async def settle(self, to: To, settled: Settled, key: str) -> None:
        self._meet()
        self.changed.append(("settled", settled.shown, settled.answer))

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        self.looked_up.append(key)
        return self.has.get(key)

    def _meet(self) -> None:
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None:
            raise fault


class World:
    """One process of the runtime, that does nothing by itself."""

    def __init__(
        self, store: Store, platform: Recorder | None = None, *, role: Role = "both",
        opinion: SecondOpinion | None = None,
    ) -> None:  # fmt: skip
        self.store = store
        self.platform = platform or Recorder()
        self.now = MORNING
        self.dies_at = ""
        self.points: list[str] = []
        self.desk = Desk(TEAM)
        self.runtime = Runtime(
            store, self.desk, [self.platform], role=role, clock=lambda _: self.now, at=self._at, jitter=lambda: 1.0,
            opinion=opinion,
        )  # fmt: skip
        self._said = 0

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    async def hear(
        self, event: Anything | str, *, source: str = "", person: Person = ANA, at: datetime | None = None,
        place: str = "",
    ) -> bool:  # fmt: skip
        """An event comes in; its source is new unless given. It comes from a channel when it has a place."""
        self._said += 1
        said = Said(event) if isinstance(event, str) else event
        happened = Happened(person, said, self.platform.name, at or self.now, place, bool(place))
        return await self.runtime.intake.take(source or f"event-{self._said}", happened)

    async def turn(self) -> int:
        """Take every turn that is due; how many."""
        turns = 0
        while await self.runtime.turns.next():
            turns += 1
        return turns

    async def deliver(self) -> None:
        """Deliver what is due."""
        await self.runtime.delivery.claim()
        await self.runtime.delivery.settled()

    async def settle(self) -> None:
        """Turns, then deliveries."""
        await self.turn()
        await self.runtime.delivery.settled()
        await self.deliver()

    async def say(self, *events: Anything | str, person: Person = ANA, place: str = "") -> None:
        for event in events:
            self.later(seconds=1)
            await self.hear(event, person=person, place=place)
            await self.settle()

    def talk(self, person: Person = ANA) -> Conversation:
        """Their talk as it stands."""
        return self.store.run_now(lambda tx: self.desk.show(tx, person)).conversation

    def problem(self, person: Person = ANA) -> str:
        """The problem that their plan holds."""
        return self.talk(person).plan.problem

    def _at(self, point: str) -> None:
        self.points.append(point)
        if point == self.dies_at:
            raise Killed(point)
