"""The Slack app: the gate, slack-bolt behind it, and the parts that do the work, put together.

Requests come over HTTP (`handle`, web.py) or a socket (socket.py); from the gate on both are the same.
"""

import logging
import time
from collections.abc import Callable
from typing import Annotated, Any, Final

import msgspec
import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.errands import Errands
from adapters.hearing import Coach, Person
from adapters.slack.asides import Asides
from adapters.slack.client import Clients, word_for
from adapters.slack.gate import Forget, Gate, Pass, Refuse
from adapters.slack.homes import Homes
from adapters.slack.listeners import Listeners
from adapters.slack.people import Directory
from adapters.slack.place import Sealer
from adapters.slack.private_talk import PrivateTalk
from adapters.slack.rooms import Rooms
from adapters.slack.taking import PLATFORM, RETRY, Taking
from adapters.slack.windows import Windows
from adapters.slack.workspaces import Workspaces

WARNED_EVERY: Final = 60.0  # seconds: whoever knocks without a signature shall not fill the log

log = structlog.get_logger()

# Bolt's own log quotes what people wrote; what there is to say of a request, we say.
_quiet: Final = logging.getLogger("adapters.slack.bolt")
_quiet.setLevel(logging.CRITICAL)


class _Event(msgspec.Struct):
    type: str


class _Shape(msgspec.Struct):
    """What Bolt takes for granted of a payload: without it, it fails before anybody can say why."""

    event: _Event | None = None
    actions: Annotated[list[dict[str, Any]], msgspec.Meta(min_length=1)] | None = None


class SlackApp:
    """The app for all workspaces. `clock` gives Unix seconds; `sealer` hides what the storage must not show."""

    def __init__(
        self,
        coach: Coach,
        workspaces: Workspaces,
        directory: Directory,
        clients: Clients,
        sealer: Sealer,
        *,
        signing_secret: str,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._clock = clock
        self._refused = 0  # requests, since a warning said so
        self._warned_at = 0.0
        self.gate: Final = Gate(signing_secret, coach.judge, time.time)  # signed by Slack's clock
        self._errands = Errands(PLATFORM, word_for)
        self._homes = Homes(coach, workspaces, clients, self._errands)
        asides = Asides(workspaces, directory, clients, self._errands)
        talk = PrivateTalk(workspaces, directory, clients)
        rooms = Rooms(workspaces, clients)
        taking = Taking(coach, workspaces, directory, sealer, rooms, talk, asides, self._errands, clock)
        self.bolt: Final = _bolt(workspaces, taking)
        windows = Windows(coach, workspaces, directory, clients, asides)
        Listeners(directory, windows, self._homes, talk, asides, self._errands).register(self.bolt)

    async def handle(self, request: web.Request) -> web.Response:
        """POST /slack/events. Raises HTTPRequestEntityTooLarge above the application's `client_max_size`."""
        match self.gate.look(request.headers, await request.read()):
            case Refuse(status):
                if status == web.HTTPUnauthorized.status_code:
                    self._count_refused()
                return web.Response(status=status)
            case Forget():
                return web.Response()
            case Pass(payload):
                return await to_aiohttp_response(await self.dispatch(payload, request.headers.get(RETRY, "0")))

    def _count_refused(self) -> None:
        """A wrong signing secret refuses all that Slack sends; only the log can say so."""
        self._refused += 1
        now = self._clock()
        if now - self._warned_at >= WARNED_EVERY:
            log.warning("slack.bad_signature", requests=self._refused)
            self._refused, self._warned_at = 0, now

    async def dispatch(self, payload: dict[str, Any], retry: str = "0") -> BoltResponse:
        """Bolt's answer to what came through the gate, whichever way. `retry`: how often Slack sent it before."""
        try:
            msgspec.convert(payload, _Shape)
            # To Bolt all is as if it came over a socket: the gate has checked the signature and read the body.
            request = AsyncBoltRequest(mode="socket_mode", body=payload, headers={RETRY: retry})
        except (msgspec.ValidationError, TypeError, ValueError, AttributeError, KeyError):
            return BoltResponse(status=400, body="")
        return await self.bolt.async_dispatch(request)

    def refresh(self, person: Person) -> None:
        """Something of theirs changed: their Home tab is to show it soon. Needs a running loop."""
        self._homes.refresh(person)

    @property
    def idle(self) -> bool:
        """True when no small call is under way."""
        return self._errands.idle

    async def close(self) -> None:
        """Let small calls that are under way end."""
        await self._errands.close()


def _bolt(workspaces: Workspaces, taking: Taking) -> AsyncApp:
    """Bolt with everything said explicitly: what is left out, it would read from the environment."""
    bolt = AsyncApp(
        name=PLATFORM,
        logger=_quiet,
        client=AsyncWebClient(logger=_quiet),
        before_authorize=taking.enter,
        authorize=workspaces.authorize,
        request_verification_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    bolt.use(taking.take)
    bolt.error(taking.failed)
    return bolt
