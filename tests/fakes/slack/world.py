"""The state of the local Slack: workspaces, people, rooms, what was said, and Slack's clock."""

import asyncio
import itertools
import time
import uuid
from collections.abc import Coroutine
from typing import Any

from aiohttp import web

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.shapes import Call, Channel, Delivery, Fault, Installation, Message, User, View, Workspace

DEFAULT_SCOPES = (
    "app_mentions:read assistant:write channels:history channels:join channels:read chat:write commands "
    "files:read files:write groups:history groups:read im:history im:read im:write mpim:history mpim:read "
    "reactions:read reactions:write team:read usergroups:read users:read users:read.email"
)
DEFAULT_EVENTS = (
    "app_home_opened app_mention app_uninstalled member_joined_channel message.channels message.groups "
    "message.im message.mpim reaction_added tokens_revoked"
)
TOKEN_LIFE = 43_200  # seconds; docs: using token rotation


class World:
    """Everything that the parts of the simulator share; times are Unix seconds, switches are attributes."""

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
        self.triggers: dict[str, Json] = {}
        self._faults: list[Fault] = []
        self._response_urls: dict[str, Json] = {}
        self._codes: dict[str, Json] = {}
        self._urls: dict[str, str] = {}
        self._sockets: list[web.WebSocketResponse] = []
        self._tasks: set[asyncio.Task[Any]] = set()
        self._changed = asyncio.Event()
        self.team = self.add_workspace("acme", install=True).id

    # ---- addresses ---------------------------------------------------------

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def api_url(self) -> str:
        return f"{self.base_url}/api/"

    @property
    def authorize_url(self) -> str:
        return f"{self.base_url}/oauth/v2/authorize"

    # ---- clock, ids, work in the background ----------------------------------

    def now(self) -> float:
        return time.time() + self.offset

    def new_id(self, prefix: str) -> str:
        return f"{prefix}0SIM{next(self._ids):05d}"

    def new_ts(self) -> str:
        """A message's ts: its time and its identity, ever growing."""
        self._last_us = max(self._last_us + 1, int(self.now() * 1_000_000))
        return f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"

    def short_id(self) -> str:
        return f"s{next(self._ids):04x}"

    def spawn(self, job: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.get_running_loop().create_task(job)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # ---- workspaces and installations ------------------------------------------

    def add_workspace(self, name: str, install: bool = False, enterprise: str | None = None) -> Workspace:
        workspace = Workspace(self.new_id("T"), name.title(), name, enterprise)
        self.workspaces[workspace.id] = workspace
        if install:
            self.install(workspace.id)
        return workspace

    def install(self, team: str, scopes: set[str] | None = None) -> Installation:
        """Give the app a bot in this workspace (what the end of an OAuth flow does)."""
        return self._installed(Installation("", team, "", "", set(scopes or self.scopes)), [self.workspaces[team]])

    def install_org(self, enterprise: str, scopes: set[str] | None = None) -> Installation:
        """Give the app one bot for all workspaces of this enterprise: one token, no team."""
        members = [one for one in self.workspaces.values() if one.enterprise == enterprise]
        made = Installation("", "", "", "", set(scopes or self.scopes), enterprise=enterprise)
        return self._installed(made, members)

    def _installed(self, made: Installation, workspaces: list[Workspace]) -> Installation:
        old = next((i for i in reversed(self.installations.values()) if i.home == made.home), None)
        bot = self.find_user(workspaces[0].id, old.bot_user) if old else None
        bot = bot or User(self.new_id("U"), "bot", workspaces[0].id, "The bot under test", is_bot=True)
        bot.bot_id = bot.bot_id or self.new_id("B")
        for workspace in workspaces:
            workspace.users[bot.id] = bot
        for one in self.installations.values():
            one.uninstalled = one.uninstalled or one.home == made.home
        made.bot_user, made.bot_id = bot.id, bot.bot_id
        return self.give_token(made)

    def give_token(self, made: Installation) -> Installation:
        """A new bot token; with token_rotation on, one that expires, and its refresh token."""
        made.token = f"xoxb-{uuid.uuid4().hex}"
        if self.token_rotation:
            made.token, made.refresh = f"xoxe.xoxb-1-{uuid.uuid4().hex}", f"xoxe-1-{uuid.uuid4().hex}"
            made.expires_at = self.now() + TOKEN_LIFE
        self.installations[made.token] = made
        return made

    def installation(self, team: str) -> Installation:
        """The one that acts in this workspace: its own, else the one of its enterprise."""
        enterprise = self.workspaces[team].enterprise
        usable = [i for i in reversed(self.installations.values()) if not (i.uninstalled or i.superseded)]
        for one in usable:
            if one.team == team:
                return one
        for one in usable:
            if one.org_wide and enterprise and one.enterprise == enterprise:
                return one
        raise KeyError(f"app is not installed in {team}")

    @property
    def bot_token(self) -> str:
        return self.installation(self.team).token

    @property
    def bot_user(self) -> User:
        return self.workspaces[self.team].users[self.installation(self.team).bot_user]

    def bot_users(self) -> set[str]:
        return {one.bot_user for one in self.installations.values()}

    # ---- people and rooms --------------------------------------------------------

    def user(self, name: str, team: str | None = None, **more: Any) -> User:
        workspace = self.workspaces[team or self.team]
        for one in workspace.users.values():
            if one.name == name:
                return one
        made = User(self.new_id("U"), name, workspace.id, more.pop("real_name", name.title()), **more)
        workspace.users[made.id] = made
        return made

    def other_bot(self, name: str, team: str | None = None) -> User:
        made = self.user(name, team, is_bot=True)
        made.bot_id = made.bot_id or self.new_id("B")
        return made

    def channel(
        self,
        name: str,
        members: list[User | str] | list[User] | list[str] | None = None,
        kind: str = "channel",
        team: str | None = None,
        shared: bool = False,
    ) -> Channel:
        """members: User objects or names; "bot" is the bot under test."""
        workspace = self.workspaces[team or self.team]
        made = Channel(self.new_id("G" if kind == "group" else "C"), name, kind, shared=shared, team=workspace.id)
        for member in members or []:
            made.members.add(member.id if isinstance(member, User) else self.user(member, workspace.id).id)
        workspace.channels[made.id] = made
        return made

    def dm(self, user: User) -> Channel:
        """The direct conversation between this user and the bot."""
        workspace = self.workspaces[user.team]
        bot = self.installation(user.team).bot_user
        for one in workspace.channels.values():
            if one.kind == "im" and one.members == {user.id, bot}:
                return one
        made = Channel(self.new_id("D"), user.id, "im", {user.id, bot}, team=workspace.id)
        workspace.channels[made.id] = made
        return made

    def usergroup(self, handle: str, members: list[User]) -> str:
        group = self.new_id("S")
        self.workspaces[self.team].usergroups[group] = (handle, [m.id for m in members])
        return group

    # ---- finding ---------------------------------------------------------------

    def find_channel(self, team: str, key: str) -> Channel | None:
        """By id, or a public one by #name; a Slack Connect channel has one id in two workspaces."""
        own = self.workspaces[team].channels
        if key in own:
            return own[key]
        others = (workspace.channels.get(key) for workspace in self.workspaces.values())
        shared = next((channel for channel in others if channel and channel.shared), None)
        named = (c for c in own.values() if c.kind == "channel" and c.name == key.lstrip("#"))
        return shared or next(named, None)

    def room_of(self, message: Message) -> Channel:
        """Where this message stands."""
        return next(w.channels[message.channel] for w in self.workspaces.values() if message.channel in w.channels)

    def find_user(self, team: str, user: str) -> User | None:
        if user in self.workspaces[team].users:
            return self.workspaces[team].users[user]
        return next((w.users[user] for w in self.workspaces.values() if user in w.users), None)

    def somebody(self, user: str) -> User:
        """The user with this id, in whatever workspace."""
        return next(w.users[user] for w in self.workspaces.values() if user in w.users)

    def find_message(self, channel: str, ts: str) -> Message | None:
        return next((m for m in self.history.get(channel, []) if m.ts == ts and not m.deleted), None)

    def keep(self, message: Message) -> Message:
        self.history.setdefault(message.channel, []).append(message)
        self._changed.set()
        return message
