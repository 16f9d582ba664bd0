"""The Bot Connector, called as its REST API wants it; each of its refusals comes out as the port says.

The SDK's client costs five times as much and blocks the event loop. Nothing is tried twice here: the outbox knows when.
The bot's token goes to allowed hosts only, whoever says where an answer is to be sent.

Source: learn.microsoft.com, "Bot Connector REST API reference"; of Teams, "Status codes from bot conversational APIs".
"""

from collections.abc import Mapping
from typing import Any, Final, TypeVar
from urllib.parse import quote

import aiohttp
import msgspec

from adapters.port import DeliveryFailed, InDoubt, Later, Refused
from adapters.teams.credentials import Credentials
from adapters.teams.hosts import Hosts
from adapters.teams.http import Http
from adapters.teams.place import Room

T = TypeVar("T")

_CONVERSATIONS: Final = "/v3/conversations"
_NOT_NOW: Final = {412, 429}  # both "retry with exponential backoff"

Activity = Mapping[str, Any]


class Barred(Refused):
    """The coach may not speak there, or not any more: the person removed or blocked it, or it is no member."""


class Gone(Refused):
    """There is no such conversation, message or member."""


class Member(msgspec.Struct, frozen=True, rename="camel"):
    """Somebody on the roster of a conversation, as far as anything here looks at them."""

    name: str = ""
    aad_object_id: str = ""
    user_principal_name: str = ""
    tenant_id: str = ""
    user_role: str = ""


class Channel(msgspec.Struct, frozen=True):
    """A channel of a team. `name` is None for General, which each client calls in its own language."""

    id: str
    name: str | None = None
    type: str | None = None  # standard, private or shared


class _Created(msgspec.Struct, rename="camel"):
    id: str = ""
    activity_id: str = ""


class _Channels(msgspec.Struct):
    conversations: list[Channel] = []


class _Code(msgspec.Struct):
    code: str = ""


class _Failure(msgspec.Struct):
    """The body of a failure: nearly always an object with a code. Of a blocked chat it is JSON inside `message`."""

    error: _Code | None = None
    message: str = ""


class _Inner(msgspec.Struct, rename="camel"):
    sub_code: str = ""


_created: Final = msgspec.json.Decoder(_Created)
_failure: Final = msgspec.json.Decoder(_Failure)
_inner: Final = msgspec.json.Decoder(_Inner)
_member: Final = msgspec.json.Decoder(Member)
_channels: Final = msgspec.json.Decoder(_Channels)


class Connector:
    """The calls of one bot. Each raises Refused (Barred and Gone among them), Later or InDoubt."""

    def __init__(self, credentials: Credentials, http: Http, hosts: Hosts) -> None:
        self._credentials = credentials
        self._http = http
        self._hosts = hosts

    async def send(self, room: Room, activity: Activity, *, targeted: bool = False) -> str:
        """Say it; returns the message's id. `targeted`: only its recipient sees it (a preview of Teams)."""
        told = await self._call("POST", room.service_url, _path(room, "/activities", targeted), activity)
        return _created_in(told).id

    async def post(self, room: Room, activity: Activity) -> str:
        """Say it to a whole channel, as a thread of its own; returns the message's id."""
        wanted = {"isGroup": True, "channelData": {"channel": {"id": room.conversation}}, "activity": activity}
        return _created_in(await self._call("POST", room.service_url, _CONVERSATIONS, wanted)).activity_id

    async def update(self, room: Room, message: str, activity: Activity, *, targeted: bool = False) -> None:
        """Put another activity in its place."""
        path = _path(room, f"/activities/{quote(message, safe='')}", targeted)
        await self._call("PUT", room.service_url, path, activity)

    async def delete(self, room: Room, message: str, *, targeted: bool = False) -> None:
        """Take it back."""
        path = _path(room, f"/activities/{quote(message, safe='')}", targeted)
        await self._call("DELETE", room.service_url, path)

    async def open(self, service_url: str, *, tenant: str, user: str, bot: str) -> str:
        """The id of the personal chat with somebody ("29:...", or their id in the company's directory).

        It is made where there is none yet, which shows nothing to anybody until something is said in it.
        """
        wanted = {
            "isGroup": False,
            "bot": {"id": bot},
            "members": [{"id": user}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        opened = _created_in(await self._call("POST", service_url, _CONVERSATIONS, wanted)).id
        if not opened:
            raise InDoubt
        return opened

    async def member(self, room: Room, user: str) -> Member:
        """Who that is in the conversation's roster."""
        told = await self._call("GET", room.service_url, _path(room, f"/members/{quote(user, safe='')}"))
        return _read(_member, told)

    async def channels(self, service_url: str, team: str) -> list[Channel]:
        """The channels of a team that the coach is in."""
        told = await self._call("GET", service_url, f"/v3/teams/{quote(team, safe='')}/conversations")
        return _read(_channels, told).conversations

    async def _call(self, method: str, service_url: str, path: str, body: Activity | None = None) -> bytes:
        if not self._hosts.allow(service_url):
            raise Refused("service_host")
        token = await self._credentials.token()
        url = f"{service_url.rstrip('/')}{path}"
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        data = None if body is None else msgspec.json.encode(body)
        try:
            async with self._http.request(method, url, data=data, headers=headers) as answer:
                told = await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise Later from None  # refused, or no such host: nothing was sent
        except (aiohttp.ClientError, TimeoutError):
            raise InDoubt from None
        if answer.status == 401:
            self._credentials.drop(token)
            raise Later
        if answer.status >= 300:
            raise _failed(answer.status, answer.headers, told)
        return told


def _path(room: Room, rest: str, targeted: bool = False) -> str:
    path = f"{_CONVERSATIONS}/{quote(room.conversation, safe='')}{rest}"
    return path + ("?isTargetedActivity=true" if targeted else "")


def _read(decoder: msgspec.json.Decoder[T], told: bytes) -> T:
    try:
        return decoder.decode(told)
    except msgspec.DecodeError:
        raise InDoubt from None


def _created_in(told: bytes) -> _Created:
    """The ids of what was made; empty where Teams tells none: it is made all the same."""
    try:
        return _created.decode(told)
    except msgspec.DecodeError:
        return _Created()


def _failed(status: int, headers: Mapping[str, str], told: bytes) -> DeliveryFailed:
    """What an answer means that is no success."""
    if status in _NOT_NOW:
        return Later(_seconds(headers.get("Retry-After")))
    if status >= 500:
        return InDoubt()
    code = _code_in(told)
    if status == 404:
        return Gone(code or "not_found")
    if status == 413:
        return Refused(code or "too_big")
    if not code:
        return Later()  # something between us refused it, and not Teams. That passes.
    return Barred(code) if status == 403 else Refused(code)


def _code_in(told: bytes) -> str:
    """Teams' own code of a failure; empty where it is none of Teams."""
    try:
        failure = _failure.decode(told)
        return failure.error.code if failure.error else _inner.decode(failure.message).sub_code
    except msgspec.DecodeError:
        return ""


def _seconds(retry_after: str | None) -> float | None:
    try:
        return float(retry_after) if retry_after else None
    except ValueError:
        return None
