"""What the durable runtime costs beside a bare floor: `python -m benchmarks.runtime [ROUNDS] [FINISHED ROWS]`.

The floor is one transaction a turn that loads, steps and saves; its replies are lost when the process dies. Both
hold the same talks on the same store, sealed as always, in processes of their own. Ratios are taken within a round
and the median over the rounds is shown, as in `benchmarks.run`.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from statistics import median, quantiles
from typing import Any, Final, NamedTuple

from rich.console import Console
from sqlalchemy import create_engine, text

from benchmarks import peers
from benchmarks.run import Figures, machine, medians, table
from storage.secrets import new_key
from tests.crash.talks import expected, key_of, person_of
from tests.postgres import Postgres

NOW: Final = datetime.now(UTC)
PEOPLE: Final = 60
EASY_PEOPLE: Final = 15
EASY_PAUSE: Final = 0.04  # seconds: some 20 events a second
PATIENCE: Final = 120.0  # seconds for all replies

# What a year of talks leaves behind, in the words that both databases understand.
FINISHED: Final = (
    "INSERT INTO inbox (tenant, source, person, platform, place, received_at, attempts, done_at) "
    "SELECT 'old', 's' || i, 'p' || (i / 10), 'memory', '', CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP FROM n",
    "INSERT INTO outbox (tenant, person, seq, key, platform, place, operation, queued_at, sent_at, external_id) "
    "SELECT 'old', 'p' || (i / 10), i % 10 + 1, 'k' || i, 'memory', '', 'send', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, "
    "'e' || i FROM n",
    "INSERT INTO lanes (tenant, person, out_tail, out_head, attempts, in_doubt) "
    "SELECT 'old', 'p' || i, 10, 10, 0, FALSE FROM n WHERE i <= :rows / 10",
)


class Run(NamedTuple):
    """What one contestant did: its processes' figures, with the times of all of them in one."""

    cpu: float
    written: int
    sent: dict[str, float]
    acknowledged: dict[str, float]
    told: dict[str, list[float]]


def run(kind: str, url: str, key: str, people: Sequence[range], pause: float = 0.0) -> Run:
    """Run one process for each range of people, all at the same time."""
    processes = [_started(kind, url, key, theirs, pause) for theirs in people]
    try:
        for process in processes:
            _line(process, "ready")
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        return _together([json.loads(line) for line in _results(processes, people)])
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _started(kind: str, url: str, key: str, people: range, pause: float) -> "subprocess.Popen[str]":
    arguments = [kind, url, key, str(people.start), str(len(people)), str(pause)]
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.runtime_process", *arguments]
    return subprocess.Popen(command, cwd=peers.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _line(process: "subprocess.Popen[str]", wanted: str = "") -> str:
    """The next line that a process prints, or the next that says what is wanted."""
    assert process.stdout is not None
    for line in process.stdout:
        if wanted in line:
            return line
    raise RuntimeError(f"a contestant ended early with code {process.wait()}")


def _results(processes: Sequence["subprocess.Popen[str]"], people: Sequence[range]) -> Iterator[str]:
    """Wait until everything was told, wherever, then let every process say what it did."""
    owed = sum(len(expected(number, NOW).texts) for theirs in people for number in theirs)
    end = time.monotonic() + PATIENCE
    while sum(int(_line(process)) for process in processes) < owed:
        assert time.monotonic() < end, "replies are missing"
    for process in processes:
        assert process.stdin is not None
        process.stdin.close()
    for process in processes:
        yield _line(process, "{")


def _together(found: list[dict[str, Any]]) -> Run:
    told: dict[str, list[float]] = {}
    for person, at in sorted((one for each in found for one in each["told"]), key=lambda one: one[1]):
        told.setdefault(person, []).append(at)
    times = {name: {k: at for each in found for k, at in each[name].items()} for name in ("sent", "acknowledged")}
    total = {name: sum(each.get(name, 0) for each in found) for name in ("cpu", "written")}
    return Run(**total, **times, told=told)


def speed(done: Run) -> Figures:
    """Turns a second from the first event to the last reply, and what a turn cost."""
    turns = len(done.sent)
    seconds = max(at for times in done.told.values() for at in times) - min(done.sent.values())
    return {
        "turns_per_s": turns / seconds,
        "cpu_us": done.cpu / turns * 1e6,
        "written_kb": done.written / turns / 1024,
    }


def server_work(url: str) -> Figures:
    """Rows written and transactions ended on PostgreSQL, for each turn since the database was made."""
    engine = create_engine(_driver(url))
    with engine.connect() as connection:
        rows = "tup_inserted + tup_updated + tup_deleted"
        query = f"SELECT {rows}, xact_commit FROM pg_stat_database WHERE datname = current_database()"
        written, ended = connection.execute(text(query)).one()
        turns = connection.execute(text("SELECT sum(version) FROM conversations")).scalar_one()
    engine.dispose()
    return {"rows_written": float(written / turns), "transactions": float(ended / turns)}


def _driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


def waits(done: Run) -> Figures:
    """Milliseconds from an event to its acknowledgement and to its first reply: median and 99th percentile."""
    acknowledged = [done.acknowledged[key] - sent for key, sent in done.sent.items()]
    return {**_spread("ack", acknowledged), **_spread("reply", list(_first_replies(done)))}


def _first_replies(done: Run) -> Iterator[float]:
    for number in range(EASY_PEOPLE * 2):
        person, said = person_of(number), 0
        for index, answers in enumerate(expected(number, NOW).answers):
            if answers > said and key_of(person, index) in done.sent:
                yield done.told[person][said] - done.sent[key_of(person, index)]
            said = answers


def _spread(name: str, seconds: list[float]) -> Figures:
    return {f"{name}_ms": median(seconds) * 1000, f"{name}_99_ms": quantiles(seconds, n=100)[98] * 1000}


def finish(url: str, rows: int) -> None:
    """Fill a database with finished events, replies and lanes."""
    engine = create_engine(_driver(url))
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows) "
    with engine.begin() as connection:
        for statement in FINISHED:
            into, select = statement.split("SELECT", 1)
            ours = f"{numbers}{into}SELECT{select}" if engine.name == "sqlite" else f"{into}{numbers}SELECT{select}"
            connection.execute(text(ours), {"rows": rows})
    if engine.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
    engine.dispose()


