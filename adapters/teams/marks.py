"""Our *bold* and `code` in what the coach says, in Teams' two manners: text runs in a card, tags in a message."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final, Literal, NamedTuple

from adapters.teams import limits
from adapters.teams.text import lines, one_line, within

_MARKS: Final = re.compile(r"(?<![\w*])\*(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])|`(?P<code>[^`\n]+)`")
_RUN: Final[dict[str, dict[str, str]]] = {"": {}, "bold": {"weight": "bolder"}, "code": {"fontType": "monospace"}}
_TAG: Final = {"": "{}", "bold": "<b>{}</b>", "code": "<code>{}</code>"}
_AROUND: Final = 2_048  # bytes of a message beside its text


class Mark(NamedTuple):
    """A stretch of a line: plain, in bold, or something to type."""

    text: str
    kind: Literal["", "bold", "code"] = ""


def marks(text: str) -> Iterator[Mark]:
    """The stretches of a text, in their order."""
    at = 0
    for found in _MARKS.finditer(text):
        if before := text[at : found.start()]:
            yield Mark(before)
        yield Mark(found["bold"], "bold") if found["bold"] else Mark(found["code"], "code")
        at = found.end()
    if rest := text[at:]:
        yield Mark(rest)


def runs(line: str) -> list[dict[str, Any]]:
    """A line as the inlines of a card's text."""
    return [{"type": "TextRun", "text": mark.text, **_RUN[mark.kind]} for mark in marks(line)]


def xml(text: str) -> str:
    """The text as a message without a card; b, code and br are its only tags. What has no room is cut, with "…"."""
    drawn = (("<br><br>" if fresh else "<br>") + _tagged(line) for line, fresh in lines(text))
    return "".join(within(drawn, limits.ACTIVITY - _AROUND, "<br>…")).removeprefix("<br><br>") or "…"


def plain(text: str, most: int) -> str:
    """One line of at most `most` characters, without marks."""
    return one_line("".join(mark.text for mark in marks(text)), most)


def _tagged(line: str) -> str:
    return "".join(_TAG[mark.kind].format(escape(mark.text, quote=False)) for mark in marks(line))
