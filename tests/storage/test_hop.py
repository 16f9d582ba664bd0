"""The way to the storage's thread and back: nothing is lost, nothing hangs, whoever gives up or fails on the way."""

import asyncio
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from storage.hop import Hop


@pytest.fixture
def hop() -> Iterator[Hop]:
    made = Hop(1)
    yield made
    made.close()


def busy_until(hop: Hop) -> tuple[threading.Event, threading.Event]:
    """Keep the thread busy; the first event says that it is, the second lets it go on."""
    began, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        began.set()
        assert go_on.wait(5)

    threading.Thread(target=hop.run_now, args=(wait,)).start()
    assert began.wait(5)
    return began, go_on


async def test_work_is_done_in_another_thread_in_the_order_asked_for(hop: Hop) -> None:
    done: list[int] = []
    await asyncio.gather(*(hop.run(partial(done.append, number)) for number in range(100)))
    assert done == list(range(100))
    assert await hop.run(threading.get_ident) == hop.run_now(threading.get_ident) != threading.get_ident()


@pytest.mark.parametrize("raised", [ValueError("no"), RuntimeError("no"), SystemExit(1)], ids=repr)
async def test_what_the_work_raises_reaches_the_caller_and_the_thread_goes_on(hop: Hop, raised: BaseException) -> None:
    def fail() -> None:
        raise raised

    with pytest.raises(type(raised)):
        hop.run_now(fail)
    if isinstance(raised, Exception):  # an event loop lets the others pass through itself, and ends
        with pytest.raises(type(raised)):
            await hop.run(fail)
    assert await hop.run(lambda: "still there") == "still there"


async def test_work_whose_caller_gave_up_before_it_began_is_left_out(hop: Hop) -> None:
    done: list[str] = []
    _, go_on = busy_until(hop)
    given_up, waiting = (asyncio.create_task(hop.run(partial(done.append, name))) for name in ("first", "second"))
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    go_on.set()
    await waiting
    assert done == ["second"]


def test_loop_that_ended_before_its_answer_does_no_harm(hop: Hop) -> None:
    began, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        began.set()
        assert go_on.wait(5)

    loop = asyncio.new_event_loop()
    asked = loop.create_task(hop.run(slow))
    loop.run_until_complete(asyncio.sleep(0))
    assert began.wait(5)
    asked.cancel()
    loop.run_until_complete(asyncio.wait([asked]))
    loop.close()
    go_on.set()
    assert hop.run_now(lambda: "still there") == "still there"


async def test_closed_takes_no_more(hop: Hop) -> None:
    hop.close()
    with pytest.raises(RuntimeError, match="closed"):
        await hop.run(list)
    with pytest.raises(RuntimeError, match="closed"):
        hop.run_now(list)


async def test_several_threads_share_the_work() -> None:
    """As on a database with several writers: each of the two waits until the other is there."""
    hop, meeting = Hop(2), threading.Barrier(2, timeout=5)
    assert sorted(await asyncio.gather(hop.run(meeting.wait), hop.run(meeting.wait))) == [0, 1]
    hop.close()
