"""Labelled lines (a plan, a form, settings): short ones side by side, long ones below each other, lists as lists."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from adapters.slack.elements import Block, columns, section
from adapters.slack.text import bold, mrkdwn
from dialogs.replies import Row

_SHORT: Final = 120  # characters: three lines in a column of half the width
_BETWEEN: Final = "; "  # the coach lists several things in a line with it


def rows_drawn(rows: Iterable[Row]) -> list[Block]:
    """The rows in their order; neighbours that are short stand side by side, in pairs."""
    return [
        block for short, neighbours in groupby(rows, _is_short) for block in _drawn(short, [*map(_text, neighbours)])
    ]


def _drawn(short: bool, texts: list[str]) -> Iterator[Block]:
    """A single one gets the whole width."""
    size = 2 if short else 1
    pairs = (texts[at : at + size] for at in range(0, len(texts), size))
    return (columns(pair) if len(pair) > 1 else section(pair[0]) for pair in pairs)


def _is_short(row: Row) -> bool:
    return len(row.text) <= _SHORT and _BETWEEN not in row.text


def _text(row: Row) -> str:
    """The label in bold, what belongs to it below; a list gets a line for each thing."""
    things = row.text.split(_BETWEEN)
    lines = [f"•  {thing}" for thing in things if thing.strip()] if len(things) > 1 else things
    return "\n".join(part for part in (bold(row.label), mrkdwn("\n".join(lines))) if part.strip()) or "…"
