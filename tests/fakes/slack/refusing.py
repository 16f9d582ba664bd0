"""From what the checker found to the error that Slack would answer."""

from tests.fakes.slack.shapes import Call, SlackError

_OWN_WORDS = ("no_text", "markdown_text_conflict", "time_in_past", "time_too_far", "invalid_time")
_ARGUMENT_FAULTS = ("missing", "must", "give", "is not valid JSON")


def refuse(call: Call, strict_unknown_arguments: bool) -> None:
    """Raises SlackError; Slack itself overlooks unknown arguments."""
    serious = [v for v in call.violations if strict_unknown_arguments or not v.startswith("unknown argument")]
    if not serious:
        return
    _refuse_whole(" ".join(serious))
    if call.method == "blocks.validate":
        _refuse_validation(call, serious)
    messages = {"messages": [f"[ERROR] {line}" for line in serious]}
    if any("[json-pointer:/view" in line for line in serious):
        raise SlackError("invalid_arguments", response_metadata=messages)
    if any("[json-pointer:/blocks" in line for line in serious):
        raise SlackError("invalid_blocks", errors=serious, response_metadata=messages)
    if call.method != "chat.scheduleMessage" and any("[json-pointer:/metadata" in line for line in serious):
        raise SlackError("invalid_metadata_format")
    if any(line.startswith(_ARGUMENT_FAULTS) for line in serious):
        raise SlackError("invalid_arguments", response_metadata=messages)


def _refuse_whole(text: str) -> None:
    for word in _OWN_WORDS:
        if word in text:
            raise SlackError(word)
    if "blocks are too long" in text:
        raise SlackError("msg_blocks_too_long")
    if "view is larger" in text:
        raise SlackError("view_too_large")


def _refuse_validation(call: Call, serious: list[str]) -> None:
    word = next((f"invalid_{name}" for name in ("view", "message") if name in call.args), "invalid_blocks")
    errors = [
        {"pointer": line[line.rindex(":") + 1 : -1], "code": "failed_constraint", "message": line[: line.rindex(" [")]}
        for line in serious
    ]
    raise SlackError(word, errors=errors)
