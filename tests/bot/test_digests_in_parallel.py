"""Several processes run the digests of one database at the same time: each reader gets one."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from bot.digests import send_due
from bot.subscription import subscribe
from dialogs.life.record import Life, Party, Record, Ref
from dialogs.plan import Plan
from storage.secrets import KeyRing
from storage.store import Store
from storage.transaction import Transaction
from tests.postgres import Postgres

SUNDAY = datetime(2026, 3, 8, 12, tzinfo=UTC)
MONDAY = datetime(2026, 3, 9, 12, tzinfo=UTC)
READERS = [Party("acme", f"reader{n}", "Reader", platform="test") for n in range(60)]


def fill(tx: Transaction) -> None:
    """Everybody has a plan to review."""
    for reader in READERS:
        subscribe(tx, reader, SUNDAY)
        life = Life(reviewer=reader, sent_at=SUNDAY, since=SUNDAY)
        tx.plans.keep(
            Record(Ref("acme", f"of-{reader.id}", 1), Plan(number=1, state="in_review"), life),
            SUNDAY,
            None,
            version=True,
        )


def run(store: Store) -> int:
    """Send until nothing is due, a few at a time."""
    told = 0
    while (done := store.run_now(lambda tx: send_due(tx, MONDAY, 4))).rows:
        told += done.told
    return told


def test_each_reader_gets_one(postgres: Postgres, keys: KeyRing) -> None:
    url = postgres.new_database()
    stores = [Store.open(url, keys) for _ in range(3)]
    stores[0].run_now(fill)
    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(run, stores))
    assert sum(told) == len(READERS)
    waits = stores[0].run_now(lambda tx: Counter(len(tx.outbox.pending(reader.key, 0)) for reader in READERS))
    assert waits == {1: len(READERS)}
    for store in stores:
        store.close()
