"""Microsoft Teams, put together: its settings, our store behind its ports, and the app that hears people there."""

import time
from collections.abc import Callable
from typing import Final

import msgspec
from aiohttp import web

from adapters.hearing import Coach, Person
from adapters.teams.addresses import Address, Addresses
from adapters.teams.app import TeamsApp
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.hosts import Hosts
from adapters.teams.http import Http
from adapters.teams.keys import METADATA_URL, Keys
from adapters.teams.people import Directory
from adapters.teams.sending import TeamsPlatform
from adapters.teams.trust import Tokens
from adapters.teams.web import add_teams
from bot.config import TeamsSettings
from dialogs.person import PersonId
from storage.store import Store

NAME: Final = TeamsPlatform.name

_address: Final = msgspec.json.Decoder(Address)


class StoredAddresses:
    """Where people are reached, in our database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, person: PersonId) -> Address | None:
        """Where they are reached; None when they never were."""
        found = await self._store.run(lambda tx: tx.addresses.get(NAME, person))
        return None if found is None else _address.decode(found)

    async def put(self, person: PersonId, address: Address) -> None:
        """They are reached there now."""
        written = msgspec.json.encode(address).decode()
        await self._store.run(lambda tx: tx.addresses.put(NAME, person, written))

    async def remove(self, person: PersonId) -> None:
        """They are reached no more."""
        await self._store.run(lambda tx: tx.addresses.remove(NAME, person))


class Teams:
    """Teams as a place where people talk: `platform` for what is said, the rest for what is heard."""

    def __init__(self, settings: TeamsSettings, store: Store, clock: Callable[[], float] = time.time) -> None:
        """`clock` gives Unix seconds: when things are said."""
        self._settings = settings
        self._clock = clock
        self._http = Http()
        self._hosts = Hosts(settings.service_hosts)
        credentials = Credentials(settings.app_id, settings.password, settings.tenant_id, settings.login_url)
        self._connector = Connector(credentials, self._http, self._hosts)
        self._addresses = Addresses(StoredAddresses(store))
        self.platform: Final = TeamsPlatform(
            self._connector, self._addresses, app_id=settings.app_id, targeted=settings.targeted, clock=clock
        )
        self._app: TeamsApp | None = None

    def told(self, person: Person) -> None:
        """Nothing that people look at in Teams changes by itself."""

    def listen(self, coach: Coach) -> None:
        """Make the app that hears people for the coach."""
        keys = Keys(self._http, self._settings.metadata_url or METADATA_URL)
        self._app = TeamsApp(
            coach,
            Directory(self._connector, self._settings.tenant_id),
            self._connector,
            self._addresses,
            self.platform,
            Tokens(self._settings.app_id, keys),
            self._hosts,
            home=self._settings.tenant_id,
            clock=self._clock,
        )

    @property
    def idle(self) -> bool:
        """True when no small call is under way."""
        return self._app is None or self._app.idle

    def add_to(self, app: web.Application) -> None:
        """Add its path. After `listen`."""
        if self._app is not None:
            add_teams(app, self._app)

    async def start(self) -> None:
        """Teams calls us; nothing is to be begun."""

    async def stop(self) -> None:
        """End small calls that are under way."""
        if self._app is not None:
            await self._app.close()

    async def close(self) -> None:
        """After the last message was sent."""
        await self._http.close()
