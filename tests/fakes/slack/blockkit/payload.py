"""One Web API call: are its arguments what the method takes?"""

import json

from tests.fakes.slack.blockkit.limits import SCHEDULE_MAX_SECONDS, SUGGESTED_PROMPTS_MAX
from tests.fakes.slack.blockkit.messages import message_rules
from tests.fakes.slack.blockkit.methods import ARGUMENTS, MESSAGES, METHODS, NAMES_A_REACTION, POSTING
from tests.fakes.slack.blockkit.schema import Json, Obj, Report, collect, list_of, text_of
from tests.fakes.slack.blockkit.surfaces import block_list
from tests.fakes.slack.blockkit.views import view_rules

_JSON_ARGUMENTS = {
    "attachments", "blocks", "chunks", "file_ids", "files", "loading_messages", "message", "metadata", "prompts",
    "unfurled_attachments", "view",
}  # fmt: skip
_FLAGS = ("reply_broadcast", "unfurl_links", "unfurl_media", "mrkdwn")
_VIEW_KINDS = {"views.open": "modal", "views.push": "modal", "views.publish": "home", "views.update": None}
_PROMPTS = list_of(Obj({"title": text_of(1), "message": text_of(1)}), 1, SUGGESTED_PROMPTS_MAX)
_FILES = list_of(Obj({"id": text_of(1)}, {"title": text_of(), "highlight_type": text_of()}), 1)


def decode(payload: Json) -> tuple[Json, list[str]]:
    """Form-encoded calls carry JSON in strings: give back real objects, and the arguments that are no JSON."""
    out, bad = dict(payload), []
    for name in sorted(_JSON_ARGUMENTS & out.keys()):
        if isinstance(out[name], str) and not (name == "message" and not out[name].startswith("{")):
            try:
                out[name] = json.loads(out[name])
            except ValueError:
                bad.append(name)
    return out, bad


def payload_rules(method: str, payload: Json, now: float | None, report: Report) -> None:
    """`now`: Slack's clock in Unix seconds, for what is scheduled; None: do not compare with the clock."""
    payload, bad_json = decode({k: v for k, v in payload.items() if k != "token" and v is not None})
    for name in bad_json:
        report(f"/{name}", "is not valid JSON")
        payload.pop(name)
    for name in _FLAGS:
        if isinstance(payload.get(name), str):
            payload[name] = payload[name].lower() in ("1", "true")
    if method == "response_url":
        _response_rules(payload, report)
    elif method not in METHODS:
        report("", f"unknown_method: {method}")
    else:
        _argument_rules(method, payload, report)
        _content_rules(method, payload, now, report)


def _response_rules(payload: Json, report: Report) -> None:
    for name in sorted(payload.keys() - {*POSTING, "response_type", "replace_original", "delete_original"}):
        report(f"/{name}", "unknown argument")
    if payload.get("response_type") not in (None, "ephemeral", "in_channel"):
        report("/response_type", "must be one of ephemeral, in_channel")
    message_rules(payload, report, needs_content=not payload.get("delete_original"))


def _argument_rules(method: str, payload: Json, report: Report) -> None:
    required, optional = METHODS[method]
    for name in sorted(required - payload.keys()):
        report(f"/{name}", "missing required argument")
    for name in sorted(payload.keys() - required - optional - {"team_id"}):  # Bolt sends team_id with every call
        report(f"/{name}", "unknown argument")
    for name in payload.keys() & ARGUMENTS.keys():
        if name != "name" or method in NAMES_A_REACTION:
            ARGUMENTS[name](payload[name], f"/{name}", report)
    if "limit" in payload:
        _limit(payload["limit"], report)


def _limit(value: object, report: Report) -> None:
    try:
        if not 1 <= int(str(value)) <= 1000:
            report("/limit", "must be between 1 and 1000")
    except ValueError:
        report("/limit", "must be an integer")


def _content_rules(method: str, payload: Json, now: float | None, report: Report) -> None:
    if method in MESSAGES:
        message_rules(payload, report, needs_content=not (method == "chat.update" and payload.get("file_ids")))
    elif method in ("chat.stopStream", "files.completeUploadExternal") and payload.get("blocks") is not None:
        block_list(payload["blocks"], "message", "/blocks", report)
    elif method in _VIEW_KINDS:
        _view_call(method, payload, report)
    elif method == "blocks.validate":
        _validation(payload, report)
    elif method == "conversations.open" and not (payload.get("channel") or payload.get("users")):
        report("/users", "give channel or users")
    if method == "chat.scheduleMessage":
        _schedule(payload, now, report)
    if method == "assistant.threads.setSuggestedPrompts" and "prompts" in payload:
        _PROMPTS(payload["prompts"], "/prompts", report)
    if method == "files.completeUploadExternal" and "files" in payload:
        _FILES(payload["files"], "/files", report)


def _view_call(method: str, payload: Json, report: Report) -> None:
    if "view" in payload:
        view_rules(payload["view"], _VIEW_KINDS[method], "/view", report)
    opens = method in ("views.open", "views.push")
    if opens and not (payload.get("trigger_id") or payload.get("interactivity_pointer")):
        report("/trigger_id", "give trigger_id or interactivity_pointer")
    if method == "views.update" and not (payload.get("view_id") or payload.get("external_id")):
        report("/view_id", "give view_id or external_id")


def _validation(payload: Json, report: Report) -> None:
    if sum(name in payload for name in ("blocks", "message", "view")) != 1:
        report("", "give exactly one of blocks, message, view")
    if "blocks" in payload:
        block_list(payload["blocks"], "message", "", report)
    if "view" in payload:
        view_rules(payload["view"], None, "", report)
    if isinstance(payload.get("message"), dict):
        message_rules(payload["message"], report)


def _schedule(payload: Json, now: float | None, report: Report) -> None:
    try:
        post_at = int(payload["post_at"])
    except (KeyError, TypeError, ValueError):
        report("/post_at", "invalid_time: must be a Unix time in whole seconds")
        return
    if now is not None and post_at <= now:
        report("/post_at", "time_in_past")
    elif now is not None and post_at - now > SCHEDULE_MAX_SECONDS:
        report("/post_at", "time_too_far: more than 120 days ahead")
    if payload.get("metadata") is not None:  # docs: chat.scheduleMessage, "Bug alert"
        report("/metadata", "a scheduled message with metadata is never posted")


def check_payload(method: str, payload: Json, now: float | None = None) -> list[str]:
    """Violations of one Web API call; `payload` holds its arguments, the token left out.

    The method "response_url" checks a message sent to a response_url.
    """
    return collect(lambda report: payload_rules(method, payload, now, report))
