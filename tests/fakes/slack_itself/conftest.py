"""Worlds for the tests of the local Slack: one with a bot that listens, one with its Web API alone."""

from collections.abc import AsyncIterator

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import SlackSim
from tests.fakes.slack_itself.bots import World, client_of, echo_app, serving


def _world(slack: SlackSim) -> World:
    ann, ben = slack.user("ann"), slack.user("ben")
    return World(slack, ann, ben, slack.channel("general", [ann, ben, slack.bot_user]), client_of(slack))


@pytest.fixture
async def api() -> AsyncIterator[World]:
    """Nobody listens: only the Web API is asked."""
    async with SlackSim() as slack:
        yield _world(slack)


@pytest.fixture
async def over_http() -> AsyncIterator[World]:
    async with SlackSim() as slack, serving(echo_app(slack)) as url:
        slack.connect_http(url)
        yield _world(slack)


@pytest.fixture
async def over_socket() -> AsyncIterator[World]:
    async with SlackSim() as slack:
        handler = AsyncSocketModeHandler(
            echo_app(slack), slack.app_token, web_client=AsyncWebClient(base_url=slack.api_url)
        )
        await handler.connect_async()  # type: ignore[no-untyped-call]
        await slack.socket_connected()
        yield _world(slack)
        await handler.close_async()  # type: ignore[no-untyped-call]


@pytest.fixture(params=["over_http", "over_socket"])
def world(request: pytest.FixtureRequest) -> World:
    """The echo app, reached in both of Slack's ways."""
    reached: World = request.getfixturevalue(request.param)
    return reached
