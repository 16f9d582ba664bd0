"""Wake-ups: who waits for work hears of it as soon as it is committed, instead of asking all the time.

Within a process a commit rings the bells. Between processes PostgreSQL carries the news (LISTEN, NOTIFY). A wake-up
is a hint and may be lost: whoever waits looks again after a while by itself.
"""

import asyncio
from collections.abc import Callable
from threading import Event, Thread
from typing import Any, Final, Literal, get_args

from sqlalchemy import Engine

Topic = Literal["turns", "deliveries"]

POLL: Final = 1.0  # seconds until a worker looks by itself
STOPS_WITHIN: Final = 0.2  # seconds


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


class Listener:
    """Hears on a connection of its own what other processes announce, and connects again when it broke."""

    def __init__(self, engine: Engine, channel: str, ring: Callable[[Topic], None]) -> None:
        self._engine = engine
        self._channel = channel
        self._ring = ring
        self._stop = Event()
        self._thread = Thread(target=self._listen, name="wake-ups", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear no more. Closing twice is fine."""
        self._stop.set()
        self._thread.join()

    def _listen(self) -> None:
        while not self._stop.is_set():
            try:
                self._hear()
            except Exception:  # whatever it is: polling goes on, and so does this
                self._stop.wait(POLL)

    def _hear(self) -> None:
        """Until told to stop. Raises what the driver raises."""
        raw = self._engine.raw_connection()
        driver: Any = raw.driver_connection
        raw.detach()  # not the pool's any more
        try:
            driver.autocommit = True
            driver.execute(f"LISTEN {self._channel}")
            for topic in get_args(Topic):  # what was announced while nobody listened
                self._ring(topic)
            while not self._stop.is_set():
                for notification in driver.notifies(timeout=STOPS_WITHIN):
                    self._ring(notification.payload)
        finally:
            driver.close()
