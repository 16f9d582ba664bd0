"""What tests of several rooms share: a real database in a temporary folder, the log, and the program itself."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.machine import need_postgresql
from tests.postgres import Postgres

ROOT = Path(__file__).parent.parent
PATIENCE = 60  # seconds, for a machine that is busy with other things

# A property says what holds, not how fast: the first example compiles a whole language, on a busy machine too.
settings.register_profile("planfirst", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("planfirst")

FilesHolding = Callable[[str], list[str]]
Planfirst = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """An empty database."""
    return f"sqlite:///{tmp_path}/data/planfirst.db"


@pytest.fixture
def keys() -> KeyRing:
    return KeyRing([new_key()])


@pytest.fixture
def store(url: str, keys: KeyRing) -> Iterator[Store]:
    opened = Store.open(url, keys)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server for all tests: each takes a database of its own."""
    need_postgresql()
    with Postgres() as server:
        yield server


@pytest.fixture
def database_files(tmp_path: Path) -> Path:
    """The folder in which the database keeps its files."""
    return tmp_path


@pytest.fixture
def files_holding(database_files: Path) -> FilesHolding:
    """Which files of the database hold a text in clear, in the encodings that databases and JSON use."""

    def search(text: str) -> list[str]:
        forms = {text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")}
        forms.add(text.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00"))
        files = (path for path in sorted(database_files.rglob("*")) if path.is_file())
        return [path.name for path in files if any(form in path.read_bytes() for form in forms)]

    return search


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a person who set nothing, warnings being errors."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLANFIRST_")}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "TZ": "Europe/Paris", "COLUMNS": "100"}


@pytest.fixture
def planfirst(tmp_path: Path, environment: dict[str, str]) -> Planfirst:
    """Run the program in an empty folder: planfirst("judge", typed="…", PLANFIRST_PORT="80")."""

    def run(*arguments: str, typed: str | bytes = "", **settings: str) -> subprocess.CompletedProcess[str]:
        given = typed if isinstance(typed, bytes) else typed.encode()
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env=environment | settings,
            timeout=PATIENCE,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
