"""A strict local Teams, and our side of it: keys, credentials, the connector, addresses in memory, the app."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from adapters.teams.addresses import Addresses
from adapters.teams.app import TeamsApp
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.hosts import Hosts
from adapters.teams.http import Http
from adapters.teams.keys import Keys
from adapters.teams.people import Directory
from adapters.teams.sending import TeamsPlatform
from adapters.teams.trust import Tokens
from adapters.teams.web import add_teams
from tests.adapters.slack.recording import RecordingCoach
from tests.adapters.teams.recording import KeptAddresses
from tests.fakes.teams import TeamsSim

APP_ID = "11111111-2222-3333-4444-555555555555"
APP_SECRET = "of-the-bot"
NOBODY = "http://127.0.0.1:9/api/messages"  # until the app listens


@pytest.fixture
async def teams(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TeamsSim]:
    async with TeamsSim(NOBODY, app_id=APP_ID, app_secret=APP_SECRET, quiet=0.03) as running:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(running.ca_file))
        yield running


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    made = Http()
    yield made
    await made.close()


@pytest.fixture
def hosts() -> Hosts:
    return Hosts(["127.0.0.1"])


@pytest.fixture
def connector(teams: TeamsSim, http: Http, hosts: Hosts) -> Connector:
    return Connector(Credentials(APP_ID, APP_SECRET, teams.tenant, teams.authority), http, hosts)


@pytest.fixture
def kept() -> KeptAddresses:
    return KeptAddresses()


@pytest.fixture
def addresses(kept: KeptAddresses) -> Addresses:
    return Addresses(kept)


@pytest.fixture
def platform(teams: TeamsSim, connector: Connector, addresses: Addresses) -> TeamsPlatform:
    return TeamsPlatform(connector, addresses, app_id=APP_ID, clock=teams.now)


@pytest.fixture
def coach() -> RecordingCoach:
    return RecordingCoach()


@pytest.fixture
async def app(
    teams: TeamsSim,
    coach: RecordingCoach,
    connector: Connector,
    addresses: Addresses,
    platform: TeamsPlatform,
    http: Http,
    hosts: Hosts,
) -> AsyncIterator[TeamsApp]:
    """The app, with Teams' requests coming in over HTTP."""
    trust = Tokens(APP_ID, Keys(http, teams.metadata_url))
    made = TeamsApp(
        coach, Directory(connector, teams.tenant), connector, addresses, platform, trust, hosts,
        home=teams.tenant, clock=teams.now,
    )  # fmt: skip
    site = web.Application()
    add_teams(site, made)
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    teams.bot_url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages"
    yield made
    await runner.cleanup()
    await made.close()
