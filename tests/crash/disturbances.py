"""What is done to a campaign while people talk. Each runs until it is cancelled."""

import asyncio
import time
from collections.abc import Callable, Coroutine

from tests.crash.campaign import Campaign
from tests.postgres import Postgres

Disturbance = Callable[[Campaign], Coroutine[None, None, None]]


async def revive(campaign: Campaign) -> None:
    """Start again whatever died, killed or by itself at a crash point."""
    while True:
        await asyncio.sleep(0.05)
        for replica in list(campaign.replicas):
            if not replica.up:
                await asyncio.sleep(campaign.dice.uniform(0, 0.3))
                await replica.start()


def kill_every(seconds: float) -> Disturbance:
    """kill -9 a process drawn at random, every so many seconds on average."""

    async def kill(campaign: Campaign) -> None:
        while True:
            await asyncio.sleep(seconds * campaign.dice.uniform(0.5, 1.5))
            campaign.dice.choice(campaign.replicas).kill()

    return kill


def outage(after: float, seconds: float) -> Disturbance:
    """The platform is down for some seconds."""

    async def fail(campaign: Campaign) -> None:
        await asyncio.sleep(after)
        campaign.platform.down = True
        await asyncio.sleep(seconds)
        campaign.platform.down = False

    return fail


def freeze(after: float, seconds: float) -> Disturbance:
    """Stop a process for longer than its lease, then let it go on as if nothing had happened."""

    async def stop(campaign: Campaign) -> None:
        await asyncio.sleep(after)
        thaw = campaign.replicas[-1].freeze()
        try:
            await asyncio.sleep(seconds)
        finally:
            thaw()

    return stop


def bury(after: float, killed: list[float]) -> Disturbance:
    """kill -9 the last process for ever; `killed` gets the moment."""

    async def kill(campaign: Campaign) -> None:
        await asyncio.sleep(after)
        campaign.replicas.pop().kill()
        killed.append(time.monotonic())

    return kill


def restart(server: Postgres, after: float, seconds: float) -> Disturbance:
    """The database goes in the middle of things, and is back after some seconds."""

    async def bounce(campaign: Campaign) -> None:
        await asyncio.sleep(after)
        await asyncio.to_thread(server.crash)
        await asyncio.sleep(seconds)
        await asyncio.to_thread(server.start)

    return bounce
