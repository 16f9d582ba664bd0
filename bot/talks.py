"""A person's talk and their plans, as they stand: the talk holds the plan it is about, the store all others."""

import msgspec

from adapters.hearing import Person
from dialogs.conversation import Conversation
from dialogs.plan import Plan
from storage.conversations import Kept
from storage.transaction import Transaction


def talk_of(tx: Transaction, person: Person) -> Conversation:
    """Their talk; a new one for somebody who never had any."""
    return as_called_now(tx.conversations.load(person.key), person)


def as_called_now(kept: Kept | None, person: Person) -> Conversation:
    """The talk, under the first name that the person has now."""
    if kept is None:
        return Conversation(first_name=person.first_name, lang=person.lang)
    name = person.first_name or kept.conversation.first_name
    return msgspec.structs.replace(kept.conversation, first_name=name)


def plans_of(tx: Transaction, person: Person, talk: Conversation) -> list[Plan]:
    """Their plans, newest first; the one being talked about as it stands now."""
    current = talk.plan
    stored = {entry.number for entry in tx.plans.list(person.key)}
    numbers = sorted(stored | ({current.number} if current.number else set()), reverse=True)
    found = (current if number == current.number else tx.plans.get(person.key, number) for number in numbers)
    return [plan for plan in found if plan is not None]


def talk_about(talk: Conversation, plan: Plan) -> Conversation:
    """The talk itself where it is about that plan; else one as it would be, with nothing open."""
    if plan.number == talk.plan.number:
        return talk
    spoken_to = (talk.first_name, talk.lang, talk.familiar)
    return Conversation(*spoken_to, status="closed", plan=plan)
