"""The smallest bot that can be tested: it hears, answers as a test tells it, and speaks to the connector. No framework."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.fakes.teams.cards import ADAPTIVE_CARD, Json

Answering = Callable[[Json], Awaitable[web.Response | None]]


class TinyBot:
    """`answering` is called with each activity and may answer; None is an empty 200. It echoes what it hears until told
    otherwise. `port` 0 takes any; a bot that comes back on its old port is a restarted one."""

    def __init__(self) -> None:
        self.heard: list[Json] = []
        self.heard_headers: list[Mapping[str, str]] = []
        self.answering: Answering = self.echo
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/messages"

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/api/messages", self._told)
        self._runner = web.AppRunner(app, shutdown_timeout=0.01)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True).start()
        self.port = self._runner.addresses[0][1]
        self._http = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self._http.close()
        await self._runner.cleanup()

    async def _told(self, request: web.Request) -> web.Response:
        self.heard_headers.append(request.headers)
        try:
            activity = await request.json()
        except ValueError:
            return web.Response(status=400)
        self.heard.append(activity)
        return await self.answering(activity) or web.Response()

    async def echo(self, activity: Json) -> None:
        if activity["type"] == "message" and activity.get("text"):
            await self.reply(activity, text=f"echo: {activity['text']}")

    async def reply(self, activity: Json, *, query: str = "", **message: Any) -> tuple[int, Any]:
        """A message into the conversation an activity came from."""
        where = (
            f"{activity['serviceUrl'].rstrip('/')}/v3/conversations/{activity['conversation']['id']}/activities{query}"
        )
        return await self.call("POST", where, {"type": "message", **message})

    async def call(self, method: str, url: str, body: Any = None, *, token: str = "") -> tuple[int, Any]:
        """Any call; the HTTP status and the JSON that came back."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with self._http.request(method, url, json=body, headers=headers) as answer:
            return answer.status, await answer.json(content_type=None)

    def names(self) -> list[str]:
        """What it heard, in short: the type with the invoke's name, the action or the event, if there is one."""
        return [":".join(filter(None, (a["type"], _what(a)))) for a in self.heard]


def _what(activity: Json) -> str:
    event: str = activity.get("name") or activity.get("action") or activity["channelData"].get("eventType") or ""
    return event


def card(*body: Json, **more: Any) -> Json:
    """A card of the version Teams renders."""
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), **more}


def with_card(*body: Json, **more: Any) -> Json:
    """The fields of a message with that card."""
    return {"attachments": [{"contentType": ADAPTIVE_CARD, "content": card(*body, **more)}]}
