"""Delivery: in order, never lost, never twice, whatever the platform answers and whenever the sender dies."""

import asyncio
import time

import msgspec
import pytest

from adapters.port import Away, InDoubt, Later, Refused
from bot.delivery import LEASE, MOST_ATTEMPTS
from dialogs.events import Started
from dialogs.replies import Say
from storage.outbox import Message, Operation
from tests.bot.running import Recorder, World
from tests.bot.talking import ANA, BEN


def queue(
    world: World, *words: str, operation: Operation = "send", about: str | None = None, platform: str = "recorder"
) -> None:
    """Put messages in Ana's lane; their key and the message key of their reply are the word."""
    messages = [
        Message(word, platform, "", msgspec.json.encode(Say(word, "our secret ideas")), operation, about)
        for word in words
    ]
    world.store.run_now(lambda tx: tx.outbox.add(ANA.key, messages, world.now))


def reasons(world: World) -> dict[str, str]:
    """Why messages were given up, by key."""
    return {dead.key: dead.reason for dead in world.store.run_now(lambda tx: tx.outbox.dead_letters())}


async def test_messages_go_out_in_order_and_once(world: World) -> None:
    queue(world, *"abc")
    queue(world, "d")
    await world.deliver()
    await world.deliver()
    assert world.platform.said == [*"abcd"]


@pytest.mark.parametrize(("fault", "seconds"), [(Later(30), 30), (Later(), 0.25), (InDoubt(), 0.25)])
async def test_what_did_not_arrive_is_tried_again_when_its_time_has_come(
    world: World, fault: Exception, seconds: float
) -> None:
    world.platform.faults = [fault]
    queue(world, "a", "b")
    await world.deliver()
    world.later(seconds=seconds - 0.01)
    await world.deliver()
    assert world.platform.said == []
    world.later(seconds=0.02)
    await world.deliver()
    assert world.platform.said == ["a", "b"]


async def test_each_failure_doubles_the_wait(world: World) -> None:
    world.platform.faults = [Later(), Later(), Later()]
    queue(world, "a")
    for seconds in (0.25, 0.5, 1.0):
        await world.deliver()
        world.later(seconds=seconds - 0.01)
        await world.deliver()
        world.later(seconds=0.01)
    assert world.platform.said == []
    await world.deliver()
    assert world.platform.said == ["a"]


async def test_what_is_in_doubt_is_looked_up_before_it_is_sent_again(world: World) -> None:
    world.platform.faults = [InDoubt()]
    world.platform.has = {"a": "id-of-a"}
    queue(world, "a", "b")
    await world.deliver()
    world.later(minutes=1)
    await world.deliver()
    assert world.platform.looked_up == ["a"]
    assert world.platform.said == ["b"]
    assert world.store.run_now(lambda tx: tx.outbox.external_id(ANA.key, "a")) == "id-of-a"


@pytest.mark.parametrize("sent", [False, True])
async def test_a_process_that_was_frozen_with_its_claim_says_nothing_for_the_new_owner(
    world: World, sent: bool
) -> None:
    queue(world, "a")
    before = time.monotonic()
    claim = world.store.run_now(lambda tx: tx.lanes.claim(world.runtime.delivery.me, world.now, LEASE))[0]
    heir = World(world.store)
    heir.now = world.now + LEASE
    world.store.run_now(lambda tx: tx.lanes.claim(heir.runtime.delivery.me, heir.now, LEASE))
    if sent:
        world.store.run_now(lambda tx: tx.lanes.mark_sent(heir.runtime.delivery.me, ANA.key, 1, "id", heir.now, LEASE))
    await world.runtime.delivery.go_on(claim, before - LEASE.total_seconds())
    assert world.platform.said == []


async def test_what_surely_did_not_arrive_is_not_looked_up(world: World) -> None:
    world.platform.faults = [Later()]
    queue(world, "a")
    await world.deliver()
    world.later(minutes=1)
    await world.deliver()
    assert world.platform.looked_up == []
    assert world.platform.said == ["a"]


