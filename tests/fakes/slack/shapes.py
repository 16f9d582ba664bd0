"""What the local Slack is made of: people, rooms, messages, views, and the record of calls and deliveries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack.blockkit.schema import Json, walk


class CannotDo(Exception):  # noqa: N818 - it reads as a sentence in a test
    """A real user could not have done this (button not visible, required input empty, ...)."""


class SlackError(Exception):
    """Slack's own refusal of a call: {"ok": false, "error": ...}."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.body: Json = {"ok": False, "error": error, **more}


@dataclass
class User:
    """A person or a bot of one workspace."""

    id: str
    name: str
    team: str
    real_name: str = ""
    first_name: str = ""
    tz: str = "Europe/Paris"
    tz_offset: int = 3600
    locale: str = "en-US"
    is_bot: bool = False
    is_restricted: bool = False  # multi-channel guest
    is_ultra_restricted: bool = False  # single-channel guest
    is_stranger: bool = False  # other organisation, shared no channel yet
    is_admin: bool = False
    deleted: bool = False
    status: tuple[str, str, int] = ("", "", 0)  # sign, words, until when
    active: bool = True  # ephemeral messages reach active users only
    bot_id: str | None = None


@dataclass
class Channel:
    """A conversation. `kind`: channel (public), group (private), im or mpim."""

    id: str
    name: str
    kind: str = "channel"
    members: set[str] = field(default_factory=set)
    archived: bool = False
    shared: bool = False  # Slack Connect
    team: str = ""

    @property
    def event_name(self) -> str:
        """The subscription that brings the messages of this conversation."""
        return {"channel": "message.channels", "group": "message.groups"}.get(self.kind, f"message.{self.kind}")

    @property
    def shown_name(self) -> str:
        """What commands and interactions call it."""
        return {"im": "directmessage", "group": "privategroup"}.get(self.kind, self.name)


@dataclass
class Message:
    """A message as Slack keeps it."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    thread_ts: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    subtype: str | None = None
    metadata: Json | None = None
    edited: Json | None = None
    ephemeral_to: str | None = None
    visible: bool = True  # False: an ephemeral nobody got to see
    deleted: bool = False
    reactions: dict[str, set[str]] = field(default_factory=dict)
    files: list[Json] | None = None
    client_msg_id: str | None = None
    broadcast: bool = False
    streaming: bool = False
    values: Json = field(default_factory=dict)  # what people picked in its menus

    def has(self, action_id: str) -> bool:
        """Does it show this button or menu?"""
        return any(node.get("action_id") == action_id for node in walk(self.blocks or []))

    @property
    def words(self) -> str:
        """Everything a reader sees, text and blocks."""
        parts = [] if self.blocks else [self.text or ""]
        for node in walk(self.blocks or []):
            parts += [node[name] for name in ("text", "title", "label", "caption") if isinstance(node.get(name), str)]
        return "\n".join(parts)


@dataclass
class View:
    """A modal or a home tab on somebody's screen."""

    id: str
    user: str
    content: Json
    hash: str
    root: str
    previous: str | None = None
    values: Json = field(default_factory=dict)


@dataclass
class Attempt:
    """One try to deliver something to the app. `reason`: why it failed - timeout, connection or status."""

    status: int
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    reason: str = ""
    retry_num: int = 0

    @property
    def ok(self) -> bool:
        return not self.reason


@dataclass
class Delivery:
    """What Slack sent to the app. `kind`: event, command, interaction or options."""

    kind: str
    payload: Json
    attempts: list[Attempt] = field(default_factory=list)
    reply: Message | None = None  # what the user saw in answer to a slash command
    errors: dict[str, str] = field(default_factory=dict)  # of the fields of a modal

    @property
    def acked(self) -> bool:
        return bool(self.attempts) and self.attempts[-1].ok

    @property
    def name(self) -> str:
        """The event, interaction or command that it is."""
        return str(self.payload.get("event", self.payload).get("type") or self.payload.get("command"))


@dataclass
class Call:
    """What the app asked of Slack's Web API (or of a response_url), and the answer."""

    n: int
    at: float
    method: str
    args: Json
    token: str
    team: str | None
    status: int = 200
    response: Json = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    lint: list[str] = field(default_factory=list)
    injected: bool = False

    @property
    def ok(self) -> bool:
        return self.status == 200 and bool(self.response.get("ok"))


@dataclass
class Installation:
    """The app in one workspace, or (`team` empty) in a whole enterprise."""

    token: str
    team: str
    bot_user: str
    bot_id: str
    scopes: set[str]
    refresh: str | None = None
    expires_at: float | None = None
    enterprise: str | None = None
    revoked: bool = False
    uninstalled: bool = False
    superseded: bool = False  # rotated away: still valid until it expires

    @property
    def org_wide(self) -> bool:
        return not self.team

    @property
    def home(self) -> tuple[str | None, str]:
        """What a new installation replaces: the one of the same workspace or enterprise."""
        return (self.enterprise if self.org_wide else None, self.team)


@dataclass
class Fault:
    """What goes wrong with the next `times` calls of `method`; after=True does the work first."""

    method: str
    times: int
    status: int | None = None
    error: str | None = None
    retry_after: int | None = None
    delay: float = 0.0
    drop: bool = False
    after: bool = False
    when: Callable[[Json], bool] | None = None


@dataclass
class Workspace:
    """A workspace (a "team" in Slack's API); `enterprise`: the id of the organisation it belongs to."""

    id: str
    name: str
    domain: str
    enterprise: str | None = None
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    usergroups: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
