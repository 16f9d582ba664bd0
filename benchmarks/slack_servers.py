"""The servers of the Slack path.

Planfirst is the whole product as `planfirst run` starts it; that Slack's address is another is its only difference.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.servers import Fake, Server, free_port, serving
from benchmarks.slack_requests import SECRET


class Slack(Fake):
    """The fake's process."""

    @property
    def api_url(self) -> str:
        """Where its methods are."""
        return f"http://127.0.0.1:{self.port}/api/"


@contextmanager
def fake() -> Iterator[Slack]:
    """The fake Slack."""
    port = free_port()
    with serving(port, f"benchmarks.slack_fake {port}") as process:
        yield Slack(port, process)


@contextmanager
def bolt() -> Iterator[Server]:
    """The peer."""
    port = free_port()
    with serving(port, f"benchmarks.slack_bolt {port}") as process:
        yield Server(port, process)


@contextmanager
def planfirst(slack: Slack, database: Path, role: str = "both") -> Iterator[Server]:
    """The product, on a new SQLite database. `role` is that of `planfirst run`."""
    port = free_port()
    settings = {
        "PLANFIRST_PORT": str(port),
        "PLANFIRST_DATABASE_URL": f"sqlite:///{database}",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_BOT_TOKEN": "xoxb-0-benchmark",
        "SLACK_API_URL": slack.api_url,
    }
    with serving(port, f"bot run --role {role}", settings) as process:
        yield Server(port, process)


@contextmanager
def product(role: str = "both") -> Iterator[tuple[Server, Slack, Path]]:
    """The product, the fake that it speaks to, and its database."""
    with tempfile.TemporaryDirectory() as folder, fake() as slack:
        database = Path(folder) / "planfirst.db"
        with planfirst(slack, database, role) as server:
            yield server, slack, database
