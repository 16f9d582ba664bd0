"""Block elements: buttons, selects, inputs; where each of them may stand."""

from typing import Any

from tests.fakes.slack.blockkit.composition import (
    ACTION_ID,
    CHANNEL_ID,
    CONFIRM,
    DISPATCH,
    FILTER,
    LABEL75,
    OPTION,
    OPTION_GROUP,
    OPTION_OVERFLOW,
    OPTION_RICH,
    PLACEHOLDER,
    SLACK_FILE,
    STYLE,
    TRIGGER,
    USER_ID,
    mrkdwn,
    plain,
)
from tests.fakes.slack.blockkit.rich_text import RICH_TEXT
from tests.fakes.slack.blockkit.schema import (
    Check,
    Json,
    Obj,
    Report,
    boolean,
    exactly_one,
    integer,
    items,
    list_of,
    objects,
    one_of,
    tagged,
    text_of,
    together,
    url_of,
)


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
IMAGE_FIELDS: dict[str, Check] = {"image_url": url_of(3000), "slack_file": SLACK_FILE}

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
            "initial_value": RICH_TEXT,
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
        {"type": one_of("image"), "alt_text": text_of(1, 2000)}, IMAGE_FIELDS, exactly_one("image_url", "slack_file")
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


def elements(names: set[str]) -> Check:
    return tagged({name: ELEMENTS[name] for name in names}, "element")


ACTION_ELEMENT = elements(_ANYWHERE | {"datetimepicker", "rich_text_input"})
ACCESSORY = elements(_ANYWHERE | {"image"})
INPUT_ELEMENT = elements(
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
