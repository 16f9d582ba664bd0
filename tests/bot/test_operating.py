"""What an operator sees and does: dead letters, their retry and their end, and the check-up."""

import pytest

from adapters.port import Refused
from bot.operating import check_up, dead_letters, drop, retry
from dialogs.events import Started
from storage.migrate import HEAD
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.running import PROBLEM, World
from tests.conftest import Planfirst


async def given_up(world: World, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of a message that was refused and of an event whose turn failed five times."""
    world.platform.faults = [Refused("token_revoked")]
    await world.say(Started())
    with monkeypatch.context() as broken:
        broken.setattr(world.desk, "take", lambda *_: 1 / 0)
        await world.hear(PROBLEM)
        for _ in range(5):
            await world.turn()
            world.later(hours=1)
    return [line.split()[0] for line in dead_letters(world.store)]


async def test_a_dead_letter_is_listed_with_its_reason_and_without_its_words(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await given_up(world, monkeypatch)
    event, message = dead_letters(world.store)
    assert event.startswith("event:2  to be taken for acme/ana  2026-03-02")
    assert "ZeroDivisionError" in event
    assert message.startswith("message:acme:event-1/0  send to acme/ana on recorder  2026-03-02")
    assert message.endswith("  token_revoked")
    assert "ideas" not in event + message


async def test_a_dead_letter_is_tried_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    names = await given_up(world, monkeypatch)
    assert [retry(world.store, name) for name in names] == [True, True]
    world.now = world.store.run_now(Transaction.now)
    await world.settle()
    assert world.problem() == PROBLEM
    assert {"intercept.start", "q.problem.who"} <= set(world.platform.said)
    assert dead_letters(world.store) == []


async def test_a_dead_letter_is_dropped(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    names = await given_up(world, monkeypatch)
    assert [drop(world.store, name) for name in names] == [True, True]
    assert dead_letters(world.store) == []
    assert [drop(world.store, name) for name in names] == [False, False]


@pytest.mark.parametrize(
    "name", ["", "event", "event:", "event:x", "event:99", "message:acme", "message:acme:x", "song:1"]
)
def test_a_name_that_is_none_changes_nothing(store: Store, name: str) -> None:
    assert not retry(store, name)
    assert not drop(store, name)


def test_all_is_well_in_a_fresh_database(store: Store) -> None:
    assert [(check.what, check.well) for check in check_up(store)] == [
        ("database", True),
        ("migrations", True),
        ("clock", True),
        ("inbox", True),
        ("outbox", True),
        ("dead letters", True),
    ]


async def test_the_check_up_sees_what_waits_and_what_was_given_up(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await given_up(world, monkeypatch)
    await world.hear("again")
    assert [check.what for check in check_up(world.store) if not check.well] == ["inbox", "dead letters"]


def test_the_commands(planfirst: Planfirst) -> None:
    assert planfirst("migrate").stdout == f"The database is at revision {HEAD}.\n"
    checked = planfirst("doctor")
    assert checked.returncode == 0
    assert checked.stdout.splitlines()[0] == "ok    database: it answers and its keys open it"
    assert planfirst("outbox", "list").stdout == ""
    for action in ("retry", "drop"):
        unknown = planfirst("outbox", action, "event:1")
        assert unknown.returncode == 2
        assert "No dead letter is called event:1" in unknown.stderr
