"""A PostgreSQL of the tests' own: made in a temporary folder, on a free port of this machine, gone afterwards.

It needs the server's programs and nothing set up: on Debian and Ubuntu, `apt install postgresql`.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Self

import psycopg

from tests.machine import find, postgresql_folders

PASSWORD = "tests-only"
PATIENCE = 60  # seconds, for a machine that is busy with other things

# As fast as can be while a process may die: only what the machine loses, tests do not need.
SETTINGS = {"fsync": "off", "full_page_writes": "off", "max_connections": "100"}


class Postgres:
    """A server with the one role `planfirst`, who may do everything. `folder` holds all its files."""

    def __init__(self, settings: dict[str, str] | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="planfirst-postgres-"))
        self.port = _free_port()
        self._settings = SETTINGS | (settings or {})
        self._numbers = count(1)
        self._process: subprocess.Popen[bytes] | None = None
        # The server refuses to run as root: Debian's package made it a user.
        self._user = "postgres" if os.getuid() == 0 else None
        if self._user:
            os.chown(self.folder, pwd.getpwnam(self._user).pw_uid, -1)
        self._initialise()
        self.start()

    def url(self, database: str = "postgres", user: str = "planfirst", password: str = PASSWORD) -> str:
        """The URL of a database there."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = f"planfirst_{next(self._numbers)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        options = [f"-c{name}={value}" for name, value in self._settings.items()]
        with open(self.folder / "log", "ab") as log:
            self._process = subprocess.Popen(
                [_program("postgres"), "-D", self.folder / "data", "-p", str(self.port), "-k", self.folder, *options],
                cwd=self.folder,
                user=self._user,
                stdout=log,
                stderr=log,
            )
        self._wait_until_ready(self._process)

    def stop(self) -> None:
        """Stop it in order: transactions are ended, connections closed."""
        self._end(signal.SIGINT)

    def crash(self) -> None:
        """It falls at once, and mends its files at the next start."""
        self._end(signal.SIGQUIT)

    def close(self) -> None:
        """Stop it and leave nothing."""
        self.crash()
        shutil.rmtree(self.folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(PATIENCE)
            self._process = None

    def _initialise(self) -> None:
        password = self.folder / "password"
        password.write_text(PASSWORD)
        password.chmod(0o644)
        subprocess.run(
            [
                *(_program("initdb"), "-D", self.folder / "data", "-U", "planfirst", "-E", "UTF8", "--no-locale"),
                *("-A", "scram-sha-256", f"--pwfile={password}", "--no-sync"),
            ],
            cwd=self.folder,
            user=self._user,
            check=True,
            capture_output=True,
        )

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and process.poll() is None:
            try:
                psycopg.connect(self.url()).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise RuntimeError((self.folder / "log").read_text())


def _program(name: str) -> Path:
    """The server's program of that name, the newest there is."""
    found = find(name, postgresql_folders())
    if found is None:
        raise RuntimeError("PostgreSQL's server programs are missing: apt install postgresql")
    return found


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
