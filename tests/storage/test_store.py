import asyncio
import threading

import pytest

from dialogs.conversation import Conversation
from dialogs.person import PersonId
from storage.errors import Conflict
from storage.secrets import KeyRing
from storage.store import Store
from storage.transaction import Transaction

ANA = PersonId("acme", "ana")


def one_more_turn(tx: Transaction) -> int:
    kept = tx.conversations.load(ANA)
    turn = kept.conversation.turn + 1 if kept else 1
    return tx.conversations.save(ANA, Conversation(turn=turn), kept.version if kept else None)


def turns(tx: Transaction) -> int:
    kept = tx.conversations.load(ANA)
    return kept.conversation.turn if kept else 0


async def test_many_tasks_at_once_lose_no_turn(store: Store) -> None:
    """A turn is counted, or refused for the caller to take again; never overwritten by another."""

    async def take() -> bool:
        try:
            return await store.run(one_more_turn) > 0
        except Conflict:
            return False

    taken = await asyncio.gather(*(take() for _ in range(50)))
    assert await store.run(turns) == taken.count(True) > 0


def test_terminal_needs_no_event_loop(store: Store) -> None:
    store.run_now(one_more_turn)
    assert store.run_now(turns) == 1


async def test_what_was_said_is_there_after_a_restart(url: str, keys: KeyRing) -> None:
    first = Store.open(url, keys)
    await first.run(one_more_turn)
    first.close()
    second = Store.open(url, keys)
    assert await second.run(turns) == 1
    second.close()


async def test_transaction_that_raises_changes_nothing_and_the_next_one_works(store: Store) -> None:
    def half_way(tx: Transaction) -> None:
        one_more_turn(tx)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.run(half_way)
    assert await store.run(turns) == 0
    await store.run(one_more_turn)
    assert await store.run(turns) == 1


async def test_cancelling_the_caller_stops_no_transaction_that_began(url: str, keys: KeyRing) -> None:
    store = Store.open(url, keys)
    began, go_on = threading.Event(), threading.Event()

    def slow_turn(tx: Transaction) -> None:
        began.set()
        go_on.wait(5)
        one_more_turn(tx)

    task = asyncio.create_task(store.run(slow_turn))
    await asyncio.to_thread(began.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    store.close()
    again = Store.open(url, keys)
    assert again.run_now(turns) == 1
    again.close()


def test_closing_finishes_what_was_asked_for_and_may_be_repeated(url: str, keys: KeyRing) -> None:
    async def ask_and_close() -> list[int]:
        store = Store.open(url, keys)
        asked = [asyncio.create_task(store.run(turns)) for _ in range(10)]
        await asyncio.sleep(0)
        store.close()
        store.close()
        return await asyncio.gather(*asked)

    assert asyncio.run(ask_and_close()) == [0] * 10
