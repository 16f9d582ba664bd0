"""A company whose channel lets Planfirst read along, on a Monday morning, and two colleagues in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs.company import Company
from tests.bot.teams.world import World
from tests.fakes.teams import User
from tests.transcripts.playing import START


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """What is wrong at the end of a test, whatever it looks at: what Teams would object to, and every public word."""
    with World(tmp_path, Company(), START, monkeypatch) as made:
        made.opted_in()
        yield made
        made.teams.assert_clean()
        assert made.faults() == []
        assert made.seen_in_public() == []


@pytest.fixture
def ann(office: World) -> User:
    return office.colleague("Ann")


@pytest.fixture
def ben(office: World) -> User:
    return office.colleague("Ben")
