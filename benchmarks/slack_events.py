"""What a channel message costs that is no matter: `python -m benchmarks.slack_events planfirst|bolt EVENTS`.

Nearly everything that Slack sends is of this kind. CPU is the server's alone, all its threads.
"""

import asyncio
import sys

from benchmarks import slack_servers
from benchmarks.flood import flooded
from benchmarks.measure import report
from benchmarks.slack_requests import in_channel


def planfirst(count: int) -> dict[str, float]:
    """Ours, and how often it called Slack meanwhile."""
    with slack_servers.product() as (server, slack, _):
        before = sum(slack.calls().values())
        found = asyncio.run(flooded(server, in_channel, count))
        return found | {"api_calls": sum(slack.calls().values()) - before}


def bolt(count: int) -> dict[str, float]:
    """The peer."""
    with slack_servers.bolt() as server:
        return asyncio.run(flooded(server, in_channel, count))


if __name__ == "__main__":
    report((planfirst if sys.argv[1] == "planfirst" else bolt)(int(sys.argv[2])))
