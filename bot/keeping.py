"""What is kept of a turn: the talk, the plan once it is worth a row, and what is to be remembered beside them."""

from datetime import datetime
from typing import Final

from adapters.hearing import Happened, Person
from bot.preferences import keep_out_of, know
from dialogs.conversation import Conversation
from dialogs.interception.manners import Answer
from dialogs.lang import Lang
from dialogs.plan import COACHING, Plan
from dialogs.turn import Fact, OfferAnswered, Outcome, PlanDeleted
from storage.conversations import Kept
from storage.transaction import Transaction

_ANSWERS: Final[dict[str, Answer]] = {
    "yes": "started", "later": "later", "no": "no", "never": "never", "not_meant": "not_meant", "not_here": "not_here",
}  # fmt: skip


def keep_turn(tx: Transaction, happened: Happened, kept: Kept | None, before: Conversation, outcome: Outcome) -> None:
    """Keep all that came of the turn. `kept` is the talk as it was stored, `before` as the turn began."""
    person, now, after = happened.person, happened.at, outcome.conversation
    if kept is None or _address(kept.conversation) != _address(after):
        know(tx, person.key, first_name=person.first_name, locale=after.lang, zone=person.zone)
    tx.conversations.save(person.key, after, kept and kept.version)
    _keep_plans(tx, person, before.plan, outcome, now)
    for fact in outcome.facts:
        _remember(tx, person, fact, now)


def _keep_plans(tx: Transaction, person: Person, before: Plan, outcome: Outcome, now: datetime) -> None:
    """Store the plan when it is worth a row: a new state, a summary, or another plan in its place.

    While a plan is in coaching the conversation holds it, turn by turn.
    """
    plan = outcome.conversation.plan
    if before.number and plan.number != before.number and before.number not in _deleted(outcome):
        keep_plan(tx, person, before, now)
    told = plan.state != before.state or outcome.conversation.summary_shown
    if plan.number and plan != before and told:
        keep_plan(tx, person, plan, now)


def keep_plan(tx: Transaction, person: Person, plan: Plan, now: datetime) -> None:
    """Store the plan; once it left coaching every change is a version of it."""
    tx.plans.save(person.key, plan, now, version=plan.state not in COACHING)


def _remember(tx: Transaction, person: Person, fact: Fact, now: datetime) -> None:
    match fact:
        case PlanDeleted():
            tx.plans.delete(person.key, fact.number)
        case OfferAnswered():
            _remember_answer(tx, person, _ANSWERS[fact.answer], now)


def _remember_answer(tx: Transaction, person: Person, answer: Answer, now: datetime) -> None:
    made = [offered for offered in tx.offers.of_person(person.key) if offered.answer != "shadow"]
    if made:
        tx.offers.answer(person.key, made[-1].channel, made[-1].thread, answer)
    if made and answer == "not_here":
        keep_out_of(tx, person.key, made[-1].channel)
    if answer == "never":
        know(tx, person.key, opted_out_at=now)


def _address(conversation: Conversation) -> tuple[str, Lang]:
    """How the person is spoken to."""
    return conversation.first_name, conversation.lang


def _deleted(outcome: Outcome) -> set[int]:
    return {fact.number for fact in outcome.facts if isinstance(fact, PlanDeleted)}
