"""A proposal by its grammar, in English and French: narrow, and hardly ever wrong.

Theory. A proposal is a verb of starting, changing or wanting, right before a tool phrase, in a clause that proposes
("we should", "et si on") and does not refuse, report or ask how. A tool's adoption taken as the goal, or a threat ("or
we'll die"), proposes as well. A checkable objective or concrete steps make it a plan.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from dialogs.interception.rules import Rules
from dialogs.interception.text import Sentence
from dialogs.interception.tools import is_tool

_WINDOW: Final = 90
"""Characters left of a verb where its "we should" is looked for, and right of a tool where its "but" is."""
_STEPS_MAKE_A_PLAN: Final = 1.5
_CLAUSE_START: Final = re.compile(r".*[,;:(—–]|.* - ", re.DOTALL)
_LEAD: Final = re.compile(
    r"(?:[\W\d_]|\b(?:and|also|then|next|so|please|ok|yes|or|et|puis|alors|donc|aussi|ok|oui|ou)\b)*"
)


SIGNALS: Final = ("start", "change", "want", "adoption", "idea", "fear", "imperative", "praise", "refused")
"""What a proposal is told by, the surest first; "refused" is one that is turned down."""


class Proposal(NamedTuple):
    """One of `SIGNALS`, the start of its act, and the span of the tool phrase."""

    signal: str
    act: int
    start: int
    end: int


def proposals(line: Sentence, words: Rules) -> Iterator[Proposal]:
    """Every tool phrase of one sentence that something puts forward, refused ones included."""
    for act in words.act.finditer(line.plain):
        phrase = _object(act, line, words)
        if phrase and (signal := _signal(act, phrase, line.plain, words)):
            start, end = phrase.span("phrase")
            refused = _refused(line.plain, act.start(), end, words)
            yield Proposal("refused" if refused else signal, act.start(), start, end)
    yield from _other_proposals(line.plain, words)


def plan(message: str, words: Rules) -> tuple[str, ...]:
    """Why the plain message counts as planned: an objective with its figure, or concrete steps; () if it does not."""
    figures = (message[found.start() : found.end() + 30] for found in words.checkable.finditer(message))
    if any(not words.vanity.search(figure) for figure in figures):
        return ("planned", "objective")
    steps = sum(weight for weight, mark in words.steps if mark.search(message))
    return ("planned", "steps") if steps >= _STEPS_MAKE_A_PLAN else ()


def _object(act: re.Match[str], line: Sentence, words: Rules) -> re.Match[str] | None:
    """The tool phrase right after an act, if it is one."""
    phrase = words.naming.phrase.match(line.plain, act.end())
    if phrase is None and (_kind(act, words) == "change" or act["verb"] in words.take):
        phrase = words.naming.name.match(line.plain, act.end())
        if phrase and act["verb"] in words.take and not line.typed[phrase.start("phrase")].isupper():
            return None
    return phrase if phrase and is_tool(line.plain, *phrase.span("phrase"), words.naming) else None


def _kind(act: re.Match[str], words: Rules) -> str:
    """Key of the word list that the act is from; a phrase that is in none moves something to a tool."""
    return words.kinds.get(" ".join(act["verb"].split()), "change")


def _signal(act: re.Match[str], phrase: re.Match[str], line: str, words: Rules) -> str | None:
    """What kind of proposal the act is, by what stands left of it; None if none."""
    kind, verb = _kind(act, words), act["verb"]
    left = line[max(0, act.start() - _WINDOW) : act.start()]
    there = phrase["det"] in words.naming.definite and phrase["tool"] not in words.general
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


def _other_proposals(line: str, words: Rules) -> Iterator[Proposal]:
    """Adoption as the goal, threat, praise: no verb of starting, but the tool comes first all the same."""
    said = line.replace("'", " ").replace(",", " ").split()
    if "%" in line or not words.adoption_signs.isdisjoint(said):
        yield from _adopted(line, words)
    if not words.fear_signs.isdisjoint(said):
        yield from _feared(line, words)
    if not words.praise_signs.isdisjoint(said) and words.praise.search(line):
        yield from _praised(line, words)


def _adopted(line: str, words: Rules) -> Iterator[Proposal]:
    naming = words.naming
    for goal in words.adoption.finditer(line):
        if tool := (naming.name.match(line, goal.end() - 1) or naming.phrase.match(line, goal.end() - 1)):
            yield Proposal("adoption", goal.start(), *tool.span("phrase"))


def _feared(line: str, words: Rules) -> Iterator[Proposal]:
    naming = words.naming
    if words.fear.search(line) and (named := naming.phrase.search(line) or naming.tool.search(line)):
        yield Proposal("fear", 0, *named.span("phrase"))


def _praised(line: str, words: Rules) -> Iterator[Proposal]:
    for phrase in words.naming.phrase.finditer(" " + line):
        start, end = phrase.start("phrase") - 1, phrase.end("phrase") - 1
        if phrase["det"] not in words.naming.definite and words.praise.match(line, end):
            yield Proposal("refused" if _refused(line, start, end, words) else "praise", start, start, end)
