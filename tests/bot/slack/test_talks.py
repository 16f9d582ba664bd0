"""The sample talks in Slack, over HTTP and over a socket: the same keys, readings and plan as on the engine."""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest

from tests.bot.slack.world import Line, World
from tests.transcripts.playing import START, Heard, Transcript, company_of, plan_of, play, read

TALKS: Final = ("idea_campaign_en", "two_sites_fr", "all_at_once_en", "sceptic_en", "days_between_fr", "insists_en")
ONLY_HERE: Final = ("cmd.over_there", "send.pick")  # between the places; and whose account a name is


class SlackTalk:
    """A person in Slack as a transcript has it."""

    sends = False  # a name is no account: whoever is meant is picked

    def __init__(self, world: World, talk: Transcript) -> None:
        self.world = world
        self.user = world.person(talk["person"], talk["language"])
        world.listens()
        self.at = START

    def take(self, line: dict[str, Any], at: datetime) -> Heard:
        """The line, said or pressed as people do in Slack; then what they see."""
        self.at = at
        self.world.clock(at)
        before = len(self.world.said)
        self._do(line)
        said = [reply for reply in self.world.said[before:] if reply.key not in ONLY_HERE]
        answer = self.world.desk.last
        reads = {slot: found.pattern for slot, found in answer.read.items()} if answer else {}
        return Heard([reply.key for reply in said], [reply.text for reply in said], reads)

    def plan(self, wanted: dict[str, Any]) -> dict[str, Any]:
        return plan_of(self.world.conversation(self.user), self.at.date(), wanted)

    def _do(self, line: dict[str, Any]) -> None:
        world = self.world
        if "channel" in line:
            world.write(self.user, line["channel"], world.room)
        elif "say" in line:
            world.write(self.user, line["say"])
        elif "press" in line:
            world.press(self.user, line["press"])
        elif "start" in line:
            world.command(self.user, "start")
        else:
            world.tick()


@pytest.mark.parametrize("line", ["http", "socket"])
@pytest.mark.parametrize("name", TALKS)
def test_a_sample_talk(name: str, line: Line, tmp_path: Path) -> None:
    talk = read(name)
    with World(tmp_path, line, company_of(talk), START) as world:
        play(talk, SlackTalk(world, talk))
        assert world.faults() == []
