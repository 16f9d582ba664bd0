"""What the coach learns from "not what I meant": that it misread, on which signs, and a sentence if somebody gives one.

The coach has no sentence any more when it hears that: it forgot the message. So it asks, once, for the author alone to
see; who agrees types it again. Whoever runs the coach reads the list with `planfirst judge --feedback`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from bot.living import Living
from dialogs.life.act import Asked, Question
from dialogs.life.asking import CANCEL, MAY_LEARN, SENTENCE, ask_beside
from dialogs.turn import Turn
from storage.offers import Misread

LONGEST: Final = 1000  # characters of a sentence

FEEDBACK: Final = frozenset({MAY_LEARN, SENTENCE})
"""The acts of the questions that are asked here."""


def ask_for_sentence(turn: Turn) -> None:
    """May it be learned from? It is asked in the same message as the answer, the turn's last: two would be a nag.

    Nobody else sees it, and nothing opens until they say yes.
    """
    thanks = turn.replies.pop()
    _ask(turn, thanks.key, f"{thanks.text}\n{turn.text('feedback.ask')}", MAY_LEARN, "btn.give_sentence", CANCEL)
    turn.replies[-1] = msgspec.structs.replace(turn.replies[-1], audience=thanks.audience)


def take_sentence(living: Living, act: str, text: str) -> None:
    """A yes, or the sentence itself."""
    turn = living.turn
    if act == MAY_LEARN:
        _ask_to_type(turn)
    elif len(text) > LONGEST:
        turn.say("ctl.too_long", limit=str(LONGEST))
        _ask_to_type(turn)
    else:
        turn.say("feedback.kept" if living.tx.offers.learn_from(living.me.key, text) else "feedback.gone")


def review_list(misread: Iterable[Misread]) -> Iterator[str]:
    """One JSON object a line: when (UTC), score, signals, language, and the sentence where one was given."""
    for one in misread:
        row = {"at": one.at, **one.signs._asdict(), "sentence": one.sentence}
        yield msgspec.json.encode(row).decode()


def _ask_to_type(turn: Turn) -> None:
    _ask(turn, "feedback.type", turn.text("feedback.type"), SENTENCE, CANCEL)


def _ask(turn: Turn, key: str, text: str, act: str, *buttons: str) -> None:
    ask_beside(turn, Asked(key, text, Question(act), turn.choices(buttons)))
