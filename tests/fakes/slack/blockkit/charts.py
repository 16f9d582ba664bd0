"""Tables and charts: blocks that hold data."""

from typing import Any

from tests.fakes.slack.blockkit.composition import block_of
from tests.fakes.slack.blockkit.rich_text import RICH_CONTAINER
from tests.fakes.slack.blockkit.schema import (
    Json,
    Obj,
    Report,
    boolean,
    integer,
    items,
    list_of,
    number,
    objects,
    one_of,
    tagged,
    text_of,
)

_RAW_TEXT = Obj({"type": one_of("raw_text"), "text": text_of(1)})
_RICH_CELL = Obj({"type": one_of("rich_text"), "elements": list_of(RICH_CONTAINER)})
_DATA_CELL = tagged(
    {
        "raw_text": _RAW_TEXT,
        "rich_text": _RICH_CELL,
        "raw_number": Obj({"type": one_of("raw_number"), "value": number()}, {"text": text_of(1)}),
    },
    "cell",
)


def _even_rows(value: Json, at: str, report: Report) -> None:
    rows = [row for row in items(value.get("rows")) if isinstance(row, list)]
    if len({len(row) for row in rows}) > 1:
        report(f"{at}/rows", "rows have different numbers of cells")


def _data_table_rules(value: Json, at: str, report: Report) -> None:
    _even_rows(value, at, report)
    rows = items(value.get("rows"))
    if rows and any(cell.get("type") == "rich_text" for cell in objects(rows[0])):
        report(f"{at}/rows/0", "the header row may not hold rich_text cells")


def _chart_rules(value: Json, at: str, report: Report) -> None:
    series = objects(value.get("series"))
    names = [s.get("name") for s in series]
    if len(set(map(str, names))) != len(names):
        report(f"{at}/series", "series names must be unique")
    axis = value.get("axis_config")
    categories = axis.get("categories") if isinstance(axis, dict) else None
    for index, one in enumerate(series):
        labels = [p.get("label") for p in objects(one.get("data"))]
        if isinstance(categories, list) and sorted(map(str, labels)) != sorted(map(str, categories)):
            report(f"{at}/series/{index}/data", "needs exactly one point for each category")


_POINT = Obj({"label": text_of(1, 20), "value": number()})
_SERIES = Obj({"name": text_of(1, 20), "data": list_of(_POINT, 1, 20)})
_AXIS = Obj({"categories": list_of(text_of(1, 20), 1, 20)}, {"x_label": text_of(0, 50), "y_label": text_of(0, 50)})
_CARTESIAN = {
    kind: Obj({"type": one_of(kind), "series": list_of(_SERIES, 1, 6), "axis_config": _AXIS}, also=_chart_rules)
    for kind in ("line", "bar", "area")
}
CHART = tagged(
    {
        **_CARTESIAN,
        "pie": Obj(
            {"type": one_of("pie"), "segments": list_of(Obj({"label": text_of(1, 20), "value": number(above=0)}), 1, 6)}
        ),
    },
    "chart",
)


def _column(value: Any, at: str, report: Report) -> None:
    if value is not None:
        _COLUMN(value, at, report)


_COLUMN = Obj({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})
TABLE = block_of(
    "table",
    {"rows": list_of(list_of(tagged({"raw_text": _RAW_TEXT, "rich_text": _RICH_CELL}, "cell"), 1, 20), 1, 100)},
    {"column_settings": list_of(_column, 0, 20)},
    _even_rows,
)
DATA_TABLE = block_of(
    "data_table",
    {"caption": text_of(1), "rows": list_of(list_of(_DATA_CELL, 1, 20), 2, 101)},
    {"page_size": integer(1, 100), "row_header_column_index": integer(0, 19)},
    _data_table_rules,
)
DATA_VISUALIZATION = block_of("data_visualization", {"title": text_of(1, 50), "chart": CHART})
