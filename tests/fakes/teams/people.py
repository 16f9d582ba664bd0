"""Who is in the local Teams, where they talk, and what stands there."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from tests.fakes.teams.cards import ADAPTIVE_CARD, Json, actions, texts


@dataclass
class User:
    """A person. `id` is theirs for this bot alone ("29:1..."), `aad` is theirs in their company's directory."""

    name: str
    locale: str
    timezone: str
    tenant: str
    guest: bool = False  # of another company, invited into this one's directory
    aad: str = field(default_factory=lambda: str(uuid.uuid4()))
    id: str = field(default_factory=lambda: "29:1" + uuid.uuid4().hex)

    def account(self) -> Json:
        return {"id": self.id, "name": self.name, "aadObjectId": self.aad}

    def roster_entry(self) -> Json:
        given, _, family = self.name.partition(" ")
        mail = self.name.lower().replace(" ", ".") + "@example.test"
        principal = mail.replace("@", "_") + "#EXT#@ours.example.test" if self.guest else mail
        return {
            **self.account(), "objectId": self.aad, "givenName": given, "surname": family, "email": mail,
            "userPrincipalName": principal, "tenantId": self.tenant, "userRole": "guest" if self.guest else "user",
        }  # fmt: skip


@dataclass
class Conversation:
    """A place: `type` is personal, groupChat or channel; `rsc` says whether unmentioned messages reach the bot
    (ChannelMessage.Read.Group, ChatMessage.Read.Chat)."""

    id: str
    type: str
    members: list[User]
    tenant: str
    name: str | None = None
    team_id: str | None = None
    team_name: str | None = None
    membership: str = "standard"  # of a channel: standard, private or shared
    installed: bool = False
    rsc: bool = False
    messages: list[Message] = field(default_factory=list)


@dataclass
class Message:
    """One message shown in a conversation; `activity` is its latest content."""

    id: str
    conversation: Conversation
    author: str  # "bot" or the user's id
    activity: Json
    at: float  # seconds of the local Teams' clock
    thread: str | None = None  # root message id, in channels
    targeted_to: str | None = None  # only this user sees it
    heard: bool = False  # by the bot, when a user wrote it
    deleted: bool = False
    edits: int = 0
    views: dict[str, Json] = field(default_factory=dict)  # user id -> card after that user's Action.Execute

    @property
    def text(self) -> str:
        return self.activity.get("text") or ""

    def card(self, user: User | None = None) -> Json | None:
        """The first card, as this user sees it now."""
        if user is not None and user.id in self.views:
            return self.views[user.id]
        for attachment in self.activity.get("attachments") or []:
            if attachment.get("contentType") == ADAPTIVE_CARD:
                card: Json | None = attachment.get("content")
                return card
        return None

    def buttons(self, user: User | None = None) -> list[str]:
        return [action.get("title", "") for action in actions(self.card(user) or {})]

    def words(self, user: User | None = None) -> str:
        """All the text a reader sees: the message's and the card's."""
        return "\n".join([self.text, *texts(self.card(user) or {})]).strip()
