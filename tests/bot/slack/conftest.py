"""A workspace whose channel opted in, on a Monday morning, and two colleagues in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs.company import Company
from tests.bot.slack.world import World
from tests.fakes.slack import User
from tests.transcripts.playing import START


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[World]:
    """What is wrong at the end of a test, whatever it looks at: a refused call, a public word, a word said twice."""
    with World(tmp_path, "http", Company(), START) as made:
        made.listens()
        yield made
        assert made.faults() == []
        assert made.sim.repeats() == made.again


@pytest.fixture
def ann(slack: World) -> User:
    return slack.person("Ann")


@pytest.fixture
def ben(slack: World) -> User:
    return slack.person("Ben")
