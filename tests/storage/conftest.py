"""Real databases. Every test that asks for `url` or `store` runs on an SQLite file and on PostgreSQL, and those that
need nothing but a store also on the double in memory.
"""

from inspect import signature
from pathlib import Path

import pytest

from tests.postgres import Postgres


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    chosen = any("url" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if "url" in metafunc.fixturenames and not chosen:
        asked = set(signature(metafunc.function).parameters)
        in_memory = ["memory"] if "store" in asked and asked.isdisjoint({"url", "files_holding"}) else []
        metafunc.parametrize("url", ["sqlite", "postgresql", *in_memory], indirect=True)


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        return server.new_database()
    return {"sqlite": f"sqlite:///{tmp_path}/data/planfirst.db", "memory": "sqlite://"}[request.param]


@pytest.fixture
def database_files(request: pytest.FixtureRequest, url: str, tmp_path: Path) -> Path:
    """The folder in which the database keeps its files."""
    if url.startswith("postgresql"):
        server: Postgres = request.getfixturevalue("postgres")
        return server.folder
    return tmp_path
