"""The app package: what Teams takes, in both languages, and no permission without a reason that people can read.

Lengths and counts are those of learn.microsoft.com, "Microsoft 365 app manifest schema reference". The official schemas
are asked by scripts/teams_manifest_check.
"""

import io
import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from adapters.hearing import Commanded
from adapters.teams.app import TeamsApp
from adapters.teams.gate import Activity, Conversation
from adapters.teams.http import Http
from adapters.teams.icons import colour, outline
from adapters.teams.inbound import events
from adapters.teams.manifest import PERMISSIONS, french, manifest
from adapters.teams.package import package
from adapters.teams.pressed import ACTIONS
from bot.commands import behind_plan
from tests.fakes.teams import TeamsSim

ROOT = Path(__file__).parents[3]
APP = "11111111-2222-3333-4444-555555555555"
URL = "https://coach.example/"

both = pytest.mark.parametrize("targeted", [False, True])
# Where in the manifest -> the most characters that Teams takes there.
LONGEST = {
    r"name\.short": 30,
    r"name\.full": 100,
    r"description\.short": 80,
    r"description\.full": 4000,
    r"bots.*\.title": 128,
    r"bots.*\.description": 4000,
    r"composeExtensions.*\.title": 32,
    r"composeExtensions.*\.description": 128,
}


def made(targeted: bool = False) -> dict[str, Any]:
    return manifest(APP, URL, "1.2.3", targeted=targeted)


def at(path: str, content: Any) -> Any:
    """What stands in the manifest at a path of the language file."""
    for name in re.findall(r"\w+", path):
        content = content[int(name) if name.isdecimal() else name]
    return content


def lists(content: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = content["bots"][0]["commandLists"]
    return found


@both
def test_it_names_the_app_and_where_it_is(targeted: bool) -> None:
    content = made(targeted)
    named = (content["id"], content["bots"][0]["botId"], content["webApplicationInfo"]["id"])
    assert named == (APP, APP, APP)
    assert content["version"] == "1.2.3"
    assert content["validDomains"] == ["coach.example"]
    assert content["developer"]["privacyUrl"] == "https://coach.example/teams/about"


def test_the_preview_is_asked_for_only_where_it_is_wanted() -> None:
    assert made()["manifestVersion"] == "1.24"
    assert "supportsTargetedMessages" not in made()["bots"][0]
    assert all("triggers" not in one for one in lists(made()))
    assert made(True)["manifestVersion"] == "1.29"
    assert made(True)["bots"][0]["supportsTargetedMessages"] is True
    slashed = [one["scopes"] for one in lists(made(True)) if "slash" in one.get("triggers", ())]
    assert slashed == [["team", "groupChat"]]  # in the talk of two nothing is hidden from anybody


@both
def test_texts_fit_in_both_languages(targeted: bool) -> None:
    content = made(targeted)
    for path, text in french().items():
        if path != "$schema":
            most = next(most for pattern, most in LONGEST.items() if re.fullmatch(pattern, path))
            assert 0 < len(text) <= most
            assert 0 < len(at(path, content)) <= most
    assert len(lists(content)) <= 3
    assert all(len(one["commands"]) <= 12 for one in lists(content))


@both
def test_everything_that_people_read_is_there_in_french(targeted: bool) -> None:
    content, told = made(targeted), set(french())
    listed = [
        f"bots[0].commandLists[{i}].commands[{j}].{what}"
        for i, one in enumerate(lists(content))
        for j in range(len(one["commands"]))
        for what in ("title", "description")
    ]
    actions = range(len(content["composeExtensions"][0]["commands"]))
    menu = [f"composeExtensions[0].commands[{i}].{what}" for i in actions for what in ("title", "description")]
    assert told == {"$schema", "name.short", "name.full", "description.short", "description.full", *listed, *menu}


def test_each_command_that_teams_types_is_understood() -> None:
    typed = [command["title"] for one in lists(made()) for command in one["commands"]]
    typed += [text for path, text in french().items() if re.fullmatch(r"bots.*\.title", path)]
    for text in typed:
        said = Activity(
            "message", "https://smba.trafficmanager.net/", "msteams", Conversation("a:1", "personal"), text=text
        )
        (draft,) = events(said, lambda _: None)
        assert isinstance(draft.event, Commanded)
        assert behind_plan(draft.event.text).name is not None


def test_the_menu_of_a_message_has_what_is_answered() -> None:
    commands = made()["composeExtensions"][0]["commands"]
    assert {one["id"] for one in commands} == ACTIONS
    assert all(one["context"] == ["message"] and one["fetchTask"] for one in commands)


def test_the_privacy_page_gives_the_reason_of_each_permission() -> None:
    asked = made()["authorization"]["permissions"]["resourceSpecific"]
    assert {one["name"]: one["type"] for one in asked} == dict.fromkeys(PERMISSIONS, "Application")
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([A-Za-z]+\.[A-Za-z.]+)` \| (.*) \|$", page, re.MULTILINE))
    assert told == PERMISSIONS


def test_what_is_read_is_said_before_anybody_adds_it() -> None:
    assert "all messages" in at("description.full", made())
    assert "tous les messages" in french()["description.full"]


@both
def test_the_package_holds_what_its_manifest_names_and_is_the_same_each_time(targeted: bool) -> None:
    packed = package(APP, URL, "1.2.3", targeted=targeted)
    assert packed == package(APP, URL, "1.2.3", targeted=targeted)
    with ZipFile(io.BytesIO(packed)) as opened:
        content = json.loads(opened.read("manifest.json"))
        assert content == made(targeted)
        language = content["localizationInfo"]["additionalLanguages"][0]["file"]
        assert set(opened.namelist()) == {"manifest.json", *content["icons"].values(), language}
        assert json.loads(opened.read(language)) == french()
        assert opened.read(content["icons"]["outline"]) == outline()


def pixels(png: bytes) -> tuple[int, set[tuple[int, ...]]]:
    """The side of a square picture, and the pixels that occur in it."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (height, depth, kind) == (width, 8, 6)
    (length,) = struct.unpack(">I", png[33:37])
    rows = zlib.decompress(png[41 : 41 + length])
    one_row = 1 + 4 * width
    assert len(rows) == height * one_row
    found = {
        tuple(rows[y * one_row + 1 + 4 * x : y * one_row + 5 + 4 * x]) for y in range(height) for x in range(width)
    }
    return width, found


def test_the_outline_is_white_on_nothing() -> None:
    side, found = pixels(outline())
    assert side == 32
    assert {pixel[:3] for pixel in found} == {(255, 255, 255)}
    assert {0, 255} <= {pixel[3] for pixel in found}


def test_the_colour_icon_has_no_hole() -> None:
    side, found = pixels(colour())
    assert side == 192
    assert {pixel[3] for pixel in found} == {255}
    assert {(255, 255, 255, 255), (0x2D, 0x6A, 0x4F, 255)} <= found


async def test_the_page_that_the_manifest_names_is_there(app: TeamsApp, teams: TeamsSim, http: Http) -> None:
    here = teams.bot_url.removesuffix("/api/messages")
    async with http.request("GET", manifest(APP, here, "1.2.3")["developer"]["privacyUrl"]) as answer:
        page = await answer.text()
    assert answer.status == 200
    assert 'lang="en"' in page
    assert "all messages" in page
    assert "tous les messages" in page
    assert "src=" not in page  # it loads nothing
