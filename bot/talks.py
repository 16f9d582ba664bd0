"""A person's talk and their plans, as they stand: the talk holds the plan it is about, the store all others."""

from typing import Final

from msgspec.structs import replace

from adapters.hearing import Person
from dialogs.conversation import Conversation
from dialogs.plan import Plan
from storage.conversations import Kept
from storage.transaction import Transaction

OPEN: Final = ("talking", "paused")
"""While a talk is open it holds its plan, turn by turn; afterwards the plan's row is the truth."""
NOT_OVER: Final = (*OPEN, "stopped")
"""A talk that was stopped can be taken up again: until then its silence is the plan's."""


def talk_of(tx: Transaction, person: Person) -> Conversation:
    """Their talk; a new one for somebody who never had any."""
    return as_it_is_now(tx, tx.conversations.load(person.key), person)


def as_it_is_now(tx: Transaction, kept: Kept | None, person: Person) -> Conversation:
    """The talk, under the first name that the person has now, with its plan as others have left it."""
    if kept is None:
        return Conversation(first_name=person.first_name, lang=person.lang)
    talk = kept.conversation
    talk = replace(talk, first_name=person.first_name or talk.first_name)
    plan = tx.plans.get(person.key, talk.plan.number) if talk.status == "closed" and talk.plan.number else None
    return talk if plan is None else replace(talk, plan=plan)


def plans_of(tx: Transaction, person: Person, talk: Conversation) -> list[Plan]:
    """Their plans, newest first; the one being talked about as it stands now."""
    current = talk.plan
    stored = {record.ref.number: record.plan for record in tx.plans.records(person.key)}
    plans = stored | ({current.number: current} if current.number else {})
    return sorted(plans.values(), key=lambda plan: -plan.number)


def talk_about(talk: Conversation, plan: Plan) -> Conversation:
    """The talk itself where it is about that plan; else one as it would be, with nothing open."""
    if plan.number == talk.plan.number:
        return talk
    spoken_to = (talk.first_name, talk.lang, talk.familiar)
    return Conversation(*spoken_to, status="closed", plan=plan)
