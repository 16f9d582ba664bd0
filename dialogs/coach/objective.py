"""Reads the objective: what is counted, where it is today, where it should be, and by when."""

from datetime import date
from typing import Final

import msgspec

from dialogs.lang import Lang
from dialogs.plan import Objective
from dialogs.reading.measures import read_measure

MEASURE_WORDS: Final = 12  # a longer answer is an outcome in words, not the name of a count


def read_outcome(text: str, lang: Lang, today: date, before: Objective) -> Objective:
    """The result wanted, with whatever figures come along. Starts anew: another result is another count."""
    objective = Objective(outcome=text)
    return _with_figures(objective, text, lang, today) if any(c.isdigit() for c in text) else objective


def read_count(text: str, lang: Lang, today: date, before: Objective) -> Objective:
    """The answer to “what could you count?”: it names the measure of the outcome said before."""
    return _with_figures(msgspec.structs.replace(before, measure=text), text, lang, today)


def read_numbers(text: str, lang: Lang, today: date, before: Objective) -> Objective:
    """Today's figure, the target and the day, on top of the ones said before."""
    return _with_figures(before, text, lang, today)


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
    return msgspec.structs.replace(
        objective,
        baseline=objective.baseline if baseline is None else baseline,
        target=objective.target if target is None else target,
        unit=read.unit or objective.unit,
        due=read.day or objective.due,
        estimate=objective.estimate or read.estimate,
    )
