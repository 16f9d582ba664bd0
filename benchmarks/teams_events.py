"""What a channel message of Teams costs that is no matter: `python -m benchmarks.teams_events KIND EVENTS [FIRST]`.

KIND is planfirst, botbuilder (as its samples have it) or bare (what one would write by hand); FIRST messages go ahead,
untimed. CPU is the server's alone, all its threads.
"""

import asyncio
import sys
from contextlib import AbstractContextManager
from functools import partial

from benchmarks import teams_servers
from benchmarks.flood import flooded
from benchmarks.measure import report
from benchmarks.servers import Server
from benchmarks.teams_requests import in_channel
from benchmarks.teams_servers import Microsoft


def contestant(kind: str, microsoft: Microsoft) -> AbstractContextManager[Server]:
    """The server of that kind."""
    return teams_servers.planfirst(microsoft) if kind == "planfirst" else teams_servers.peer(f"teams_{kind}", microsoft)


def main(kind: str, count: int, first: int) -> None:
    """Flood it, and count its calls of Teams meanwhile."""
    with teams_servers.fake() as microsoft, contestant(kind, microsoft) as server:
        found = asyncio.run(flooded(server, partial(in_channel, microsoft.token()), count, first))
        report(found | {"api_calls": sum(microsoft.calls().values())})


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 2_000)
