"""The web page's server: static files, and one WebSocket per open page.

It keeps who is there and nothing of what is said: a message to the channel goes on to the other pages, is
looked at by the coach, and is forgotten. What is said to the coach is kept and answered by the runtime, which tells
the answer through `Pages`; a frame is answered here when that is done.
"""

import asyncio
import secrets
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec
from aiohttp import WSCloseCode, WSMessage, WSMsgType, web
from aiohttp.typedefs import Handler, Middleware

import adapters.web
from adapters.hearing import Happened, Person, Seen
from adapters.web import wire
from adapters.web.pages import Pages
from bot.arriving import Screen, arrive, screen
from bot.health import add_health
from bot.observe import note_failure
from bot.worker import Runtime
from dialogs.events import Event, LanguageChosen

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


class WebSettings(msgspec.Struct, frozen=True):
    """What the page's server needs to know.

    `hosts` are the host names it answers to, None for any: a site that points its own name at this machine is
    refused. `now` gives the time, aware.
    """

    tenant: str = "local"
    channel: str = "team"
    hosts: frozenset[str] | None = LOOPBACK
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Page:
    """One open page: its line, who sits there, and the frames that wait for their turn.

    Frames are taken one after the other, but what the page heard is noted at once: the turn waits for it.
    """

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self.person: Person | None = None
        self.frames: asyncio.Queue[wire.Hello | wire.Numbered] = asyncio.Queue()
        self._socket = socket

    async def tell(self, message: wire.Outgoing) -> None:
        """Send it. Raises ConnectionError when the page is gone."""
        await self._socket.send_str(wire.write(message))

    async def say(self, message: wire.Outgoing) -> None:
        """Send it, unless the page has just gone: it will ask again when it is back."""
        with suppress(ConnectionError):
            await self.tell(message)

    async def close(self) -> None:
        """Tell the page that the server goes: it comes back by itself."""
        await self._socket.close(code=WSCloseCode.GOING_AWAY)


class Room:
    """Everybody whose page is open, and what happens when they say something."""

    def __init__(self, runtime: Runtime, pages: Pages, settings: WebSettings) -> None:
        self._runtime = runtime
        self._pages = pages
        self._settings = settings
        self._here: set[Page] = set()

    async def enter(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one page until its line ends."""
        socket = web.WebSocketResponse(max_msg_size=LARGEST_READ, heartbeat=HEARTBEAT, timeout=GOODBYE)
        await socket.prepare(request)
        page = Page(socket)
        self._here.add(page)
        taking = asyncio.create_task(self._take_all(page))
        try:
            async for frame in socket:
                await self._read(page, frame)
        finally:
            self._here.discard(page)
            if page.person is not None:
                self._pages.leave(page.person.key, page.tell)
            taking.cancel()
        return socket

    async def leave(self, _app: web.Application) -> None:
        """Tell every page that the server goes."""
        await asyncio.gather(*(page.close() for page in self._here))

    async def _read(self, page: Page, frame: WSMessage) -> None:
        if frame.type is not WSMsgType.TEXT:
            await page.say(wire.Refused("not_json", "Text frames only."))
            return
        try:
            message = wire.read(frame.data)
        except wire.FrameError as error:
            await page.say(wire.Refused(error.reason, str(error)))
            return
        if isinstance(message, wire.Heard):
            if page.person is not None:
                self._pages.heard(page.person.key, message.key)
        else:
            page.frames.put_nowait(message)

    async def _take_all(self, page: Page) -> None:
        while True:
            await self._take(page, await page.frames.get())

    async def _take(self, page: Page, message: wire.Hello | wire.Numbered) -> None:
        number = 0 if isinstance(message, wire.Hello) else message.id
        try:
            if isinstance(message, wire.Hello):
                await self._greet(page, message)
            else:
                await self._turn(page, message)
        except wire.FrameError as error:
            await page.say(wire.Refused(error.reason, str(error), number))
        except Exception as error:
            note_failure(error)
            await page.say(wire.Refused("failed", "The turn failed and changed nothing.", number))

    async def _greet(self, page: Page, hello: wire.Hello) -> None:
        name, zone = wire.first_name(hello.name), zone_of(hello.zone).key
        person = Person(self._settings.tenant, hello.person, name, hello.lang, zone)
        await self._runtime.store.run(lambda tx: arrive(tx, person, self._pages.name))
        if page.person is not None:
            self._pages.leave(page.person.key, page.tell)
        page.person = person
        self._pages.enter(person.key, page.tell)
        await self._runtime.delivery.deliver(person.key)
        talk, reviewer = await self._screen(person)
        await page.say(wire.state(name, self._settings.channel, talk, self._now(person).date(), reviewer))

    async def _turn(self, page: Page, message: wire.Numbered) -> None:
        person = page.person
        if person is None:
            raise wire.FrameError("no_hello", "Say hello first.")
        self._pages.enter(person.key, page.tell)
        if isinstance(message, wire.Typed) and message.where == "channel":
            await self._pass_on(page, wire.Posted(person.first_name, message.text))
        event = self._event(page, person, message)
        if event is not None:  # one that had arrived before is not taken twice
            source = f"page/{person.id}/{message.key or secrets.token_hex(16)}"
            await self._runtime.answer(source, Happened(person, event, self._pages.name, self._now(person)))
        talk, reviewer = await self._screen(person)
        await page.say(wire.Answered(wire.open_token(talk), talk.lang, message.id))
        await page.say(wire.PlanNow(wire.plan_view(talk, self._now(person).date(), reviewer), wire.stage(talk)))

    async def _screen(self, person: Person) -> Screen:
        return await self._runtime.store.run(lambda tx: screen(tx, person))

    def _event(self, page: Page, person: Person, message: wire.Numbered) -> Event | Seen | None:
        """What happened; None for a channel message that is no business of the coach."""
        match message:
            case wire.Switched():
                page.person = msgspec.structs.replace(person, lang=message.lang)
                return LanguageChosen(message.lang)
            case wire.Typed(where="channel"):
                finding = self._runtime.intake.judge(message.text)
                return Seen(self._settings.channel, finding, words=message.text) if finding else None
            case _:
                return wire.event_of(message)

    async def _pass_on(self, sender: Page, message: wire.Posted) -> None:
        for page in list(self._here):
            if page is not sender and page.person is not None:
                await page.say(message)

    def _now(self, person: Person) -> datetime:
        return self._settings.now().astimezone(zone_of(person.zone))


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that IANA name; UTC for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return ZoneInfo("UTC")


def make_app(runtime: Runtime, pages: Pages, settings: WebSettings) -> web.Application:
    """The page's application: `/`, `/static/...`, `/ws` and the health paths. `pages` is one of the platforms."""
    room = Room(runtime, pages, settings)
    app = web.Application(middlewares=[_guard(settings.hosts)])
    app.router.add_get("/", _index)
    add_health(app, runtime)
    app.router.add_get("/ws", room.enter)
    app.router.add_static("/static", STATIC)
    app.on_response_prepare.append(_secure)
    app.on_shutdown.append(room.leave)
    return app


def health_app(runtime: Runtime) -> web.Application:
    """The application of a process that hears nobody: the health paths alone."""
    app = web.Application()
    add_health(app, runtime)
    return app


async def serve(app: web.Application, host: str, port: int) -> None:
    """Serve until SIGINT or SIGTERM, then let running turns end. Raises OSError if the port cannot be had."""
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=GOODBYE)
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
