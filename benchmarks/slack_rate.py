"""How soon Slack has its answer at a steady rate of messages to the app itself, each of which is kept.

`python -m benchmarks.slack_rate both|web|bolt SECONDS`. Ours answers when the message is committed; in the role "both"
it takes the turns and replies beside it, in the role "web" it leaves them to other processes. The peer does nothing.
"""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from benchmarks import slack_servers
from benchmarks.load import at_rate, lines
from benchmarks.measure import report
from benchmarks.servers import Server
from benchmarks.slack_requests import in_private

A_SECOND = 200
PEOPLE = range(200)


async def measured(server: Server, seconds: int) -> dict[str, float]:
    """Milliseconds until the answer, once everybody has said a word."""
    count = A_SECOND * seconds
    async with lines(server.port) as opened:
        await at_rate(opened, in_private(0, len(PEOPLE), PEOPLE), A_SECOND)
        cpu = server.cpu
        took = await at_rate(opened, in_private(len(PEOPLE), count, PEOPLE), A_SECOND)
        cpu = server.cpu - cpu
    return {"p50_ms": median(took) * 1e3, "p99_ms": quantiles(took, n=100)[98] * 1e3, "cpu_us": cpu / count * 1e6}


def planfirst(role: str, seconds: int) -> dict[str, float]:
    """Ours; every message has to be in its database."""
    with slack_servers.product(role) as (server, _slack, database):
        found = asyncio.run(measured(server, seconds))
        assert kept(database) == len(PEOPLE) + A_SECOND * seconds, "a message was not kept"
        return found


def kept(database: Path) -> int:
    """How many messages the inbox has had."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        (count,) = db.execute("SELECT count(*) FROM inbox WHERE source LIKE 'message/%'").fetchone()
    return int(count)


def bolt(seconds: int) -> dict[str, float]:
    """The peer."""
    with slack_servers.bolt() as server:
        return asyncio.run(measured(server, seconds))


if __name__ == "__main__":
    kind, seconds = sys.argv[1], int(sys.argv[2])
    report(bolt(seconds) if kind == "bolt" else planfirst(kind, seconds))
