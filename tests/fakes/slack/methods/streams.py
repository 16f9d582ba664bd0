"""chat.*Stream: a message that is written while people read it."""

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.elements import with_ids
from tests.fakes.slack.methods.asking import Ask, method
from tests.fakes.slack.methods.chat import own_message
from tests.fakes.slack.shapes import Message, SlackError


@method("chat.startStream", "chat:write", tier=2)
def chat_start_stream(ask: Ask) -> Json:
    channel = ask.target()
    if channel.kind != "im" and not ask.args.get("recipient_user_id"):
        raise SlackError("missing_recipient_user_id")
    message = ask.slack.keep(ask.slack.from_bot(ask.bot, channel, ask.args))
    message.streaming = True
    return {"channel": channel.id, "ts": message.ts}


def _streaming(ask: Ask) -> Message:
    message = own_message(ask, ask.target(), "message_not_owned_by_app")
    if not message.streaming:
        raise SlackError("message_not_in_streaming_state")
    message.text += ask.args.get("markdown_text") or ""
    return message


@method("chat.appendStream", "chat:write", tier=4)
def chat_append_stream(ask: Ask) -> Json:
    return {"channel": ask.args["channel"], "ts": _streaming(ask).ts}


@method("chat.stopStream", "chat:write", tier=2)
def chat_stop_stream(ask: Ask) -> Json:
    message = _streaming(ask)
    message.streaming, message.metadata = False, ask.args.get("metadata")
    message.blocks = with_ids(ask.args.get("blocks"), ask.slack.short_id)
    return {"channel": ask.args["channel"], "ts": message.ts, "message": ask.slack.public(message)}
