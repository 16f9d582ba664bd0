"""A typed answer to a question with buttons: its number, its label, or words that mean one of them."""

import re
from math import inf
from typing import Final

from dialogs.coach.attributes import PlanWords, read_attributes, read_blocker, size_of
from dialogs.content.catalog import text_of
from dialogs.conversation import Prompt
from dialogs.lang import Lang
from dialogs.reading.numbers import find_numbers
from dialogs.reading.words import plain, says, words

# Button of an attribute question -> the value it stands for.
ATTRIBUTE_OF: Final = {
    "btn.size.s": "s", "btn.size.m": "m", "btn.size.l": "l", "btn.size.xl": "xl",
    "btn.dist.same": "same_site", "btn.dist.multi": "multi_site", "btn.dist.tz": "time_zones",
    "btn.dist.out": "outside",
    "btn.rhy.once": "once", "btn.rhy.month": "monthly", "btn.rhy.week": "weekly", "btn.rhy.day": "daily",
    "btn.pur.decide": "decide", "btn.pur.inform": "inform", "btn.pur.collect": "collect",
    "btn.pur.find": "find_answers", "btn.pur.make": "co_produce", "btn.pur.bond": "bond",
}  # fmt: skip
_BUTTON_OF: Final = {value: button for button, value in ATTRIBUTE_OF.items()}
_NUMBER: Final = re.compile(r"\d{1,2}")
_HOW_IT_STANDS: Final = (("given_up", "btn.drop"), ("still_on", "btn.still"), ("has_changed", "btn.changed"))
# Prompt -> the word lists by which its buttons are meant, the first that is said decides.
_BY_WORDS: Final = {
    "q.mechanism.proof": (
        ("nothing", "btn.mech.none"),
        ("sometimes", "btn.mech.fragile"),
        ("it_works", "btn.mech.works"),
    ),
    "q.share": (("private", "btn.private"), ("review", "btn.review"), ("post", "btn.post")),
    "ctl.resume_stale": _HOW_IT_STANDS,
    "nudge.coaching": _HOW_IT_STANDS,
}
# A longer answer says more than a choice: it names somebody, or tells what has changed.
_MOST_WORDS: Final = {"q.share": 5, "ctl.resume_stale": 8, "nudge.coaching": 8}


def named(prompt: Prompt, text: str, lang: Lang) -> str | None:
    """The button that is typed by its number or its label."""
    if not prompt.buttons:
        return None
    typed = plain(text).strip(" .!")
    if _NUMBER.fullmatch(typed) and 1 <= int(typed) <= len(prompt.buttons):
        return prompt.buttons[int(typed) - 1]
    said = words(typed, lang)
    for button in prompt.buttons:
        if typed == button or said == words(plain(text_of(button, lang)), lang) != []:
            return button
    return None


def meant(prompt: Prompt, text: str, lang: Lang) -> str | None:
    """The button that a typed answer means in other words, None when it means none of them."""
    button = _meant(prompt, text, lang) if prompt.buttons else None
    if prompt.key == "q.step.blocker":
        return button  # a human reason that is named needs no second tap
    return button if button in prompt.buttons else None


def _meant(prompt: Prompt, text: str, lang: Lang) -> str | None:
    match prompt.key:
        case key if key in _BY_WORDS:
            return _by_words(key, plain(text), lang)
        case "q.step.blocker":
            return _blocker(text, lang)
        case "q.step.human":
            return f"blk.{read_blocker(text, lang)}"
        case "q.step.size":
            return _size(text, lang)
        case "q.step.distance" | "q.step.rhythm" | "q.step.purpose":
            attribute = prompt.key.removeprefix("q.step.")
            return _BUTTON_OF.get(read_attributes(text, PlanWords(), lang).get(attribute, ""))
    return None


def _by_words(prompt_key: str, text: str, lang: Lang) -> str | None:
    if len(text.split()) > _MOST_WORDS.get(prompt_key, inf):
        return None
    return next((button for words, button in _BY_WORDS[prompt_key] if says(words, text, lang)), None)


def _blocker(text: str, lang: Lang) -> str | None:
    if says("nothing", plain(text), lang) and len(text.split()) <= 5:
        return "blk.none"
    kind = read_blocker(text, lang)
    return f"blk.{kind}" if kind else None


def _size(text: str, lang: Lang) -> str | None:
    numbers = find_numbers(text, lang)
    return _BUTTON_OF[size_of(numbers[0].value)] if numbers else None
