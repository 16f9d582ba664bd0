"""How Slack reaches the app: signed HTTP requests, or envelopes over Socket Mode; what comes back."""

import asyncio
import json
import time
import uuid
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.shapes import Attempt, Delivery
from tests.fakes.slack.signing import sign
from tests.fakes.slack.world import World

_FORM = "application/x-www-form-urlencoded"
_USER_AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"
_WARNINGS = {"timeout": "operation_timeout", "connection": "dispatch_failed"}


class Outbound(World):
    """Deliveries, whatever the way; over Socket Mode as soon as an app is connected."""

    _http: aiohttp.ClientSession

    def __init__(self, **switches: Any) -> None:
        self._acks: dict[str, asyncio.Future[Json]] = {}
        self._next_socket = 0
        super().__init__(**switches)

    def connect_http(
        self, events: str, commands: str | None = None, interactivity: str | None = None, options: str | None = None
    ) -> None:
        """The app's request URLs; Bolt serves all of them at one path."""
        self._urls = {
            "event": events,
            "command": commands or events,
            "interaction": interactivity or events,
            "options": options or interactivity or events,
        }

    @property
    def somebody_listens(self) -> bool:
        return bool(self._sockets or self._urls)

    async def deliver_once(self, kind: str, payload: Json, what: str) -> Delivery:
        """Commands and interactions are never retried; a failure is a warning on the user's screen."""
        delivery = Delivery(kind, payload)
        self.deliveries.append(delivery)
        attempt = await self.send(kind, payload)
        delivery.attempts.append(attempt)
        if not attempt.ok:
            self.user_errors.append(f"{what}: {_WARNINGS.get(attempt.reason, f'http {attempt.status}')}")
        self._changed.set()
        return delivery

    async def send(self, kind: str, payload: Json, retry_num: int = 0, reason: str = "") -> Attempt:
        """One attempt. `retry_num` and `reason` say that it is a repetition, and why."""
        if self._sockets:
            return await self._send_socket(kind, payload, retry_num, reason)
        if kind not in self._urls:
            return Attempt(0, reason="connection")
        body, content_type = _encoded(kind, payload)
        timestamp = str(int(time.time()))
        headers = {
            "content-type": content_type,
            "user-agent": _USER_AGENT,
            "x-slack-request-timestamp": timestamp,
            "x-slack-signature": sign(self.signing_secret, timestamp, body),
        }
        if retry_num:
            headers |= {"x-slack-retry-num": str(retry_num), "x-slack-retry-reason": reason}
        return await self.post(self._urls[kind], body, headers)

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> Attempt:
        """A plain HTTP request to the app, nothing added."""
        start = time.monotonic()
        patience = aiohttp.ClientTimeout(total=self.ack_timeout)
        try:
            async with self._http.post(url, data=body, headers=headers, max_redirects=2, timeout=patience) as response:
                text = await response.text()
        except TimeoutError:
            return Attempt(0, seconds=time.monotonic() - start, reason="timeout")
        except aiohttp.ClientError as error:
            return Attempt(0, str(error), seconds=time.monotonic() - start, reason="connection")
        failed = "" if 200 <= response.status < 300 else "status"
        answered = {name.lower(): value for name, value in response.headers.items()}
        return Attempt(response.status, text, answered, time.monotonic() - start, failed)

    # ---- Socket Mode -----------------------------------------------------------

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        await socket.send_json(self._hello())
        self._changed.set()
        async for frame in socket:
            if frame.type == aiohttp.WSMsgType.TEXT:
                self._acknowledged(frame.data)
        if socket in self._sockets:
            self._sockets.remove(socket)
        return socket

    def _hello(self) -> Json:
        debug = {"host": "applink-sim", "build_number": 1, "approximate_connection_time": 18060}
        return {
            "type": "hello",
            "num_connections": len(self._sockets),
            "debug_info": debug,
            "connection_info": {"app_id": self.app_id},
        }

    def _acknowledged(self, text: str) -> None:
        with suppress(ValueError):
            answer = json.loads(text)
            waiting = self._acks.pop(answer.get("envelope_id"), None)
            if waiting and not waiting.done():
                waiting.set_result(answer)

    def _envelope(self, kind: str, payload: Json, retry_num: int, reason: str) -> Json:
        envelope: Json = {
            "envelope_id": str(uuid.uuid4()),
            "payload": payload,
            "type": {"event": "events_api", "command": "slash_commands"}.get(kind, "interactive"),
            "accepts_response_payload": kind in ("command", "options") or payload.get("type") == "view_submission",
        }
        if kind == "event":
            envelope |= {"retry_attempt": retry_num, "retry_reason": reason}  # 0 and "" on the first delivery
        return envelope

    async def _send_socket(self, kind: str, payload: Json, retry_num: int, reason: str) -> Attempt:
        socket = self._sockets[self._next_socket % len(self._sockets)]
        self._next_socket += 1
        envelope = self._envelope(kind, payload, retry_num, reason)
        waiting = self._acks[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
        start = time.monotonic()
        try:
            await socket.send_json(envelope)
            answer = await asyncio.wait_for(waiting, self.ack_timeout)
        except TimeoutError:
            return Attempt(0, seconds=time.monotonic() - start, reason="timeout")
        except ConnectionError as error:
            return Attempt(0, str(error), reason="connection")
        body = answer.get("payload")
        if body and not envelope["accepts_response_payload"]:
            self.user_errors.append(f"socket: response payload for an envelope that takes none ({envelope['type']})")
        return Attempt(200, json.dumps(body) if body else "", seconds=time.monotonic() - start)

    async def disconnect_socket(self, reason: str = "refresh_requested") -> None:
        """Slack asks clients to reconnect every few hours."""
        old, self._sockets = self._sockets, []
        for socket in old:
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-sim"}})


def _encoded(kind: str, payload: Json) -> tuple[bytes, str]:
    if kind == "event":
        return json.dumps(payload).encode(), "application/json"
    if kind == "command":
        return urlencode(payload).encode(), _FORM
    return urlencode({"payload": json.dumps(payload)}).encode(), _FORM
