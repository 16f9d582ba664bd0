"""`planfirst judge`: say which messages of a stream are tool-first, why, and how often that is right.

Nothing is stored: a line comes in, its finding goes out.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from dialogs.content.reasons import in_words
from dialogs.interception.judge import Mode, judge, read_message, weigh, weighed
from dialogs.interception.text import Spoken, clean, spoken
from dialogs.lang import Lang

POSITIVE: Final = "TOOL_FIRST"
_TOLD: Final[dict[str, Spoken]] = {"en": "en", "fr": "fr", "de": "de", "es": "es"}
_LABELS: Final = (POSITIVE, "PLANNED", "MENTION", "OTHER")
_NORMAL_95: Final = 1.96  # standard deviations around the mean that hold 95 % of a normal distribution
_LISTED: Final = 12  # pieces of evidence that `explain` shows


class RowError(ValueError):
    """A line that can't be read; the message names its number, counted from 1, and what is wrong with it."""


class _Message(msgspec.Struct):
    text: str


class _Labelled(msgspec.Struct):
    """A row to measure on; `lang` may be any language code, those that are judged are taken as told."""

    text: str
    label: str
    lang: str = ""
    family: str = ""


class _Outcome(NamedTuple):
    row: _Labelled
    intercepted: bool


def judge_lines(lines: Iterable[str], lang: Spoken | None, mode: Mode = "normal") -> Iterator[str]:
    """One JSON object per line, in order. A line is a raw message or a JSON object with `text`.

    `lang` None: told per message; it comes out as null for a language that is not judged.
    """
    for text in _texts(lines):
        found = judge(text, lang, mode)
        answer = {
            "text": text,
            "intercept": found.intercept,
            "score": found.score,
            "lang": found.spoken or lang or spoken(clean(text), default="en"),
            "tool": found.tool,
            "goal": found.quote,
            "reasons": found.reasons,
        }
        yield msgspec.json.encode(answer).decode()


def explain(lines: Iterable[str], lang: Spoken | None, words: Lang = "en") -> Iterator[str]:
    """For each message its verdict and what weighed: the sum, then each piece of evidence with its place and weight."""
    for text in _texts(lines):
        found = judge(text, lang)
        verdict = "tool-first" if found.intercept else "left alone"
        reasons = "; ".join(in_words(reason, words) for reason in found.reasons) or "names no tool"
        yield f"{text}\n  {verdict}, {found.score:.2f}: {reasons}"
        reading = read_message(text, lang)
        if reading and reading.seen:
            best = max(reading.seen, key=weigh)
            for weight, (place, sign) in weighed(best)[:_LISTED]:
                said = in_words(sign, words)
                yield f"  {weight:+.2f}  {place:8} {sign:16} {said if said != sign else ''}".rstrip()


def _texts(lines: Iterable[str]) -> Iterator[str]:
    return (_text(line.rstrip("\r\n"), number) for number, line in enumerate(lines, start=1))


def _text(line: str, number: int) -> str:
    """The message of a line. Only what opens like a JSON object is one: "{" is rare in talk."""
    if not line.lstrip().startswith("{"):
        return line
    try:
        return msgspec.json.decode(line, type=_Message).text
    except msgspec.MsgspecError as error:
        raise RowError(f"line {number}: {error}") from error


def evaluate(lines: Iterable[str], mode: Mode = "normal") -> str:
    """Precision, recall, F0.5 and confusion by language, then recall and false alarms by family.

    Over JSON rows with `text`, `label`, and optional `lang`, `family`. Shares come with their 95 % interval (Wilson).
    """
    outcomes = [_outcome(_labelled(line, number), mode) for number, line in enumerate(lines, start=1) if line.strip()]
    if not outcomes:
        return "no rows"
    langs = dict.fromkeys(outcome.row.lang or "?" for outcome in outcomes)
    parts = [_report(lang, [each for each in outcomes if (each.row.lang or "?") == lang]) for lang in langs]
    if len(langs) > 1:
        parts.append(_report("all", outcomes))
    families = sorted({outcome.row.family for outcome in outcomes} - {""})
    if families:
        parts.append(_by_family(families, outcomes))
    return "\n\n".join(parts)


def _outcome(row: _Labelled, mode: Mode) -> _Outcome:
    return _Outcome(row, judge(row.text, _TOLD.get(row.lang), mode).intercept)


def _labelled(line: str, number: int) -> _Labelled:
    try:
        row = msgspec.json.decode(line, type=_Labelled)
    except msgspec.MsgspecError as error:
        raise RowError(f"line {number}: {error}") from error
    if row.label not in _LABELS:
        raise RowError(f"line {number}: label {row.label!r} is none of {', '.join(_LABELS)}")
    return row


class _Counts(NamedTuple):
    """Tool-first messages that were found, all that there are, and all messages that the coach would speak on."""

    right: int
    wanted: int
    spoken: int


def _counts(outcomes: Iterable[_Outcome]) -> _Counts:
    seen = Counter((outcome.row.label == POSITIVE, outcome.intercepted) for outcome in outcomes)
    return _Counts(seen[True, True], seen[True, True] + seen[True, False], seen[True, True] + seen[False, True])


def _report(name: str, outcomes: list[_Outcome]) -> str:
    counts = _counts(outcomes)
    head = (
        f"{name}: {len(outcomes)} rows, precision {_share(counts.right, counts.spoken)}, "
        f"recall {_share(counts.right, counts.wanted)}, F0.5 {_f_half(counts)}"
    )
    seen = Counter((outcome.row.label, outcome.intercepted) for outcome in outcomes)
    table = [f"{label:12}{seen[label, True]:>10}{seen[label, False]:>8}" for label in _LABELS]
    return "\n".join((head, f"{'':12}{'intercept':>10}{'silent':>8}", *table))


def _by_family(families: Iterable[str], outcomes: list[_Outcome]) -> str:
    lines = [f"{'family':12}{'found':>12}{'false alarms':>14}"]
    for family in families:
        counts = _counts(outcome for outcome in outcomes if outcome.row.family == family)
        lines.append(f"{family:12}{f'{counts.right} of {counts.wanted}':>12}{counts.spoken - counts.right:>14}")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    if not whole:
        return "n/a"
    low, high = wilson(part, whole)
    return f"{part / whole:.3f} ({low:.3f}-{high:.3f})"


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % score interval of a share (E. B. Wilson, 1927); `whole` is over 0."""
    share, square = part / whole, _NORMAL_95**2 / whole
    middle = (share + square / 2) / (1 + square)
    reach = _NORMAL_95 / (1 + square) * math.sqrt(share * (1 - share) / whole + square / (4 * whole))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _f_half(counts: _Counts) -> str:
    """Precision counts for twice as much as recall."""
    missed, wrong = counts.wanted - counts.right, counts.spoken - counts.right
    whole = 1.25 * counts.right + 0.25 * missed + wrong
    return f"{1.25 * counts.right / whole:.3f}" if whole else "n/a"
