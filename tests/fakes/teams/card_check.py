"""What Teams does not show, loses, or refuses in an Adaptive Card, beyond the official schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.fakes.teams.cards import Json, is_input, objects, walk
from tests.fakes.teams.extension_check import found_wrong
from tests.fakes.teams.limits import PRIMARY_ACTIONS, REFRESH_USERS
from tests.fakes.teams.record import Record

CardValidator = Callable[[Json], list[str]]

MAX_CARD_VERSION = (1, 5)
INPUTS = {"Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet"}
ACTIONS = {"Action.Submit", "Action.Execute", "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility"}
ELEMENTS = {
    "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Image", "ImageSet", "Media", "Container", "ColumnSet",
    "Column", "FactSet", "Table", "TableRow", "TableCell", "ActionSet",
    # shown by Teams though not in the public 1.5 schema
    "CodeBlock", "Icon", "Badge", "Carousel", "CarouselPage", "CompoundButton", "ProgressBar", "ProgressRing", "Rating",
}  # fmt: skip
SAFE_LINKS = ("https://", "mailto:", "msteams:")


class CardCheck:
    """Notes in the record what is wrong with a card; `validator` is the schema check, card -> errors."""

    def __init__(self, record: Record, validator: CardValidator | None) -> None:
        self._record, self._validator = record, validator

    def check(self, card: Any, where: str = "card") -> None:
        if not isinstance(card, dict) or card.get("type") != "AdaptiveCard":
            self._record.violation(f"{where}: no AdaptiveCard object")
            return
        found = [*_whole(card), *_inputs(card)]
        found += [said for node in walk(card) for said in (*_node(node), *found_wrong(node))]
        found += self._validator(card) if self._validator else []
        for said in found:
            self._record.violation(f"{where}: {said}")
        self._record.warnings += [f"{where}: {said}" for said in _hard_to_use(card)]


def _whole(card: Json) -> list[str]:
    found = []
    if not _version_shown(card.get("version")):
        found.append(f"version {card.get('version')!r}; Teams renders up to 1.5")
    if _count(card.get("actions")) > PRIMARY_ACTIONS:
        found.append(f"more than {PRIMARY_ACTIONS} actions")
    refresh = card.get("refresh")
    if _count(refresh.get("userIds") if isinstance(refresh, dict) else None) > REFRESH_USERS:
        found.append(f"refresh.userIds over {REFRESH_USERS}")
    return found


def _count(value: object) -> int:
    return len(value) if isinstance(value, list) else 0


def _version_shown(version: object) -> bool:
    try:
        numbers = tuple(int(part) for part in str(version).split(".")[:2])
    except ValueError:
        return False
    return numbers <= MAX_CARD_VERSION


def _inputs(card: Json) -> list[str]:
    found: list[str] = []
    ids: set[str] = set()
    for item in filter(is_input, walk(card)):
        key = str(item.get("id") or "")
        if not key:
            found.append(f"{item['type']} without id: its value is lost")
        elif key in ids:
            found.append(f"input id {key!r} twice")
        ids.add(key)
    return found


def _node(node: Json) -> list[str]:
    kind = str(node.get("type", ""))
    if kind.startswith("Action."):
        return _action(node, kind)
    if kind.startswith("Input."):
        return [] if kind in INPUTS else [f"unknown input {kind}"]
    if kind and kind[0].isupper() and "." not in kind and kind not in ELEMENTS:
        return [f"unknown element {kind}"]
    return []


def _action(action: Json, kind: str) -> list[str]:
    if kind not in ACTIONS:
        return [f"{kind} is not supported in Teams"]
    if kind == "Action.Submit" and action.get("data") is not None and not isinstance(action["data"], dict):
        return ["Action.Submit data must be an object"]
    if kind == "Action.OpenUrl" and not str(action.get("url", "")).startswith(SAFE_LINKS):
        return [f"Action.OpenUrl to {action.get('url')!r}"]
    return []


def _hard_to_use(card: Json) -> list[str]:
    """What Teams takes, but somebody is left alone with: on a phone, with a screen reader, with an empty answer."""
    found = [] if card.get("fallbackText") or card.get("speak") else ["no fallbackText: notifications say nothing"]
    for node in walk(card):
        kind = str(node.get("type", ""))
        found += [f"{kind} {_name(node)} {lack}" for lack in _lacks(node, kind)]
        found += [f"{a.get('type')} without title" for a in objects(node.get("actions")) if not a.get("title")]
    return found


def _lacks(node: Json, kind: str) -> list[str]:
    lacks = {
        "without wrap: cut off on phones": kind == "TextBlock" and node.get("wrap") is not True,
        "without altText": kind == "Image" and not node.get("altText"),
        "without verb": kind == "Action.Execute" and not node.get("verb"),
        "without label": is_input(node) and not node.get("label"),
        "is required but has no errorMessage": bool(node.get("isRequired")) and not node.get("errorMessage"),
    }
    return [lack for lack, lacking in lacks.items() if lacking]


def _name(node: Json) -> str:
    return repr(node.get("id") or node.get("title") or node.get("text"))
