"""What no file of the project may name: where it was written, and where packages come from."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_OURS = {
    ".git", ".venv", ".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache",
    "__pycache__", "build", "data", "dist", "node_modules",
}  # fmt: skip

# Written in two parts, so that this file does not name them either.
FORBIDDEN = [
    "/wo" + "rk/", "../sh" + "ared", "/opt/" + "pypi", "pypi" + ".org", "python" + "hosted.org", "npm" + "js.org",
    "npm" + "js.com", "deb." + "debian.org",
]  # fmt: skip


def _texts() -> Iterator[tuple[Path, str]]:
    for folder, below, files in os.walk(ROOT):
        below[:] = [name for name in below if name not in NOT_OURS and not name.endswith(".egg-info")]
        for name in files:
            path = Path(folder, name)
            if path.suffix not in {".png", ".ico", ".db"} and name != ".coverage":
                yield path.relative_to(ROOT), path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def texts() -> list[tuple[Path, str]]:
    return list(_texts())


def test_every_room_is_looked_at(texts: list[tuple[Path, str]]) -> None:
    assert {"bot", "adapters", "dialogs", "storage", "tests", "docs", "README.md"} <= {p.parts[0] for p, _ in texts}


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_file_says(word: str, texts: list[tuple[Path, str]]) -> None:
    assert [str(path) for path, text in texts if word in text] == []
