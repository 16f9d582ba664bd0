"""What of an intercepted message the coach may give back: goal or problem, people, date, as typed.

Rules of the prefill table: after "for, to, so that, because, as" (in French "pour, afin de, parce que, car,
vu que"), or the other clause around a comma; eight words at most. Nothing that gives no reason ("everyone has
one") is quoted, and people ("for the engineers") are no goal.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from dialogs.interception.rules import Rules
from dialogs.interception.text import Sentence, plain

LONGEST: Final = 8
_CLAUSE: Final = re.compile(r"[^,;:()—–]+")
_CLAUSE_END: Final = re.compile(r"[,;:()—–.!?…]|\s-\s|\s(?:and then|but|mais|et puis)\s|$")
_EDGE: Final = " \t\r\n.,;:!?…\"'*_~-–—()"
_REACH: Final = 300
"""Characters right of the tool where reasons are looked for."""
_NOT_WORDS: Final = re.compile(r"[^\w\s'’.,;:!?%€$&/()«»\"#@+-]+")


class Quotes(NamedTuple):
    """Each as typed, or None."""

    goal: str | None = None
    problem: str | None = None
    people: str | None = None
    date: str | None = None


def read_quotes(lines: Sequence[Sentence], place: int, act: int, end: int, words: Rules) -> Quotes:
    """Quotes around the tool phrase that ends at `end` in `lines[place]`; its act begins at `act`."""
    line = lines[place]
    goal = problem = people = None
    for mark, begin, stop in _reasons(line.plain, end, words):
        clause = line.plain[begin:stop]
        if people is None and mark in ("for", "pour") and (who := words.persons.match(clause)):
            people = line.typed[begin : begin + who.end()]
        elif not (goal or problem or words.bandwagon.search(clause)):
            quote = _short(line.typed[begin:stop], words)
            states = mark not in words.purposes and words.problem.search(clause)
            goal, problem = (None, quote) if states else (quote, None)
    if not (goal or problem):
        problem = _stated_problem(lines, place, act, end, words)
    date = words.date.search(line.plain)
    return Quotes(goal, problem, people, line.typed[date.start() : date.end()].strip() if date else None)


def _reasons(line: str, end: int, words: Rules) -> Iterator[tuple[str, int, int]]:
    """Each "for ...", "because ..." right of the tool: its mark, and where its clause starts and stops."""
    marks = list(words.reason.finditer(line, end, end + _REACH))
    for mark, following in zip_longest(marks, marks[1:]):
        stop = _CLAUSE_END.search(line, mark.end(), following.start() if following else len(line))
        if stop and mark.end() < stop.start() and not words.not_reason.match(line, mark.end()):
            yield mark["mark"].strip(), mark.end(), stop.start()


def _stated_problem(lines: Sequence[Sentence], place: int, act: int, end: int, words: Rules) -> str | None:
    """The other clause around the comma, or the sentence before or after, if it states a problem."""
    around = (lines[near] for near in (place - 1, place + 1) if 0 <= near < len(lines))
    for clause in (*_other_clauses(lines[place], act, end), *around):
        states = words.problem.search(clause.plain) and not words.bandwagon.search(clause.plain)
        quote = _short(clause.typed, words) if states and "?" not in clause.plain else None
        if quote and len(quote.split()) >= 3 and len(clause.typed.split()) <= LONGEST + 4:
            return quote
    return None


def _other_clauses(line: Sentence, act: int, end: int) -> Iterator[Sentence]:
    """Clauses of the sentence that hold neither the act nor the tool."""
    for clause in _CLAUSE.finditer(line.plain):
        if clause.end() <= act or clause.start() >= end:
            yield Sentence(line.typed[slice(*clause.span())], clause[0])


def _short(typed: str, words: Rules) -> str | None:
    """At most eight words, not ending on a loose "of" or "et"; None if nothing is left."""
    text = _NOT_WORDS.sub(" ", typed).strip(_EDGE)
    opener = words.opener.match(plain(text))
    kept = text[opener.end() if opener else 0 :].split()
    cut = kept[:LONGEST]
    while len(kept) > LONGEST and cut and plain(cut[-1]) in words.loose_ends:
        cut.pop()
    return " ".join(cut).strip(_EDGE) or None
