"""Plays a talk that is written down: each line of the person, then what the coach must answer.

A transcript is a YAML file that reads as a conversation. The person's lines are `channel` (a message seen in a team
channel), `unsaid` (that message is deleted), `start about` (a talk asked for on such a message), `say`, `press` (a
button), `stale` (a button of an earlier question), `start`, `form`, `language`, `register` and `later` ("3 days" pass
in silence); `reworded` (a message of theirs, that reads `as` something else now), `plan edited` and `step edited` (in
a form of its own). `reads` on a line tells what it was read as: slot -> `accepted` or the weak-answer pattern. `coach` gives the message keys of the answer, `shows` words that must stand in it, `hides` words that must
not. `times` repeats what is said. `plan` at the end is what came of it.

The clock is fixed: 2 March 2026 (a Monday), ten o'clock in Paris; a minute passes with every line.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol
from zlib import crc32
from zoneinfo import ZoneInfo

import yaml

from dialogs.coach.summary import open_points
from dialogs.company import Company, Tool
from dialogs.conversation import Conversation, from_json, to_json
from dialogs.engine import step
from dialogs.events import (
    Clicked,
    Elapsed,
    Event,
    LanguageChosen,
    Moment,
    Noticed,
    PlanEdited,
    RegisterChosen,
    Reworded,
    Said,
    Started,
    StepEdited,
    Submitted,
    Unsaid,
)
from dialogs.interception.judge import judge
from dialogs.replies import Ask, PlanCard, Reply
from dialogs.review import levels, with_weak

FOLDER: Final = Path(__file__).parent
START: Final = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))
LINES: Final = (
    "channel", "unsaid", "start about", "say", "press", "stale", "start", "form", "language", "register", "later",
    "reworded", "plan edited", "step edited",
)  # fmt: skip
STALE_TOKEN: Final = "0.0.0"

Transcript = dict[str, Any]


class Heard(NamedTuple):
    """The coach's answer to a line, as far as a transcript looks at it."""

    keys: list[str]
    texts: list[str]
    reads: dict[str, str | None]


class Coach(Protocol):
    """Whoever takes the lines: the engine itself, or a program in front of it."""

    sends: bool

    def take(self, line: dict[str, Any], at: datetime) -> Heard: ...

    def plan(self, wanted: dict[str, Any]) -> dict[str, Any]: ...


def transcripts() -> list[str]:
    """The names of all transcripts."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def read(name: str) -> Transcript:
    """A transcript by its name."""
    talk: Transcript = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return talk


def company_of(talk: Transcript) -> Company:
    """The company in which the talk takes place."""
    settings = dict(talk.get("company", {}))
    tools = tuple(Tool(**tool) for tool in settings.pop("tools", ()))
    return Company(tools=tools, **settings)


def exchanges(talk: Transcript) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each line of the person with the coach's answer; an empty answer where the coach stays silent."""
    lines = talk["talk"]
    for line, following in zip(lines, [*lines[1:], {}], strict=True):
        if "coach" not in line:
            yield line, following if "coach" in following else {}


def play(talk: Transcript, coach: Coach) -> None:
    """Play a transcript against a coach and check every answer, and the plan at the end."""
    now = START
    for line, answer in exchanges(talk):
        now += timedelta(days=days_in(line), minutes=1)
        heard = coach.take(line, now)
        where = f"{line!r}\n" + "\n".join(heard.texts)
        assert heard.keys == answer.get("coach", "").split(), where
        for slot, pattern in line.get("reads", {}).items():
            assert slot in heard.reads, (slot, where)
            assert (heard.reads[slot] or "accepted") == pattern, where
        said = plain_spaces("\n".join(heard.texts))
        for words in _listed(answer.get("shows")):
            assert words in said, where
        for words in _listed(answer.get("hides")):
            assert words not in said, where
    wanted = dict(talk.get("plan", {}))
    sent = wanted.pop("sent", None)  # its state once it was sent, where somebody can be sent it by name
    if sent and coach.sends:
        wanted["state"] = sent
    came_of_it = coach.plan(wanted)
    assert came_of_it == wanted, came_of_it


