"""A plain “yes” or “not yet”, when it was asked whether a plan's first step was taken and nothing is asked since.

The question is the schedule's and waits for no answer; without this a “yes” to it would open a talk.
"""

from typing import Final, NamedTuple

from adapters.hearing import Happened
from bot.commands import behind_plan
from bot.living import Living
from bot.talks import talk_of
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.life.act import Args
from dialogs.life.record import Record, Ref
from dialogs.reading.intents import intent
from dialogs.reading.words import plain
from storage.transaction import Transaction

MOST_WORDS: Final = 3  # more of them tell something else
_BUTTONS: Final = {"yes": "btn.step_done", "no": "btn.step_not_yet"}
_ACTS: Final = {"yes": "step_done", "no": "step_not_yet"}


class Told(NamedTuple):
    """What somebody said of a first step: the act, and the plan."""

    act: str
    ref: Ref


def first_step_told(tx: Transaction, happened: Happened, text: str) -> Told | None:
    """What the words say of a first step that was asked about; None when they say nothing of one."""
    if happened.public or len(text.split()) > MOST_WORDS:
        return None
    talk = talk_of(tx, happened.person)
    answer = _answer(text, talk)
    if answer is None or talk.prompt is not None:
        return None
    asked = (record.ref for record in tx.plans.records(happened.person.key) if _is_asked(record))
    ref = next(asked, None)
    return None if ref is None else Told(_ACTS[answer], ref)


def take_first_step(living: Living, told: Told) -> None:
    """Note it."""
    living.do(told.act, told.ref, Args())


def _answer(text: str, talk: Conversation) -> str | None:
    """Yes or no, in such words or in those of the buttons; a word that is a command (“start”) is neither."""
    said = plain(text).strip(" .!")
    for answer, button in _BUTTONS.items():
        if said == plain(text_of(button, talk.lang, talk.familiar)):
            return answer
    wish = intent(text, talk.lang)
    return wish.name if wish and wish.name in _BUTTONS and behind_plan(text).name is None else None


def _is_asked(record: Record) -> bool:
    life = record.life
    return record.plan.state in ("approved", "running") and "first_step" in life.timers and not life.first_step
