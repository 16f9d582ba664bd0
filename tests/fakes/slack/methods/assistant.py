"""assistant.threads.*: status, title and suggested prompts of an agent's thread."""

from typing import Any

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.methods.asking import Ask, method
from tests.fakes.slack.shapes import SlackError


def _note(ask: Ask, **note: Any) -> Json:
    channel = ask.slack.find_channel(ask.team, str(ask.args["channel_id"]))
    if channel is None or ask.bot.bot_user not in channel.members:
        raise SlackError("channel_not_found")
    ask.slack.threads.setdefault((channel.id, str(ask.args.get("thread_ts", ""))), {}).update(note)
    return {}


@method("assistant.threads.setStatus", "chat:write")
def set_status(ask: Ask) -> Json:
    if len(ask.args.get("loading_messages") or []) > 10:
        ask.object_to("no more than 10 items allowed", "loading_messages")
    return _note(ask, status=ask.args["status"])


@method("assistant.threads.setTitle", "assistant:write")
def set_title(ask: Ask) -> Json:
    return _note(ask, title=ask.args["title"])


@method("assistant.threads.setSuggestedPrompts", "assistant:write")
def set_suggested_prompts(ask: Ask) -> Json:
    if ask.slack.agent_view and ask.args.get("thread_ts"):  # docs: with agent_view it fails silently
        ask.object_to("thread_ts makes this call do nothing in an agent_view app", "thread_ts")
        return {}
    return _note(ask, prompts=ask.args["prompts"])
