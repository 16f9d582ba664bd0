"""What `/plan list` and `/plan review` take as plans pile up: `python -m benchmarks.plans [CALLS] [PLANS ...]`.

The time is from the event to its answer at the platform, through inbox, turn, outbox and delivery on a real database;
the platform takes the answer at once. Beside each call, in turn with it, runs the floor: one bare SELECT of the same
person's sealed plans by the database's driver. Persons take turns at random, so nobody's rows are always the warm ones.
CPU is this process's alone: on a busy machine it says more than the wait does.
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from statistics import median, quantiles
from typing import Any, Final

import msgspec
from rich.console import Console
from sqlalchemy import create_engine, text

from adapters.hearing import Commanded, Happened, Person
from adapters.port import To
from benchmarks import peers
from benchmarks.measure import Spent, stop_watch
from benchmarks.run import Figures, machine, table
from benchmarks.runtime import databases
from benchmarks.talk import COMPANY, MOMENT, beginning, events
from bot.desk import Desk
from bot.worker import Runtime
from dialogs.engine import step
from dialogs.life.record import Life, Party, Record, Ref
from dialogs.person import PersonId
from dialogs.plan import Plan
from dialogs.replies import Reply, Settled
from storage.secrets import KeyRing, new_key
from storage.store import Store
from storage.transaction import Transaction

NOW: Final = datetime.now(UTC)
EACH: Final = 20  # plans of each person; as many are sent to them
TALKS: Final = 50  # different plans: the rest repeat them
TOGETHER: Final = 500  # plans written in one transaction
WARM_UP: Final = 20  # calls before the clock starts
SIZES: Final = (1_000, 100_000)
POSTED: Final = 10  # every tenth plan is posted
PATIENCE: Final = 30.0  # seconds
REFUSALS: Final = frozenset({"cmd.unknown", "cmd.did_you_mean", "cmd.none", "cmd.no_such"})
FLOOR: Final = "SELECT number, sealed, life FROM plans WHERE tenant = 'acme' AND person = '{}' ORDER BY number DESC"
COMMANDS: Final = ("help", "list", "review 7")  # the first opens no plan: what any event costs


class Listener:
    """A platform that takes every message at once, and tells who waits for the first one at a place."""

    name = "bench"

    def __init__(self) -> None:
        self.waiting: dict[str, asyncio.Future[Reply]] = {}

    async def send(self, to: To, reply: Reply, key: str) -> str:
        """Take it."""
        waits = self.waiting.pop(to.place, None)
        if waits is not None:
            waits.set_result(reply)
        return key

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        """Take it in place of the other."""
        return sent

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        """Nothing is shown here."""

    async def settle(self, to: To, settled: Settled, key: str) -> None:
        """Nothing is shown here."""

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        """Nothing was sent before."""
        return None


@cache
def coached(number: int) -> Plan:
    """The plan of a whole coached talk."""
    talk = beginning()
    for event in events(number):
        talk = step(talk, event, MOMENT, COMPANY).conversation
    return talk.plan


def person(number: int) -> PersonId:
    """Somebody of the one company; all plans are theirs."""
    return PersonId("acme", f"person-{number}")


def records(count: int) -> Iterator[Record]:
    """So many plans, each person's sent to the next person; every tenth is posted."""
    people = count // EACH
    for index in range(count):
        owner, number = index % people, index // people + 1
        plan = msgspec.structs.replace(coached(index % TALKS), number=number, state="in_review")
        life = Life(
            since=NOW,
            moved_at=NOW,
            owner=Party(*person(owner), "Étienne", "fr"),
            reviewer=Party(*person((owner + 1) % people), "Irène", "fr", platform="bench"),
            sent_at=NOW - timedelta(minutes=index),
            posted=("#idées",) if index % POSTED == 0 else (),
        )
        yield Record(Ref(*person(owner), number), plan, life)


def fill(store: Store, count: int) -> None:
    """Write so many plans."""
    found = list(records(count))
    for start in range(0, count, TOGETHER):
        store.run_now(partial(_keep_all, some=found[start : start + TOGETHER]))


