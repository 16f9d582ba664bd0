"""A person edited what they had typed to the coach: the answer that it gave is corrected, and nothing else.

The message is found among the answers by its words. One that gave no answer (a command, the words of a button) means
nothing any more, and its edit is passed over in silence; only words that were not understood are heard again.
"""

from typing import Final

from dialogs.coach.advice import say_fixed
from dialogs.coach.editing import go_on_after, is_advised
from dialogs.coach.listening import hear_words
from dialogs.coach.prefill import MIN_SLOTS, sorted_by_slot
from dialogs.coach.questions import BY_SLOT, PLAN_QUESTIONS
from dialogs.coach.rereading import read_anew
from dialogs.coach.talk import ask_in_person
from dialogs.conversation import Conversation, Slot
from dialogs.events import Reworded
from dialogs.reading.typed import MAX_CHARACTERS, printable
from dialogs.reading.words import plain
from dialogs.turn import Turn

# What fills these is a tap or a yes, and what a person typed for them is not kept as their words.
_NOT_IN_WORDS: Final = frozenset({"mechanism.level", "checkin", "share"})


def hear_rewording(turn: Turn, event: Reworded) -> None:
    """Correct the answers that a message gave to what it says now."""
    before, after = printable(event.before), printable(event.after)
    if before == after or not any(c.isalnum() for c in after):
        return
    answers = _answers(turn, before, after)
    if not answers:
        _hear_again(turn, before, after)
    elif len(after) > MAX_CHARACTERS:
        turn.say("ctl.too_long", limit=str(MAX_CHARACTERS))
    else:
        _correct(turn, answers)


def _correct(turn: Turn, answers: dict[str, str]) -> None:
    advised, prompt = is_advised(turn), turn.conversation.prompt
    for slot, text in answers.items():
        read_anew(turn, slot, text)
    if prompt is not None and prompt.key.startswith("probe.") and prompt.slot in answers:
        if turn.conversation.slot(prompt.slot).state == "open":
            return  # still as weak as it was: the probe that stands asks for the rest
        turn.add_to_trail(prompt.slot)
    hidden = next((slot for slot in answers if turn.conversation.slot(slot).sensitive), None)
    for slot in answers:
        if slot != hidden:
            say_fixed(turn, slot)
    if hidden is not None and turn.conversation.status == "talking":
        ask_in_person(turn, hidden)
    else:
        go_on_after(turn, answers, advised)


def _answers(turn: Turn, before: str, after: str) -> dict[str, str]:
    """The slots that the message answered, each with its words as they are now."""
    slot = _answered(turn.conversation, before)
    if slot is not None:
        return {slot: _put_in(turn.conversation.slot(slot).text, before, after)}
    several = [name for name in BY_SLOT if _is_from(turn.conversation.slot(name), before)]
    return _read_again(turn, several, after) if len(several) >= MIN_SLOTS else {}


def _answered(conversation: Conversation, message: str) -> str | None:
    """The slot that holds the message; of several the one answered last."""
    holding = [
        slot
        for slot, kept in conversation.slots.items()
        if slot in BY_SLOT and slot not in _NOT_IN_WORDS and any(_same(part, message) for part in _parts(kept.text))
    ]
    answered = [prompt.slot for prompt in (*conversation.trail, conversation.prompt) if prompt is not None]
    return next((slot for slot in reversed([*holding, *answered]) if slot in holding), None)


def _parts(text: str) -> tuple[str, ...]:
    """An answer, and the messages that it was joined from: the reply to a probe stands behind what it completes."""
    return (text, *text.split("; ")) if text else ()


def _put_in(text: str, before: str, after: str) -> str:
    """The answer with the message in it as it is now."""
    if _same(text, before):
        return after
    return "; ".join(after if _same(part, before) else part for part in text.split("; "))


def _is_from(slot: Slot, message: str) -> bool:
    """Whether every sentence of the answer stands in the message."""
    return bool(slot.text) and all(sentence in message for sentence in slot.text.split(". "))


def _read_again(turn: Turn, slots: list[str], message: str) -> dict[str, str]:
    """Sort a long message into the slots that it gave, or that are empty; what it no longer tells stands."""
    others = {name: slot for name, slot in turn.conversation.slots.items() if name not in slots}
    anew = Turn(turn.conversation, turn.moment, turn.company)
    anew.change(slots=others)
    first = next(question for question in PLAN_QUESTIONS if question.slot in slots)
    found = sorted_by_slot(anew, first, message)
    return {slot: text for slot, text in found.items() if text != turn.conversation.slot(slot).text}


def _hear_again(turn: Turn, before: str, after: str) -> None:
    """The coach asked for clearer words, and here they are."""
    missed, again = turn.conversation.missed, Turn(turn.conversation, turn.moment, turn.company)
    if not missed or turn.conversation.status != "talking":
        return
    hear_words(again, before)
    if any(reply.key.startswith("ctl.no_match") for reply in again.replies):
        hear_words(turn, after)


def _same(one: str, other: str) -> bool:
    return plain(one) == plain(other)
