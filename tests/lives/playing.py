"""Plays what happens to plans between people: each line of somebody, then what each of them is told.

A life is a YAML file that reads as a story. A line says who does what: `Maya` says something in private (`/plan …` is a
command), `Maya presses` a button (`btn.approve@1`: on the card of version 1), `Maya edits` her plan in a form (slot -> words; `of plan` says which), `Maya picks`
a reviewer in the sheet (nobody: ""); `after` lets days pass in silence, until something is due. `hears` gives the message keys of
the answer, `Karim hears` those of what somebody else is told, `#team hears` what all in the channel read: whoever is
not named is told nothing. `sees` and `Karim sees` are words that must stand in it, `hides` and `Karim hides` words
that must not. `state` is that of the first plan afterwards (`gone`: there is none), `states` those of others
("Maya 2": ready).

`people` are those of the story, with their language, and what else they are; `plans` those that they have when it
begins, as samples of `tests.lives.plans`, changed where the story needs it. The clock is fixed: 2 March 2026 (a
Monday), ten o'clock in Paris; a minute passes with every line.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, Protocol, get_args

import yaml

from dialogs.company import Company
from dialogs.lang import Lang
from dialogs.plan import Plan
from dialogs.replies import Reply
from tests.lives.plans import samples
from tests.transcripts.playing import START, plain_spaces

FOLDER: Final = Path(__file__).parent
Verb = Literal["says", "presses", "edits", "picks"]

Story = dict[str, Any]
Told = dict[str, list[Reply]]
"""What each person was told, by their name; "#team" for what all in that channel read."""


class Somebody(NamedTuple):
    """Somebody of a story. `standing` is what their account is to the company, `company` whose they are."""

    name: str
    lang: Lang
    standing: str = "member"
    company: str = "acme"


class Stage(Protocol):
    """Where a story is played: a desk, or a platform with people in front of it."""

    def enter(self, people: tuple[Somebody, ...], plans: dict[str, list[Plan]]) -> None: ...

    def does(self, who: str, verb: Verb, what: Any, plan: int, at: datetime) -> Told: ...

    def passes(self, to: datetime) -> Told: ...

    def state(self, owner: str, number: int) -> str: ...


def lives() -> list[str]:
    """The names of all stories."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def read(name: str) -> Story:
    """A story by its name."""
    story: Story = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return story


def company_of(story: Story) -> Company:
    """The company in which it takes place."""
    return Company(channels=("team",), **story.get("company", {}))


def people_of(story: Story) -> tuple[Somebody, ...]:
    """Everybody in it."""
    said = ((name, {"lang": what} if isinstance(what, str) else what) for name, what in story["people"].items())
    return tuple(Somebody(name, **what) for name, what in said)


def plans_of(story: Story) -> dict[str, list[Plan]]:
    """What they have when it begins; plans are numbered from 1."""
    plans = story.get("plans", {})
    return {who: samples(own) for who, own in plans.items()}


def play(story: Story, stage: Stage) -> None:
    """Play a story and hold everything that is told against what is written."""
    now = START
    stage.enter(people_of(story), plans_of(story))
    owner = next(iter(story.get("plans", {"": ()})))
    for line in story["story"]:
        now += timedelta(minutes=1)
        if "after" in line:
            now += timedelta(days=int(line["after"].split()[0]))
            who, told = "", stage.passes(now)
        else:
            who, verb = actor(line, story)
            told = stage.does(who, verb, line.get(f"{who} {verb}", line.get(who)), line.get("of plan", 1), now)
        check(line, who, told)
        for whose, state in states(line, owner):
            name, number = whose.split()
            assert stage.state(name, int(number)) == state, (line, whose)


def actor(line: dict[str, Any], story: Story) -> tuple[str, Verb]:
    """Who does it, and what kind of thing it is."""
    for who in story["people"]:
        if who in line:
            return who, "says"
        for verb in get_args(Verb):
            if f"{who} {verb}" in line:
                return who, verb
    raise AssertionError(f"nobody does anything in {line}")


def check(line: dict[str, Any], who: str, told: Told) -> None:
    """Everybody is told what is written, and nothing else."""
    where = f"{line!r}\n" + "\n".join(f"{name}: {reply.key} {reply.text}" for name, reply in flat(told))
    assert {name: [r.key for r in replies] for name, replies in told.items() if replies} == heard(line, who), where
    for name in {who, *told, *(key.split()[0] for key in line if key.endswith(("sees", "hides")))} - {"sees", "hides"}:
        said = plain_spaces("\n".join(reply.text for reply in told.get(name, [])))
        prefix = "" if name == who else f"{name} "
        for words in listed(line.get(f"{prefix}sees")):
            assert words in said, where
        for words in listed(line.get(f"{prefix}hides")):
            assert words not in said, where


def heard(line: dict[str, Any], who: str) -> dict[str, list[str]]:
    """The keys that each is to be told."""
    keys = {
        key.removesuffix("hears").strip() or who: str(said).split()
        for key, said in line.items()
        if key.endswith("hears")
    }
    return {name: said for name, said in keys.items() if said}


def states(line: dict[str, Any], owner: str) -> Iterator[tuple[str, str]]:
    if "state" in line:
        yield f"{owner} 1", line["state"]
    yield from line.get("states", {}).items()


def flat(told: Told) -> Iterator[tuple[str, Reply]]:
    return ((name, reply) for name, replies in told.items() for reply in replies)


def listed(words: str | list[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else words or []
