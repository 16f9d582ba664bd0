"""Wake-ups: who waits for work hears of it as soon as it is committed, instead of asking all the time.

A wake-up is a hint and may be lost: whoever waits looks again after a while by itself.
"""

import asyncio
from typing import Final, Literal

Topic = Literal["turns", "deliveries"]

POLL: Final = 1.0  # seconds until a worker looks by itself


class Bell:
    """What a task waits at. Made in the task's event loop; rung from any thread."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._rung = asyncio.Event()

    async def wait(self, at_most: float = POLL) -> None:
        """Return at the next ring, at once if it rang since the last wait, or after `at_most` seconds."""
        try:
            async with asyncio.timeout(at_most):
                await self._rung.wait()
        except TimeoutError:
            return
        finally:
            self._rung.clear()

    def ring(self) -> None:
        """Wake who waits. After the loop was closed nobody does."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._rung.set)
