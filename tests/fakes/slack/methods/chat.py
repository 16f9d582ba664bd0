"""chat.*: post, update, delete, schedule."""

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.elements import with_ids
from tests.fakes.slack.methods.asking import READ, Ask, method
from tests.fakes.slack.methods.files import check_slack_files
from tests.fakes.slack.shapes import Channel, Message, SlackError

_WRITE = "chat:write"


def _check_thread(ask: Ask, channel: Channel) -> None:
    ts = ask.args.get("thread_ts")
    parent = ask.slack.find_message(channel.id, str(ts))
    if ts and parent is None:
        ask.object_to(f"thread_ts names no message of this channel: {ts}", "thread_ts")
    elif parent and parent.thread_ts and parent.thread_ts != parent.ts:
        ask.object_to(f"thread_ts is a reply, not its parent: {ts}", "thread_ts")


@method("chat.postMessage", _WRITE)
def chat_post_message(ask: Ask) -> Json:
    channel = ask.target()
    _check_thread(ask, channel)
    if {"username", "icon_emoji", "icon_url"} & ask.args.keys() and "chat:write.customize" not in ask.bot.scopes:
        ask.object_to("own name or icon needs the scope chat:write.customize", "username")
    check_slack_files(ask, ask.args.get("blocks"))
    message = ask.slack.keep(ask.slack.from_bot(ask.bot, channel, ask.args))
    bot = ask.slack.somebody(ask.bot.bot_user)
    ask.slack.spawn(ask.slack.announce(message, channel, bot, wait=False))  # a bot hears its own messages
    return {"channel": channel.id, "ts": message.ts, "message": ask.slack.public(message)}


@method("chat.postEphemeral", _WRITE, tier=4)
def chat_post_ephemeral(ask: Ask) -> Json:
    channel, reader = ask.target(), str(ask.args["user"])
    if reader not in channel.members:
        raise SlackError("user_not_in_channel")
    _check_thread(ask, channel)
    message = ask.slack.from_bot(ask.bot, channel, ask.args)
    message.ephemeral_to = reader
    started = _thread_started(ask, channel)
    # docs: needs an active thread and an active user
    message.visible = started and ask.slack.somebody(reader).active
    if not started:
        ask.call.lint.append(
            "ephemeral in a thread that has no reply yet: nobody gets to see it [json-pointer:/thread_ts]"
        )
    ask.slack.keep(message)
    return {"message_ts": message.ts}


def _thread_started(ask: Ask, channel: Channel) -> bool:
    thread = ask.args.get("thread_ts")
    said = (m for m in ask.slack.history.get(channel.id, []) if not (m.deleted or m.ephemeral_to))
    return not thread or any(m.thread_ts == thread != m.ts for m in said)


def own_message(ask: Ask, channel: Channel, refusal: str) -> Message:
    """The bot's own message; an ephemeral one cannot be found by its ts."""
    message = ask.slack.find_message(channel.id, str(ask.args["ts"]))
    if message is None or message.ephemeral_to:
        raise SlackError("message_not_found")
    if message.user != ask.bot.bot_user:
        raise SlackError(refusal)
    return message


@method("chat.update", _WRITE, tier=3)
def chat_update(ask: Ask) -> Json:
    channel, args = ask.target(), ask.args
    message = own_message(ask, channel, "cant_update_message")
    previous = ask.slack.public(message)
    if "text" in args or "markdown_text" in args:
        message.text = args.get("text") or args.get("markdown_text") or ""
        message.blocks = None  # docs: text without blocks drops the old blocks
    if "blocks" in args:
        message.blocks = with_ids(args["blocks"], ask.slack.short_id)
    if "metadata" in args:
        message.metadata = args["metadata"] or None
    message.edited = {"user": ask.bot.bot_user, "ts": ask.slack.new_ts()}
    ask.slack.spawn(ask.slack.announce_change(message, previous))
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": ask.slack.public(message)}


@method("chat.delete", _WRITE, tier=3)
def chat_delete(ask: Ask) -> Json:
    channel = ask.target()
    own_message(ask, channel, "cant_delete_message").deleted = True
    return {"channel": channel.id, "ts": ask.args["ts"]}


@method("chat.getPermalink")
def chat_get_permalink(ask: Ask) -> Json:
    channel = ask.readable(READ)
    if ask.slack.find_message(channel.id, str(ask.args["message_ts"])) is None:
        raise SlackError("message_not_found")
    stamp = str(ask.args["message_ts"]).replace(".", "")
    link = f"https://{ask.workspace.domain}.slack.com/archives/{channel.id}/p{stamp}"
    return {"channel": channel.id, "permalink": link}


# ---- scheduled -----------------------------------------------------------------


@method("chat.scheduleMessage", _WRITE, tier=3)
def chat_schedule_message(ask: Ask) -> Json:
    channel, post_at = ask.target(), int(ask.args["post_at"])
    here = (job for job in ask.slack.scheduled.values() if job["channel"].id == channel.id)
    if sum(abs(job["post_at"] - post_at) < 300 for job in here) >= 30:  # docs: 30 per 5 minutes and channel
        raise SlackError("restricted_too_many")
    key = ask.slack.new_id("Q")
    ask.slack.scheduled[key] = {"channel": channel, "args": ask.args, "post_at": post_at, "installation": ask.bot}
    message = {"type": "delayed_message", "text": ask.args.get("text", ""), "bot_id": ask.bot.bot_id}
    return {"channel": channel.id, "scheduled_message_id": key, "post_at": post_at, "message": message}


@method("chat.deleteScheduledMessage", _WRITE)
def chat_delete_scheduled_message(ask: Ask) -> Json:
    if ask.slack.scheduled.pop(str(ask.args["scheduled_message_id"]), None) is None:
        raise SlackError("invalid_scheduled_message_id")
    return {}


@method("chat.scheduledMessages.list")
def chat_scheduled_messages_list(ask: Ask) -> Json:
    waiting = [
        {"id": key, "channel_id": job["channel"].id, "post_at": job["post_at"], "date_created": 0,
         "text": job["args"].get("text", "")}
        for key, job in ask.slack.scheduled.items()
    ]  # fmt: skip
    return {"scheduled_messages": waiting, "response_metadata": {"next_cursor": ""}}
