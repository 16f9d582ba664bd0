"""The servers of the Teams path.

Planfirst is the whole product as `planfirst run` starts it; where Teams' keys are is its only difference.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

from benchmarks.servers import Fake, Server, free_port, serving
from benchmarks.teams_requests import APP_ID, TENANT


class Microsoft(Fake):
    """The fake's process."""

    @property
    def url(self) -> str:
        """Where bots send what they say."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def metadata_url(self) -> str:
        """Where bots learn its keys."""
        return f"{self.url}metadata"

    def token(self) -> str:
        """What Teams shows the bot."""
        with urlopen(f"{self.url}token") as answer:
            told: bytes = answer.read()
        return told.decode()


@contextmanager
def fake() -> Iterator[Microsoft]:
    """The fake Microsoft."""
    port = free_port()
    with serving(port, f"benchmarks.teams_fake {port}") as process:
        yield Microsoft(port, process)


@contextmanager
def peer(module: str, microsoft: Microsoft) -> Iterator[Server]:
    """One of the peers, by its module here."""
    port = free_port()
    with serving(port, f"benchmarks.{module} {port} {microsoft.metadata_url}") as process:
        yield Server(port, process)


@contextmanager
def planfirst(microsoft: Microsoft) -> Iterator[Server]:
    """The product, on a new SQLite database."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "PLANFIRST_PORT": str(port),
            "PLANFIRST_DATABASE_URL": f"sqlite:///{folder}/planfirst.db",
            "MICROSOFT_APP_ID": APP_ID,
            "MICROSOFT_APP_PASSWORD": "secret",
            "MICROSOFT_APP_TENANT_ID": TENANT,
            "MICROSOFT_OPENID_METADATA_URL": microsoft.metadata_url,
        }
        with serving(port, "bot run", settings) as process:
            yield Server(port, process)
