"""Find the dates people type in a chat and say which day they mean.

Rules, the same in both languages:
- a date without a year is the next one to come (today included); with `past` it is the last one gone by;
- a weekday is never today: "Friday" on a Friday is a week later;
- a period stands for its last day ("in September" is 30 September, "next week" is its Friday), unless its
  edge is named ("mid-March" is the 15th) or it opens something ("from June" is 1 June); "before June" and
  "by summer" are the day before it begins;
- "next Tuesday" is that of next week, "mardi prochain" the first to come, as people use them;
- a rhythm ("every Thursday", "le mardi", "a Monday morning") is not a date, nor is a duration ("10 days").
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple, TypeVar

from dialogs.lang import Lang
from dialogs.reading.date_words import (
    EDGES,
    LEADS,
    NEAR,
    RELATIVE,
    SEASONS,
    UNIT_WORDS,
    DateWords,
    date_words,
)
from dialogs.reading.fold import fold
from dialogs.reading.numbers import COUNT_WORDS

_T = TypeVar("_T")


class FoundDate(NamedTuple):
    """A day named in a text, with the span of its words there, "by" or "d'ici" included.

    `by` marks a deadline ("by", "before", "avant"); `past` a day before today.
    """

    day: date
    start: int
    end: int
    by: bool
    past: bool


class _Stretch(NamedTuple):
    """A stretch of text that has the form of a date, and what is needed to tell its day."""

    match: re.Match[str]
    tokens: list[str]  # its words and numbers, without the lead: ["30", "june"]
    lead: str  # the word before it: "by", "d'ici", "" if none
    role: str  # what that word says: by, eve, since, opening, at, ""
    alone: bool  # nothing else in the text
    today: date
    past: bool
    lang: Lang
    words: DateWords

    def find(self, table: Mapping[str, _T]) -> _T | None:
        """What the table says of the first word that is in it."""
        for token in self.tokens:
            if token in table:
                return table[token]
        return None

    def numbers(self) -> list[int]:
        """The numbers of the stretch, in order."""
        return [int(token) for token in self.tokens if token.isdecimal()]


_TOKEN: Final = re.compile(r"[a-z]+|\d+")
_DEADLINES: Final = frozenset({"by", "eve"})
_OFFSET_LEADS: Final = frozenset({"in", "within", "before", "by", "until", "dans", "d'ici", "sous", "avant"})
_UNIT_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}
_UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_ONE_DAY: Final = timedelta(days=1)


def find_dates(text: str, lang: Lang, today: date, past: bool = False) -> tuple[FoundDate, ...]:
    """The dates named in `text`, in order. `past` reads bare days, weekdays and months backwards."""
    words = date_words(lang)
    folded = fold(text)
    bordered = f"\n{folded}"  # both patterns begin with the character before a word
    if words.gate.search(bordered) is None:
        return ()
    found = []
    for match in words.pattern.finditer(bordered):
        lead = " ".join(match["lead"].split()) if match["lead"] else ""
        role = LEADS[lang].get(lead, "")
        tokens = _TOKEN.findall(match[match.lastgroup or 0])
        start, end = match.start(), match.end() - 1
        alone = end - start == len(folded.strip(" .,;!?"))
        day = _day(_Stretch(match, tokens, lead, role, alone, today, past or role == "since", lang, words))
        if day is not None:
            found.append(FoundDate(day, start, end, role in _DEADLINES, day < today))
    return tuple(found)


def _day(stretch: _Stretch) -> date | None:
    read = _READERS.get(stretch.match.lastgroup or "")
    if read is None:  # a rhythm
        return None
    try:
        return read(stretch)
    except (ValueError, OverflowError):  # 31 June 2026, or beyond the calendar
        return None


def _numeric(stretch: _Stretch) -> date | None:
    """ISO, or day first; month first only where that alone makes a date ("06/30")."""
    first, second, *rest = stretch.numbers()
    if first > 999:
        return date(first, second, rest[0])
    day, month = (second, first) if second > 12 else (first, second)
    if rest:
        return date(rest[0] % 100 + 2000, month, day)
    padded = any(token[0] == "0" for token in stretch.tokens)
    bare = not padded and not stretch.lead
    if bare and (first <= second or (first, second) == (24, 7)):
        return None  # "8/10" is a share
    return _yearly(month, day, stretch)


def _dated(stretch: _Stretch) -> date | None:
    """ "30 June", "Friday 13 March": the day and the month are believed, the weekday is not checked."""
    month = stretch.find(stretch.words.months) or 0
    numbers = stretch.numbers()
    if numbers[-1] > 999:
        return date(numbers[-1], month, numbers[-2])
    return _yearly(month, numbers[-1], stretch)


def _period(stretch: _Stretch) -> date | None:
    edge, relative = stretch.find(EDGES), stretch.find(RELATIVE)
    if edge is None and relative is None and not _in_company(stretch):
        return None
    past = stretch.past if relative is None else relative < 0
    days = [_edge_day(first, last, edge, stretch) for first, last in _spans(stretch, relative, past)]
    if len(days) == 1:
        return max(days[0], stretch.today) if relative == 0 else days[0]
    return _nearest(days, stretch.today, past)


def _in_company(stretch: _Stretch) -> bool:
    """True for "May 2026", "in May", "September", but not for "you may" or "the week"."""
    name = stretch.tokens[-1]
    if name in UNIT_WORDS:
        return False
    named = name in stretch.words.months and name not in stretch.words.ambiguous
    dated = len(stretch.tokens) > 1 and name.isdecimal()  # "May 2026", "Q3"
    return named or dated or stretch.alone or stretch.lead != ""


def _spans(stretch: _Stretch, relative: int | None, past: bool) -> list[tuple[date, date]]:
    """First and last day of the period: one if the words fix its year, else two years' ones."""
    today, numbers = stretch.today, stretch.numbers()
    years = [n for n in numbers if n > 999] or [today.year, today.year + (-1 if past else 1)]
    quarter = next((n for n in numbers if n <= 4), None)
    if month := stretch.find(stretch.words.months):  # before the unit: "fin du mois de juin"
        return [_months(year, month, 1) for year in years]
    if season := stretch.find(SEASONS):
        return [_season(year, *season) for year in years]
    if unit := stretch.find(UNIT_WORDS):
        return [_unit_span(unit, relative or 0, today)]
    if quarter:
        return [_months(year, 3 * quarter - 2, 3) for year in years]
    return [_months(year, 1, 12) for year in years]


