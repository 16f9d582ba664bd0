"""A bot and a local Teams that know each other."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.teams import TeamsSim
from tests.fakes.teams.tiny_bot import TinyBot


@pytest.fixture
async def bot() -> AsyncIterator[TinyBot]:
    async with TinyBot() as bot:
        yield bot


@pytest.fixture
async def teams(bot: TinyBot) -> AsyncIterator[TeamsSim]:
    async with TeamsSim(bot.url, quiet=0.02) as teams:
        yield teams
