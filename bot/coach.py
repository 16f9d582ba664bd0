"""The coach as the chat platforms' apps see it: what happens goes to the intake, what they show is read here."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TypeVar

from adapters.hearing import Happened, Person, Seen, SheetSent
from bot import looking
from bot.desk import Desk
from bot.intake import Clock, Intake
from bot.linking import person_at_home
from dialogs.interception.judge import Finding, judge
from dialogs.person import PersonId
from dialogs.views import Home, Sheet, SheetKey
from storage.channels import ChannelId
from storage.store import Store
from storage.transaction import Transaction

T = TypeVar("T")


class RunningCoach:
    """`adapters.hearing.Coach` on a store."""

    def __init__(self, store: Store, intake: Intake, desk: Desk, clock: Clock = Transaction.now) -> None:
        self._store = store
        self._intake = intake
        self._company = desk.company
        self._clock = clock

    def judge(self, text: str) -> Finding | None:
        """Look at a channel message, in memory. None: it is not tool-first, and is to be forgotten."""
        return self._intake.judge(text)

    def read(self, text: str) -> Finding | None:
        """What a message names that somebody asks about, in memory: a plan's tool and goal too. None: no tool."""
        finding = judge(text, mode="eager")
        return finding if finding.tool else None

    async def listens(self, tenant: str, seen: Seen) -> bool:
        """Whether its people let the coach listen in that channel, aloud or in the shadow, to what is that likely."""
        return await self._intake.listens(ChannelId(tenant, seen.channel), seen.finding)

    async def take(self, source: str, happened: Happened) -> bool:
        """Keep the event; `source` names it in its tenant, for good. False when it was seen before, or is no matter."""
        return await self._intake.take(source, happened)

    async def known(self, person: PersonId) -> Person | None:
        """Who they are, as far as we know; None for somebody never met."""
        return await self._store.run(partial(looking.known_as, person=person))

    async def sheet(self, person: Person, key: SheetKey, about: str) -> Sheet | None:
        """The sheet to fill in; None when what it is about is gone."""
        return await self._look(person, lambda tx, who, now: looking.sheet(tx, self._company, who, key, about, now))

    async def faults(self, person: Person, sent: SheetSent) -> Mapping[str, str]:
        """What has to be mended in a sheet before it can be taken: input -> a sentence. Empty: nothing."""
        return await self._look(person, lambda tx, who, now: looking.faults(tx, self._company, who, sent, now))

    async def home(self, person: Person) -> Home:
        """The person's home page as it is now."""
        return await self._look(person, lambda tx, who, now: looking.home(tx, self._company, who, now))

    async def _look(self, person: Person, read: Callable[[Transaction, Person, datetime], T]) -> T:
        """Read something of a person, by their home account."""
        return await self._store.run(lambda tx: read(tx, person_at_home(tx, person), self._clock(tx)))
