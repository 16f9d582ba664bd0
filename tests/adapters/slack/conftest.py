"""A strict local Slack, and our side of it: clients, installations in memory, workspaces, the app."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from adapters.slack.app import SlackApp
from adapters.slack.client import Clients
from adapters.slack.people import Directory
from adapters.slack.socket import SocketMode
from adapters.slack.web import add_slack
from adapters.slack.workspaces import Workspaces
from tests.adapters.slack.installed import Kept, install_in
from tests.adapters.slack.recording import PlainSealer, RecordingCoach
from tests.fakes.slack import SlackSim


@pytest.fixture
async def slack() -> AsyncIterator[SlackSim]:
    async with SlackSim() as running:
        yield running


@pytest.fixture
async def clients(slack: SlackSim) -> AsyncIterator[Clients]:
    made = Clients(slack.api_url)
    yield made
    await made.close()


@pytest.fixture
def installs(slack: SlackSim) -> Kept:
    return Kept(install_in(slack))


@pytest.fixture
async def workspaces(slack: SlackSim, installs: Kept, clients: Clients) -> AsyncIterator[Workspaces]:
    """Its clock is Slack's, which a test may advance."""
    made = Workspaces(installs, clients, slack.client_id, slack.client_secret, slack.now)
    yield made
    await made.close()


@pytest.fixture
def coach() -> RecordingCoach:
    return RecordingCoach()


@pytest.fixture
async def app(
    slack: SlackSim, coach: RecordingCoach, workspaces: Workspaces, clients: Clients
) -> AsyncIterator[SlackApp]:
    people = Directory(clients, workspaces, coach.known, slack.now)
    made = SlackApp(
        coach, workspaces, people, clients, PlainSealer(), signing_secret=slack.signing_secret, clock=slack.now
    )
    yield made
    await made.close()


@pytest.fixture
async def over_http(slack: SlackSim, app: SlackApp) -> AsyncIterator[SlackApp]:
    """The app, with Slack's requests coming in over HTTP."""
    site = web.Application()
    add_slack(site, app, None)
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.connect_http(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
    yield app
    await runner.cleanup()


@pytest.fixture
async def over_socket(slack: SlackSim, app: SlackApp, clients: Clients) -> AsyncIterator[SlackApp]:
    """The app, with Slack's requests coming in over a socket."""
    mode = SocketMode(app, slack.app_token, clients, ping=0.2)
    await mode.start()
    yield app
    await mode.stop()
