"""The stop-watch of every benchmark: CPU and wall time per turn, and the memory it took.

CPU time is the whole process's, threads included, so a storage thread is not free.
"""

import json
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

WARM_UP = 5  # talks before the clock starts: imports, caches and compiled patterns are paid by then


class Spent(NamedTuple):
    """CPU and wall seconds; filled in when the block under the stop-watch ends."""

    cpu: float
    wall: float


@contextmanager
def stop_watch() -> Iterator[list[Spent]]:
    """Yield a list that holds one `Spent` once the block has ended."""
    laps: list[Spent] = []
    wall, cpu = time.perf_counter(), time.process_time()
    yield laps
    laps.append(Spent(time.process_time() - cpu, time.perf_counter() - wall))


async def talks(turn: Callable[[str, int], Awaitable[None]], turns: int, count: int) -> dict[str, float]:
    """Hold `count` talks of `turns` turns, interleaved as in real life, and give the figures of a turn."""
    for index in range(turns):
        for number in range(WARM_UP):
            await turn(f"warm-up-{number}", index)
    with stop_watch() as laps:
        for index in range(turns):
            for number in range(count):
                await turn(f"talk-{number}", index)
    return figures(laps[0], turns * count)


def figures(spent: Spent, turns: int) -> dict[str, float]:
    """Microseconds of CPU and of wall time per turn, and resident memory in MB."""
    return {"cpu_us": spent.cpu / turns * 1e6, "wall_us": spent.wall / turns * 1e6, "rss_mb": rss_mb()}


def rss_mb(process: int | str = "self") -> float:
    """Resident memory in MB of a process (Linux), this one unless another is named by its id."""
    status = Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def report(result: dict[str, float]) -> None:
    """Hand the figures to the runner: one JSON object on standard output."""
    print(json.dumps(result))
