"""The crash campaigns in short, as they run with every change. The long ones: `make crash`.

Every event comes three times; processes are killed at random and die at every crash point; the platform limits,
fails, cuts the line and is down for a while; PostgreSQL falls once. Nothing may be lost, said twice or come out of
order, and every talk has to end where it should.
"""

from pathlib import Path

from tests.crash.campaign import Campaign, Figures
from tests.crash.disturbances import kill_every, outage, restart, revive
from tests.crash.fake_platform import EVERYTHING
from tests.crash.oracle import FAULTLESS
from tests.machine import need_postgresql
from tests.postgres import Postgres

PEOPLE = range(5)
PAUSE = 0.7
POINTS = "before_commit=0.02,after_commit=0.02,before_ack=0.02,after_send=0.02"


async def test_one_process_on_sqlite(tmp_path: Path) -> None:
    campaign = Campaign(f"sqlite:///{tmp_path}/planfirst.db", 1, tmp_path, EVERYTHING, POINTS)
    async with campaign.running():
        survived(await campaign.hold(PEOPLE, PAUSE, revive, kill_every(4), outage(3, 1)))


async def test_two_processes_on_postgresql(tmp_path: Path) -> None:
    need_postgresql()
    with Postgres() as server:
        campaign = Campaign(server.new_database(), 2, tmp_path, EVERYTHING, POINTS)
        async with campaign.running():
            figures = await campaign.hold(PEOPLE, PAUSE, revive, kill_every(4), outage(3, 1), restart(server, 6, 1))
            survived(figures)


def survived(figures: Figures) -> None:
    """Everything is as if nothing had happened, although a lot did, and every process ends when it is told to."""
    assert figures.verdict == FAULTLESS
    assert figures.killed > 0
    assert figures.fallen == 0
    assert max(figures.stops) < 10
