"""The page's server on a loopback port: one person's frames, two people's privacy, refusals that keep the line."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import msgspec
import pytest
from aiohttp import ClientWebSocketResponse, WSServerHandshakeError, web
from aiohttp.test_utils import TestClient, TestServer

from adapters.web import wire
from adapters.web.pages import Pages
from bot.desk import Desk
from bot.web import WebSettings, make_app, serve, zone_of
from bot.worker import Runtime
from dialogs.company import Company
from dialogs.person import PersonId
from dialogs.replies import Say
from storage.outbox import Message
from storage.store import Store

MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SETTINGS = WebSettings(now=lambda: MORNING)
TOOL_FIRST = "We should launch a Slack community for innovation"

Client = TestClient[Any, Any]


@pytest.fixture
def desk() -> Desk:
    """The real desk."""
    return Desk(Company(channels=("team",)))


@pytest.fixture
async def app(store: Store, desk: Desk) -> AsyncIterator[web.Application]:
    """The page's application with the whole runtime behind it."""
    pages = Pages(patience=0.2)
    runtime = Runtime(store, desk, [pages], clock=lambda _: MORNING)
    await runtime.start()
    yield make_app(runtime, pages, SETTINGS)
    await runtime.stop()


@pytest.fixture
async def client(app: web.Application) -> AsyncIterator[Client]:
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def greet(client: Client, name: str = "Maya", **more: str) -> tuple[ClientWebSocketResponse, Any]:
    """A page that has said hello, and the state it got."""
    page = await client.ws_connect("/ws")
    await page.send_json({"type": "hello", "person": f"{name.lower()}-0001", "name": name, **more})
    return page, await page.receive_json()


async def turn(page: ClientWebSocketResponse, frame: dict[str, Any]) -> tuple[Any, Any]:
    """Send a frame and confirm what is told; the answer, with what was told as its `items`, and the plan."""
    await page.send_json(frame)
    items = []
    while (message := await page.receive_json())["type"] == "told":
        items.append(message["reply"])
        await page.send_json({"type": "heard", "key": message["key"]})
    return {**message, "items": items}, await page.receive_json()


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


async def test_whoever_opens_the_page_is_known_by_name_and_reached_there(client: Client, store: Store) -> None:
    await greet(client, "Maya", lang="fr", zone="Europe/Paris")
    page, _ = await greet(client, "Karim")
    await page.send_json({"type": "hello", "person": "karim-0001", "name": "Karim B"})
    await page.receive_json()
    both = [PersonId("local", f"{name}-0001") for name in ("maya", "karim")]
    known = await store.run(lambda tx: [tx.people.get(person) for person in both])
    assert [someone and (someone.first_name, someone.locale, someone.zone) for someone in known] == [
        ("Maya", "fr", "Europe/Paris"),
        ("Karim B", "en", "UTC"),
    ]
    assert await store.run(lambda tx: tx.addresses.get("page", PersonId("local", "karim-0001"))) == ""


async def test_a_card_of_somebody_else_s_doing_comes_to_the_open_page_at_once(client: Client, store: Store) -> None:
    page, _ = await greet(client, "Karim")
    card = Say("review.asked", "Maya asks you to read plan 3.")
    message = Message("maya-1", "page", "", msgspec.json.encode(card))
    await store.run(lambda tx: tx.outbox.add(PersonId("local", "karim-0001"), [message], MORNING))
    told = await page.receive_json()
    assert (told["type"], told["key"], told["reply"]["key"]) == ("told", "maya-1", "review.asked")


async def test_a_tool_first_message_gets_a_private_offer_and_a_talk_begins(client: Client) -> None:
    page, _ = await greet(client)
    replies, plan = await turn(page, {"type": "say", "id": 1, "where": "channel", "text": TOOL_FIRST})
    assert keys(replies) == ["intercept.open"]
    assert replies["re"] == 1
    assert replies["items"][0]["audience"] == "only_you"
    assert replies["open"] == replies["items"][0]["token"]
    assert plan == {"type": "plan", "plan": None, "stage": 0}

    replies, plan = await turn(page, {"type": "press", "id": 2, "button": "btn.start", "token": replies["open"]})
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
    assert keys(replies) == ["intercept.gone"]
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
    await turn(page, {"type": "say", "id": 1, "text": "/plan start"})
    answer = {"type": "say", "id": 2, "key": "a1", "text": "30 ideas in May, none was answered"}
    first, before = await turn(page, answer)
    await page.close()

    back, state = await greet(client)
    assert state["open"] == first["open"]
    again, after = await turn(back, answer)
    assert again["items"] == []
    assert again["open"] == first["open"]
    assert after == before


async def test_the_same_words_under_another_key_count_again(client: Client) -> None:
    page, _ = await greet(client)
    await turn(page, {"type": "say", "id": 1, "text": "/plan start"})
    for key in ("a1", "a2"):
        replies, _ = await turn(page, {"type": "say", "id": 2, "key": key, "text": "why"})
        assert "why.problem" in keys(replies)


async def test_what_was_not_confirmed_is_told_again_under_its_key_and_in_order(client: Client) -> None:
    page, _ = await greet(client)
    await turn(page, {"type": "say", "id": 1, "where": "channel", "text": TOOL_FIRST})
    await page.send_json({"type": "press", "id": 2, "button": "btn.start"})
    first = await page.receive_json()
    await page.close()

    back = await client.ws_connect("/ws")
    await back.send_json({"type": "hello", "person": "maya-0001", "name": "Maya"})
    again = await back.receive_json()
    assert again == first
    await back.send_json({"type": "heard", "key": again["key"]})
    asked = await back.receive_json()
    assert (asked["reply"]["key"], asked["key"] == again["key"]) == ("q.problem", False)
    await back.send_json({"type": "heard", "key": asked["key"]})
    state = await back.receive_json()
    assert (state["type"], state["open"]) == ("state", asked["reply"]["token"])


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
async def test_what_is_refused_gets_its_reason_and_the_line_stays(client: Client, frame: str, reason: str) -> None:
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


@pytest.mark.parametrize(
    ("name", "zone"),
    [("Europe/Paris", "Europe/Paris"), ("Mars/Olympus", "UTC"), ("../../etc/passwd", "UTC"), ("", "UTC")],
)
def test_a_time_zone_that_is_none_is_utc(name: str, zone: str) -> None:
    assert zone_of(name).key == zone


def fail(*_: object) -> None:
    raise OSError("disk: our secret ideas")


async def test_a_turn_that_fails_is_said_and_its_words_are_not_logged(
    client: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page, _ = await greet(client)
    monkeypatch.setattr(desk, "take", fail)
    await page.send_json({"type": "say", "id": 5, "text": "our secret ideas"})
    refused = await page.receive_json()
    assert (refused["type"], refused["reason"], refused["re"]) == ("error", "failed", 5)
    logged = capsys.readouterr()
    assert "OSError" in logged.out + logged.err
    assert "secret" not in logged.out + logged.err


async def test_a_port_in_use_is_an_os_error(app: web.Application) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="address already in use"):
            await serve(app, "127.0.0.1", taken.getsockname()[1])


async def test_a_server_that_stops_says_goodbye_to_its_pages(app: web.Application, unused_port: int) -> None:
    running = asyncio.create_task(serve(app, "127.0.0.1", unused_port))
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
