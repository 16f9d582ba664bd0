"""What a channel message costs that is no matter: `python -m benchmarks.slack_events planfirst|bolt EVENTS`.

Nearly everything that Slack sends is of this kind. CPU is the server's alone, all its threads.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from statistics import median, quantiles

from benchmarks import slack_servers
from benchmarks.measure import report
from benchmarks.slack_load import as_fast_as_taken, lines
from benchmarks.slack_requests import in_channel
from benchmarks.slack_servers import Server

BATCH = 2_000  # signed ahead; a signature is good for five minutes
ALONE = 1_500  # messages over one connection


def batches(first: int, count: int) -> Iterator[list[bytes]]:
    """The requests, no two alike."""
    for begin in range(first, first + count, BATCH):
        yield in_channel(begin, min(BATCH, first + count - begin))


async def measured(server: Server, count: int) -> dict[str, float]:
    """Cost of a message with many connections, its wait with one, and what the server gained in memory."""
    cpu, wall, took = 0.0, 0.0, list[float]()
    async with lines(server.port) as opened:
        await as_fast_as_taken(opened, in_channel(0, BATCH))
        before = server.rss_mb
        for batch in batches(BATCH, count):
            cpu_before, begun = server.cpu, time.perf_counter()
            took += await as_fast_as_taken(opened, batch)
            cpu, wall = cpu + server.cpu - cpu_before, wall + time.perf_counter() - begun
    gained = server.rss_mb - before
    async with lines(server.port, 1) as opened:
        alone = await as_fast_as_taken(opened, in_channel(BATCH + count, ALONE))
    return {
        "cpu_us": cpu / count * 1e6,
        "per_s": count / wall,
        "p50_ms": median(took) * 1e3,
        "p99_ms": quantiles(took, n=100)[98] * 1e3,
        "alone_p50_ms": median(alone) * 1e3,
        "gained_mb": gained,
        "rss_mb": server.rss_mb,
    }


def planfirst(count: int) -> dict[str, float]:
    """Ours, and how often it called Slack meanwhile."""
    with slack_servers.product() as (server, slack, _):
        before = sum(slack.calls().values())
        found = asyncio.run(measured(server, count))
        return found | {"api_calls": sum(slack.calls().values()) - before}


def bolt(count: int) -> dict[str, float]:
    """The peer."""
    with slack_servers.bolt() as server:
        return asyncio.run(measured(server, count))


if __name__ == "__main__":
    report((planfirst if sys.argv[1] == "planfirst" else bolt)(int(sys.argv[2])))