FreshUrl = Callable[[], str]


@contextmanager
def databases() -> Iterator[dict[str, FreshUrl]]:
    """What gives a new, empty database of each kind."""
    with tempfile.TemporaryDirectory() as folder, Postgres() as server:
        numbers = iter(range(1_000_000))
        yield {
            "sqlite": lambda: f"sqlite:///{folder}/{next(numbers)}.db",
            "postgresql": server.new_database,
        }


def shares(processes: int, people: int, first: int = 0) -> list[range]:
    """The people, dealt out to the processes."""
    each = people // processes
    return [range(first + n * each, first + (n + 1) * each) for n in range(processes)]


def one_round(fresh: dict[str, FreshUrl]) -> Figures:
    """Every contestant once: at full speed, then ours at ease."""
    found: Figures = {}
    for name, processes in (("sqlite", 1), ("postgresql", 1), ("postgresql", 2)):
        for kind in ("floor", "runtime"):
            url = fresh[name]()
            done = speed(run(kind, url, new_key(), shares(processes, PEOPLE)))
            done |= server_work(url) if name == "postgresql" else {}
            found |= {f"{name} {processes} {kind}.{what}": value for what, value in done.items()}
        ours, floor = (found[f"{name} {processes} {kind}.turns_per_s"] for kind in ("runtime", "floor"))
        found[f"{name} {processes} ratio.turns_per_s"] = ours / floor
        easy = run(
            "runtime",
            fresh[name](),
            new_key(),
            shares(processes, EASY_PEOPLE),
            EASY_PAUSE * processes,
        )
        found |= {f"{name} {processes} at ease.{what}": value for what, value in waits(easy).items()}
    return found


def growth(fresh: FreshUrl, rows: int) -> Figures:
    """A turn on an empty database, and on one with so many finished events and replies."""
    url, key = fresh(), new_key()
    before = speed(run("runtime", url, key, shares(1, PEOPLE)))
    begun = time.monotonic()
    finish(url, rows)
    print(f"{rows} finished rows written in {time.monotonic() - begun:.0f} s", file=sys.stderr)
    after = speed(run("runtime", url, key, shares(1, PEOPLE, first=PEOPLE)))
    return {
        "ratio.cpu": after["cpu_us"] / before["cpu_us"],
        "ratio.turns_per_s": after["turns_per_s"] / before["turns_per_s"],
    }


def main() -> None:
    """Measure, keep the raw figures in build/runtime.json, and print."""
    asked = [int(given) for given in sys.argv[1:]]
    count, rows = (*asked, *(3, 1_000_000)[len(asked) :])
    with databases() as fresh:
        results = []
        for number in range(count):
            print(f"round {number + 1} of {count}", file=sys.stderr)
            results.append(one_round(fresh))
        grown = {f"{name} grown.{what}": v for name, new in fresh.items() for what, v in growth(new, rows).items()}
    kept = {"machine": machine(), "medians": medians(results) | grown, "rounds": results}
    peers.BUILD.mkdir(exist_ok=True)
    (peers.BUILD / "runtime.json").write_text(json.dumps(kept, indent=2))
    rows_shown = [(name, f"{value:.2f}") for name, value in (medians(results) | grown).items()]
    Console(width=100).print(table("Medians", ("figure", "value"), rows_shown))


if __name__ == "__main__":
    main()
