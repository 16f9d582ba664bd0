"""Every kind of block and its fields."""

from typing import Any

from tests.fakes.slack.blockkit.charts import DATA_TABLE, DATA_VISUALIZATION, TABLE
from tests.fakes.slack.blockkit.composition import BLOCK_ID, any_text, block_of, plain
from tests.fakes.slack.blockkit.elements import (
    ACCESSORY,
    ACTION_ELEMENT,
    CONTEXT_ELEMENT,
    ELEMENTS,
    IMAGE_FIELDS,
    INPUT_ELEMENT,
    elements,
)
from tests.fakes.slack.blockkit.limits import MARKDOWN_MAX
from tests.fakes.slack.blockkit.rich_text import RICH_TEXT
from tests.fakes.slack.blockkit.schema import (
    Check,
    Json,
    Obj,
    Report,
    at_least_one,
    boolean,
    exactly_one,
    integer,
    list_of,
    one_of,
    tagged,
    text_of,
    together,
    url_of,
)


def _input_block_rules(value: Json, at: str, report: Report) -> None:
    element = value.get("element")
    if isinstance(element, dict) and element.get("type") == "file_input" and value.get("dispatch_action"):
        report(f"{at}/dispatch_action", "must be false for a file_input")


def _container_rules(value: Json, at: str, report: Report) -> None:
    if value.get("default_collapsed") and not value.get("is_collapsible"):
        report(f"{at}/default_collapsed", "needs is_collapsible: true")


_CONTAINER_CHILDREN = (
    "actions",
    "context",
    "divider",
    "file",
    "header",
    "image",
    "input",
    "rich_text",
    "section",
    "table",
    "video",
)


def _container_child(value: Any, at: str, report: Report) -> None:
    tagged({name: BLOCKS[name] for name in _CONTAINER_CHILDREN}, "child block")(value, at, report)


BLOCKS: dict[str, Check] = {}
_TASK_FIELDS: dict[str, Check] = {
    "details": RICH_TEXT,
    "output": RICH_TEXT,
    "status": one_of("pending", "in_progress", "complete", "error"),
    "sources": list_of(Obj({"type": one_of("url"), "url": url_of(), "text": text_of(1)})),
}
_CARD = block_of(
    "card",
    {},
    {
        "hero_image": ELEMENTS["image"],
        "icon": ELEMENTS["image"],
        "title": any_text(150),
        "subtitle": any_text(150),
        "body": any_text(200),
        "actions": list_of(ELEMENTS["button"], 1, 2),
    },
    at_least_one("hero_image", "title", "actions", "body"),
)
BLOCKS.update(
    {
        "actions": block_of("actions", {"elements": list_of(ACTION_ELEMENT, 1, 25)}),
        "alert": block_of(
            "alert", {"text": any_text()}, {"level": one_of("default", "info", "warning", "error", "success")}
        ),
        "card": _CARD,
        "carousel": block_of("carousel", {"elements": list_of(_CARD, 1, 10)}),
        "container": block_of(
            "container",
            {"child_blocks": list_of(_container_child, 1, 10)},
            {
                "title": plain(150),
                "rich_text_title": RICH_TEXT,
                "subtitle": any_text(150),
                "icon": ELEMENTS["image"],
                "width": one_of("narrow", "standard", "wide", "full"),
                "is_collapsible": boolean,
                "default_collapsed": boolean,
                "has_header_divider": boolean,
            },
            together(at_least_one("title", "rich_text_title"), _container_rules),
        ),
        "context": block_of("context", {"elements": list_of(CONTEXT_ELEMENT, 1, 10)}),
        "context_actions": block_of(
            "context_actions", {"elements": list_of(elements({"feedback_buttons", "icon_button"}), 1, 5)}
        ),
        "data_table": DATA_TABLE,
        "data_visualization": DATA_VISUALIZATION,
        "divider": block_of("divider"),
        "file": block_of("file", {"external_id": text_of(1), "source": one_of("remote")}),
        "header": block_of("header", {"text": plain(150)}, {"level": integer(1, 4)}),
        "image": block_of(
            "image",
            {"alt_text": text_of(1, 2000)},
            {**IMAGE_FIELDS, "title": plain(2000)},
            exactly_one("image_url", "slack_file"),
        ),
        "input": block_of(
            "input",
            {"label": plain(2000), "element": INPUT_ELEMENT},
            {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
            _input_block_rules,
        ),
        "markdown": block_of("markdown", {"text": text_of(1, MARKDOWN_MAX)}),
        "plan": block_of(
            "plan",
            {"title": text_of(1)},
            {
                "tasks": list_of(
                    Obj(
                        {"task_id": text_of(1), "title": text_of(1)},
                        {"type": one_of("task_card"), "block_id": BLOCK_ID, **_TASK_FIELDS},
                    )
                )
            },
        ),
        "rich_text": RICH_TEXT,
        "section": block_of(
            "section",
            {},
            {
                "text": any_text(3000),
                "fields": list_of(any_text(2000), 1, 10),
                "accessory": ACCESSORY,
                "expand": boolean,
            },
            at_least_one("text", "fields"),
        ),
        "table": TABLE,
        "task_card": block_of("task_card", {"task_id": text_of(1), "title": text_of(1)}, _TASK_FIELDS),
        "video": block_of(
            "video",
            {"alt_text": text_of(1), "title": plain(199), "thumbnail_url": url_of(), "video_url": url_of(https=True)},
            {
                "title_url": url_of(https=True),
                "author_name": text_of(1, 49),
                "provider_name": text_of(1),
                "provider_icon_url": url_of(),
                "description": plain(199),
            },
        ),
    }
)
BLOCK = tagged(BLOCKS, "block")
