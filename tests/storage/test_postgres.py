"""What several processes meet on one PostgreSQL: each other, and a server that comes and goes. Real servers only."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial

import psycopg
import pytest

from dialogs.conversation import Conversation
from dialogs.person import PersonId
from storage import postgres as backend
from storage.errors import (
    NotAllowedError,
    OldServerError,
    RefusedByServerError,
    StorageError,
    UnreachableError,
)
from storage.inbox import Incoming
from storage.lanes import Claim
from storage.outbox import Message
from storage.schedule import Scheduled, WallClock
from storage.secrets import KeyRing
from storage.store import Store
from storage.transaction import Transaction
from storage.wakeups import Bell
from tests.machine import need_postgresql
from tests.postgres import Postgres

ANA, BEN = PersonId("acme", "ana"), PersonId("acme", "ben")
PEOPLE = [PersonId("acme", f"U{number}") for number in range(20)]
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=10)
LATER = NOW + LEASE + timedelta(seconds=1)
PATIENCE = 30  # seconds


@pytest.fixture
def database(postgres: Postgres) -> str:
    return postgres.new_database()


@pytest.fixture
def stores(database: str, keys: KeyRing) -> Iterator[tuple[Store, Store]]:
    """Two processes on one database, as far as the database can tell."""
    two = Store.open(database, keys), Store.open(database, keys)
    yield two
    for store in two:
        store.close()


@pytest.fixture
def own_server() -> Iterator[Postgres]:
    """A server to be stopped and started."""
    need_postgresql()
    with Postgres() as server:
        yield server


class Held:
    """A transaction of another process that did its work and does not end yet."""

    def __init__(self, store: Store, work: Callable[[Transaction], object]) -> None:
        self._did, self._go_on = threading.Event(), threading.Event()
        self._pool = ThreadPoolExecutor(1)
        self._done = self._pool.submit(store.run_now, partial(self._hold, work))
        assert self._did.wait(PATIENCE)

    def _hold(self, work: Callable[[Transaction], object], tx: Transaction) -> object:
        result = work(tx)
        self._did.set()
        self._go_on.wait(PATIENCE)
        return result

    def end(self) -> object:
        self._go_on.set()
        self._pool.shutdown()
        return self._done.result()


def queue(tx: Transaction, person: PersonId, keys: Sequence[str]) -> None:
    tx.outbox.add(person, [Message(key, "page", "home", b"{}") for key in keys], NOW)


def keys_of(store: Store, person: PersonId) -> list[str]:
    return [one.message.key for one in store.run_now(lambda tx: tx.outbox.pending(person, 0))]


def receive(tx: Transaction, source: str, person: PersonId) -> bool:
    fresh = tx.inbox.add(Incoming(source, person, "page", "home", b"{}"), NOW)
    tx.lanes.wake(person, NOW)
    return fresh


def test_two_processes_take_the_turns_of_different_people(stores: tuple[Store, Store]) -> None:
    for person in (ANA, BEN):
        stores[0].run_now(partial(receive, source=person.id, person=person))
    held = Held(stores[0], lambda tx: tx.lanes.take_turn(NOW))
    other = stores[1].run_now(lambda tx: tx.lanes.take_turn(NOW))
    assert {held.end(), other} == {ANA, BEN}


def test_one_person_has_one_turn_at_a_time(stores: tuple[Store, Store]) -> None:
    stores[0].run_now(partial(receive, source="p1", person=ANA))
    held = Held(stores[0], lambda tx: tx.lanes.take_turn(NOW))
    assert stores[1].run_now(lambda tx: tx.lanes.take_turn(NOW)) is None
    held.end()
    assert stores[1].run_now(lambda tx: tx.lanes.take_turn(NOW)) == ANA


def test_event_that_comes_while_a_turn_ends_is_not_forgotten(stores: tuple[Store, Store]) -> None:
    stores[0].run_now(partial(receive, source="p1", person=ANA))

    def last_turn(tx: Transaction) -> bool:
        assert tx.lanes.take_turn(NOW) == ANA
        waiting = tx.inbox.oldest(ANA)
        assert waiting is not None
        tx.inbox.done(waiting, NOW)
        tx.lanes.turned(ANA, waiting.more, NOW)
        return waiting.more

    held = Held(stores[0], last_turn)
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(stores[1].run_now, partial(receive, source="p2", person=ANA))
        assert not held.end(), "it was not there yet"
        assert coming.result()
    assert stores[1].run_now(lambda tx: tx.lanes.take_turn(NOW)) == ANA


def test_same_event_at_two_processes_is_taken_once(stores: tuple[Store, Store]) -> None:
    held = Held(stores[0], partial(receive, source="p1", person=ANA))
    with ThreadPoolExecutor(1) as pool:
        again = pool.submit(stores[1].run_now, partial(receive, source="p1", person=ANA))
        assert held.end() is True
        assert again.result() is False


def test_lane_is_claimed_by_one_of_two(stores: tuple[Store, Store]) -> None:
    for person in PEOPLE:
        stores[0].run_now(partial(queue, person=person, keys=[f"{person.id}/1"]))
    held = Held(stores[0], lambda tx: tx.lanes.claim("one", NOW, LEASE, limit=10))
    two = stores[1].run_now(lambda tx: tx.lanes.claim("two", NOW, LEASE))
    one = held.end()
    assert isinstance(one, tuple)
    assert [len(one), len(two)] == [10, 10]
    assert {claim.person for claim in (*one, *two)} == set(PEOPLE)


def test_owner_that_was_frozen_beyond_its_lease_changes_nothing(stores: tuple[Store, Store]) -> None:
    frozen, other = stores
    frozen.run_now(lambda tx: queue(tx, ANA, ["a1", "a2"]))
    frozen.run_now(lambda tx: tx.lanes.claim("frozen", NOW, LEASE))
    assert other.run_now(lambda tx: tx.lanes.claim("other", LATER, LEASE)) == (Claim(ANA, 0, True, 0),)
    assert other.run_now(lambda tx: tx.lanes.mark_sent("other", ANA, 1, "ts1", LATER, LEASE)) == "more"
    assert frozen.run_now(lambda tx: tx.lanes.mark_sent("frozen", ANA, 1, "ts-again", LATER, LEASE)) == "lost"
    assert frozen.run_now(lambda tx: tx.lanes.mark_sent("frozen", ANA, 2, "ts2", LATER, LEASE)) == "lost"
    assert other.run_now(lambda tx: tx.outbox.external_id(ANA, "a1")) == "ts1"
    assert other.run_now(lambda tx: tx.lanes.mark_sent("other", ANA, 2, "ts2", LATER, LEASE)) == "empty"


def test_what_is_due_fires_in_one_process(stores: tuple[Store, Store]) -> None:
    row = Scheduled("nudge", ANA, NOW, WallClock(NOW.time(), "UTC"))
    stores[0].run_now(lambda tx: tx.schedule.put(row))

    def fire(tx: Transaction) -> int:
        due = tx.schedule.due(NOW)
        for one in due:
            tx.schedule.remove(one.kind, one.subject)
        return len(due)

    held = Held(stores[0], fire)
    assert [stores[1].run_now(fire), held.end(), stores[1].run_now(fire)] == [0, 1, 0]


async def test_order_and_count_hold_under_contention(stores: tuple[Store, Store]) -> None:
    """Events for a few people come in at both processes while both take turns: each once, in order, none left."""
    taken: list[tuple[PersonId, int]] = []

    def turn(tx: Transaction) -> tuple[PersonId, int] | None:
        now = tx.now()
        person = tx.lanes.take_turn(now)
        waiting = person and tx.inbox.oldest(person)
        if person is None or waiting is None:
            return None
        kept = tx.conversations.load(person)
        tx.conversations.save(person, Conversation(), kept.version if kept else None)
        queue(tx, person, [f"answer to {waiting.incoming.source}"])
        tx.inbox.done(waiting, now)
        tx.lanes.turned(person, waiting.more, now)
        return person, int(waiting.incoming.source.split("/")[1])

    async def come(store: Store, person: PersonId) -> None:
        for number in range(10):
            await store.run(partial(receive, source=f"{person.id}/{number}", person=person))

    async def work(store: Store) -> None:
        while len(taken) < 60:
            done = await store.run(turn)
            if done is None:
                await asyncio.sleep(0)
            else:
                taken.append(done)

    coming = [come(stores[number % 2], person) for number, person in enumerate(PEOPLE[:6])]
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*coming, *(work(store) for store in stores for _ in range(3)))
    for person in PEOPLE[:6]:
        assert sorted(number for who, number in taken if who == person) == list(range(10))
        assert keys_of(stores[0], person) == [f"answer to {person.id}/{number}" for number in range(10)]
    assert stores[0].run_now(lambda tx: tx.inbox.waiting_since()) is None


async def test_commit_in_one_process_wakes_the_other(stores: tuple[Store, Store]) -> None:
    bell = stores[1].bell("turns")
    await bell.wait(PATIENCE)  # listening has begun
    await stores[0].run(partial(receive, source="p1", person=ANA))
    assert await _rung(bell)


async def test_listener_is_back_when_its_connection_broke(stores: tuple[Store, Store], database: str) -> None:
    bell = stores[1].bell("turns")
    await bell.wait(PATIENCE)
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = "
            "current_database()"
        )
    await bell.wait(PATIENCE)  # it rings when it listens again: something may have been missed
    await stores[0].run(partial(receive, source="p1", person=ANA))
    assert await _rung(bell)


async def _rung(bell: Bell) -> bool:
    async with asyncio.timeout(PATIENCE):
        await bell.wait(2 * PATIENCE)
    return True


def test_many_processes_may_start_at_once_on_an_empty_database(database: str, keys: KeyRing) -> None:
    with ThreadPoolExecutor(4) as pool:
        for store in [future.result() for future in [pool.submit(Store.open, database, keys) for _ in range(4)]]:
            store.close()


def test_clock_is_the_database_s(database: str, keys: KeyRing) -> None:
    store = Store.open(database, keys)
    now = store.run_now(lambda tx: tx.now())
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)
    assert store.run_now(lambda tx: tx.now()) > now
    store.close()


def test_transaction_goes_on_after_the_server_was_restarted(own_server: Postgres, keys: KeyRing) -> None:
    store = Store.open(own_server.new_database(), keys)
    store.run_now(partial(receive, source="p1", person=ANA))
    own_server.crash()
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1.*cannot be reached.*pg_isready"):
        store.run_now(partial(receive, source="p2", person=ANA))
    own_server.start()
    for _ in range(2 * backend.THREADS):
        assert store.run_now(partial(receive, source="p1", person=ANA)) is False
    own_server.stop()
    own_server.start()
    for _ in range(2 * backend.THREADS):
        assert store.run_now(lambda tx: tx.lanes.take_turn(NOW)) == ANA
    store.close()


def test_two_that_wait_for_each_other_both_end(stores: tuple[Store, Store]) -> None:
    for person in (ANA, BEN):
        stores[0].run_now(partial(receive, source=person.id, person=person))
    meet, to_meet = threading.Barrier(2), {ANA, BEN}

    def wake(first: PersonId, second: PersonId, tx: Transaction) -> None:
        tx.lanes.wake(first, NOW)
        if first in to_meet:
            to_meet.remove(first)
            meet.wait(PATIENCE)
        tx.lanes.wake(second, NOW)

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(stores[0].run_now, partial(wake, ANA, BEN))
        two = pool.submit(stores[1].run_now, partial(wake, BEN, ANA))
        one.result(PATIENCE)
        two.result(PATIENCE)


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"password": "s3cret"}, RefusedByServerError, "password authentication failed"),
        ({"user": "nobody"}, RefusedByServerError, "pg_hba"),
        ({"database": "nowhere"}, RefusedByServerError, 'database "nowhere" does not exist'),
    ],
)
def test_refusal_is_told_in_the_server_s_words(
    postgres: Postgres, keys: KeyRing, changes: dict[str, str], kind: type[StorageError], words: str
) -> None:
    with pytest.raises(kind, match=words) as raised:
        Store.open(postgres.url(**changes), keys)
    assert "s3cret" not in str(raised.value)


def test_server_that_is_not_there_is_named_without_the_password(keys: KeyRing) -> None:
    with pytest.raises(UnreachableError, match=r"postgresql://me:\*\*\*@127\.0\.0\.1:1/x") as raised:
        Store.open("postgresql+psycopg://me:s3cret@127.0.0.1:1/x", keys)
    assert "s3cret" not in str(raised.value)


def test_database_that_may_not_be_changed_is_named(postgres: Postgres, database: str, keys: KeyRing) -> None:
    name = database.rpartition("/")[2]
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
    with pytest.raises(NotAllowedError, match=rf"{name} may not be changed"):
        Store.open(database, keys)


def test_old_server_is_refused(database: str, keys: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend, "OLDEST", 99)
    with pytest.raises(OldServerError, match="needs 99 or newer"):
        Store.open(database, keys)
