"""Real databases in a temporary folder. Every backend runs the same tests; PostgreSQL gets its line in `url`."""

from pathlib import Path

import pytest


@pytest.fixture(params=["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    return {"sqlite": f"sqlite:///{tmp_path}/data/planfirst.db"}[request.param]
