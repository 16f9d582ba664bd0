"""Socket Mode: the same app behind a WebSocket, for whoever has no public address.

Slack waits for an acknowledgement as it does over HTTP, and sends again what got none.
"""

import logging
from typing import Any, Final

import msgspec
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

_quiet: Final = logging.getLogger("adapters.slack.socket")
_quiet.setLevel(logging.CRITICAL)


class SocketMode:
    """One connection, which renews itself when Slack ends it (every few hours) or it is lost."""

    def __init__(self, slack: SlackApp, app_token: str, clients: Clients, ping: float = PING) -> None:
        self._slack = slack
        self._app_token = app_token
        self._clients = clients
        self._ping = ping
        self._taken = Errands("slack", word_for)
        self._client: SocketModeClient | None = None

    async def start(self) -> None:
        """Connect. It tries for ever: a token that Slack refuses is the business of `planfirst doctor`."""
        self._client = SocketModeClient(
            self._app_token, _quiet, self._clients.asking(self._app_token), ping_interval=self._ping
        )
        self._client.socket_mode_request_listeners.append(self._hear)
        await self._client.connect()  # type: ignore[no-untyped-call]

    async def stop(self) -> None:
        """Disconnect. What is being taken is taken; Slack sends again what it got no answer for."""
        if self._client is not None:
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


def _payload(answer: BoltResponse) -> dict[str, Any] | None:
    """What is shown in answer to a command or a sent window."""
    said: dict[str, Any] | None = msgspec.json.decode(answer.body) if answer.body else None
    return said
