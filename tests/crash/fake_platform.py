"""A chat platform on a loopback port: it takes messages over HTTP, remembers them, and misbehaves as real ones do.

It answers 429 with Retry-After, 5xx, cuts the line before or after it took a message, can be down altogether, and
can be asked whether it has the message of a key. What it took is the evidence that `oracle` judges.
"""

import asyncio
import random
import time
from typing import Any, NamedTuple

from aiohttp import web


class Faults(NamedTuple):
    """How often, 0 to 1, a send meets each fault; `retry_after` and `latency` in seconds."""

    too_many: float = 0.0
    broken: float = 0.0
    cut_before: float = 0.0
    cut_after: float = 0.0
    retry_after: float = 0.3
    latency: float = 0.0


EVERYTHING = Faults(too_many=0.05, broken=0.05, cut_before=0.04, cut_after=0.06)
NONE = Faults()


class Taken(NamedTuple):
    """A message that the platform accepted: `at` is a monotonic time in seconds."""

    to: str
    key: str
    text: str
    at: float


class FakePlatform:
    """The platform of one campaign. `met` counts the faults it dealt out and the look-ups it answered."""

    def __init__(self, faults: Faults = NONE, seed: int = 1) -> None:
        self.faults = faults
        self.down = False
        self.taken: list[Taken] = []
        self.met = {"429": 0, "5xx": 0, "cut": 0, "lookups": 0, "found": 0, "too_soon": 0}
        self.news = asyncio.Event()
        self._dice = random.Random(seed)
        self._place: dict[tuple[str, str], int] = {}
        self._closed_until: dict[str, float] = {}

    async def start(self) -> None:
        """Listen on a free loopback port; `url` says which."""
        app = web.Application()
        app.router.add_post("/messages", self._send)
        app.router.add_get("/messages", self._look_up)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    async def _send(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        await asyncio.sleep(self.faults.latency)
        refused = self._refused(request, body["to"])
        if refused is not None:
            return refused
        self._take(body)
        if self._happens(self.faults.cut_after):
            return self._cut(request)
        return web.json_response({"id": str(len(self.taken))})

    def _take(self, body: dict[str, Any]) -> None:
        self.taken.append(Taken(body["to"], body["key"], body["text"], time.monotonic()))
        self._place.setdefault((body["to"], body["key"]), len(self.taken))
        self.news.set()

    def _refused(self, request: web.Request, to: str) -> web.StreamResponse | None:
        """What a send is answered that is not taken; None when it is taken."""
        if self.down or self._happens(self.faults.broken):
            self.met["5xx"] += 1
            return web.json_response({"error": "unavailable"}, status=503)
        if time.monotonic() < self._closed_until.get(to, 0.0):
            self.met["too_soon"] += 1
        if self._happens(self.faults.too_many):
            return self._too_many(request, to)
        return self._cut(request) if self._happens(self.faults.cut_before) else None

    def _too_many(self, request: web.Request, to: str) -> web.StreamResponse:
        """Rate limited. Whoever was killed while asking cannot know of it, so that one is held to nothing."""
        self.met["429"] += 1
        if request.transport is not None and not request.transport.is_closing():
            self._closed_until[to] = time.monotonic() + self.faults.retry_after
        headers = {"Retry-After": str(self.faults.retry_after)}
        return web.json_response({"error": "rate_limited"}, status=429, headers=headers)

    def _cut(self, request: web.Request) -> web.StreamResponse:
        """End the line without an answer: the sender cannot know whether the message was taken."""
        self.met["cut"] += 1
        if request.transport is not None:
            request.transport.close()
        return web.Response(status=500)

    async def _look_up(self, request: web.Request) -> web.StreamResponse:
        if self.down:
            return web.json_response({"error": "unavailable"}, status=503)
        place = self._place.get((request.query["to"], request.query["key"]))
        self.met["lookups"] += 1
        self.met["found"] += place is not None
        return web.json_response({"id": place and str(place)})

    def _happens(self, chance: float) -> bool:
        return self._dice.random() < chance
