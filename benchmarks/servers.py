"""Servers under load, each a process of its own, and what they took of the machine."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Final

from benchmarks.measure import rss_mb
from benchmarks.peers import ROOT

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


class Fake(Server):
    """A platform that says yes to everything, and counts."""

    def calls(self) -> dict[str, int]:
        """How often each of its methods was called so far."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/counts") as answer:
            counts: dict[str, int] = json.load(answer)
        return counts


@contextmanager
def serving(port: int, command: str, settings: Mapping[str, str] | None = None) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a module until the block ends. Raises RuntimeError when it does not start."""
    foreign = ("PLANFIRST_", "SLACK_", "MICROSOFT_")  # settings of whoever runs this are none of the product's here
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


def free_port() -> int:
    """A port that nobody serves at now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        port: int = door.getsockname()[1]
    return port
