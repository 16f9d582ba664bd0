"""Socket Mode: the same app behind a WebSocket, for whoever has no public address.

Slack waits for an acknowledgement as it does over HTTP, and sends again what got none.
"""

import asyncio
import logging
from typing import Any, Final

import msgspec
import structlog
from slack_bolt.response import BoltResponse
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from adapters.errands import Errands
from adapters.slack.app import SlackApp
from adapters.slack.client import Clients, word_for
from adapters.slack.gate import Forget

PING: Final = 10.0  # seconds between pings, and before a lost connection is tried again
PATIENCE: Final = 3.0  # seconds that a start waits for Slack; the process has more to do than Slack

log = structlog.get_logger()

_quiet: Final = logging.getLogger("adapters.slack.socket")
_quiet.setLevel(logging.CRITICAL)


class SocketMode:
    """One connection, which renews itself when Slack ends it (every few hours) or it is lost."""

    def __init__(
        self, slack: SlackApp, app_token: str, clients: Clients, ping: float = PING, patience: float = PATIENCE
    ) -> None:
        self._slack = slack
        self._app_token = app_token
        self._clients = clients
        self._ping = ping
        self._patience = patience
        self._taken = Errands("slack", word_for)
        self._client: _Client | None = None
        self._connecting: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect, in the background where Slack takes its time or says no: it is tried for ever."""
        self._client = _Client(self._app_token, _quiet, self._clients.asking(self._app_token), ping_interval=self._ping)
        self._client.socket_mode_request_listeners.append(self._hear)
        self._connecting = asyncio.create_task(self._client.connect())  # type: ignore[no-untyped-call]
        await asyncio.wait([self._connecting], timeout=self._patience)

    async def stop(self) -> None:
        """Disconnect. What is being taken is taken; Slack sends again what it got no answer for."""
        if self._client is not None and self._connecting is not None:
            self._connecting.cancel()
            await self._taken.close()
            await self._client.close()  # type: ignore[no-untyped-call]

    async def _hear(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Held by us until it is done: the client does not hold what it starts."""
        await self._taken.start(self._take(client, request))

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        if request.type == "events_api" and isinstance(self._slack.gate.hear(request.payload), Forget):
            await client.send_socket_mode_response(SocketModeResponse(request.envelope_id))
            return
        answer = await self._slack.dispatch(request.payload, str(request.retry_attempt or 0))
        if answer.status == 200:
            said = _payload(answer) if request.accepts_response_payload else None
            await client.send_socket_mode_response(SocketModeResponse(request.envelope_id, said))


class _Client(SocketModeClient):
    """The SDK's, whose own log stays shut, and which tells why Slack gave it no line."""

    async def issue_new_wss_url(self) -> str:
        """Where to connect."""
        try:
            return await super().issue_new_wss_url()
        except Exception as error:
            log.warning("slack.socket_refused", error=type(error).__name__, code=word_for(error))
            raise


def _payload(answer: BoltResponse) -> dict[str, Any] | None:
    """What is shown in answer to a command or a sent window."""
    said: dict[str, Any] | None = msgspec.json.decode(answer.body) if answer.body else None
    return said
