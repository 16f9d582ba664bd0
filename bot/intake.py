"""Intake: what happened is written down and committed, and only then is the platform told that we have it.

A platform that repeats an event repeats its key, which is taken once. A channel message is judged in memory first:
only one that may start a talk is written, and then as what may be quoted of it, never as the message.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from bot.desk import Desk, Person
from dialogs.events import Event
from dialogs.interception.judge import Finding, judge
from storage.inbox import Incoming
from storage.store import Store
from storage.transaction import Transaction

if TYPE_CHECKING:
    from bot.metrics import Metrics

Clock = Callable[[Transaction], datetime]  # what several processes compare is measured by the database's clock
At = Callable[[str], None]  # told of each point at which a process may die


class Seen(msgspec.Struct, frozen=True, tag="seen"):
    """A tool-first message in a channel, as the judge read it."""

    channel: str
    finding: Finding


class Happened(msgspec.Struct, frozen=True):
    """An event with all that a turn needs: who, on which platform, when (aware), and where, in its own words."""

    person: Person
    event: Event | Seen
    platform: str
    at: datetime
    place: str = ""


def as_incoming(source: str, happened: Happened) -> Incoming:
    """The event as the inbox keeps it."""
    return Incoming(source, happened.person.key, happened.platform, happened.place, msgspec.json.encode(happened))


class Intake:
    """Takes what platforms send. Whoever calls acknowledges when the call returns, and not when it raises."""

    def __init__(self, store: Store, desk: Desk, metrics: "Metrics", clock: Clock, at: At) -> None:
        self._store = store
        self._desk = desk
        self._metrics = metrics
        self._clock = clock
        self._at = at

    async def take(self, source: str, happened: Happened) -> bool:
        """Keep the event; `source` names it in its tenant, for good. False when it was seen before.

        Raises StorageError; then nothing is kept and the platform has to send it again.
        """
        fresh = await self._store.run(lambda tx: self._keep(tx, source, happened))
        self._metrics.events.labels(happened.platform, "taken" if fresh else "repeated").inc()
        self._at("before_ack")
        return fresh

    async def overhear(self, source: str, happened: Happened, channel: str, text: str) -> bool:
        """Look at a channel message (`happened` holds all but the event). True when a talk may come of it.

        Any other is forgotten: it touches no disk, or the manners are looked up and nothing is written.
        """
        finding = judge(text)
        quiet = "not tool-first" if not finding.intercept else None
        if quiet is None:
            seen = msgspec.structs.replace(happened, event=Seen(channel, finding))
            quiet = await self._store.run(lambda tx: self._keep_if_welcome(tx, source, seen, channel, finding))
        if quiet is not None:
            self._metrics.interceptions.labels(quiet).inc()
        self._at("before_ack")
        return quiet is None

    def _keep(self, tx: Transaction, source: str, happened: Happened) -> bool:
        now = self._clock(tx)
        if not tx.inbox.add(as_incoming(source, happened), now):
            return False
        tx.lanes.wake(happened.person.key, now)
        return True

    def _keep_if_welcome(
        self, tx: Transaction, source: str, seen: Happened, channel: str, finding: Finding
    ) -> str | None:
        quiet = self._desk.quiet(tx, seen.person, channel, finding, seen.at)
        if quiet is None:
            self._keep(tx, source, seen)
        return quiet
