"""What Teams has in cards beyond version 1.5 of the public schema: line charts, and its picker of people.

After learn.microsoft.com, "Charts in Adaptive Cards" and "People Picker in Adaptive Cards".
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.fakes.teams.cards import Json, objects

LINE = "Chart.Line"
PICKED_FROM = ("graph.microsoft.com/users", "graph.microsoft.com/users?scope=currentContext")
COLORS = {
    "good", "warning", "attention", "neutral", "categoricalRed", "categoricalPurple", "categoricalLavender",
    "categoricalBlue", "categoricalLightBlue", "categoricalTeal", "categoricalGreen", "categoricalLime",
    "categoricalMarigold",
}  # fmt: skip


def found_wrong(node: Json) -> list[str]:
    """What is wrong with an object of a card, where it is of Teams' own kinds."""
    kind = str(node.get("type", ""))
    found = _line(node) if kind == LINE else [f"unknown chart {kind}"] if kind.startswith("Chart.") else []
    query = node.get("choices.data")
    return found + (_query(query) if query is not None else [])


def without(node: Any) -> Any:
    """The card as the public schema knows it: as a client shows it that has nothing of the kind."""
    if isinstance(node, list):
        return [without(item) for item in node if not _is_line(item)]
    if isinstance(node, dict):
        return {key: without(value) for key, value in node.items() if key != "choices.data"}
    return node


def _is_line(node: Any) -> bool:
    return isinstance(node, dict) and node.get("type") == LINE


def _line(chart: Json) -> list[str]:
    found = [] if chart.get("fallback") else ["a chart without fallback: older clients show an error"]
    found += [] if chart.get("title") else ["a chart without title: a screen reader has nothing to read"]
    series = objects(chart.get("data"))
    if not series:
        found.append("a chart without data")
    return found + [said for one in series for said in _series(one)]


def _series(series: Json) -> list[str]:
    found = [] if series.get("legend") else ["a line without legend"]
    if series.get("color", "good") not in COLORS:
        found.append(f"no colour of Teams: {series['color']!r}")
    values = objects(series.get("values"))
    if not values:
        found.append("a line without values")
    return found + [f"no point of a line: {value}" for value in values if not _is_point(value)]


def _is_point(value: Json) -> bool:
    try:
        date.fromisoformat(str(value.get("x")))
    except ValueError:
        return False
    return set(value) == {"x", "y"} and isinstance(value["y"], int | float)


def _query(query: Any) -> list[str]:
    known = isinstance(query, dict) and query.get("type") == "Data.Query" and query.get("dataset") in PICKED_FROM
    return [] if known else [f"no data set of Teams: {query!r}"]
