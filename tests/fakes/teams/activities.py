"""The activities Teams sends to the bot, with the fields real ones carry."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Sequence
from typing import Any

from tests.fakes.teams.cards import Json
from tests.fakes.teams.channel_tokens import ChannelTokens
from tests.fakes.teams.errors import UserError
from tests.fakes.teams.people import Conversation, Message, User

_NO_CHANNEL_DATA: Json = {}


class Activities(ChannelTokens):
    """Makes activities; sends none."""

    def activity(
        self, kind: str, user: User, conversation: Conversation, *, thread: str | None = None, **extra: Any
    ) -> Json:
        """`extra` adds or replaces fields; `channelData` and `entities` are added to Teams' own, None is left out."""
        now = dt.datetime.fromtimestamp(self.now(), dt.UTC)
        data, entities = extra.pop("channelData", _NO_CHANNEL_DATA), extra.pop("entities", [])
        activity: Json = {
            "type": kind,
            "id": self.new_id(),
            "timestamp": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "localTimestamp": now.isoformat(timespec="milliseconds"),
            "localTimezone": user.timezone,
            "serviceUrl": self.service_url_of(conversation.tenant),
            "channelId": "msteams",
            "from": user.account(),
            "conversation": _where(conversation, thread),
            "recipient": dict(self.bot),
            "locale": user.locale,
            "entities": [_client_info(user), *entities],
            "channelData": {**_channel_data(conversation), **data},
        }
        activity.update({name: value for name, value in extra.items() if value is not None})
        self.activity_ids.add(activity["id"])
        return activity

    def written(
        self, text: str, *, mention: bool = False, people: Sequence[User] = (), rich: str | None = None
    ) -> Json:
        """The fields of a typed text; `rich` is its HTML where it is more than a paragraph (lists, quotes, links).

        `people` are those whom it mentions, as "@First name".
        """
        inner, entities = html.escape(text, quote=False), []
        if mention:
            text, inner = f"{_at(self.bot_name)} {text}", f"{_span(self.bot_name, 0)}&nbsp;{inner}"
            entities.append(_mention(self.bot))
        for user in people:
            typed = f"@{user.name.partition(' ')[0]}"
            if typed not in text:
                raise UserError(f"{user.name} is not in {text!r}")
            text = text.replace(typed, _at(user.name), 1)
            inner = inner.replace(typed, _span(user.name, len(entities)), 1)
            entities.append(_mention({"id": user.id, "name": user.name}))
        content = f"<p>{inner}</p>" if rich is None else rich
        return {
            "text": text,
            "textFormat": "plain",
            "entities": entities,
            "attachments": [{"contentType": "text/html", "content": content}],
        }

    def payload_of(self, message: Message) -> Json:
        """A message as a message action hands it to the bot."""
        author = self.users.get(message.author)
        person = {"userIdentityType": "aadUser", "id": author.aad, "displayName": author.name} if author else None
        application = None if author else {"id": self.app_id, "displayName": self.bot_name}
        shown = message.activity.get("attachments") or [{}]
        content = shown[0].get("content") if shown[0].get("contentType") == "text/html" else f"<p>{message.text}</p>"
        return {
            "id": message.id,
            "messageType": "message",
            "createdDateTime": message.activity.get("timestamp"),
            "body": {"contentType": "html", "content": content},
            "attachments": [],
            "mentions": [],
            "reactions": [],
            "from": {"user": person, "application": application},
        }


def _at(name: str) -> str:
    return f"<at>{name}</at>"


def _span(name: str, number: int) -> str:
    return f'<span itemtype="http://schema.skype.com/Mention" itemscope itemid="{number}">{name}</span>'


def _mention(mentioned: Json) -> Json:
    return {"type": "mention", "mentioned": dict(mentioned), "text": _at(mentioned["name"])}


def _where(conversation: Conversation, thread: str | None) -> Json:
    where: Json = {
        "conversationType": conversation.type,
        "tenantId": conversation.tenant,
        "id": f"{conversation.id};messageid={thread}" if thread else conversation.id,
    }
    if conversation.type != "personal":
        where["isGroup"] = True
    if conversation.type == "groupChat" and conversation.name:
        where["name"] = conversation.name
    return where


def _channel_data(conversation: Conversation) -> Json:
    tenant: Json = {"tenant": {"id": conversation.tenant}}
    if conversation.type != "channel":
        return tenant
    return {
        **tenant,
        "teamsChannelId": conversation.id,
        "teamsTeamId": conversation.team_id,
        "channel": {"id": conversation.id},
        "team": {"id": conversation.team_id},
    }


def _client_info(user: User) -> Json:
    return {
        "type": "clientInfo", "locale": user.locale, "country": user.locale[-2:], "platform": "Web", "timezone": user.timezone,
    }  # fmt: skip
