# mypy: ignore-errors
"""A strict local stand-in for Slack: Web API, Events API, interactivity, Socket Mode, OAuth.

It listens on 127.0.0.1 only.  A test starts it, points a bot's AsyncWebClient(base_url=slack.api_url)
at it, tells it the bot's request URL (or lets the bot connect over Socket Mode) and then plays users:

    async with SlackSim() as slack:
        ann, general = slack.user("ann"), slack.channel("general", members=["ann", "bot"])
        slack.connect_http("http://127.0.0.1:3000/slack/events")
        sent = await slack.say(ann, general, "we should launch a social plan")
        hint = await slack.wait_ephemeral(ann)
        await slack.click(ann, hint, "plan_start")
        await slack.submit(ann, {"problem": "support tickets take five days"})
        slack.assert_clean()

Every Web API call is kept in slack.calls with the violations blockkit_check found in it; what Slack
would refuse is refused with Slack's own error codes.  Deliveries are signed (v0) and retried as Slack
does (at once, after 1 minute, after 5 minutes), the pauses multiplied by time_scale.

What is not modelled: enterprise org-wide installs beyond the ids in payloads, unfurls, search, canvases,
lists, calls, several apps at once.  Numbers and shapes come from docs.slack.dev and from the payloads in
the tests of slackapi/bolt-python and slackapi/python-slack-sdk .
"""

from __future__ import annotations

import asyncio
import copy
import hashlib
import hmac
import itertools
import json
import re
import time
import uuid
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp
from aiohttp import web

from tests.fakes.slack import blockkit as bk
from tests.fakes.slack.blockkit.composition import OPTION
from tests.fakes.slack.blockkit.elements import ELEMENTS
from tests.fakes.slack.blockkit.payload import decode
from tests.fakes.slack.blockkit.schema import walk

Json = dict[str, Any]

RETRY_PAUSES = (0.0, 60.0, 300.0)  # docs: Events API retries
RETRY_REASONS = {"timeout": "http_timeout", "connection": "connection_failed", "status": "http_error"}
RESPONSE_URL_USES, RESPONSE_URL_SECONDS = 5, 30 * 60
TRIGGER_SECONDS = 3.0
MODAL_DEPTH = 3
TOKEN_LIFE = 43_200
TIER_PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}
TIERS = {
    "chat.update": 3,
    "chat.delete": 3,
    "chat.postEphemeral": 4,
    "chat.scheduleMessage": 3,
    "conversations.list": 2,
    "conversations.history": 3,
    "conversations.replies": 3,
    "conversations.info": 3,
    "conversations.members": 4,
    "conversations.join": 3,
    "conversations.open": 3,
    "users.list": 2,
    "users.info": 4,
    "users.conversations": 3,
    "usergroups.users.list": 2,
    "usergroups.list": 2,
    "team.info": 3,
    "bots.info": 3,
    "reactions.add": 3,
    "views.open": 4,
    "views.push": 4,
    "views.update": 4,
    "views.publish": 4,
    "files.getUploadURLExternal": 4,
    "files.completeUploadExternal": 4,
}

_READ = {"channel": "channels:read", "group": "groups:read", "im": "im:read", "mpim": "mpim:read"}
_HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history", "mpim": "mpim:history"}
SCOPES = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "chat.scheduleMessage": "chat:write",
    "chat.deleteScheduledMessage": "chat:write",
    "chat.startStream": "chat:write",
    "chat.appendStream": "chat:write",
    "chat.stopStream": "chat:write",
    "users.info": "users:read",
    "users.list": "users:read",
    "users.lookupByEmail": "users:read.email",
    "bots.info": "users:read",
    "usergroups.list": "usergroups:read",
    "usergroups.users.list": "usergroups:read",
    "team.info": "team:read",
    "reactions.add": "reactions:write",
    "reactions.remove": "reactions:write",
    "files.info": "files:read",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "conversations.join": "channels:join",
    "assistant.threads.setStatus": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "assistant.threads.setTitle": "assistant:write",
}
EVENT_NEEDS = {
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "app_mention": "app_mentions:read",
    "reaction_added": "reactions:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
}
DEFAULT_SCOPES = (
    "app_mentions:read assistant:write channels:history channels:join channels:read chat:write commands "
    "files:read files:write groups:history groups:read im:history im:read im:write mpim:history mpim:read "
    "reactions:read reactions:write team:read usergroups:read users:read users:read.email"
)
DEFAULT_EVENTS = (
    "app_home_opened app_mention app_uninstalled member_joined_channel message.channels message.groups "
    "message.im message.mpim reaction_added tokens_revoked"
)
# what a bot can only learn from its own bookkeeping, not from a fault of its call
HARMLESS_ERRORS = {"already_reacted", "already_in_channel"}


class CannotDo(Exception):
    """A real user could not have done this (button not visible, required input empty, ...)."""


# --------------------------------------------------------------------------
# State


@dataclass
class User:
    id: str
    name: str
    team: str
    real_name: str = ""
    tz: str = "Europe/Paris"
    tz_offset: int = 3600
    locale: str = "en-US"
    is_bot: bool = False
    is_restricted: bool = False  # multi-channel guest
    is_ultra_restricted: bool = False  # single-channel guest
    is_stranger: bool = False  # other organisation, shared no channel yet
    is_admin: bool = False
    deleted: bool = False
    active: bool = True  # ephemeral messages reach active users only
    bot_id: str | None = None


@dataclass
class Channel:
    id: str
    name: str
    kind: str = "channel"  # channel | group | im | mpim
    members: set[str] = field(default_factory=set)
    archived: bool = False
    shared: bool = False  # Slack Connect
    team: str = ""


@dataclass
class Message:
    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Any] | None = None
    attachments: list[Any] | None = None
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
    files: list[Any] | None = None
    client_msg_id: str | None = None
    broadcast: bool = False

    def has(self, action_id: str) -> bool:
        """Does it show this button or menu?"""
        return any(node.get("action_id") == action_id for node in walk(self.blocks or []))

    @property
    def words(self) -> str:
        """Everything a reader sees, text and blocks."""
        parts = [] if self.blocks else [self.text or ""]
        for node in walk(self.blocks or []):
            for name in ("text", "title", "label", "caption"):
                if isinstance(node.get(name), str) and not (name == "title" and node.get("type") == "modal"):
                    parts.append(node[name])
        return "\n".join(parts)


@dataclass
class View:
    id: str
    user: str
    content: Json
    hash: str
    root: str
    previous: str | None = None
    values: Json = field(default_factory=dict)


@dataclass
class Attempt:
    status: int
    body: str = ""
    headers: Json = field(default_factory=dict)
    seconds: float = 0.0
    reason: str = ""  # why it failed: timeout | connection | status
    retry_num: int = 0

    @property
    def ok(self) -> bool:
        return not self.reason


@dataclass
class Delivery:
    kind: str  # event | command | interaction | options
    payload: Json
    attempts: list[Attempt] = field(default_factory=list)
    reply: Message | None = None  # what the user saw in answer (slash commands)
    errors: Json = field(default_factory=dict)  # modal field errors
    result: Any = None

    @property
    def acked(self) -> bool:
        return bool(self.attempts) and self.attempts[-1].ok


@dataclass
class Call:
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
    token: str
    team: str
    bot_user: str
    bot_id: str
    scopes: set[str]
    refresh: str | None = None
    expires_at: float | None = None
    revoked: bool = False
    uninstalled: bool = False
    superseded: bool = False  # rotated away: still valid until it expires


@dataclass
class Fault:
    method: str
    times: int
    status: int | None = None
    error: str | None = None
    retry_after: int | None = None
    delay: float = 0.0
    drop: bool = False
    after: bool = False  # do the work, then fail: the caller cannot know
    when: Callable[[Json], bool] | None = None


@dataclass
class Workspace:
    id: str
    name: str
    domain: str
    enterprise: str | None = None
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    usergroups: dict[str, tuple[str, list[str]]] = field(default_factory=dict)


class SlackError(Exception):
    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.body = {"ok": False, "error": error, **more}


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """docs: Verifying requests from Slack."""
    return "v0=" + hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()


_KEEP = re.compile(r"<(?:[@#!][^>\s]+|https?://[^>]+|mailto:[^>]+)>")


def as_typed(text: str) -> str:
    """What Slack delivers for what a user typed: & < > escaped, links wrapped, mentions kept."""
    out, last = [], 0
    for match in _KEEP.finditer(text):
        out += [_escape(text[last : match.start()]), match.group()]
        last = match.end()
    return "".join(out + [_escape(text[last:])])


def _escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"https?://[^\s<>]+", lambda m: f"<{m.group()}>", text)


# --------------------------------------------------------------------------


