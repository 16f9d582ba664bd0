"""What a Monday morning costs: `python -m benchmarks.digest [PLANS] [READERS]`.

Every plan has a reader; all readers are due at once. Ours is the whole run: rows of the schedule claimed, plans read
and opened, digests composed and queued, rows moved on. Beside it, in turn with it, runs the floor: the same by hand,
on the bare driver and for this one case, with two queries a batch, the same opening of sealed rows, and lines put
together without a thought for language, limits or privacy. Both commit what they write. `memory_mb` is what all rounds
added to the process, the database's own cache included.
"""

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from statistics import median
from typing import Any, Final

import msgspec
from sqlalchemy import create_engine, event

from benchmarks.measure import Spent, rss_mb, stop_watch
from benchmarks.plans import coached, tidy
from benchmarks.runtime import databases
from bot.digests import BATCH, send_due
from bot.subscription import subscribe
from dialogs.digest.reader import Reader
from dialogs.life.checkins import bar
from dialogs.life.record import Life, Party, Reading, Record, Ref
from dialogs.plan import Plan, PlanState
from storage.secrets import KeyRing, new_key
from storage.store import Store
from storage.transaction import Transaction

PLANS: Final = 100_000
READERS: Final = 1_000
ROUNDS: Final = 3
TOGETHER: Final = 500  # plans written in one transaction
SUNDAY: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)
MONDAY: Final = SUNDAY + timedelta(days=1)
_STATES: Final[tuple[PlanState, ...]] = (
    "in_review",
    "running",
    "running",
    "running",
    "approved",
    "done",
    "dropped",
    "running",
)

_DUE: Final = (
    "SELECT tenant, person, sealed FROM schedule "
    "WHERE weekday IS NOT NULL AND next_due <= {} ORDER BY next_due LIMIT {}"
)
_READ: Final = (
    "SELECT r.person, p.person, p.number, p.sealed, p.life FROM plan_readers r "
    "JOIN plans p ON p.tenant = r.owner_tenant AND p.person = r.owner AND p.number = r.number "
    "WHERE r.tenant = 'acme' AND r.person IN ({})"
)
_QUEUE: Final = (
    "INSERT INTO outbox (tenant, person, seq, key, platform, place, operation, queued_at, sealed) "
    "VALUES ('acme', {0}, {0}, {0}, 'bench', '', 'send', {0}, {0})"
)
_LANE: Final = (
    "INSERT INTO lanes (tenant, person, out_tail, out_head, attempts, in_doubt, due_at) "
    "VALUES ('acme', {0}, 1, 0, 0, {1}, {0}) ON CONFLICT (tenant, person) "
    "DO UPDATE SET out_tail = lanes.out_tail + 1, due_at = excluded.due_at"
)
_MOVE: Final = (
    "UPDATE schedule SET next_due = {0}, sealed = {0} WHERE tenant = 'acme' AND person = {0} AND kind = 'digest'"
)


class _Talk(msgspec.Struct):
    plan: Plan


class _Row(msgspec.Struct):
    state: _Talk


class _Lived(msgspec.Struct):
    life: Life


_plan: Final = msgspec.json.Decoder(_Row)
_life: Final = msgspec.json.Decoder(_Lived)
_reader: Final = msgspec.json.Decoder(Reader)


def reader(number: int) -> Party:
    """Somebody who gets a digest."""
    return Party("acme", f"reader-{number}", "Irène", "fr", zone="Europe/Paris", platform="bench")


