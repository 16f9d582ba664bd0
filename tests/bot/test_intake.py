"""Intake: kept before it is acknowledged, once however often it comes, and only what may start a talk."""

import pytest
from structlog.testing import capture_logs

from adapters.hearing import Commanded, Seen
from dialogs.events import Clicked, Started, Unsaid
from dialogs.interception.manners import A_COMPANY_AN_HOUR
from dialogs.person import PersonId
from storage.lanes import Lanes
from storage.transaction import Transaction
from tests.bot.running import Killed, World
from tests.bot.talking import ANA, BEN, TOOL_FIRST
from tests.conftest import FilesHolding


async def overhear(world: World, text: str, source: str = "post-1", channel: str = "team", message: str = "") -> bool:
    """What an adapter does with a channel message."""
    finding = world.runtime.intake.judge(text)
    if finding is None:
        return False
    return await world.hear(Seen(channel, finding, message=message), source=source, place=f"#{channel}")


async def test_an_event_that_is_repeated_is_taken_once(world: World) -> None:
    assert await world.hear(Started(), source="press-1")
    assert not await world.hear(Started(), source="press-1")
    assert await world.turn() == 1
    assert not await world.hear(Started(), source="press-1"), "however late"
    assert await world.turn() == 0


async def test_two_companies_may_use_the_same_source(world: World) -> None:
    other = type(BEN)("other", "ben", "Ben")
    assert await world.hear(Started(), source="press-1")
    assert await world.hear(Started(), source="press-1", person=other)


async def test_the_event_is_committed_before_it_is_acknowledged(world: World) -> None:
    world.dies_at = "before_ack"
    with pytest.raises(Killed):
        await world.hear(Started())
    assert await World(world.store).turn() == 1


async def test_what_could_not_be_kept_is_not_acknowledged(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Lanes, "wake", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await world.hear(Started(), source="press-1")
    assert world.points == []
    assert await world.hear(Started(), source="press-1"), "the platform sends it again"


async def test_a_message_that_is_not_tool_first_is_forgotten(world: World, files_holding: FilesHolding) -> None:
    assert not await overhear(world, "Lunch is at noon by the fountain")
    assert await world.turn() == 0
    assert files_holding("fountain") == []


async def test_a_tool_first_message_gets_its_offer(world: World) -> None:
    assert await overhear(world, TOOL_FIRST)
    await world.settle()
    assert world.platform.said == ["intercept.open"]


async def test_where_the_coach_may_not_speak_a_tool_first_message_is_forgotten_too(world: World) -> None:
    assert not await overhear(world, TOOL_FIRST, channel="elsewhere")
    assert world.store.run_now(lambda tx: tx.inbox.waiting_since()) is None


async def test_manners_are_looked_at_again_when_the_turn_comes(world: World) -> None:
    assert await overhear(world, TOOL_FIRST, "post-1")
    assert await overhear(world, TOOL_FIRST, "post-2"), "the first is not offered yet"
    await world.settle()
    assert world.platform.said == ["intercept.open"]
    assert [count(world, outcome) for outcome in ("offered", "offered in this thread already")] == [1, 1]


async def test_interceptions_are_counted_by_what_became_of_them(world: World) -> None:
    await overhear(world, "Lunch is at noon")
    await overhear(world, TOOL_FIRST, channel="elsewhere")
    assert [count(world, outcome) for outcome in ("not tool-first", "channel not opted in")] == [1, 1]


# ---- the shadow ------------------------------------------------------------------------------------------------


async def test_in_the_shadow_a_message_is_counted_and_nothing_of_it_kept(world: World) -> None:
    await world.say(Commanded("here shadow", "pumps"), place="#pumps")
    for _ in range(2):
        assert not await overhear(world, TOOL_FIRST, channel="pumps", message="pumps/1.1")
    assert [count(world, outcome) for outcome in ("shadow", "offered in this thread already")] == [1, 1]
    assert await world.turn() == 0
    assert world.store.run_now(lambda tx: tx.conversations.load(ANA.key)) is None


# ---- messages that are gone --------------------------------------------------------------------------------------


async def test_an_offer_goes_with_its_message(world: World) -> None:
    await overhear(world, TOOL_FIRST, message="team/1.1")
    await world.settle()
    assert await world.hear(Unsaid("team/1.1"))
    await world.settle()
    await world.say(Clicked("btn.start"))
    assert world.platform.said == ["intercept.open", "intercept.gone"]


@pytest.mark.parametrize("source", ["team/1.2", "pumps/1.1", "1.1", ""])
async def test_the_end_of_another_message_is_no_matter(world: World, source: str) -> None:
    await overhear(world, TOOL_FIRST, message="team/1.1")
    await world.settle()
    assert not await world.hear(Unsaid(source))
    assert await world.turn() == 0


async def test_a_talk_that_began_does_not_go_with_its_message(world: World) -> None:
    await overhear(world, TOOL_FIRST, message="team/1.1")
    await world.settle()
    await world.say(Clicked("btn.start"))
    assert not await world.hear(Unsaid("team/1.1"))


async def test_a_message_of_somebody_who_never_spoke_to_the_coach_leaves_no_trace(world: World) -> None:
    assert not await world.hear(Unsaid("team/1.1"), source="unsaid-1")
    assert world.store.run_now(lambda tx: tx.conversations.load(ANA.key)) is None
    assert world.store.run_now(lambda tx: tx.inbox.waiting_since()) is None


def count(world: World, outcome: str) -> float | None:
    return world.runtime.metrics.registry.get_sample_value("planfirst_interceptions_total", {"outcome": outcome})


async def test_too_many_offers_in_an_hour_stop_and_are_told_to_whoever_runs_it(world: World) -> None:
    def make(tx: Transaction) -> None:
        for number in range(A_COMPANY_AN_HOUR):
            tx.offers.record(PersonId(ANA.tenant, f"p{number}"), f"room {number}", f"thread {number}", world.now)

    await world.store.run(make)
    with capture_logs() as logged:
        assert not await overhear(world, "We should launch a podcast")
    assert logged == [
        {"event": "intake.too_many_offers", "log_level": "warning", "platform": "recorder", "tenant": ANA.tenant}
    ]