class SlackSim:
    def __init__(
        self,
        *,
        signing_secret: str = "sim-signing-secret",
        scopes: str = DEFAULT_SCOPES,
        events: str = DEFAULT_EVENTS,
        time_scale: float = 0.01,
        ack_timeout: float = 3.0,
        enforce_rate: bool = False,
        token_rotation: bool = False,
        port: int = 0,
        home_tab: bool = True,
        strict_unknown_arguments: bool = False,
        file_seconds: float = 0.0,
        agent_view: bool = True,
    ) -> None:
        self.signing_secret, self.time_scale, self.ack_timeout = signing_secret, time_scale, ack_timeout
        self.enforce_rate, self.token_rotation, self.home_tab = enforce_rate, token_rotation, home_tab
        self.strict_unknown_arguments = strict_unknown_arguments
        self.agent_view = agent_view  # new apps since 2026-06-30; False: legacy assistant_view
        self.file_seconds = file_seconds  # Slack processes uploads a while after completeUploadExternal
        self.scopes, self.events = set(scopes.split()), set(events.split())
        self.client_id, self.client_secret = "111.222", "sim-client-secret"
        self.app_id, self.app_token, self.verification_token = "A0SIM", "xapp-1-A0SIM-1-sim", "sim-verification"
        self.offset = 0.0
        self._port, self._ids, self._last_us = port, itertools.count(1), 0
        self.workspaces: dict[str, Workspace] = {}
        self.installations: dict[str, Installation] = {}
        self.history: dict[str, list[Message]] = {}
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.calls: list[Call] = []
        self.deliveries: list[Delivery] = []
        self.user_errors: list[str] = []  # warnings a user saw: "/plan: operation_timeout"
        self.scheduled: dict[str, Json] = {}
        self.threads: dict[tuple[str, str], Json] = {}  # assistant status, title, prompts
        self.files: dict[str, Json] = {}
        self._faults: list[Fault] = []
        self._triggers: dict[str, Json] = {}
        self._response_urls: dict[str, Json] = {}
        self._codes: dict[str, Json] = {}
        self._hits: dict[tuple[Any, ...], list[float]] = {}
        self._urls: dict[str, str] = {}
        self._sockets: list[web.WebSocketResponse] = []
        self._acks: dict[str, asyncio.Future[Json]] = {}
        self._next_socket = 0
        self._tasks: set[asyncio.Task[Any]] = set()
        self._changed = asyncio.Event()
        home = self.add_workspace("acme", install=True)
        self.team = home.id

    # ---- life --------------------------------------------------------------

    async def __aenter__(self) -> SlackSim:
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/upload/{file}", self._upload)
        app.router.add_post("/respond/{id}", self._respond)
        app.router.add_get("/socket/{ticket}", self._socket)
        app.router.add_get("/oauth/v2/authorize", self._authorize_page)
        self._runner = web.AppRunner(app, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        self._http = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in list(self._tasks):
            task.cancel()
        for socket in self._sockets:
            await socket.close()
        await self._http.close()
        await self._runner.cleanup()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def api_url(self) -> str:
        return f"{self.base_url}/api/"

    @property
    def authorize_url(self) -> str:
        return f"{self.base_url}/oauth/v2/authorize"

    @property
    def bot_token(self) -> str:
        return self._installation(self.team).token

    @property
    def bot_user(self) -> User:
        return self.workspaces[self.team].users[self._installation(self.team).bot_user]

    def connect_http(
        self, events: str, commands: str | None = None, interactivity: str | None = None, options: str | None = None
    ) -> None:
        """The app's request URLs; Bolt serves all of them at one path."""
        self._urls = {
            "event": events,
            "command": commands or events,
            "interaction": interactivity or events,
            "options": options or interactivity or events,
        }

    def now(self) -> float:
        return time.time() + self.offset

    # ---- workspace ---------------------------------------------------------

    def _id(self, prefix: str) -> str:
        return f"{prefix}0SIM{next(self._ids):05d}"

    def _ts(self) -> str:
        self._last_us = max(self._last_us + 1, int(self.now() * 1_000_000))
        return f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"

    def add_workspace(self, name: str, install: bool = False, enterprise: str | None = None) -> Workspace:
        workspace = Workspace(self._id("T"), name.title(), name, enterprise)
        self.workspaces[workspace.id] = workspace
        if install:
            self.install(workspace.id)
        return workspace

    def install(self, team: str, scopes: set[str] | None = None) -> Installation:
        """Give the app a bot in this workspace (what the end of an OAuth flow does)."""
        workspace = self.workspaces[team]
        old = next((i for i in self.installations.values() if i.team == team), None)
        bot = (
            workspace.users[old.bot_user]
            if old
            else User(self._id("U"), "bot", team, "The bot under test", is_bot=True, bot_id=self._id("B"))
        )
        workspace.users[bot.id] = bot
        made = Installation(f"xoxb-{uuid.uuid4().hex}", team, bot.id, bot.bot_id or "", set(scopes or self.scopes))
        if old:
            old.uninstalled = True
        if self.token_rotation:
            made.token, made.refresh = f"xoxe.xoxb-1-{uuid.uuid4().hex}", f"xoxe-1-{uuid.uuid4().hex}"
            made.expires_at = self.now() + TOKEN_LIFE
        self.installations[made.token] = made
        return made

    def _installation(self, team: str) -> Installation:
        for one in reversed(list(self.installations.values())):
            if one.team == team and not one.uninstalled and not one.superseded:
                return one
        raise KeyError(f"app is not installed in {team}")

    def user(self, name: str, team: str | None = None, **more: Any) -> User:
        workspace = self.workspaces[team or self.team]
        for one in workspace.users.values():
            if one.name == name:
                return one
        made = User(self._id("U"), name, workspace.id, more.pop("real_name", name.title()), **more)
        workspace.users[made.id] = made
        return made

    def other_bot(self, name: str, team: str | None = None) -> User:
        made = self.user(name, team, is_bot=True)
        made.bot_id = made.bot_id or self._id("B")
        return made

    def channel(
        self,
        name: str,
        members: list[Any] | None = None,
        kind: str = "channel",
        team: str | None = None,
        shared: bool = False,
    ) -> Channel:
        """members: User objects or names; "bot" is the bot under test."""
        workspace = self.workspaces[team or self.team]
        made = Channel(self._id("G" if kind == "group" else "C"), name, kind, shared=shared, team=workspace.id)
        for member in members or []:
            made.members.add(member.id if isinstance(member, User) else self.user(member, workspace.id).id)
        workspace.channels[made.id] = made
        return made

    def dm(self, user: User) -> Channel:
        """The direct conversation between this user and the bot."""
        workspace = self.workspaces[user.team]
        bot = self._installation(user.team).bot_user
        for one in workspace.channels.values():
            if one.kind == "im" and one.members == {user.id, bot}:
                return one
        made = Channel(self._id("D"), user.id, "im", {user.id, bot}, team=workspace.id)
        workspace.channels[made.id] = made
        return made

    def usergroup(self, handle: str, members: list[User]) -> str:
        group = self._id("S")
        self.workspaces[self.team].usergroups[group] = (handle, [m.id for m in members])
        return group

    def _find_channel(self, team: str, key: str) -> Channel | None:
        workspace = self.workspaces[team]
        if key in workspace.channels:
            return workspace.channels[key]
        for other in self.workspaces.values():  # Slack Connect: one id, two workspaces
            found = other.channels.get(key)
            if found and found.shared:
                return found
        name = key.lstrip("#")
        return next((c for c in workspace.channels.values() if c.kind == "channel" and c.name == name), None)

    def _find_user(self, team: str, user: str) -> User | None:
        if user in self.workspaces[team].users:
            return self.workspaces[team].users[user]
        return next((w.users[user] for w in self.workspaces.values() if user in w.users), None)

    # ---- reading what happened ----------------------------------------------

    def messages(
        self,
        channel: Channel | None = None,
        thread: str | None = None,
        by_bot: bool | None = None,
        deleted: bool = False,
    ) -> list[Message]:
        """What everybody in the channel sees."""
        rooms = [channel.id] if channel else list(self.history)
        bots = {i.bot_user for i in self.installations.values()}
        return [
            m
            for room in rooms
            for m in self.history.get(room, [])
            if not m.ephemeral_to
            and (deleted or not m.deleted)
            and (thread is None or thread in (m.thread_ts, m.ts))
            and (by_bot is None or (m.user in bots) == by_bot)
        ]

    def ephemerals(self, user: User, channel: Channel | None = None, unseen: bool = False) -> list[Message]:
        """Messages only this user sees; unseen=True also gives those that never reached a screen."""
        rooms = [channel.id] if channel else list(self.history)
        return [
            m
            for room in rooms
            for m in self.history.get(room, [])
            if m.ephemeral_to == user.id and not m.deleted and (m.visible or unseen)
        ]

    def modal(self, user: User) -> View | None:
        return (self.modals.get(user.id) or [None])[-1]

    def home(self, user: User) -> View | None:
        return self.homes.get(user.id)

    def called(self, method: str) -> list[Call]:
        return [c for c in self.calls if c.method == method]

    def problems(self) -> list[str]:
        """Everything a strict reviewer would hold against the bot."""
        found = []
        for call in self.calls:
            found += [f"call {call.n} {call.method}: {v}" for v in call.violations]
            if not call.ok and not call.injected and call.response.get("error") not in HARMLESS_ERRORS:
                found.append(f"call {call.n} {call.method}: answered {call.response.get('error') or call.status}")
        for delivery in self.deliveries:
            if delivery.attempts and not delivery.attempts[0].ok:
                first = delivery.attempts[0]
                what = delivery.payload.get("event", delivery.payload).get("type") or delivery.payload.get("command")
                found.append(f"{delivery.kind} {what}: first delivery failed ({first.reason} {first.status})")
        return found + [f"a user saw: {line}" for line in self.user_errors]

    def assert_clean(self) -> None:
        assert not self.problems(), "\n".join(self.problems())

    def lint(self) -> list[str]:
        return [f"call {c.n} {c.method}: {line}" for c in self.calls for line in c.lint]

    def pace(self) -> list[tuple[str, float]]:
        """Posts that followed another one to the same conversation within a second: (channel, gap)."""
        last: dict[str, float] = {}
        close = []
        for call in self.calls:
            if call.method == "chat.postMessage" and call.ok:
                room = call.response["channel"]
                if room in last and call.at - last[room] < 1.0:
                    close.append((room, call.at - last[room]))
                last[room] = call.at
        return close

    def picture(self, where: Message | View, path: str, renderer: str = "", **options: str) -> Json:
        """Draw a message or view as PNG with render/render.mjs (node, chromium); raises if a block could not be drawn."""
        import subprocess
        import tempfile
        from pathlib import Path

        script = Path(renderer or Path(__file__).parent / "render" / "render.mjs")
        spec = (
            where.content
            if isinstance(where, View)
            else {
                "text": where.text,
                "ephemeral": bool(where.ephemeral_to),
                **({"blocks": where.blocks} if where.blocks else {}),
            }
        )
        people = {
            "users": [{"id": u.id, "name": u.name} for w in self.workspaces.values() for u in w.users.values()],
            "channels": [{"id": c.id, "name": c.name} for w in self.workspaces.values() for c in w.channels.values()],
            "user_groups": [{"id": k, "name": v[0]} for w in self.workspaces.values() for k, v in w.usergroups.items()],
        }
        with tempfile.TemporaryDirectory() as folder:
            for name, value in (("spec", spec), ("people", people)):
                Path(folder, f"{name}.json").write_text(json.dumps(value))
            extra = [word for key, value in options.items() for word in (f"--{key}", value)]
            done = subprocess.run(
                ["node", str(script), f"{folder}/spec.json", path, "--people", f"{folder}/people.json", *extra],
                capture_output=True,
                text=True,
                timeout=60,
            )
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        return json.loads(done.stdout)

    def repeats(self) -> list[str]:
        """The bot said the same thing twice in one place: what a missing deduplication looks like."""
        bots, seen, twice = {i.bot_user for i in self.installations.values()}, set(), []
        for room in self.history.values():
            for m in room:
                key = (m.channel, m.thread_ts, m.ephemeral_to, m.words)
                if m.user in bots and not m.subtype:
                    twice += [m.words] if key in seen else []
                    seen.add(key)
        return twice

    def transcript(self, channel: Channel) -> str:
        """A readable record for a person or a judge."""
        lines = []
        for m in self.history.get(channel.id, []):
            who = self._find_user(channel.team, m.user)
            marks = "".join(
                [
                    " (only to " + (self._find_user(channel.team, m.ephemeral_to).name) + ")" if m.ephemeral_to else "",
                    " (thread)" if m.thread_ts and m.thread_ts != m.ts else "",
                    " (edited)" if m.edited else "",
                    " (deleted)" if m.deleted else "",
                    " (never seen)" if not m.visible else "",
                ]
            )
            lines.append(f"{who.name if who else m.user}{marks}: {m.words}")
        return "\n".join(lines)

    # ---- waiting --------------------------------------------------------------

    async def wait_for(self, condition: Callable[[], Any], timeout: float = 5.0, what: str = "") -> Any:
        end = time.monotonic() + timeout
        while True:
            value = condition()
            if value:
                return value
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError(
                    f"waited {timeout}s in vain {what}; last calls: {[c.method for c in self.calls[-5:]]}"
                )
            self._changed.clear()
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._changed.wait(), min(left, 0.25))

    async def wait_message(
        self,
        channel: Channel,
        after: Message | str | None = None,
        timeout: float = 5.0,
        match: Callable[[Message], Any] = bool,
    ) -> Message:
        """The bot's next message everybody sees in this channel."""
        mark = after.ts if isinstance(after, Message) else after or ""
        return await self.wait_for(
            lambda: next((m for m in self.messages(channel, by_bot=True) if m.ts > mark and match(m)), None),
            timeout,
            f"for a message in {channel.name}",
        )

    async def wait_ephemeral(
        self, user: User, after: Message | None = None, timeout: float = 5.0, match: Callable[[Message], Any] = bool
    ) -> Message:
        """A message only this user sees; match, for instance, lambda m: m.has("action_id")."""
        return await self.wait_for(
            lambda: next((m for m in self.ephemerals(user) if (not after or m.ts > after.ts) and match(m)), None),
            timeout,
            f"for a message only {user.name} sees",
        )

    async def wait_modal(self, user: User, timeout: float = 5.0) -> View:
        return await self.wait_for(lambda: self.modal(user), timeout, f"for a modal on {user.name}'s screen")

    async def quiet(self, seconds: float = 0.3, timeout: float = 10.0) -> None:
        """Wait until the bot has made no call for this long: for 'nothing must happen'."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            count = len(self.calls)
            await asyncio.sleep(seconds)
            if len(self.calls) == count and not self._tasks:
                return
        raise TimeoutError("the bot never came to rest")

    # ---- playing a user ----------------------------------------------------------

    async def say(
        self,
        user: User,
        channel: Channel,
        text: str,
        thread: Message | str | None = None,
        broadcast: bool = False,
        files: list[Any] | None = None,
        wait: bool = True,
    ) -> Message:
        """A user (or another bot) posts. Returns once the bot acknowledged every event it got for this."""
        if user.id not in channel.members:
            raise CannotDo(f"{user.name} is not in {channel.name}")
        if channel.archived:
            raise CannotDo(f"{channel.name} is archived")
        parent = thread.thread_ts or thread.ts if isinstance(thread, Message) else thread
        subtype = "thread_broadcast" if broadcast else "file_share" if files else None
        message = Message(
            self._ts(),
            channel.id,
            user.id,
            as_typed(text),
            thread_ts=parent,
            bot_id=user.bot_id,
            subtype=subtype,
            files=files,
            client_msg_id=str(uuid.uuid4()),
            broadcast=broadcast,
        )
        message.blocks = [
            {
                "type": "rich_text",
                "block_id": self._short(),
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "text", "text": text}] if text else []}
                ],
            }
        ]
        self._add(message)
        await self._announce(message, channel, user, wait)
        return message

    async def edit(self, user: User, message: Message, text: str) -> Delivery | None:
        if message.user != user.id:
            raise CannotDo("only the author can edit a message")
        previous = self._public(message)
        message.text = as_typed(text)
        message.blocks = [
            {
                "type": "rich_text",
                "block_id": self._short(),
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}],
            }
        ]
        message.edited = {"user": user.id, "ts": self._ts()}
        return await self._changed_event(message, previous)

    async def unfurl(self, message: Message) -> Delivery | None:
        """Slack adds a link preview: a message_changed event although nobody edited anything."""
        previous = self._public(message)
        message.attachments = [{"id": 1, "from_url": "https://example.com/", "title": "Example"}]
        return await self._changed_event(message, previous)

    async def delete(self, user: User, message: Message) -> list[Delivery]:
        if message.user != user.id and not user.is_admin:
            raise CannotDo("only the author can delete a message")
        message.deleted = True
        channel = self._find_channel(user.team, message.channel)
        return await self._to_bots(
            channel,
            self._message_event_name(channel),
            {
                "type": "message",
                "subtype": "message_deleted",
                "hidden": True,
                "deleted_ts": message.ts,
                "previous_message": self._public(message),
                "channel": channel.id,
                "ts": self._ts(),
                "channel_type": self._channel_type(channel),
            },
        )

    async def react(self, user: User, message: Message, name: str) -> list[Delivery]:
        message.reactions.setdefault(name, set()).add(user.id)
        channel = self._find_channel(user.team, message.channel)
        return await self._to_bots(
            channel,
            "reaction_added",
            {
                "type": "reaction_added",
                "user": user.id,
                "reaction": name,
                "item_user": message.user,
                "item": {"type": "message", "channel": channel.id, "ts": message.ts},
            },
        )

    async def join(self, user: User, channel: Channel, inviter: User | None = None) -> list[Delivery]:
        """A user or the bot itself enters a channel."""
        channel.members.add(user.id)
        note = Message(self._ts(), channel.id, user.id, f"<@{user.id}> has joined the channel", subtype="channel_join")
        self._add(note)
        done = await self._to_bots(
            channel,
            "member_joined_channel",
            {
                "type": "member_joined_channel",
                "user": user.id,
                "channel": channel.id,
                "team": user.team,
                "channel_type": "G" if channel.kind == "group" else "C",
                **({"inviter": inviter.id} if inviter else {}),
            },
        )
        return done + await self._to_bots(
            channel,
            self._message_event_name(channel),
            {**self._public(note), "channel": channel.id, "channel_type": self._channel_type(channel)},
        )

    async def open_home(self, user: User, tab: str = "home") -> list[Delivery]:
        """tab "messages" is how an agent_view app learns that its DM was opened."""
        room = self.dm(user)
        event: dict[str, Any] = {"type": "app_home_opened", "user": user.id, "channel": room.id, "tab": tab}
        if tab == "home" and user.id in self.homes:
            event["view"] = self._view_json(self.homes[user.id])
        return await self._to_bots(room, "app_home_opened", event)

    async def slash(self, user: User, channel: Channel, command: str, text: str = "") -> Delivery:
        if user.id not in channel.members:
            raise CannotDo(f"{user.name} is not in {channel.name}")
        name = {"im": "directmessage", "group": "privategroup"}.get(channel.kind, channel.name)
        payload = {
            "token": self.verification_token,
            "team_id": user.team,
            "team_domain": self.workspaces[user.team].domain,
            "channel_id": channel.id,
            "channel_name": name,
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": as_typed(text),
            "api_app_id": self.app_id,
            "is_enterprise_install": "false",
            "response_url": self._response_url(user, channel),
            "trigger_id": self._trigger(user),
        }
        delivery = await self._once("command", payload, command)
        if delivery.acked and delivery.attempts[0].body.strip():
            body = delivery.attempts[0].body
            answer = {"text": body}
            with suppress(ValueError):
                parsed = json.loads(body)
                answer = parsed if isinstance(parsed, dict) else answer
            self._record_local("response_url", answer, user.team)
            delivery.reply = self._post_answer(user, channel, answer)
        return delivery

    async def click(
        self,
        user: User,
        where: Message | View,
        action_id: str,
        value: Any = None,
        *,
        block_id: str | None = None,
        confirm: bool = True,
    ) -> Delivery | None:
        """Press a button or pick `value` in a select, date picker, checkbox group, overflow menu, ..."""
        blocks = where.blocks if isinstance(where, Message) else where.content["blocks"]
        if isinstance(where, Message):
            if where.deleted or not where.visible or (where.ephemeral_to and where.ephemeral_to != user.id):
                raise CannotDo(f"{user.name} cannot see this message")
        elif where not in self.modals.get(user.id, []) and self.homes.get(user.id) is not where:
            raise CannotDo("this view is not open")
        block, element = self._element(blocks or [], action_id, block_id)
        if element.get("confirm") and not confirm:
            return None  # the user backed out; Slack sends nothing
        action: dict[str, Any] = {
            "type": element["type"],
            "action_id": element["action_id"],
            "block_id": block["block_id"],
            "action_ts": self._ts(),
        }
        if element["type"] in ("button", "icon_button", "workflow_button"):
            action.update({k: element[k] for k in ("text", "value") if k in element})
        elif element["type"] == "feedback_buttons":
            side = element["positive_button" if value in (True, "positive", "up") else "negative_button"]
            action.update({"text": side["text"], "value": side["value"]})
        else:
            action.update(self._chosen(element, value))
        if element["type"] != "button":
            state = where.values if isinstance(where, View) else self._message_state(where)
            state.setdefault(block["block_id"], {})[element["action_id"]] = {
                k: v for k, v in action.items() if k not in ("action_id", "block_id", "action_ts", "text")
            }
        payload = {"type": "block_actions", **self._who(user), "actions": [action]}
        if isinstance(where, Message):
            channel = self._find_channel(user.team, where.channel)
            payload |= {
                "channel": {"id": channel.id, "name": self._shown_name(channel)},
                "container": {
                    "type": "message",
                    "message_ts": where.ts,
                    "channel_id": channel.id,
                    "is_ephemeral": bool(where.ephemeral_to),
                    **({"thread_ts": where.thread_ts} if where.thread_ts else {}),
                },
                "response_url": self._response_url(user, channel, where),
                "trigger_id": self._trigger(user),
                "state": {"values": self._message_state(where)},
            }
            if not where.ephemeral_to:
                payload["message"] = self._public(where)
        else:
            payload |= {
                "container": {"type": "view", "view_id": where.id},
                "view": self._view_json(where),
                "trigger_id": self._trigger(user, where),
            }
        return await self._once("interaction", payload, action_id)

    async def submit(self, user: User, values: dict[str, Any] | None = None) -> Delivery:
        """Fill the topmost modal (keys: block_id or action_id) and press its submit button."""
        view = self.modal(user)
        if view is None:
            raise CannotDo(f"{user.name} has no modal open")
        if not view.content.get("submit") and not any(b["type"] == "input" for b in view.content["blocks"]):
            raise CannotDo("this modal has no submit button")
        self._fill(view, values or {})
        payload = {
            "type": "view_submission",
            **self._who(user),
            "trigger_id": self._trigger(user, view),
            "view": self._view_json(view),
            "response_urls": [],
        }
        delivery = await self._once("interaction", payload, "the modal")
        if not delivery.acked:
            return delivery
        raw = delivery.attempts[0].body.strip()
        try:
            answer = json.loads(raw) if raw else None
        except ValueError:
            self.user_errors.append(f"the modal: answer to view_submission is no JSON: {raw[:80]!r}")
            return delivery
        wrong = bk.check_submission_response(answer, view.content)
        if wrong:
            self._record_local("view_submission", answer if isinstance(answer, dict) else {}, user.team, wrong)
            self.user_errors.append(f"the modal: Slack refused the answer: {wrong[0]}")
            return delivery
        self._apply_submission(user, view, answer, delivery)
        return delivery

    async def close(self, user: User) -> Delivery | None:
        """Press the modal's close button."""
        stack = self.modals.get(user.id) or []
        if not stack:
            raise CannotDo("no modal is open")
        view = stack.pop()
        cleared = bool(view.content.get("clear_on_close"))
        if cleared:
            stack.clear()
        if not view.content.get("notify_on_close"):
            return None
        return await self._once(
            "interaction",
            {"type": "view_closed", **self._who(user), "is_cleared": cleared, "view": self._view_json(view)},
            "view_closed",
        )

    async def shortcut(self, user: User, callback_id: str, message: Message | None = None) -> Delivery:
        payload = {
            **self._who(user),
            "callback_id": callback_id,
            "action_ts": self._ts(),
            "trigger_id": self._trigger(user),
        }
        if message is None:
            payload["type"] = "shortcut"
        else:
            channel = self._find_channel(user.team, message.channel)
            payload |= {
                "type": "message_action",
                "message_ts": message.ts,
                "message": self._public(message),
                "channel": {"id": channel.id, "name": self._shown_name(channel)},
                "response_url": self._response_url(user, channel),
            }
        return await self._once("interaction", payload, callback_id)

    async def suggest(self, user: User, view: View, action_id: str, typed: str) -> list[Json]:
        """Type into an external_select: the options the bot offers."""
        block, element = self._element(view.content["blocks"], action_id)
        delivery = await self._once(
            "options",
            {
                "type": "block_suggestion",
                **self._who(user),
                "container": {"type": "view", "view_id": view.id},
                "view": self._view_json(view),
                "action_id": element["action_id"],
                "block_id": block["block_id"],
                "value": typed,
            },
            action_id,
        )
        body = json.loads(delivery.attempts[0].body) if delivery.acked and delivery.attempts[0].body else {}
        options = body.get("options", [])
        if len(options) > 100:
            self.user_errors.append("external_select: more than 100 options")
        for option in options:
            OPTION(option, "/options", lambda at, what: self.user_errors.append(f"external_select: {what} {at}"))
        return options

    async def uninstall(self, team: str | None = None) -> list[Delivery]:
        """A workspace owner removes the app: the token dies, then two events come, in no certain order."""
        team = team or self.team
        gone = self._installation(team)
        gone.uninstalled = True
        done = await self._emit(gone, "tokens_revoked", {"type": "tokens_revoked", "tokens": {"bot": [gone.bot_user]}})
        return [done, await self._emit(gone, "app_uninstalled", {"type": "app_uninstalled"})]

    async def event(self, event: Json, team: str | None = None, name: str | None = None, **envelope: Any) -> Delivery:
        """Send any inner event; `envelope` overrides fields of the outer payload."""
        return await self._emit(
            self._installation(team or self.team), name or event["type"], event, forced=True, **envelope
        )

    async def redeliver(self, delivery: Delivery, retry_num: int = 1, reason: str = "http_timeout") -> Attempt:
        """The same event once more, although it was acknowledged (Slack does that)."""
        attempt = await self._send("event", delivery.payload, retry_num, reason)
        delivery.attempts.append(attempt)
        return attempt

    def advance(self, seconds: float) -> None:
        """Move Slack's clock (the bot's own clock stays) and post what is due."""
        self.offset += seconds
        for key, job in sorted(self.scheduled.items(), key=lambda item: item[1]["post_at"]):
            if job["post_at"] <= self.now():
                del self.scheduled[key]
                if not job["args"].get("metadata"):
                    message = self._from_bot(job["installation"], job["channel"], job["args"])
                    self._add(message)
                    self._spawn(self._announce(message, job["channel"], self.bot_user, False))

    # ---- attacks and checks on the endpoint ------------------------------------------

    async def post_raw(
        self,
        body: bytes,
        *,
        content_type: str = "application/json",
        signature: str | None = None,
        timestamp: str | None = None,
        headers: Json | None = None,
        to: str = "event",
    ) -> Attempt:
        """A request as an attacker would forge it. signature None: a right one; "": none at all."""
        timestamp = timestamp if timestamp is not None else str(int(self.now()))
        signature = sign(self.signing_secret, timestamp, body) if signature is None else signature
        sent = {"content-type": content_type, **(headers or {})}
        if signature:
            sent["x-slack-signature"] = signature
        if timestamp:
            sent["x-slack-request-timestamp"] = timestamp
        return await self._http_post(self._urls[to], body, sent)

    async def verify_url(self) -> bool:
        """The handshake when a request URL is entered in the app settings."""
        challenge = uuid.uuid4().hex
        attempt = await self.post_raw(
            json.dumps({"type": "url_verification", "token": self.verification_token, "challenge": challenge}).encode()
        )
        if not attempt.ok:
            return False
        with suppress(ValueError):
            return json.loads(attempt.body).get("challenge") == challenge
        return attempt.body.strip() == challenge

    async def install_from_browser(
        self,
        install_url: str,
        team: str | None = None,
        *,
        user: User | None = None,
        cancel: bool = False,
        forget_cookie: bool = False,
        state: str | None = None,
    ) -> Attempt:
        """Walk the OAuth flow: install page -> Slack's consent -> the app's redirect URL."""
        async with self._http.get(install_url, allow_redirects=False) as page:
            text = await page.text()
            cookie = "; ".join(c.split(";")[0] for c in page.headers.getall("set-cookie", []))
            link = page.headers.get("location") or next(
                iter(re.findall(r'href="([^"]*oauth/v2/authorize[^"]*)"', text)), None
            )
        if not link:
            return Attempt(page.status, text, reason="status")
        query = {k: v[0] for k, v in parse_qs(urlsplit(link.replace("&amp;", "&")).query).items()}
        if query.get("client_id") != self.client_id:
            return Attempt(400, f"authorize: bad client_id {query.get('client_id')}", reason="status")
        missing = set(filter(None, query.get("scope", "").split(","))) - self.scopes
        if missing:
            return Attempt(400, f"authorize: scopes not configured {sorted(missing)}", reason="status")
        redirect = (
            query.get("redirect_uri")
            or f"{urlsplit(install_url).scheme}://{urlsplit(install_url).netloc}/slack/oauth_redirect"
        )
        answer = {"state": state if state is not None else query.get("state", "")}
        if cancel:
            answer["error"] = "access_denied"
        else:
            code = uuid.uuid4().hex
            self._codes[code] = {
                "team": team or self.team,
                "user": user.id if user else "U0SIMOWNER",
                "at": self.now(),
                "redirect_uri": query.get("redirect_uri"),
                "scope": query.get("scope", ""),
            }
            answer["code"] = code
        headers = {} if forget_cookie else {"cookie": cookie}
        start = time.monotonic()
        async with self._http.get(f"{redirect}?{urlencode(answer)}", headers=headers, allow_redirects=False) as back:
            return Attempt(
                back.status,
                await back.text(),
                dict(back.headers),
                time.monotonic() - start,
                "" if back.status < 400 else "status",
            )

    async def _authorize_page(self, request: web.Request) -> web.Response:
        return web.Response(text="consent page (tests use install_from_browser)", content_type="text/html")

    # ---- faults ------------------------------------------------------------------

    def inject(
        self,
        method: str,
        *,
        status: int | None = None,
        error: str | None = None,
        retry_after: int | None = None,
        delay: float = 0.0,
        drop: bool = False,
        times: int = 1,
        after: bool = False,
        when: Callable[[Json], bool] | None = None,
    ) -> None:
        """Make the next `times` calls of `method` ("*": any) go wrong: 429 with Retry-After, 5xx, an error code,
        a delay, a dropped connection. after=True does the work first, so that the bot cannot know."""
        if retry_after is not None:
            status, error = 429, error or "ratelimited"
        self._faults.append(Fault(method, times, status, error, retry_after, delay, drop, after, when))

    def _fault(self, method: str, args: Json) -> Fault | None:
        for fault in self._faults:
            if fault.method in (method, "*") and fault.times > 0 and (not fault.when or fault.when(args)):
                fault.times -= 1
                return fault
        return None

    # ---- events out ----------------------------------------------------------------

    @staticmethod
    def _channel_type(channel: Channel) -> str:
        return channel.kind

    @staticmethod
    def _message_event_name(channel: Channel) -> str:
        return {"channel": "message.channels", "group": "message.groups", "im": "message.im", "mpim": "message.mpim"}[
            channel.kind
        ]

    @staticmethod
    def _shown_name(channel: Channel) -> str:
        return {"im": "directmessage", "group": "privategroup"}.get(channel.kind, channel.name)

    def _public(self, m: Message) -> Json:
        """The message object inside events and history."""
        user = self._find_user(self.team, m.user)
        out: dict[str, Any] = {
            "type": "message",
            "user": m.user,
            "text": m.text,
            "ts": m.ts,
            "team": user.team if user else self.team,
        }
        for name in (
            "subtype",
            "thread_ts",
            "bot_id",
            "app_id",
            "blocks",
            "attachments",
            "metadata",
            "edited",
            "files",
            "client_msg_id",
        ):
            if getattr(m, name):
                out[name] = copy.deepcopy(getattr(m, name))
        if m.bot_id and user:
            out["bot_profile"] = {
                "id": m.bot_id,
                "deleted": False,
                "name": user.real_name,
                "team_id": user.team,
                "app_id": m.app_id or "A0OTHER",
            }
        replies = [
            r
            for r in self.history.get(m.channel, [])
            if r.thread_ts == m.ts and r.ts != m.ts and not r.deleted and not r.ephemeral_to
        ]
        if replies:
            out |= {
                "thread_ts": m.ts,
                "reply_count": len(replies),
                "reply_users": sorted({r.user for r in replies}),
                "latest_reply": replies[-1].ts,
            }
        if m.reactions:
            out["reactions"] = [{"name": k, "users": sorted(v), "count": len(v)} for k, v in m.reactions.items()]
        return out

    async def _announce(self, message: Message, channel: Channel, author: User, wait: bool) -> None:
        event = {
            **self._public(message),
            "channel": channel.id,
            "event_ts": message.ts,
            "channel_type": self._channel_type(channel),
        }
        for quiet_field in ("reply_count", "reply_users", "latest_reply"):
            event.pop(quiet_field, None)
        if message.thread_ts:
            parent = self._message(channel.id, message.thread_ts)
            if parent:
                event["parent_user_id"] = parent.user
        if channel.shared:  # Slack Connect: who speaks, from which workspace
            event |= {"user_team": author.team, "source_team": author.team}
        jobs = [self._to_bots(channel, self._message_event_name(channel), event)]
        for installation in self._bots_in(channel):
            if (
                f"<@{installation.bot_user}>" in message.text
                and channel.kind != "im"
                and message.user != installation.bot_user
            ):
                mention = {k: v for k, v in event.items() if k != "channel_type"} | {"type": "app_mention"}
                jobs.append(self._to_bots(channel, "app_mention", mention, only=installation))
        if wait:
            await asyncio.gather(*jobs)
        else:
            for job in jobs:
                self._spawn(job)

    async def _changed_event(self, message: Message, previous: Json) -> Delivery | None:
        channel = self._find_channel(self.team, message.channel)
        done = await self._to_bots(
            channel,
            self._message_event_name(channel),
            {
                "type": "message",
                "subtype": "message_changed",
                "hidden": True,
                "message": self._public(message),
                "previous_message": previous,
                "channel": channel.id,
                "ts": self._ts(),
                "channel_type": self._channel_type(channel),
            },
        )
        return done[0] if done else None

    def _bots_in(self, channel: Channel) -> list[Installation]:
        return [
            i
            for i in self.installations.values()
            if i.bot_user in channel.members and not (i.uninstalled or i.revoked or i.superseded)
        ]

    async def _to_bots(
        self, channel: Channel, name: str, event: Json, only: Installation | None = None
    ) -> list[Delivery]:
        targets = [only] if only else self._bots_in(channel)
        done = await asyncio.gather(*(self._emit(i, name, event, shared=channel.shared) for i in targets))
        return [d for d in done if d]

    async def _emit(
        self,
        installation: Installation,
        name: str,
        event: Json,
        shared: bool = False,
        forced: bool = False,
        **envelope: Any,
    ) -> Delivery | None:
        need = EVENT_NEEDS.get(name)
        if not forced and (name not in self.events or (need and need not in installation.scopes)):
            return None
        if not self._sockets and not self._urls:
            return None  # no app is listening
        workspace = self.workspaces[installation.team]
        event = {"event_ts": event.get("ts") or self._ts(), **copy.deepcopy(event)}
        payload = {
            "token": self.verification_token,
            "team_id": installation.team,
            "api_app_id": self.app_id,
            "context_team_id": installation.team,
            "context_enterprise_id": workspace.enterprise,
            "event": event,
            "type": "event_callback",
            "event_id": self._id("Ev"),
            "event_time": int(self.now()),
            "authorizations": [
                {
                    "enterprise_id": workspace.enterprise,
                    "team_id": installation.team,
                    "user_id": installation.bot_user,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": shared,
            "event_context": f"4-{uuid.uuid4().hex[:24]}",
            **envelope,
        }
        if workspace.enterprise:
            payload["enterprise_id"] = workspace.enterprise
        delivery = Delivery("event", payload)
        self.deliveries.append(delivery)
        attempt = await self._send("event", payload)
        delivery.attempts.append(attempt)
        for number, pause in enumerate(RETRY_PAUSES, 1):
            if attempt.ok or attempt.headers.get("x-slack-no-retry") == "1":
                break
            await asyncio.sleep(pause * self.time_scale)
            attempt = await self._send("event", payload, number, RETRY_REASONS[attempt.reason])
            attempt.retry_num = number
            delivery.attempts.append(attempt)
        self._changed.set()
        return delivery

    async def _once(self, kind: str, payload: Json, what: str) -> Delivery:
        """Commands and interactions are never retried; a failure is a warning on the user's screen."""
        delivery = Delivery(kind, payload)
        self.deliveries.append(delivery)
        attempt = await self._send(kind, payload)
        delivery.attempts.append(attempt)
        if not attempt.ok:
            word = {"timeout": "operation_timeout", "connection": "dispatch_failed"}.get(
                attempt.reason, f"http {attempt.status}"
            )
            self.user_errors.append(f"{what}: {word}")
        self._changed.set()
        return delivery

    async def _send(self, kind: str, payload: Json, retry_num: int = 0, reason: str = "") -> Attempt:
        if self._sockets:
            return await self._send_socket(kind, payload, retry_num, reason)
        if kind not in self._urls:
            return Attempt(0, reason="connection")
        if kind == "event":
            body, content_type = json.dumps(payload).encode(), "application/json"
        elif kind == "command":
            body, content_type = urlencode(payload).encode(), "application/x-www-form-urlencoded"
        else:
            body, content_type = (
                urlencode({"payload": json.dumps(payload)}).encode(),
                "application/x-www-form-urlencoded",
            )
        timestamp = str(int(time.time()))
        headers = {
            "content-type": content_type,
            "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "x-slack-request-timestamp": timestamp,
            "x-slack-signature": sign(self.signing_secret, timestamp, body),
        }
        if retry_num:
            headers |= {"x-slack-retry-num": str(retry_num), "x-slack-retry-reason": reason}
        return await self._http_post(self._urls[kind], body, headers)

    async def _http_post(self, url: str, body: bytes, headers: Json) -> Attempt:
        start = time.monotonic()
        try:
            async with self._http.post(
                url, data=body, headers=headers, max_redirects=2, timeout=aiohttp.ClientTimeout(total=self.ack_timeout)
            ) as response:
                text = await response.text()
                return Attempt(
                    response.status,
                    text,
                    {k.lower(): v for k, v in response.headers.items()},
                    time.monotonic() - start,
                    "" if 200 <= response.status < 300 else "status",
                )
        except TimeoutError:
            return Attempt(0, seconds=time.monotonic() - start, reason="timeout")
        except aiohttp.ClientError as error:
            return Attempt(0, str(error), seconds=time.monotonic() - start, reason="connection")

    # ---- Socket Mode -----------------------------------------------------------------

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        await socket.send_json(
            {
                "type": "hello",
                "num_connections": len(self._sockets),
                "debug_info": {"host": "applink-sim", "build_number": 1, "approximate_connection_time": 18060},
                "connection_info": {"app_id": self.app_id},
            }
        )
        self._changed.set()
        async for frame in socket:
            if frame.type == aiohttp.WSMsgType.TEXT:
                with suppress(ValueError):
                    answer = json.loads(frame.data)
                    waiting = self._acks.pop(answer.get("envelope_id"), None)
                    if waiting and not waiting.done():
                        waiting.set_result(answer)
        if socket in self._sockets:
            self._sockets.remove(socket)
        return socket

    async def _send_socket(self, kind: str, payload: Json, retry_num: int, reason: str) -> Attempt:
        socket = self._sockets[self._next_socket % len(self._sockets)]
        self._next_socket += 1
        envelope: dict[str, Any] = {
            "envelope_id": str(uuid.uuid4()),
            "payload": payload,
            "type": {"event": "events_api", "command": "slash_commands"}.get(kind, "interactive"),
            "accepts_response_payload": kind in ("command", "options") or payload.get("type") == "view_submission",
        }
        if kind == "event":
            envelope |= {"retry_attempt": retry_num, "retry_reason": reason}  # 0 and "" on the first delivery
        waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._acks[envelope["envelope_id"]] = waiting
        start = time.monotonic()
        try:
            await socket.send_json(envelope)
            answer = await asyncio.wait_for(waiting, self.ack_timeout)
        except TimeoutError:
            return Attempt(0, seconds=time.monotonic() - start, reason="timeout")
        except ConnectionError as error:
            return Attempt(0, str(error), reason="connection")
        body = answer.get("payload")
        if body and not envelope["accepts_response_payload"]:
            self.user_errors.append(f"socket: response payload for an envelope that takes none ({envelope['type']})")
        return Attempt(200, json.dumps(body) if body else "", seconds=time.monotonic() - start)

    async def socket_connected(self, timeout: float = 10.0) -> None:
        await self.wait_for(lambda: self._sockets, timeout, "for a Socket Mode connection")

    async def disconnect_socket(self, reason: str = "refresh_requested") -> None:
        """Slack asks clients to reconnect every few hours."""
        old, self._sockets = self._sockets, []
        for socket in old:
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-sim"}})

    # ---- response_url and interactivity helpers ------------------------------------------

    def _short(self) -> str:
        return f"s{next(self._ids):04x}"

    def _who(self, user: User) -> Json:
        workspace = self.workspaces[user.team]
        return {
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team},
            "api_app_id": self.app_id,
            "token": self.verification_token,
            "team": {"id": workspace.id, "domain": workspace.domain},
            "enterprise": {"id": workspace.enterprise, "name": workspace.enterprise} if workspace.enterprise else None,
            "is_enterprise_install": False,
        }

    def _trigger(self, user: User, view: View | None = None) -> str:
        key = f"{next(self._ids)}.{int(time.time())}.{uuid.uuid4().hex}"
        self._triggers[key] = {"user": user, "at": time.monotonic(), "view": view, "used": False}
        return key

    def _response_url(self, user: User, channel: Channel, message: Message | None = None) -> str:
        key = uuid.uuid4().hex
        self._response_urls[key] = {"user": user, "channel": channel, "message": message, "uses": 0, "at": self.now()}
        return f"{self.base_url}/respond/{key}"

    def _record_local(self, method: str, args: Json, team: str, violations: list[str] | None = None) -> Call:
        found = violations if violations is not None else bk.check_payload("response_url", args)
        call = Call(
            len(self.calls) + 1,
            time.monotonic(),
            method,
            args,
            "",
            team,
            response={"ok": not violations},
            violations=found,
            lint=bk.lint_payload("response_url", args),
        )
        self.calls.append(call)
        self._changed.set()
        return call

    async def _respond(self, request: web.Request) -> web.Response:
        place = self._response_urls.get(request.match_info["id"])
        try:
            args = await request.json()
        except ValueError:
            args = {"invalid": "no JSON"}
        fault = self._fault("response_url", args)
        if place is None:
            return web.Response(status=404, text="not found")
        call = self._record_local("response_url", args, place["user"].team)
        if fault and not fault.after:
            call.injected, call.status = True, fault.status or 500
            await asyncio.sleep(fault.delay)
            return web.Response(
                status=call.status, headers={"retry-after": str(fault.retry_after)} if fault.retry_after else {}
            )
        place["uses"] += 1
        if place["uses"] > RESPONSE_URL_USES or self.now() - place["at"] > RESPONSE_URL_SECONDS:
            word = "used_url" if place["uses"] > RESPONSE_URL_USES else "expired_url"
            call.response, call.status = {"ok": False, "error": word}, 404
            return web.json_response(call.response, status=404)
        serious = [v for v in call.violations if not v.startswith("unknown argument")]
        if serious:
            call.response, call.status = {"ok": False, "error": "invalid_blocks"}, 400
            return web.json_response(call.response, status=400)
        source = place["message"]
        if args.get("delete_original") and source:
            source.deleted = True
        elif source and args.get("replace_original", source.ephemeral_to is not None and not args.get("response_type")):
            source.text, source.blocks = args.get("text", ""), self._own_ids(args.get("blocks"))
            source.edited = {"user": source.user, "ts": self._ts()}
        else:
            self._post_answer(place["user"], place["channel"], args)
        self._changed.set()
        return web.Response(text="ok")

    def _post_answer(self, user: User, channel: Channel, args: Json) -> Message:
        installation = self._installation(user.team)
        message = self._from_bot(installation, channel, args)
        if args.get("response_type") != "in_channel":
            message.ephemeral_to = user.id
        self._add(message)
        return message

    def _own_ids(self, blocks: list[Any] | None) -> list[Any] | None:
        """Slack fills in the block_ids and action_ids an app left out."""
        blocks = copy.deepcopy(blocks)
        for block in blocks or []:
            if isinstance(block, dict):
                block.setdefault("block_id", self._short())
                for part in [block.get("accessory"), block.get("element"), *(block.get("elements") or [])]:
                    if isinstance(part, dict) and part.get("type") in ELEMENTS and part["type"] != "image":
                        part.setdefault("action_id", self._short())
                for child in block.get("child_blocks") or []:
                    child.setdefault("block_id", self._short())
        return blocks

    def _element(self, blocks: list[Any], action_id: str, block_id: str | None = None) -> tuple[Json, Json]:
        found = []
        for block in [b for top in blocks for b in [top, *(top.get("child_blocks") or [])]]:
            if block_id and block.get("block_id") != block_id:
                continue
            owners = [block, *[c for c in block.get("elements") or [] if c.get("type") == "card"]]
            for owner in owners:
                for part in [
                    owner.get("accessory"),
                    owner.get("element"),
                    *(owner.get("elements") or []),
                    *(owner.get("actions") or []),
                ]:
                    if isinstance(part, dict) and part.get("action_id") == action_id:
                        found.append((block, part))
        if not found:
            have = sorted({n["action_id"] for n in walk(blocks) if "action_id" in n})
            raise CannotDo(f"no element {action_id!r} here; there is {have}")
        return found[0]

    def _message_state(self, message: Message) -> Json:
        if not hasattr(message, "_state"):
            message._state = {}  # type: ignore[attr-defined]
        return message._state  # type: ignore[attr-defined]

    def _chosen(self, element: Json, value: Any) -> Json:
        """The state entry for a value the user typed or picked; refuses what the client would not allow."""
        kind = element["type"]

        def option(wanted: str) -> Json:
            every = list(element.get("options") or [])
            for group in element.get("option_groups") or []:
                every += group["options"]
            for one in every:
                if one["value"] == wanted or one["text"]["text"] == wanted:
                    return one
            if kind.endswith("external_select"):
                return {"text": {"type": "plain_text", "text": wanted}, "value": wanted}
            raise CannotDo(f"no option {wanted!r}; there is {[o['value'] for o in every]}")

        if kind in ("static_select", "external_select", "radio_buttons", "overflow"):
            return {"type": kind, "selected_option": option(value) if value is not None else None}
        if kind in ("multi_static_select", "multi_external_select", "checkboxes"):
            chosen = [option(v) for v in value or []]
            if len(chosen) > element.get("max_selected_items", 10**6):
                raise CannotDo("more options than max_selected_items")
            return {"type": kind, "selected_options": chosen}
        single = {
            "users_select": "selected_user",
            "conversations_select": "selected_conversation",
            "channels_select": "selected_channel",
            "datepicker": "selected_date",
            "timepicker": "selected_time",
            "datetimepicker": "selected_date_time",
        }
        if kind in single:
            return {"type": kind, single[kind]: getattr(value, "id", value)}
        many = {
            "multi_users_select": "selected_users",
            "multi_conversations_select": "selected_conversations",
            "multi_channels_select": "selected_channels",
        }
        if kind in many:
            return {"type": kind, many[kind]: [getattr(v, "id", v) for v in value or []]}
        if kind == "rich_text_input":
            rich = (
                {
                    "type": "rich_text",
                    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": value}]}],
                }
                if value
                else None
            )
            return {"type": kind, "rich_text_value": rich}
        if kind == "file_input":
            return {"type": kind, "files": value or []}
        text = None if value is None else str(value)
        if text:
            if len(text) > element.get("max_length", 3000):
                raise CannotDo(f"the client stops at {element.get('max_length', 3000)} characters")
            if len(text) < element.get("min_length", 0):
                raise CannotDo(f"needs {element['min_length']} characters")
            if kind == "number_input" and not re.fullmatch(r"-?\d+(\.\d+)?", text):
                raise CannotDo("not a number")
            if kind == "email_text_input" and "@" not in text:
                raise CannotDo("not an e-mail address")
        return {"type": kind, "value": text}

    def _fill(self, view: View, values: dict[str, Any]) -> None:
        left = dict(values)
        for block in view.content["blocks"]:
            if block["type"] != "input":
                continue
            element = block["element"]
            known = view.values.get(block["block_id"], {}).get(element["action_id"])
            for key in (block["block_id"], element["action_id"]):
                if key in left:
                    known = self._chosen(element, left.pop(key))
                    break
            else:
                if known is None:
                    known = self._initial(element)
            empty = all(v in (None, "", []) for k, v in known.items() if k != "type")
            if empty and not block.get("optional"):
                raise CannotDo(f"the client asks for {block['label']['text']!r} (block {block['block_id']})")
            view.values.setdefault(block["block_id"], {})[element["action_id"]] = known
        if left:
            raise CannotDo(
                f"no such inputs: {sorted(left)}; there is "
                f"{[(b['block_id'], b['element']['action_id']) for b in view.content['blocks'] if b['type'] == 'input']}"
            )

    def _initial(self, element: Json) -> Json:
        for name in (
            "initial_value",
            "initial_user",
            "initial_conversation",
            "initial_channel",
            "initial_date",
            "initial_time",
            "initial_date_time",
        ):
            if name in element and element["type"] != "rich_text_input":
                return self._chosen(element, element[name])
        if "initial_option" in element:
            return {"type": element["type"], "selected_option": element["initial_option"]}
        if "initial_options" in element:
            return {"type": element["type"], "selected_options": element["initial_options"]}
        for name in ("initial_users", "initial_conversations", "initial_channels"):
            if name in element:
                return self._chosen(element, element[name])
        return self._chosen(element, None)

    def _apply_submission(self, user: User, view: View, answer: Json | None, delivery: Delivery) -> None:
        stack = self.modals[user.id]
        action = (answer or {}).get("response_action")
        if action == "errors":
            delivery.errors = answer["errors"]
        elif action == "update":
            stack[-1] = self._make_view(user, answer["view"], root=view.root, previous=view.previous, id_=view.id)
        elif action == "push":
            if len(stack) >= MODAL_DEPTH:
                self.user_errors.append("the modal: more than 3 views stacked")
            else:
                stack.append(self._make_view(user, answer["view"], root=view.root, previous=view.id))
        elif action == "clear":
            stack.clear()
        else:
            stack.pop()
        self._changed.set()

    def _make_view(
        self, user: User, content: Json, root: str | None = None, previous: str | None = None, id_: str | None = None
    ) -> View:
        content = {**content, "blocks": self._own_ids(content["blocks"])}
        key = id_ or self._id("V")
        return View(key, user.id, content, f"{int(time.time())}.{uuid.uuid4().hex[:8]}", root or key, previous)

    def _view_json(self, view: View) -> Json:
        user = next(u for w in self.workspaces.values() for u in w.users.values() if u.id == view.user)
        base = {
            "id": view.id,
            "team_id": user.team,
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "state": {"values": copy.deepcopy(view.values)},
            "hash": view.hash,
            "previous_view_id": view.previous,
            "root_view_id": view.root,
            "app_id": self.app_id,
            "app_installed_team_id": user.team,
            "bot_id": self._installation(user.team).bot_id,
        }
        if view.content["type"] == "modal":
            base |= {"clear_on_close": False, "notify_on_close": False, "close": None, "submit": None}
        return base | copy.deepcopy(view.content)

    # ---- messages ---------------------------------------------------------------------

    def _add(self, message: Message) -> None:
        self.history.setdefault(message.channel, []).append(message)
        self._changed.set()

    def _message(self, channel: str, ts: str) -> Message | None:
        return next((m for m in self.history.get(channel, []) if m.ts == ts and not m.deleted), None)

    def _from_bot(self, installation: Installation, channel: Channel, args: Json) -> Message:
        return Message(
            self._ts(),
            channel.id,
            installation.bot_user,
            args.get("text") or args.get("markdown_text") or "",
            blocks=self._own_ids(args.get("blocks")),
            attachments=args.get("attachments"),
            thread_ts=args.get("thread_ts"),
            bot_id=installation.bot_id,
            app_id=self.app_id,
            metadata=args.get("metadata"),
            broadcast=bool(args.get("reply_broadcast")),
        )

    def _spawn(self, job: Awaitable[Any]) -> None:
        task = asyncio.ensure_future(job)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # ---- Web API in ----------------------------------------------------------------------

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        args, token = await self._arguments(request)
        installation = self.installations.get(token)
        call = Call(
            len(self.calls) + 1, time.monotonic(), method, args, token, installation.team if installation else None
        )
        self.calls.append(call)
        fault = self._fault(method, args)
        if fault and not fault.after:
            return await self._faulty(call, fault, request)
        headers = {}
        try:
            body = await self._run(call, installation)
        except SlackError as error:
            body = error.body
            if body["error"] == "ratelimited":
                call.status, headers["Retry-After"] = 429, str(body.pop("retry_after", 1))
        call.response = body
        self._changed.set()
        if fault:
            return await self._faulty(call, fault, request)
        if installation:
            headers["x-oauth-scopes"] = ",".join(sorted(installation.scopes))
        return web.json_response(body, status=call.status, headers=headers)

    async def _faulty(self, call: Call, fault: Fault, request: web.Request) -> web.StreamResponse:
        call.injected = True
        await asyncio.sleep(fault.delay)
        self._changed.set()
        if fault.drop:
            if request.transport:
                request.transport.close()
            return web.Response()
        if fault.status and fault.status >= 500:
            call.status = fault.status
            return web.Response(status=fault.status, text="<html>Server Error</html>", content_type="text/html")
        if fault.status or fault.error:
            call.status = fault.status or 200
            if not fault.after:
                call.response = {"ok": False, "error": fault.error or "fatal_error"}
            return web.json_response(
                {"ok": False, "error": fault.error or "fatal_error"},
                status=call.status,
                headers={"Retry-After": str(fault.retry_after)} if fault.retry_after is not None else {},
            )
        if not call.response:  # only slow
            try:
                call.response = await self._run(call, self.installations.get(call.token))
            except SlackError as error:
                call.response = error.body
        return web.json_response(call.response)

    @staticmethod
    async def _arguments(request: web.Request) -> tuple[Json, str]:
        args: dict[str, Any] = dict(request.query)
        if request.content_type == "application/json":
            with suppress(ValueError):
                args |= await request.json()
        elif request.method == "POST":
            args |= {k: v for k, v in (await request.post()).items() if isinstance(v, str)}
        bearer = request.headers.get("authorization", "")
        token = bearer.removeprefix("Bearer ") if bearer.startswith("Bearer ") else str(args.get("token", ""))
        if bearer.startswith("Basic "):
            args.setdefault("_basic", bearer)
        args.pop("token", None)
        decoded, _ = decode(args)
        return decoded, token

    async def _run(self, call: Call, installation: Installation | None) -> Json:
        method, args = call.method, call.args
        if method in ("api.test", "oauth.v2.access"):
            return getattr(self, "_do_" + method.replace(".", "_"))(args)
        if not call.token:
            raise SlackError("not_authed")
        if method == "apps.connections.open":
            if call.token != self.app_token:
                raise SlackError("not_allowed_token_type" if installation else "invalid_auth")
            return {"ok": True, "url": f"ws://127.0.0.1:{self._port}/socket/{uuid.uuid4().hex}"}
        if installation is None:
            raise SlackError("invalid_auth")
        if installation.uninstalled:
            raise SlackError("account_inactive")
        if installation.revoked:
            raise SlackError("token_revoked")
        if installation.expires_at and self.now() > installation.expires_at:
            raise SlackError("token_expired")
        call.violations = bk.check_payload(method, args, self.now())
        call.lint = bk.lint_payload(method, args)
        do = getattr(self, "_do_" + method.replace(".", "_"), None)
        if do is None:
            raise SlackError("unknown_method", req_method=method)
        self._need(installation, SCOPES.get(method))
        self._limit_rate(method, args, installation)
        self._refuse(call)
        return {"ok": True, **(do(args, installation, call) or {})}

    def _need(self, installation: Installation, scope: str | None) -> None:
        if scope and scope not in installation.scopes:
            raise SlackError("missing_scope", needed=scope, provided=",".join(sorted(installation.scopes)))

    def _limit_rate(self, method: str, args: Json, installation: Installation) -> None:
        if not self.enforce_rate:
            return
        if method == "chat.postMessage":
            key, allowed, window = ("post", installation.team, args.get("channel")), 3, 3.0  # 1 a second, small bursts
        else:
            tier = TIERS.get(method)
            if not tier:
                return
            key, allowed, window = (method, installation.team), TIER_PER_MINUTE[tier], 60.0
        recent = [t for t in self._hits.get(key, []) if t > time.monotonic() - window]
        if len(recent) >= allowed:
            raise SlackError("ratelimited", retry_after=max(1, round(window / allowed)))
        self._hits[key] = recent + [time.monotonic()]

    def _refuse(self, call: Call) -> None:
        """Turn the checker's findings into the error Slack would answer."""
        serious = [v for v in call.violations if self.strict_unknown_arguments or not v.startswith("unknown argument")]
        if not serious:
            return
        text = " ".join(serious)
        for word in ("no_text", "markdown_text_conflict", "time_in_past", "time_too_far", "invalid_time"):
            if word in text:
                raise SlackError(word)
        if "blocks are too long" in text:
            raise SlackError("msg_blocks_too_long")
        if "view is larger" in text:
            raise SlackError("view_too_large")
        detail = {"response_metadata": {"messages": [f"[ERROR] {v}" for v in serious]}}
        if call.method == "blocks.validate":
            word = next((f"invalid_{name}" for name in ("view", "message") if name in call.args), "invalid_blocks")
            raise SlackError(
                word,
                errors=[
                    {"pointer": v[v.rindex(":") + 1 : -1], "code": "failed_constraint", "message": v[: v.rindex(" [")]}
                    for v in serious
                ],
            )
        if any("[json-pointer:/view" in v for v in serious):
            raise SlackError("invalid_arguments", **detail)
        if any("[json-pointer:/blocks" in v for v in serious):
            raise SlackError("invalid_blocks", errors=serious, **detail)
        if any("[json-pointer:/metadata" in v for v in serious) and call.method != "chat.scheduleMessage":
            raise SlackError("invalid_metadata_format")
        if any(v.startswith(("missing", "must", "give", "is not valid JSON")) for v in serious):
            raise SlackError("invalid_arguments", **detail)

    def _target(self, args: Json, installation: Installation, key: str = "channel") -> Channel:
        """The conversation a bot wants to write to, and may."""
        wanted = str(args[key])
        team = installation.team
        if wanted[:1] in "UW" and self._find_user(team, wanted):
            user = self._find_user(team, wanted)
            if user.is_bot:
                raise SlackError("cannot_dm_bot")
            if user.deleted:
                raise SlackError("user_disabled")
            return self.dm(user)
        channel = self._find_channel(team, wanted)
        if channel is None:
            raise SlackError("channel_not_found")
        if channel.archived:
            raise SlackError("is_archived")
        if installation.bot_user not in channel.members:
            if channel.kind == "channel" and "chat:write.public" in installation.scopes:
                return channel
            raise SlackError("not_in_channel" if channel.kind == "channel" else "channel_not_found")
        return channel

    def _readable(self, args: Json, installation: Installation, scopes: dict[str, str]) -> Channel:
        channel = self._find_channel(installation.team, str(args.get("channel", "")))
        if channel is None or (channel.kind != "channel" and installation.bot_user not in channel.members):
            raise SlackError("channel_not_found")
        self._need(installation, scopes[channel.kind])
        return channel

    # ---- methods: auth ---------------------------------------------------------------------

    def _do_api_test(self, args: Json) -> Json:
        return {"ok": True, "args": args}

    def _do_auth_test(self, args: Json, i: Installation, call: Call) -> Json:
        workspace = self.workspaces[i.team]
        return {
            "url": f"https://{workspace.domain}.slack.com/",
            "team": workspace.name,
            "user": "bot",
            "team_id": i.team,
            "user_id": i.bot_user,
            "bot_id": i.bot_id,
            "is_enterprise_install": False,
            **({"enterprise_id": workspace.enterprise} if workspace.enterprise else {}),
        }

    def _do_auth_revoke(self, args: Json, i: Installation, call: Call) -> Json:
        i.revoked = True
        return {"revoked": True}

    def _do_apps_event_authorizations_list(self, args: Json, i: Installation, call: Call) -> Json:
        return {
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": i.team,
                    "user_id": i.bot_user,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ]
        }

    def _do_oauth_v2_access(self, args: Json) -> Json:
        import base64

        ident, secret = args.get("client_id"), args.get("client_secret")
        if "_basic" in args:
            ident, _, secret = base64.b64decode(args["_basic"][6:]).decode().partition(":")
        if ident != self.client_id:
            raise SlackError("invalid_client_id")
        if secret != self.client_secret:
            raise SlackError("bad_client_secret")
        if args.get("grant_type") == "refresh_token":
            old = next(
                (i for i in self.installations.values() if i.refresh and i.refresh == args.get("refresh_token")), None
            )
            if old is None or old.uninstalled:
                raise SlackError("invalid_refresh_token")
            made = Installation(
                f"xoxe.xoxb-1-{uuid.uuid4().hex}",
                old.team,
                old.bot_user,
                old.bot_id,
                old.scopes,
                f"xoxe-1-{uuid.uuid4().hex}",
                self.now() + TOKEN_LIFE,
            )
            old.refresh, old.superseded = None, True  # a refresh token works once
            self.installations[made.token] = made
        else:
            grant = self._codes.pop(str(args.get("code")), None)
            if grant is None or self.now() - grant["at"] > 600:
                raise SlackError("invalid_code")
            if grant["redirect_uri"] != args.get("redirect_uri"):
                raise SlackError("bad_redirect_uri")
            made = self.install(grant["team"], set(filter(None, grant["scope"].split(","))) or None)
        workspace = self.workspaces[made.team]
        body = {
            "ok": True,
            "app_id": self.app_id,
            "access_token": made.token,
            "token_type": "bot",
            "scope": ",".join(sorted(made.scopes)),
            "bot_user_id": made.bot_user,
            "is_enterprise_install": False,
            "team": {"id": workspace.id, "name": workspace.name},
            "authed_user": {"id": "U0SIMOWNER"},
            "enterprise": {"id": workspace.enterprise, "name": workspace.enterprise} if workspace.enterprise else None,
        }
        if made.refresh:
            body |= {"refresh_token": made.refresh, "expires_in": TOKEN_LIFE}
        return body

    # ---- methods: chat ------------------------------------------------------------------------

    def _thread_check(self, args: Json, channel: Channel, call: Call) -> None:
        ts = args.get("thread_ts")
        if not ts:
            return
        parent = self._message(channel.id, str(ts))
        if parent is None:
            call.violations.append(f"thread_ts names no message of this channel: {ts} [json-pointer:/thread_ts]")
        elif parent.thread_ts and parent.thread_ts != parent.ts:
            call.violations.append(f"thread_ts is a reply, not its parent: {ts} [json-pointer:/thread_ts]")

    def _do_chat_postMessage(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._target(args, i)
        self._thread_check(args, channel, call)
        if {"username", "icon_emoji", "icon_url"} & args.keys() and "chat:write.customize" not in i.scopes:
            call.violations.append("own name or icon needs the scope chat:write.customize [json-pointer:/username]")
        self._check_slack_files(args.get("blocks"))
        message = self._from_bot(i, channel, args)
        self._add(message)
        bot = self._find_user(i.team, i.bot_user)
        self._spawn(self._announce(message, channel, bot, False))  # a bot hears its own messages
        return {"channel": channel.id, "ts": message.ts, "message": self._public(message)}

    def _do_chat_postEphemeral(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._target(args, i)
        if str(args["user"]) not in channel.members:
            raise SlackError("user_not_in_channel")
        self._thread_check(args, channel, call)
        message = self._from_bot(i, channel, args)
        message.ephemeral_to = str(args["user"])
        reader = self._find_user(i.team, message.ephemeral_to)
        thread = args.get("thread_ts")
        started = not thread or any(m.thread_ts == thread and m.ts != thread for m in self.messages(channel))
        message.visible = bool(reader and reader.active and started)  # docs: needs an active thread and an active user
        if not started:
            call.lint.append(
                "ephemeral in a thread that has no reply yet: nobody gets to see it [json-pointer:/thread_ts]"
            )
        self._add(message)
        return {"message_ts": message.ts}

    def _own_message(self, args: Json, i: Installation, channel: Channel, refusal: str) -> Message:
        message = self._message(channel.id, str(args["ts"]))
        if message is None or message.ephemeral_to:
            raise SlackError("message_not_found")
        if message.user != i.bot_user:
            raise SlackError(refusal)
        return message

    def _do_chat_update(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._target(args, i)
        message = self._own_message(args, i, channel, "cant_update_message")
        previous = self._public(message)
        if "text" in args or "markdown_text" in args:
            message.text = args.get("text") or args.get("markdown_text") or ""
            message.blocks = None  # docs: text without blocks drops the old blocks
        if "blocks" in args:
            message.blocks = self._own_ids(args["blocks"])
        if "metadata" in args:
            message.metadata = args["metadata"] or None
        message.edited = {"user": i.bot_user, "ts": self._ts()}
        self._spawn(self._changed_event(message, previous))
        return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": self._public(message)}

    def _do_chat_delete(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._target(args, i)
        self._own_message(args, i, channel, "cant_delete_message").deleted = True
        return {"channel": channel.id, "ts": args["ts"]}

    def _do_chat_scheduleMessage(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._target(args, i)
        post_at = int(args["post_at"])
        near = [
            j for j in self.scheduled.values() if j["channel"].id == channel.id and abs(j["post_at"] - post_at) < 300
        ]
        if len(near) >= 30:
            raise SlackError("restricted_too_many")
        key = self._id("Q")
        self.scheduled[key] = {"channel": channel, "args": args, "post_at": post_at, "installation": i}
        return {
            "channel": channel.id,
            "scheduled_message_id": key,
            "post_at": post_at,
            "message": {"type": "delayed_message", "text": args.get("text", ""), "bot_id": i.bot_id},
        }

    def _do_chat_deleteScheduledMessage(self, args: Json, i: Installation, call: Call) -> Json:
        if self.scheduled.pop(str(args["scheduled_message_id"]), None) is None:
            raise SlackError("invalid_scheduled_message_id")
        return {}

    def _do_chat_scheduledMessages_list(self, args: Json, i: Installation, call: Call) -> Json:
        return {
            "scheduled_messages": [
                {
                    "id": key,
                    "channel_id": j["channel"].id,
                    "post_at": j["post_at"],
                    "date_created": 0,
                    "text": j["args"].get("text", ""),
                }
                for key, j in self.scheduled.items()
            ],
            "response_metadata": {"next_cursor": ""},
        }

    def _do_chat_getPermalink(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._readable(args, i, _READ)
        if self._message(channel.id, str(args["message_ts"])) is None:
            raise SlackError("message_not_found")
        stamp = str(args["message_ts"]).replace(".", "")
        return {
            "channel": channel.id,
            "permalink": f"https://{self.workspaces[i.team].domain}.slack.com/archives/{channel.id}/p{stamp}",
        }

    def _do_chat_startStream(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._target(args, i)
        if channel.kind != "im" and not args.get("recipient_user_id"):
            raise SlackError("missing_recipient_user_id")
        message = self._from_bot(i, channel, args)
        message.metadata = {"_streaming": True}
        self._add(message)
        return {"channel": channel.id, "ts": message.ts}

    def _streaming(self, args: Json, i: Installation) -> Message:
        channel = self._target(args, i)
        message = self._own_message(args, i, channel, "message_not_owned_by_app")
        if message.metadata != {"_streaming": True}:
            raise SlackError("message_not_in_streaming_state")
        message.text += args.get("markdown_text") or ""
        return message

    def _do_chat_appendStream(self, args: Json, i: Installation, call: Call) -> Json:
        return {"channel": args["channel"], "ts": self._streaming(args, i).ts}

    def _do_chat_stopStream(self, args: Json, i: Installation, call: Call) -> Json:
        message = self._streaming(args, i)
        message.metadata, message.blocks = args.get("metadata"), self._own_ids(args.get("blocks"))
        return {"channel": args["channel"], "ts": message.ts, "message": self._public(message)}

    # ---- methods: assistant, agent ----------------------------------------------------------------

    def _thread_note(self, args: Json, i: Installation, **note: Any) -> Json:
        channel = self._find_channel(i.team, str(args["channel_id"]))
        if channel is None or i.bot_user not in channel.members:
            raise SlackError("channel_not_found")
        self.threads.setdefault((channel.id, str(args.get("thread_ts", ""))), {}).update(note)
        return {}

    def _do_assistant_threads_setStatus(self, args: Json, i: Installation, call: Call) -> Json:
        if len(args.get("loading_messages") or []) > 10:
            call.violations.append("no more than 10 items allowed [json-pointer:/loading_messages]")
        return self._thread_note(args, i, status=args["status"])

    def _do_assistant_threads_setTitle(self, args: Json, i: Installation, call: Call) -> Json:
        return self._thread_note(args, i, title=args["title"])

    def _do_assistant_threads_setSuggestedPrompts(self, args: Json, i: Installation, call: Call) -> Json:
        if self.agent_view and args.get("thread_ts"):  # docs: with agent_view, thread_ts makes the call fail silently
            call.violations.append(
                "thread_ts makes this call do nothing in an agent_view app [json-pointer:/thread_ts]"
            )
            return {}
        return self._thread_note(args, i, prompts=args["prompts"])

    # ---- methods: views ----------------------------------------------------------------------------

    def _use_trigger(self, args: Json) -> Json:
        trigger = self._triggers.get(str(args.get("trigger_id")))
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if time.monotonic() - trigger["at"] > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        if trigger["used"]:
            raise SlackError("exchanged_trigger_id")
        trigger["used"] = True
        return trigger

    def _unique_external(self, content: Json, except_id: str = "") -> None:
        wanted = content.get("external_id")
        every = [v for stack in self.modals.values() for v in stack] + list(self.homes.values())
        if wanted and any(v.content.get("external_id") == wanted and v.id != except_id for v in every):
            raise SlackError("duplicate_external_id")

    def _do_views_open(self, args: Json, i: Installation, call: Call) -> Json:
        trigger = self._use_trigger(args)
        self._unique_external(args["view"])
        view = self._make_view(trigger["user"], args["view"])
        self.modals[view.user] = [view]
        return {"view": self._view_json(view)}

    def _do_views_push(self, args: Json, i: Installation, call: Call) -> Json:
        trigger = self._use_trigger(args)
        stack = self.modals.get(trigger["user"].id) or []
        if trigger["view"] is None or not stack:
            raise SlackError("not_found")
        if len(stack) >= MODAL_DEPTH:
            raise SlackError("push_limit_reached")
        self._unique_external(args["view"])
        view = self._make_view(trigger["user"], args["view"], root=stack[0].id, previous=stack[-1].id)
        stack.append(view)
        return {"view": self._view_json(view)}

    def _do_views_update(self, args: Json, i: Installation, call: Call) -> Json:
        for stack in [*self.modals.values(), list(self.homes.values())]:
            for place, view in enumerate(stack):
                if view.id == args.get("view_id") or (
                    args.get("external_id") and view.content.get("external_id") == args["external_id"]
                ):
                    if args.get("hash") and args["hash"] != view.hash:
                        raise SlackError("hash_conflict")
                    self._unique_external(args["view"], view.id)
                    user = next(u for w in self.workspaces.values() for u in w.users.values() if u.id == view.user)
                    fresh = self._make_view(user, args["view"], view.root, view.previous, view.id)
                    kept = {b.get("block_id") for b in fresh.content["blocks"]}
                    fresh.values = {k: v for k, v in view.values.items() if k in kept}
                    if self.homes.get(view.user) is view:
                        self.homes[view.user] = fresh
                    else:
                        stack[place] = fresh
                    return {"view": self._view_json(fresh)}
        raise SlackError("not_found")

    def _do_views_publish(self, args: Json, i: Installation, call: Call) -> Json:
        if not self.home_tab:
            raise SlackError("not_enabled")
        user = self.workspaces[i.team].users.get(str(args["user_id"]))
        if user is None:
            raise SlackError("user_not_found")
        old = self.homes.get(user.id)
        if args.get("hash") and old and args["hash"] != old.hash:
            raise SlackError("hash_conflict")
        view = self._make_view(user, args["view"], id_=old.id if old else None)
        self.homes[user.id] = view
        return {"view": self._view_json(view)}

    def _do_blocks_validate(self, args: Json, i: Installation, call: Call) -> Json:
        return {}

    # ---- methods: conversations, users ----------------------------------------------------------------

    def _channel_json(self, c: Channel, i: Installation) -> Json:
        return {
            "id": c.id,
            "name": c.name,
            "name_normalized": c.name,
            "is_channel": c.kind == "channel",
            "is_group": c.kind == "group",
            "is_im": c.kind == "im",
            "is_mpim": c.kind == "mpim",
            "is_private": c.kind != "channel",
            "is_archived": c.archived,
            "is_general": c.name == "general",
            "is_member": i.bot_user in c.members,
            "is_ext_shared": c.shared,
            "is_shared": c.shared,
            "is_org_shared": False,
            "num_members": len(c.members),
            "topic": {"value": ""},
            "purpose": {"value": ""},
            "created": 1_700_000_000,
            "context_team_id": c.team,
            **({"user": next(iter(c.members - {i.bot_user}), "")} if c.kind == "im" else {}),
        }

    @staticmethod
    def _page(items: list[Any], args: Json, default: int, cap: int) -> tuple[list, Json]:
        limit = max(1, min(int(args.get("limit") or default), cap))
        cursor = args.get("cursor") or "0"
        if not str(cursor).isdigit() or int(cursor) > len(items):
            raise SlackError("invalid_cursor")
        start = int(cursor)
        more = start + limit < len(items)
        return items[start : start + limit], {"response_metadata": {"next_cursor": str(start + limit) if more else ""}}

    def _do_conversations_info(self, args: Json, i: Installation, call: Call) -> Json:
        return {"channel": self._channel_json(self._readable(args, i, _READ), i)}

    def _do_conversations_members(self, args: Json, i: Installation, call: Call) -> Json:
        part, meta = self._page(sorted(self._readable(args, i, _READ).members), args, 100, 1000)
        return {"members": part, **meta}

    def _listing(self, args: Json, i: Installation, member: str | None) -> Json:
        names = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
        kinds = [names[t] for t in (args.get("types") or "public_channel").split(",") if t in names]
        for kind in kinds:
            self._need(i, _READ[kind])
        every = [
            c
            for c in self.workspaces[i.team].channels.values()
            if c.kind in kinds
            and (c.kind == "channel" or i.bot_user in c.members)
            and (member is None or member in c.members)
            and not (str(args.get("exclude_archived")).lower() in ("true", "1") and c.archived)
        ]
        part, meta = self._page(every, args, 100, 1000)
        return {"channels": [self._channel_json(c, i) for c in part], **meta}

    def _do_conversations_list(self, args: Json, i: Installation, call: Call) -> Json:
        return self._listing(args, i, None)

    def _do_users_conversations(self, args: Json, i: Installation, call: Call) -> Json:
        return self._listing(args, i, str(args.get("user") or i.bot_user))

    def _window(self, found: list[Message], args: Json) -> list[Message]:
        low, high = str(args.get("oldest") or "0"), str(args.get("latest") or "9999999999")
        return [m for m in found if float(low) <= float(m.ts) <= float(high)]

    def _do_conversations_history(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._readable(args, i, _HISTORY)
        if i.bot_user not in channel.members:
            raise SlackError("not_in_channel")
        roots = [m for m in self.messages(channel) if not m.thread_ts or m.thread_ts == m.ts or m.broadcast]
        part, meta = self._page(self._window(roots, args)[::-1], args, 100, 999)
        return {
            "messages": [self._public(m) for m in part],
            "has_more": bool(meta["response_metadata"]["next_cursor"]),
            **meta,
        }

    def _do_conversations_replies(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._readable(args, i, _HISTORY)
        message = self._message(channel.id, str(args["ts"]))
        if message is None or message.ephemeral_to:
            raise SlackError("thread_not_found")
        root = message.thread_ts or message.ts
        thread = [m for m in self.messages(channel) if root in (m.ts, m.thread_ts)]
        part, meta = self._page(self._window(thread, args), args, 1000, 1000)
        return {
            "messages": [self._public(m) for m in part],
            "has_more": bool(meta["response_metadata"]["next_cursor"]),
            **meta,
        }

    def _do_conversations_open(self, args: Json, i: Installation, call: Call) -> Json:
        if args.get("channel"):
            channel = self._find_channel(i.team, str(args["channel"]))
            if channel is None:
                raise SlackError("channel_not_found")
            return {"channel": {"id": channel.id}}
        ids = args["users"] if isinstance(args["users"], list) else str(args["users"]).split(",")
        if len(ids) > 8:
            raise SlackError("too_many_users")
        people = [self._find_user(i.team, u) for u in ids]
        if not all(people):
            raise SlackError("user_not_found")
        self._need(i, "im:write" if len(ids) == 1 else "mpim:write")
        if len(ids) == 1:
            if people[0].deleted:
                raise SlackError("user_disabled")
            return {"channel": {"id": self.dm(people[0]).id}}
        members = {*ids, i.bot_user}
        room = next(
            (c for c in self.workspaces[i.team].channels.values() if c.kind == "mpim" and c.members == members), None
        )
        if room is None:
            room = Channel(self._id("G"), "mpdm", "mpim", members, team=i.team)
            self.workspaces[i.team].channels[room.id] = room
        return {"channel": {"id": room.id}}

    def _do_conversations_join(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._find_channel(i.team, str(args["channel"]))
        if channel is None:
            raise SlackError("channel_not_found")
        if channel.kind != "channel":
            raise SlackError("method_not_supported_for_channel_type")
        if channel.archived:
            raise SlackError("is_archived")
        bot = self._find_user(i.team, i.bot_user)
        if i.bot_user in channel.members:
            return {"channel": self._channel_json(channel, i), "warning": "already_in_channel"}
        self._spawn(self.join(bot, channel))
        channel.members.add(i.bot_user)
        return {"channel": self._channel_json(channel, i)}

    def _user_json(self, u: User, i: Installation) -> Json:
        profile = {"real_name": u.real_name, "display_name": u.name, "team": u.team}
        if "users:read.email" in i.scopes and not u.is_bot:
            profile["email"] = f"{u.name}@example.com"
        return {
            "id": u.id,
            "team_id": u.team,
            "name": u.name,
            "real_name": u.real_name,
            "deleted": u.deleted,
            "tz": u.tz,
            "tz_label": u.tz,
            "tz_offset": u.tz_offset,
            "profile": profile,
            "is_admin": u.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": u.is_restricted,
            "is_ultra_restricted": u.is_ultra_restricted,
            "is_bot": u.is_bot,
            "is_app_user": False,
            "is_stranger": u.is_stranger,
            "locale": u.locale,
            "updated": 1_700_000_000,
        }

    def _do_users_info(self, args: Json, i: Installation, call: Call) -> Json:
        user = self._find_user(i.team, str(args["user"]))
        if user is None:
            raise SlackError("user_not_found")
        found = self._user_json(user, i)
        if str(args.get("include_locale")).lower() not in ("true", "1"):
            found.pop("locale")
        return {"user": found}

    def _do_users_list(self, args: Json, i: Installation, call: Call) -> Json:
        part, meta = self._page(list(self.workspaces[i.team].users.values()), args, 200, 1000)
        return {"members": [self._user_json(u, i) for u in part], **meta}

    def _do_users_lookupByEmail(self, args: Json, i: Installation, call: Call) -> Json:
        for user in self.workspaces[i.team].users.values():
            if f"{user.name}@example.com" == args["email"] and not user.is_bot:
                return {"user": self._user_json(user, i)}
        raise SlackError("users_not_found")

    def _do_usergroups_users_list(self, args: Json, i: Installation, call: Call) -> Json:
        group = self.workspaces[i.team].usergroups.get(str(args["usergroup"]))
        if group is None:
            raise SlackError("no_such_subteam")
        return {"users": group[1]}

    def _do_usergroups_list(self, args: Json, i: Installation, call: Call) -> Json:
        return {
            "usergroups": [
                {"id": k, "handle": v[0], "name": v[0], "user_count": len(v[1])}
                for k, v in self.workspaces[i.team].usergroups.items()
            ]
        }

    def _do_team_info(self, args: Json, i: Installation, call: Call) -> Json:
        workspace = self.workspaces[i.team]
        return {
            "team": {
                "id": workspace.id,
                "name": workspace.name,
                "domain": workspace.domain,
                "email_domain": "example.com",
                "enterprise_id": workspace.enterprise,
            }
        }

    def _do_bots_info(self, args: Json, i: Installation, call: Call) -> Json:
        for user in self.workspaces[i.team].users.values():
            if user.bot_id and user.bot_id == args.get("bot", i.bot_id):
                return {
                    "bot": {
                        "id": user.bot_id,
                        "name": user.name,
                        "deleted": False,
                        "user_id": user.id,
                        "app_id": self.app_id,
                    }
                }
        raise SlackError("bot_not_found")

    def _do_reactions_add(self, args: Json, i: Installation, call: Call) -> Json:
        channel = self._readable(args, i, _READ)
        message = self._message(channel.id, str(args["timestamp"]))
        if message is None or message.ephemeral_to:
            raise SlackError("message_not_found")
        if i.bot_user in message.reactions.get(args["name"], set()):
            raise SlackError("already_reacted")
        message.reactions.setdefault(args["name"], set()).add(i.bot_user)
        return {}

    # ---- methods: files ----------------------------------------------------------------------------

    def _do_files_getUploadURLExternal(self, args: Json, i: Installation, call: Call) -> Json:
        key = self._id("F")
        self.files[key] = {
            "id": key,
            "name": args["filename"],
            "length": int(args["length"]),
            "alt": args.get("alt_txt"),
            "bytes": None,
            "done": False,
        }
        if re.search(r"\.(png|jpe?g|gif)$", str(args["filename"])) and not args.get("alt_txt"):
            call.lint.append("image upload without alt_txt: screen readers have nothing to read")
        return {"upload_url": f"{self.base_url}/upload/{key}", "file_id": key}

    async def _upload(self, request: web.Request) -> web.Response:
        file = self.files.get(request.match_info["file"])
        if file is None:
            return web.Response(status=404)
        if request.content_type == "multipart/form-data":
            parts = [p for p in (await request.post()).values() if hasattr(p, "file")]
            data = parts[0].file.read() if parts else b""
        else:
            data = await request.read()
        file["bytes"] = data
        if len(data) != file["length"]:
            self.user_errors.append(f"upload of {file['name']}: {len(data)} bytes, {file['length']} announced")
        return web.Response(text=f"OK - {len(data)}", content_type="text/plain")

    def _do_files_completeUploadExternal(self, args: Json, i: Installation, call: Call) -> Json:
        done = []
        for entry in args["files"]:
            file = self.files.get(entry["id"])
            if file is None or file["bytes"] is None:
                raise SlackError("file_not_found")
            file |= {
                "done": True,
                "ready_at": time.monotonic() + self.file_seconds,
                "title": entry.get("title") or file["name"],
            }
            done.append(
                {
                    "id": file["id"],
                    "name": file["name"],
                    "title": file["title"],
                    "size": len(file["bytes"]),
                    "mimetype": "image/png" if file["name"].endswith("png") else "application/octet-stream",
                    "permalink": f"https://{self.workspaces[i.team].domain}.slack.com/files/{file['id']}",
                    "url_private": f"https://files.slack.com/{file['id']}",
                }
            )
        rooms = (
            [args["channel_id"]]
            if args.get("channel_id")
            else [c for c in str(args.get("channels") or "").split(",") if c]
        )
        for room in rooms:
            channel = self._target({"channel": room}, i)
            message = self._from_bot(i, channel, {"text": args.get("initial_comment", ""), **args})
            message.subtype, message.files = "file_share", done
            self._add(message)
        return {"files": done}

    def _do_files_info(self, args: Json, i: Installation, call: Call) -> Json:
        file = self.files.get(str(args["file"]))
        if file is None:
            raise SlackError("file_not_found")
        ready = self._ready(file)
        return {
            "file": {
                "id": file["id"],
                "name": file["name"],
                "mimetype": "image/png" if ready else "",
                "filetype": "png" if ready else "",
                "permalink": f"https://acme.slack.com/files/{file['id']}",
            }
        }

    @staticmethod
    def _ready(file: Json) -> bool:
        return bool(file.get("done")) and time.monotonic() >= file["ready_at"]

    def _check_slack_files(self, blocks: list[Any] | None) -> None:
        for index, block in enumerate(blocks or []):
            for node in walk(block):
                wanted = node.get("slack_file")
                if isinstance(wanted, dict) and "id" in wanted and not self._ready(self.files.get(wanted["id"], {})):
                    line = f"invalid slack file [json-pointer:/blocks/{index}/slack_file]"  # wording: python-slack-sdk#1658
                    raise SlackError(
                        "invalid_blocks", errors=[line], response_metadata={"messages": [f"[ERROR] {line}"]}
                    )