def days_in(line: dict[str, Any]) -> int:
    """How many days of silence a line stands for."""
    return int(line["later"].split()[0]) if "later" in line else 0


def plain_spaces(text: str) -> str:
    """The text with ordinary spaces, as transcripts are written."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _listed(words: str | list[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else words or []


class Engine:
    """The engine as a coach; it keeps what every talk must keep, whatever is said."""

    sends = False

    def __init__(self, talk: Transcript) -> None:
        self.company = company_of(talk)
        self.conversation = Conversation(first_name=talk["person"], lang=talk["language"])
        self.replies: list[Reply] = []
        self.moment = Moment(START)

    def take(self, line: dict[str, Any], at: datetime) -> Heard:
        """Take a line; the state must survive being stored."""
        self.moment = Moment(at)
        outcome = step(self.conversation, event_of(line), self.moment, self.company)
        assert from_json(to_json(outcome.conversation)) == outcome.conversation
        self.conversation = outcome.conversation
        self.replies += outcome.replies
        texts = [reply.text for reply in outcome.replies]
        reads = {slot: read.pattern for slot, read in outcome.read.items()}
        return Heard([reply.key for reply in outcome.replies], texts, reads)

    def plan(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """What came of the talk, as far as the transcript asks."""
        return plan_of(self.conversation, self.moment.today, wanted)


def plan_of(conversation: Conversation, today: date, wanted: dict[str, Any]) -> dict[str, Any]:
    """What came of a talk, in the terms of a transcript, as far as it asks."""
    plan = conversation.plan
    steps = [{"text": s.text, "owner": s.owner, "due": s.due, "verdict": s.verdict, "rule": s.rule} for s in plan.steps]
    facts = {
        "status": conversation.status,
        "state": plan.state,
        "steps": steps,
        "levels": levels(with_weak(conversation), conversation.lang, today),
        "open": len(open_points(conversation, today)),
    }
    return {name: facts[name] for name in wanted}


def event_of(line: dict[str, Any]) -> Event:
    """The event that a person's line stands for."""
    match next(kind for kind in LINES if kind in line):
        case "channel":
            return noticed(line["channel"])
        case "unsaid":
            return Unsaid(name_of(line["unsaid"]))
        case "start about":
            return Started(noticed(line["start about"]))
        case "say":
            return Said(line["say"] * line.get("times", 1))
        case "press":
            return Clicked(line["press"])
        case "stale":
            return Clicked(line["stale"], STALE_TOKEN)
        case "start":
            return Started()
        case "form":
            return Submitted(line["form"])
        case "reworded":
            return Reworded(line["reworded"], line["as"])
        case "plan edited":
            return PlanEdited(line["plan edited"], line["fields"])
        case "step edited":
            return StepEdited(line["of plan"], line["step edited"], line["text"], line["owner"], line["due"])
        case "language":
            return LanguageChosen(line["language"])
        case "register":
            return RegisterChosen(familiar=line["register"] == "tu")
        case _:
            return Elapsed()


def noticed(text: str) -> Noticed:
    """A channel message as the interception hands it over; it must be one that the coach steps in on."""
    found = judge(text)
    assert found.intercept, text
    assert found.tool is not None
    assert found.lang is not None
    return Noticed(found.tool, found.lang, found.goal, found.problem, found.people, found.date, name_of(text))


def name_of(text: str) -> str:
    """A name for a channel message, as a platform would give it one: free of its words."""
    return f"message {crc32(text.encode())}"


def buttons_of(reply: Reply) -> list[str]:
    """The keys of the buttons under a reply."""
    return [choice.key for choice in reply.choices] if isinstance(reply, Ask | PlanCard) else []
