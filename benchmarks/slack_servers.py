"""The servers under load, each a process of its own, and what they took of the machine.

Planfirst is the whole product as `planfirst run` starts it; that Slack's address is another is its only difference.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from benchmarks.measure import rss_mb
from benchmarks.peers import ROOT
from benchmarks.slack_requests import SECRET

PATIENCE: Final = 30.0  # seconds for a server to start

_CPU_OF_A_PROCESS: Final = 2  # Linux: the clock of process p has the id ~p << 3 | 2; see clock_getcpuclockid(3)


class Server:
    """A process that serves at a port of this machine."""

    def __init__(self, port: int, process: "subprocess.Popen[bytes]") -> None:
        self.port = port
        self._pid = process.pid

    @property
    def cpu(self) -> float:
        """CPU seconds that it took so far, all threads together."""
        return time.clock_gettime(~self._pid << 3 | _CPU_OF_A_PROCESS)

    @property
    def rss_mb(self) -> float:
        """Its resident memory in MB."""
        return rss_mb(self._pid)


class Slack(Server):
    """The fake's process."""

    @property
    def api_url(self) -> str:
        """Where its methods are."""
        return f"http://127.0.0.1:{self.port}/api/"

    def calls(self) -> dict[str, int]:
        """How often each method was called so far."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/counts") as answer:
            counts: dict[str, int] = json.load(answer)
        return counts


@contextmanager
def fake() -> Iterator[Slack]:
    """The fake Slack."""
    port = _free_port()
    with _serving(port, f"benchmarks.slack_fake {port}") as process:
        yield Slack(port, process)


@contextmanager
def bolt() -> Iterator[Server]:
    """The peer."""
    port = _free_port()
    with _serving(port, f"benchmarks.slack_bolt {port}") as process:
        yield Server(port, process)


@contextmanager
def planfirst(slack: Slack, database: Path, role: str = "both") -> Iterator[Server]:
    """The product, on a new SQLite database. `role` is that of `planfirst run`."""
    port = _free_port()
    settings = {
        "PLANFIRST_PORT": str(port),
        "PLANFIRST_DATABASE_URL": f"sqlite:///{database}",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_BOT_TOKEN": "xoxb-0-benchmark",
        "SLACK_API_URL": slack.api_url,
    }
    with _serving(port, f"bot run --role {role}", settings) as process:
        yield Server(port, process)


@contextmanager
def product(role: str = "both") -> Iterator[tuple[Server, Slack, Path]]:
    """The product, the fake that it speaks to, and its database."""
    with tempfile.TemporaryDirectory() as folder, fake() as slack:
        database = Path(folder) / "planfirst.db"
        with planfirst(slack, database, role) as server:
            yield server, slack, database


@contextmanager
def _serving(port: int, command: str, settings: Mapping[str, str] | None = None) -> Iterator["subprocess.Popen[bytes]"]:
    foreign = ("PLANFIRST_", "SLACK_")  # settings of whoever runs this are none of the product's here
    environment = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", *command.split()], cwd=ROOT, env=environment | dict(settings or {})
    )
    try:
        _wait_for(port, process)
        yield process
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with closing(socket.socket()) as door:
            if not door.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.02)
    raise RuntimeError(f"{process.args!r} does not serve")


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        port: int = door.getsockname()[1]
    return port
