"""The weekly digest in Slack: asked for once in private, there on Monday morning, held back while its reader is away."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogs.company import Company
from tests.bot.lives import IDEAS
from tests.bot.slack.test_reviews import owns, press, sent
from tests.bot.slack.world import World, buttons
from tests.fakes.slack import User
from tests.transcripts.playing import START

MONDAY = datetime(2026, 3, 9, 7, 46, tzinfo=UTC)  # 8:46 in Paris


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[World]:
    with World(tmp_path, "http", Company(), START) as made:
        yield made
        assert [*made.sim.problems(), *made.sim.lint()] == []


@pytest.fixture
def karim(slack: World) -> User:
    """He was sent a plan, said something of it, and wants the digest."""
    maya, karim = slack.person("Maya"), slack.person("Karim", "fr")
    owns(slack, maya, IDEAS)
    sent(slack, maya)
    press(slack, karim, "btn.comment")
    slack.write(karim, "Commencez par le nord")
    asked = slack.talk(karim)[-1]
    assert asked.words.startswith("Vous lisez maintenant des plans d'autres personnes.")
    press(slack, karim, "btn.digest_on")
    return karim


def test_it_is_there_on_monday_morning_and_opens_plans(slack: World, karim: User) -> None:
    slack.clock(MONDAY)
    slack.tick()
    digest = slack.talk(karim)[-1]
    assert "semaine du 2 mars" in digest.words
    assert "• An answer to every idea (Maya) : votre accord, 7 jours" in digest.words.replace("\u00a0", " ")
    assert [button.partition(":")[0] for button in buttons(digest)] == ["btn.open", "btn.all_plans", "sheet.settings"]
    press(slack, karim, "btn.open")
    assert len(buttons(slack.talk(karim)[-1])) == 3, "the plan, with a reviewer's three answers"
    press(slack, karim, "btn.all_plans")
    assert "An answer to every idea" in slack.talk(karim)[-1].words
    assert buttons(digest), "it stays as it is"


def test_it_waits_while_its_reader_is_away(slack: World, karim: User) -> None:
    karim.status = (":palm_tree:", "En congé", 0)
    slack.clock(MONDAY)
    slack.tick()
    assert not any("semaine du 2 mars" in message.words for message in slack.talk(karim))
    karim.status = ("", "", 0)
    slack.clock(MONDAY.replace(day=10))
    slack.tick()
    assert "Avec du retard" in slack.talk(karim)[-1].words
