"""Reads the objective: what is counted, where it is today, where it should be, and by when."""

import re
from datetime import date
from typing import Final

import msgspec

from dialogs.coach.quoting import without_dates
from dialogs.lang import Lang
from dialogs.plan import Objective
from dialogs.reading.dates import find_dates
from dialogs.reading.measures import in_unit, is_time, read_measure
from dialogs.reading.numbers import has_digit
from dialogs.reading.words import content_words, plain, says

_LEADING: Final = re.compile(
    r"^(?:(?:ok|okay|well|so|alors|bon|ben|donc)\b[\s,:.-]*)?"
    r"(?:(?:(?:i|we|they) (?:want|would like|aim|need|hope)(?: to)?"
    r"|(?:the |our |my )?(?:goal|objective|target|aim) is(?: to)?"
    r"|(?:je|on|nous) (?:veux|veut|voulons|voudrais|voudrait|vise|visons|aimerait|aimerions)"
    r"|j'aimerais|il faudrait|l'objectif est(?: de)?)\b\s*)?"
    r"(?:(?:go|get|come|move|passer|descendre|monter|arriver|être)\b\s*)?"
    r"(?:(?:less|fewer|more|at least|moins|plus|au moins)\b\s*(?:than\b|de\b|d')?\s*(?=$))?",
    re.I,
)
MEASURE_WORDS: Final = 6  # what is counted is named in a few words; more is another clause
# “they find the right person, today it takes them 3 days”: what is counted stands before today's figure.
_NOW_CLAUSE: Final = re.compile(
    r"(?<=\w),\s+(?:(?:and|but|et|mais)\s+)?(?:today|now|currently|right now|at the moment|aujourd'hui|actuellement"
    r"|pour l'instant|en ce moment)\b[^,;.:]*$",
    re.I,
)
_CLAUSE_END: Final = re.compile(r"[.,;!?\n]")
_FIGURE: Final = re.compile(r"\d[\d.,]*\s*%?(?:\s*(?:in|of|sur)\s+\d+)?")
_DIGIT: Final = re.compile(r"\d")
_TRAILING_CHARACTERS: Final = 20  # no longer than the longest of these, its blank included
_TRAILING: Final = re.compile(
    r"[\s,;:(]+(?:is|are|was|of|at|to|from|within|in|for|every|per|under|below|than|less|more|down|up|by|now|be"
    r"|instead|rather"
    r"|we(?:'re| are)?|it'?s|i count|est|sont|de|d'|à|en|dans|pour|sur|sous|contre|moins|plus|passe|passent|passer"
    r"|au lieu|plutôt|j'en compte|on en compte|on est|c'est|il y en a)?$",
    re.I,
)


def read_outcome(text: str, lang: Lang, today: date, before: Objective) -> Objective:
    """The result wanted, with whatever figures come along. Starts anew: another result is another count."""
    if not has_digit(text):
        return Objective(outcome=text)
    return _with_figures(Objective(outcome=text, measure=_measure(text, lang, today)), text, lang, today)


def measure_words(text: str, lang: Lang) -> str:
    """What is counted: the words before the first figure, “repeat visits” of “repeat visits are 21% today”."""
    before = _LEADING.sub("", _DIGIT.split(text, maxsplit=1)[0].rstrip(), count=1)
    words = _NOW_CLAUSE.sub("", _without_trailing(before))
    return words if content_words(plain(words), lang) else ""


def _measure(text: str, lang: Lang, today: date) -> str:
    """What is counted: before the first figure, else behind the last (“from 3 to 20 applications”), else between."""
    before = measure_words(text, lang)
    if before:
        return before
    _, *behind = _FIGURE.split(without_dates(text, find_dates(text, lang, today)))
    return next(filter(None, (_counted(words, lang) for words in (behind[-1:] + behind[:1]))), "")


def _counted(behind: str, lang: Lang) -> str:
    """The words right behind a figure, when they name what it counts."""
    words = _without_trailing(_CLAUSE_END.split(behind, maxsplit=1)[0]).strip(" .,;:!")
    words = words.removeprefix("of ").removeprefix("de ")
    named = 0 < len(words.split()) <= MEASURE_WORDS and content_words(plain(words), lang) and not is_time(words)
    return words if named and not says("now", plain(words), lang) else ""


def _without_trailing(words: str) -> str:
    while trailing := _TRAILING.search(words, max(0, len(words) - _TRAILING_CHARACTERS)):
        words = words[: trailing.start()]
    return words


def read_count(text: str, lang: Lang, today: date, before: Objective) -> Objective:
    """The answer to “what could you count?”: it names the measure of the outcome said before."""
    measure = _measure(text, lang, today) or (before.outcome if has_digit(text) else text)
    return _with_figures(msgspec.structs.replace(before, measure=measure), text, lang, today)


def read_numbers(text: str, lang: Lang, today: date, before: Objective) -> Objective:
    """Today's figure, the target and the day, on top of the ones said before."""
    return _with_figures(before, text, lang, today)


def completed(objective: Objective, before: Objective) -> Objective:
    """The objective with what only the one before tells: its figures, its unit, its day."""
    return msgspec.structs.replace(
        objective,
        measure=objective.measure or before.measure,
        baseline=before.baseline if objective.baseline is None else objective.baseline,
        target=before.target if objective.target is None else objective.target,
        unit=objective.unit or before.unit,
        due=objective.due or before.due,
    )


def missing_figure(objective: Objective) -> str | None:
    """The weak-answer pattern of incomplete numbers, None when they are complete or absent."""
    if objective.baseline is None and objective.target is not None:
        return "no_baseline"
    if objective.due is None and (objective.baseline is not None or objective.target is not None):
        return "no_date"
    return None


def _with_figures(objective: Objective, text: str, lang: Lang, today: date) -> Objective:
    read = read_measure(text, lang, today)
    baseline, target = read.baseline, read.target
    if baseline is None and objective.baseline is None and objective.target is not None and target is not None:
        # The reply to “and today?” is a bare figure: the target stands already.
        baseline, target = target, None
    if objective.target is not None and target is None and baseline is not None:
        # “three weeks today” beside a target in days: told in the unit that stands.
        unit = objective.unit
        baseline, read = in_unit(baseline, read.unit, unit), read._replace(unit=unit)
    return msgspec.structs.replace(
        objective,
        baseline=objective.baseline if baseline is None else baseline,
        target=objective.target if target is None else target,
        unit=read.unit or ("" if read.baseline is not None and read.target is not None else objective.unit),
        due=read.day or objective.due,
        estimate=objective.estimate or read.estimate,
    )
