"""Real processes: started on a port each, killed without a word, stopped politely, started again.

Only a process that was started here is ever killed.
"""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import aiohttp

from tests.crash.replica import NO_DATABASE

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds for a process to become ready, or to go


class Replica:
    """One process of the product, always on the same port.

    `killed` counts how often it was started again after a kill, its own at a crash point included; `fallen`, how often
    after an end of any other kind, which is a fault of the product; to find no database at the start is none.
    """

    def __init__(
        self, name: str, environment: Mapping[str, str], log: Path, module: str = "tests.crash.replica"
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.name = name
        self.url = f"http://127.0.0.1:{port}"
        self.environment = {**environment, "CRASH_PORT": str(port), "CRASH_NAME": name}
        self.killed = 0
        self.fallen = 0
        self._log = log
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def up(self) -> bool:
        """Whether its process lives; it may not be ready yet."""
        return self._process is not None and self._process.poll() is None

    async def start(self) -> None:
        """Start it and wait until it is ready; a process that dies at a crash point on the way is started again."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not self.up:
                self._spawn()
            if await self._ready():
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{self.name} was not ready after {PATIENCE:.0f} s:\n{self._log.read_text()[-2000:]}")

    def _spawn(self) -> None:
        if self._process is not None:
            self.killed += self._process.returncode == -signal.SIGKILL
            self.fallen += self._process.returncode not in (-signal.SIGKILL, NO_DATABASE)
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module],
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
            )

    async def _ready(self) -> bool:
        try:
            async with aiohttp.ClientSession() as session, session.get(f"{self.url}/readyz") as response:
                return response.status == 200
        except (aiohttp.ClientError, OSError):
            return False

    def kill(self) -> None:
        """kill -9, whatever it is doing."""
        if self._process is not None and self.up:
            self._process.kill()
            self._process.wait()

    def freeze(self) -> Callable[[], None]:
        """Stop it in the middle of things; call what is returned to let it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        return partial(self._process.send_signal, signal.SIGCONT)

    async def stop(self) -> float:
        """SIGTERM; the seconds it took to end with exit code 0."""
        assert self._process is not None
        begun = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        code = await asyncio.to_thread(self._process.wait, PATIENCE)
        assert code == 0, f"{self.name} ended with {code}:\n{self._log.read_text()[-2000:]}"
        return time.monotonic() - begun
