"""Read the figures people type: "1 200", "0,3", "21%", "3 in 10", "une vingtaine".

A person answers "where is that number today" in their own notation. This file only finds figures and the
unit written next to them; which one is today's and which one is wanted is read in `measures.py`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from dialogs.lang import Lang
from dialogs.reading.fold import fold, one_of
from dialogs.reading.lettertree import letter_tree


class FoundNumber(NamedTuple):
    """A figure in a text: its value, its unit ("" if none is written) and its span in that text.

    A share such as "8 of 10" has the value 8 and the unit "of 10" ("sur 10").
    """

    value: float
    unit: str
    start: int
    end: int


# "one", "un" and "une" are articles or pronouns far more often than figures: see `_ONE`.
COUNT_WORDS: Final[dict[Lang, dict[str, float]]] = {
    "en": {
        "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
        "a couple": 2, "half a dozen": 6, "a dozen": 12, "two dozen": 24, "a hundred": 100,
        "a thousand": 1000,
    },
    "fr": {
        "zero": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
        "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
        "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30, "quarante": 40,
        "cinquante": 50, "soixante": 60, "quatre-vingt": 80, "quatre-vingt-dix": 90, "cent": 100,
        "mille": 1000, "une demi-douzaine": 6, "une dizaine": 10, "une douzaine": 12, "une quinzaine": 15,
        "une vingtaine": 20, "une trentaine": 30, "une quarantaine": 40, "une cinquantaine": 50,
        "une soixantaine": 60, "une centaine": 100, "un millier": 1000,
    },
}  # fmt: skip
_ONE: Final[dict[Lang, str]] = {"en": "one", "fr": "une|un"}
UNITS: Final[dict[Lang, str]] = {
    "en": r"(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?|euros?|dollars?|pounds?)\b",
    "fr": r"(?:minutes?|mins?|heures?|h|jours?|semaines?|mois|annees?|ans?|euros?|dollars?)\b",
}
_OUT_OF: Final[dict[Lang, str]] = {"en": r"(?:(?: [a-z]+)? out of| in| of)", "fr": r"(?: [a-z]+)? sur"}
_MARK: Final = re.compile(r"([.,])")
_SCALE: Final = {"k": 1_000.0, "m": 1_000_000.0}
# Nothing that belongs to a time, a version, an ordinal or a code: "8:30", "14h30", "3.11.2", "3rd", "A-12".
_DIGITS: Final = re.compile(
    r"\d(?<![\w.,/:-]\d)(?!4/7\b)(?:\d{0,2}(?:[ ,.]\d{3})+(?!\d)(?:[.,]\d{1,2}\b)?|\d{0,11}(?:[.,]\d{1,6})?)"
    r"(?:[km]\b)?(?![\w:.]*\d|h\d| ?[ap]m\b|(?:st|nd|rd|th|er|e|eme)\b)"
)
# A single mark before three digits is a thousands mark if it is the language's own: "1,200" in English.
_THOUSANDS: Final[dict[Lang, str]] = {"en": ",", "fr": "."}
_ESTIMATE_WORDS: Final[dict[Lang, str]] = {
    "en": r"about|around|roughly|approx|i think|i guess|i believe|i'd say|probably|maybe|perhaps|more or less"
    r"|or so\b|to check|to be checked|have to check|need to check|not sure|estimat|a guess|rough\b|ballpark"
    r"|a couple|dozens?\b",
    "fr": r"environ\b|a peu pres|je crois|je pense|je dirais|peut-etre|sans doute|plus ou moins|autour de"
    r"|dans les \d|a verifier|a confirmer|pas sure?\b|de memoire|estim|a la louche|grosso modo|aux alentours"
    r"|a vue de nez|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine"
    r"|centaine",
}


@lru_cache(maxsize=2)
def _words(lang: Lang) -> re.Pattern[str]:
    units = UNITS[lang]
    return re.compile(rf"\b(?:{one_of(COUNT_WORDS[lang])}(?![\w-])|(?:{_ONE[lang]})(?= {units}))")


@lru_cache(maxsize=2)
def _tail(lang: Lang) -> re.Pattern[str]:
    """What may follow a figure: "of 10", "/10", or a unit."""
    return re.compile(
        rf"(?: ?/ ?|{_OUT_OF[lang]} )(?P<whole>\d{{1,6}})\b(?![.,/]?\d)"
        rf"| ?(?P<percent>%|(?:per|pour) ?cent\b)|[ -]?(?P<unit>[€$£]|{UNITS[lang]})"
    )


def has_digit(text: str) -> bool:
    """Whether a figure is written in digits anywhere in the text."""
    return any(map(str.isdigit, text))


def find_numbers(text: str, lang: Lang, skip: Sequence[tuple[int, int]] = ()) -> tuple[FoundNumber, ...]:
    """The figures of `text`, in order, without those that touch the `skip` spans (dates, say).

    Times ("8:30"), versions ("3.11.2"), ordinals ("3rd") and codes ("T3") are not figures.
    """
    folded = fold(text)
    for start, end in skip:
        folded = f"{folded[:start]}{'|' * (end - start)}{folded[end:]}"
    found: list[FoundNumber] = []
    free = 0  # where the text is not yet read: the 10 of "8 of 10" is no figure of its own
    for match in _matches(folded, lang):
        if match.start() >= free:
            number = _with_unit(folded, lang, _value(match, lang), *match.span())
            found.append(number)
            free = number.end
    return tuple(found)


def _matches(folded: str, lang: Lang) -> list[re.Match[str]]:
    digits = list(_DIGITS.finditer(folded))
    words = list(_words(lang).finditer(folded))
    return sorted(digits + words, key=re.Match.start) if words else digits


def is_estimate(text: str, lang: Lang) -> bool:
    """True when the person says that a figure is a guess: "about", "je crois", "à vérifier"."""
    return _estimate(lang).search(fold(text)) is not None


@lru_cache(maxsize=2)
def _estimate(lang: Lang) -> re.Pattern[str]:
    return re.compile(rf"\b{letter_tree(_ESTIMATE_WORDS[lang])}|~|\d\s?\?")


def _value(match: re.Match[str], lang: Lang) -> float:
    typed = match[0]
    if typed[0].isdigit():
        return _decimal(typed.rstrip("km"), lang) * _SCALE.get(typed[-1], 1.0)
    return COUNT_WORDS[lang].get(typed, 1.0)


def _decimal(digits: str, lang: Lang) -> float:
    """Every mark but the last groups thousands; the last does too if it is of the same kind."""
    groups = _MARK.split(digits.replace(" ", ""))
    if len(groups) == 1:
        return float(groups[0])
    *whole, mark, last = groups
    single = mark == _THOUSANDS[lang] and len(last) == 3 and whole != ["0"]
    grouped = mark in whole or (len(whole) == 1 and single)
    head = "".join(group for group in whole if group.isdecimal())
    return float(head + last) if grouped else float(f"{head}.{last}")


def _with_unit(folded: str, lang: Lang, value: float, start: int, end: int) -> FoundNumber:
    tail = _tail(lang).match(folded, end)
    if tail is None:
        money = folded[start - 1 : start] if start and folded[start - 1] in "€$£" else ""
        return FoundNumber(value, money, start, end)
    if tail["whole"]:
        return FoundNumber(value, f"{'of' if lang == 'en' else 'sur'} {tail['whole']}", start, tail.end())
    return FoundNumber(value, "%" if tail["percent"] else tail["unit"], start, tail.end())
