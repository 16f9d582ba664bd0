"""Is this message tool-first: does it put a social, collaboration or AI tool before any plan?

Theory. A proposal is a verb of starting, changing or wanting, right before a tool phrase, in a clause that
proposes ("we should", "et si on") and does not refuse, report or ask how. A tool's adoption taken as the
goal, or a threat ("or we'll die"), proposes as well. A checkable objective or concrete steps make it a plan,
and then the coach stays out. A needless interception costs more than a missed one: doubt means silence.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import Final, NamedTuple

import msgspec

from dialogs.interception.quotes import read_quotes
from dialogs.interception.rules import Rules, gate, rules
from dialogs.interception.text import Sentence, clean, language, plain, sentences
from dialogs.lang import Lang
from dialogs.reading.fold import fold

THRESHOLD: Final = 0.6
_SCORES: Final = {
    "start": 0.85,
    "change": 0.85,
    "want": 0.8,
    "adoption": 0.8,
    "idea": 0.75,
    "fear": 0.75,
    "imperative": 0.7,
    "praise": 0.7,
    "planned": 0.4,
    "refused": 0.3,
    "mention": 0.1,
}
_WINDOW: Final = 90
"""Characters left of a verb where its "we should" is looked for, and right of a tool where its "but" is."""
_STEPS_MAKE_A_PLAN: Final = 1.5
_CLAUSE_START: Final = re.compile(r".*[,;:(—–]|.* - ", re.DOTALL)
_LEAD: Final = re.compile(
    r"(?:[\W\d_]|\b(?:and|also|then|next|so|please|ok|yes|or|et|puis|alors|donc|aussi|ok|oui|ou)\b)*"
)

_gate: Final = cache(gate)  # put together at the first message


def _word_byte(code: int) -> int:
    """A byte of UTF-8 in lower case, or a space: ASCII, and French accents (É is C3 89, é is C3 A9)."""
    if code >= 0x80:
        return code | 0x20 if code <= 0x9E else code
    letter = chr(code)
    return ord(letter.lower()) if letter.isalnum() or letter == "+" else ord(" ")


_WORDS: Final = bytes(map(_word_byte, range(256)))


class Finding(msgspec.Struct, frozen=True):
    """What the judge saw. Texts are as typed, filled for an interception only; a goal has 8 words at most.

    `lang` is None where the message was not read closely enough to tell, or is in a third language.
    `reasons` are names of signals: keys of the score table, and "objective" or "steps" for a plan.
    """

    intercept: bool
    score: float
    lang: Lang | None = None
    tool: str | None = None
    goal: str | None = None
    problem: str | None = None
    people: str | None = None
    date: str | None = None
    reasons: tuple[str, ...] = ()

    @property
    def quote(self) -> str | None:
        """The words to give back in the first message, if any."""
        return self.goal or self.problem


_NOTHING: Final = Finding(intercept=False, score=0.0)


class _Proposal(NamedTuple):
    """A signal (key of the score table), the start of its act, and the span of the tool phrase."""

    signal: str
    act: int
    start: int
    end: int


def judge(text: str, lang: Lang | None = None) -> Finding:
    """Whether the coach might step in on this message, and what it may quote; `lang` None means find out."""
    hints = _hints(text)
    if not hints:
        return _NOTHING
    typed = clean(text)
    lang = lang or language(typed, default="en")
    if lang is None:
        return _NOTHING
    return _read(typed, lang, rules(lang), hints)


def _hints(text: str) -> list[str]:
    """The words of a message that may name a tool, folded. Most messages have none, and are left at once."""
    straight = text.replace("’", "'").replace("'ai ", " ")  # "j'ai" is no artificial intelligence
    words = straight.encode(errors="replace").translate(_WORDS).split()
    tools, heads, topics = _gate()
    headed = not (heads.isdisjoint(words) or topics.isdisjoint(words))
    if not headed and tools.isdisjoint(words):
        return []
    found = tools.intersection(words)
    return [fold(word.decode()) for word in (found | heads.intersection(words) if headed else found)]


def _read(typed: str, lang: Lang, words: Rules, hints: Sequence[str]) -> Finding:
    lines = list(sentences(typed))
    proposals = (
        (_SCORES[seen.signal], place, seen)
        for place, line in enumerate(lines)
        if any(hint in line.plain for hint in hints)
        for seen in _proposals(line, words)
    )
    best = max(proposals, key=itemgetter(0), default=None)
    if best is None:
        return Finding(intercept=False, score=_SCORES["mention"], lang=lang, reasons=("mention",))
    score, place, proposal = best
    signal = proposal.signal
    if score < THRESHOLD:
        return Finding(intercept=False, score=score, lang=lang, reasons=(signal,))
    plan = () if signal == "adoption" else _plan(plain(typed), words)
    if plan:
        return Finding(intercept=False, score=_SCORES["planned"], lang=lang, reasons=(signal, *plan))
    tool = lines[place].typed[proposal.start : proposal.end]
    quotes = read_quotes(lines, place, proposal.act, proposal.end, words)
    return Finding(True, score, lang, tool, *quotes, reasons=(signal,))


def _proposals(line: Sentence, words: Rules) -> Iterator[_Proposal]:
    """Every tool phrase of one sentence that something puts forward, refused ones included."""
    for act in words.act.finditer(line.plain):
        phrase = _object(act, line, words)
        if phrase and (signal := _signal(act, phrase, line.plain, words)):
            start, end = phrase.span("phrase")
            refused = _refused(line.plain, act.start(), end, words)
            yield _Proposal("refused" if refused else signal, act.start(), start, end)
    yield from _other_proposals(line.plain, words)


def _object(act: re.Match[str], line: Sentence, words: Rules) -> re.Match[str] | None:
    """The tool phrase right after an act, if it is one."""
    phrase = words.phrase.match(line.plain, act.end())
    if phrase is None and (_kind(act, words) == "change" or act["verb"] in words.take):
        phrase = words.name.match(line.plain, act.end())
        if phrase and act["verb"] in words.take and not line.typed[phrase.start("phrase")].isupper():
            return None
    if phrase and words.not_tool.search(line.plain, phrase.start("phrase"), phrase.end() + 30):
        return None
    return phrase


def _kind(act: re.Match[str], words: Rules) -> str:
    """Key of the word list that the act is from; a phrase that is in none moves something to a tool."""
    return words.kinds.get(" ".join(act["verb"].split()), "change")


def _signal(act: re.Match[str], phrase: re.Match[str], line: str, words: Rules) -> str | None:
    """What kind of proposal the act is, by what stands left of it; None if none."""
    kind, verb = _kind(act, words), act["verb"]
    left = line[max(0, act.start() - _WINDOW) : act.start()]
    there = phrase["det"] in words.definite and phrase["tool"] not in words.general
    if kind in ("want", "idea"):
        return None if there or (kind == "want" and words.negated.search(left)) else kind
    if there and kind != "change" and verb not in words.launch:
        return None
    if words.frame.search(left):
        return kind
    first = _LEAD.fullmatch(left) is not None
    return "imperative" if first and not there and verb not in words.self_standing else None


def _refused(line: str, act: int, end: int, words: Rules) -> bool:
    """Whether the clause left of the act refuses, reports or asks how, or the rest of the sentence does."""
    left = line[max(0, act - _WINDOW) : act]
    clause = _CLAUSE_START.match(left)
    for block in words.block.finditer(left, clause.end() if clause else 0):
        if block.lastgroup != "asked":  # "shouldn't we" refuses nothing
            return True
    return words.after.search(line, end, end + 2 * _WINDOW) is not None


def _other_proposals(line: str, words: Rules) -> Iterator[_Proposal]:
    """Adoption as the goal, threat, praise: no verb of starting, but the tool comes first all the same."""
    said = line.replace("'", " ").replace(",", " ").split()
    if "%" in line or not words.adoption_signs.isdisjoint(said):
        yield from _adopted(line, words)
    if not words.fear_signs.isdisjoint(said):
        yield from _feared(line, words)
    if not words.praise_signs.isdisjoint(said) and words.praise.search(line):
        yield from _praised(line, words)


def _adopted(line: str, words: Rules) -> Iterator[_Proposal]:
    for goal in words.adoption.finditer(line):
        if tool := (words.name.match(line, goal.end() - 1) or words.phrase.match(line, goal.end() - 1)):
            yield _Proposal("adoption", goal.start(), *tool.span("phrase"))


def _feared(line: str, words: Rules) -> Iterator[_Proposal]:
    if words.fear.search(line) and (named := words.phrase.search(line) or words.tool.search(line)):
        yield _Proposal("fear", 0, *named.span("phrase"))


def _praised(line: str, words: Rules) -> Iterator[_Proposal]:
    for phrase in words.phrase.finditer(" " + line):
        start, end = phrase.start("phrase") - 1, phrase.end("phrase") - 1
        if phrase["det"] not in words.definite and words.praise.match(line, end):
            yield _Proposal("refused" if _refused(line, start, end, words) else "praise", start, start, end)


def _plan(message: str, words: Rules) -> tuple[str, ...]:
    """Why the plain message counts as planned: an objective with its figure, or concrete steps."""
    figures = (message[found.start() : found.end() + 30] for found in words.checkable.finditer(message))
    if any(not words.vanity.search(figure) for figure in figures):
        return ("planned", "objective")
    steps = sum(weight for weight, mark in words.steps if mark.search(message))
    return ("planned", "steps") if steps >= _STEPS_MAKE_A_PLAN else ()
