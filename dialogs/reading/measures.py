"""Read the answer to "where is that number today, where should it be, and by when".

People write the two figures in any order: "150 days today, 14 by June", "30 by June, today 60", "from 40 to
25", "1 hour instead of 2 days". What tells them apart, strongest first: "instead of" between them, a word for
now beside one, a word for a wish or a date beside one, and then the order, today's first.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from dialogs.lang import Lang
from dialogs.reading.dates import FoundDate, find_dates
from dialogs.reading.fold import fold
from dialogs.reading.lettertree import letter_tree
from dialogs.reading.numbers import FoundNumber, find_numbers, is_estimate


class Measure(NamedTuple):
    """Today's figure, the one wanted, their unit ("" if none) and the day it is wanted for.

    `estimate` is true when the person calls a figure a guess.
    """

    baseline: float | None
    target: float | None
    unit: str
    day: date | None
    estimate: bool


_Span = tuple[int, int]


class _Answer(NamedTuple):
    """An answer with what was found in it."""

    figures: Sequence[FoundNumber]
    dates: Sequence[FoundDate]  # those to come
    cues: dict[str, list[_Span]]  # kind (see `_CUES`) -> where it stands
    today: date

    def gap(self, figure: FoundNumber, spans: Sequence[_Span]) -> float:
        """How far the figure is from the nearest of the spans, in characters; infinite if there are none."""
        return min([self._distance(figure, start, end) for start, end in spans], default=inf)

    def nearest(self, figures: Sequence[FoundNumber], spans: Sequence[_Span]) -> FoundNumber:
        """The figure that the spans speak of."""
        return min(figures, key=lambda figure: self.gap(figure, spans))

    def _distance(self, figure: FoundNumber, start: int, end: int) -> int:
        low, high = (end, figure.start) if end <= figure.start else (figure.end, start)
        crossed = [1 for place, _ in self.cues["clause"] if low <= place < high]
        return max(high - low, 0) + _BREAK_COST * len(crossed)


# Kinds of words: "down to", before the figure wanted; a clause border; now; "it is", asked only where no word says
# now; a wish; "instead of", before today's figure; a share of the figure beside it.
_CUES: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "onward": r"(?:down|up) to\b",
        "clause": r"and\b|but\b|then\b",
        "now": r"today|now\b|currently|at the moment|at present|these days|so far\b|from(?= \S?\d)",
        "being": r"it's|it is\b|we're at|we are at|we're on|we are on|we have(?! to)|i count|there are|was\b"
        r"|were\b|used to be|yesterday|last week|last month|last quarter|last year",
        "wish": r"wants?\b|ideal|goal|target|aim|should|would|hope|hoping|reach|under\b|below",
        "instead": r"instead of|rather than|compared to|compared with|up from|down from|against|vs\b",
        "share": r"half\b(?! an? | day| hour)|halve|double|doubling|twice|triple|three times",
    },
    "fr": {
        "onward": r"(?:ramene\w*|descend\w*|tomb\w*|mont\w*|pass\w*) (?:a\b|sous\b|en dessous)|jusqu'a\b",
        "clause": r"et\b|mais\b|puis\b",
        "now": r"aujourd'hui|actuellement|en ce moment|a ce jour|pour l'instant|maintenant"
        r"|de(?= \d[^,;.]* a \d)",
        "being": r"on est a|on en est a|nous sommes a|on a\b|on en a\b|nous avons|nous en avons|j'en compte"
        r"|j'en ai|il y a\b|il y en a|c'est|c'etait|etait|etaient|hier\b|mois dernier|an dernier"
        r"|annee derniere|semaine derniere|trimestre dernier",
        "wish": r"veut|veux|voudr|souhait|ideal|objectif|cible|vise|devr|serait|espere|atteindre|passer sous"
        r"|moins de",
        "instead": r"au lieu d|plutot qu|contre\b|par rapport a",
        "share": r"moitie|double|tripl|par deux|par trois",
    },
}
# What a word for a share makes of the one figure beside it.
_SHARES: Final = {
    "half": 0.5, "halve": 0.5, "moitie": 0.5, "par deux": 0.5, "par trois": 1 / 3,
    "double": 2.0, "doubling": 2.0, "twice": 2.0, "tripl": 3.0, "triple": 3.0, "three times": 3.0,
}  # fmt: skip
_READ_CHARACTERS: Final = 500  # figures and words are compared pair by pair, so the text must end somewhere
_BREAK_COST: Final = 30  # characters: a word in the same clause is nearer than any in the next
# A month that went by so recently is meant as a past one: "26 hours in January", said in March.
_JUST_GONE_DAYS: Final = 270
# "in 10 days" is a measure when another date is given: "an answer in 10 days, 2 by June".
_DURATION: Final = re.compile(r"(?:in|within|dans|sous) \d")
_UNIT_MINUTES: Final = {
    "min": 1, "minute": 1, "h": 60, "hr": 60, "hour": 60, "heure": 60, "day": 1_440, "jour": 1_440,
    "week": 10_080, "semaine": 10_080,
}  # fmt: skip


@lru_cache(maxsize=2)
def _cue_pattern(lang: Lang) -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{letter_tree(words)})" for kind, words in _CUES[lang].items())
    return re.compile(rf"[,;.:!?\n(→]|->|\b(?:{kinds})")


def read_measure(text: str, lang: Lang, today: date) -> Measure:
    """The figures and the day of an answer; each is None if the text does not give it."""
    folded = fold(text[:_READ_CHARACTERS])  # once: to fold it again costs next to nothing
    dates = _days_ahead(find_dates(folded, lang, today), folded, today)
    taken = [(found.start, found.end) for found in dates]
    cues = _cues(folded, lang, taken)
    figures = _figures(find_numbers(folded, lang, [*taken, *cues["share"]]), folded)
    answer = _Answer(figures, dates, cues, today)
    baseline, target = _roles(answer)
    day, estimate = _day(answer, baseline), is_estimate(folded, lang)
    if cues["share"] and len(figures) == 1:
        only, (start, end) = figures[0], cues["share"][0]
        return Measure(only.value, only.value * _SHARES[folded[start:end]], only.unit, day, estimate)
    unit = next((figure.unit for figure in (target, baseline) if figure and figure.unit), "")
    return Measure(_value(baseline, unit), _value(target, unit), unit, day, estimate)


def _cues(folded: str, lang: Lang, taken: Sequence[_Span]) -> dict[str, list[_Span]]:
    """Where each kind of cue stands, outside of the dates ("from 24 March" is no "from 24")."""
    cues: dict[str, list[_Span]] = {kind: [] for kind in _CUES[lang]}
    for match in _cue_pattern(lang).finditer(folded):
        place = match.start()
        if not any(start <= place < end for start, end in taken):
            cues[match.lastgroup or "clause"].append(match.span())
    return cues


def _days_ahead(dates: Sequence[FoundDate], folded: str, today: date) -> list[FoundDate]:
    ahead = [found for found in dates if found.day > today]
    durations = [found for found in ahead if _DURATION.match(folded, found.start)]
    return ahead if len(durations) == len(ahead) else [found for found in ahead if found not in durations]


def _figures(found: Sequence[FoundNumber], folded: str) -> Sequence[FoundNumber]:
    """Beside figures in digits, a number word alone is no measure ("repaired two times, I count 18")."""
    if all(folded[number.start].isalpha() for number in found):
        return found
    return [n for n in found if n.unit or n.value == 0 or not folded[n.start].isalpha()]


def _roles(answer: _Answer) -> tuple[FoundNumber | None, FoundNumber | None]:
    """Today's figure and the one wanted."""
    figures = answer.figures
    if not figures:
        return None, None
    now, instead = _now(answer), answer.cues["instead"]
    wish = answer.cues["wish"] + [(found.start, found.end) for found in answer.dates if found.by]
    if len(figures) == 1:
        is_now = answer.gap(figures[0], now + instead) < answer.gap(figures[0], wish)
        return (figures[0], None) if is_now else (None, figures[0])
    for first, second in pairwise(figures):
        if any(first.start < start < second.start for start, _ in instead):
            return second, first
        if any(first.start < start < second.start for start, _ in answer.cues["onward"]):
            return first, second
    if wish and not now:
        target = answer.nearest(figures, wish)
        return next(figure for figure in figures if figure is not target), target
    baseline = answer.nearest(figures, now) if now else figures[0]
    return baseline, _wanted(answer, baseline, wish)


