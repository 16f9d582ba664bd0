"""What people see of Planfirst in Slack, as it comes out of real talks: the material of `make pictures`.

    python -m tests.bot.slack.gallery FOLDER

Writes one JSON file for each picture, as `scripts.pictures` draws them. A word that is not said any more ends it.
"""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dialogs.company import Company, Tool
from tests.bot.slack.world import World, named
from tests.fakes.slack import Message, User
from tests.fakes.slack.shapes import View
from tests.transcripts.playing import START

COMPANY: Final = Company(tools=(Tool(name="the maintenance wiki", category="knowledge_base"),))
PROBLEM_AND_OBJECTIVE: Final = (
    "Last week 60 requests got lost in mails between the three plants",
    "the 90 line leads of the three plants, every day",
    "lost requests, 60 a week today, 10 by the end of June",
    "Dana said yes this morning",
)
WAY_THERE: Final = (
    "they write a mail to whoever they know in the other plant, it works sometimes",
    "the line leads, and Ana who sorts the mails",
    "I sort the 60 requests of last week with Ana by Friday 13 March. Luc writes the answers down by 20 March. "
    "Piotr looks up old answers for the plants every week from 30 March.",
    "too many requests come in every day, and nobody finds the old answers",
)
CLOSING: Final = ("call Ana on Wednesday", "she starts with line 1", "ok")
NEXT_PLAN: Final = (
    "New line leads ask the same ten questions in their first month, and each time somebody stops the line",
    "the 12 new line leads a year, and whoever trains them",
)
FIRST_STEP: Final = datetime(2026, 3, 16, 10, tzinfo=UTC)
READINGS: Final = (
    (datetime(2026, 4, 1, 10, tzinfo=UTC), "52"),
    (datetime(2026, 5, 4, 10, tzinfo=UTC), "34"),
    (datetime(2026, 6, 1, 10, tzinfo=UTC), "25"),
)
POSTED: Final = "in public: A plan by Tom"  # the one thing that is said to all, because Tom asked for it
REHEARSED: Final = {
    "Ann": "Let's buy a chatbot for onboarding",
    "Ben": "We should launch a Slack community for innovation",
}


