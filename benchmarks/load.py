"""The load: requests over keep-alive connections, as cheap for the sender as Python allows.

Callbacks, no task for each request: the sender must outrun every server, so that the server is what is measured.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from typing import Final, cast

CONNECTIONS: Final = 32
SUCCESS: Final = range(200, 300)  # botbuilder says 201

_LENGTH: Final = re.compile(rb"\r\ncontent-length: *([0-9]+)", re.IGNORECASE)


class Line(asyncio.Protocol):
    """One connection, for one request at a time."""

    def __init__(self) -> None:
        self._got = b""
        self._done: asyncio.Future[None] | None = None

    def send(self, waiting: Iterator[bytes], took: list[float]) -> asyncio.Future[None]:
        """Send what is `waiting`, the next as soon as the last has its answer; the seconds go to `took`.

        The future raises RuntimeError when an answer is no success, ConnectionError when the server hangs up.
        """
        self._waiting, self._took = waiting, took
        self._done = asyncio.get_running_loop().create_future()
        self._send_next(self._done)
        return self._done

    def _send_next(self, done: asyncio.Future[None]) -> None:
        request = next(self._waiting, None)
        if request is None:
            done.set_result(None)
        else:
            self._begun = time.perf_counter()
            self._transport.write(request)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what is written to."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Go on once the whole answer is there."""
        self._got += data
        head, end, body = self._got.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if self._done and end and len(body) >= (int(length[1]) if length else 0):
            self._got = b""
            self._answered(int(head[9:12]), self._done)

    def _answered(self, status: int, done: asyncio.Future[None]) -> None:
        self._took.append(time.perf_counter() - self._begun)
        if status in SUCCESS:
            self._send_next(done)
        else:
            done.set_exception(RuntimeError(f"the server answered {status}"))

    def connection_lost(self, exc: Exception | None) -> None:
        """A server that hangs up while it owes an answer has failed."""
        if self._done and not self._done.done():
            self._done.set_exception(ConnectionError("the server hung up"))

    def close(self) -> None:
        """Hang up."""
        self._transport.close()


@asynccontextmanager
async def lines(port: int, count: int = CONNECTIONS) -> AsyncIterator[list[Line]]:
    """Open connections."""
    loop = asyncio.get_running_loop()
    opened = [(await loop.create_connection(Line, "127.0.0.1", port))[1] for _ in range(count)]
    try:
        yield opened
    finally:
        for line in opened:
            line.close()


async def as_fast_as_taken(opened: list[Line], requests: Iterable[bytes]) -> list[float]:
    """Each connection sends the next as soon as it has its answer. Seconds that each answer took."""
    waiting, took = iter(requests), list[float]()
    await asyncio.gather(*(line.send(waiting, took) for line in opened))
    return took


async def at_rate(opened: list[Line], requests: list[bytes], a_second: float) -> list[float]:
    """So many a second, whether answers come or not. Seconds from when each was due, waiting for a line included."""
    free: asyncio.LifoQueue[Line] = asyncio.LifoQueue()
    for line in opened:
        free.put_nowait(line)

    async def send(request: bytes) -> float:
        due = time.perf_counter()
        line = await free.get()
        await line.send(iter([request]), [])
        free.put_nowait(line)
        return time.perf_counter() - due

    begun, sent = time.perf_counter(), list[asyncio.Task[float]]()
    for number, request in enumerate(requests):
        await asyncio.sleep(begun + number / a_second - time.perf_counter())
        sent.append(asyncio.create_task(send(request)))
    return await asyncio.gather(*sent)
