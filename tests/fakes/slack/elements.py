"""What a person can do with the elements of a message or view; Slack's client refuses the rest."""

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.fakes.slack.blockkit.elements import ELEMENTS
from tests.fakes.slack.blockkit.schema import Json, walk
from tests.fakes.slack.shapes import CannotDo, View

_ONE_OPTION = ("static_select", "external_select", "radio_buttons", "overflow")
_MANY_OPTIONS = ("multi_static_select", "multi_external_select", "checkboxes")
_ONE = {
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
_MANY = {
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
}
_INITIAL = (
    "initial_value", "initial_user", "initial_conversation", "initial_channel", "initial_date", "initial_time",
    "initial_date_time", "initial_users", "initial_conversations", "initial_channels",
)  # fmt: skip


def with_ids(blocks: list[Json] | None, new_id: Callable[[], str]) -> list[Json] | None:
    """Slack fills in the block_ids and action_ids that an app left out."""
    blocks = copy.deepcopy(blocks)
    for block in blocks or []:
        if isinstance(block, dict):
            block.setdefault("block_id", new_id())
            for part in [block.get("accessory"), block.get("element"), *(block.get("elements") or [])]:
                if isinstance(part, dict) and part.get("type") in ELEMENTS and part["type"] != "image":
                    part.setdefault("action_id", new_id())
            for child in block.get("child_blocks") or []:
                child.setdefault("block_id", new_id())
    return blocks


def find_element(blocks: list[Json], action_id: str, block_id: str | None = None) -> tuple[Json, Json]:
    """The block and the element that a person would touch; raises CannotDo when it is not shown."""
    for block in (b for top in blocks for b in [top, *(top.get("child_blocks") or [])]):
        if not block_id or block.get("block_id") == block_id:
            for part in _parts(block):
                if part.get("action_id") == action_id:
                    return block, part
    have = sorted({node["action_id"] for node in walk(blocks) if "action_id" in node})
    raise CannotDo(f"no element {action_id!r} here; there is {have}")


def _parts(block: Json) -> Iterator[Json]:
    cards = [child for child in block.get("elements") or [] if child.get("type") == "card"]
    for owner in [block, *cards]:
        several = [*(owner.get("elements") or []), *(owner.get("actions") or [])]
        yield from (p for p in [owner.get("accessory"), owner.get("element"), *several] if isinstance(p, dict))


def pressed(element: Json, value: Any) -> Json:
    """What the action says of an element that was pressed, or in which `value` was picked."""
    kind = element["type"]
    if kind in ("button", "icon_button", "workflow_button"):
        return {name: element[name] for name in ("text", "value") if name in element}
    if kind == "feedback_buttons":
        side = element["positive_button" if value in (True, "positive", "up") else "negative_button"]
        return {"text": side["text"], "value": side["value"]}
    return chosen(element, value)


def chosen(element: Json, value: Any) -> Json:
    """The state entry for a value that a person typed or picked; refuses what the client would not allow."""
    kind = element["type"]
    if kind in _ONE_OPTION:
        return {"type": kind, "selected_option": None if value is None else _option(element, value)}
    if kind in _MANY_OPTIONS:
        return {"type": kind, "selected_options": _options(element, value or [])}
    if kind in _ONE:
        return {"type": kind, _ONE[kind]: getattr(value, "id", value)}
    if kind in _MANY:
        return {"type": kind, _MANY[kind]: [getattr(one, "id", one) for one in value or []]}
    if kind == "rich_text_input":
        return {"type": kind, "rich_text_value": rich_text(value) if value else None}
    if kind == "file_input":
        return {"type": kind, "files": value or []}
    return {"type": kind, "value": None if value is None else _typed(element, str(value))}


def rich_text(text: str) -> Json:
    """A text as the composer writes it."""
    inside = [{"type": "text", "text": text}] if text else []
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": inside}]}


def _option(element: Json, wanted: str) -> Json:
    every: list[Json] = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        every += group["options"]
    for one in every:
        if wanted in (one["value"], one["text"]["text"]):
            return one
    if element["type"].endswith("external_select"):
        return {"text": {"type": "plain_text", "text": wanted}, "value": wanted}
    raise CannotDo(f"no option {wanted!r}; there is {[o['value'] for o in every]}")


def _options(element: Json, wanted: list[str]) -> list[Json]:
    if len(wanted) > element.get("max_selected_items", len(wanted)):
        raise CannotDo("more options than max_selected_items")
    return [_option(element, one) for one in wanted]


def _typed(element: Json, text: str) -> str:
    kind = element["type"]
    if text and len(text) > element.get("max_length", 3000):
        raise CannotDo(f"the client stops at {element.get('max_length', 3000)} characters")
    if text and len(text) < element.get("min_length", 0):
        raise CannotDo(f"needs {element['min_length']} characters")
    if text and kind == "number_input" and not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise CannotDo("not a number")
    if text and kind == "email_text_input" and "@" not in text:
        raise CannotDo("not an e-mail address")
    return text


def _initial(element: Json) -> Json:
    if "initial_option" in element:
        return {"type": element["type"], "selected_option": element["initial_option"]}
    if "initial_options" in element:
        return {"type": element["type"], "selected_options": element["initial_options"]}
    if element["type"] == "rich_text_input":
        return {"type": element["type"], "rich_text_value": element.get("initial_value")}
    return chosen(element, next((element[name] for name in _INITIAL if name in element), None))


def fill(view: View, values: Json) -> None:
    """Write `values` (block_id or action_id -> value) into the inputs; what is left alone keeps what it shows."""
    left = dict(values)
    inputs = [block for block in view.content["blocks"] if block["type"] == "input"]
    for block in inputs:
        element, block_id = block["element"], block["block_id"]
        entry = view.values.get(block_id, {}).get(element["action_id"]) or _initial(element)
        for key in (block_id, element["action_id"]):
            if key in left:
                entry = chosen(element, left.pop(key))
                break
        if not block.get("optional") and all(v in (None, "", []) for k, v in entry.items() if k != "type"):
            raise CannotDo(f"the client asks for {block['label']['text']!r} (block {block_id})")
        view.values.setdefault(block_id, {})[element["action_id"]] = entry
    if left:
        there = [(block["block_id"], block["element"]["action_id"]) for block in inputs]
        raise CannotDo(f"no such inputs: {sorted(left)}; there is {there}")
