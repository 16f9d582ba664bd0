"""`planfirst judge`: say which messages of a stream are tool-first, and measure that on labelled rows.

Nothing is stored: a line comes in, its finding goes out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from dialogs.interception.judge import judge
from dialogs.interception.text import clean, language
from dialogs.lang import LANGS, Lang

POSITIVE: Final = "TOOL_FIRST"
_TOLD: Final[dict[str, Lang]] = {lang: lang for lang in LANGS}
_LABELS: Final = (POSITIVE, "PLANNED", "MENTION", "OTHER")


class RowError(ValueError):
    """A line that can't be read; the message names its number, counted from 1, and what is wrong with it."""


class _Message(msgspec.Struct):
    text: str


class _Labelled(msgspec.Struct):
    """A row to measure on; `lang` may be any language code, only "en" and "fr" are taken as told."""

    text: str
    label: str
    lang: str = ""


def judge_lines(lines: Iterable[str], lang: Lang | None) -> Iterator[str]:
    """One JSON object per line, in order. A line is a raw message or a JSON object with `text`.

    `lang` None: told per message; it comes out as null for a third language.
    """
    for number, line in enumerate(lines, start=1):
        text = _text(line.rstrip("\r\n"), number)
        found = judge(text, lang)
        answer = {
            "text": text,
            "intercept": found.intercept,
            "score": found.score,
            "lang": found.lang or lang or language(clean(text), default="en"),
            "tool": found.tool,
            "goal": found.quote,
            "reasons": found.reasons,
        }
        yield msgspec.json.encode(answer).decode()


def _text(line: str, number: int) -> str:
    """The message of a line. Only what opens like a JSON object is one: "{" is rare in talk."""
    if not line.lstrip().startswith("{"):
        return line
    try:
        return msgspec.json.decode(line, type=_Message).text
    except msgspec.MsgspecError as error:
        raise RowError(f"line {number}: {error}") from error


def evaluate(lines: Iterable[str]) -> str:
    """Precision, recall and confusion per language, over JSON rows with `text`, `label` and `lang`."""
    counts: dict[str, Counter[tuple[str, bool]]] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            row = _labelled(line, number)
            found = judge(row.text, _TOLD.get(row.lang))
            counts.setdefault(row.lang or "?", Counter())[row.label, found.intercept] += 1
    if len(counts) > 1:
        counts["all"] = sum(counts.values(), Counter())
    return "\n\n".join(_report(name, seen) for name, seen in counts.items()) or "no rows"


def _labelled(line: str, number: int) -> _Labelled:
    try:
        row = msgspec.json.decode(line, type=_Labelled)
    except msgspec.MsgspecError as error:
        raise RowError(f"line {number}: {error}") from error
    if row.label not in _LABELS:
        raise RowError(f"line {number}: label {row.label!r} is none of {', '.join(_LABELS)}")
    return row


def _report(name: str, seen: Counter[tuple[str, bool]]) -> str:
    right = seen[POSITIVE, True]
    stepped_in = sum(count for (_, intercepted), count in seen.items() if intercepted)
    wanted = right + seen[POSITIVE, False]
    table = [f"{'':12}{'intercept':>10}{'silent':>8}"]
    table += [f"{label:12}{seen[label, True]:>10}{seen[label, False]:>8}" for label in _LABELS]
    head = f"{name}: {seen.total()} rows, precision {_share(right, stepped_in)}, recall {_share(right, wanted)}"
    return "\n".join((head, *table))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "n/a"