def _edge_day(first: date, last: date, edge: str | None, stretch: _Stretch) -> date:
    if edge == "start" or (edge is None and stretch.role in ("opening", "since")):
        return first
    if edge == "middle":
        days = (last - first).days
        return first + timedelta(days=14 if 26 < days < 31 else days // 2)
    before = stretch.role == "eve" or (stretch.role == "by" and stretch.find(SEASONS) is not None)
    return first - _ONE_DAY if before and edge is None else last


def _first_of(year: int, month: int) -> date:
    """The first day of a month; months may overflow the year (13 is next January)."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    return _first_of(year, month), _first_of(year, month + count) - _ONE_DAY


def _season(year: int, first: tuple[int, int], last: tuple[int, int]) -> tuple[date, date]:
    """Winter bears the year it ends in."""
    return date(year - (last < first), *first), date(year, *last)


def _unit_span(unit: str, shift: int, today: date) -> tuple[date, date]:
    """The week (Monday to Friday), month, quarter or year that is `shift` ones after today's."""
    if unit == "week":
        monday = today + timedelta(days=7 * shift - today.weekday())
        return monday, monday + timedelta(days=4)
    length = _UNIT_MONTHS[unit]
    return _months(today.year, (today.month - 1) // length * length + 1 + shift * length, length)


def _offset(stretch: _Stretch) -> date | None:
    """ "in two weeks", "six months ago"; French also "en six mois", but "en 10 jours" is a duration."""
    unit, typed, ago = UNIT_WORDS[stretch.match["unit"]], stretch.match["count"], stretch.match["ago"]
    lasting = stretch.lead == "en" and unit in _UNIT_MONTHS
    if not (ago or lasting or stretch.lead in _OFFSET_LEADS):
        return None
    count = int(typed) if typed.isdecimal() else int(COUNT_WORDS[stretch.lang].get(typed, 1))
    signed = -count if ago else count
    if unit in _UNIT_DAYS:
        return stretch.today + timedelta(days=signed * _UNIT_DAYS[unit])
    return _add_months(stretch.today, signed * _UNIT_MONTHS[unit])


def _near(stretch: _Stretch) -> date:
    return stretch.today + timedelta(days=NEAR[" ".join(stretch.match["when"].split())])


def _weekly(stretch: _Stretch) -> date | None:
    relative = stretch.find(RELATIVE)
    short = not stretch.words.ambiguous.isdisjoint(stretch.tokens)
    if short and relative is None and not (stretch.lead or stretch.alone):
        return None
    weekday = stretch.find(stretch.words.weekdays) or 0
    for number in stretch.numbers():
        day = _monthly(number, stretch)
        if day is not None and day.weekday() == weekday:
            return day
    return _weekday(weekday, relative, stretch)


def _weekday(weekday: int, relative: int | None, stretch: _Stretch) -> date:
    today = stretch.today
    if relative == -1 or (stretch.past and relative is None):
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    if relative == 1 and stretch.lang == "en":
        return today + timedelta(days=7 - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _ordinal(stretch: _Stretch) -> date | None:
    article = stretch.tokens[0] in ("the", "le")
    if not (article or stretch.lead or stretch.alone):
        return None
    return _monthly(stretch.numbers()[0], stretch)


def _add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the last of that month if it is shorter."""
    first, last = _months(day.year, day.month + count, 1)
    return min(first + timedelta(days=day.day - 1), last)


def _yearly(month: int, day: int, stretch: _Stretch) -> date | None:
    """The nearest `day` of `month`; within eight years there is a 29 February."""
    step = -1 if stretch.past else 1
    years = range(stretch.today.year, stretch.today.year + 9 * step, step)
    return _nearest(_existing((year, month, day) for year in years), stretch.today, stretch.past)


def _monthly(day: int, stretch: _Stretch) -> date | None:
    step = -1 if stretch.past else 1
    months = (_first_of(stretch.today.year, stretch.today.month + step * n) for n in range(3))
    days = _existing((month.year, month.month, day) for month in months)
    return _nearest(days, stretch.today, stretch.past)


def _existing(days: Iterable[tuple[int, int, int]]) -> Iterator[date]:
    for day in days:
        try:
            yield date(*day)
        except ValueError:  # 31 June, 29 February
            continue


def _nearest(days: Iterable[date], today: date, past: bool) -> date | None:
    """The first of `days` on the right side of today (today is on both), nearest first."""
    for day in days:
        if day == today or (day < today) is past:
            return day
    return None


_READERS: Final[dict[str, Callable[[_Stretch], date | None]]] = {
    "numeric": _numeric,
    "dated": _dated,
    "period": _period,
    "offset": _offset,
    "near": _near,
    "weekly": _weekly,
    "ordinal": _ordinal,
}
