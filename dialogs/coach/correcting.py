"""A correction in the middle of the talk: “actually it's 40”, “country leads is 10, Brazil has none yet”.

The slot is the one named, the one just reflected, or the one that shares most words with the correction. A figure
is put in place of the old one; anything else is added, so that nothing said before is lost.
"""

import re
from typing import Final

from dialogs.coach.advice import look_again, say_fixed
from dialogs.coach.closing import go_on_to_close
from dialogs.coach.objective import completed
from dialogs.coach.patterns import weak_pattern
from dialogs.coach.questions import BY_SLOT, FIXABLE
from dialogs.coach.readers import read_into_plan
from dialogs.coach.talk import ask_in_person, ask_next
from dialogs.plan import Objective
from dialogs.reading.intents import fix_slot
from dialogs.reading.numbers import has_digit
from dialogs.reading.words import content_words, plain
from dialogs.turn import Read, Turn

# Prompt on which a reflection stood -> the slots that it said back.
_REFLECTED: Final = {
    "objective.outcome": ("problem.what", "problem.who"),
    "decision": ("objective.numbers", "objective.outcome"),
}
_IS_NUMBER: Final = re.compile(
    r"^(?:the |les |le |la )?(?P<what>[\w' à-ÿ-]+?)\s+(?:is|are|was|=|est|sont|c'est|étaient)\s+"
    r"(?:now |only |en fait )?(?P<figure>\d+(?:[.,]\d+)*)\s*(?P<rest>.*)$",
    re.I | re.S,
)
_NUMBER_FIRST: Final = re.compile(r"^(?P<figure>\d+(?:[.,]\d+)*)\s+(?P<what>[\w'à-ÿ-]+)(?P<rest>.*)$", re.S)
_IT_IS: Final = re.compile(r"^(?:it'?s|it is|they are|they're|there are|c'est|ce sont|il y en a)\s+", re.I)
_NOT_THE_OLD: Final = re.compile(
    r",?\s*\b(?:not|instead of|et pas|et non|pas|au lieu de)\s+\d[\d.,]*(?:\s*\w+)?\W*$", re.I
)
_LEADING_NAME: Final = re.compile(r"^\W*[\w' ]{3,24}?\s*(?::|\bto\b|\bis\b|\ben\b|=)\s*", re.I)


def correct(turn: Turn, correction: str) -> bool:
    """Apply a correction and go on where the talk was; False when it names no slot and fits none."""
    lang = turn.conversation.lang
    named = fix_slot(correction, lang)
    if named is not None and len(correction.split()) <= 3:
        return _ask_again(turn, named)
    slot = named or _slot_meant(turn, correction)
    if slot is None:
        return False
    words = _LEADING_NAME.sub("", correction, count=1) if named else correction
    old, before = turn.conversation.slot(slot).text, turn.plan.objective
    text = amended(old, words or correction)
    one_figure = _in_place(old, words or correction) is not None
    apply(turn, slot, text, before if one_figure else None)
    return True


def apply(turn: Turn, slot: str, text: str, kept: Objective | None = None) -> None:
    """Put a corrected text into a slot, say so, and take back what depended on the old one.

    `kept` is the objective of which one figure alone was corrected: what was told of it elsewhere stands.
    """
    turn.change(held=None)
    if weak_pattern(BY_SLOT[slot].reads, text, turn.heard) == "avoided":
        ask_in_person(turn, slot)
        return
    read_into_plan(turn, slot, text)
    if kept is not None and slot == "objective.outcome":
        turn.change_plan(objective=completed(turn.plan.objective, kept))
    turn.set_slot(slot, text=text, state="given", pattern=None, sensitive=False)
    turn.read[slot] = Read(text)
    say_fixed(turn, slot)
    if turn.conversation.summary_shown:
        look_again(turn, slot)
    ask_next(turn)


def amended(old: str, correction: str) -> str:
    """The old text with the figure corrected in place and the rest of the correction added."""
    return _in_place(old, correction) or _IT_IS.sub("", correction)


def _in_place(old: str, correction: str) -> str | None:
    """The old text with its figure for the same thing replaced; None when it counts no such thing."""
    correction = _IT_IS.sub("", correction)
    match = _IS_NUMBER.match(correction) or _NUMBER_FIRST.match(correction)
    if match is None:
        return None
    what = match["what"].split()[-1]
    place = re.compile(rf"\d[\d.,]*(?=\s+(?:[\w'à-ÿ-]+\s+){{0,3}}{re.escape(what)})", re.I)
    changed, count = place.subn(match["figure"], old, count=1)
    if not count:
        return None
    rest = _NOT_THE_OLD.sub("", match["rest"]).strip(" .,;")
    return f"{changed.rstrip(' .')}; {rest}" if rest else changed


def correct_card(turn: Turn, text: str) -> None:
    """Words typed under the summary that are no command: a correction, or which part is meant."""
    if not correct(turn, text):
        turn.ask("ctl.fix", buttons=tuple(f"fix.{slot}" for slot in FIXABLE))


def confirm_card(turn: Turn) -> None:
    """That's right: on to the first action."""
    turn.change(held=None)
    go_on_to_close(turn)


def fix_slot_again(turn: Turn, slot: str) -> None:
    """Put the question of one slot again, with the answer that stands if there is one."""
    turn.change(held=None)
    said = "ctl.fix_one" if turn.conversation.slot(slot).text else None
    turn.ask(BY_SLOT[slot].key, again="fix", said_as=said)


def _ask_again(turn: Turn, slot: str) -> bool:
    if turn.conversation.is_empty(slot):
        return False
    fix_slot_again(turn, slot)
    return True


def _slot_meant(turn: Turn, correction: str) -> str | None:
    """The slot that counts the same thing, else the one that shares most words, else what was just said back."""
    prompt = turn.conversation.prompt
    lang = turn.conversation.lang
    counted = (slot for slot in _ORDER if _in_place(turn.conversation.slot(slot).text, correction))
    if slot := next(counted, None):
        return slot
    said = set(content_words(plain(correction), lang))
    scores = {slot: len(said & set(content_words(plain(turn.conversation.slot(slot).text), lang))) for slot in _ORDER}
    best = max(_ORDER, key=lambda slot: scores[slot])
    if scores[best]:
        return best
    reflected = _REFLECTED.get(prompt.slot, ()) if prompt is not None else ()
    digits = has_digit(correction)
    return next((s for s in reflected if digits == (s in ("objective.numbers", "problem.who"))), None) or (
        reflected[0] if reflected else None
    )


# On equal words the shorter answers come first: a long one shares words with anything.
_ORDER: Final = (
    "people", "problem.who", "objective.numbers", "objective.outcome", "decision", "mechanism", "problem.what",
    "blockers", "steps",
)  # fmt: skip
