"""Slack as a platform of the port: what the coach says goes to the right place, is changed there, and is found again.

Theory. The talk is the direct message with the app; there, as in a channel that a plan is posted in, each message
carries the hash of its key as metadata, so that one whose answer was lost is looked for before it is said again. All
else that is said in a channel is seen by one person only (ephemeral), and Slack tells nobody whether such a message
exists. So an offer whose answer was lost counts as made, since two are worse than none; an answer to a press or a
command is said again, in place of what it replaces.
"""

import hashlib
import math
import time
from collections.abc import Mapping
from typing import Any, Final

import aiohttp
import msgspec
import structlog
from slack_sdk.errors import SlackApiError

from adapters.port import InDoubt, Refused, To
from adapters.recent import Recent
from adapters.slack.absence import is_away
from adapters.slack.blocks import Links, Rendered, rendered, settled
from adapters.slack.charts import without_charts
from adapters.slack.client import DEAD_TOKEN, Clients, code_of
from adapters.slack.failures import as_the_port_says, of_status
from adapters.slack.place import URL_SECONDS, Place, Sealer, read, unsealed
from adapters.slack.workspaces import Clock, Gone, Install, Unready, Workspaces, parts
from dialogs.replies import Ask, Reply, Settled

UNKNOWN: Final = "unknown"  # the id of a message that only its reader can see
OFFER_SECONDS: Final = 120.0  # after its message; later nobody knows any more what it is about
MOST_TALKS: Final = 10_000  # whose ids are kept
MOST_ANSWERED: Final = 1000  # whispers, for as long as they could be pressed again
LOOKED_AT: Final = 100  # messages; Slack gives 15 to commercial apps outside its Marketplace, newest first

# Slack's codes for a message that is not there any more, or that cannot be changed any more.
_LEFT_ALONE: Final = {"message_not_found", "cant_update_message", "cant_delete_message", "edit_window_closed"}
_USED_UP: Final = {404, 410}  # of a response_url: it works five times within half an hour
_TOO_LATE: Final = {"ctl.stale", "intercept.gone"}
_TOKEN_ENDED: Final = DEAD_TOKEN | {"token_expired"}

Answer = Mapping[str, Any]

log = structlog.get_logger()


