"""All that we use of the Bot Framework: its adapter runs a turn, its handler tells the kinds of activity apart.

The gate has checked the token before, and what we say goes out through connector.py: the SDK's own checks and clients
cost a hundred times as much, and its `CloudAdapter.process` answers 500 to every invoke (4.17.1 writes the body twice).
Importing this module takes half a second: whoever needs it imports it when it does.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any, Final

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity as Told
from botframework.connector.auth import (
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
    ConnectorFactory,
)

from adapters.teams.answering import Answer
from adapters.teams.gate import Activity, Pass

Take = Callable[[Activity], Awaitable[None]]
Reply = Callable[[Activity], Awaitable[Answer | None]]

_AUDIENCE: Final = "https://api.botframework.com"

# It warns of each field that Teams has and the SDK does not know, several a message.
logging.getLogger("msrest.serialization").setLevel(logging.ERROR)


class Gateway:
    """Runs what came through the gate as a turn of the Bot Framework."""

    def __init__(self, take: Take, answer: Reply) -> None:
        """`take` keeps what was said, and raises when it cannot; `answer` is None for what it does not know."""
        self._take = take
        self._answer = answer
        self._adapter = CloudAdapter(_Checked())

    async def turn(self, passed: Pass) -> Answer:
        """Teams' answer. Raises what the storage raises when what was said could not be kept."""
        try:
            told = Told.deserialize(passed.payload)
        except Exception:  # msrest has an error of its own for each thing that it cannot read
            return Answer(HTTPStatus.BAD_REQUEST)
        turn = _Turn(self._take, self._answer, passed.activity)
        answer = await self._adapter.process_activity(_authenticated(passed.claims), told, turn.on_turn)
        return Answer() if answer is None else Answer(answer.status, answer.body)


class _Turn(TeamsActivityHandler):  # type: ignore[misc] # the SDK has no types
    """One turn. Each kind goes on as the activity that the gate read; the SDK's own reading of it loses the tenant."""

    def __init__(self, take: Take, answer: Reply, activity: Activity) -> None:
        self._take = take
        self._answer = answer
        self._activity = activity

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await self._take(self._activity)

    async def on_message_update_activity(self, turn_context: TurnContext) -> None:
        await self._take(self._activity)

    async def on_message_delete_activity(self, turn_context: TurnContext) -> None:
        await self._take(self._activity)

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        await self._take(self._activity)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse | None:
        """None for what is unknown here: the SDK answers 501."""
        answer = await self._answer(self._activity)
        return None if answer is None else InvokeResponse(status=answer.status, body=answer.body)


class _Checked(BotFrameworkAuthentication):  # type: ignore[misc] # the SDK has no types
    """The authentication of a gateway that is only given what was checked."""

    async def authenticate_request(self, activity: Told, auth_header: str) -> AuthenticateRequestResult:
        raise NotImplementedError("the gate does that")

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> Any:
        raise NotImplementedError("Teams does not stream")

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        return _Silent()

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """Nobody signs in."""


class _Silent(ConnectorFactory):  # type: ignore[misc] # the SDK has no types
    """Where the SDK wants its client to speak with stands this: it can say nothing."""

    async def create(self, service_url: str, audience: str) -> "_Silent":
        return self


def _authenticated(claims: Mapping[str, Any]) -> AuthenticateRequestResult:
    result = AuthenticateRequestResult()
    result.claims_identity = ClaimsIdentity(dict(claims), True)
    result.audience = _AUDIENCE
    result.connector_factory = _Silent()
    return result
