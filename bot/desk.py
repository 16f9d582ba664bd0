"""The desk: one person's event in, the coach's replies out, inside the transaction that it is given.

Every place where people talk (terminal, page, the chat platforms) has its events taken here, so that state, plans
and facts are kept together with what its caller adds, or not at all.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import msgspec

from adapters.hearing import Person
from bot.commands import as_command, obey
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Elapsed, Event, Noticed, Said
from dialogs.interception.judge import Finding
from dialogs.interception.manners import Answer as OfferAnswer
from dialogs.interception.manners import History, Offer, Scene, Yes, may_speak
from dialogs.lang import Lang
from dialogs.plan import COACHING, Plan
from dialogs.replies import Reply
from dialogs.turn import Fact, OfferAnswered, Outcome, PlanDeleted, Read, Turn
from storage.channels import ChannelId
from storage.conversations import Kept
from storage.people import Person as KnownPerson
from storage.transaction import Transaction

_OFFER_ANSWERS: Final[dict[str, OfferAnswer]] = {
    "yes": "started",
    "later": "later",
    "no": "no",
    "never": "never",
}
_OVER: Final = ("done", "dropped")


class Answer(NamedTuple):
    """What the coach says to an event, the state after it, and what the line was read as.

    `quiet` is why it kept quiet on a channel message, a short reason without the message's words; `before` is the
    state before the event, where that changed it.
    """

    replies: tuple[Reply, ...]
    conversation: Conversation
    read: Mapping[str, Read] = MappingProxyType({})
    quiet: str = ""
    before: Conversation | None = None


class Desk:
    """Takes events of people. It remembers nothing itself: all is in the transaction."""

    def __init__(self, company: Company, *, any_hour: bool = False) -> None:
        """`any_hour` lifts the hours in which the coach may speak: for a make-believe channel, tried at night."""
        self._company = company
        self._any_hour = any_hour

    def take(self, tx: Transaction, person: Person, event: Event, now: datetime) -> Answer:
        """Take an event of the private talk; `/plan …` typed there is a command."""
        command = as_command(event.text) if isinstance(event, Said) else None
        if command is None:
            return self._turn(tx, person, event, now)
        conversation = _talk_of(tx, person)
        moment = person.moment(now)
        obeyed = obey(command, conversation, tx.plans, person.key, Turn(conversation, moment, self._company))
        return Answer(obeyed, conversation) if isinstance(obeyed, tuple) else self._turn(tx, person, obeyed, now)

    def offer(self, tx: Transaction, person: Person, channel: str, finding: Finding, now: datetime) -> Answer:
        """Make the private offer for a tool-first message, if good manners allow it."""
        quiet = self.quiet(tx, person, channel, finding, now)
        if quiet is not None or finding.tool is None:
            return Answer((), _talk_of(tx, person), quiet=quiet or "")
        moment = person.moment(now)
        tx.offers.record(person.key, channel, _thread(person, now), moment.now)
        lang = finding.lang or person.lang
        noticed = Noticed(finding.tool, lang, finding.goal, finding.problem, finding.people, finding.date)
        return self._turn(tx, person, noticed, now)

    def quiet(self, tx: Transaction, person: Person, channel: str, finding: Finding, now: datetime) -> str | None:
        """Why the coach keeps quiet on a tool-first message; None when it may make its offer."""
        moment = person.moment(now)
        here = ChannelId(person.tenant, channel)
        scene = Scene(
            channel_opted_in=tx.channels.get(here) == "on" or channel in self._company.channels,
            thread_offered=tx.offers.thread_offered(here, _thread(person, now)),
            offers_in_channel_today=tx.offers.in_channel_on(here, moment.today),
            any_hour=self._any_hour,
        )
        allowed = may_speak(finding, self._history(tx, person), scene, moment.now)
        return None if isinstance(allowed, Yes) else allowed.why

    def show(self, tx: Transaction, person: Person) -> Answer:
        """The state as it is; changes nothing and says nothing."""
        return Answer((), _talk_of(tx, person))

    def _turn(self, tx: Transaction, person: Person, event: Event, now: datetime) -> Answer:
        kept = tx.conversations.load(person.key)
        before = _as_called_now(kept, person)
        outcome = step(before, event, person.moment(now), self._company)
        after = outcome.conversation
        if isinstance(event, Elapsed) and not outcome.replies:
            return Answer((), before)  # nothing was due: silence touches no disk
        if kept is None or _address(kept.conversation) != _address(after):
            _know(tx, person, first_name=person.first_name, locale=after.lang, zone=person.zone)
        tx.conversations.save(person.key, after, kept and kept.version)
        self._keep_plans(tx, person, before.plan, outcome, now)
        for fact in outcome.facts:
            self._remember(tx, person, fact, now)
        return Answer(outcome.replies, after, outcome.read, before=before)

    def _keep_plans(self, tx: Transaction, person: Person, before: Plan, outcome: Outcome, now: datetime) -> None:
        """Store the plan when it is worth a row: a new state, a summary, or another plan in its place.

        While a plan is in coaching the conversation holds it, turn by turn.
        """
        plan = outcome.conversation.plan
        if before.number and plan.number != before.number and before.number not in _deleted(outcome):
            tx.plans.save(person.key, before, now, version=before.state not in COACHING)
        told = plan.state != before.state or outcome.conversation.summary_shown
        if plan.number and plan != before and told:
            tx.plans.save(person.key, plan, now, version=plan.state not in COACHING)

    def _remember(self, tx: Transaction, person: Person, fact: Fact, now: datetime) -> None:
        match fact:
            case PlanDeleted():
                tx.plans.delete(person.key, fact.number)
            case OfferAnswered():
                self._remember_answer(tx, person, fact, now)

    def _remember_answer(self, tx: Transaction, person: Person, fact: OfferAnswered, now: datetime) -> None:
        made = tx.offers.of_person(person.key)
        if made:
            tx.offers.answer(person.key, made[-1].channel, made[-1].thread, _OFFER_ANSWERS[fact.answer])
        if fact.answer == "never":
            _know(tx, person, opted_out_at=now)

    def _history(self, tx: Transaction, person: Person) -> History:
        conversation = _talk_of(tx, person)
        known = tx.people.get(person.key)
        plans = [tx.plans.get(person.key, e.number) for e in tx.plans.list(person.key) if e.state not in _OVER]
        return History(
            offers=tuple(Offer(made.at, made.answer) for made in tx.offers.of_person(person.key)),
            opted_out=known is not None and known.opted_out_at is not None,
            talk_open=conversation.status in ("talking", "paused"),
            planned_tools=tuple(plan.trigger_tool for plan in plans if plan and plan.trigger_tool),
        )


def _talk_of(tx: Transaction, person: Person) -> Conversation:
    return _as_called_now(tx.conversations.load(person.key), person)


def _as_called_now(kept: Kept | None, person: Person) -> Conversation:
    """The talk, under the first name that the person has now."""
    if kept is None:
        return Conversation(first_name=person.first_name, lang=person.lang)
    name = person.first_name or kept.conversation.first_name
    return msgspec.structs.replace(kept.conversation, first_name=name)


def _thread(person: Person, now: datetime) -> str:
    """Where a message stands: here every message is a thread of its own."""
    return f"{person.id}:{now.isoformat()}"


def _know(tx: Transaction, person: Person, **news: Any) -> None:
    """Replace what is told of them; the rest stands, an opt-out above all."""
    known = tx.people.get(person.key) or KnownPerson()
    tx.people.put(person.key, msgspec.structs.replace(known, **news))


def _address(conversation: Conversation) -> tuple[str, Lang]:
    """How the person is spoken to."""
    return conversation.first_name, conversation.lang


def _deleted(outcome: Outcome) -> set[int]:
    return {fact.number for fact in outcome.facts if isinstance(fact, PlanDeleted)}
