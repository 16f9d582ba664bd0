"""One process of the product as a deployment runs it, with the fake platform in place of a real one.

`python -m tests.crash.replica`, told by the environment: CRASH_PORT, CRASH_DATABASE, CRASH_KEY, CRASH_PLATFORM, and
CRASH_POINTS (`after_send=0.05,before_commit=0.02`): where it kills itself, and how often. A kill from outside hardly
ever hits the millisecond between a commit and what follows it; a crash point always does.
"""

import asyncio
import os
import random
import signal
import sys
from datetime import datetime

import msgspec
from aiohttp import web

from adapters.hearing import Happened, Person
from bot.desk import Desk
from bot.health import add_health
from bot.worker import Runtime
from dialogs.company import Company
from dialogs.events import Event
from storage.errors import StorageError, UnreachableError
from storage.secrets import KeyRing
from storage.store import Store
from tests.crash.loopback import Loopback
from tests.crash.talks import TENANT

NO_DATABASE = 75  # exit code of a start while the database is away: whoever started it tries again
DIED = "died at"  # how its log says so, followed by the point

_CHANCES = {
    point: float(chance)
    for point, _, chance in (part.partition("=") for part in os.environ.get("CRASH_POINTS", "").split(",") if part)
}


class Delivered(msgspec.Struct, frozen=True):
    """An event as the fake platform delivers it."""

    key: str
    person: str
    event: Event
    at: datetime


def crash(point: str) -> None:
    """Die here, if the dice say so."""
    if random.random() < _CHANCES.get(point, 0.0):
        print(DIED, point, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)


def make_app(runtime: Runtime) -> web.Application:
    """The endpoint to which the platform delivers, and the product's own health pages."""

    async def take(request: web.Request) -> web.Response:
        delivered = msgspec.json.decode(await request.read(), type=Delivered)
        person = Person(TENANT, delivered.person, delivered.person)
        try:
            await runtime.intake.take(delivered.key, Happened(person, delivered.event, Loopback.name, delivered.at))
        except StorageError:
            return web.Response(status=503)
        return web.Response()

    app = web.Application()
    app.router.add_post("/events", take)
    add_health(app, runtime)
    return app


async def main() -> None:
    """Serve until SIGTERM."""
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    try:
        store = Store.open(os.environ["CRASH_DATABASE"], KeyRing([os.environ["CRASH_KEY"]]))
    except UnreachableError:
        sys.exit(NO_DATABASE)
    platform = Loopback(os.environ["CRASH_PLATFORM"])
    runtime = Runtime(store, Desk(Company()), [platform], at=crash)
    runner = web.AppRunner(make_app(runtime), access_log=None)
    await runner.setup()
    await runtime.start()
    await web.TCPSite(runner, "127.0.0.1", int(os.environ["CRASH_PORT"]), reuse_address=True).start()
    await told.wait()
    await runner.cleanup()
    await runtime.stop()
    await platform.close()
    store.close()


if __name__ == "__main__":
    asyncio.run(main())
