"""Slack, put together: its settings, our store behind its ports, and the app that hears people there."""

import secrets
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Final

import msgspec
from aiohttp import web

from adapters.hearing import Coach, Person
from adapters.slack.app import SlackApp
from adapters.slack.client import Clients
from adapters.slack.oauth import STATE_SECONDS, Flow, oauth_flow
from adapters.slack.one_workspace import OneWorkspace
from adapters.slack.people import Directory
from adapters.slack.place import Sealer
from adapters.slack.sending import SlackPlatform
from adapters.slack.socket import SocketMode
from adapters.slack.web import add_slack
from adapters.slack.workspaces import Install, Installs, Workspaces
from bot.config import SlackSettings
from storage.installations import InstallationKey
from storage.store import Store

NAME: Final = SlackPlatform.name
RENEWAL: Final = timedelta(seconds=30)  # for which one process may renew a token: far longer than one call may take

_install: Final = msgspec.json.Decoder(Install)


class StoredInstalls:
    """The installations, in our database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, enterprise: str, team: str) -> Install | None:
        """The installation of exactly that row."""
        found = await self._store.run(lambda tx: tx.installations.get(_key(enterprise, team)))
        return _install.decode(found.data) if found and found.data else None

    async def put(self, install: Install) -> None:
        """Keep it, in place of an older one of that row."""
        data = msgspec.json.encode(install)
        await self._store.run(lambda tx: tx.installations.put(_key(*install.row), data, tx.now()))

    async def remove(self, enterprise: str, team: str) -> None:
        """The app is gone from there: its tokens are erased."""
        await self._store.run(lambda tx: tx.installations.remove(_key(enterprise, team), tx.now()))

    async def claim_refresh(self, enterprise: str, team: str) -> bool:
        """True for one caller of all processes."""
        key = _key(enterprise, team)
        return await self._store.run(lambda tx: tx.installations.claim_refresh(key, tx.now(), RENEWAL))

    async def refreshed(self, install: Install) -> None:
        """Keep its renewed token, unless the row is gone by now."""
        data = msgspec.json.encode(install)
        await self._store.run(lambda tx: tx.installations.refreshed(_key(*install.row), data))

    async def all(self) -> tuple[Install, ...]:
        """Every installation."""
        return tuple(_install.decode(one.data) for one in await self._store.run(lambda tx: tx.installations.all(NAME)))


class StoredStates:
    """The states of installations under way, in our database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def issue(self) -> str:
        """A new one."""
        state, good_for = secrets.token_urlsafe(32), timedelta(seconds=STATE_SECONDS)
        await self._store.run(lambda tx: tx.oauth_states.issue(state, tx.now() + good_for))
        return state

    async def consume(self, state: str) -> bool:
        """True once, in time."""
        return await self._store.run(lambda tx: tx.oauth_states.consume(state, tx.now()))


class Slack:
    """Slack as a place where people talk: `platform` for what is said, the rest for what is heard."""

    def __init__(
        self, settings: SlackSettings, store: Store, sealer: Sealer, clock: Callable[[], float] = time.time
    ) -> None:
        """`clock` gives Unix seconds: when things are said."""
        self._settings = settings
        self._clock = clock
        self._store = store
        self._sealer = sealer
        self._clients = Clients(settings.api_url)
        self._installs = installs_of(settings, store, self._clients)
        self._workspaces = Workspaces(self._installs, self._clients, settings.client_id, settings.client_secret, clock)
        self.platform: Final = SlackPlatform(self._workspaces, self._clients, sealer, clock)
        self._app: SlackApp | None = None
        self._socket: SocketMode | None = None

    def told(self, person: Person) -> None:
        """Something of a person changed: their home page is to show it."""
        if self._app is not None:
            self._app.refresh(person)

    def listen(self, coach: Coach) -> None:
        """Make the app that hears people for the coach."""
        directory = Directory(self._clients, self._workspaces, coach.known)
        secret, clock = self._settings.signing_secret, self._clock
        self._app = SlackApp(
            coach, self._workspaces, directory, self._clients, self._sealer, signing_secret=secret, clock=clock
        )
        if self._settings.app_token:
            self._socket = SocketMode(self._app, self._settings.app_token, self._clients)

    @property
    def idle(self) -> bool:
        """True when no small call is under way."""
        return self._app is None or self._app.idle

    def add_to(self, app: web.Application) -> None:
        """Add its paths, unless all comes over the socket. After `listen`."""
        if self._app is not None and self._settings.signing_secret:
            add_slack(app, self._app, self._flow() if self._settings.several else None)

    async def start(self) -> None:
        """Connect the socket, if that is how Slack talks to us."""
        if self._socket is not None:
            await self._socket.start()

    async def stop(self) -> None:
        """Hear nobody any more, and end small calls that are under way."""
        if self._socket is not None:
            await self._socket.stop()
        if self._app is not None:
            await self._app.close()

    async def close(self) -> None:
        """After the last message was sent."""
        await self._workspaces.close()
        await self._clients.close()

    def _flow(self) -> Flow:
        settings = self._settings
        return oauth_flow(
            self._clients,
            self._installs,
            self._workspaces,
            StoredStates(self._store),
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            public_url=settings.public_url,
            authorize_url=settings.authorize_url,
        )


def installs_of(settings: SlackSettings, store: Store, clients: Clients) -> Installs:
    """Where installations are: the one token of the settings, or our database."""
    return StoredInstalls(store) if settings.several else OneWorkspace(settings.bot_token, clients)


def _key(enterprise: str, team: str) -> InstallationKey:
    return InstallationKey(NAME, enterprise, team)
