"""Block Kit's objects, each built in one place, where its limits hold. Texts come in as the coach says them."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from adapters.slack import limits
from adapters.slack.text import cut, mrkdwn, pieces, plain

Block = dict[str, Any]

DIVIDER: Final[Block] = {"type": "divider"}


def words(text: str, most: int) -> Block:
    """A plain text of one line."""
    return {"type": "plain_text", "text": plain(text, most)}


def marked(text: str) -> Block:
    """A text that is in Slack's marks already."""
    return {"type": "mrkdwn", "text": text}


def header(text: str) -> Block:
    """A title."""
    return {"type": "header", "text": words(text, limits.HEADER)}


def section(text: str, accessory: Block | None = None) -> Block:
    """A paragraph in Slack's marks, at most one section long, with something to press beside it."""
    block: Block = {"type": "section", "text": marked(cut(text, limits.SECTION) or "…")}
    return block | {"accessory": accessory} if accessory else block


def columns(texts: Iterable[str]) -> Block:
    """Two short texts in Slack's marks, side by side where the screen is wide enough."""
    return {"type": "section", "fields": [marked(cut(text, limits.FIELD)) for text in texts]}


def prose(text: str) -> list[Block]:
    """A text of any length, as paragraphs."""
    return [section(piece) for piece in pieces(mrkdwn(text))] or [section("…")]


def context(text: str) -> Block:
    """A small grey line."""
    return {"type": "context", "elements": [marked(cut(mrkdwn(text), limits.SECTION) or "…")]}


def button(label: str, action: str, value: str, *, primary: bool = False, read: str = "") -> Block:
    """A button; `read` is what a screen reader says in place of the label."""
    element: Block = {"type": "button", "action_id": action, "text": words(label, limits.BUTTON)}
    if value:
        element["value"] = value
    if primary:
        element["style"] = "primary"
    if read:
        element["accessibility_label"] = plain(read, limits.BUTTON)
    return element


def option(label: str, value: str) -> Block:
    """A choice in a menu, a list or boxes; equal to another one made of the same words, as Slack wants it."""
    return {"text": words(label, limits.OPTION), "value": value}


def rows_of_buttons(elements: Sequence[Block], name: str) -> list[Block]:
    """Buttons under the block id `name`, in rows of the same length; further rows are `name:2`, `name:3`."""
    count = -(-len(elements) // limits.BUTTONS_IN_A_ROW)
    size = -(-len(elements) // count) if count else 1
    return [
        {
            "type": "actions",
            "block_id": name if not at else f"{name}:{at // size + 1}",
            "elements": elements[at:][:size],
        }
        for at in range(0, len(elements), size)
    ]
