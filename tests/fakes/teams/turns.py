"""What came of something: of a thing a user did, of a delivery to the bot, of a call by the bot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.teams.cards import Json
from tests.fakes.teams.people import Conversation, Message


@dataclass
class Dialog:
    """An open task module; `command` is the message extension's command that opened it, if one did."""

    title: str
    card: Json | None
    url: str | None
    conversation: Conversation
    message: Message | None
    command: str | None = None


@dataclass
class Turn:
    """What came back for one thing a user did; `delivered` is false when the bot was never told."""

    delivered: bool
    activity: Json = field(default_factory=dict)
    status: int | None = None
    body: Any = None
    seconds: float = 0.0
    replies: list[Message] = field(default_factory=list)  # messages the bot created during the turn
    message: Message | None = None  # the user's own message
    dialog: Dialog | None = None
    notice: str | None = None  # text of an invoke's message answer
    url: str | None = None  # Action.OpenUrl

    @property
    def text(self) -> str:
        return "\n".join(message.words() for message in self.replies)

    @property
    def said(self) -> Message:
        """The user's own message, where there must be one."""
        assert self.message is not None, "nothing was written in this turn"
        return self.message

    @property
    def opened(self) -> Dialog:
        """The dialog, where there must be one."""
        assert self.dialog is not None, f"no dialog was opened: HTTP {self.status}, {str(self.body)[:120]}"
        return self.dialog


@dataclass
class Attempt:
    """One POST to the bot, as many as it took: the status is 504 when it did not answer in time."""

    activity: Json
    status: int
    seconds: float


@dataclass
class Call:
    """One request of the bot to the connector; `authorized` is None when the bot has no app id."""

    method: str
    path: str
    query: Mapping[str, str]
    body: Any
    status: int
    at: float
    authorized: bool | None
