"""The talks of a campaign: what each person says, in order, and what the pure engine makes of it.

Names and numbers differ from person to person and from line to line, so that a reply says which event it answers.
The lines hold weak answers, a correction and a stale press: a lost, doubled or late event shows in the final state.
"""

from datetime import datetime
from typing import Final, NamedTuple

from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Clicked, Event, Moment, Said, Started

TENANT: Final = "crash"
PER_TALK: Final = 10


class Expected(NamedTuple):
    """What a person must have been told, in order, and the state that their talk must end in.

    `answers` says how many texts there are after each event, those to earlier events included.
    """

    texts: list[str]
    conversation: Conversation
    answers: list[int]


def person_of(number: int) -> str:
    """The identifier of a person of the campaign."""
    return f"person-{number:04d}"


def key_of(person: str, index: int) -> str:
    """The key of a person's event, the same for every copy of it."""
    return f"{person}.{index:04d}"


def events_of(number: int) -> tuple[Event, ...]:
    """Everything that person says and presses."""
    count = 12 + number
    return (
        Started(),
        Said(f"Last week two sites repaired pump {number} one after the other, 9 hours each"),
        Said(f"the {count} technicians of both sites, twice a month"),
        Said("that they share more"),
        Said(f"Fewer faults repaired twice, I count {count} a month"),
        Said("why"),
        Said(f"{count} a month today, {count // 2} by the end of June"),
        Clicked("btn.start", "0.0.0"),
        Said("back"),
        Said(f"{count} a month today, {count // 3} by the end of June"),
    )[:PER_TALK]


def expected(number: int, at: datetime) -> Expected:
    """The talk of that person as it has to end, all of it said `at` once, with nothing in between but the engine."""
    conversation = Conversation(first_name=person_of(number))
    texts: list[str] = []
    answers = []
    for event in events_of(number):
        outcome = step(conversation, event, Moment(at))
        conversation = outcome.conversation
        texts += [reply.text for reply in outcome.replies]
        answers.append(len(texts))
    return Expected(texts, conversation, answers)
