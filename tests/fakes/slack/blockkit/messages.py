"""A message as a whole: text, blocks, attachments, metadata."""

import json
from typing import Any

from tests.fakes.slack.blockkit.limits import ATTACHMENTS_MAX, MARKDOWN_MAX, METADATA_BYTES_MAX, TEXT_HARD_MAX
from tests.fakes.slack.blockkit.schema import Json, Obj, Report, anything, list_of, text_of
from tests.fakes.slack.blockkit.surfaces import block_list

_METADATA = Obj({"event_type": text_of(1, 255, r"^[A-Za-z0-9_.-]+$"), "event_payload": anything})


def message_rules(payload: Json, report: Report, needs_content: bool = True) -> None:
    """`needs_content`: whether an empty message is refused (no_text)."""
    _texts(payload, report)
    if payload.get("blocks") is not None:
        block_list(payload["blocks"], "message", "/blocks", report)
    if payload.get("attachments") is not None:
        _attachments(payload["attachments"], report)
    if payload.get("metadata") is not None:
        metadata_rules(payload["metadata"], "/metadata", report)
    content = (payload.get(name) for name in ("text", "markdown_text", "blocks", "attachments"))
    if needs_content and not any(content):
        report("", "no_text: give text, markdown_text, blocks or attachments")
    if payload.get("reply_broadcast") and not payload.get("thread_ts"):
        report("/reply_broadcast", "needs thread_ts")


def _texts(payload: Json, report: Report) -> None:
    text, markdown = payload.get("text"), payload.get("markdown_text")
    if text is not None:
        text_of(0, TEXT_HARD_MAX)(text, "/text", report)
    if markdown is not None:
        text_of(1, MARKDOWN_MAX)(markdown, "/markdown_text", report)
        if text is not None or payload.get("blocks") is not None:
            report("/markdown_text", "markdown_text_conflict: not together with text or blocks")


def _attachment(value: Any, at: str, report: Report) -> None:
    if not isinstance(value, dict):
        report(at, "must be an object")
    elif value.get("blocks") is not None:
        block_list(value["blocks"], "message", f"{at}/blocks", report)


def _attachments(attachments: Any, report: Report) -> None:
    list_of(_attachment, 0, ATTACHMENTS_MAX)(attachments, "/attachments", report)


def metadata_rules(metadata: Any, at: str, report: Report) -> None:
    """Message metadata: an event type and a payload; Work Objects follow another schema."""
    if isinstance(metadata, dict) and "entities" in metadata:
        return
    _METADATA(metadata, at, report)
    if not isinstance(metadata, dict):
        return
    payload = metadata.get("event_payload")
    if payload is not None and not isinstance(payload, dict):
        report(f"{at}/event_payload", "must be an object")
    if len(json.dumps(metadata).encode()) > METADATA_BYTES_MAX:
        report(at, f"metadata is larger than {METADATA_BYTES_MAX} bytes")
