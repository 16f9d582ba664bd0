"""The middleware that hands the coach what happened, before slack-bolt tells Slack that we have it.

Bolt answers 200 before a listener of an event runs, and what fails there is lost. Here it is not: what raises was not
taken, Slack gets a 500 and sends the event again, and an event that comes again counts once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
import structlog
from slack_bolt.async_app import AsyncBoltContext, AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.errands import Errands
from adapters.faults import noted
from adapters.hearing import Author, Coach, Commanded, Happened, Seen, SheetSent
from adapters.slack.asides import Asides, answered, faulted, in_both, input_names
from adapters.slack.inbound import Draft, Heard, events
from adapters.slack.listeners import TENANT
from adapters.slack.naming import Naming
from adapters.slack.people import Directory
from adapters.slack.place import Sealer, sealed, write
from adapters.slack.pressed import interactions
from adapters.slack.private_talk import PrivateTalk
from adapters.slack.rooms import Rooms
from adapters.slack.workspaces import Gone, Workspaces, tenant_of

PLATFORM: Final = "slack"
RETRY: Final = "x-slack-retry-num"  # over a socket it is there at the first time too, and says 0

TYPING: Final = 0.5  # seconds that a message waits until "is typing" is seen

_OF_NO_WORKSPACE: Final = frozenset({"url_verification", "ssl_check"})
_FAREWELLS: Final = frozenset({"app_uninstalled", "tokens_revoked"})

Next = Callable[[], Awaitable[Any]]

log = structlog.get_logger()


class Taking:
    """Who comes in, what is taken, and what becomes of a failure. `clock` gives Unix seconds."""

    def __init__(
        self,
        coach: Coach,
        workspaces: Workspaces,
        directory: Directory,
        sealer: Sealer,
        rooms: Rooms,
        talk: PrivateTalk,
        asides: Asides,
        errands: Errands,
        clock: Callable[[], float],
    ) -> None:
        self._coach = coach
        self._workspaces = workspaces
        self._directory = directory
        self._sealer = sealer
        self._rooms = rooms
        self._naming = Naming(directory, rooms)
        self._talk = talk
        self._asides = asides
        self._errands = errands
        self._clock = clock
        self._turned: set[str] = set()

    async def enter(self, body: dict[str, Any], context: AsyncBoltContext, next_: Next) -> BoltResponse | None:
        """Only workspaces that have the app come further; what comes from another is nobody's any more."""
        tenant = context[TENANT] = _tenant(body, context)
        kind = _kind(body)
        if kind not in _OF_NO_WORKSPACE | _FAREWELLS:
            try:
                await self._workspaces.of(tenant)
            except Gone:
                return self._turned_away(body, tenant)
        await next_()
        return None

    async def take(
        self, body: dict[str, Any], context: AsyncBoltContext, request: AsyncBoltRequest, next_: Next
    ) -> BoltResponse | None:
        """Take it, then let Bolt acknowledge. Raises what the storage raises; then nothing was taken."""
        tenant, kind = context[TENANT], _kind(body)
        if kind in _FAREWELLS:
            await self._say_farewell(body, tenant)
        elif kind == "app_rate_limited":
            log.warning("slack.too_many_events", tenant=tenant)
            return BoltResponse(status=200, body="")
        drafts = events(body, self._coach.judge) if "event" in body else interactions(body, self._coach.read)
        if request.headers[RETRY][0] == "0":
            await self._begin_to_type(tenant, drafts)
        for draft in drafts:
            if answer := await self._take_one(body, tenant, draft):
                return answer
        await next_()
        return None

    async def failed(
        self, error: Exception, body: dict[str, Any], context: AsyncBoltContext, response: BoltResponse | None
    ) -> BoltResponse | None:
        """Bolt's error handler. Slack sends an event again; nobody repeats a press, so whoever pressed is told.

        `response` is None when Slack has its answer already.
        """
        reference, tenant = noted("slack", error), context.get(TENANT, "")
        if "event" in body:
            return response and BoltResponse(status=500, body="")
        answer = await self._asides.say(body, tenant, "app.failed", reference=reference)
        return response and answer

    def _turned_away(self, body: Mapping[str, Any], tenant: str) -> BoltResponse:
        if tenant not in self._turned:  # all its people may knock: one line says so
            self._turned.add(tenant)
            log.warning("slack.turned_away", tenant=tenant)
        text = in_both("app.removed")
        if body.get("response_url") and "command" not in body:
            self._asides.post(body, tenant, text)
        return answered(body, text)

    async def _say_farewell(self, body: Mapping[str, Any], tenant: str) -> None:
        """The app was removed, or lost its token; both events come, in any order. Sending stops at once.

        Tokens of people are revoked as well; we have none of those.
        """
        event = body["event"]
        if event["type"] == "app_uninstalled" or (event.get("tokens") or {}).get("bot"):
            removed = await self._workspaces.remove(tenant)
            log.info("slack.removed" if removed else "slack.removal_of_an_older_one", tenant=tenant, told=event["type"])

    async def _begin_to_type(self, tenant: str, drafts: tuple[Draft, ...]) -> None:
        """Done before the message is taken: a status that came after the answer would stay for two minutes."""
        for draft in drafts:
            if draft.in_the_talk:
                typing = self._errands.start(self._talk.typing(tenant, draft.user, draft.place))
                await asyncio.wait([typing], timeout=TYPING)

    async def _take_one(self, body: Mapping[str, Any], tenant: str, draft: Draft) -> BoltResponse | None:
        """Hand one event in; an answer comes back when a sheet has to be mended first."""
        if isinstance(draft.event, Seen) and not await self._coach.listens(tenant, draft.event):
            return None
        person, author, _ = await self._directory.person(tenant, draft.user)
        if author == "bot" or (draft.in_passing and author != "member"):
            return None
        event = await self._told(tenant, draft, author)
        if isinstance(event, SheetSent) and (faults := await self._coach.faults(person, event)):
            return _mend(body, faults)
        now = self._clock()
        place = msgspec.structs.replace(draft.place, url=sealed(draft.url, self._sealer, now))
        at = datetime.fromtimestamp(now, UTC)
        happened = Happened(person, event, PLATFORM, at, write(place), draft.public, draft.shown)
        await self._coach.take(draft.source, happened)
        return None

    async def _told(self, tenant: str, draft: Draft, author: Author) -> Heard:
        """The event, with what only Slack tells: who was named, which channel it is, who writes."""
        match draft.event:
            case SheetSent() as sent:
                return await self._naming.picked(sent, tenant)
            case Commanded() as command:
                return await self._naming.told(await self._rooms.seen_from(command, tenant), tenant)
            case Seen() as seen:
                return msgspec.structs.replace(seen, author=author)
            case event:
                return event


def _kind(body: Mapping[str, Any]) -> str:
    return str((body.get("event") or body).get("type"))


def _mend(body: Mapping[str, Any], faults: Mapping[str, str]) -> BoltResponse:
    """What has to be mended, each at its input; what is said of no input of this window stands at the first."""
    inputs = input_names(body)
    at_home = {name: text for name, text in faults.items() if name in inputs}
    return faulted(at_home) if at_home else answered(body, " ".join(faults.values()))


def _tenant(body: Mapping[str, Any], context: AsyncBoltContext) -> str:
    """The workspace that a payload came from. An organisation's own installation has no team in its authorizations."""
    return tenant_of(context.enterprise_id, context.team_id or body.get("team_id") or body.get("context_team_id"))
