"""A server under a flood of messages: what one costs it, in CPU of its own process with all its threads."""

import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles

from benchmarks.load import as_fast_as_taken, lines
from benchmarks.servers import Server

Requests = Callable[[int, int], list[bytes]]  # so many from that number on, no two alike

BATCH = 2_000  # signed ahead; a signature is good for five minutes
ALONE = 1_500  # messages over one connection


def batches(requests: Requests, first: int, count: int) -> Iterator[list[bytes]]:
    """All of them, little by little."""
    for begin in range(first, first + count, BATCH):
        yield requests(begin, min(BATCH, first + count - begin))


async def flooded(server: Server, requests: Requests, count: int, first: int = BATCH) -> dict[str, float]:
    """Cost of a message with many connections, its wait with one, and what the server gained in memory.

    `first` messages go ahead, untimed.
    """
    cpu, wall, took = 0.0, 0.0, list[float]()
    async with lines(server.port) as opened:
        await as_fast_as_taken(opened, requests(0, first))
        before = server.rss_mb
        for batch in batches(requests, first, count):
            cpu_before, begun = server.cpu, time.perf_counter()
            took += await as_fast_as_taken(opened, batch)
            cpu, wall = cpu + server.cpu - cpu_before, wall + time.perf_counter() - begun
    gained = server.rss_mb - before
    async with lines(server.port, 1) as opened:
        alone = await as_fast_as_taken(opened, requests(first + count, min(ALONE, count)))
    return {
        "cpu_us": cpu / count * 1e6,
        "per_s": count / wall,
        "p50_ms": median(took) * 1e3,
        "p99_ms": quantiles(took, n=100)[98] * 1e3,
        "alone_p50_ms": median(alone) * 1e3,
        "gained_mb": gained,
        "rss_mb": server.rss_mb,
    }