def _wanted(answer: _Answer, baseline: FoundNumber, wish: Sequence[_Span]) -> FoundNumber:
    others = [figure for figure in answer.figures if figure is not baseline]
    if wish:
        return answer.nearest(others, wish)
    return next((figure for figure in others if figure.start > baseline.start), others[0])


def _now(answer: _Answer) -> list[_Span]:
    """Where the text speaks of today: by a word for now, else by "it is", else by a month just gone."""
    said = answer.cues["now"] or answer.cues["being"]
    far = [found for found in answer.dates if (found.day - answer.today).days > _JUST_GONE_DAYS]
    return said or [(found.start, found.end) for found in far if not found.by]


def _day(answer: _Answer, baseline: FoundNumber | None) -> date | None:
    """The day of the target: a deadline if there is one, else a date that does not follow the baseline."""
    for found in answer.dates:
        if found.by:
            return found.day
    for found in answer.dates:
        # A day soon to come is none of today's figure, however near it stands.
        soon = (found.day - answer.today).days <= _JUST_GONE_DAYS
        if baseline is None or found.start < baseline.start or soon:
            return found.day
        if answer.nearest(answer.figures, [(found.start, found.end)]) is not baseline:
            return found.day
    return None


def _value(figure: FoundNumber | None, unit: str) -> float | None:
    """The figure's value, in `unit` if both are units of time: 2 days is 48 hours."""
    return figure and in_unit(figure.value, figure.unit, unit)


def is_time(word: str) -> bool:
    """Whether the word is a unit of time: “days” counts nothing by itself."""
    return fold(word).rstrip("s") in _UNIT_MINUTES


def in_unit(value: float, unit: str, wanted: str) -> float:
    """The value in another unit of time; as it is when one of the two is none."""
    own, other = (_UNIT_MINUTES.get(name.rstrip("s")) for name in (unit, wanted))
    return value * own / other if own and other else value
