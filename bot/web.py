"""The web page's server: static files, and one WebSocket per open page.

It keeps who is there and nothing of what is said: a message to the channel goes on to the other pages, is
looked at by the coach, and is forgotten. What a talk needs to remember is the desk's business.
"""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec
import structlog
from aiohttp import WSCloseCode, WSMsgType, web
from aiohttp.typedefs import Handler, Middleware

import adapters.web
from adapters.web import wire
from bot.desk import Answer, Desk, Person

STATIC: Final = Path(adapters.web.__file__).parent / "static"
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
LARGEST_READ: Final = 16 * wire.MAX_FRAME  # a longer frame cuts the line, a shorter one is answered
HEARTBEAT: Final = 30.0  # seconds between pings, so that a page that went to sleep is noticed
GOODBYE: Final = 2.0  # seconds a page has to answer that it heard the server leave
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-cache",
}

log = structlog.get_logger()


class WebSettings(msgspec.Struct, frozen=True):
    """What the page's server needs to know.

    `hosts` are the host names it answers to, None for any: a site that points its own name at this machine is
    refused. `now` gives the time, aware.
    """

    tenant: str = "local"
    channel: str = "team"
    hosts: frozenset[str] | None = LOOPBACK
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Room:
    """Everybody whose page is open, and what happens when they say something."""

    def __init__(self, desk: Desk, settings: WebSettings) -> None:
        self._desk = desk
        self._settings = settings
        self._here: dict[web.WebSocketResponse, Person | None] = {}

    async def enter(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one page until its line ends."""
        page = web.WebSocketResponse(max_msg_size=LARGEST_READ, heartbeat=HEARTBEAT, timeout=GOODBYE)
        await page.prepare(request)
        self._here[page] = None
        try:
            async for frame in page:
                if frame.type is WSMsgType.TEXT:
                    await self._take(page, frame.data)
                else:
                    await _send(page, wire.Refused("not_json", "Text frames only."))
        finally:
            del self._here[page]
        return page

    async def leave(self, _app: web.Application) -> None:
        """Tell every page that the server goes: they come back by themselves."""
        await asyncio.gather(*(page.close(code=WSCloseCode.GOING_AWAY) for page in self._here))

    async def _take(self, page: web.WebSocketResponse, data: str) -> None:
        number = 0
        try:
            message = wire.read(data)
            if isinstance(message, wire.Hello):
                await self._greet(page, message)
            else:
                number = message.id
                await self._turn(page, message)
        except wire.FrameError as error:
            await _send(page, wire.Refused(error.reason, str(error), number))
        except Exception as error:
            # Only its kind is logged: the message of an error may quote what was typed.
            log.error("turn_failed", error=type(error).__name__)
            await _send(page, wire.Refused("failed", "The turn failed and changed nothing.", number))

    async def _greet(self, page: web.WebSocketResponse, hello: wire.Hello) -> None:
        name, zone = wire.first_name(hello.name), zone_of(hello.zone).key
        person = Person(self._settings.tenant, hello.person, name, hello.lang, zone)
        self._here[page] = person
        seen = await self._desk.look(person)
        today = self._now(person).date()
        await _send(page, wire.state(name, self._settings.channel, seen.conversation, today))

    async def _turn(self, page: web.WebSocketResponse, message: wire.Numbered) -> None:
        person = self._here[page]
        if person is None:
            raise wire.FrameError("no_hello", "Say hello first.")
        answer = await self._answer(page, person, message)
        conversation = answer.conversation
        token = wire.open_token(conversation)
        await _send(page, wire.Replies(answer.replies, token, conversation.lang, message.id))
        plan = wire.plan_view(conversation, self._now(person).date())
        await _send(page, wire.PlanNow(plan, wire.stage(conversation)))

    async def _answer(self, page: web.WebSocketResponse, person: Person, message: wire.Numbered) -> Answer:
        """Let the desk do the turn; a frame that had arrived before its line broke is not taken twice."""
        if message.again and not isinstance(message, wire.Switched):
            seen = await self._desk.look(person)
            if wire.open_token(seen.conversation) != message.open:
                return Answer((), seen.conversation)
        now = self._now(person)
        match message:
            case wire.Switched():
                self._here[page] = msgspec.structs.replace(person, lang=message.lang)
                return await self._desk.set_language(person, message.lang, now)
            case wire.Typed(where="channel"):
                await self._pass_on(page, wire.Posted(person.first_name, message.text))
                return await self._desk.channel(person, self._settings.channel, message.text, now)
            case _:
                return await self._desk.direct(person, wire.event_of(message), now)

    async def _pass_on(self, sender: web.WebSocketResponse, message: wire.Posted) -> None:
        for page, person in list(self._here.items()):
            if page is not sender and person is not None:
                await _send(page, message)

    def _now(self, person: Person) -> datetime:
        return self._settings.now().astimezone(zone_of(person.zone))


async def _send(page: web.WebSocketResponse, message: wire.Outgoing) -> None:
    """Send, unless the page has just gone: it will ask again when it is back."""
    with suppress(ConnectionError):
        await page.send_str(wire.write(message))


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that IANA name; UTC for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return ZoneInfo("UTC")


def make_app(desk: Desk, settings: WebSettings) -> web.Application:
    """The page's application: `/`, `/static/...`, `/ws` and `/healthz`."""
    room = Room(desk, settings)
    app = web.Application(middlewares=[_guard(settings.hosts)])
    app.router.add_get("/", _index)
    app.router.add_get("/healthz", _healthz)
    app.router.add_get("/ws", room.enter)
    app.router.add_static("/static", STATIC)
    app.on_response_prepare.append(_secure)
    app.on_shutdown.append(room.leave)
    return app


async def serve(app: web.Application, host: str, port: int) -> None:
    """Serve until SIGINT or SIGTERM, then let running turns end. Raises OSError if the port cannot be had."""
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        await _told_to_stop()
    finally:
        await runner.cleanup()


async def _told_to_stop() -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    with suppress(NotImplementedError):  # Windows: Ctrl-C cancels the task instead
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
    await stop.wait()


async def _index(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(STATIC / "index.html")


async def _healthz(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _secure(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)


def _guard(hosts: frozenset[str] | None) -> Middleware:
    """Refuse other host names (DNS rebinding) and WebSockets opened by pages of other sites."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if hosts is not None and urlsplit(f"//{request.host}").hostname not in hosts:
            raise web.HTTPMisdirectedRequest(text=f"This server does not answer for {request.host}.\n")
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="Only this server's own page may connect.\n")
        return await handler(request)

    return guard
