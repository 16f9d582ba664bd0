"""A digest as each place shows it: every line of it, in its order, and buttons that say what they open."""

from datetime import date

import pytest
from rich.console import Console

from adapters.choices import leaves_buttons
from adapters.slack.blocks import Links, rendered
from adapters.teams.cards import message
from adapters.terminal.render import draw
from dialogs.digest.reader import Reader
from dialogs.digest.weekly import weekly
from dialogs.replies import DigestCard
from tests.dialogs.digest.weeks import KARIM, MONDAY, example

TITLES = ("an answer to every <idea>", "first answer in two hours", "half the how-to tickets")


@pytest.fixture
def digest() -> DigestCard:
    plans = example(KARIM, TITLES, ("days to first solo job", "repairs done twice"))
    told = weekly(Reader(KARIM, date(2026, 3, 2)), plans, MONDAY, MONDAY)
    assert isinstance(told, DigestCard)
    return told


def lines(digest: DigestCard) -> list[str]:
    return [digest.headline, *(line for part in digest.sections for line in part.lines), digest.totals, digest.foot]


def test_in_slack(digest: DigestCard) -> None:
    drawn = rendered(digest, Links("A1", "T1"))
    assert [block["type"] for block in drawn.blocks] == ["header", *["section"] * 5, "context", "actions"]
    said = "\n".join(str(block) for block in drawn.blocks)
    assert all(line.replace("<", "&lt;").replace(">", "&gt;") in said for line in lines(digest))
    assert "*Waiting for you*" in said
    labels = [button["text"]["text"] for button in drawn.blocks[-1]["elements"]]
    assert labels == ["Open (1)", "Open (2)", "All my plans", "Settings"]
    assert "Two decisions wait for you; one number is behind." in drawn.text


def test_in_teams(digest: DigestCard) -> None:
    content = message(digest)["attachments"][0]["content"]
    runs = [run["text"] for element in content["body"] if "inlines" in element for run in element["inlines"]]
    assert all(line in runs for line in lines(digest))
    buttons = [*content.get("actions", ()), *(one for row in content["body"] for one in row.get("actions", ()))]
    assert [button["title"] for button in buttons] == ["Open (1)", "Open (2)", "All my plans", "Settings"]
    assert all(button["data"].get("stays") for button in buttons[:3]), "the digest stays as it is"


def test_in_the_terminal(digest: DigestCard) -> None:
    console = Console(width=100, record=True, file=None, quiet=False)
    with console.capture() as printed:
        draw(console, [digest])
    assert all(line in printed.get() for line in lines(digest))


def test_its_buttons_leave_it_as_it_is(digest: DigestCard) -> None:
    assert [leaves_buttons(choice.key) for choice in digest.choices] == [True, True, True, False]
