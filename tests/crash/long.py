"""The crash campaigns in full: 300 events, each delivered three times. `make crash`, some ten minutes.

A line is printed for each campaign; the exit code is 1 when anything was lost, doubled, out of order or wrong.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Final, NamedTuple

from tests.crash.campaign import Campaign, Figures
from tests.crash.disturbances import Disturbance, bury, freeze, kill_every, outage, restart, revive
from tests.crash.fake_platform import EVERYTHING, Faults
from tests.crash.oracle import FAULTLESS
from tests.postgres import Postgres

PEOPLE: Final = range(30)
SLOW: Final = Faults(latency=0.3)  # seconds: whoever dies has messages in flight
POINTS: Final = "before_commit=0.02,after_commit=0.02,before_ack=0.02,after_send=0.02"


class Long(NamedTuple):
    """A campaign to run: its name, how many processes (one on SQLite), and what is done to them."""

    name: str
    replicas: int
    faults: Faults
    points: str
    pause: float
    disturb: tuple[Disturbance, ...]


def campaigns(server: Postgres, killed: list[float]) -> list[Long]:
    """All of them; `killed` gets the moment at which a process went for ever."""
    usual = (revive, kill_every(2.5), outage(8, 4))
    return [
        Long("SQLite, 1 process, everything", 1, EVERYTHING, POINTS, 3.0, usual),
        Long("PostgreSQL, 2 processes, everything", 2, EVERYTHING, POINTS, 3.0, usual),
        Long(
            "PostgreSQL restarted", 2, EVERYTHING, POINTS, 3.0, (*usual, restart(server, 6, 2), restart(server, 18, 1))
        ),
        Long("a process frozen beyond its lease", 2, EVERYTHING, "", 3.0, (freeze(4, 14), freeze(22, 14))),
        Long("a process killed for ever", 2, SLOW, "", 1.0, (bury(4, killed),)),
    ]


async def run(one: Long, url: str, folder: Path) -> Figures:
    """Run a campaign on that database."""
    campaign = Campaign(url, one.replicas, folder, one.faults, one.points)
    async with campaign.running():
        return await campaign.hold(PEOPLE, one.pause, *one.disturb)


def told(figures: Figures) -> str:
    """The figures of a campaign in a line."""
    waits = [at - figures.sent[key] for key, at in figures.acknowledged.items()]
    replies = [at - figures.sent[key] for key, at in figures.answered.items()]
    points = ", ".join(f"{count} {point}" for point, count in sorted(figures.points.items()))
    met = ", ".join(f"{count} {what}" for what, count in figures.met.items())
    return (
        f"{figures.verdict}; {figures.posts} deliveries, {figures.killed} deaths ({points}), {figures.fallen} falls, "
        f"{met}; "
        f"acknowledged {spread(waits)}, answered {spread(replies)}, healed in {figures.heal:.1f} s, "
        f"stopped in {max(figures.stops):.1f} s"
    )


def spread(seconds: Sequence[float]) -> str:
    """Median and 99th percentile."""
    return f"{median(seconds) * 1000:.0f} ms (99 %: {quantiles(seconds, n=100)[98] * 1000:.0f} ms)"


def main() -> int:
    """Run every campaign, or those whose names begin as the argument does."""
    wanted, faulty = " ".join(sys.argv[1:]), 0
    with Postgres() as server:
        killed: list[float] = []
        for one in campaigns(server, killed):
            if not one.name.startswith(wanted):
                continue
            with tempfile.TemporaryDirectory() as folder:
                url = f"sqlite:///{folder}/planfirst.db" if one.replicas == 1 else server.new_database()
                begun = time.monotonic()
                figures = asyncio.run(run(one, url, Path(folder)))
            print(f"{one.name} ({time.monotonic() - begun:.0f} s): {told(figures)}", flush=True)
            if killed:
                print(f"  taken over in {figures.take_over(killed.pop()):.1f} s")
            faulty += figures.verdict != FAULTLESS or figures.fallen > 0
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
