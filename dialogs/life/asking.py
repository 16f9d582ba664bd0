"""Questions beside the talk: a reviewer's sentence, a reading, a reason, a last “shall I?”.

They stand in the private talk like any other, and the question of the talk that was open waits behind them. They give
way to everything that is no answer to them, so that nobody is held up.
"""

from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from dialogs.coach.choosing import named
from dialogs.coach.repairs import put_again
from dialogs.content.catalog import text_of
from dialogs.conversation import Prompt
from dialogs.events import Clicked, Said
from dialogs.life.act import Asked, Question, read_question
from dialogs.life.keys import read_key
from dialogs.reading.intents import intent
from dialogs.reading.numbers import has_digit
from dialogs.reading.typed import printable
from dialogs.replies import Ask
from dialogs.turn import Turn

CANCEL: Final = "btn.cancel"
WHICH: Final = "cmd.which"  # of several plans: its answer names one
MAY_LEARN: Final = "may_learn"
"""The act of the question whether a sentence that was misread may be learned from."""
SENTENCE: Final = "sentence"
"""The act of the question for that sentence."""
_CONFIRMS: Final = frozenset({"send_now", "post_now", "forget", "pasted", MAY_LEARN})  # answered by yes or no
_READS: Final = frozenset({"checkin", "last_reading"})
_AWAY: Final = frozenset({"no", "stop", "skip", "pause", "back"})  # wishes that mean: not now
_SHORT: Final = 3  # words of a wish; more of them are a sentence of its own


class Answered(NamedTuple):
    """What an answer says: the question, and the words for its act; None means that they leave it.

    A question without a plan asked which one: its answer names it.
    """

    question: Question
    text: str | None


def ask_beside(turn: Turn, asked: Asked) -> None:
    """Put a question beside the talk."""
    talk = turn.conversation
    if talk.prompt is not None and not talk.prompt.about and talk.held is None:
        turn.change(held=talk.prompt)
    turn.change(turn=talk.turn + 1)
    prompt = turn.open_prompt(asked.key, buttons=tuple(choice.key for choice in asked.buttons))
    about = msgspec.json.encode(asked.question).decode()
    turn.change(prompt=replace(prompt, about=about))
    turn.replies.append(Ask(asked.key, asked.text, prompt.token, asked.buttons, "review"))


def answered(turn: Turn, event: Clicked | Said) -> Answered | None:
    """What an event answers to the question beside the talk that is open; None when it is no answer to it."""
    prompt = turn.conversation.prompt
    if prompt is None or not prompt.about:
        return None
    question = read_question(prompt.about)
    if isinstance(event, Said):
        return _words(turn, prompt, question, printable(event.text))
    if event.token not in (None, prompt.token) or event.button not in prompt.buttons:
        return None
    return _button(turn, question, event.button)


def settle(turn: Turn) -> None:
    """The question has its answer; the talk goes on where it was, if it was open. One that was stopped stays so."""
    if turn.conversation.held is not None and turn.conversation.status != "stopped":
        turn.change(prompt=None)
        put_again(turn)


def _button(turn: Turn, question: Question, button: str) -> Answered:
    if button == CANCEL:
        return Answered(question, None)
    if plan := read_key(button):
        return Answered(replace(question, ref=str(plan.ref), version=plan.version), question.text)
    if button.startswith("drop."):
        return Answered(question, button)
    if button == "btn.nothing_learned":
        return Answered(question, text_of(button, turn.conversation.lang, turn.conversation.familiar))
    return Answered(question, question.text)


def _which(turn: Turn, prompt: Prompt, question: Question, text: str) -> Answered | None:
    """The plan of that number among those that were shown; of several the first, which are their own."""
    plans = ((button, read_key(button)) for button in prompt.buttons)
    named = (button for button, plan in plans if plan and str(plan.ref.number) == text.lstrip("#"))
    button = next(named, None)
    return None if button is None else _button(turn, question, button)


def _words(turn: Turn, prompt: Prompt, question: Question, text: str) -> Answered | None:
    waits = turn.conversation.held is not None  # a question of the talk: it has the words that are no answer here
    wish = intent(text, turn.heard) if len(text.split()) <= _SHORT else None
    if wish is not None and wish.name in _AWAY:
        return Answered(question, None)
    if prompt.key == WHICH:
        return _which(turn, prompt, question, text)
    if question.act in _CONFIRMS:
        if button := named(prompt, text, turn.heard):
            return _button(turn, question, button)
        return Answered(question, question.text) if wish is not None and wish.name == "yes" else None
    if question.act == "drop":
        reason = named(prompt, text, turn.heard)
        return None if waits and reason is None else Answered(question, reason or "drop.unsaid")
    if question.act in _READS and waits and not has_digit(text):
        return None
    return Answered(question, text)
