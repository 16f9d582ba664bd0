"""Intake: what happened is written down and committed, and only then is the platform told that we have it.

A platform that repeats an event repeats its key, which is taken once. A channel message is judged in memory first, as
eagerly as any channel may want it: only one that may start a talk is written, and then as what may be quoted of it,
never as the message. Where the company set a second opinion it is asked before anything is written.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Literal

import msgspec
import structlog

from adapters.hearing import Happened, Seen
from bot.desk import Desk
from bot.linking import at_home
from bot.permission import decided
from bot.second_opinion import Asking
from dialogs.events import Said, Unsaid
from dialogs.interception.judge import Finding, judge
from dialogs.interception.manners import COMPANY_HAD_ITS_OFFERS, NOT_SURE_HERE, sure_enough
from storage.channels import ChannelId
from storage.inbox import Incoming
from storage.store import Store
from storage.transaction import Transaction

if TYPE_CHECKING:
    from bot.metrics import Metrics

Clock = Callable[[Transaction], datetime]  # what several processes compare is measured by the database's clock
Outcome = Literal["taken", "repeated", "quiet", "no matter"]
At = Callable[[str], None]  # told of each point at which a process may die

log = structlog.get_logger()


def as_incoming(source: str, happened: Happened) -> Incoming:
    """The event as the inbox keeps it: without the words of a channel message."""
    if isinstance(happened.event, Seen):
        happened = msgspec.structs.replace(happened, event=happened.event.without_words())
    return Incoming(source, happened.person.key, happened.platform, happened.place, msgspec.json.encode(happened))


class Intake:
    """Takes what platforms send. Whoever calls acknowledges when the call returns, and not when it raises."""

    def __init__(
        self, store: Store, desk: Desk, metrics: "Metrics", clock: Clock, at: At, asking: Asking | None = None
    ) -> None:
        self._store = store
        self._desk = desk
        self._metrics = metrics
        self._no_matter = metrics.interceptions.labels("not tool-first")  # once: finding it costs a fifth of judging
        self._clock = clock
        self._at = at
        self._asking = asking

    def judge(self, text: str) -> Finding | None:
        """Look at a channel message, in memory, as eagerly as any channel may want it.

        None: it is not tool-first anywhere, and is to be forgotten.
        """
        finding = judge(text, mode="eager")
        if finding.intercept:
            return finding
        self._no_matter.inc()
        return None

    async def listens(self, channel: ChannelId, finding: Finding) -> bool:
        """Whether its people let the coach listen, aloud or in the shadow, to what is that likely.

        Raises StorageError.
        """
        how = await self._store.run(lambda tx: decided(tx, channel, self._desk.company))
        if how.listening == "off":
            self._metrics.interceptions.labels("channel not opted in").inc()
        elif not sure_enough(finding, how.mode):
            self._metrics.interceptions.labels(NOT_SURE_HERE).inc()
        else:
            return True
        return False

    async def considered(self, happened: Happened) -> Happened | None:
        """The event with what a second opinion says of it, where there is one; None: no offer is to be made.

        Raises StorageError.
        """
        match happened.event:
            case Seen() as seen if self._asking and await self._asking.objects(happened, seen):
                self._metrics.interceptions.labels("second opinion objected").inc()
                return None
            case Said() as said if self._asking:
                return await self._asking.read(happened, said)
            case _:
                return happened

    async def take(self, source: str, happened: Happened) -> bool:
        """Keep the event; `source` names it in its tenant, for good. False when it was seen before.

        False too, and nothing is kept, for a channel message on which good manners forbid to speak, and for the end
        of one for which no offer stands. Raises StorageError; then the platform has to send it again.
        """
        considered = await self.considered(happened)
        outcome: Outcome
        quiet = ""
        if considered is None:
            outcome = "quiet"
        else:
            outcome, quiet = await self._store.run(lambda tx: self._keep(tx, source, considered))
        if quiet:
            self._metrics.interceptions.labels(quiet).inc()
        if quiet == COMPANY_HAD_ITS_OFFERS:  # so many in an hour is a fault of ours: somebody has to look
            log.warning("intake.too_many_offers", platform=happened.platform, tenant=happened.tenant)
        self._metrics.events.labels(happened.platform, outcome).inc()
        self._at("before_ack")
        return outcome == "taken"

    def _keep(self, tx: Transaction, source: str, happened: Happened) -> tuple[Outcome, str]:
        """What becomes of the event; and why the coach keeps quiet on a channel message, if it does."""
        happened = at_home(tx, happened)
        person, event, now = happened.person, happened.event, self._clock(tx)
        if isinstance(event, Seen) and (quiet := self._desk.quiet(tx, happened, event)):
            return "quiet", quiet
        if isinstance(event, Unsaid) and not self._desk.stands_for(tx, person, event.source):
            return "no matter", ""
        if not tx.inbox.add(as_incoming(source, happened), now):
            return "repeated", ""
        tx.lanes.wake(person.key, now)
        return "taken", ""