def _keep_all(tx: Transaction, some: Sequence[Record]) -> None:
    for record in some:
        tx.plans.keep(record, NOW, None, version=True)


async def answered(runtime: Runtime, platform: Listener, who: PersonId, command: str, call: str) -> Spent:
    """The seconds from the event to the first message of its answer at the platform."""
    answer = platform.waiting[call] = asyncio.get_running_loop().create_future()
    happened = Happened(Person(*who, "Étienne", lang="fr"), Commanded(command), platform.name, NOW, call)
    with stop_watch() as laps:
        await runtime.intake.take(call, happened)
        said = await asyncio.wait_for(answer, PATIENCE)
    assert said.key not in REFUSALS, f"/plan {command} was answered with {said.key}"
    await runtime.delivery.settled()
    return laps[0]


async def asked(store: Store, floor: Callable[[PersonId], Spent], people: int, calls: int) -> Figures:
    """Each command and the floor in turn, by one person after the other: the spread of each, in milliseconds."""
    platform, chosen = Listener(), random.Random(7)
    runtime = Runtime(store, Desk(COMPANY), [platform])
    await runtime.start()
    times: dict[str, list[Spent]] = {name: [] for name in (*COMMANDS, "floor")}
    for number in range(WARM_UP + calls):
        who = person(chosen.randrange(people))
        for command in COMMANDS:
            times[command].append(await answered(runtime, platform, who, command, f"{command} {number}"))
        times["floor"].append(floor(who))
    await runtime.stop()
    return {f"{name}.{what}": value for name, all_ in times.items() for what, value in _spread(all_[WARM_UP:]).items()}


def _spread(laps: Sequence[Spent]) -> Figures:
    wall = [lap.wall for lap in laps]
    return {
        "ms": median(wall) * 1000,
        "95_ms": quantiles(wall, n=20)[18] * 1000,
        "cpu_ms": median(lap.cpu for lap in laps) * 1000,
    }


@contextmanager
def bare(url: str) -> Iterator[Callable[[PersonId], Spent]]:
    """The seconds in which the driver alone reads somebody's sealed plans."""
    engine = create_engine(_driver(url))
    connection: Any = engine.raw_connection().driver_connection

    def read(who: PersonId) -> Spent:
        with stop_watch() as laps:
            rows = connection.execute(FLOOR.format(who.id)).fetchall()
        assert len(rows) == EACH
        connection.rollback()
        return laps[0]

    yield read
    engine.dispose()


def tidy(url: str) -> None:
    """What a server does by itself after a while, and would else do while the clock runs."""
    if url.startswith("postgresql"):
        engine = create_engine(_driver(url), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("VACUUM ANALYZE"))
            connection.execute(text("CHECKPOINT"))
        engine.dispose()


def _driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


def measured(url: str, plans: int, calls: int) -> Figures:
    """One database of that size."""
    store = Store.open(url, KeyRing([new_key()]))
    begun = time.monotonic()
    fill(store, plans)
    tidy(url)
    print(f"{plans} plans written in {time.monotonic() - begun:.0f} s", file=sys.stderr)
    with bare(url) as floor:
        figures = asyncio.run(asked(store, floor, plans // EACH, calls))
    store.close()
    return figures


def main() -> None:
    """Measure, keep the raw figures in build/plans.json, and print."""
    calls, *sizes = [int(given) for given in sys.argv[1:]] or [400]
    found: Figures = {}
    with databases() as fresh:
        for name, new in fresh.items():
            for plans in sizes or SIZES:
                figures = measured(new(), plans, calls)
                found |= {f"{name} {plans:,} {what}": value for what, value in figures.items()}
    peers.BUILD.mkdir(exist_ok=True)
    (peers.BUILD / "plans.json").write_text(json.dumps({"machine": machine(), "figures": found}, indent=2))
    rows = [(name, f"{value:.2f}") for name, value in found.items()]
    Console(width=100).print(table("Milliseconds", ("figure", "value"), rows))


if __name__ == "__main__":
    main()
