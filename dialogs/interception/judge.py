"""Is this message tool-first: does it put a social, collaboration or AI tool before any plan?

A quick gate leaves alone what names no tool. Then two readings meet in one score: the grammar of a proposal, narrow and
sure (proposals.py), and the signs around each tool that is named, weighted by what the labelled corpus taught
(evidence.py, weights.py). A checkable objective or concrete steps make it a plan, and then the coach stays out. A
needless interception costs more than a missed one: doubt means silence.
"""

import math
from collections.abc import Sequence
from operator import itemgetter
from typing import Final, Literal, NamedTuple

import msgspec

from dialogs.content.reasons import REASONS
from dialogs.interception.evidence import Piece, Read, Seen, evidence, perhaps_plan, read
from dialogs.interception.gate import hints
from dialogs.interception.proposals import SIGNALS, Proposal, plan, proposals
from dialogs.interception.quotes import Quotes, read_quotes
from dialogs.interception.rules import rules
from dialogs.interception.text import Sentence, Spoken, clean, excerpt, plain, sentences, spoken
from dialogs.interception.tools import mentions, naming
from dialogs.interception.weights import BIAS, WEIGHTS
from dialogs.lang import LANGS, Lang

Mode = Literal["strict", "normal", "eager"]
"""How sure the judge must be before the coach speaks."""

THRESHOLDS: Final[dict[Mode, float]] = {"strict": 0.94, "normal": 0.56, "eager": 0.45}
LEFT_ALONE: Final = 0.4
"""The most that a message with a plan, or with a proposal that is turned down, gets: under every threshold."""
PERHAPS_PLANNED: Final = 0.9
"""The most that a message with three kinds of signs of a plan gets: under the strict threshold."""
_PERHAPS_PLANNED: Final = ("message", "plan 3")
_LONG: Final = 800
"""Characters from which on it is a report, no chat message: only what stands around a tool's name is read, and only
what the grammar calls a proposal is weighed."""
_KNOWN: Final = frozenset(WEIGHTS)
_REASONS: Final = 3
_TALKED: Final[dict[str, Lang]] = {lang: lang for lang in LANGS}


