"""Programs of the machine that some tests drive. Where one is missing they say so and are skipped; in CI that is a failure."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

CHROMIUM = os.environ.get("PLANFIRST_CHROMIUM", "/usr/bin/chromium")


def postgresql_folders() -> list[Path]:
    """Where Debian keeps the server's programs, the newest first."""
    return sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)


def find(name: str, folders: Iterable[Path] = ()) -> Path | None:
    """The program of that name, in these folders before the PATH."""
    found = shutil.which(name, path=os.pathsep.join([*map(str, folders), os.environ.get("PATH", "")]))
    return Path(found) if found else None


def need_postgresql() -> None:
    """For a test that starts a PostgreSQL of its own."""
    _need(find("initdb", postgresql_folders()), "PostgreSQL's server programs: apt install postgresql")


def need_chromium() -> None:
    """For a test that drives a browser."""
    _need(find(CHROMIUM), "Chromium: apt install chromium, or name one in PLANFIRST_CHROMIUM")


def _need(found: Path | None, what: str) -> None:
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"This test needs {what}")
