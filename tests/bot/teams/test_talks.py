"""The sample talks in Teams: the same keys, readings and plan as on the engine and in Slack."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.bot.slack.test_talks import ONLY_HERE, TALKS
from tests.bot.teams.world import World
from tests.transcripts.playing import START, Heard, Transcript, company_of, plan_of, play, read


class TeamsTalk:
    """A person in Teams as a transcript has it."""

    sends = False  # a name is no account: whoever is meant is picked

    def __init__(self, world: World, talk: Transcript) -> None:
        self.world = world
        self.user = world.member(talk["person"], talk["language"])
        world.opted_in()
        world.heard()
        self.at = START

    def take(self, line: dict[str, Any], at: datetime) -> Heard:
        """The line, said or pressed as people do in Teams; then what they see."""
        self.at = at
        self.world.clock(at)
        before = len(self.world.said)
        self._do(line)
        said = [reply for reply in self.world.said[before:] if reply.key not in ONLY_HERE]
        answer = self.world.desk.last
        reads = {slot: found.pattern for slot, found in answer.read.items()} if answer else {}
        return Heard([reply.key for reply in said], [reply.text for reply in said], reads)

    def plan(self, wanted: dict[str, Any]) -> dict[str, Any]:
        return plan_of(self.world.talk_of(self.user), self.at.date(), wanted)

    def _do(self, line: dict[str, Any]) -> None:
        world = self.world
        if "channel" in line:
            world.says(self.user, line["channel"], world.team_room)
        elif "say" in line:
            world.says(self.user, line["say"])
        elif "press" in line:
            world.presses(self.user, line["press"])
        elif "start" in line:
            world.says(self.user, "plan start")
        else:
            world.tick()


@pytest.mark.parametrize("name", TALKS)
def test_a_sample_talk(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = read(name)
    with World(tmp_path, company_of(talk), START, monkeypatch) as world:
        play(talk, TeamsTalk(world, talk))
        world.teams.assert_clean()
        assert world.seen_in_public() == [], "nothing in public, ever"
