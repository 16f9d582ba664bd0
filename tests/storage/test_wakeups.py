"""Who waits for work hears of it when it is committed, and looks by itself after a while."""

import asyncio
import time
from datetime import UTC, datetime

import pytest

from dialogs.person import PersonId
from storage.inbox import Incoming
from storage.outbox import Message
from storage.store import Store
from storage.transaction import Transaction
from storage.wakeups import Bell

ANA = PersonId("acme", "ana")
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
PATIENCE = 30  # seconds


def receive(tx: Transaction) -> None:
    tx.inbox.add(Incoming("p1", ANA, "page", "home", b"{}"), NOW)
    tx.lanes.wake(ANA, NOW)


async def quiet(store: Store) -> dict[str, Bell]:
    """Bells that ring no more of what was before: on a server, listening begins with a ring."""
    bells = {"turns": store.bell("turns"), "deliveries": store.bell("deliveries")}
    for bell in bells.values():
        await bell.wait(0.3)
    return bells


async def rang(bell: Bell, within: float = PATIENCE) -> bool:
    before = time.monotonic()
    await bell.wait(within)
    return time.monotonic() - before < within


async def test_commit_rings_for_what_it_brought(store: Store) -> None:
    bells = await quiet(store)
    await store.run(receive)
    assert await rang(bells["turns"])
    assert not await rang(bells["deliveries"], within=0.05)
    await store.run(lambda tx: tx.outbox.add(ANA, [Message("a1", "page", "home", b"{}")], NOW))
    assert await rang(bells["deliveries"])


async def test_what_was_undone_rings_for_nobody(store: Store) -> None:
    bells = await quiet(store)

    def fails(tx: Transaction) -> None:
        receive(tx)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.run(fails)
    assert not await rang(bells["turns"], within=0.05)


async def test_ring_before_the_wait_counts_once(store: Store) -> None:
    bell = (await quiet(store))["turns"]
    await store.run(receive)
    await asyncio.sleep(0)
    assert await rang(bell)
    assert not await rang(bell, within=0.05)


def test_bell_of_a_loop_that_is_gone_rings_for_nobody(store: Store) -> None:
    async def have_a_bell() -> None:
        store.bell("turns")

    asyncio.run(have_a_bell())
    store.run_now(receive)
