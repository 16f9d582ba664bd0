"""A strict local Slack, and our side of it: clients, installations in memory, workspaces."""

from collections.abc import AsyncIterator

import pytest

from adapters.slack.client import Clients
from adapters.slack.workspaces import Workspaces
from tests.adapters.slack.installed import Kept, install_in
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
