"""The page's server on a loopback port: one person's frames, two people's privacy, refusals that keep the line."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import ClientWebSocketResponse, WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer

from adapters.web import wire
from bot.desk import Desk
from bot.web import WebSettings, make_app, serve, zone_of
from dialogs.company import Company
from storage.secrets import KeyRing, new_key
from storage.store import Store

MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SETTINGS = WebSettings(now=lambda: MORNING)
TOOL_FIRST = "We should launch a Slack community for innovation"

Client = TestClient[Any, Any]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The real desk on a database of its own."""
    store = Store.open(f"sqlite:///{tmp_path}/planfirst.db", KeyRing([new_key()]))
    yield Desk(store, Company(channels=("team",)))
    store.close()


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.fixture
async def client(desk: Desk) -> AsyncIterator[Client]:
    async with TestClient(TestServer(make_app(desk, SETTINGS))) as opened:
        yield opened


async def greet(client: Client, name: str = "Maya", **more: str) -> tuple[ClientWebSocketResponse, Any]:
    """A page that has said hello, and the state it got."""
    page = await client.ws_connect("/ws")
    await page.send_json({"type": "hello", "person": f"{name.lower()}-0001", "name": name, **more})
    return page, await page.receive_json()


async def turn(page: ClientWebSocketResponse, frame: dict[str, Any]) -> tuple[Any, Any]:
    """Send a frame; the replies and the plan that answer it."""
    await page.send_json(frame)
    return await page.receive_json(), await page.receive_json()


def keys(replies: Any) -> list[str]:
    return [item["key"] for item in replies["items"]]


async def test_a_new_person_is_known_by_name_and_nothing_is_open(client: Client) -> None:
    _, state = await greet(client, "Maya", lang="fr", zone="Europe/Paris")
    assert state == {
        "type": "state",
        "name": "Maya",
        "lang": "fr",
        "channel": "team",
        "open": None,
        "plan": None,
        "stage": 0,
    }


async def test_a_tool_first_message_gets_a_private_offer_and_a_talk_begins(client: Client) -> None:
    page, _ = await greet(client)
    replies, plan = await turn(page, {"type": "say", "id": 1, "where": "channel", "text": TOOL_FIRST})
    assert keys(replies) == ["intercept.open"]
    assert replies["re"] == 1
    assert replies["items"][0]["audience"] == "only_you"
    assert replies["open"] == replies["items"][0]["token"]
    assert plan == {"type": "plan", "plan": None, "stage": 0}

    replies, plan = await turn(
        page, {"type": "press", "id": 2, "button": "btn.start", "token": replies["open"]}
    )
    assert keys(replies) == ["intercept.start", "q.problem"]
    assert plan["stage"] == 1

    replies, plan = await turn(page, {"type": "say", "id": 3, "text": "30 ideas in May, none was answered"})
    assert plan["plan"]["rows"][0]["text"] == "30 ideas in May, none was answered"


async def test_an_ordinary_message_is_passed_on_and_gets_no_reply(client: Client) -> None:
    page, _ = await greet(client, "Maya")
    colleague, _ = await greet(client, "Idris")
    replies, _ = await turn(page, {"type": "say", "id": 1, "where": "channel", "text": "Lunch at noon"})
    assert replies["items"] == []
    assert await colleague.receive_json() == {"type": "channel", "name": "Maya", "text": "Lunch at noon"}


async def test_an_offer_is_seen_by_nobody_else(client: Client) -> None:
    page, _ = await greet(client, "Maya")
    colleague, _ = await greet(client, "Idris")
    await turn(page, {"type": "say", "id": 1, "where": "channel", "text": TOOL_FIRST})
    assert (await colleague.receive_json())["type"] == "channel"
    replies, plan = await turn(colleague, {"type": "press", "id": 1, "button": "btn.start", "token": "1.1.0"})
    assert keys(replies) == ["ctl.stale"]
    assert plan["plan"] is None


async def test_a_stale_press_changes_nothing(client: Client) -> None:
    page, _ = await greet(client)
    offer, _ = await turn(page, {"type": "say", "id": 1, "where": "channel", "text": TOOL_FIRST})
    press = {"type": "press", "id": 2, "button": "btn.start", "token": offer["open"]}
    asked, _ = await turn(page, press)
    stale, _ = await turn(page, {**press, "id": 3})
    assert keys(stale) == ["ctl.stale"]
    assert stale["open"] == asked["open"]


async def test_a_frame_sent_again_after_it_had_arrived_counts_once(client: Client) -> None:
    page, _ = await greet(client)
    started, _ = await turn(page, {"type": "say", "id": 1, "text": "/plan start"})
    answer = {"type": "say", "id": 2, "text": "30 ideas in May, none was answered", "open": started["open"]}
    first, before = await turn(page, answer)
    await page.close()

    back, state = await greet(client)
    assert state["open"] == first["open"]
    again, after = await turn(back, {**answer, "again": True})
    assert again["items"] == []
    assert again["open"] == first["open"]
    assert after == before


