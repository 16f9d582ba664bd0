"""docs/plans.md tells people commands that there are, in both languages."""

import re
from pathlib import Path

import pytest

from bot.commands import as_command
from bot.dealing import ABOUT_PLANS

PAGE = (Path(__file__).parents[2] / "docs" / "plans.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`.+?) \| (.*?) \| .* \|$", PAGE.partition("## Who sees")[0], re.M)


def words(cell: str) -> list[str]:
    """The first word of each command in a cell; the bare `/plan` has none."""
    return [quoted.removeprefix("/plan").split()[0] for quoted in re.findall(r"`([^`]+)`", cell) if quoted != "/plan"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:20])
def test_each_command_means_the_same_in_both_languages(row: tuple[str, str]) -> None:
    english, french = (
        [command and command.name for word in words(cell) if (command := as_command(f"/plan {word}"))] for cell in row
    )
    assert None not in (*english, *french)
    assert not french or english == french


def test_every_command_about_plans_is_told() -> None:
    told = {
        command.name for row in ROWS for cell in row for word in words(cell) if (command := as_command(f"/plan {word}"))
    }
    assert ABOUT_PLANS - told <= {"now", "pass", "unfollow", "export_text"}
