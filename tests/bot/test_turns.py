"""Turns: all that comes of an event is kept together, in order, and a bad event stops nobody."""

import asyncio

import pytest
from cryptography.exceptions import InvalidTag

from adapters.hearing import Happened
from bot.desk import Desk
from dialogs.events import Said, Started
from storage.errors import DatabaseBusyError
from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.bot.running import PROBLEM, Killed, Recorder, World
from tests.bot.talking import ANA, BEN
from tests.postgres import Postgres


async def test_an_event_becomes_a_turn_and_its_replies_come_out_in_order(world: World) -> None:
    await world.hear(Started())
    assert await world.turn() == 1
    await world.runtime.delivery.settled()
    assert world.platform.said[-1] == "q.problem"
    assert [key for key, _ in world.platform.sent] == [f"event-1/{n}" for n in range(len(world.platform.sent))]


async def test_the_events_of_a_conversation_have_their_turns_in_the_order_they_came(world: World) -> None:
    await world.hear(Started())
    await world.hear(PROBLEM)
    await world.hear("back")
    await world.hear("40 ideas in June, none was answered")
    assert await world.turn() == 4
    assert world.problem() == "40 ideas in June, none was answered"


async def test_the_moment_of_a_turn_is_that_of_its_event(world: World) -> None:
    await world.hear(Started())
    told_at = world.now
    world.later(days=3)
    await world.turn()
    state = world.store.run_now(lambda tx: world.desk.show(tx, ANA)).conversation
    assert state.last_at == told_at


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
async def test_who_dies_in_a_turn_leaves_all_of_it_or_nothing(world: World, point: str) -> None:
    await world.say(Started())
    await world.hear(PROBLEM)
    world.dies_at = point
    with pytest.raises(Killed):
        await world.turn()
    kept = point == "after_commit"
    assert bool(world.problem()) is kept
    assert world.store.run_now(lambda tx: tx.inbox.waiting_since() is None) is kept
    assert world.store.run_now(lambda tx: tx.outbox.waiting_since() is not None) is kept


async def test_a_turn_that_fails_changes_nothing_and_is_tried_again_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.say(Started())
    with monkeypatch.context() as broken:
        broken.setattr(world.desk, "take", fail)
        await world.hear(PROBLEM)
        assert await world.turn() == 1
    assert world.problem() == ""
    assert await world.turn() == 0, "it backs off"
    world.later(seconds=1)
    assert await world.turn() == 1
    assert world.problem() == PROBLEM


async def test_an_event_that_fails_five_times_is_put_aside_with_its_reason_and_the_talk_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.say(Started())
    await world.hear(PROBLEM)
    await world.hear("40 ideas in June, none was answered")
    with monkeypatch.context() as broken:
        broken.setattr(world.desk, "take", fail)
        for _ in range(4):
            assert await world.turn() == 1
            world.later(hours=1)
        assert await world.runtime.turns.next()
    await world.turn()
    assert world.problem() == "40 ideas in June, none was answered"
    (dead,) = world.store.run_now(lambda tx: tx.inbox.dead_letters())
    assert (dead.person, dead.attempts) == (ANA.key, 5)
    assert dead.reason.startswith("ValueError ")
    assert "secret" not in dead.reason


async def test_while_one_conversation_fails_the_others_go_on(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    take = Desk.take
    with monkeypatch.context() as broken:
        broken.setattr(world.desk, "take", lambda tx, it: fail() if it.person == ANA else take(world.desk, tx, it))
        await world.hear(Started())
        await world.hear(Started(), person=BEN)
        await world.turn()
    assert world.store.run_now(lambda tx: world.desk.show(tx, BEN)).conversation.status == "talking"
    assert world.store.run_now(lambda tx: world.desk.show(tx, ANA)).conversation.status == "idle"


async def test_a_database_that_fails_is_no_fault_of_the_event(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise DatabaseBusyError("planfirst.db")

    await world.hear(Started())
    with monkeypatch.context() as broken:
        broken.setattr(world.desk, "take", busy)
        for _ in range(6):
            with pytest.raises(DatabaseBusyError):
                await world.turn()
    assert await world.turn() == 1


async def test_an_answer_at_once_takes_an_event_only_once(world: World) -> None:
    happened = Happened(ANA, Started(), world.platform.name, world.now)
    answer = await world.runtime.answer("press-1", happened)
    assert answer is not None
    assert [reply.key for reply in answer.replies] == world.platform.said
    assert await world.runtime.answer("press-1", happened) is None
    assert len(world.platform.said) == len(answer.replies)


async def test_an_answer_at_once_waits_for_what_came_before(world: World) -> None:
    await world.hear(Started())
    await world.runtime.answer("say-1", Happened(ANA, Said("why"), world.platform.name, world.now))
    assert "why.problem" in world.platform.said
    assert await world.turn() == 0


async def test_an_answer_at_once_that_fails_keeps_nothing_not_even_the_event(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened = Happened(ANA, Started(), world.platform.name, world.now)
    with monkeypatch.context() as broken:
        broken.setattr(world.desk, "take", fail)
        with pytest.raises(ValueError, match="secret"):
            await world.runtime.answer("press-1", happened)
    assert await world.turn() == 0
    assert await world.runtime.answer("press-1", happened) is not None


async def test_two_processes_share_the_turns_of_one_postgresql(postgres: Postgres, keys: KeyRing) -> None:
    url = postgres.new_database()
    stores = [Store.open(url, keys), Store.open(url, keys)]
    platform = Recorder()
    one, other = (World(store, platform) for store in stores)
    people = [ANA, BEN]
    for person in people:
        await one.hear(Started(), person=person, source=f"{person.id}-0")
        for number in range(1, 8):
            await one.hear("why", person=person, source=f"{person.id}-{number}")
    await asyncio.gather(*(world.turn() for world in (one, other, one, other)))
    for world in (one, other):
        await world.settle()
    for person in people:
        keys_sent = [key for key, _ in platform.sent if key.startswith(person.id)]
        assert keys_sent == sorted(set(keys_sent))
        assert {key.split("/")[0] for key in keys_sent} == {f"{person.id}-{number}" for number in range(8)}
    for store in stores:
        store.close()


def fail(*_: object) -> None:
    raise ValueError("our secret ideas")


async def test_an_event_that_no_key_opens_stays_and_holds_up_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost, seal, unseal = KeyRing([new_key()]), KeyRing.seal, KeyRing.open
    with monkeypatch.context() as before:
        before.setattr(KeyRing, "seal", lambda _, data: seal(lost, data))
        await world.hear(Started())
    await world.hear(Started(), person=BEN)
    await world.settle()
    assert {key.split("/")[0] for key, _ in world.platform.sent} == {"event-2"}
    world.later(hours=1)

    def either(ring: KeyRing, sealed: bytes) -> bytes:
        try:
            return unseal(ring, sealed)
        except InvalidTag:
            return unseal(lost, sealed)

    monkeypatch.setattr(KeyRing, "open", either)  # somebody puts the key back
    await world.settle()
    assert {key.split("/")[0] for key, _ in world.platform.sent} == {"event-1", "event-2"}
