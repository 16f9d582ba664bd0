"""Errands: small calls that nobody waits for, and that are waited for at the end."""

import asyncio

import pytest
import structlog

from adapters import errands
from adapters.errands import Errands


async def test_an_errand_is_held_until_it_is_done() -> None:
    running, done = Errands("teams"), asyncio.Event()
    task = running.start(done.wait())
    assert not running.idle
    done.set()
    await task
    await asyncio.sleep(0)  # the loop tells of the end in its next round
    assert running.idle


async def test_one_that_fails_is_logged_without_its_words() -> None:
    async def fail() -> None:
        raise ValueError("a word of somebody")

    running = Errands("teams")
    with structlog.testing.capture_logs() as logs:
        await asyncio.wait([running.start(fail())])
        await running.close()
    assert logs == [{"event": "teams.errand_failed", "error": "ValueError", "code": "", "log_level": "warning"}]


async def test_what_runs_may_end_before_the_process_does() -> None:
    running, told = Errands("teams"), []

    async def tell() -> None:
        await asyncio.sleep(0)
        told.append("it")

    running.start(tell())
    await running.close()
    assert told == ["it"]


async def test_what_takes_too_long_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errands, "GOODBYE", 0.01)
    running = Errands("teams")
    task = running.start(asyncio.Event().wait())
    await running.close()
    await asyncio.wait([task])
    assert task.cancelled()
