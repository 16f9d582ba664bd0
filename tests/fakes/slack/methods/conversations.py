"""conversations.* and reactions.*: rooms, their members, and what was said in them."""

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.methods.asking import HISTORY, READ, Ask, method
from tests.fakes.slack.shapes import Channel, Message, SlackError

_KINDS = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}


def _channel_json(ask: Ask, c: Channel) -> Json:
    me = ask.bot.bot_user
    return {
        "id": c.id, "name": c.name, "name_normalized": c.name, "is_channel": c.kind == "channel",
        "is_group": c.kind == "group", "is_im": c.kind == "im", "is_mpim": c.kind == "mpim",
        "is_private": c.kind != "channel", "is_archived": c.archived, "is_general": c.name == "general",
        "is_member": me in c.members, "is_ext_shared": c.shared, "is_shared": c.shared, "is_org_shared": False,
        "num_members": len(c.members), "topic": {"value": ""}, "purpose": {"value": ""}, "created": 1_700_000_000,
        "context_team_id": c.team, **({"user": next(iter(c.members - {me}), "")} if c.kind == "im" else {}),
    }  # fmt: skip


@method("conversations.info", tier=3)
def conversations_info(ask: Ask) -> Json:
    return {"channel": _channel_json(ask, ask.readable(READ))}


@method("conversations.members", tier=4)
def conversations_members(ask: Ask) -> Json:
    part, meta = ask.page(sorted(ask.readable(READ).members), 100, 1000)
    return {"members": part, **meta}


def _listing(ask: Ask, member: str | None) -> Json:
    ask.need_team()
    asked = (ask.args.get("types") or "public_channel").split(",")
    kinds = [_KINDS[one] for one in asked if one in _KINDS]
    for kind in kinds:
        ask.need(READ[kind])
    every = [
        c
        for c in ask.workspace.channels.values()
        if c.kind in kinds
        and (c.kind == "channel" or ask.bot.bot_user in c.members)
        and (member is None or member in c.members)
        and not (ask.flag("exclude_archived") and c.archived)
    ]
    part, meta = ask.page(every, 100, 1000)
    return {"channels": [_channel_json(ask, c) for c in part], **meta}


@method("conversations.list", tier=2)
def conversations_list(ask: Ask) -> Json:
    return _listing(ask, None)


@method("users.conversations", tier=3)
def users_conversations(ask: Ask) -> Json:
    return _listing(ask, str(ask.args.get("user") or ask.bot.bot_user))


# ---- what was said ---------------------------------------------------------------


def _seen(ask: Ask, channel: Channel) -> list[Message]:
    low, high = float(ask.args.get("oldest") or 0), float(ask.args.get("latest") or 9_999_999_999)
    said = (m for m in ask.slack.history.get(channel.id, []) if not (m.deleted or m.ephemeral_to))
    return [m for m in said if low <= float(m.ts) <= high]


def _told(ask: Ask, messages: list[Message], default: int, cap: int) -> Json:
    part, meta = ask.page(messages, default, cap)
    found = [ask.slack.public(m) for m in part]
    if not ask.flag("include_all_metadata"):  # docs: conversations.history
        for message in found:
            message.pop("metadata", None)
    return {"messages": found, "has_more": bool(meta["response_metadata"]["next_cursor"]), **meta}


@method("conversations.history", tier=3)
def conversations_history(ask: Ask) -> Json:
    channel = ask.readable(HISTORY)
    if ask.bot.bot_user not in channel.members:
        raise SlackError("not_in_channel")
    roots = [m for m in _seen(ask, channel) if not m.thread_ts or m.thread_ts == m.ts or m.broadcast]
    return _told(ask, roots[::-1], 100, 999)


@method("conversations.replies", tier=3)
def conversations_replies(ask: Ask) -> Json:
    channel = ask.readable(HISTORY)
    message = ask.slack.find_message(channel.id, str(ask.args["ts"]))
    if message is None or message.ephemeral_to:
        raise SlackError("thread_not_found")
    root = message.thread_ts or message.ts
    return _told(ask, [m for m in _seen(ask, channel) if root in (m.ts, m.thread_ts)], 1000, 1000)


@method("reactions.add", "reactions:write", tier=3)
def reactions_add(ask: Ask) -> Json:
    channel, name, me = ask.readable(READ), ask.args["name"], ask.bot.bot_user
    message = ask.slack.find_message(channel.id, str(ask.args["timestamp"]))
    if message is None or message.ephemeral_to:
        raise SlackError("message_not_found")
    if me in message.reactions.get(name, set()):
        raise SlackError("already_reacted")
    message.reactions.setdefault(name, set()).add(me)
    return {}


# ---- opening and joining -----------------------------------------------------------


@method("conversations.open", tier=3)
def conversations_open(ask: Ask) -> Json:
    if ask.args.get("channel"):
        channel = ask.slack.find_channel(ask.team, str(ask.args["channel"]))
        if channel is None:
            raise SlackError("channel_not_found")
        return {"channel": {"id": channel.id}}
    users = ask.args["users"]
    ids = users if isinstance(users, list) else str(users).split(",")
    if len(ids) > 8:
        raise SlackError("too_many_users")
    people = [ask.person(user) for user in ids]
    ask.need("im:write" if len(ids) == 1 else "mpim:write")
    if len(ids) > 1:
        return {"channel": {"id": _group(ask, {*ids, ask.bot.bot_user}).id}}
    if people[0].deleted:
        raise SlackError("user_disabled")
    return {"channel": {"id": ask.slack.dm(people[0]).id}}


def _group(ask: Ask, members: set[str]) -> Channel:
    rooms = ask.workspace.channels
    room = next((c for c in rooms.values() if c.kind == "mpim" and c.members == members), None)
    if room is None:
        room = Channel(ask.slack.new_id("G"), "mpdm", "mpim", members, team=ask.team)
        rooms[room.id] = room
    return room


@method("conversations.join", "channels:join", tier=3)
def conversations_join(ask: Ask) -> Json:
    channel = ask.slack.find_channel(ask.team, str(ask.args["channel"]))
    if channel is None:
        raise SlackError("channel_not_found")
    if channel.kind != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.archived:
        raise SlackError("is_archived")
    if ask.bot.bot_user in channel.members:
        return {"channel": _channel_json(ask, channel), "warning": "already_in_channel"}
    channel.members.add(ask.bot.bot_user)
    ask.slack.spawn(ask.slack.arrive(ask.person(ask.bot.bot_user), channel))
    return {"channel": _channel_json(ask, channel)}
