"""The worker: everything happens by itself, goes on after a fault, and stops in time."""

import asyncio
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest

from bot.worker import Runtime
from dialogs.events import Started
from storage.errors import DatabaseBusyError
from tests.bot.running import PROBLEM, World
from tests.conftest import Planfirst

SOON = 20  # seconds, for a machine that is busy with other things


async def until(condition: Callable[[], bool]) -> None:
    """Let the runtime work until that is so."""
    async with asyncio.timeout(SOON):
        while not condition():  # noqa: ASYNC110 - there is no event of a test in the runtime
            await asyncio.sleep(0.005)


async def test_what_comes_in_is_answered_without_anybody_s_help(world: World) -> None:
    await world.runtime.start()
    await world.hear(Started())
    await until(lambda: "q.problem" in world.platform.said)
    await world.hear(PROBLEM)
    await until(lambda: world.platform.said[-1] == "q.problem.who")
    await world.runtime.stop()


async def test_what_waits_from_before_is_taken_up_at_the_start(world: World) -> None:
    await world.hear(Started())
    await world.settle()
    await world.hear(PROBLEM)
    heir = World(world.store)
    await heir.runtime.start()
    await until(lambda: heir.platform.said[-1:] == ["q.problem.who"])
    await heir.runtime.stop()


async def test_the_web_role_hears_and_leaves_the_work_to_others(world: World) -> None:
    web = World(world.store, role="web")
    await web.runtime.start()
    assert web.runtime.alive == {}
    assert await web.hear(Started())
    await web.runtime.stop()
    assert await world.turn() == 1


async def test_a_fault_of_the_database_stops_no_task(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.worker.BREATH", 0.01)
    met = asyncio.Event()

    async def busy() -> bool:
        met.set()
        raise DatabaseBusyError("planfirst.db")

    with monkeypatch.context() as broken:
        broken.setattr(world.runtime.turns, "next", busy)
        await world.runtime.start()
        await asyncio.wait_for(met.wait(), SOON)
    assert all(world.runtime.alive.values())
    await world.hear(Started())
    await until(lambda: "q.problem" in world.platform.said)
    await world.runtime.stop()


async def test_after_a_stop_nothing_is_held(world: World) -> None:
    await world.runtime.start()
    await world.hear(Started())
    await world.runtime.stop()
    heir = World(world.store, world.platform)
    await heir.settle()
    assert world.platform.said == ["intercept.start", "q.problem"]
    assert world.runtime.alive == {}


async def test_two_runtimes_do_not_share_their_numbers(world: World) -> None:
    other = Runtime(world.store, world.desk)
    world.runtime.metrics.turns.labels("taken").inc()
    assert b'planfirst_turns_total{outcome="taken"}' not in other.metrics.page()


async def started(folder: Path, environment: dict[str, str], port: int) -> asyncio.subprocess.Process:
    """A `planfirst run` that is ready."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment | {"PLANFIRST_PORT": str(port)},
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    async with aiohttp.ClientSession() as session, asyncio.timeout(SOON):
        while True:
            try:
                async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    assert answer.status == 200, await answer.text()
                    return process
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.05)


async def test_sigterm_ends_the_process_in_time_and_a_second_one_is_refused(
    tmp_path: Path, environment: dict[str, str], planfirst: Planfirst, unused_port: int
) -> None:
    process = await started(tmp_path, environment, unused_port)
    second = await asyncio.to_thread(planfirst, "run", PLANFIRST_PORT=str(unused_port + 1))
    assert second.returncode == 2
    assert "planfirst.db" in second.stderr
    assert "Traceback" not in second.stderr
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0
