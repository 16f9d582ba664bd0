"""A year of 200 people with 60 readers in nine time zones, on both databases: `make year [SEED=n]`."""

import asyncio
import sys
import tempfile
import time

from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.postgres import Postgres
from tests.year.simulation import Outcome, Year


def main(seed: int) -> int:
    """Print what came of each year; 1 if anything was wrong."""
    with tempfile.TemporaryDirectory() as folder, Postgres() as server:
        outcomes = [_year(url, seed) for url in (f"sqlite:///{folder}/year.db", server.new_database())]
    return 1 if any(outcome.faults for outcome in outcomes) else 0


def _year(url: str, seed: int) -> Outcome:
    started = time.monotonic()
    store = Store.open(url, KeyRing([new_key()]))
    outcome = asyncio.run(Year(store, seed, people=200, readers=60, weeks=52).pass_by())
    store.close()
    seconds = time.monotonic() - started
    print(f"{url.partition(':')[0]:12} seed {seed}, {seconds:.0f} s: {outcome._replace(faults=outcome.faults[:20])}")
    return outcome


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
