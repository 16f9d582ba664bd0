"""The Web API's front: arguments, tokens, scopes, rates, injected faults; the methods themselves are in methods/."""

import asyncio
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aiohttp import web

from tests.fakes.slack.blockkit import check_payload, lint_payload
from tests.fakes.slack.blockkit.payload import decode
from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.installing import Installing
from tests.fakes.slack.methods import METHODS, Ask
from tests.fakes.slack.refusing import refuse
from tests.fakes.slack.shapes import Call, Fault, Installation, SlackError

_TIER_PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}  # docs: rate limits


class WebApi(Installing):
    """Every call is kept in `calls`, with what the checker found in it."""

    def __init__(self, **switches: Any) -> None:
        self._hits: dict[tuple[Any, ...], list[float]] = {}
        super().__init__(**switches)

    def inject(
        self,
        method: str,
        *,
        status: int | None = None,
        error: str | None = None,
        retry_after: int | None = None,
        delay: float = 0.0,
        drop: bool = False,
        times: int = 1,
        after: bool = False,
        when: Callable[[Json], bool] | None = None,
    ) -> None:
        """Make the next `times` calls of `method` ("*": any; "response_url") go wrong.

        429 with Retry-After, 5xx, an error code, a delay in seconds, a dropped connection. after=True does the work
        first, so that the bot cannot know.
        """
        if retry_after is not None:
            status, error = 429, error or "ratelimited"
        self._faults.append(Fault(method, times, status, error, retry_after, delay, drop, after, when))

    # ---- one call ----------------------------------------------------------------

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        args, token = await _arguments(request)
        installation = self.installations.get(token)
        team = self._team_of(installation, args) if installation else None
        call = Call(len(self.calls) + 1, time.monotonic(), method, args, token, team)
        self.calls.append(call)
        fault = self.take_fault(method, args)
        call.injected = fault is not None and _breaks(fault)
        if fault and not fault.after:
            await asyncio.sleep(fault.delay)
        if fault is None or fault.after or not _breaks(fault):
            self._work(call, installation)
        if fault and fault.after:
            await asyncio.sleep(fault.delay)
        self._changed.set()
        if fault and _breaks(fault):
            return _broken(call, fault, request)
        headers = {"x-oauth-scopes": ",".join(sorted(installation.scopes))} if installation else {}
        if call.status == 429:
            headers["Retry-After"] = str(call.response.pop("retry_after", 1))
        return web.json_response(call.response, status=call.status, headers=headers)

    def _work(self, call: Call, installation: Installation | None) -> None:
        try:
            call.response = self._run(call, installation)
        except SlackError as error:
            call.response = error.body
            call.status = 429 if error.body["error"] == "ratelimited" else 200

    def _team_of(self, installation: Installation, args: Json) -> str:
        """The workspace that a call is about; an org-wide token does not tell."""
        if installation.team:
            return installation.team
        members = [w for w in self.workspaces.values() if w.enterprise == installation.enterprise]
        named = {str(args.get(name)) for name in ("team_id", "channel", "channel_id", "user", "user_id", "users")}
        for one in members:
            if named & {one.id, *one.users, *one.channels} - {installation.bot_user}:
                return one.id
        return members[0].id

    def _run(self, call: Call, installation: Installation | None) -> Json:
        method, args = call.method, call.args
        if method == "api.test":
            return {"ok": True, "args": args}
        if method == "oauth.v2.access":
            return self.grant(args)
        if not call.token:
            raise SlackError("not_authed")
        if method == "apps.connections.open":
            return self._socket_url(call.token, installation)
        bot = self._usable(installation)
        call.violations, call.lint = check_payload(method, args, self.now()), lint_payload(method, args)
        known = METHODS.get(method)
        if known is None:
            raise SlackError("unknown_method", req_method=method)
        ask = Ask(self, args, bot, call.team or "", call)
        ask.need(known.scope)
        self._limit_rate(ask, known.tier)
        refuse(call, self.strict_unknown_arguments)
        return {"ok": True, **known.answer(ask)}

    def _socket_url(self, token: str, installation: Installation | None) -> Json:
        if token != self.app_token:
            raise SlackError("not_allowed_token_type" if installation else "invalid_auth")
        return {"ok": True, "url": f"ws://127.0.0.1:{self._port}/socket/{uuid.uuid4().hex}"}

    def _usable(self, installation: Installation | None) -> Installation:
        if installation is None:
            raise SlackError("invalid_auth")
        if installation.uninstalled:
            raise SlackError("account_inactive")
        if installation.revoked:
            raise SlackError("token_revoked")
        if installation.expires_at and self.now() > installation.expires_at:
            raise SlackError("token_expired")
        return installation

    def _limit_rate(self, ask: Ask, tier: int | None) -> None:
        posting = ask.call.method == "chat.postMessage"
        if not self.enforce_rate or not (posting or tier):
            return
        if posting:  # one a second and channel, short bursts [docs]
            key, allowed, window = ("post", ask.team, ask.args.get("channel")), 3, 3.0
        else:
            key, allowed, window = (ask.call.method, ask.team, None), _TIER_PER_MINUTE[tier or 1], 60.0
        recent = [hit for hit in self._hits.get(key, []) if hit > time.monotonic() - window]
        if len(recent) >= allowed:
            raise SlackError("ratelimited", retry_after=max(1, round(window / allowed)))
        self._hits[key] = [*recent, time.monotonic()]


def _breaks(fault: Fault) -> bool:
    return bool(fault.drop or fault.status or fault.error)


def _broken(call: Call, fault: Fault, request: web.Request) -> web.StreamResponse:
    if fault.drop:
        if request.transport:
            request.transport.close()
        return web.Response()
    call.status = fault.status or 200
    if call.status >= 500:
        return web.Response(status=call.status, text="<html>Server Error</html>", content_type="text/html")
    body = {"ok": False, "error": fault.error or "fatal_error"}
    if not fault.after:
        call.response = body
    again = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    return web.json_response(body, status=call.status, headers=again)


async def _arguments(request: web.Request) -> tuple[Json, str]:
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        with suppress(ValueError):
            args |= await request.json()
    elif request.method == "POST":
        args |= {k: v for k, v in (await request.post()).items() if isinstance(v, str)}
    authorization = request.headers.get("authorization", "")
    token = str(args.pop("token", ""))
    if authorization.startswith("Bearer "):
        token = authorization.removeprefix("Bearer ")
    if authorization.startswith("Basic "):
        args.setdefault("_basic", authorization)
    return decode(args)[0], token
