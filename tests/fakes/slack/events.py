"""The Events API: which event goes to which bot, its envelope, and Slack's three retries."""

import asyncio
import copy
import uuid
from typing import Any

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.outbound import Outbound
from tests.fakes.slack.shapes import Attempt, Channel, Delivery, Installation, Message, User

RETRY_PAUSES = (0.0, 60.0, 300.0)  # seconds; docs: Events API retries
_RETRY_REASONS = {"timeout": "http_timeout", "connection": "connection_failed", "status": "http_error"}
_NEEDS = {
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "app_mention": "app_mentions:read",
    "reaction_added": "reactions:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
}
_SHOWN = ("subtype", "thread_ts", "bot_id", "app_id", "blocks", "attachments", "metadata", "edited", "files",
          "client_msg_id")  # fmt: skip


class Events(Outbound):
    """What happens becomes events, for every bot that subscribed, has the scope and is in the room."""

    # ---- the message object ------------------------------------------------------

    def public(self, m: Message) -> Json:
        """The message object inside events and history."""
        user = self.find_user(self.team, m.user)
        out: Json = {
            "type": "message", "user": m.user, "text": m.text, "ts": m.ts, "team": user.team if user else self.team,
        }  # fmt: skip
        out |= {name: copy.deepcopy(getattr(m, name)) for name in _SHOWN if getattr(m, name)}
        if m.bot_id and user:
            profile = {"id": m.bot_id, "deleted": False, "name": user.real_name, "team_id": user.team}
            out["bot_profile"] = profile | {"app_id": m.app_id or "A0OTHER"}
        if m.reactions:
            out["reactions"] = [{"name": k, "users": sorted(v), "count": len(v)} for k, v in m.reactions.items()]
        return out | self._thread_facts(m)

    def _thread_facts(self, m: Message) -> Json:
        said = self.history.get(m.channel, [])
        replies = [r for r in said if r.thread_ts == m.ts != r.ts and not (r.deleted or r.ephemeral_to)]
        if not replies:
            return {}
        return {
            "thread_ts": m.ts,
            "reply_count": len(replies),
            "reply_users": sorted({r.user for r in replies}),
            "latest_reply": replies[-1].ts,
        }

    # ---- what happened ----------------------------------------------------------

    async def announce(self, message: Message, channel: Channel, author: User, wait: bool) -> None:
        """Tell the bots of a new message; one that is mentioned hears of it twice."""
        event = self.public(message) | {
            "channel": channel.id, "event_ts": message.ts, "channel_type": channel.kind,
        }  # fmt: skip
        for quiet_field in ("reply_count", "reply_users", "latest_reply"):
            event.pop(quiet_field, None)
        parent = self.find_message(channel.id, message.thread_ts) if message.thread_ts else None
        if parent:
            event["parent_user_id"] = parent.user
        if channel.shared:  # Slack Connect: who speaks, from which workspace
            event |= {"user_team": author.team, "source_team": author.team}
        jobs = [self.to_bots(channel, channel.event_name, event)]
        mention = {k: v for k, v in event.items() if k != "channel_type"} | {"type": "app_mention"}
        for installation in self._mentioned(message, channel):
            jobs.append(self.to_bots(channel, "app_mention", mention, only=installation))
        if wait:
            await asyncio.gather(*jobs)
        else:
            for job in jobs:
                self.spawn(job)

    def _mentioned(self, message: Message, channel: Channel) -> list[Installation]:
        return [
            i
            for i in self._bots_in(channel)
            if f"<@{i.bot_user}>" in message.text and channel.kind != "im" and message.user != i.bot_user
        ]

    async def announce_change(self, message: Message, previous: Json) -> Delivery | None:
        """An edit, or a link preview that Slack added."""
        channel = self.room_of(message)
        event = {
            "type": "message", "subtype": "message_changed", "hidden": True, "message": self.public(message),
            "previous_message": previous, "channel": channel.id, "ts": self.new_ts(), "channel_type": channel.kind,
        }  # fmt: skip
        done = await self.to_bots(channel, channel.event_name, event)
        return done[0] if done else None

    async def announce_deletion(self, message: Message) -> list[Delivery]:
        channel = self.room_of(message)
        event = {
            "type": "message", "subtype": "message_deleted", "hidden": True, "deleted_ts": message.ts,
            "previous_message": self.public(message), "channel": channel.id, "ts": self.new_ts(),
            "channel_type": channel.kind,
        }  # fmt: skip
        return await self.to_bots(channel, channel.event_name, event)

    async def arrive(self, user: User, channel: Channel, inviter: User | None = None) -> list[Delivery]:
        """Somebody enters a channel: an event, and the line that everybody sees."""
        channel.members.add(user.id)
        words = f"<@{user.id}> has joined the channel"
        note = self.keep(Message(self.new_ts(), channel.id, user.id, words, subtype="channel_join"))
        kind = "G" if channel.kind == "group" else "C"
        event = {"type": "member_joined_channel", "user": user.id, "channel": channel.id, "team": user.team}
        event |= {"channel_type": kind, **({"inviter": inviter.id} if inviter else {})}
        line = self.public(note) | {"channel": channel.id, "channel_type": channel.kind}
        done = await self.to_bots(channel, "member_joined_channel", event)
        return done + await self.to_bots(channel, channel.event_name, line)

    # ---- to whom ------------------------------------------------------------------

    def _bots_in(self, channel: Channel) -> list[Installation]:
        present = (i for i in self.installations.values() if i.bot_user in channel.members)
        return [i for i in present if not (i.uninstalled or i.revoked or i.superseded)]

    async def to_bots(
        self, channel: Channel, name: str, event: Json, only: Installation | None = None
    ) -> list[Delivery]:
        """Send `event` to the bots of the channel that get events of this name."""
        targets = [only] if only else self._bots_in(channel)
        jobs = (self.emit(i, event, i.team or channel.team, channel.shared) for i in targets if self._gets(i, name))
        return list(await asyncio.gather(*jobs)) if self.somebody_listens else []

    def _gets(self, installation: Installation, name: str) -> bool:
        need = _NEEDS.get(name)
        return name in self.events and (not need or need in installation.scopes)

    def _event_payload(self, installation: Installation, event: Json, where: str, shared: bool) -> Json:
        enterprise = self.workspaces[where].enterprise if where else installation.enterprise
        authorization = {
            "enterprise_id": enterprise, "team_id": installation.team or None, "user_id": installation.bot_user,
            "is_bot": True, "is_enterprise_install": installation.org_wide,
        }  # fmt: skip
        payload: Json = {
            "token": self.verification_token, "team_id": where, "api_app_id": self.app_id, "context_team_id": where,
            "context_enterprise_id": enterprise, "event": event, "type": "event_callback",
            "event_id": self.new_id("Ev"), "event_time": int(self.now()), "authorizations": [authorization],
            "is_ext_shared_channel": shared, "event_context": f"4-{uuid.uuid4().hex[:24]}",
        }  # fmt: skip
        if enterprise:
            payload["enterprise_id"] = enterprise
        if not where:  # what concerns a whole enterprise names no workspace and no authorization
            for name in ("team_id", "context_team_id", "authorizations"):
                del payload[name]
        return payload

    async def emit(
        self, installation: Installation, event: Json, where: str, shared: bool = False, **envelope: Any
    ) -> Delivery:
        """Deliver one event, with retries; `where`: the workspace, "" for a whole enterprise."""
        event = {"event_ts": event.get("ts") or self.new_ts(), **copy.deepcopy(event)}
        return await self.deliver_event(self._event_payload(installation, event, where, shared) | envelope)

    async def deliver_event(self, payload: Json) -> Delivery:
        """Up to four attempts: at once, at once again, after one minute, after five (times time_scale)."""
        delivery = Delivery("event", payload)
        self.deliveries.append(delivery)
        attempt = await self.send("event", payload)
        delivery.attempts.append(attempt)
        for number, pause in enumerate(RETRY_PAUSES, 1):
            if attempt.ok or attempt.headers.get("x-slack-no-retry") == "1":
                break
            await asyncio.sleep(pause * self.time_scale)
            attempt = await self.send("event", payload, number, _RETRY_REASONS[attempt.reason])
            attempt.retry_num = number
            delivery.attempts.append(attempt)
        self._changed.set()
        return delivery

    # ---- events that a test asks for ------------------------------------------------

    async def event(self, event: Json, team: str | None = None, **envelope: Any) -> Delivery:
        """Send any inner event; `envelope` overrides fields of the outer payload."""
        where = team or self.team
        return await self.emit(self.installation(where), event, where, **envelope)

    async def rate_limited(self, team: str | None = None) -> Delivery:
        """More than 30,000 events in an hour: Slack says so, in a payload without an inner event."""
        minute = int(self.now()) // 60 * 60
        return await self.deliver_event({
            "token": self.verification_token, "type": "app_rate_limited", "team_id": team or self.team,
            "minute_rate_limited": minute, "api_app_id": self.app_id,
        })  # fmt: skip

    async def redeliver(self, delivery: Delivery, retry_num: int = 1, reason: str = "http_timeout") -> Attempt:
        """The same event once more, although it was acknowledged (Slack does that)."""
        attempt = await self.send("event", delivery.payload, retry_num, reason)
        delivery.attempts.append(attempt)
        return attempt
