"""Real databases in a temporary folder. Every backend runs the same tests; PostgreSQL gets its line in `url`."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from storage.secrets import KeyRing
from storage.store import Store

FilesHolding = Callable[[str], list[str]]


@pytest.fixture(params=["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    return {"sqlite": f"sqlite:///{tmp_path}/data/planfirst.db"}[request.param]


@pytest.fixture
def keys() -> KeyRing:
    return KeyRing([Fernet.generate_key().decode()])


@pytest.fixture
def store(url: str, keys: KeyRing) -> Iterator[Store]:
    opened = Store.open(url, keys)
    yield opened
    opened.close()


@pytest.fixture
def files_holding(tmp_path: Path) -> FilesHolding:
    """Which files below the temporary folder hold a text in clear, in the encodings that databases and JSON use."""

    def search(text: str) -> list[str]:
        forms = {text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")}
        forms.add(text.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00"))
        files = (path for path in sorted(tmp_path.rglob("*")) if path.is_file())
        return [path.name for path in files if any(form in path.read_bytes() for form in forms)]

    return search


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog
