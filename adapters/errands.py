"""What an app does beside taking events: small calls of its platform that nobody waits for.

asyncio forgets a task that nobody holds: ours are held here until they are done, and waited for at the end.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final

import structlog

GOODBYE: Final = 3.0  # seconds that errands have to end when the process stops

log = structlog.get_logger()


class Errands:
    """The errands that are under way. One that fails is logged, without what it was about to say."""

    def __init__(self, platform: str, code_of: Callable[[BaseException], str] = lambda _: "") -> None:
        """`code_of`: the platform's own word for a failure; empty for one of another kind."""
        self._platform = platform
        self._code_of = code_of
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, errand: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run it in the background."""
        task = asyncio.create_task(errand)
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    @property
    def idle(self) -> bool:
        """True when none runs."""
        return not self._running

    async def close(self) -> None:
        """Let what runs end; what takes longer than GOODBYE is dropped."""
        if self._running:
            _, late = await asyncio.wait(list(self._running), timeout=GOODBYE)
            for task in late:
                task.cancel()

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.warning(f"{self._platform}.errand_failed", error=type(error).__name__, code=self._code_of(error))
