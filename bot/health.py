"""Health: `/healthz` says that the process runs, `/readyz` that it can do its work, `/metrics` what it did."""

import asyncio
from datetime import datetime
from typing import Any, Final, NamedTuple

from aiohttp import web

from bot.metrics import CONTENT_TYPE
from bot.worker import Runtime
from storage.errors import StorageError
from storage.transaction import Transaction

SOON: Final = 3.0  # seconds for the database to answer


class Queues(NamedTuple):
    """Since when the oldest row of each queue waits, by the database's clock; and whether its tables are of today."""

    now: datetime
    inbox: datetime | None
    outbox: datetime | None
    current: bool

    def seconds(self, since: datetime | None) -> float:
        """The age of what waits, 0 when nothing does."""
        return round(max((self.now - since).total_seconds(), 0.0), 3) if since else 0.0


def queues(tx: Transaction) -> Queues:
    """How the queues stand."""
    return Queues(tx.now(), tx.inbox.waiting_since(), tx.outbox.waiting_since(), tx.is_current())


def add_health(app: web.Application, runtime: Runtime) -> None:
    """Add the three paths to an application."""
    health = _Health(runtime)
    app.router.add_get("/healthz", health.healthz)
    app.router.add_get("/readyz", health.readyz)
    app.router.add_get("/metrics", health.metrics)


class _Health:
    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    async def healthz(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(self, _request: web.Request) -> web.Response:
        """200 when the database answers, its tables are of today and every task works; else 503 and why."""
        workers = self._runtime.alive
        report: dict[str, Any] = {"role": self._runtime.role, "workers": workers}
        try:
            found = await self._queues()
        except (StorageError, TimeoutError) as error:
            report |= {"database": type(error).__name__}
            return web.json_response({"status": "not ready", **report}, status=503)
        ready = found.current and all(workers.values())
        report |= {"database": "ok", "migrations": "current" if found.current else "behind or ahead"}
        report["oldest_waiting_seconds"] = {
            "inbox": found.seconds(found.inbox),
            "outbox": found.seconds(found.outbox),
        }
        return web.json_response({"status": "ready" if ready else "not ready", **report}, status=200 if ready else 503)

    async def metrics(self, _request: web.Request) -> web.Response:
        try:
            found = await self._queues()
            self._runtime.metrics.oldest({"inbox": found.inbox, "outbox": found.outbox}, found.now)
        except (StorageError, TimeoutError):
            pass  # the ages stay as they were; the other numbers are our own
        return web.Response(body=self._runtime.metrics.page(), headers={"Content-Type": CONTENT_TYPE})

    async def _queues(self) -> Queues:
        async with asyncio.timeout(SOON):
            return await self._runtime.store.run(queues)
