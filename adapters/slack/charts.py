"""How a plan's measure moves, as Slack's own line chart: what was read, and the straight way to the target.

Each line has a point at each place of the axis, so the places are the days of the readings, and the first day of the
straight way before them. Slack takes charts in messages since June 2026 (docs.slack.dev, data visualization block).
What only one person sees, and a client that is older, makes do with the text: it has a bar and all figures.
"""

from datetime import date
from typing import Any, Final

from adapters.slack import limits
from adapters.slack.elements import Block
from adapters.slack.text import plain
from dialogs.replies import Point, ProgressCard, Reply

_CHART: Final = "data_visualization"
_FEWEST: Final = 2  # readings: one makes no line


def charts(reply: Reply) -> list[Block]:
    """The chart of a card with two readings or more, in a message that stays; else none."""
    if not isinstance(reply, ProgressCard) or reply.audience == "only_you" or len(reply.readings) < _FEWEST:
        return []
    return [{"type": _CHART, "title": plain(reply.title, limits.CHART_TITLE), "chart": _lines(reply)}]


def without_charts(message: dict[str, Any]) -> dict[str, Any]:
    """The call of Slack for a workspace that takes no charts."""
    blocks = [block for block in message.get("blocks", ()) if block["type"] != _CHART]
    return message | {"blocks": blocks} if blocks else message


def _lines(card: ProgressCard) -> dict[str, Any]:
    read = {point.on: point.value for point in card.readings}
    if card.line and card.line[0].on < min(read):
        read = {card.line[0].on: card.line[0].value} | read
    days = sorted(read)[-limits.CHART_POINTS :]
    series = [_series(card.measure, {day: read[day] for day in days})]
    if len(card.line) > 1:
        start, target = card.line[0], card.line[-1]
        way = f"{start.value:.12g} → {target.value:.12g}"
        series.append(_series(way, {day: _on_the_way(start, target, day) for day in days}))
    unit = {"y_label": plain(card.unit, limits.CHART_TITLE)} if card.unit else {}
    axis = {"categories": [day.isoformat() for day in days]} | unit
    return {"type": "line", "series": series, "axis_config": axis}


def _series(name: str, points: dict[date, float]) -> dict[str, Any]:
    data = [{"label": day.isoformat(), "value": value} for day, value in points.items()]
    return {"name": plain(name, limits.CHART_NAME), "data": data}


def _on_the_way(start: Point, target: Point, day: date) -> float:
    """Where the straight way is on that day: level before it begins, and after the target's day."""
    days = (target.on - start.on).days
    gone = min(max((day - start.on).days / days, 0.0), 1.0) if days > 0 else 1.0
    return round(start.value + (target.value - start.value) * gone, 2)
