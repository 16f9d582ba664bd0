"""Sheets as Slack modals: a form in a window of its own, and what was filled in when it comes back."""

from collections.abc import Mapping
from typing import Any

import msgspec

from adapters.slack import limits
from adapters.slack.blocks import FORM, LINK
from adapters.slack.elements import Block, button, option, prose, rows_of_buttons, section, words
from adapters.slack.text import mrkdwn, with_channels
from dialogs.content.catalog import text_of
from dialogs.replies import Choice
from dialogs.saying import with_label
from dialogs.views import Input, Sheet

VALUE = "value"
"""Action id of every input; its block id is the input's name."""


class Note(msgspec.Struct, frozen=True):
    """What a modal carries unseen (`private_metadata`): what it is about."""

    about: str = ""


def modal(sheet: Sheet) -> Block:
    """The sheet as a modal: `callback_id` is its key, `private_metadata` a Note."""
    note = msgspec.json.encode(Note(sheet.about)).decode()
    return _window(sheet.title, _content(sheet)) | {
        "callback_id": sheet.key,
        "private_metadata": note,
        "submit": words(sheet.submit, limits.MODAL_TITLE),
        "close": words(sheet.cancel, limits.MODAL_TITLE),
    }


def form(sheet: Sheet, token: str) -> Block:
    """The sheet as the short form of the prompt `token`, which is its `private_metadata`."""
    return modal(sheet) | {"callback_id": FORM, "private_metadata": token}


def loading(title: str) -> Block:
    """An empty modal: it is opened at once, as Slack's leave to open one lasts three seconds, and filled later."""
    return _window(title, [section("…")])


def note_of(private_metadata: str) -> Note:
    """What a modal carried. Raises msgspec.DecodeError for what `modal` did not write."""
    return msgspec.json.decode(private_metadata, type=Note)


def values(state: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, of a view's `state`: input -> value, in the words of `views.Input.value`."""
    return {name: _value(filled) for name, held in state["values"].items() for filled in held.values()}


def _value(filled: Mapping[str, Any]) -> str:
    match filled:
        case {"selected_options": chosen}:
            return ",".join(one["value"] for one in chosen or ())
        case {"selected_option": chosen}:
            return str(chosen["value"]) if chosen else ""
        case {"selected_date": said} | {"selected_time": said} | {"selected_user": said}:
            return said or ""
        case _:
            return filled["value"] or ""


def _window(title: str, blocks: list[Block]) -> Block:
    return {"type": "modal", "title": words(title, limits.MODAL_TITLE), "blocks": blocks[: limits.VIEW_BLOCKS]}


def _content(sheet: Sheet) -> list[Block]:
    blocks = prose(sheet.intro) if sheet.intro else []
    blocks += map(_input, sheet.inputs)
    for link in sheet.links:
        blocks += _link(link, sheet)
    return blocks or [section("…")]


def _link(link: Choice, sheet: Sheet) -> list[Block]:
    """What opens another sheet is a line with “Edit”; what does something at once is a button that asks back."""
    if link.key.startswith("edit."):
        edit = text_of("home.edit", sheet.lang)
        return [
            section(mrkdwn(link.label), button(edit, LINK, link.key, read=with_label(edit, link.label, sheet.lang)))
        ]
    sure = {
        "title": words(sheet.title, 100),
        "text": words(text_of("sheet.forget.sure", sheet.lang), 300),
        "confirm": words(link.label, 30),
        "deny": words(sheet.cancel, 30),
        "style": "danger",
    }
    return rows_of_buttons(
        [button(link.label, LINK, link.key) | {"style": "danger", "confirm": sure}], f"link:{link.key}"
    )


def _input(field: Input) -> Block:
    block = {
        "type": "input",
        "block_id": field.name,
        "label": words(field.label, limits.LABEL),
        "element": _element(field) | {"action_id": VALUE},
        "optional": not field.required,
    }
    return block | {"hint": words(field.hint, limits.LABEL)} if field.hint else block


def _element(field: Input) -> Block:
    match field.kind:
        case "day":
            return _picker("datepicker", "initial_date", field.value)
        case "time":
            return _picker("timepicker", "initial_time", field.value)
        case "person":
            return {"type": "users_select"}
        case "choice":
            return _one_of(field)
        case "choices":
            return _several_of(field)
        case "line" | "text":
            return _text_input(field)


def _picker(kind: str, initial: str, value: str) -> Block:
    return {"type": kind} | ({initial: value} if value else {})


def _text_input(field: Input) -> Block:
    most = min(field.most, limits.INPUT)
    return {
        "type": "plain_text_input",
        "multiline": field.kind == "text",
        "max_length": most,
        "initial_value": field.value[:most],
    }


def _one_of(field: Input) -> Block:
    """Few choices are seen at once; many are a menu."""
    kind = "radio_buttons" if len(field.choices) <= limits.RADIOS else "static_select"
    options, chosen = _options(field)
    return {"type": kind, "options": options} | ({"initial_option": chosen[0]} if chosen else {})


def _several_of(field: Input) -> Block:
    if len(field.choices) > limits.RADIOS:
        options, chosen = _options(field)
        return {"type": "multi_static_select", "options": options} | ({"initial_options": chosen} if chosen else {})
    options, chosen = ([_box(one) for one in some] for some in _options(field))
    return {"type": "checkboxes", "options": options} | ({"initial_options": chosen} if chosen else {})


def _box(entry: Block) -> Block:
    """An entry beside a box to tick, where a channel can be shown by its name; a menu shows plain words only."""
    label = entry["text"]["text"]
    named = with_channels(label)
    return entry | {"text": {"type": "mrkdwn", "text": named}} if named == f"<#{label}>" else entry


def _options(field: Input) -> tuple[list[Block], list[Block]]:
    """All choices, and those that it starts with."""
    options = [option(choice.label, choice.key) for choice in field.choices[: limits.OPTIONS]]
    keys = field.value.split(",")
    return options, [one for one in options if one["value"] in keys]
