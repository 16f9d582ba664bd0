"""A typed answer to a question with buttons: its number, its label, or words that mean one of them."""

import re
from typing import Final

from dialogs.coach.attributes import PlanWords, read_attributes, read_blocker, size_of
from dialogs.content.catalog import text_of
from dialogs.conversation import Prompt
from dialogs.lang import Lang
from dialogs.reading.numbers import find_numbers
from dialogs.reading.words import plain, says

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
MOST_SHARE_WORDS: Final = 5  # a longer answer names somebody, or says more than a choice
MOST_STANDING_WORDS: Final = 8  # a longer answer says what has changed
_NO_PLAN: Final = PlanWords()


def named(prompt: Prompt, text: str, lang: Lang) -> str | None:
    """The button that is typed by its number or its label."""
    if not prompt.buttons:
        return None
    typed = plain(text).strip(" .!")
    if _NUMBER.fullmatch(typed) and 1 <= int(typed) <= len(prompt.buttons):
        return prompt.buttons[int(typed) - 1]
    for button in prompt.buttons:
        if typed in (button, plain(text_of(button, lang)).strip(" .!…")):
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
        case "q.mechanism.proof":
            return _level(plain(text), lang)
        case "q.step.blocker":
            return _blocker(text, lang)
        case "q.step.human":
            return f"blk.{read_blocker(text, lang)}"
        case "ctl.resume_stale" | "nudge.coaching":
            return _how_it_stands(plain(text), lang)
        case "q.share":
            return _share(plain(text), lang)
        case "q.step.size":
            return _size(text, lang)
        case "q.step.distance" | "q.step.rhythm" | "q.step.purpose":
            attribute = prompt.key.removeprefix("q.step.")
            return _BUTTON_OF.get(read_attributes(text, _NO_PLAN, lang).get(attribute, ""))
    return None


def _level(text: str, lang: Lang) -> str | None:
    for words, button in (
        ("nothing", "btn.mech.none"),
        ("sometimes", "btn.mech.fragile"),
        ("it_works", "btn.mech.works"),
    ):
        if says(words, text, lang):
            return button
    return None


def _how_it_stands(text: str, lang: Lang) -> str | None:
    if len(text.split()) > MOST_STANDING_WORDS:
        return None
    for words, button in (("given_up", "btn.drop"), ("still_on", "btn.still"), ("has_changed", "btn.changed")):
        if says(words, text, lang):
            return button
    return None


def _share(text: str, lang: Lang) -> str | None:
    if len(text.split()) > MOST_SHARE_WORDS:
        return None
    for words, button in (("private", "btn.private"), ("review", "btn.review"), ("post", "btn.post")):
        if says(words, text, lang):
            return button
    return None


def _blocker(text: str, lang: Lang) -> str | None:
    if says("nothing", plain(text), lang) and len(text.split()) <= 5:
        return "blk.none"
    kind = read_blocker(text, lang)
    return f"blk.{kind}" if kind else None


def _size(text: str, lang: Lang) -> str | None:
    numbers = find_numbers(text, lang)
    return _BUTTON_OF[size_of(numbers[0].value)] if numbers else None
