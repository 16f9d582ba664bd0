"""Who may know whom: the contracts of pyproject.toml, and what importing the core really loads."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"aiohttp", "asyncio", "babel", "pydantic", "socket", "sqlalchemy", "structlog", "yaml", "zoneinfo"}


def _python(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_import_contracts_hold() -> None:
    said = _python(
        "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
    )
    assert "0 broken" in said


@pytest.mark.parametrize("door", ["dialogs.engine", "dialogs.interception.judge", "dialogs.interception.manners"])
def test_the_core_loads_nothing_heavy(door: str) -> None:
    loaded = _python("-c", f"import sys; import {door}; print(*sys.modules)").split()
    assert HEAVY & set(loaded) == set()


def test_the_command_line_starts_light() -> None:
    """`planfirst --help` waits neither for a web server nor for a database."""
    loaded = _python("-c", "import sys; import bot.cli; print(*sys.modules)").split()
    assert {"aiohttp", "sqlalchemy", "alembic"} & set(loaded) == set()
