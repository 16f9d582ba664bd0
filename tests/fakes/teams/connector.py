"""The Bot Connector: what the bot calls to speak. Only calls that the real one has; the rest is 404 and a violation.

Calls and errors after Microsoft's "Connector REST API reference" and Teams' "Status codes from bot conversational APIs".
There is no GET of a single activity: only of its members, which Teams does not need.
"""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any, NamedTuple
from urllib.parse import unquote

from aiohttp import web

from tests.fakes.teams.entra import Entra
from tests.fakes.teams.errors import Refused
from tests.fakes.teams.faults import Fault, Faults
from tests.fakes.teams.limits import TENANT_LIMITS, Rates
from tests.fakes.teams.message_check import MessageCheck
from tests.fakes.teams.people import Conversation
from tests.fakes.teams.posting import Answer, Posting, Query
from tests.fakes.teams.roster import Roster
from tests.fakes.teams.starting import Starting
from tests.fakes.teams.turns import Call
from tests.fakes.teams.world import World

MAX_BODY = 8 * 1024 * 1024


class Request(NamedTuple):
    """One call of the bot, read: `path` is unquoted, `parts` are its parts."""

    method: str
    path: str
    parts: list[str]
    query: Query
    body: Any


class Connector:
    """`busy` counts calls in work, `last_call` is when the newest one ended (time.monotonic)."""

    def __init__(self, world: World, entra: Entra, checks: MessageCheck) -> None:
        self._world, self._entra, self._rates = world, entra, Rates()
        self._posting = Posting(world, checks, self._rates)
        self._starting = Starting(world, self._posting, self._rates)
        self._roster = Roster(world)
        self.faults = Faults()
        self.busy, self.last_call = 0, 0.0

    def add_routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/{tail:.*}", self._called)

    async def _called(self, http: web.Request) -> web.Response:
        self.busy += 1
        try:
            await asyncio.sleep(self._world.latency)
            request = await self._read(http)
            authorized = self._entra.knows(http.headers.get("Authorization", "")) if self._world.app_id else None
            response = self._answered(request, authorized)
        finally:
            self.busy -= 1
            self.last_call = time.monotonic()
        call = Call(request.method, request.path, request.query, request.body, response.status, time.time(), authorized)
        self._world.calls.append(call)
        return response

    async def _read(self, http: web.Request) -> Request:
        raw, target = await http.read(), http.raw_path.split("?")[0]
        body: Any = None
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            self._world.violation(f"{http.method} {http.path}: the body is not JSON")
        parts = [unquote(part) for part in target.split("/") if part]  # service URLs end with "/": "//v3" is common
        return Request(http.method, unquote(target), parts, http.query, body)

    def _answered(self, request: Request, authorized: bool | None) -> web.Response:
        fault = self.faults.take(request.method, request.path)
        try:
            status, body = self._carried_out(request, authorized, fault)
        except Refused as refused:
            return web.json_response(refused.body, status=refused.status, headers=refused.headers)
        return web.Response(status=status) if body is None else web.json_response(body, status=status)

    def _carried_out(self, request: Request, authorized: bool | None, fault: Fault | None) -> Answer:
        if fault and not fault.after_accept:
            raise fault.refusal()
        if authorized is False:
            said, words = "no valid bearer token of the bot", "Authorization has been denied for this request."
            raise self._world.refusal(f"{request.method} {request.path}: {said}", 401, "Unauthorized", words)
        answer = self._routed(request)
        if fault:
            raise fault.refusal()
        return answer

    def _routed(self, request: Request) -> Answer:
        match request.parts:
            case [region, tenant, "v3", *call] if region == self._world.region and tenant in self._world.tenants:
                self._rates.count(f"tenant {tenant}", TENANT_LIMITS, enforced=self._world.rate_limits)
                return self._called_on(request, tenant, call)
        said = f"{request.method} {request.path}: not under the service URL the activity came with"
        raise self._world.refusal(said, 404, "NotFound")

    def _called_on(self, request: Request, tenant: str, call: list[str]) -> Answer:
        match (request.method, call):
            case ("POST", ["conversations"]):
                return self._starting.create(request.body, tenant)
            case (_, ["conversations", cid, "activities", *rest]) if len(rest) <= 1:
                return self._on_activity(request, tenant, cid, "".join(rest))
            case ("GET", ["conversations", cid, "members"]):
                return self._roster.members(cid, tenant)
            case ("GET", ["conversations", cid, "pagedmembers"]):
                return self._roster.page(cid, tenant, request.query)
            case ("GET", ["conversations", cid, "members", who]):
                return self._roster.member(cid, tenant, who)
            case ("GET", ["teams", team, *rest]):
                return self._roster.team(team, tenant, rest)
        raise self._no_such_call(request)

    def _on_activity(self, request: Request, tenant: str, cid: str, aid: str) -> Answer:
        if request.method == "POST":
            conversation, root = self._conversation(cid, tenant)
            return self._posting.post(conversation, root, request.body, request.query, aid)
        if request.method == "PUT" and aid:
            return self._posting.update(self._conversation(cid, tenant)[0], aid, request.body, request.query)
        if request.method == "DELETE" and aid:
            return self._posting.delete(self._conversation(cid, tenant)[0], aid, request.query)
        raise self._no_such_call(request)

    def _conversation(self, cid: str, tenant: str) -> tuple[Conversation, str]:
        base, _, root = cid.partition(";messageid=")
        conversation = self._world.conversations.get(base)
        if conversation is None or conversation.tenant != tenant:
            raise self._world.refusal(f"a call on an unknown conversation {cid!r}", 404, "ConversationNotFound")
        if root and (root not in self._world.messages or self._world.messages[root].conversation is not conversation):
            raise self._world.refusal(f"a call on an unknown thread {cid!r}", 404, "ConversationNotFound")
        return conversation, root

    def _no_such_call(self, request: Request) -> Refused:
        return self._world.refusal(f"{request.method} {request.path}: Teams has no such call", 404, "NotFound")
