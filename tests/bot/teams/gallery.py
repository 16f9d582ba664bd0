"""What people see of Planfirst in Teams, as it comes out of real talks: the other half of `make pictures`.

    python -m tests.bot.teams.gallery FOLDER

Writes one JSON file for each card, as `scripts.teams_cards.render` draws them. A word that is not said any more ends it.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.bot.slack.gallery import CLOSING, COMPANY, FIRST_STEP, PROBLEM_AND_OBJECTIVE, READINGS, WAY_THERE
from tests.bot.teams.world import World
from tests.fakes.teams import Message, User
from tests.transcripts.playing import START


class Album:
    """The folder that cards are written to."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def card(self, name: str, card: dict[str, Any] | None) -> None:
        """A card as it was sent."""
        assert card is not None, f"{name} is no card"
        (self._folder / f"{name}.json").write_text(json.dumps(card, ensure_ascii=False, indent=1), encoding="utf-8")

    def message(self, name: str, message: Message, reader: User) -> None:
        """The card of a message, as its reader sees it now."""
        self.card(name, message.card(reader))


def in_private(world: World, album: Album, tom: User) -> None:
    """A whole talk, from the offer to a plan that is ready."""
    world.says(tom, "We should launch a Teams community for the line leads, requests get lost", world.team_room)
    album.message("offer", world.told(tom)[-1], tom)
    world.presses(tom, "btn.start")
    album.message("question_first", world.told(tom)[-1], tom)
    world.presses(tom, "btn.right")
    for line in (*PROBLEM_AND_OBJECTIVE, *WAY_THERE):
        world.says(tom, line)
    judged(world, album, tom)
    for line in CLOSING:
        world.says(tom, line)
    world.presses(tom, "btn.private")


def judged(world: World, album: Album, tom: User) -> None:
    """What is in the way of each step, and the plan with the verdicts."""
    question, _ = world.newest(tom, "blk.none")
    album.message("question_buttons", question, tom)
    world.presses(tom, "blk.none")
    album.message("question_answered", question, tom)
    for blocker in ("blk.lost", "blk.cant_find"):
        world.presses(tom, blocker)
    album.message("plan_card", world.told(tom)[-2], tom)


def in_dialogs(world: World, album: Album, tom: User) -> None:
    """The forms of a plan and of the settings."""
    for command, button, name in (("edit", "Edit", "edit_plan"), ("settings", "Settings", "settings")):
        world.says(tom, f"plan {command}")
        opened = world.do(world.teams.submit(tom, world.told(tom)[-1], button)).opened
        album.card(name, opened.card)


def among_people(world: World, album: Album, tom: User) -> None:
    """The plan is reviewed, sent to a colleague who approves it, and posted."""
    karim = world.colleague("Karim")
    world.says(tom, "plan review 1")
    album.message("findings", world.told(tom)[-1], tom)
    world.says(tom, "plan send 1")
    picking = world.presses(tom, "btn.choose_reviewer").opened
    album.card("send", picking.card)
    world.do(world.teams.submit_dialog(tom, picking, "Send it", {"reviewer": karim.aad}))
    request, _ = world.newest(karim, "btn.approve")
    album.message("review_request", request, karim)
    world.presses(karim, "btn.approve")
    album.message("review_answered", request, karim)
    world.says(tom, "plan post 1", world.team_room, mention=True)
    world.presses(tom, "btn.post_now")
    album.message("posted", world.seen_in_public()[-1], karim)


def measured(world: World, album: Album, tom: User) -> None:
    """The first step is done, and the measure moves."""
    world.clock(FIRST_STEP)
    world.tick()
    world.presses(tom, "btn.step_done")
    for day, figure in READINGS:
        world.clock(day)
        world.says(tom, f"plan checkin 1 {figure}")
    shown = next(message for message in reversed(world.told(tom)) if "▓" in message.words())
    album.message("progress", shown, tom)


def in_french(world: World, album: Album, lea: User) -> None:
    """The offer."""
    world.says(lea, "Il faudrait créer une communauté Teams pour les techniciens de Lyon et de Gdansk", world.team_room)
    album.message("offer_fr", world.told(lea)[-1], lea)


def main(arguments: Sequence[str] | None = None) -> int:
    """Play and write; nothing to see on success."""
    (folder,) = sys.argv[1:] if arguments is None else arguments
    album = Album(Path(folder))
    with (
        TemporaryDirectory() as data,
        pytest.MonkeyPatch.context() as patch,
        World(Path(data), COMPANY, START, patch) as world,
    ):
        tom = world.colleague("Tom")
        world.opted_in()
        in_private(world, album, tom)
        in_dialogs(world, album, tom)
        in_french(world, album, world.colleague("Léa", "fr"))
        among_people(world, album, tom)
        measured(world, album, tom)
        world.teams.assert_clean()
        said = world.seen_in_public()[1:]  # the first is the plan, which Tom wanted there
    print(*(f"in public: {message.words()}" for message in said), sep="\n", end="")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
