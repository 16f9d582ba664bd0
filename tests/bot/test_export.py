"""The links of `/plan export`, opened in a browser or by somebody else than they were made for."""

import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from msgspec.structs import replace

from adapters.web.pages import Pages
from bot.desk import Desk
from bot.export import add_export
from bot.export_links import GOOD_FOR, Links
from bot.web import WebSettings, make_app
from bot.worker import Runtime
from dialogs.company import Company
from dialogs.life.record import Life, Party, Record, role_of
from dialogs.replies import Choice
from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.dialogs.life.plans import ANN, KARIM, MAYA, WHOLE, noon

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
FIRST = WHOLE._replace(plan=replace(WHOLE.plan, problem="vans go twice"), life=Life())
EVE = Party("T2", "U9", "Eve")

Client = TestClient[Any, Any]


class Clock:
    """A clock that a test sets."""

    now = NOW


@pytest.fixture
def links(keys: KeyRing) -> Links:
    return Links(keys, "https://coach.example/")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def client(store: Store, links: Links, clock: Clock) -> AsyncIterator[Client]:
    store.run_now(lambda tx: tx.plans.keep(FIRST, noon(NOW.date()), None, version=True))
    kept(store, WHOLE, 0)
    app = web.Application()
    add_export(app, store, links, lambda: clock.now)
    server = TestServer(app)
    await server.start_server(access_log=None)  # as bot.web.serve: a path would be a link
    async with TestClient(server) as opened:
        yield opened


def kept(store: Store, record: Record, revision: int) -> None:
    store.run_now(lambda tx: tx.plans.keep(record, noon(NOW.date()), revision, version=True))


def path(choice: Choice) -> str:
    assert choice.url.startswith("https://coach.example/export/")
    return choice.url.removeprefix("https://coach.example")


def forms(links: Links, me: Party, record: Record = WHOLE) -> dict[str, Choice]:
    return {choice.key: choice for choice in links.choices(me, record, NOW)}


async def test_the_owner_prints_a_page(client: Client, links: Links) -> None:
    answer = await client.get(path(forms(links, ANN)["export.page"]))
    text = await answer.text()
    assert (answer.status, answer.content_type) == (200, "text/html")
    assert "<h1>Fewer repeat visits</h1>" in text
    assert "the *right* part is not in the van" in text
    assert "▓▓░░░░░░░░ Repeat visits: 41 (45 → 25 by 30 June)" in text
    assert "vans go twice" in text, "what changed"
    assert "tell all sites &lt;script&gt;alert(1)&lt;/script&gt;" in text


async def test_a_page_is_kept_by_nobody_on_its_way_and_runs_nothing(client: Client, links: Links) -> None:
    answer = await client.get(path(forms(links, ANN)["export.page"]))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")


async def test_it_is_as_private_beside_the_web_page(store: Store, links: Links) -> None:
    pages = Pages()
    app = make_app(Runtime(store, Desk(Company()), [pages]), pages, WebSettings())
    add_export(app, store, links)
    async with TestClient(TestServer(app)) as opened:
        answer = await opened.get("/export/x")
        assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-store")
        assert (await opened.get("/")).headers["Cache-Control"] == "no-cache"


async def test_markdown_and_json_are_files(client: Client, links: Links) -> None:
    mine = forms(links, ANN)
    markdown = await client.get(path(mine["export.markdown"]))
    assert (markdown.content_type, markdown.headers["Content-Disposition"]) == (
        "text/markdown",
        'attachment; filename="plan-3.md"',
    )
    assert (await markdown.text()).startswith("# Fewer repeat visits\n")
    held = json.loads(await (await client.get(path(mine["export.json"]))).text())
    assert [version["plan"]["problem"][:13] for version in held["versions"]] == ["vans go twice", "technicians c"]


