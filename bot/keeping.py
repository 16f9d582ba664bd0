"""What is kept of a turn: the talk, the plan once it is worth a row, and what is to be remembered beside them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from adapters.hearing import Happened, Person
from bot.closing import share_as_wished
from bot.feedback import ask_for_sentence
from bot.living import Living, keep_edited, keep_left, note_reason
from bot.preferences import keep_out_of, know
from bot.talks import NOT_OVER, OPEN
from dialogs.conversation import Conversation
from dialogs.interception.manners import Answer
from dialogs.lang import Lang
from dialogs.life.act import Notice
from dialogs.plan import COACHING
from dialogs.review import with_weak
from dialogs.turn import Fact, OfferAnswered, Outcome, PlanDeleted, PlanDropped, ShareWished, Turn
from storage.conversations import Kept
from storage.transaction import Transaction

_ANSWERS: Final[dict[str, Answer]] = {
    "yes": "started", "later": "later", "no": "no", "never": "never", "not_meant": "not_meant", "not_here": "not_here",
}  # fmt: skip


def keep_turn(
    tx: Transaction, turn: Turn, happened: Happened, kept: Kept | None, before: Conversation, outcome: Outcome
) -> Sequence[Notice]:
    """Keep all that came of the turn. `kept` is the talk as it was stored, `before` as the turn began.

    `turn` is what the outcome left: more may be said in it, and the plan may go on. Returns what others are told.
    """
    living = Living(tx, turn, happened)
    _keep_plans(living, before, outcome)
    for fact in outcome.facts:
        _remember(living, fact)
    keep_talk(tx, turn, happened, kept)
    return living.notices


def keep_talk(tx: Transaction, turn: Turn, happened: Happened, kept: Kept | None) -> None:
    """Store the talk, and how the person is spoken to where that is news."""
    person, after = happened.person, turn.conversation
    if kept is None or _address(kept.conversation) != _address(after):
        know(tx, person.key, first_name=person.first_name, locale=after.lang, zone=person.zone)
    tx.conversations.save(person.key, after, kept and kept.version)


def _keep_plans(living: Living, before: Conversation, outcome: Outcome) -> None:
    """Store the plan when it is worth a row: a new state, a summary, or another plan in its place.

    While a plan is in coaching the conversation holds it, turn by turn.
    """
    plan, old = outcome.conversation.plan, before.plan
    if before.status in NOT_OVER and plan.number != old.number > 0 and old.number not in _deleted(outcome):
        keep_left(living, with_weak(before))
    told = plan.state != old.state or outcome.conversation.summary_shown
    if plan.number and plan != old and told:
        keep_plan(living, outcome.conversation)


def keep_plan(living: Living, talk: Conversation) -> None:
    """Store the plan of a talk. Once the talk is over, or others see it, that is an act in the plan's life."""
    plan = with_weak(talk)
    if talk.status in OPEN and plan.state in COACHING:
        living.tx.plans.save(living.me.key, plan, living.happened.at, version=False)
    else:
        keep_edited(living, plan)


def _remember(living: Living, fact: Fact) -> None:
    tx, person, now = living.tx, living.happened.person, living.happened.at
    match fact:
        case PlanDeleted():
            living.delete(fact.number)
        case OfferAnswered():
            _remember_answer(tx, person, _ANSWERS[fact.answer], now)
            if fact.answer == "not_meant":
                ask_for_sentence(living.turn)
        case PlanDropped():
            note_reason(living, fact.number, fact.reason)
        case ShareWished():
            share_as_wished(living, fact)


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
