"""A language model's endpoint on this machine that answers as a test says: well, slowly, with nonsense, or with malice."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

Answer = Callable[[web.Request], Coroutine[Any, Any, web.StreamResponse]]


def saying(content: str) -> Answer:
    """The model says this, whatever it is asked."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        body = {"id": "1", "object": "chat.completion", "created": 1, "model": "small", "choices": [choice]}
        return web.json_response(body)

    return answer


def judging(tool_first: bool) -> Answer:
    return saying(json.dumps({"tool_first": tool_first}))


def finding(**excerpts: str) -> Answer:
    """Excerpts by part; a dot in a part's name is written as two underscores."""
    parts = [{"part": part.replace("__", "."), "words": words} for part, words in excerpts.items()]
    return saying(json.dumps({"excerpts": parts}))


def failing(status: int = 500, body: str = "no", kind: str = "text/html") -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=body, content_type=kind)

    return answer


def moved_to(url: str) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        raise web.HTTPTemporaryRedirect(url)

    return answer


async def endless(request: web.Request) -> web.StreamResponse:
    """Bytes without end."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    try:
        while True:
            await response.write(b" " * 65536)
    except ConnectionError:
        return response


class Endpoint:
    """What it was asked, and how it answers. `release` lets an answer go that waits."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[dict[str, Any]] = []
        self.answer: Answer = judging(True)
        self.release = asyncio.Event()

    @property
    def told(self) -> list[str]:
        """The words of people that it was shown."""
        return [message["content"] for body in self.asked for message in body["messages"] if message["role"] == "user"]

    async def never(self, _request: web.Request) -> web.StreamResponse:
        """It waits until the test is over."""
        await self.release.wait()
        return web.Response(status=503)

    async def take(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json())
        return await self.answer(request)


@asynccontextmanager
async def endpoint() -> AsyncIterator[Endpoint]:
    """An endpoint on a port of its own."""
    fake = Endpoint()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", fake.take)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        yield fake
    finally:
        fake.release.set()
        await runner.cleanup()
