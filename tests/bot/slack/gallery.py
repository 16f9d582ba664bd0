"""What people see of Planfirst in Slack, as it comes out of real talks: the material of `make pictures`.

    python -m tests.bot.slack.gallery FOLDER

Writes one JSON file for each picture, as `scripts.pictures` draws them. A word that is not said any more ends it.
"""

import json
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dialogs.company import Company, Tool
from tests.bot.slack.world import World
from tests.fakes.slack import Message, User
from tests.fakes.slack.shapes import View
from tests.transcripts.playing import START

COMPANY: Final = Company(tools=(Tool(name="the maintenance wiki", category="knowledge_base"),))
BEFORE_THE_DECISION: Final = (
    "Last week 60 requests got lost in mails between the three plants",
    "the 90 line leads of the three plants, every day",
    "lost requests, 60 a week today, 10 by the end of June",
)
BEFORE_THE_PLAN: Final = ("Dana said yes on Monday", "they write a mail to whoever they know in the other plant")
PLAN: Final = (
    "the line leads, and Ana who sorts the mails",
    "Ana sorts the requests every morning from 16 March. Luc writes the answers down by 20 March. "
    "Piotr looks up old answers for the plants every week from 30 March.",
    "too many requests come in every day, and nobody finds the old answers",
)
CLOSING: Final = ("call Ana on Wednesday", "she starts with line 1", "ok")


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


def in_the_channel(world: World, album: Album) -> None:
    """Turning the channel on, what the rehearsal counted, and help on request: each before one person's eyes."""
    ann, ben = world.person("Ann"), world.person("Ben")
    for text, name in (("help", "help"), ("here on", "here_on"), ("here shadow", "here_shadow")):
        world.command(ann, text)
        album.messages(name, world.whispers(ann)[-1])
    world.write(ann, "Let's buy a chatbot for onboarding", world.room)
    world.write(ben, "We should launch a Slack community for innovation", world.room)
    world.clock(START + timedelta(days=14, minutes=1))
    world.tick()
    album.messages("shadow_report", world.whispers(ann)[-1])
    world.command(ann, "here on")


def in_french(world: World, album: Album) -> None:
    """The offer and a question."""
    lea = world.person("Léa", "fr")
    world.write(lea, "Il faudrait créer une communauté Teams pour les techniciens de Lyon et de Gdansk", world.room)
    album.messages("offer_fr", *world.whispers(lea))
    world.press(lea, "btn.start")
    album.messages("question_fr", *world.talk(lea))


def in_private(world: World, album: Album) -> None:
    """A whole talk, from the offer to the plan."""
    tom = world.person("Tom")
    offered(world, album, tom)
    for line in (*BEFORE_THE_DECISION, *BEFORE_THE_PLAN):
        world.write(tom, line)
    question = world.latest(tom, "btn.mech.fragile")
    album.messages("question_buttons", question)
    world.press(tom, "btn.mech.fragile")
    album.messages("question_answered", question)
    for line in PLAN:
        world.write(tom, line)
    judged(world, album, tom)


def offered(world: World, album: Album, tom: User) -> None:
    world.write(tom, "We should launch a Teams community for the line leads, requests get lost", world.room)
    album.messages("offer", *world.whispers(tom))
    world.press(tom, "btn.start")
    album.messages("over_there", *world.whispers(tom))
    album.messages("question_first", *world.talk(tom))
    world.press(tom, "btn.right")


def judged(world: World, album: Album, tom: User) -> None:
    for blocker in ("btn", "blk.volume", "blk.cant_find", "blk.lost"):
        print(blocker, world.heard(), [m.words for m in world.talk(tom)[-4:]])
        if blocker != "btn":
            world.press(tom, blocker)
    print(world.heard())


def main(arguments: Sequence[str] | None = None) -> int:
    """Play and write; nothing to see on success."""
    (folder,) = sys.argv[1:] if arguments is None else arguments
    with TemporaryDirectory() as data, World(Path(data), "http", COMPANY, START) as world:
        album = Album(Path(folder))
        in_the_channel(world, album)
        in_french(world, album)
        in_private(world, album)
        faults = world.faults()
    print(*faults, sep="\n", end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
