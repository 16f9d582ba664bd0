"""A talk with Planfirst in Microsoft's own client, the Agents Playground, in headless Chromium: `make playground`.

    python -m tests.bot.teams.playground STEPS OUT

The Playground signs nothing, and Planfirst believes nobody who does not. So the real app stands here with a Trust that
believes everybody, on loopback and with an empty database: a test tool, and no way to run Planfirst. OUT gets a picture
of each step and talk.json, all that the two sides said; what went wrong is printed. Needs node and Chromium.
"""

import asyncio
import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from aiohttp import web

from adapters.hearing import Coach
from adapters.teams.addresses import Addresses
from adapters.teams.app import TeamsApp
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.hosts import Hosts
from adapters.teams.http import Http
from adapters.teams.people import Directory
from adapters.teams.sending import TeamsPlatform
from adapters.teams.web import add_teams
from bot.coach import RunningCoach
from bot.desk import Desk
from bot.teams import StoredAddresses
from bot.worker import Runtime
from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.bot.slack.gallery import COMPANY
from tests.bot.slack.world import free_port

TOOL: Final = Path(__file__).parents[3] / "scripts" / "playground"
LOOPBACK: Final = "127.0.0.1"
TENANT: Final = "00000000-0000-0000-0000-000000000001"  # as planfirst.yml has it


class Credulous:
    """Believes that everything comes from Teams."""

    async def check(self, authorization: str, channel_id: str, service_url: str) -> Mapping[str, Any]:
        """No claims at all."""
        return {}


class NoSecret(Credentials):
    """A bot that no Entra knows: the Playground looks at no token."""

    async def token(self) -> str:
        return "none"


class Door:
    """Teams as the Playground plays it."""

    def __init__(self, store: Store) -> None:
        self._http = Http()
        self._hosts = Hosts([LOOPBACK])
        self._connector = Connector(NoSecret("", "", TENANT), self._http, self._hosts)
        self._addresses = Addresses(StoredAddresses(store))
        self.platform = TeamsPlatform(self._connector, self._addresses, app_id="planfirst")

    def app(self, coach: Coach) -> TeamsApp:
        """What hears people for the coach."""
        directory = Directory(self._connector, TENANT)
        return TeamsApp(
            coach, directory, self._connector, self._addresses, self.platform, Credulous(), self._hosts, home=TENANT
        )  # fmt: skip

    async def close(self) -> None:
        """After the last message was sent."""
        await self._http.close()


async def play(store: Store, steps: Path, out: Path) -> dict[str, Any]:
    """Stand there while the talk is held; what the Playground says of it."""
    door, desk = Door(store), Desk(COMPANY, any_hour=True)
    runtime = Runtime(store, desk, [door.platform])
    teams, application = door.app(RunningCoach(store, runtime.intake, desk)), web.Application()
    add_teams(application, teams)
    await runtime.start()
    runner, port = web.AppRunner(application, access_log=None), free_port()
    await runner.setup()
    await web.TCPSite(runner, LOOPBACK, port).start()
    try:
        return await _held(f"http://{LOOPBACK}:{port}/api/messages", steps, out)
    finally:
        await runner.cleanup()
        await teams.close()
        await runtime.stop()
        await door.close()


async def _held(bot: str, steps: Path, out: Path) -> dict[str, Any]:
    node = shutil.which("node") or sys.exit("The Playground needs node; none was found.")
    asked = ("--bot", bot, "--steps", str(steps), "--out", str(out), "--botname", "Planfirst")
    player = await asyncio.create_subprocess_exec(
        node, str(TOOL / "play.js"), *asked, "--config", str(TOOL / "planfirst.yml"), stdout=asyncio.subprocess.PIPE
    )
    said, _ = await player.communicate()
    if not said:
        sys.exit(2)
    held: dict[str, Any] = json.loads(said)
    return held


def faults(held: Mapping[str, Any]) -> list[str]:
    """Steps that failed, and each answer that is no success, to either side."""
    steps = [f"{step['step']}: {step['error']}" for step in held["steps"] if not step["ok"]]
    refused = [one for one in held["transcript"] if (one.get("status") or 200) >= 300]
    return [*steps, *(f"{one['from']}: HTTP {one['status']} to {one['what']}" for one in refused)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 1 when a step failed or something was refused, 2 when nothing started."""
    steps, out = map(Path, sys.argv[1:] if arguments is None else arguments)
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as data:
        store = Store.open(f"sqlite:///{data}/playground.db", KeyRing([new_key()]))
        try:
            held = asyncio.run(play(store, steps, out))
        finally:
            store.close()
    (out / "talk.json").write_text(json.dumps(held, ensure_ascii=False, indent=1), encoding="utf-8")
    found = faults(held)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
