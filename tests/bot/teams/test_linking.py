"""One person with an account in Slack and one in Teams: a talk begun in the one goes on in the other."""

import re
from pathlib import Path

import pytest

from dialogs.company import Company
from tests.bot.teams.world import World
from tests.transcripts.playing import START

PROBLEM = "Last month three sites fixed the same pump fault separately, 9 hours each"


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    return World(tmp_path, Company(), START, monkeypatch)


def test_a_talk_begun_in_slack_goes_on_in_teams(both: World) -> None:
    with both as world:
        ann, ada = world.person("Ann"), world.member("Ann")
        world.command(ann, "start")
        world.write(ann, PROBLEM)
        world.heard()

        world.command(ann, "link")
        code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", world.said[-1].text)
        assert code is not None
        world.says(ada, f"plan link {code[0]}")
        assert world.heard() == ["cmd.link.code", "cmd.link.done"]

        world.says(ada, "the 12 technicians, weekly")
        assert world.heard() == ["reflect.problem", "q.objective"]
        assert "technicians" in world.chat(ada).messages[-2].text, "said where it was asked"
        assert world.conversation(ann).plan.problem == PROBLEM

        world.write(ann, "a fault is fixed once")
        assert world.heard() == ["probe.no_measure"]
        assert world.talk_of(ada) == world.conversation(ann)
        assert world.faults() == []
        world.teams.assert_clean()


def test_words_of_one_account_never_reach_the_other_platform(both: World) -> None:
    with both as world:
        ann, ada = world.person("Ann"), world.member("Ann")
        world.command(ann, "link")
        code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", world.said[-1].text)
        assert code is not None
        world.says(ada, f"plan link {code[0]}")
        told = len(world.talk(ann))
        world.says(ada, "plan start")
        world.says(ada, PROBLEM)
        assert len(world.talk(ann)) == told
