"""The hop: work goes to a thread of the storage, and what comes of it goes back to who asked.

`run_in_executor` does the same with two futures and their locks for each call: that cost some 40 µs more
a turn, more than its SQL.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class _Job(NamedTuple):
    """Work, the future that its caller waits for, and how to call something where that future may be touched."""

    work: Callable[[], Any]
    answer: "asyncio.Future[Any] | Future[Any]"
    call: Callable[..., Any]


class Hop:
    """Threads that take work in the order in which it is asked for."""

    def __init__(self, threads: int) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._open = True
        self._door = Lock()  # nothing is put behind the end
        # Daemons: a program that dies without closing must not hang. SQL undoes what was half done.
        self._threads = [Thread(target=self._serve, name="storage", daemon=True) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    async def run(self, work: Callable[[], T]) -> T:
        """Do `work` in a thread. Returns or raises what it does; RuntimeError once closed.

        Cancelling the caller leaves out work that has not begun; work that has begun ends.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        self._put(_Job(work, answer, loop.call_soon_threadsafe))
        return await answer

    def run_now(self, work: Callable[[], T]) -> T:
        """The same for callers without an event loop: waits for the result."""
        answer: Future[T] = Future()
        self._put(_Job(work, answer, _call))
        return answer.result()

    def close(self) -> None:
        """Take no more work, finish what was asked for. Closing twice is fine."""
        with self._door:
            if self._open:
                self._open = False
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _put(self, job: _Job) -> None:
        with self._door:
            if not self._open:
                raise RuntimeError("the storage is closed")
            self._jobs.put(job)

    def _serve(self) -> None:
        while self._take_one():
            pass

    def _take_one(self) -> bool:
        """In a call of its own: between two jobs, no variable holds on to what somebody said."""
        job = self._jobs.get()
        if job is None:
            return False
        if not job.answer.cancelled():
            with suppress(RuntimeError):  # the loop was closed: nobody waits any more
                _do(job)
        return True


def _do(job: _Job) -> None:
    try:
        result = job.work()
    except BaseException as error:
        job.call(_tell, job.answer, job.answer.set_exception, error)
    else:
        job.call(_tell, job.answer, job.answer.set_result, result)


def _tell(answer: "asyncio.Future[Any] | Future[Any]", tell: Callable[[Any], None], what: object) -> None:
    if not answer.cancelled():  # it may be by now
        tell(what)


def _call(function: Callable[..., Any], *arguments: object) -> None:
    function(*arguments)