class Album:
    """The folder that pictures are written to."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def messages(self, name: str, *messages: Message) -> None:
        """Messages that followed one another: Slack shows them under one name."""
        blocks = [block for message in messages for block in message.blocks or _said(message.text)]
        ephemeral = all(message.ephemeral_to for message in messages)
        self._write(name, {"type": "message", "blocks": blocks, "ephemeral": ephemeral})

    def view(self, name: str, view: View) -> None:
        """A window or the home page."""
        self._write(name, view.content)

    def _write(self, name: str, spec: dict[str, Any]) -> None:
        (self._folder / f"{name}.json").write_text(json.dumps(spec, ensure_ascii=False, indent=1), encoding="utf-8")


def _said(text: str) -> list[dict[str, Any]]:
    return [{"type": "section", "text": {"type": "mrkdwn", "text": text}}]


def in_private(world: World, album: Album, tom: User) -> None:
    """A whole talk, from the offer to a plan that is ready."""
    world.write(tom, "We should launch a Teams community for the line leads, requests get lost", world.room)
    album.messages("offer", *world.whispers(tom))
    world.press(tom, "btn.start")
    album.messages("over_there", *world.whispers(tom))
    album.messages("question_first", *world.talk(tom))
    world.press(tom, "btn.right")
    for line in (*PROBLEM_AND_OBJECTIVE, *WAY_THERE):
        world.write(tom, line)
    judged(world, album, tom)
    for line in CLOSING:
        world.write(tom, line)
    world.press(tom, "btn.private")


def judged(world: World, album: Album, tom: User) -> None:
    """The verdicts, and the plan with them."""
    question = world.latest(tom, "blk.none")
    album.messages("question_buttons", question)
    world.press(tom, "blk.none")
    album.messages("question_answered", question, world.talk(tom)[-2])
    world.press(tom, "blk.lost")
    album.messages("verdict", *world.talk(tom)[-3:-1])
    world.press(tom, "blk.cant_find")
    album.messages("plan_card", *world.talk(tom)[-2:])


def in_windows(world: World, album: Album, tom: User) -> None:
    """The forms of a plan, of a step and of the settings."""
    world.command(tom, "edit")
    plan = world.modal(tom, "edit.plan")
    album.view("edit_plan", plan)
    link = next(block for block in plan.content["blocks"] if "edit.step:1/1" in str(block))
    world.do(world.sim.click(tom, plan, "sheet", block_id=link["block_id"]))
    album.view("edit_step", world.modal(tom, "edit.step"))
    world.command(tom, "settings")
    album.view("settings", world.modal(tom, "settings"))


def at_home(world: World, album: Album, tom: User) -> None:
    """A plan that is ready, and another one in the making."""
    world.command(tom, "start")
    for line in NEXT_PLAN:
        world.write(tom, line)
    world.do(world.sim.open_home(tom))
    home = world.wait_for(lambda: world.sim.home(tom))
    album.view("home", home)


def in_french(world: World, album: Album, lea: User) -> None:
    """The offer and a question."""
    world.write(lea, "Il faudrait créer une communauté Teams pour les techniciens de Lyon et de Gdansk", world.room)
    album.messages("offer_fr", *world.whispers(lea))
    world.press(lea, "btn.start")
    album.messages("question_fr", *world.talk(lea))


def in_the_channel(world: World, album: Album, tom: User) -> None:
    """Help on request, a channel turned on, and what two weeks of rehearsal counted: for one person's eyes each."""
    for text, name in (("help", "help"), ("here on", "here_on")):
        world.command(tom, text)
        album.messages(name, world.whispers(tom)[-1])
    world.command(tom, "here shadow")
    for name, text in REHEARSED.items():
        world.write(world.person(name), text, world.room)
    world.clock(START + timedelta(days=14, minutes=9))
    world.tick()
    album.messages("shadow_report", *world.whispers(tom)[-3:])


def among_people(world: World, album: Album, tom: User) -> None:
    """The plan is reviewed, sent to a colleague who approves it, and posted."""
    karim = world.person("Karim")
    world.command(tom, "review 2", world.sim.dm(tom))
    album.messages("findings", world.talk(tom)[-1])
    world.command(tom, "send 1")
    album.view("send", world.modal(tom, "send"))
    world.do(world.sim.submit(tom, {"reviewer": karim}))
    (request,) = world.talk(karim)
    album.messages("review_request", request)
    world.do(world.sim.click(karim, request, named(request, "btn.approve")))
    album.messages("approved", world.talk(tom)[-1])
    world.command(tom, "post 1")
    world.press(tom, "btn.post_now")
    album.messages("posted", *world.in_public())


def measured(world: World, album: Album, tom: User) -> None:
    """The first step is done, and the measure moves."""
    world.clock(FIRST_STEP)
    world.tick()
    asked = next(message for message in reversed(world.talk(tom)) if named(message, "btn.step_done"))
    world.do(world.sim.click(tom, asked, named(asked, "btn.step_done")))
    for day, figure in READINGS:
        world.clock(day)
        world.command(tom, f"checkin 1 {figure}", world.sim.dm(tom))
    album.messages("progress", next(message for message in reversed(world.talk(tom)) if "▓" in message.words))


def main(arguments: Sequence[str] | None = None) -> int:
    """Play and write; nothing to see on success."""
    (folder,) = sys.argv[1:] if arguments is None else arguments
    with TemporaryDirectory() as data, World(Path(data), "http", COMPANY, START) as world:
        album = Album(Path(folder))
        tom = world.person("Tom")
        world.listens()
        in_private(world, album, tom)
        in_windows(world, album, tom)
        at_home(world, album, tom)
        in_french(world, album, world.person("Léa", "fr"))
        among_people(world, album, tom)
        in_the_channel(world, album, tom)
        measured(world, album, tom)
        faults = [fault for fault in world.faults() if not fault.startswith(POSTED)]
    print(*faults, sep="\n", end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