async def test_a_fault_of_an_adapter_leaves_the_message_in_doubt_and_its_words_out_of_the_log(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.platform.faults = [KeyError("our secret ideas")]
    queue(world, "a")
    await world.deliver()
    world.later(minutes=1)
    await world.deliver()
    assert world.platform.looked_up == ["a"]
    assert world.platform.said == ["a"]
    logged = capsys.readouterr()
    assert "KeyError" in logged.out + logged.err
    assert "secret" not in logged.out + logged.err


async def test_what_is_refused_is_a_dead_letter_with_its_reason_and_the_lane_goes_on(world: World) -> None:
    world.platform.faults = [Refused("token_revoked")]
    queue(world, "a", "b")
    await world.deliver()
    assert world.platform.said == ["b"]
    assert reasons(world) == {"a": "token_revoked"}


async def test_a_platform_that_never_takes_it_gets_no_chance_more_after_a_day(world: World) -> None:
    world.platform.faults = [Later() for _ in range(MOST_ATTEMPTS)]
    queue(world, "a", "b")
    for _ in range(MOST_ATTEMPTS):
        await world.deliver()
        world.later(minutes=6)
    assert reasons(world) == {"a": f"{MOST_ATTEMPTS} attempts failed"}
    assert world.platform.said == ["b"]


async def test_who_is_away_gets_everything_in_order_when_they_are_back(world: World) -> None:
    world.platform.faults = [Away()]
    queue(world, "a", "b")
    await world.deliver()
    world.later(days=2)
    await world.deliver()
    assert world.platform.said == []
    await world.runtime.delivery.deliver(ANA.key)
    assert world.platform.said == ["a", "b"]


async def test_a_message_for_a_platform_that_another_process_has_waits(world: World) -> None:
    queue(world, "a", platform="elsewhere")
    queue(world, "b")
    await world.deliver()
    assert world.platform.said == []
    assert reasons(world) == {}


async def test_one_lane_that_fails_does_not_hold_up_another(world: World) -> None:
    world.platform.faults = [Later(600)]
    await world.hear(Started())
    await world.hear(Started(), person=BEN)
    await world.settle()
    assert {key.split("/")[0] for key, _ in world.platform.sent} == {"event-2"}


async def test_a_sender_that_dies_is_followed_by_another_when_its_lease_is_over(world: World) -> None:
    queue(world, "a", "b")
    world.dies_at = "after_send"
    await world.deliver()
    assert world.platform.said == ["a"]
    heir = World(world.store, world.platform)
    heir.now = world.now + LEASE * 0.9
    await heir.deliver()
    assert world.platform.said == ["a"]
    heir.now = world.now + LEASE
    await heir.deliver()
    assert world.platform.looked_up == ["a"]
    assert world.platform.said == ["a", "b"]


async def test_a_sender_that_was_paused_beyond_its_lease_changes_nothing(world: World) -> None:
    heir = World(world.store, Recorder())
    world.platform.send = slow = Gate(world.platform)  # type: ignore[method-assign, assignment]
    queue(world, "a", "b")
    await world.runtime.delivery.claim()
    await slow.reached.wait()
    heir.now = world.now + LEASE
    heir.platform.has = {"a": "id-of-a"}
    await heir.deliver()
    slow.open.set()
    await world.runtime.delivery.settled()
    assert world.platform.said == ["a"]
    assert heir.platform.said == ["b"]


async def test_a_stop_lets_the_send_in_flight_end_and_leaves_the_rest(world: World) -> None:
    world.platform.send = slow = Gate(world.platform)  # type: ignore[method-assign, assignment]
    queue(world, "a", "b")
    await world.runtime.delivery.claim()
    await slow.reached.wait()
    stopping = asyncio.create_task(world.runtime.stop())
    await asyncio.sleep(0)
    slow.open.set()
    await stopping
    assert world.platform.said == ["a"]
    heir = World(world.store)
    await heir.deliver()
    assert heir.platform.said == ["b"]
    assert heir.platform.looked_up == []


async def test_a_send_that_does_not_end_in_time_is_cut_and_in_doubt(world: World) -> None:
    world.platform.send = slow = Gate(world.platform)  # type: ignore[method-assign, assignment]
    queue(world, "a")
    await world.runtime.delivery.claim()
    await slow.reached.wait()
    await world.runtime.delivery.stop(0.01)
    heir = World(world.store)
    await heir.deliver()
    assert heir.platform.looked_up == ["a"]
    assert heir.platform.said == ["a"]


async def test_a_message_is_replaced_and_withdrawn_by_the_id_it_has_on_its_platform(world: World) -> None:
    queue(world, "a")
    queue(world, "b", operation="replace", about="a")
    queue(world, "c", operation="withdraw", about="a")
    queue(world, "d", operation="replace", about="never said")
    await world.deliver()
    assert world.platform.changed == [("replaced", "id-1", "b"), ("withdrawn", "id-1", "")]
    assert list(reasons(world)) == ["d"]


async def test_what_cannot_be_read_any_more_is_given_up(world: World) -> None:
    message = Message("a", "recorder", "", b'{"type": "song"}')
    world.store.run_now(lambda tx: tx.outbox.add(ANA.key, [message], world.now))
    queue(world, "b")
    await world.deliver()
    assert world.platform.said == ["b"]
    assert list(reasons(world)) == ["a"]


class Gate:
    """A `send` that says that it was reached, and goes on when it is opened."""

    def __init__(self, platform: Recorder) -> None:
        self.reached, self.open = asyncio.Event(), asyncio.Event()
        self._send = platform.send

    async def __call__(self, *message: object) -> str:
        self.reached.set()
        await self.open.wait()
        return await self._send(*message)  # type: ignore[arg-type]
