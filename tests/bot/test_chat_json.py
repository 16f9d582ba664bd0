"""The same talks through the real command line: one JSON object in, exactly one out, nothing else on stdout."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, Final

import pytest
import yaml

from tests.transcripts.playing import START, Heard, Transcript, play, read

# The sample talks, and two that are long: left for weeks, and every attribute of a step. The engine plays them all.
TALKS: Final = (
    "idea_campaign_en", "two_sites_fr", "all_at_once_en", "sceptic_en", "days_between_fr", "insists_en",
    "days_en", "asked_fr",
)  # fmt: skip


class CommandLine:
    """`python -m bot chat --json` as a coach."""

    sends = True

    def __init__(self, talk: Transcript, folder: Path) -> None:
        company = talk.get("company", {})
        organisation = folder / "organisation.yaml"
        organisation.write_text(yaml.safe_dump(settings_of(company), allow_unicode=True), encoding="utf-8")
        command = [
            *(sys.executable, "-m", "bot", "chat", "--json", "--as", talk["person"], "--lang", talk["language"]),
            *("--org", str(organisation), "--db", f"sqlite:///{folder / 'talk.db'}", "--now", START.isoformat()),
        ]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.last: dict[str, Any] = {}

    def take(self, line: dict[str, Any], at: datetime) -> Heard:
        """Write a line, read its answer."""
        self.last = self.ask({**as_typed(line), "at": at.isoformat()})
        replies = self.last["replies"]
        reads = {slot: found["pattern"] for slot, found in self.last["read"].items()}
        return Heard([reply["key"] for reply in replies], [reply["text"] for reply in replies], reads)

    def ask(self, line: dict[str, Any]) -> dict[str, Any]:
        into, out = self.process.stdin, self.process.stdout
        assert into is not None
        assert out is not None
        return answer_to(json.dumps(line), into, out)

    def plan(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """What came of the talk, in the terms of a transcript; the JSON mode shows a stage where those have a status."""
        plan = self.last["plan"]
        steps = [{**step, "due": step["due"] and date.fromisoformat(step["due"])} for step in plan["steps"]]
        facts = {**plan, "steps": steps, "open": len(plan["open_points"]), "status": wanted.get("status")}
        return {name: facts[name] for name in wanted}

    def end(self) -> tuple[int, str]:
        """Close the input: the exit code, and whatever is left on the output."""
        rest, _ = self.process.communicate(timeout=20)
        return self.process.returncode, rest


def answer_to(line: str, into: IO[str], out: IO[str]) -> dict[str, Any]:
    into.write(f"{line}\n")
    into.flush()
    answer: dict[str, Any] = json.loads(out.readline())
    return answer


def as_typed(line: dict[str, Any]) -> dict[str, Any]:
    """A line of a transcript as the JSON mode takes it."""
    if "channel" in line:
        return {"say": line["channel"], "where": "channel"}
    if "say" in line:
        return {"say": line["say"] * line.get("times", 1)}
    if "press" in line:
        return {"press": line["press"]}
    return {"command": "start"} if "start" in line else {}


def settings_of(company: dict[str, Any]) -> dict[str, Any]:
    """The organisation file of a transcript's company; its one channel has opted in."""
    others = {name: value for name, value in company.items() if name != "tools"}
    return {"time_zone": "Europe/Paris", "channels": ["team"], "catalogue": company.get("tools", []), **others}


@pytest.mark.parametrize("name", TALKS)
def test_the_talk_goes_as_written(name: str, tmp_path: Path) -> None:
    talk = read(name)
    coach = CommandLine(talk, tmp_path)
    play(talk, coach)
    assert coach.end() == (0, "")


def test_each_line_gets_one_answer_whatever_it_is(tmp_path: Path) -> None:
    coach = CommandLine(read("insists_en"), tmp_path)
    into, out = coach.process.stdin, coach.process.stdout
    assert into is not None
    assert out is not None
    assert coach.ask({"command": "start"})["stage"] == 1
    for broken in ("{", "[]", '"say"', '{"say": 3}', '{"sing": "la"}'):
        answer = answer_to(broken, into, out)
        assert "not understood" in answer["error"]
        assert answer["stage"] == 1
    assert coach.ask({"say": "skip"})["replies"][0]["key"] == "ctl.skip"
    assert coach.ask({"press": "btn.start"})["replies"][0]["key"] == "ctl.stale"
    assert coach.end() == (0, "")