class SlackPlatform:
    """The port to every workspace."""

    name = "slack"

    def __init__(self, workspaces: Workspaces, clients: Clients, sealer: Sealer, clock: Clock = time.time) -> None:
        """`sealer` opens the response_urls in places."""
        self._workspaces = workspaces
        self._clients = clients
        self._sealer = sealer
        self._clock = clock
        self._talks = Recent[tuple[str, str], str](MOST_TALKS, clock)
        self._answered = Recent[tuple[str, Place], bool](MOST_ANSWERED, clock)

    async def send(self, to: To, reply: Reply, key: str) -> str:
        """Say it, to their eyes only where they are, in the talk or to all; the id is "channel:ts", or UNKNOWN."""
        place = read(to.place)
        with as_the_port_says():
            if reply.audience == "only_you" and not place.private:
                return await self._whisper(to, place, reply)
            return await self._say(to, place, reply, key)

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        """Put another text there. What only its reader sees can be changed where they clicked it, and nowhere else."""
        place = read(to.place)
        channel, _, ts = sent.partition(":")
        with as_the_port_says():
            content = await self._drawn(to, reply)
            if ts:
                await self._call(to, "chat.update", {"channel": channel, "ts": ts} | content)
            elif not await self._respond(place, {"replace_original": True} | content):
                raise Refused("only its reader can see it")
        return sent

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        """Take it back. A whisper cannot be, and goes when its reader looks at the channel anew."""
        channel, _, ts = sent.partition(":")
        if ts and Place(channel).private:
            await self._if_it_is_there(to, "chat.delete", {"channel": channel, "ts": ts})

    async def settle(self, to: To, settled_: Settled, key: str) -> None:
        """Take the buttons away; a whisper goes as a whole. A press that came too late changes no answer."""
        place = read(to.place)
        if not place.private:
            with as_the_port_says():
                await self._respond(place, {"delete_original": True})
        elif place.message:
            where = {"channel": place.channel, "ts": place.message}
            try:
                content = _content(settled(settled_.shown, settled_.answer))
            except msgspec.DecodeError:
                raise Refused("what the question stood on cannot be read by this version") from None
            if settled_.answer or await self._asks(to, place):
                await self._if_it_is_there(to, "chat.update", where | content)

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        """The id of the message of that key in the talk: in the thread that it belongs to, else among the newest.

        Nobody can ask for what only its reader sees. An offer counts as made: better none than two.
        """
        place = read(to.place)
        if reply.audience == "only_you" and not place.private:
            return UNKNOWN if _is_offer(reply) else None
        with as_the_port_says():
            channel, thread = await self._where(to, place, reply)
            said = await self._said_lately(to, channel, thread, place.message)
        mark = _mark(key)["event_payload"]
        found = (one["ts"] for one in said if one.get("metadata", {}).get("event_payload") == mark)
        return next((f"{channel}:{ts}" for ts in found), None)

    # ---- the talk ---------------------------------------------------------------------------------------------

    async def _say(self, to: To, place: Place, reply: Reply, key: str) -> str:
        channel, thread = await self._where(to, place, reply)
        content = await self._drawn(to, reply)
        where = {"channel": channel} | ({"thread_ts": thread} if thread else {})
        told = {"metadata": _mark(key), "unfurl_links": False, "unfurl_media": False}
        said = await self._call(to, "chat.postMessage", where | content | told)
        return f"{said['channel']}:{said['ts']}"

    async def _where(self, to: To, place: Place, reply: Reply) -> tuple[str, str]:
        """The channel that it is said in, and the thread in it (empty: none).

        What is for the whole channel is a message of its own there; all else belongs to the talk. A place without a
        message is where a command was given: a direct message with a colleague, perhaps.
        """
        if reply.audience == "channel" and not place.private:
            return place.channel, ""
        if place.channel and place.private and place.message:
            return place.channel, place.thread
        who = (to.tenant, to.person)
        channel = self._talks.get(who)
        if channel is None:
            opened = await self._call(to, "conversations.open", {"users": to.person})
            channel = opened["channel"]["id"]
            self._talks.put(who, channel, math.inf)
        return channel, ""

    async def _said_lately(self, to: To, channel: str, thread: str, after: str) -> list[dict[str, Any]]:
        """The newest messages of the talk; of a thread, which is read from its beginning, those `after` that ts."""
        body = {"channel": channel, "include_all_metadata": True, "limit": LOOKED_AT}
        body |= {"ts": thread, "oldest": after} if thread else {}
        method = "conversations.replies" if thread else "conversations.history"
        try:
            found: list[dict[str, Any]] = (await self._call(to, method, body, reading=True))["messages"]
        except SlackApiError as error:
            if code_of(error) == "thread_not_found":
                return []
            raise
        return found

    async def _asks(self, to: To, place: Place) -> bool:
        """Whether the message still has buttons: of two presses at once the second comes too late."""
        bounds = {"oldest": place.message, "latest": place.message, "inclusive": True}
        try:
            with as_the_port_says():
                body = {"channel": place.channel, "ts": place.thread or place.message, **bounds}
                found = (await self._call(to, "conversations.replies", body, reading=True))["messages"]
        except Refused:
            return False
        shown = [block for one in found if one.get("ts") == place.message for block in one.get("blocks", ())]
        return any(block.get("type") == "actions" for block in shown)

    async def _if_it_is_there(self, to: To, method: str, body: dict[str, Any]) -> None:
        with as_the_port_says():
            try:
                await self._call(to, method, body)
            except SlackApiError as error:
                if code_of(error) not in _LEFT_ALONE:
                    raise

    # ---- whispers ---------------------------------------------------------------------------------------------

    async def _whisper(self, to: To, place: Place, reply: Reply) -> str:
        """Say it where they are, for them alone: in place of what they clicked, else as a message of its own."""
        clicked = bool(place.message)
        here = (to.tenant, Place(place.channel, message=place.message))
        if reply.key in _TOO_LATE and self._answered.get(here):
            return UNKNOWN  # the second of two presses at once: the answer to the first one stands
        if reply.key == "intercept.declined" and clicked and await self._respond(place, {"delete_original": True}):
            self._answered.put(here, True, URL_SECONDS)
            return UNKNOWN
        content = await self._drawn(to, reply)
        # A url that knows what was clicked would replace it unless told otherwise.
        if await self._respond(place, {"response_type": "ephemeral", "replace_original": clicked} | content):
            if clicked and not (isinstance(reply, Ask) and reply.token):
                self._answered.put(here, True, URL_SECONDS)
            return UNKNOWN
        return await self._whisper_anew(to, place, reply, content)

    async def _whisper_anew(self, to: To, place: Place, reply: Reply, content: dict[str, Any]) -> str:
        offer = _is_offer(reply)
        if offer and not place.url and self._clock() - float(place.message or 0) > OFFER_SECONDS:
            raise Refused("the offer came too late")
        # In the thread only where one is: in a thread of its own nobody would see it.
        thread = {"thread_ts": place.thread} if place.thread else {}
        body = {"channel": place.channel, "user": to.person} | thread | content
        try:
            with as_the_port_says():
                said = await self._call(to, "chat.postEphemeral", body)
        except InDoubt:
            if not offer:
                raise
            log.info("slack.offer_in_doubt", tenant=to.tenant)
            return UNKNOWN
        return f"{place.channel}:{said['message_ts']}"

    async def _respond(self, place: Place, body: dict[str, Any]) -> bool:
        """Answer by the response_url. False when there is none, or it is used up: nothing was done then."""
        url = unsealed(place.url, self._sealer, self._clock())
        if not url:
            return False
        async with self._clients.session.post(url, json=body) as answer:
            if answer.status in _USED_UP:
                return False
            if answer.status != 200:
                raise of_status(answer.status, answer.headers, f"response_url_{answer.status}")
        return True

    async def is_away(self, to: To) -> bool:
        """Whether their status says that they are out of office."""
        try:
            answer = await self._call(to, "users.info", {"user": to.person}, reading=True)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, Gone, Unready) as error:
            log.info("slack.status_not_told", tenant=to.tenant, user=to.person, error=type(error).__name__)
            return False
        return is_away(answer["user"].get("profile") or {}, self._clock())

    # ---- calls ------------------------------------------------------------------------------------------------

    async def _drawn(self, to: To, reply: Reply) -> dict[str, Any]:
        install = await self._workspaces.of(to.tenant)
        return _content(rendered(reply, Links(install.app_id, parts(to.tenant)[1])))

    async def _call(self, to: To, method: str, body: dict[str, Any], *, reading: bool = False) -> Answer:
        """Call Slack; once more when the token ended in the meantime and there is another.

        Raises Gone, Unready, SlackApiError, aiohttp's errors and TimeoutError.
        """
        install = await self._workspaces.of(to.tenant)
        try:
            return await self._called(install, method, body, reading)
        except SlackApiError as error:
            code = code_of(error)
            if code == "invalid_blocks" and (plain := without_charts(body)) != body:
                log.warning("slack.chart_refused", tenant=to.tenant)
                return await self._called(install, method, plain, reading)
            if code not in _TOKEN_ENDED:
                raise
        other = await self._workspaces.instead_of(install, to.tenant, expired=code == "token_expired")
        return await self._called(other, method, body, reading)

    async def _called(self, install: Install, method: str, body: dict[str, Any], reading: bool) -> Answer:
        client = self._clients.posting(install.token)
        # Slack takes no JSON where it only reads.
        as_read: dict[str, Any] = {"http_verb": "GET", "params": body}
        answer: Any = await client.api_call(method, **(as_read if reading else {"json": body}))
        data: Answer = answer.data
        return data


def _content(drawn: Rendered) -> dict[str, Any]:
    """Both, always: an update with a text alone would take the blocks away."""
    return {"text": drawn.text, "blocks": list(drawn.blocks)}


def _mark(key: str) -> dict[str, Any]:
    """Metadata of a message. Everybody in its workspace can read it, so it tells nothing: not even our own key."""
    return {"event_type": "planfirst", "event_payload": {"key": hashlib.sha256(key.encode()).hexdigest()[:32]}}


def _is_offer(reply: Reply) -> bool:
    return reply.key.startswith("intercept.open")
