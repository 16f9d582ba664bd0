"""Weak answers: the 21 patterns by which the coach decides whether to ask once more.

The order is the order of probing: the first that fits gives the one probe. Each is narrow on purpose: a weak
answer that slips through is caught by the review of the plan, a needless probe costs goodwill. So a figure, a
name, an example or a consequence in the answer speaks for it.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final, NamedTuple

from dialogs.lang import Lang
from dialogs.reading.grammar import grammar
from dialogs.reading.owners import has_owner
from dialogs.reading.words import content_words, found, plain, says, says_any, says_only, without, word_count

# A figure, but not a year, a product's 365 or the digit in “B2B”.
_FIGURE: Final = re.compile(r"(?<![\w.,])(?!20[12]\d(?!\d)|365(?!\d))\d+(?:[.,]\d+)*")
_TENS: Final = re.compile(r"\b(?:ninety|eighty|seventy|sixty|fifty|forty|thirty|twenty)\b")
_STEP_BORDER: Final = re.compile(r"(?:^|\s)\d[.)]\s|[.;,\n]+|\b(?:and|then|puis|ensuite|et)\b")
_QUOTED: Final = re.compile(r"[“«\"][^”»\"]{12,}[”»\"]")
_LEAD: Final = re.compile(r"(?:\W|\d+[.)]|(?:to|we|i|on|je|will|should|want to|just|first|d'abord|d'|de|il faut)\b)*")
_TOOL_ALONE: Final = re.compile(r"(?:an?|our own|une?|notre propre)\b")

# A long account of what happens is an example, even without figure or date.
_STORY_WORDS: Final = 30


class _Answer:
    """An answer and what several patterns ask of it, each list looked for at most once."""

    def __init__(self, typed: str, lang: Lang) -> None:
        self.typed = typed
        self.lang = lang
        self.text = plain(typed)
        self.figured = _FIGURE.search(self.text) is not None
        self._said: dict[str, bool] = {}

    def says(self, list_name: str) -> bool:
        if list_name not in self._said:
            self._said[list_name] = says(list_name, self.text, self.lang)
        return self._said[list_name]

    def says_only(self, list_name: str) -> bool:
        return says_only(list_name, self.text, self.lang)

    def starts_with(self, list_name: str) -> bool:
        """Whether a word of the list opens the answer, after “to”, “we”, « il faut »."""
        start = self.text[_LEAD.match(self.text).end() :]  # type: ignore[union-attr]
        opening = found(list_name, start, self.lang)
        return opening is not None and start.startswith(opening)

    @property
    def length(self) -> int:
        return word_count(self.text)

    @property
    def numbered(self) -> bool:
        return self.figured or self.says("number")

    @property
    def shown(self) -> bool:
        """A figure or an example backs what is said."""
        return self.numbered or self.says("evidence") or _QUOTED.search(self.typed) is not None

    @property
    def countable(self) -> bool:
        return self.numbered or self.says("measure")

    @property
    def figures(self) -> int:
        """How many figures the answer gives, those of dates and deadlines left out."""
        undated = without("calendar", self.text, self.lang)
        return len(_FIGURE.findall(undated)) + len(_TENS.findall(undated))


def _dont_know(answer: _Answer) -> bool:
    return answer.length <= 8 and answer.says_only("dunno")


def _avoided(answer: _Answer) -> bool:
    return answer.length <= 14


def _ordered_from_above(answer: _Answer) -> bool:
    return not answer.shown and not answer.says("result")


def _solution_as_problem(answer: _Answer) -> bool:
    return not answer.shown and answer.says("tool") and not answer.says("consequence")


def _fomo(answer: _Answer) -> bool:
    return not answer.shown


def _adoption_as_objective(answer: _Answer) -> bool:
    return not answer.says("result")


def _tool_as_objective(answer: _Answer) -> bool:
    if answer.countable or answer.says("result"):
        return False
    return answer.starts_with("activity") or (answer.length <= 5 and _TOOL_ALONE.match(answer.text) is not None)


def _self_fulfilling(answer: _Answer) -> bool:
    return not answer.shown and not answer.says("result")


def _one_word_objective(answer: _Answer) -> bool:
    if answer.length > 7 or answer.countable:
        return False
    count = len(content_words(answer.text, answer.lang))
    return count < 2 or (count == 2 and not answer.starts_with("activity"))


def _activity_as_outcome(answer: _Answer) -> bool:
    if not answer.starts_with("activity") or answer.says("tool"):
        return False
    return not (answer.says("result") or answer.says("measure"))


def _vague_buzzword(answer: _Answer) -> bool:
    return answer.length <= 10 and not answer.shown and not answer.says("measure")


def _everyone(answer: _Answer) -> bool:
    if answer.length > 9 or answer.numbered:
        return False
    return answer.says_only("everyone") or not answer.says("narrower")


def _no_measure(answer: _Answer) -> bool:
    return not (answer.countable or answer.shown or answer.says("ask_plan"))


def _no_baseline(answer: _Answer) -> bool:
    return not (answer.says("now") or answer.says("to_check")) and answer.figures == 1


def _no_date(answer: _Answer) -> bool:
    return not (answer.says("date") or answer.says("to_check")) and answer.figures > 0


def _no_step(answer: _Answer) -> bool:
    """Every step is choosing, buying, installing or launching a tool."""
    return all(_is_tool_work(part, answer.lang) for part in _parts(answer))


def _parts(answer: _Answer) -> Iterator[str]:
    """The steps of an answer, as far as its punctuation tells; a part that is only a date is none."""
    for part in _STEP_BORDER.split(answer.text):
        rest = without("date", part, answer.lang)
        if content_words(rest, answer.lang):
            yield rest


def _is_tool_work(part: str, lang: Lang) -> bool:
    if _FIGURE.search(part) or not says("tool_work", part, lang):
        return False
    return word_count(part) <= 4 or says("tool", part, lang)


def _no_owner(answer: _Answer) -> bool:
    return not has_owner(answer.typed, answer.lang)


def _no_mechanism(answer: _Answer) -> bool:
    return answer.length <= 8 and answer.says_only("nothing")


def _abstract_blocker(answer: _Answer) -> bool:
    return answer.length <= 10 and not answer.numbered and answer.says_only("abstract")


def _no_decision(answer: _Answer) -> bool:
    return not (answer.says("ask_plan") or grammar(answer.lang).said_yes.search(answer.typed))


def _no_evidence(answer: _Answer) -> bool:
    if answer.length >= _STORY_WORDS or answer.shown:
        return False
    return not (answer.says("date") or answer.says("ask_plan"))


class Pattern(NamedTuple):
    """A way of answering that says too little.

    Its id, the word list without which it cannot fit ("" if it is told by what is missing), the slots where
    it is looked for, its test, and whether it may fit an answer that gives a figure: most patterns do not.
    """

    id: str
    needs: str
    slots: tuple[str, ...]
    fits: Callable[[_Answer], bool]
    despite_figure: bool = False


_SLOTS: Final = (
    "problem", "problem.who", "objective", "objective.numbers", "decision", "mechanism", "people", "steps",
    "blockers",
)  # fmt: skip
# In the order of probing.
PATTERNS: Final = (
    Pattern("dont_know", "dunno", _SLOTS, _dont_know),
    Pattern(
        "avoided",
        "avoided",
        ("problem", "problem.who", "decision", "mechanism", "people", "blockers"),
        _avoided,
    ),
    Pattern("ordered_from_above", "ordered", ("problem", "objective"), _ordered_from_above),
    Pattern("solution_as_problem", "missing_tool", ("problem",), _solution_as_problem),
    Pattern("fomo", "fomo", ("problem", "objective"), _fomo),
    Pattern(
        "adoption_as_objective",
        "adoption",
        ("objective", "objective.numbers"),
        _adoption_as_objective,
        despite_figure=True,
    ),
    Pattern("tool_as_objective", "tool", ("objective",), _tool_as_objective),
    Pattern("self_fulfilling", "self_fulfilling", ("people", "objective", "steps"), _self_fulfilling),
    Pattern("one_word_objective", "", ("objective",), _one_word_objective),
    Pattern("activity_as_outcome", "activity", ("objective",), _activity_as_outcome, despite_figure=True),
    Pattern("vague_buzzword", "buzz", ("problem", "objective"), _vague_buzzword),
    Pattern("everyone", "everyone", ("problem.who", "people"), _everyone),
    Pattern("no_measure", "", ("objective",), _no_measure),
    Pattern("no_baseline", "", ("objective.numbers",), _no_baseline, despite_figure=True),
    Pattern("no_date", "", ("objective.numbers",), _no_date, despite_figure=True),
    Pattern("no_step", "tool", ("steps",), _no_step, despite_figure=True),
    Pattern("no_owner", "", ("steps",), _no_owner, despite_figure=True),
    Pattern("no_mechanism", "nothing", ("mechanism",), _no_mechanism),
    Pattern("abstract_blocker", "abstract", ("blockers",), _abstract_blocker),
    Pattern("no_decision", "undecided", ("decision",), _no_decision, despite_figure=True),
    Pattern("no_evidence", "", ("problem",), _no_evidence),
)


class _Candidates(NamedTuple):
    """The patterns that may fit, the lists that some of them need, and those that need none."""

    patterns: tuple[Pattern, ...]
    needed: tuple[str, ...]
    needing_no_word: tuple[Pattern, ...]


def _candidates(slot: str, has_figure: bool) -> _Candidates:
    patterns = tuple(p for p in PATTERNS if slot in p.slots and (p.despite_figure or not has_figure))
    needed = tuple(sorted({p.needs for p in patterns if p.needs}))
    return _Candidates(patterns, needed, tuple(p for p in patterns if not p.needs))


_CANDIDATES: Final = {(slot, figure): _candidates(slot, figure) for slot in _SLOTS for figure in (False, True)}


def ranked(slot: str, text: str, lang: Lang, among: Collection[str] | None = None) -> tuple[str, ...]:
    """The ids of all patterns that fit this answer to this slot's question, first to probe first.

    `among`: look for these only, where the reply to a probe is judged by less than a first answer.
    """
    return tuple(_fitting(slot, text, lang, among))


def weak_pattern(slot: str, text: str, lang: Lang) -> str | None:
    """The pattern to probe, or None if the answer is taken as it is.

    `slot` is one of the nine of the patterns: problem, problem.who, objective, objective.numbers, decision,
    mechanism, people, steps, blockers. Any other slot takes every answer.
    """
    return next(_fitting(slot, text, lang), None)


def _fitting(slot: str, text: str, lang: Lang, among: Collection[str] | None = None) -> Iterator[str]:
    if slot not in _SLOTS:
        return iter(())
    answer = _Answer(text, lang)
    candidates = _CANDIDATES[slot, answer.figured]
    # Most answers say none of the words in question: one look for all of them spares a dozen.
    suspect = candidates.needed and says_any(candidates.needed, answer.text, lang)
    patterns = candidates.patterns if suspect else candidates.needing_no_word
    if among is not None:
        patterns = tuple(p for p in patterns if p.id in among)
    return (p.id for p in patterns if (not p.needs or answer.says(p.needs)) and p.fits(answer))


def sharper(reply: str, answer: str, lang: Lang) -> bool:
    """Whether the reply to a probe tells the coach to leave it: “whatever”, the same again, nothing said.

    A reply that is merely shorter is no refusal: « fin septembre » is what was asked for.
    """
    said = plain(reply).strip(" .,;:!?…-")
    if said == plain(answer).strip(" .,;:!?…-"):
        return True
    count = word_count(said)
    if count <= 8 and says("sharp", said, lang) and not _FIGURE.search(said):
        return True
    return count <= 2 and (not count or says_only("shrug", said, lang))
