# mypy: ignore-errors
"""Strict validator for Slack Block Kit payloads, views and Web API arguments.

Written from documented limits only; no Slack code.  Sources of the numbers:
  [docs]  docs.slack.dev reference pages (block-kit/blocks, block-elements,
          composition-objects, views, methods/*), as quoted in the JSDoc of
          @slack/types 3.2.0 and in slack_sdk 3.47.0 models (*_max_length)
  [obs]   observed behaviour reported by third parties (named at the place)

Public surface:
    check_payload(method, payload)  -> list[str]   violations Slack would refuse (or drop)
    check_blocks(blocks, surface)   -> list[str]   surface: message | modal | home
    check_view(view, kind=None)     -> list[str]   kind: modal | home | None (either)
    check_metadata(metadata)        -> list[str]
    lint_payload(method, payload)   -> list[str]   accepted by Slack, yet poor work
A violation reads  "<what is wrong> [json-pointer:/blocks/0/text/text]", the
shape Slack itself uses in response_metadata.messages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

# --------------------------------------------------------------------------
# Numbers (one place, so that a changed limit is one edit)

MAX_BLOCKS = {"message": 50, "modal": 100, "home": 100}  # [docs] blocks
TEXT_HARD_MAX = 40_000  # [docs] chat.postMessage: longer text is truncated
TEXT_ADVISED_MAX = 4_000  # [docs] recommended length of `text`
MARKDOWN_MAX = 12_000  # [docs] markdown block / markdown_text, cumulative
BLOCKS_TOTAL_MAX = 13_200  # [obs] bolt-js#2509: msg_blocks_too_long near 13.2k chars
VIEW_BYTES_MAX = 250_000  # [docs] views.*: view_too_large above 250kb
ATTACHMENTS_MAX = 100  # [docs] too_many_attachments
PRIVATE_METADATA_MAX = 3_000  # [docs] views
METADATA_BYTES_MAX = 8_000  # [unverified] Slack documents metadata_too_large, no figure found
SCHEDULE_MAX_SECONDS = 120 * 86_400  # [docs] chat.scheduleMessage: time_too_far
SUGGESTED_PROMPTS_MAX = 4  # [docs] assistant.threads.setSuggestedPrompts
TABLE_CHARS_MAX = 10_000  # [docs] table / data_table: aggregate characters

FORBIDDEN_BLOCKS = {  # [docs] docs.slack.dev/blocks.json "available-in-surfaces" (2026)
    "message": {"alert", "file"},
    # card is listed for modals, yet reported not to render there [obs] TightknitAI validator
    "modal": {
        "card",
        "carousel",
        "container",
        "context_actions",
        "data_table",
        "data_visualization",
        "file",
        "markdown",
        "plan",
        "table",
        "task_card",
    },
    # container and data_visualization: messages only in the older list, home tabs too in the newer
    "home": {"alert", "context_actions", "file", "markdown", "plan", "task_card"},
}

Json = dict[str, Any]
Report = Callable[[str, str], None]  # report(pointer, what)
Check = Callable[[Any, str, Report], None]


# --------------------------------------------------------------------------
# A small schema language: every factory returns check(value, pointer, report)


def text_of(lo: int = 0, hi: int | None = None, pattern: str | None = None) -> Check:
    compiled = re.compile(pattern) if pattern else None

    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, str):
            report(at, "must be a string")
            return
        if len(value) < lo:
            report(at, f"must be more than {lo - 1} characters")
        if hi is not None and len(value) > hi:
            report(at, f"must be less than {hi + 1} characters")
        if compiled and not compiled.search(value):
            report(at, f"does not match {pattern}")

    return check


def url_of(hi: int | None = None, https: bool = False) -> Check:
    scheme = "https" if https else "https?|mailto|slack|tel"
    return text_of(1, hi, rf"^(?:{scheme}):\S+$")


def one_of(*allowed: Any) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        if value not in allowed or isinstance(value, bool) != isinstance(allowed[0], bool):
            report(at, f"must be one of {', '.join(map(str, allowed))}")

    return check


def boolean(value: Any, at: str, report: Report) -> None:
    if not isinstance(value, bool):
        report(at, "must be a boolean")


def integer(lo: int | None = None, hi: int | None = None) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            report(at, "must be an integer")
        elif lo is not None and value < lo:
            report(at, f"must be at least {lo}")
        elif hi is not None and value > hi:
            report(at, f"must be at most {hi}")

    return check


def number(above: float | None = None) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            report(at, "must be a number")
        elif above is not None and value <= above:
            report(at, f"must be more than {above}")

    return check


def list_of(item: Check, lo: int = 0, hi: int | None = None) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, list):
            report(at, "must be an array")
            return
        if len(value) < lo:
            report(at, f"no fewer than {lo} items allowed")
        if hi is not None and len(value) > hi:
            report(at, f"no more than {hi} items allowed")
        for index, entry in enumerate(value):
            item(entry, f"{at}/{index}", report)

    return check


class Obj:
    """An object with known fields; anything else in it is a violation."""

    def __init__(
        self,
        required: dict[str, Check] | None = None,
        optional: dict[str, Check] | None = None,
        also: Check | None = None,
    ) -> None:
        self.required, self.optional, self.also = required or {}, optional or {}, also

    def __call__(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, dict):
            report(at, "must be an object")
            return
        for name in self.required:
            if value.get(name) is None:
                report(at, f"missing required field: {name}")
        for name, entry in value.items():
            check = self.required.get(name) or self.optional.get(name)
            if check is None:
                report(f"{at}/{name}", "no such field allowed here")
            elif entry is None:
                if name not in self.required:
                    report(f"{at}/{name}", "null is not a value; leave the field out")
            else:
                check(entry, f"{at}/{name}", report)
        if self.also:
            self.also(value, at, report)


def tagged(kinds: dict[str, Check], noun: str) -> Check:
    """Dispatch on value["type"]."""

    def check(value: Any, at: str, report: Report) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind is None:
            report(at, f"missing {noun} type")
        elif not isinstance(kind, str) or kind not in kinds:
            report(f"{at}/type", f"unsupported {noun} type: {kind}")
        else:
            kinds[kind](value, at, report)

    return check


def exactly_one(*names: str) -> Check:
    def check(value: Json, at: str, report: Report) -> None:
        if sum(value.get(name) is not None for name in names) != 1:
            report(at, f"give exactly one of {', '.join(names)}")

    return check


def at_least_one(*names: str) -> Check:
    def check(value: Json, at: str, report: Report) -> None:
        if not any(value.get(name) is not None for name in names):
            report(at, f"give at least one of {', '.join(names)}")

    return check


def items(value: Any) -> list[Any]:
    """value as a list, whatever a careless caller put there."""
    return value if isinstance(value, list) else []


def objects(value: Any) -> list[Json]:
    return [entry for entry in items(value) if isinstance(entry, dict)]


def together(*checks: Check) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        for each in checks:
            each(value, at, report)

    return check


# --------------------------------------------------------------------------
# Composition objects


def plain(hi: int = 3000, lo: int = 1) -> Obj:
    return Obj({"type": one_of("plain_text"), "text": text_of(lo, hi)}, {"emoji": boolean})


def mrkdwn(hi: int = 3000) -> Obj:
    return Obj({"type": one_of("mrkdwn"), "text": text_of(1, hi)}, {"verbatim": boolean})


def any_text(hi: int = 3000) -> Check:
    return tagged({"plain_text": plain(hi), "mrkdwn": mrkdwn(hi)}, "text")


ACTION_ID = text_of(1, 255)
BLOCK_ID = text_of(1, 255)
USER_ID = text_of(1, None, r"^[UW][A-Z0-9]+$")
CHANNEL_ID = text_of(1, None, r"^[CG][A-Z0-9]+$")
PLACEHOLDER = plain(150)
STYLE = one_of("primary", "danger")
LABEL75 = text_of(1, 75)
CONFIRM = Obj({"title": plain(100), "text": any_text(300), "confirm": plain(30), "deny": plain(30)}, {"style": STYLE})
OPTION = Obj({"text": plain(75), "value": text_of(1, 150)}, {"description": plain(75)})
OPTION_OVERFLOW = Obj({"text": plain(75), "value": text_of(1, 150)}, {"description": plain(75), "url": url_of(3000)})
OPTION_RICH = Obj({"text": any_text(75), "value": text_of(1, 150)}, {"description": any_text(75)})
OPTION_GROUP = Obj({"label": plain(75), "options": list_of(OPTION, 1, 100)})
SLACK_FILE = Obj({}, {"url": url_of(), "id": text_of(1, None, r"^F[A-Z0-9]{8,}$")}, exactly_one("url", "id"))
DISPATCH = Obj({"trigger_actions_on": list_of(one_of("on_enter_pressed", "on_character_entered"), 1, 2)})
FILTER = Obj(
    {},
    {
        "include": list_of(one_of("im", "mpim", "private", "public"), 1),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
TRIGGER = Obj(
    {"url": url_of()},
    {"customizable_input_parameters": list_of(Obj({"name": text_of(1), "value": lambda value, at, report: None}))},
)


# --------------------------------------------------------------------------
# Block elements


def _every_option(value: Json) -> list[Any]:
    return items(value.get("options")) + [
        o for group in objects(value.get("option_groups")) for o in items(group.get("options"))
    ]


def _initial_among_options(field: str, many: bool) -> Check:
    """initial_option(s) must equal members of options [docs]."""

    def check(value: Json, at: str, report: Report) -> None:
        chosen = value.get(field)
        if chosen is None:
            return
        options = _every_option(value)
        for one in chosen if many and isinstance(chosen, list) else [chosen]:
            if one not in options:
                report(f"{at}/{field}", "must match an option of this element exactly")

    return check


def _unique_values(value: Json, at: str, report: Report) -> None:
    values = [o.get("value") for o in objects(_every_option(value))]
    for twice in sorted({str(v) for v in values if v is not None and values.count(v) > 1}):
        report(f"{at}/options", f"option value used twice: {twice}")


def _ordered(low: str, high: str) -> Check:
    def check(value: Json, at: str, report: Report) -> None:
        try:
            if value.get(low) is not None and value.get(high) is not None and float(value[low]) > float(value[high]):
                report(at, f"{low} is above {high}")
        except (TypeError, ValueError):
            pass  # the field checks already say so

    return check


def _input(
    kind: str,
    optional: dict[str, Check] | None = None,
    required: dict[str, Check] | None = None,
    also: Check | None = None,
    placeholder: bool = True,
) -> Obj:
    """Fields every input-like element shares."""
    fields: dict[str, Check] = {"action_id": ACTION_ID, "focus_on_load": boolean}
    if placeholder:
        fields["placeholder"] = PLACEHOLDER
    return Obj({"type": one_of(kind), **(required or {})}, {**fields, **(optional or {})}, also)


def _select(kind: str, optional: dict[str, Check], also: Check | None = None) -> Obj:
    multi = {"max_selected_items": integer(1)} if kind.startswith("multi_") else {}
    return _input(kind, {"confirm": CONFIRM, **multi, **optional}, also=also)


_STATIC = {"options": list_of(OPTION, 1, 100), "option_groups": list_of(OPTION_GROUP, 1, 100)}
_NUMERIC = text_of(1, None, r"^-?\d+(\.\d+)?$")
_FEEDBACK = Obj({"text": plain(75), "value": text_of(1, 2000)}, {"accessibility_label": LABEL75})
_IMAGE_FIELDS: dict[str, Check] = {"image_url": url_of(3000), "slack_file": SLACK_FILE}

ELEMENTS: dict[str, Check] = {
    "button": Obj(
        {"type": one_of("button"), "text": plain(75)},
        {
            "action_id": ACTION_ID,
            "url": url_of(3000),
            "value": text_of(1, 2000),
            "style": STYLE,
            "confirm": CONFIRM,
            "accessibility_label": LABEL75,
            "agent_prompt": text_of(1, 4000),
        },
    ),
    "workflow_button": Obj(
        {
            "type": one_of("workflow_button"),
            "text": plain(75),
            "action_id": ACTION_ID,
            "workflow": Obj({"trigger": TRIGGER}),
        },
        {"style": STYLE, "accessibility_label": LABEL75, "confirm": CONFIRM},
    ),
    "icon_button": Obj(
        {"type": one_of("icon_button"), "icon": one_of("trash"), "text": plain(75)},
        {
            "action_id": ACTION_ID,
            "value": text_of(1, 2000),
            "confirm": CONFIRM,
            "accessibility_label": LABEL75,
            "visible_to_user_ids": list_of(USER_ID),
        },
    ),
    "feedback_buttons": Obj(
        {"type": one_of("feedback_buttons"), "positive_button": _FEEDBACK, "negative_button": _FEEDBACK},
        {"action_id": ACTION_ID},
    ),
    "checkboxes": _input(
        "checkboxes",
        {"initial_options": list_of(OPTION_RICH, 1), "confirm": CONFIRM},
        {"options": list_of(OPTION_RICH, 1, 10)},
        together(_initial_among_options("initial_options", True), _unique_values),
        placeholder=False,
    ),
    "radio_buttons": _input(
        "radio_buttons",
        {"initial_option": OPTION_RICH, "confirm": CONFIRM},
        {"options": list_of(OPTION_RICH, 1, 10)},
        together(_initial_among_options("initial_option", False), _unique_values),
        placeholder=False,
    ),
    "overflow": Obj(
        {"type": one_of("overflow"), "options": list_of(OPTION_OVERFLOW, 1, 5)},
        {"action_id": ACTION_ID, "confirm": CONFIRM},
        _unique_values,
    ),
    "datepicker": _input(
        "datepicker",
        {"confirm": CONFIRM, "initial_date": text_of(10, 10, r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")},
    ),
    "timepicker": _input(
        "timepicker",
        {"confirm": CONFIRM, "timezone": text_of(1), "initial_time": text_of(5, 5, r"^([01]\d|2[0-3]):[0-5]\d$")},
    ),
    "datetimepicker": _input(
        "datetimepicker",
        {"confirm": CONFIRM, "initial_date_time": integer(1_000_000_000, 9_999_999_999)},
        placeholder=False,
    ),
    "plain_text_input": _input(
        "plain_text_input",
        {
            "initial_value": text_of(0, 3000),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
            "dispatch_action_config": DISPATCH,
        },
        also=_ordered("min_length", "max_length"),
    ),
    "email_text_input": _input("email_text_input", {"initial_value": text_of(), "dispatch_action_config": DISPATCH}),
    "url_text_input": _input("url_text_input", {"initial_value": text_of(), "dispatch_action_config": DISPATCH}),
    "number_input": _input(
        "number_input",
        {"initial_value": _NUMERIC, "min_value": _NUMERIC, "max_value": _NUMERIC, "dispatch_action_config": DISPATCH},
        {"is_decimal_allowed": boolean},
        _ordered("min_value", "max_value"),
    ),
    "rich_text_input": _input(
        "rich_text_input",
        {
            "initial_value": lambda value, at, report: BLOCKS["rich_text"](value, at, report),
            "dispatch_action_config": DISPATCH,
            "min_lines": integer(1, 100),
            "max_lines": integer(1, 100),
        },
        also=_ordered("min_lines", "max_lines"),
    ),
    "file_input": Obj(
        {"type": one_of("file_input")},
        {"action_id": ACTION_ID, "filetypes": list_of(text_of(1), 1), "max_files": integer(1, 10)},
    ),
    "static_select": _select(
        "static_select",
        {**_STATIC, "initial_option": OPTION},
        together(
            exactly_one("options", "option_groups"), _initial_among_options("initial_option", False), _unique_values
        ),
    ),
    "multi_static_select": _select(
        "multi_static_select",
        {**_STATIC, "initial_options": list_of(OPTION, 1)},
        together(
            exactly_one("options", "option_groups"), _initial_among_options("initial_options", True), _unique_values
        ),
    ),
    "external_select": _select("external_select", {"initial_option": OPTION, "min_query_length": integer(0)}),
    "multi_external_select": _select(
        "multi_external_select", {"initial_options": list_of(OPTION, 1), "min_query_length": integer(0)}
    ),
    "users_select": _select("users_select", {"initial_user": USER_ID}),
    "multi_users_select": _select("multi_users_select", {"initial_users": list_of(USER_ID, 1)}),
    "conversations_select": _select(
        "conversations_select",
        {
            "initial_conversation": text_of(1),
            "default_to_current_conversation": boolean,
            "response_url_enabled": boolean,
            "filter": FILTER,
        },
    ),
    "multi_conversations_select": _select(
        "multi_conversations_select",
        {"initial_conversations": list_of(text_of(1), 1), "default_to_current_conversation": boolean, "filter": FILTER},
    ),
    "channels_select": _select("channels_select", {"initial_channel": CHANNEL_ID, "response_url_enabled": boolean}),
    "multi_channels_select": _select("multi_channels_select", {"initial_channels": list_of(CHANNEL_ID, 1)}),
    "image": Obj(
        {"type": one_of("image"), "alt_text": text_of(1, 2000)}, _IMAGE_FIELDS, exactly_one("image_url", "slack_file")
    ),
}

_SELECTS = {name for name in ELEMENTS if name.endswith("_select")}
_ANYWHERE = _SELECTS | {
    "button",
    "workflow_button",
    "checkboxes",
    "radio_buttons",
    "overflow",
    "datepicker",
    "timepicker",
}


def _elements(names: set[str]) -> Check:
    return tagged({name: ELEMENTS[name] for name in names}, "element")


ACTION_ELEMENT = _elements(_ANYWHERE | {"datetimepicker", "rich_text_input"})
ACCESSORY = _elements(_ANYWHERE | {"image"})
INPUT_ELEMENT = _elements(
    _SELECTS
    | {
        "plain_text_input",
        "email_text_input",
        "url_text_input",
        "number_input",
        "rich_text_input",
        "file_input",
        "checkboxes",
        "radio_buttons",
        "datepicker",
        "timepicker",
        "datetimepicker",
    }
)
CONTEXT_ELEMENT = tagged({"image": ELEMENTS["image"], "plain_text": plain(), "mrkdwn": mrkdwn()}, "element")


# --------------------------------------------------------------------------
# Rich text

_TEXT_STYLE = Obj(
    {},
    dict.fromkeys(
        ("bold", "italic", "strike", "underline", "code", "highlight", "client_highlight", "unlink"), boolean
    ),
)


def _leaf(kind: str, required: dict[str, Check], optional: dict[str, Check] | None = None) -> Obj:
    return Obj({"type": one_of(kind), **required}, {"style": _TEXT_STYLE, **(optional or {})})


RICH_LEAF = tagged(
    {
        "text": _leaf("text", {"text": text_of(1)}),
        "link": _leaf("link", {"url": url_of()}, {"text": text_of(), "unsafe": boolean}),
        "user": _leaf("user", {"user_id": USER_ID}),
        "usergroup": _leaf("usergroup", {"usergroup_id": text_of(1, None, r"^S[A-Z0-9]+$")}),
        "team": _leaf("team", {"team_id": text_of(1, None, r"^T[A-Z0-9]+$")}),
        "channel": _leaf("channel", {"channel_id": CHANNEL_ID}),
        "emoji": _leaf(
            "emoji", {"name": text_of(1)}, {"unicode": text_of(1), "skin_tone": integer(1, 6), "url": url_of()}
        ),
        "broadcast": _leaf("broadcast", {"range": one_of("here", "channel", "everyone")}),
        "color": _leaf("color", {"value": text_of(1, None, r"^#?[0-9a-fA-F]{6}$")}),
        "date": _leaf(
            "date", {"timestamp": integer(0), "format": text_of(1)}, {"url": url_of(), "fallback": text_of()}
        ),
    },
    "rich text element",
)

_BORDER = {"border": one_of(0, 1)}
_RICH_SECTION = Obj({"type": one_of("rich_text_section"), "elements": list_of(RICH_LEAF)})
RICH_CONTAINER = tagged(
    {
        "rich_text_section": _RICH_SECTION,
        "rich_text_list": Obj(
            {
                "type": one_of("rich_text_list"),
                "style": one_of("bullet", "ordered"),
                "elements": list_of(_RICH_SECTION, 1),
            },
            {"indent": integer(0, 8), "offset": integer(0), **_BORDER},
        ),
        "rich_text_quote": Obj({"type": one_of("rich_text_quote"), "elements": list_of(RICH_LEAF)}, _BORDER),
        "rich_text_preformatted": Obj(
            {"type": one_of("rich_text_preformatted"), "elements": list_of(RICH_LEAF)},
            {"language": text_of(1), **_BORDER},
        ),
    },
    "rich text container",
)


# --------------------------------------------------------------------------
# Blocks


def _block(
    kind: str,
    required: dict[str, Check] | None = None,
    optional: dict[str, Check] | None = None,
    also: Check | None = None,
) -> Obj:
    return Obj({"type": one_of(kind), **(required or {})}, {"block_id": BLOCK_ID, **(optional or {})}, also)


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

BLOCKS: dict[str, Check] = {}
_RICH_TEXT = _block("rich_text", {"elements": list_of(RICH_CONTAINER)})
_TASK_FIELDS: dict[str, Check] = {
    "details": _RICH_TEXT,
    "output": _RICH_TEXT,
    "status": one_of("pending", "in_progress", "complete", "error"),
    "sources": list_of(Obj({"type": one_of("url"), "url": url_of(), "text": text_of(1)})),
}
_CARD = _block(
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
        "actions": _block("actions", {"elements": list_of(ACTION_ELEMENT, 1, 25)}),
        "alert": _block(
            "alert", {"text": any_text()}, {"level": one_of("default", "info", "warning", "error", "success")}
        ),
        "card": _CARD,
        "carousel": _block("carousel", {"elements": list_of(_CARD, 1, 10)}),
        "container": _block(
            "container",
            {"child_blocks": list_of(_container_child, 1, 10)},
            {
                "title": plain(150),
                "rich_text_title": _RICH_TEXT,
                "subtitle": any_text(150),
                "icon": ELEMENTS["image"],
                "width": one_of("narrow", "standard", "wide", "full"),
                "is_collapsible": boolean,
                "default_collapsed": boolean,
                "has_header_divider": boolean,
            },
            together(at_least_one("title", "rich_text_title"), _container_rules),
        ),
        "context": _block("context", {"elements": list_of(CONTEXT_ELEMENT, 1, 10)}),
        "context_actions": _block(
            "context_actions", {"elements": list_of(_elements({"feedback_buttons", "icon_button"}), 1, 5)}
        ),
        "data_table": _block(
            "data_table",
            {"caption": text_of(1), "rows": list_of(list_of(_DATA_CELL, 1, 20), 2, 101)},
            {"page_size": integer(1, 100), "row_header_column_index": integer(0, 19)},
            _data_table_rules,
        ),
        "data_visualization": _block("data_visualization", {"title": text_of(1, 50), "chart": CHART}),
        "divider": _block("divider"),
        "file": _block("file", {"external_id": text_of(1), "source": one_of("remote")}),
        "header": _block("header", {"text": plain(150)}, {"level": integer(1, 4)}),
        "image": _block(
            "image",
            {"alt_text": text_of(1, 2000)},
            {**_IMAGE_FIELDS, "title": plain(2000)},
            exactly_one("image_url", "slack_file"),
        ),
        "input": _block(
            "input",
            {"label": plain(2000), "element": INPUT_ELEMENT},
            {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
            _input_block_rules,
        ),
        "markdown": _block("markdown", {"text": text_of(1, MARKDOWN_MAX)}),
        "plan": _block(
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
        "rich_text": _RICH_TEXT,
        "section": _block(
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
        "table": _block(
            "table",
            {"rows": list_of(list_of(tagged({"raw_text": _RAW_TEXT, "rich_text": _RICH_CELL}, "cell"), 1, 20), 1, 100)},
            {
                "column_settings": list_of(
                    lambda value, at, report: (
                        value is None
                        or Obj({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})(
                            value, at, report
                        )
                    ),
                    0,
                    20,
                )
            },
            _even_rows,
        ),
        "task_card": _block("task_card", {"task_id": text_of(1), "title": text_of(1)}, _TASK_FIELDS),
        "video": _block(
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


def walk(value: Any) -> Iterator[Json]:
    """Every object inside value, itself included."""
    if isinstance(value, dict):
        yield value
        for entry in value.values():
            yield from walk(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from walk(entry)


def _characters(value: Any) -> int:
    return sum(
        len(entry) for node in walk(value) for name, entry in node.items() if name == "text" and isinstance(entry, str)
    )


def _block_list(blocks: Any, surface: str, at: str, report: Report) -> None:
    if not isinstance(blocks, list):
        report(at, "must be an array of blocks")
        return
    if surface != "message" and not blocks:
        report(at, "no fewer than 1 items allowed")
    if len(blocks) > MAX_BLOCKS[surface]:
        report(at, f"no more than {MAX_BLOCKS[surface]} items allowed")
    seen_ids: set[str] = set()
    for index, block in enumerate(blocks):
        here = f"{at}/{index}"
        BLOCK(block, here, report)
        if not isinstance(block, dict):
            continue
        kind = str(block.get("type"))
        if kind in FORBIDDEN_BLOCKS[surface]:
            report(f"{here}/type", f"{kind} block is not allowed in a {surface}")
        element = block.get("element")
        if surface != "modal" and isinstance(element, dict) and element.get("type") == "file_input":
            report(f"{here}/element/type", "file_input is allowed in modals only")
        block_id = block.get("block_id")
        if isinstance(block_id, str):
            if block_id in seen_ids:
                report(f"{here}/block_id", f"block_id used twice: {block_id}")
            seen_ids.add(block_id)
        if kind in ("actions", "context_actions"):
            ids = [e.get("action_id") for e in objects(block.get("elements"))]
            for twice in sorted({i for i in ids if isinstance(i, str) and ids.count(i) > 1}):
                report(f"{here}/elements", f"action_id used twice in one block: {twice}")

    nodes = list(walk(blocks))
    kinds = [node.get("type") for node in nodes]
    if sum(1 for node in nodes if node.get("focus_on_load") is True) > 1:
        report(at, "focus_on_load may be true for one element only")
    if kinds.count("table") + kinds.count("data_table") > 1:
        report(at, "only one table allowed")
    if kinds.count("data_visualization") > 2:
        report(at, "no more than 2 data_visualization blocks allowed")
    if (
        sum(
            len(b.get("text") or "")
            for b in blocks
            if isinstance(b, dict) and b.get("type") == "markdown" and isinstance(b.get("text"), str)
        )
        > MARKDOWN_MAX
    ):
        report(at, f"markdown blocks together exceed {MARKDOWN_MAX} characters")
    for index, block in enumerate(blocks):
        if (
            isinstance(block, dict)
            and block.get("type") in ("table", "data_table")
            and _characters(block) > TABLE_CHARS_MAX
        ):
            report(f"{at}/{index}", f"a table may hold {TABLE_CHARS_MAX} characters in all")
    if surface == "message" and _characters(blocks) > BLOCKS_TOTAL_MAX:
        report(at, f"blocks are too long: more than {BLOCKS_TOTAL_MAX} characters in all")
    if surface != "modal":
        for node in nodes:
            if node.get("response_url_enabled"):
                report(at, "response_url_enabled is allowed in modal input blocks only")


# --------------------------------------------------------------------------
# Views, metadata, messages

_MODAL = Obj(
    {"type": one_of("modal"), "title": plain(24), "blocks": lambda value, at, report: None},
    {
        "close": plain(24),
        "submit": plain(24),
        "private_metadata": text_of(0, PRIVATE_METADATA_MAX),
        "callback_id": text_of(0, 255),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "external_id": text_of(0, 255),
        "submit_disabled": boolean,
    },
)
_HOME = Obj(
    {"type": one_of("home"), "blocks": lambda value, at, report: None},
    {
        "private_metadata": text_of(0, PRIVATE_METADATA_MAX),
        "callback_id": text_of(0, 255),
        "external_id": text_of(0, 255),
    },
)


def _view(view: Any, kind: str | None, at: str, report: Report) -> None:
    if not isinstance(view, dict):
        report(at, "must be an object")
        return
    actual = view.get("type")
    if actual not in ("modal", "home") or (kind and actual != kind):
        report(f"{at}/type", f"must be {kind or 'modal or home'}")
        return
    (_MODAL if actual == "modal" else _HOME)(view, at, report)
    _block_list(view.get("blocks"), actual, f"{at}/blocks", report)
    blocks = objects(view.get("blocks"))
    if actual == "modal" and any(b.get("type") == "input" for b in blocks) and not view.get("submit"):
        report(at, "submit is required when the view has an input block")
    if len(json.dumps(view).encode()) > VIEW_BYTES_MAX:
        report(at, f"view is larger than {VIEW_BYTES_MAX} bytes")


_METADATA = Obj({"event_type": text_of(1, 255, r"^[A-Za-z0-9_.-]+$"), "event_payload": lambda value, at, report: None})


def _metadata(metadata: Any, at: str, report: Report) -> None:
    if isinstance(metadata, dict) and "entities" in metadata:  # Work Objects: other schema
        return
    _METADATA(metadata, at, report)
    if not isinstance(metadata, dict):
        return
    payload = metadata.get("event_payload")
    if payload is not None and not isinstance(payload, dict):
        report(f"{at}/event_payload", "must be an object")
    if len(json.dumps(metadata).encode()) > METADATA_BYTES_MAX:
        report(at, f"metadata is larger than {METADATA_BYTES_MAX} bytes")


def _message(payload: Json, report: Report, needs_content: bool = True) -> None:
    text, markdown = payload.get("text"), payload.get("markdown_text")
    if text is not None:
        text_of(0, TEXT_HARD_MAX)(text, "/text", report)
    if markdown is not None:
        text_of(1, MARKDOWN_MAX)(markdown, "/markdown_text", report)
        if text is not None or payload.get("blocks") is not None:
            report("/markdown_text", "markdown_text_conflict: not together with text or blocks")
    if payload.get("blocks") is not None:
        _block_list(payload["blocks"], "message", "/blocks", report)
    attachments = payload.get("attachments")
    if attachments is not None:
        list_of(lambda value, at, rep: isinstance(value, dict) or rep(at, "must be an object"), 0, ATTACHMENTS_MAX)(
            attachments, "/attachments", report
        )
        for index, attachment in enumerate(attachments if isinstance(attachments, list) else []):
            if isinstance(attachment, dict) and attachment.get("blocks") is not None:
                _block_list(attachment["blocks"], "message", f"/attachments/{index}/blocks", report)
    if payload.get("metadata") is not None:
        _metadata(payload["metadata"], "/metadata", report)
    if needs_content and not (text or markdown or payload.get("blocks") or attachments):
        report("", "no_text: give text, markdown_text, blocks or attachments")
    if payload.get("reply_broadcast") and not payload.get("thread_ts"):
        report("/reply_broadcast", "needs thread_ts")


# --------------------------------------------------------------------------
# Web API methods: required and optional arguments [docs: methods/*]

_TS = text_of(1, None, r"^\d{10}\.\d{6}$")
_ANY: Check = lambda value, at, report: None  # noqa: E731
_CONVERSATION = text_of(1, None, r"^(?:[CDGUW][A-Z0-9]{2,}|#\S+)$")
_POSTING = [
    "text",
    "blocks",
    "attachments",
    "metadata",
    "markdown_text",
    "thread_ts",
    "reply_broadcast",
    "mrkdwn",
    "parse",
    "link_names",
    "unfurl_links",
    "unfurl_media",
    "username",
    "icon_emoji",
    "icon_url",
]
_PAGING = ["cursor", "limit", "team_id"]


def _method(required: str = "", optional: str = "", extra: list[str] | None = None) -> tuple[set[str], set[str]]:
    return set(required.split()), set(optional.split()) | set(extra or [])


METHODS: dict[str, tuple[set[str], set[str]]] = {
    "api.test": _method("", "error foo"),
    "apps.connections.open": _method(),
    "apps.event.authorizations.list": _method("event_context", "cursor limit"),
    "apps.uninstall": _method("client_id client_secret"),
    "assistant.threads.setStatus": _method(
        "channel_id status thread_ts", "loading_messages icon_emoji icon_url username"
    ),
    "assistant.threads.setSuggestedPrompts": _method("channel_id prompts", "thread_ts title"),
    "assistant.threads.setTitle": _method("channel_id thread_ts title"),
    "auth.revoke": _method("", "test"),
    "auth.test": _method(),
    "auth.teams.list": _method("", "cursor limit include_icon"),
    "blocks.validate": _method("", "blocks message view"),
    "bots.info": _method("", "bot team_id"),
    "chat.appendStream": _method("channel ts", "markdown_text chunks"),
    "chat.delete": _method("channel ts", "as_user"),
    "chat.deleteScheduledMessage": _method("channel scheduled_message_id", "as_user"),
    "chat.getPermalink": _method("channel message_ts"),
    "chat.postEphemeral": _method("channel user", "", _POSTING),
    "chat.postMessage": _method("channel", "as_user container_id", _POSTING),
    "chat.scheduleMessage": _method("channel post_at", "as_user", _POSTING),
    "chat.scheduledMessages.list": _method("", "channel cursor latest limit oldest team_id"),
    "chat.startStream": _method(
        "channel",
        "thread_ts markdown_text chunks recipient_team_id recipient_user_id "
        "task_display_mode icon_emoji icon_url username",
    ),
    "chat.stopStream": _method("channel ts", "markdown_text chunks blocks metadata"),
    "chat.update": _method("channel ts", "as_user file_ids unfurled_attachments", _POSTING),
    "conversations.history": _method("channel", "cursor limit latest oldest inclusive include_all_metadata"),
    "conversations.info": _method("channel", "include_locale include_num_members"),
    "conversations.join": _method("channel"),
    "conversations.list": _method("", "exclude_archived types", _PAGING),
    "conversations.members": _method("channel", "cursor limit"),
    "conversations.open": _method("", "channel users return_im prevent_creation"),
    "conversations.replies": _method("channel ts", "cursor limit latest oldest inclusive include_all_metadata"),
    "files.info": _method("file", "cursor limit"),
    "files.completeUploadExternal": _method(
        "files", "channel_id channels initial_comment thread_ts blocks highlight_type"
    ),
    "files.getUploadURLExternal": _method("filename length", "alt_txt alt_text snippet_type"),
    "oauth.v2.access": _method("", "client_id client_secret code code_verifier grant_type redirect_uri refresh_token"),
    "reactions.add": _method("channel name timestamp"),
    "reactions.remove": _method("name", "channel timestamp file file_comment"),
    "team.info": _method("", "team domain"),
    "usergroups.list": _method("", "include_count include_disabled include_users team_id"),
    "usergroups.users.list": _method("usergroup", "include_disabled team_id"),
    "users.conversations": _method("", "exclude_archived types user", _PAGING),
    "users.info": _method("user", "include_locale"),
    "users.list": _method("", "include_locale", _PAGING),
    "users.lookupByEmail": _method("email"),
    "users.profile.get": _method("", "include_labels user"),
    "views.open": _method("view", "trigger_id interactivity_pointer"),
    "views.publish": _method("user_id view", "hash"),
    "views.push": _method("view", "trigger_id interactivity_pointer"),
    "views.update": _method("view", "view_id external_id hash"),
}

ARGUMENTS: dict[str, Check] = {
    "channel": _CONVERSATION,
    "channel_id": _CONVERSATION,
    "user": USER_ID,
    "user_id": USER_ID,
    "ts": _TS,
    "thread_ts": _TS,
    "message_ts": _TS,
    "timestamp": _TS,
    "name": text_of(1, None, r"^[a-z0-9_+'-]+(::skin-tone-[2-6])?$"),  # reactions: no colons
    "usergroup": text_of(1, None, r"^S[A-Z0-9]+$"),
    "filename": text_of(1),
    "title": text_of(1, 255),
    "status": text_of(0, 255),
}
_SPECIAL_NAME = {"reactions.add", "reactions.remove"}
_MESSAGES = {"chat.postMessage", "chat.postEphemeral", "chat.scheduleMessage", "chat.update"}
_JSON_ARGUMENTS = {
    "blocks",
    "attachments",
    "metadata",
    "view",
    "message",
    "prompts",
    "files",
    "chunks",
    "loading_messages",
    "unfurled_attachments",
    "file_ids",
}


def decode(payload: Json) -> tuple[Json, list[str]]:
    """Form-encoded calls carry JSON in strings; give back real objects, and the arguments that are no JSON."""
    out, bad = dict(payload), []
    for name in _JSON_ARGUMENTS & out.keys():
        if isinstance(out[name], str) and not (name == "message" and not out[name].startswith("{")):
            try:
                out[name] = json.loads(out[name])
            except ValueError:
                bad.append(name)
    return out, bad


def _truthy_flags(payload: Json) -> None:
    for name in ("reply_broadcast", "unfurl_links", "unfurl_media", "mrkdwn"):
        if isinstance(payload.get(name), str):
            payload[name] = payload[name].lower() in ("1", "true")


def check_payload(method: str, payload: Json, now: float | None = None) -> list[str]:
    """Violations of one Web API call; `payload` holds its arguments, the token left out.
    method "response_url" checks a message sent to a response_url."""
    found: list[str] = []

    def report(at: str, what: str) -> None:
        found.append(f"{what} [json-pointer:{at}]")

    payload, bad_json = decode({k: v for k, v in payload.items() if k != "token" and v is not None})
    for name in bad_json:
        report(f"/{name}", "is not valid JSON")
        payload.pop(name)
    _truthy_flags(payload)

    if method == "response_url":
        allowed = set(_POSTING) | {"response_type", "replace_original", "delete_original"}
        for name in payload.keys() - allowed:
            report(f"/{name}", "unknown argument")
        if payload.get("response_type") not in (None, "ephemeral", "in_channel"):
            report("/response_type", "must be one of ephemeral, in_channel")
        _message(payload, report, needs_content=not payload.get("delete_original"))
        return found

    if method not in METHODS:
        return [f"unknown_method: {method} [json-pointer:]"]
    required, optional = METHODS[method]
    for name in sorted(required - payload.keys()):
        report(f"/{name}", "missing required argument")
    for name in sorted(payload.keys() - required - optional - {"team_id"}):  # Bolt sends team_id with every call
        report(f"/{name}", "unknown argument")
    for name, value in payload.items():
        check = ARGUMENTS.get(name)
        if name == "name" and method not in _SPECIAL_NAME:
            check = None
        if check and isinstance(value, str):
            check(value, f"/{name}", report)
        elif check:
            report(f"/{name}", "must be a string")
    if "limit" in payload:
        try:
            if not 1 <= int(payload["limit"]) <= 1000:
                report("/limit", "must be between 1 and 1000")
        except (TypeError, ValueError):
            report("/limit", "must be an integer")

    if method in _MESSAGES:
        _message(payload, report, needs_content=not (method == "chat.update" and payload.get("file_ids")))
    if method == "chat.scheduleMessage":
        _check_schedule(payload, now, report)
    if method in ("chat.stopStream", "files.completeUploadExternal") and payload.get("blocks") is not None:
        _block_list(payload["blocks"], "message", "/blocks", report)
    if method in ("views.open", "views.push", "views.publish", "views.update"):
        kind = {"views.publish": "home", "views.update": None}.get(method, "modal")
        if "view" in payload:
            _view(payload["view"], kind, "/view", report)
        if method in ("views.open", "views.push") and not (
            payload.get("trigger_id") or payload.get("interactivity_pointer")
        ):
            report("/trigger_id", "give trigger_id or interactivity_pointer")
        if method == "views.update" and not (payload.get("view_id") or payload.get("external_id")):
            report("/view_id", "give view_id or external_id")
    if method == "blocks.validate":
        if sum(name in payload for name in ("blocks", "message", "view")) != 1:
            report("", "give exactly one of blocks, message, view")
        if "blocks" in payload:
            _block_list(payload["blocks"], "message", "", report)
        if "view" in payload:
            _view(payload["view"], None, "", report)
        if isinstance(payload.get("message"), dict):
            _message(payload["message"], report)
    if method == "assistant.threads.setSuggestedPrompts" and "prompts" in payload:
        list_of(Obj({"title": text_of(1), "message": text_of(1)}), 1, SUGGESTED_PROMPTS_MAX)(
            payload["prompts"], "/prompts", report
        )
    if method == "files.completeUploadExternal" and "files" in payload:
        list_of(Obj({"id": text_of(1)}, {"title": text_of(), "highlight_type": text_of()}), 1)(
            payload["files"], "/files", report
        )
    if method == "conversations.open" and not (payload.get("channel") or payload.get("users")):
        report("/users", "give channel or users")
    return found


def _check_schedule(payload: Json, now: float | None, report: Report) -> None:
    try:
        post_at = int(payload["post_at"])
    except (KeyError, TypeError, ValueError):
        report("/post_at", "invalid_time: must be a Unix time in whole seconds")
        return
    if now is not None:
        if post_at <= now:
            report("/post_at", "time_in_past")
        elif post_at - now > SCHEDULE_MAX_SECONDS:
            report("/post_at", "time_too_far: more than 120 days ahead")
    if payload.get("metadata") is not None:
        # docs.slack.dev/reference/methods/chat.scheduleMessage, "Bug alert"
        report("/metadata", "a scheduled message with metadata is never posted")


def _collect(run: Callable[[Report], None]) -> list[str]:
    found: list[str] = []
    run(lambda at, what: found.append(f"{what} [json-pointer:{at}]"))
    return found


def check_blocks(blocks: Any, surface: str = "message") -> list[str]:
    return _collect(lambda report: _block_list(blocks, surface, "/blocks", report))


def check_view(view: Any, kind: str | None = None) -> list[str]:
    return _collect(lambda report: _view(view, kind, "/view", report))


def check_metadata(metadata: Any) -> list[str]:
    return _collect(lambda report: _metadata(metadata, "/metadata", report))


def check_submission_response(body: Any, view: Json) -> list[str]:
    """The JSON an app answers a view_submission with."""

    def run(report: Report) -> None:
        if body in (None, "", {}):
            return
        if not isinstance(body, dict):
            report("", "must be an object or empty")
            return
        action = body.get("response_action")
        if action not in ("errors", "update", "push", "clear"):
            report("/response_action", "must be one of errors, update, push, clear")
        if action == "errors":
            inputs = {b.get("block_id") for b in objects(view.get("blocks")) if b.get("type") == "input"}
            errors = body.get("errors")
            if not isinstance(errors, dict) or not errors:
                report("/errors", "must be a non-empty object")
                return
            for block_id, words in errors.items():
                if block_id not in inputs:
                    report(f"/errors/{block_id}", "is no block_id of an input block in this view")
                text_of(1, 3000)(words, f"/errors/{block_id}", report)
        elif action in ("update", "push"):
            _view(body.get("view"), "modal", "/view", report)

    return _collect(run)


# --------------------------------------------------------------------------
# Lint: Slack accepts these, users suffer

_MARKDOWN_IN_MRKDWN = re.compile(r"(?<![*\w])\*\*[^*\n]+\*\*(?!\*)|\[[^\]\n]+\]\(https?://[^)\s]+\)|^#{1,6} ", re.M)
_BROADCAST = re.compile(r"<!(?:channel|here|everyone)(?:\|[^>]*)?>|(?<!\w)@(?:channel|here|everyone)\b")
_RAW_ANGLE = re.compile(r"<(?![@#!]|https?:|mailto:|tel:|slack:)[^>\n]*>")


def lint_payload(method: str, payload: Json) -> list[str]:
    """What a careful reviewer would send back although Slack takes it."""
    found: list[str] = []
    payload, _ = decode(payload)

    def report(at: str, what: str) -> None:
        found.append(f"{what} [json-pointer:{at}]")

    blocks = items(payload.get("blocks"))
    view = payload.get("view") if isinstance(payload.get("view"), dict) else {}
    if method in _MESSAGES | {"response_url"}:
        if blocks and not payload.get("text") and not payload.get("delete_original"):
            report("/text", "blocks without text: notifications and screen readers have nothing to read")
        text = payload.get("text") or ""
        if isinstance(text, str) and len(text) > TEXT_ADVISED_MAX:
            report("/text", f"text is longer than the advised {TEXT_ADVISED_MAX} characters")
    for pointer, root in (
        ("/text", {"type": "mrkdwn", "text": payload.get("text")}),
        ("/blocks", blocks),
        ("/view", view),
    ):
        for node in walk(root):
            words = node.get("text")
            if not isinstance(words, str):
                continue
            if node.get("type") == "mrkdwn":
                if _MARKDOWN_IN_MRKDWN.search(words):
                    report(pointer, f"Markdown inside mrkdwn shows raw marks: {words[:60]!r}")
                if _RAW_ANGLE.search(words):
                    report(pointer, f"unescaped < > in mrkdwn: {words[:60]!r}")
            if node.get("type") != "plain_text" and _BROADCAST.search(words):
                report(pointer, f"pings a whole channel: {words[:60]!r}")
    for root in (blocks, view.get("blocks")):
        for block in objects(root):
            elements = objects(block.get("elements"))
            if block.get("type") == "actions":
                if sum(e.get("style") == "primary" for e in elements) > 1:
                    report("/blocks", "more than one primary button in a set")
                if sum(e.get("type") == "button" for e in elements) > 5:
                    report("/blocks", "more than 5 buttons in one row")
            for element in walk(block):
                if element.get("type") == "button":
                    label = element["text"].get("text") if isinstance(element.get("text"), dict) else ""
                    if isinstance(label, str) and len(label) > 30:
                        report("/blocks", f"button label may be cut after about 30 characters: {label!r}")
                    if not element.get("action_id"):
                        report("/blocks", f"button without action_id: {label!r}")
                if element.get("style") == "danger" and element.get("type") == "button" and not element.get("confirm"):
                    report("/blocks", "danger button without a confirm dialog")
    return found