def record(index: int, readers: int) -> Record:
    """A plan of one of ten times as many owners, for one of the readers; one in four was measured this week."""
    owner = Ref("acme", f"owner-{index % (readers * 10)}", index // (readers * 10) + 1)
    state = _STATES[index % len(_STATES)]
    plan = msgspec.structs.replace(coached(index % 50), number=owner.number, state=state)
    readings = (Reading(date(2026, 2, 12), 80.0), Reading(date(2026, 2, 25), 60.0)) if index % 4 == 1 else ()
    life = Life(
        version=1, sent_version=1, owner=Party(*owner.owner, "Étienne", "fr"), reviewer=reader(index % readers),
        sent_at=SUNDAY - timedelta(minutes=index), since=SUNDAY - timedelta(days=30), moved_at=SUNDAY,
        readings=readings, started_on=date(2026, 1, 20), stalled_on=date(2026, 2, 25) if index % 40 == 2 else None,
    )  # fmt: skip
    return Record(owner, plan, life)


def fill(store: Store, plans: int, readers: int) -> None:
    """Write plans and subscriptions."""
    for start in range(0, plans, TOGETHER):
        store.run_now(partial(_keep, some=[record(n, readers) for n in range(start, min(start + TOGETHER, plans))]))
    for number in range(readers):
        store.run_now(partial(_subscribe, number=number))


def _keep(tx: Transaction, some: list[Record]) -> None:
    for one in some:
        tx.plans.keep(one, SUNDAY, None, version=True)


def _subscribe(tx: Transaction, number: int) -> None:
    subscribe(tx, reader(number), SUNDAY)


def ours(store: Store, week: int) -> tuple[Spent, int]:
    """A whole run; the seconds, and how many statements a batch took at most."""
    now, counts = MONDAY + timedelta(weeks=week), [0]
    engine = store._engine

    def count(*_: object) -> None:
        counts[-1] += 1

    event.listen(engine, "before_cursor_execute", count)
    with stop_watch() as laps:
        while store.run_now(lambda tx: send_due(tx, now)).rows:
            counts.append(0)
    event.remove(engine, "before_cursor_execute", count)
    return laps[0], max(counts)


class Floor:
    """The same by hand."""

    def __init__(self, url: str, keys: KeyRing) -> None:
        self.keys = keys
        self.postgresql = url.startswith("postgresql")
        self.mark = "%s" if self.postgresql else "?"
        self.engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
        self.connection: Any = self.engine.raw_connection().driver_connection

    def run(self, week: int) -> Spent:
        """A whole run."""
        now = MONDAY + timedelta(weeks=week)
        with stop_watch() as laps:
            while self._batch(now, week):
                pass
        return laps[0]

    def _batch(self, now: datetime, week: int) -> int:
        at = now if self.postgresql else now.replace(tzinfo=None).isoformat(" ", "microseconds")
        again = now + timedelta(days=7, minutes=-15)
        after = again if self.postgresql else again.replace(tzinfo=None).isoformat(" ", "microseconds")
        due = self.connection.execute(_DUE.format(self.mark, BATCH), (at,)).fetchall()
        texts = self._texts([person for _, person, _ in due]) if due else {}
        cursor = self.connection.cursor()
        cursor.executemany(
            _QUEUE.format(self.mark),
            [
                (person, 1000 + week, f"{person}/{week}", at, self.keys.seal(text.encode()))
                for person, text in texts.items()
            ],
        )
        false = "false" if self.postgresql else "0"
        cursor.executemany(_LANE.format(self.mark, false), [(person, at) for person in texts])
        moved = [(after, self.keys.seal(self.keys.open(sealed)), person) for _, person, sealed in due]
        cursor.executemany(_MOVE.format(self.mark), moved)
        self.connection.commit()
        return len(due)

    def _texts(self, people: list[str]) -> dict[str, str]:
        lines: dict[str, list[str]] = {person: [] for person in people}
        for person, owner, number, plan, life in self.connection.execute(
            _READ.format(", ".join([self.mark] * len(people))), people
        ):
            line = _line(_plan.decode(self.keys.open(plan)).state.plan, _life.decode(self.keys.open(life)).life)
            if line:
                lines[person].append(f"{owner} {number}: {line}")
        return {person: "\n".join(sorted(found)[:9]) for person, found in lines.items()}


def _line(plan: Plan, life: Life) -> str:
    title = plan.objective.outcome or plan.problem
    if plan.state == "in_review":
        return f"{title}, {life.sent_at}"
    if life.stalled_on is not None:
        return f"{title}, {life.stalled_on}"
    if life.readings and life.readings[-1].on >= date(2026, 2, 23):
        return f"{bar(plan.objective, life.readings[-1].value)} {title}: {life.readings[-1].value}"
    return ""


def measured(url: str, plans: int, readers: int) -> Iterator[tuple[str, float]]:
    """One database: medians of some rounds, floor and ours in turn."""
    keys = KeyRing([new_key()])
    store = Store.open(url, keys)
    begun = time.monotonic()
    fill(store, plans, readers)
    tidy(url)
    print(f"{plans} plans written in {time.monotonic() - begun:.0f} s", file=sys.stderr)
    floor, before = Floor(url, keys), rss_mb()
    laps = [(floor.run(2 * week), *ours(store, 2 * week + 1)) for week in range(ROUNDS)]
    yield "floor_s", median(lap.wall for lap, _, _ in laps)
    yield "floor_cpu_s", median(lap.cpu for lap, _, _ in laps)
    yield "ours_s", median(lap.wall for _, lap, _ in laps)
    yield "ours_cpu_s", median(lap.cpu for _, lap, _ in laps)
    yield "times_the_floor", median(mine.wall / bare.wall for bare, mine, _ in laps)
    yield "statements_a_batch", max(count for _, _, count in laps)
    yield "memory_mb", rss_mb() - before
    floor.engine.dispose()
    store.close()


def main() -> None:
    """Measure both databases and print JSON."""
    plans, readers = (int(given) for given in (*sys.argv[1:3], *(str(PLANS), str(READERS))[len(sys.argv) - 1 :]))
    with databases() as fresh:
        for name, url in fresh.items():
            print(
                json.dumps(
                    {"database": name, "plans": plans, "readers": readers} | dict(measured(url(), plans, readers))
                )
            )


if __name__ == "__main__":
    main()
