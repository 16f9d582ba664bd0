"""Modals, home tabs, and what an app may answer when a modal is submitted."""

import json
from typing import Any

from tests.fakes.slack.blockkit.composition import plain
from tests.fakes.slack.blockkit.limits import PRIVATE_METADATA_MAX, VIEW_BYTES_MAX
from tests.fakes.slack.blockkit.schema import Check, Json, Obj, Report, anything, boolean, objects, one_of, text_of
from tests.fakes.slack.blockkit.surfaces import block_list

_SHARED: dict[str, Check] = {
    "private_metadata": text_of(0, PRIVATE_METADATA_MAX),
    "callback_id": text_of(0, 255),
    "external_id": text_of(0, 255),
}
_MODAL = Obj(
    {"type": one_of("modal"), "title": plain(24), "blocks": anything},
    {
        "close": plain(24),
        "submit": plain(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
        **_SHARED,
    },
)
_HOME = Obj({"type": one_of("home"), "blocks": anything}, _SHARED)


def view_rules(view: Any, kind: str | None, at: str, report: Report) -> None:
    """`kind`: modal, home, or None where either will do."""
    if not isinstance(view, dict):
        report(at, "must be an object")
        return
    actual = view.get("type")
    if actual not in ("modal", "home") or (kind and actual != kind):
        report(f"{at}/type", f"must be {kind or 'modal or home'}")
        return
    (_MODAL if actual == "modal" else _HOME)(view, at, report)
    block_list(view.get("blocks"), actual, f"{at}/blocks", report)
    asks = any(block.get("type") == "input" for block in objects(view.get("blocks")))
    if actual == "modal" and asks and not view.get("submit"):
        report(at, "submit is required when the view has an input block")
    if len(json.dumps(view).encode()) > VIEW_BYTES_MAX:
        report(at, f"view is larger than {VIEW_BYTES_MAX} bytes")


def submission_rules(body: Any, view: Json, report: Report) -> None:
    """`body`: the JSON that answers the view_submission of `view`."""
    if body in (None, "", {}):
        return
    if not isinstance(body, dict):
        report("", "must be an object or empty")
        return
    action = body.get("response_action")
    if action not in ("errors", "update", "push", "clear"):
        report("/response_action", "must be one of errors, update, push, clear")
    if action == "errors":
        _field_errors(body.get("errors"), view, report)
    elif action in ("update", "push"):
        view_rules(body.get("view"), "modal", "/view", report)


def _field_errors(errors: Any, view: Json, report: Report) -> None:
    inputs = {block.get("block_id") for block in objects(view.get("blocks")) if block.get("type") == "input"}
    if not isinstance(errors, dict) or not errors:
        report("/errors", "must be a non-empty object")
        return
    for block_id, words in errors.items():
        if block_id not in inputs:
            report(f"/errors/{block_id}", "is no block_id of an input block in this view")
        text_of(1, 3000)(words, f"/errors/{block_id}", report)