async def test_a_page_is_in_the_language_of_who_asked(client: Client, links: Links) -> None:
    answer = await client.get(path(forms(links, replace(ANN, lang="fr"))["export.page"]))
    text = await answer.text()
    assert '<html lang="fr">' in text
    assert "<dt>Problème</dt>" in text
    assert "Repeat visits\u00a0: 41 (45 → 25 d&#39;ici le 30 juin)" in text


async def test_a_reviewer_has_the_sheet_and_what_changed_since_it_was_sent(client: Client, links: Links) -> None:
    theirs = forms(links, KARIM)
    assert list(theirs) == ["export.page", "export.markdown"]
    text = await (await client.get(path(theirs["export.page"]))).text()
    assert "<h1>Fewer repeat visits</h1>" in text
    assert "vans go twice" not in text, "how it was before they got it"


def test_a_stranger_gets_no_link_and_nobody_where_no_browser_comes(links: Links, keys: KeyRing) -> None:
    assert role_of(WHOLE, EVE.key) == "stranger"
    assert forms(links, EVE) == {}
    assert Links(keys, "").choices(ANN, WHOLE, NOW) == ()
    assert Links(keys, "http://coach.example").choices(ANN, WHOLE, NOW) == (), "not over a way that others can read"
    assert Links(keys, "http://127.0.0.1:3978").choices(ANN, WHOLE, NOW)


async def test_a_link_is_over_after_a_quarter_of_an_hour(client: Client, links: Links, clock: Clock) -> None:
    link = path(forms(links, ANN)["export.page"])
    clock.now = NOW + GOOD_FOR - timedelta(seconds=1)
    assert (await client.get(link)).status == 200
    clock.now = NOW + GOOD_FOR
    answer = await client.get(link)
    text = await answer.text()
    assert answer.status == 410
    assert "fifteen minutes" in text
    assert "quinze minutes" in text


async def test_permission_is_asked_again_when_a_link_is_opened(client: Client, links: Links, store: Store) -> None:
    link = path(forms(links, KARIM)["export.page"])
    taken_back = WHOLE._replace(life=replace(WHOLE.life, reviewer=None))
    kept(store, taken_back, 1)
    answer = await client.get(link)
    assert answer.status == 404
    assert "not open to you any more" in await answer.text()


async def test_a_deleted_plan_is_gone_for_its_links_too(client: Client, links: Links, store: Store) -> None:
    link = path(forms(links, ANN)["export.json"])
    store.run_now(lambda tx: tx.plans.delete(MAYA.owner, MAYA.number))
    assert (await client.get(link)).status == 404


@pytest.mark.parametrize("token", ["x", "%C3%A9", "AQ" * 60, "..", "a" * 3000])
async def test_a_link_that_we_did_not_make_leads_nowhere(client: Client, token: str) -> None:
    answer = await client.get(f"/export/{token}")
    assert answer.status == 404


async def test_a_link_of_another_ring_or_altered_leads_nowhere(client: Client, links: Links) -> None:
    other = Links(KeyRing([new_key()]), "https://coach.example")
    assert (await client.get(path(forms(other, ANN)["export.page"]))).status == 404
    link = path(forms(links, ANN)["export.page"])
    swapped = link[:-8] + ("AAAAAAAA" if not link.endswith("AAAAAAAA") else "BBBBBBBB")
    assert (await client.get(swapped)).status == 404


def test_what_else_is_sealed_is_no_link(links: Links, keys: KeyRing) -> None:
    assert links.read(urlsafe_b64encode(keys.seal(b'{"url":"https://hooks.example"}')).decode()) is None
    assert links.read(urlsafe_b64encode(keys.seal(b"[1")).decode()) is None


async def test_nothing_of_a_link_or_a_plan_is_logged(
    client: Client, links: Links, everything_logged: pytest.LogCaptureFixture
) -> None:
    link = path(forms(links, ANN)["export.page"])
    await client.get(link)
    assert link not in everything_logged.text
    assert "technicians" not in everything_logged.text
