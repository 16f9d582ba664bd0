"""kill -9 between what somebody says in Slack and what they read: nothing is lost, nothing is said twice.

The process is the real one, started as in production, and dies at each point that matters, line by line of one talk.
Slack comes again with what got no answer, and the process is started again, as an orchestrator would.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from dialogs.company import Company
from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.bot.slack.world import World, words
from tests.crash.processes import Replica
from tests.fakes.slack import Channel, SlackSim

SECONDS: Final = 20.0
# Each line of the talk, and where the process dies over it: at a point of its own, or while Slack does the work.
TALK: Final = (
    ("start", "after_send 1"),  # one message is said and not noted yet, the other waits
    ("The same pump fault was mended three times in October, each time from scratch", "before_ack 1"),
    ("the night shift, every week", "before_commit 1"),
    ("faults are closed within a day, by the first who sees them", "after_commit 1"),
    ("40% today, 80% by the end of June", "in the call"),
)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What is said in private to each line, when nothing happens."""
    with World(tmp_path_factory.mktemp("undisturbed"), "http", Company()) as slack:
        ann = slack.person("Ann")
        said = []
        for line, _ in TALK:
            before = len(slack.talk(ann))
            slack.write(ann, line, thread=None)
            said.append(words(slack.talk(ann)[before:]))
        return said


@pytest.fixture
async def sim() -> AsyncIterator[SlackSim]:
    async with SlackSim() as running:
        yield running


@pytest.fixture
def key() -> str:
    return new_key()


@pytest.fixture
async def process(sim: SlackSim, key: str, tmp_path: Path) -> AsyncIterator[Replica]:
    """Not started yet."""
    environment = {
        "PLANFIRST_DATABASE_URL": f"sqlite:///{tmp_path / 'planfirst.db'}",
        "PLANFIRST_SECRET_KEYS": key,
        "SLACK_BOT_TOKEN": sim.bot_token,
        "SLACK_SIGNING_SECRET": sim.signing_secret,
        "SLACK_API_URL": sim.api_url,
    }
    made = Replica("slack", environment, tmp_path / "log", "tests.bot.slack.process")
    sim.connect_http(f"{made.url}/slack/events")
    yield made
    made.kill()


async def has_died(sim: SlackSim, process: Replica, where: str) -> None:
    """Return when it is dead; while Slack does the work it is killed from outside."""
    if where == "in the call":
        calls = len(sim.called("chat.postMessage"))
        sim.inject("chat.postMessage", delay=1.0, after=True)
        await sim.wait_for(lambda: len(sim.called("chat.postMessage")) > calls, SECONDS)
        process.kill()
    async with asyncio.timeout(SECONDS):
        while process.up:  # noqa: ASYNC110 - a process tells nobody of its end
            await asyncio.sleep(0.02)


async def said_so_much(sim: SlackSim, talk: Channel, count: int) -> None:
    await sim.wait_for(lambda: len(sim.messages(talk, by_bot=True)) >= count, SECONDS)


async def test_a_talk_goes_on_over_every_death(
    sim: SlackSim, process: Replica, key: str, undisturbed: list[list[str]], tmp_path: Path
) -> None:
    sim.time_scale = 0.05  # a started process needs a while: Slack comes again after 3 and after 15 seconds
    ann = sim.user("ann")
    talk = sim.dm(ann)
    wanted: list[str] = []
    for (line, where), answers in zip(TALK, undisturbed, strict=True):
        process.kill()
        process.environment["CRASH_AT"] = where if where[-1].isdigit() else "nowhere 0"
        await process.start()
        dies = asyncio.create_task(has_died(sim, process, where))
        saying = asyncio.create_task(sim.say(ann, talk, line))
        await dies
        process.environment["CRASH_AT"] = "nowhere 0"
        await process.start()
        await saying
        wanted += answers
        await said_so_much(sim, talk, len(wanted))
    for delivery in [d for d in sim.deliveries if d.kind == "event"]:
        await sim.redeliver(delivery)
    assert process.killed == 2 * len(TALK) - 1
    assert process.fallen == 0
    await process.stop()

    assert words(sim.messages(talk, by_bot=True)) == wanted
    assert sim.repeats() == []
    store = Store.open(f"sqlite:///{tmp_path / 'planfirst.db'}", KeyRing([key]))
    left = store.run_now(lambda tx: (tx.inbox.waiting_since(), tx.outbox.waiting_since(), tx.outbox.dead_letters()))
    store.close()
    assert left == (None, None, ())
