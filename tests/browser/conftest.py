"""A real Chromium and the real server on a free loopback port. Every page of a test must end without an error."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, async_playwright, expect

from bot.desk import Desk
from bot.export_links import Links
from dialogs.company import Company
from storage.secrets import KeyRing
from storage.store import Store
from tests.browser.live import OpenTab, Site, free_address
from tests.machine import CHROMIUM, need_chromium

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
PATIENCE_MS = 10_000

expect.set_options(timeout=PATIENCE_MS)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    need_chromium()
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        await opened.close()


@pytest.fixture
def address() -> str:
    """Where the test's server is."""
    return free_address()


@pytest.fixture
def links(keys: KeyRing, address: str) -> Links:
    return Links(keys, address)


@pytest.fixture
def desk(links: Links) -> Desk:
    """The real desk."""
    return Desk(Company(channels=("team",)), links=links)


@pytest_asyncio.fixture(loop_scope="session")
async def site(store: Store, desk: Desk, links: Links, address: str) -> AsyncIterator[Site]:
    started = Site(store, desk, links, address)
    await started.start()
    yield started
    await started.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def open_tab(browser: Browser, site: Site) -> AsyncIterator[OpenTab]:
    """Open the page as a person in a browser context of their own: open_tab("Maya", lang="fr", width=360)."""
    faults: list[str] = []
    async with AsyncExitStack() as contexts:

        async def open_one(name: str = "Maya", *, lang: str = "en", width: int = 1440, **more: Any) -> Page:
            context: BrowserContext = await browser.new_context(
                locale="fr-FR" if lang == "fr" else "en-GB",
                timezone_id="Europe/Paris",
                viewport={"width": width, "height": 900},
                reduced_motion="reduce",
                **more,
            )
            contexts.push_async_callback(context.close)
            context.set_default_timeout(PATIENCE_MS)
            page = await context.new_page()
            _watch(page, site.url, faults)
            await page.goto(f"{site.url}/?as={name}")
            await page.locator("#line").wait_for(state="hidden")
            return page

        yield open_one
    # A line that breaks is logged by Chromium itself; the page says it in words.
    assert [fault for fault in faults if "ERR_CONNECTION_REFUSED" not in fault] == []


def _watch(page: Page, ours: str, faults: list[str]) -> None:
    """Note errors of the page's scripts, what the console complains of, and requests to anywhere else."""

    def complained(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(message.text)

    def requested(request: Request) -> None:
        if not request.url.startswith(ours):
            faults.append(request.url)

    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", complained)
    page.on("request", requested)