async def test_a_frame_sent_again_that_had_not_arrived_is_taken(client: Client) -> None:
    page, _ = await greet(client)
    started, _ = await turn(page, {"type": "say", "id": 1, "text": "/plan start"})
    late = {"type": "say", "id": 2, "text": "why", "open": started["open"], "again": True}
    replies, _ = await turn(page, late)
    assert "why.problem" in keys(replies)


async def test_the_language_switch_asks_on_in_the_other_language(client: Client) -> None:
    page, _ = await greet(client)
    await turn(page, {"type": "say", "id": 1, "text": "/plan start"})
    replies, _ = await turn(page, {"type": "lang", "id": 2, "lang": "fr"})
    assert replies["lang"] == "fr"


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ("not json", "not_json"),
        ('{"type": "sing"}', "unknown"),
        (json.dumps({"type": "say", "text": "x" * (wire.MAX_FRAME + 1)}), "too_long"),
        (json.dumps({"type": "say", "text": "too early"}), "no_hello"),
    ],
)
async def test_what_is_refused_gets_its_reason_and_the_line_stays(
    client: Client, frame: str, reason: str
) -> None:
    page = await client.ws_connect("/ws")
    await page.send_str(frame)
    refused = await page.receive_json()
    assert (refused["type"], refused["reason"]) == ("error", reason)
    await page.send_json({"type": "hello", "person": "maya-0001"})
    assert (await page.receive_json())["type"] == "state"


async def test_binary_frames_are_refused_in_words(client: Client) -> None:
    page = await client.ws_connect("/ws")
    await page.send_bytes(b"\x00")
    assert (await page.receive_json())["reason"] == "not_json"


async def test_20000_characters_get_the_coach_s_answer(client: Client) -> None:
    page, _ = await greet(client)
    await turn(page, {"type": "say", "id": 1, "text": "/plan start"})
    replies, _ = await turn(page, {"type": "say", "id": 2, "text": "a long story " * 1_540})
    assert replies["items"]


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null"])
async def test_pages_of_other_sites_may_not_connect(client: Client, origin: str) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await client.ws_connect("/ws", headers={"Origin": origin})
    assert refused.value.status == 403


async def test_the_page_s_own_origin_may_connect(client: Client) -> None:
    own = f"http://127.0.0.1:{client.port}"
    page = await client.ws_connect("/ws", headers={"Origin": own})
    assert not page.closed


async def test_a_foreign_host_name_is_refused(client: Client) -> None:
    answer = await client.get("/", headers={"Host": "evil.example"})
    assert answer.status == 421


async def test_the_page_is_served_with_a_strict_policy(client: Client) -> None:
    answer = await client.get("/")
    assert answer.status == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "<script>" not in await answer.text()


async def test_static_files_are_served_and_nothing_beside_them(client: Client) -> None:
    script = await client.get("/static/app.js")
    assert script.status == 200
    assert "javascript" in script.headers["Content-Type"]
    assert (await client.get("/static/%2e%2e/wire.py")).status in (403, 404)
    assert (await client.get("/static/")).status in (403, 404)


async def test_healthz(client: Client) -> None:
    answer = await client.get("/healthz")
    assert await answer.json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("name", "zone"),
    [("Europe/Paris", "Europe/Paris"), ("Mars/Olympus", "UTC"), ("../../etc/passwd", "UTC"), ("", "UTC")],
)
def test_a_time_zone_that_is_none_is_utc(name: str, zone: str) -> None:
    assert zone_of(name).key == zone


class Broken:
    """A desk whose database is gone."""

    async def look(self, *_: object) -> None:
        raise OSError("disk: our secret ideas")

    direct = channel = set_language = look


async def test_a_turn_that_fails_is_said_and_its_words_are_not_logged(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with TestClient(TestServer(make_app(Broken(), SETTINGS))) as client:  # type: ignore[arg-type]
        page, refused = await greet(client)
        assert (refused["type"], refused["reason"]) == ("error", "failed")
        await page.send_json({"type": "say", "id": 5, "text": "our secret ideas"})
        refused = await page.receive_json()
        assert (refused["reason"], refused["re"]) == ("failed", 5)
    logged = capsys.readouterr()
    assert "OSError" in logged.out + logged.err
    assert "secret" not in logged.out + logged.err


async def test_a_port_in_use_is_an_os_error(desk: Desk) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="address already in use"):
            await serve(make_app(desk, SETTINGS), "127.0.0.1", taken.getsockname()[1])


async def test_a_server_that_stops_says_goodbye_to_its_pages(desk: Desk, unused_port: int) -> None:
    running = asyncio.create_task(serve(make_app(desk, SETTINGS), "127.0.0.1", unused_port))
    async with aiohttp.ClientSession() as session:
        page = await _connected(session, f"http://127.0.0.1:{unused_port}/ws")
        running.cancel()
        said = await page.receive(timeout=5)
        assert said.type is aiohttp.WSMsgType.CLOSE
        assert said.data == aiohttp.WSCloseCode.GOING_AWAY
    with pytest.raises(asyncio.CancelledError):
        await running


async def _connected(session: aiohttp.ClientSession, url: str) -> ClientWebSocketResponse:
    """A line to a server that is about to listen."""
    while True:
        try:
            return await session.ws_connect(url)
        except aiohttp.ClientConnectorError:
            await asyncio.sleep(0)
