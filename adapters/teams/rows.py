"""Labelled lines (a plan, what a form holds): the label on the left, what belongs to it beside it, lists as lists."""

from collections.abc import Iterable
from typing import Final

from adapters.teams.elements import Element, beside, label, line, nothing, words
from adapters.teams.text import lines
from dialogs.replies import Row

_BETWEEN: Final = "; "  # the coach lists several things in a line with it


def rows_drawn(rows: Iterable[Row]) -> list[Element]:
    """The rows in their order."""
    return [beside(label(row.label), _things(row.text) or [nothing()]) for row in rows]


def _things(text: str) -> list[Element]:
    things = [thing for thing in text.split(_BETWEEN) if thing.strip()]
    said = [f"•\u00a0{thing.strip()}" for thing in things] if len(things) > 1 else things
    parts = [one for thing in said for one, _ in lines(thing)]
    return [line([words(one)], "small" if at else "none") for at, one in enumerate(parts)]
