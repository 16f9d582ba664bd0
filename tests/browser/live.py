"""The server that a browser test talks to, on a free loopback port."""

import socket
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from aiohttp import web
from playwright.async_api import Page

from adapters.web.pages import Pages
from bot.desk import Desk
from bot.export import add_export
from bot.export_links import Links
from bot.web import WebSettings, make_app
from bot.worker import Runtime
from storage.store import Store

MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def free_address() -> str:
    """A loopback address that nobody serves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


OpenTab = Callable[..., Awaitable[Page]]


class Site:
    """The server of one test; it can be stopped and started again on its port, later too."""

    def __init__(self, store: Store, desk: Desk, links: Links, url: str) -> None:
        self.now = MORNING
        self.url = url
        self._store = store
        self._desk = desk
        self._links = links

    async def start(self) -> None:
        pages = Pages()
        self._runtime = Runtime(self._store, self._desk, [pages], clock=lambda _: self.now)
        await self._runtime.start()
        app = make_app(self._runtime, pages, WebSettings(now=lambda: self.now))
        add_export(app, self._store, self._links, lambda: self.now)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", urlsplit(self.url).port, reuse_address=True).start()

    async def stop(self) -> None:
        await self._runner.cleanup()
        await self._runtime.stop()

    async def later(self, now: datetime) -> None:
        """It was away, and is back at that moment."""
        await self.stop()
        self.now = now
        await self.start()
