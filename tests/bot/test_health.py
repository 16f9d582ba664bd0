"""Health: alive, ready or why not, and the numbers."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.health import add_health
from dialogs.events import Started
from storage.errors import DatabaseBusyError
from storage.inbox import Inbox
from storage.transaction import Transaction
from tests.bot.running import World

Client = TestClient[Any, Any]


@pytest.fixture
async def client(world: World) -> AsyncIterator[Client]:
    app = web.Application()
    add_health(app, world.runtime)
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def ready(client: Client) -> tuple[int, dict[str, Any]]:
    answer = await client.get("/readyz")
    return answer.status, await answer.json()


async def test_healthz_says_that_the_process_runs(client: Client) -> None:
    assert await (await client.get("/healthz")).json() == {"status": "ok"}


async def test_readyz_names_what_it_looked_at(world: World, client: Client) -> None:
    await world.runtime.start()
    status, report = await ready(client)
    assert status == 200
    assert report["status"] == "ready"
    assert (report["role"], report["database"], report["migrations"]) == ("both", "ok", "current")
    assert {"turns 1": True, "delivery": True, "scheduler": True}.items() <= report["workers"].items()
    assert report["oldest_waiting_seconds"] == {"inbox": 0.0, "outbox": 0.0}
    await world.runtime.stop()


async def test_readyz_says_how_long_the_oldest_row_waits(world: World, client: Client) -> None:
    await world.hear(Started())
    _, report = await ready(client)
    assert report["oldest_waiting_seconds"]["inbox"] > 3600, "the clock of the test stands in the past"


async def test_a_process_whose_worker_died_is_not_ready(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(world.runtime), "alive", {"turns 1": False})
    status, report = await ready(client)
    assert (status, report["status"], report["workers"]) == (503, "not ready", {"turns 1": False})


async def test_tables_of_another_version_are_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Transaction, "is_current", lambda _: False)
    status, report = await ready(client)
    assert (status, report["migrations"]) == (503, "behind or ahead")


async def test_a_database_that_does_not_answer_is_named_and_metrics_go_on(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Inbox) -> None:
        raise DatabaseBusyError("planfirst.db")

    monkeypatch.setattr(Inbox, "waiting_since", busy)
    status, report = await ready(client)
    assert (status, report["database"]) == (503, "DatabaseBusyError")
    assert (await client.get("/metrics")).status == 200


async def test_metrics_count_what_happened_and_name_nobody(world: World, client: Client) -> None:
    await world.say(Started())
    await world.hear("our secret ideas")
    answer = await client.get("/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain")
    text = await answer.text()
    for line in (
        'planfirst_events_total{outcome="taken",platform="recorder"} 2.0',
        'planfirst_turns_total{outcome="taken"} 1.0',
        'planfirst_deliveries_total{outcome="sent",platform="recorder"} 2.0',
        'planfirst_oldest_waiting_seconds{queue="outbox"} 0.0',
    ):
        assert line in text
    assert "ana" not in text
    assert "secret" not in text
