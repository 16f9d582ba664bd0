"""The scheduler: what is due becomes an event in the inbox, once, and what is old enough is forgotten.

A row fires in the transaction that claimed it, so it fires once however many processes look. After a downtime all that
came due fires late, which is logged, and nothing is skipped.
"""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import Final

import msgspec
import structlog

from adapters.hearing import Happened
from adapters.port import Platform
from bot.digests import Digests
from bot.intake import Clock, as_incoming
from bot.metrics import Metrics
from storage.schedule import Scheduled
from storage.store import Store
from storage.transaction import Transaction

EVERY: Final = 5.0  # seconds between two looks at the schedule
LATE: Final = timedelta(minutes=5)
SWEEP_EVERY: Final = timedelta(hours=1)
KEEP_DONE: Final = timedelta(days=7)  # of an event only its key is kept that long, to know a repetition by
KEEP_SENT: Final = timedelta(days=30)  # of a message only its ids, to replace or withdraw it by
KEEP_SIGNS: Final = timedelta(days=90)  # on what an offer was made, and a sentence to learn from
KEEP_LEFT: Final = timedelta(days=30)  # what a company left that removed the app: it may have been a mistake
BATCH: Final = 500  # rows of one transaction: no purge holds the database for long

log = structlog.get_logger()
_happened: Final = msgspec.json.Decoder(Happened)


class Scheduler:
    """Looks at the schedule, and sweeps."""

    def __init__(
        self, store: Store, metrics: Metrics, *, clock: Clock, platforms: Mapping[str, Platform] = MappingProxyType({})
    ) -> None:
        self._store = store
        self._metrics = metrics
        self._clock = clock
        self._digests = Digests(store, metrics, clock=clock, platforms=platforms)
        self._swept: datetime | None = None
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Fire and sweep until told to stop."""
        while not self._stop.is_set():
            while await self.tick():
                pass
            await self.sweep()
            try:
                async with asyncio.timeout(EVERY):
                    await self._stop.wait()
            except TimeoutError:
                continue

    def stop(self) -> None:
        """End `run` after what it is doing."""
        self._stop.set()

    async def tick(self) -> int:
        """Fire what is due. Returns how many rows: call again until none is."""
        fired, now = await self._store.run(self._fire)
        for row in fired:
            late = now - row.due
            kind = row.kind.partition("/")[0]  # what stands behind it names a channel
            self._metrics.scheduled.labels(kind, "late" if late > LATE else "on_time").inc()
            if late > LATE:
                log.warning("schedule.late", kind=kind, seconds=round(late.total_seconds()))
        return len(fired) + await self._digests.tick()

    async def sweep(self) -> int:
        """Forget what has been done long enough, at most once an hour. Returns how many rows went."""
        now = await self._store.run(self._clock)
        if self._swept is not None and now - self._swept < SWEEP_EVERY:
            return 0
        self._swept, gone = now, 0
        while removed := await self._store.run(lambda tx: _purge(tx, now)):
            gone += removed
        await self._forget_who_left(now)
        return gone

    async def _forget_who_left(self, now: datetime) -> None:
        """Delete all that a company left behind, once it had removed the app long enough: one after the other."""
        left = await self._store.run(lambda tx: tx.installations.gone_before(now - KEEP_LEFT))
        for tenant in left:
            await self._store.run(partial(Transaction.forget_tenant, tenant=tenant))
        if left:
            log.info("tenants.forgotten", tenants=len(left))

    def _fire(self, tx: Transaction) -> tuple[tuple[Scheduled, ...], datetime]:
        now = self._clock(tx)
        rows = tx.schedule.due(now)
        for row in rows:
            happened = msgspec.structs.replace(_happened.decode(row.payload), at=now)
            # The moment names the event: the same row that fires again is another event.
            source = f"{row.kind}/{row.subject.id}/{row.due.isoformat()}"
            if tx.inbox.add(as_incoming(source, happened), now):
                tx.lanes.wake(row.subject, now)
            tx.schedule.remove(row.kind, row.subject)
        return rows, now


def _purge(tx: Transaction, now: datetime) -> int:
    done = tx.inbox.purge(now - KEEP_DONE, BATCH) + tx.outbox.purge(now - KEEP_SENT, BATCH)
    return done + tx.offers.purge(now - KEEP_SIGNS, BATCH) + tx.oauth_states.purge(now)
