"""Lint: what Slack accepts and users suffer from."""

import re
from typing import Any

from tests.fakes.slack.blockkit.limits import TEXT_ADVISED_MAX
from tests.fakes.slack.blockkit.methods import MESSAGES
from tests.fakes.slack.blockkit.payload import decode
from tests.fakes.slack.blockkit.schema import Json, Report, collect, items, objects, walk

_MARKDOWN_IN_MRKDWN = re.compile(
    r"(?<![*\w])\*\*[^*\n]+\*\*(?!\*)|\[[^\]\n]+\]\(https?://[^)\s]+\)|^#{1,6} ", re.MULTILINE
)
_BROADCAST = re.compile(r"<!(?:channel|here|everyone)(?:\|[^>]*)?>|(?<!\w)@(?:channel|here|everyone)\b")
_RAW_ANGLE = re.compile(r"<(?![@#!]|https?:|mailto:|tel:|slack:)[^>\n]*>")
_LABEL_SHOWN = 30  # characters of a button label that a phone shows


def lint_payload(method: str, payload: Json) -> list[str]:
    """What a careful reviewer would send back although Slack takes it."""
    return collect(lambda report: _lint(method, decode(payload)[0], report))


def _lint(method: str, payload: Json, report: Report) -> None:
    blocks, view = items(payload.get("blocks")), payload.get("view")
    view = view if isinstance(view, dict) else {}
    if method in MESSAGES | {"response_url"}:
        _fallback_text(payload, blocks, report)
    for pointer, root in (
        ("/text", {"type": "mrkdwn", "text": payload.get("text")}),
        ("/blocks", blocks),
        ("/view", view),
    ):
        for node in walk(root):
            _words(node, pointer, report)
    for block in [*objects(blocks), *objects(view.get("blocks"))]:
        _button_row(block, report)
        for element in walk(block):
            if element.get("type") == "button":
                _button(element, report)


def _fallback_text(payload: Json, blocks: list[Any], report: Report) -> None:
    text = payload.get("text") or ""
    if blocks and not text and not payload.get("delete_original"):
        report("/text", "blocks without text: notifications and screen readers have nothing to read")
    if isinstance(text, str) and len(text) > TEXT_ADVISED_MAX:
        report("/text", f"text is longer than the advised {TEXT_ADVISED_MAX} characters")


def _words(node: Json, pointer: str, report: Report) -> None:
    words = node.get("text")
    if not isinstance(words, str):
        return
    if node.get("type") == "mrkdwn" and _MARKDOWN_IN_MRKDWN.search(words):
        report(pointer, f"Markdown inside mrkdwn shows raw marks: {words[:60]!r}")
    if node.get("type") == "mrkdwn" and _RAW_ANGLE.search(words):
        report(pointer, f"unescaped < > in mrkdwn: {words[:60]!r}")
    if node.get("type") != "plain_text" and _BROADCAST.search(words):
        report(pointer, f"pings a whole channel: {words[:60]!r}")


def _button_row(block: Json, report: Report) -> None:
    elements = objects(block.get("elements"))
    if block.get("type") == "actions" and sum(one.get("style") == "primary" for one in elements) > 1:
        report("/blocks", "more than one primary button in a set")
    if block.get("type") == "actions" and sum(one.get("type") == "button" for one in elements) > 5:
        report("/blocks", "more than 5 buttons in one row")


def _button(button: Json, report: Report) -> None:
    text = button.get("text")
    label = text.get("text") if isinstance(text, dict) else ""
    if isinstance(label, str) and len(label) > _LABEL_SHOWN:
        report("/blocks", f"button label may be cut after about {_LABEL_SHOWN} characters: {label!r}")
    if not button.get("action_id"):
        report("/blocks", f"button without action_id: {label!r}")
    if button.get("style") == "danger" and not button.get("confirm"):
        report("/blocks", "danger button without a confirm dialog")
