"""Reads an Adaptive Card as the Teams client does: what it shows, its inputs and buttons, and what a press would send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.teams.errors import UserError

Json = dict[str, Any]

ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive"
_OF_THE_BOT = ("data", "msteams")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_READ = ("text", "title", "value", "label", "placeholder", "altText")


def walk(node: Any, unread: tuple[str, ...] = _OF_THE_BOT) -> Iterator[Json]:
    """Each object of a card, outermost first; what is `unread` is not looked into."""
    if isinstance(node, list):
        for item in node:
            yield from walk(item, unread)
    elif isinstance(node, dict):
        yield node
        for key, value in node.items():
            if key not in unread:
                yield from walk(value, unread)


def objects(value: Any) -> list[Json]:
    """The objects of a list; nothing of what is no list. What is wrong there is the official schema's to say."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def actions(card: Json) -> list[Json]:
    """The buttons of a client that knows them all: a fallback is for others."""
    shown = walk(card, (*_OF_THE_BOT, "fallback"))
    return [node for node in shown if str(node.get("type", "")).startswith("Action.")]


def inputs(card: Json) -> list[Json]:
    return [node for node in walk(card) if is_input(node)]


def is_input(node: Json) -> bool:
    return str(node.get("type", "")).startswith("Input.")


def texts(card: Json) -> list[str]:
    """What a reader sees, in reading order; what stands in an input is the reader's own."""
    return [
        node[key]
        for node in walk(card)
        for key in _READ
        if isinstance(node.get(key), str) and not (key == "value" and is_input(node))
    ]


def find_action(card: Json, title: str) -> Json:
    """The button with that title; UserError when there is none, more than one, or when it is disabled."""
    found = [action for action in actions(card) if action.get("title") == title]
    if not found:
        raise UserError(f"no button {title!r}; there are {[a.get('title') for a in actions(card)]}")
    if len(found) > 1:
        raise UserError(f"{len(found)} buttons are called {title!r}")
    if found[0].get("isEnabled") is False:
        raise UserError(f"the button {title!r} is disabled")
    return found[0]


def fill(card: Json, action: Json, given: Json | None) -> Json:
    """Gathers the inputs: defaults, then the user's, after the card's own validation (UserError as the client shows it)."""
    if action.get("associatedInputs") == "none":
        return {}
    typed = dict(given or {})
    gathered: Json = {}
    for item in inputs(card):
        key = str(item.get("id", ""))  # without an id it is lost, which the check of the card says
        gathered[key] = _gathered(item, typed.pop(key, item.get("value", "")))
    if typed:
        raise UserError(f"the card has no input {sorted(typed)}; it has {sorted(gathered)}")
    return gathered


def _gathered(item: Json, value: Any) -> Any:
    kind = item["type"]
    if kind == "Input.Toggle":
        value = value if value in (_on(item), _off(item)) else _off(item)
    if kind == "Input.ChoiceSet" and value:
        _check_choice(item, str(value))
    _check_required(item, value)
    if kind == "Input.Text" and value:
        return _as_text(item, str(value))
    if kind == "Input.Number" and value not in ("", None):
        _check_number(item, float(value))
    return value


def _on(item: Json) -> str:
    return str(item.get("valueOn", "true"))


def _off(item: Json) -> str:
    return str(item.get("valueOff", "false"))


def _check_required(item: Json, value: Any) -> None:
    empty = value in ("", None) or (item["type"] == "Input.Toggle" and value != _on(item))
    if item.get("isRequired") and empty:
        raise UserError(f"input {item.get('id')!r} is required: {_told(item)}")


def _check_choice(item: Json, value: str) -> None:
    if item.get("choices.data"):
        _check_picked(item, value)
        return
    choices = [choice["value"] for choice in item.get("choices") or []]
    for part in value.split(",") if item.get("isMultiSelect") else [value]:
        if choices and part not in choices:
            raise UserError(f"{part!r} is no choice of {item.get('id')!r}: {choices}")


def _check_picked(item: Json, value: str) -> None:
    """Teams' picker tells ids of the company's directory, and takes nothing that is typed."""
    for part in value.split(",") if item.get("isMultiSelect") else [value]:
        if not _GUID.fullmatch(part):
            raise UserError(f"{part!r} is nobody that {item.get('id')!r} finds")


def _as_text(item: Json, value: str) -> str:
    value = value[: item["maxLength"]] if item.get("maxLength") else value
    if item.get("regex") and not re.search(item["regex"], value):
        raise UserError(f"input {item.get('id')!r} does not match: {_told(item)}")
    return value


def _check_number(item: Json, number: float) -> None:
    if not item.get("min", number) <= number <= item.get("max", number):
        raise UserError(f"input {item.get('id')!r} is out of range: {_told(item)}")


def _told(item: Json) -> str:
    return str(item.get("errorMessage", "(no message)"))