class Finding(msgspec.Struct, frozen=True):
    """What the judge saw. `score` is from 0 to 1.

    Texts are as typed, but for a tool's misspelt name, which is put right. They are filled for an interception and for
    a plan; a goal has 8 words at most. `lang` is None where the message was not read closely enough to tell, or is in a
    language that the coach does not talk; `spoken` says which, if it is judged. `reasons` are keys of
    dialogs/content/reasons.py: the grammar's signal, or the signs that weigh most; "planned" with "objective" or
    "steps" for a plan.
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
    spoken: Spoken | None = None

    @property
    def quote(self) -> str | None:
        """The words to give back in the first message, if any."""
        return self.goal or self.problem


class Reading(NamedTuple):
    """A message that names a tool, as the judge reads it: its surest proposal with the number of its sentence."""

    lang: Spoken
    lines: list[Sentence]
    proposal: tuple[int, Proposal] | None
    planned: tuple[str, ...]
    seen: list[Seen]

    @property
    def refused(self) -> bool:
        """Whether the proposal is turned down."""
        return self.proposal is not None and self.proposal[1].signal == "refused"


_NOTHING: Final = Finding(intercept=False, score=0.0)


def judge(text: str, lang: Spoken | None = None, mode: Mode = "normal") -> Finding:
    """Whether the coach might step in on this message, and what it may quote; `lang` None means find out."""
    reading = read_message(text, lang)
    if reading is None:
        return _NOTHING
    if not reading.seen:
        return Finding(False, 0.1, _TALKED.get(reading.lang), reasons=("mention",), spoken=reading.lang)
    weight, best = max(((weigh(each), each) for each in reading.seen), key=itemgetter(0))
    score = round(1 / (1 + math.exp(-weight)), 3)
    if reading.planned or reading.refused:
        score = min(score, LEFT_ALONE)
    elif _PERHAPS_PLANNED in best.evidence:
        score = min(score, PERHAPS_PLANNED)
    found = Finding(
        intercept=score >= THRESHOLDS[mode],
        score=score,
        lang=_TALKED.get(reading.lang),
        reasons=(*_reasons(reading, weight, best), *reading.planned),
        spoken=reading.lang,
    )
    return msgspec.structs.replace(found, **_texts(reading, best)) if found.intercept or reading.planned else found


def read_message(text: str, lang: Spoken | None = None) -> Reading | None:
    """The message as it is judged; None if it names no tool, or is in a language that is not judged."""
    righted, words = hints(text)
    if not words:
        return None
    typed = clean(righted)
    long = len(typed) > _LONG
    if long:
        typed = excerpt(typed, words)
    lang = lang or spoken(typed, default="en")
    if lang is None:
        return None
    lines = list(sentences(typed))
    best = _proposal(lines, words, lang)
    if long and best is None:
        return Reading(lang, lines, None, (), [])
    found = _read(lines, words, lang)
    if not any(each.mentions for each in found):
        return Reading(lang, lines, best, (), [])
    signal = best[1].signal if best else None
    planned = _plan(typed, lang) if signal not in ("adoption", "refused") and perhaps_plan(found) else ()
    said = (signal,) if signal else ()
    proposed = ("proposed",) if signal and signal != "refused" and not planned else ()
    seen = list(evidence(found, (lang, *said, *planned, *proposed)))
    return Reading(lang, lines, best, planned, seen)


def _read(lines: Sequence[Sentence], words: Sequence[str], lang: Spoken) -> list[Read]:
    """The sentences with their tools; only those that hold one of the `words` are searched for them."""
    names = naming(lang)
    return [
        read(line, mentions(line.plain, names) if any(word in line.plain for word in words) else [], lang)
        for line in lines
    ]


def _proposal(lines: Sequence[Sentence], words: Sequence[str], lang: Spoken) -> tuple[int, Proposal] | None:
    """The surest proposal of the message and the number of its sentence."""
    if lang not in _TALKED:
        return None
    grammar = rules(_TALKED[lang])
    found = (
        (number, proposal)
        for number, line in enumerate(lines)
        if any(word in line.plain for word in words)
        for proposal in proposals(line, grammar)
    )
    return min(found, key=lambda each: SIGNALS.index(each[1].signal), default=None)


def _plan(typed: str, lang: Spoken) -> tuple[str, ...]:
    return plan(plain(typed), rules(_TALKED[lang])) if lang in _TALKED else ()


def _reasons(reading: Reading, weight: float, best: Seen) -> tuple[str, ...]:
    if reading.proposal:
        return (reading.proposal[1].signal,)
    if weight <= 0:
        return () if reading.planned else ("mention",)
    pushing = (sign for each, (_, sign) in weighed(best) if each > 0 and sign in REASONS)
    return tuple(dict.fromkeys(pushing))[:_REASONS]


def _texts(reading: Reading, best: Seen) -> dict[str, str | None]:
    """The tool and what may be quoted, by the name of their field."""
    if reading.proposal and not reading.refused:
        place, (_, act, start, end) = reading.proposal
    else:
        place, act, (start, _, end, *_) = best.sentence, best.mention.start, best.mention
    known = reading.lang in _TALKED
    quotes = read_quotes(reading.lines, place, act, end, rules(_TALKED[reading.lang])) if known else Quotes()
    return {"tool": reading.lines[place].typed[start:end], **quotes._asdict()}


def weigh(seen: Seen) -> float:
    """The sum of the weights of what speaks for and against one mention; over 0, more speaks for it."""
    return BIAS + sum(map(WEIGHTS.__getitem__, seen.evidence & _KNOWN))


def weighed(seen: Seen) -> list[tuple[float, Piece]]:
    """Each piece of evidence with its weight, the heaviest first."""
    pieces = ((WEIGHTS.get(piece, 0.0), piece) for piece in seen.evidence)
    return sorted((pair for pair in pieces if pair[0]), key=lambda pair: (-abs(pair[0]), pair[1]))
