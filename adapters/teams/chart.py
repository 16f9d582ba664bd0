"""How a measure moves, as a chart of Teams' own. Newer than version 1.5 of cards: older clients leave it out.

Bar and figures stand above it in words, for them and for whoever sees no picture.
Source: learn.microsoft.com, "Charts in Adaptive Cards", Chart.Line.
"""

from collections.abc import Iterable
from typing import Final

from adapters.teams import limits
from adapters.teams.elements import Element
from adapters.teams.text import one_line
from dialogs.replies import Point, ProgressCard

_FEWEST: Final = 2  # readings; one is no line
_MOST: Final = 50  # readings, ours: more are a blur on a phone


def line_drawn(card: ProgressCard) -> list[Element]:
    """The readings from where it began, and the straight way to the target; nothing where there is no line yet."""
    if len(card.readings) < _FEWEST:
        return []
    chart = {"type": "Chart.Line", "fallback": "drop", "title": _named(card.measure), "data": _series(card)}
    return [chart | ({"yAxisTitle": _named(card.unit)} if card.unit else {})]


def _series(card: ProgressCard) -> list[Element]:
    begun = [point for point in card.line[:1] if point.on < card.readings[0].on]
    readings = _curve(_named(card.measure), "categoricalBlue", [*begun, *card.readings[-_MOST:]])
    if not card.line:
        return [readings]
    way = " → ".join(f"{point.value:g}" for point in card.line)
    return [readings, _curve(way, "neutral", card.line)]


def _curve(legend: str, color: str, points: Iterable[Point]) -> Element:
    values = [{"x": point.on.isoformat(), "y": point.value} for point in points]
    return {"legend": legend, "color": color, "values": values}


def _named(words: str) -> str:
    return one_line(words, limits.LABEL)
