"""The scheduler: silence is noticed once, on the person's own clock, late rather than never; what is old goes."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.silence import due_at
from dialogs.conversation import Conversation, Prompt
from dialogs.events import Started
from storage.installations import InstallationKey
from storage.secrets import KeyRing
from storage.store import Store
from tests.bot.running import PROBLEM, World
from tests.postgres import Postgres

# Ana, in Paris, spoke on Monday 2 March; five working days later it is Monday 9 March, half past nine is 8:30 UTC.
NUDGE = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)


async def tick(world: World) -> int:
    fired = await world.runtime.scheduler.tick()
    await world.settle()
    return fired


async def test_five_working_days_of_silence_bring_one_nudge_in_the_person_s_morning(world: World) -> None:
    await world.say(Started(), PROBLEM)
    world.now = NUDGE.replace(minute=29)
    assert await tick(world) == 0
    world.now = NUDGE
    assert await tick(world) == 1
    assert world.platform.said[-1] == "nudge.coaching"
    said = list(world.platform.said)
    world.later(days=1)
    assert await tick(world) == 0
    assert world.platform.said == said


async def test_after_two_weeks_the_coach_asks_where_it_stands_and_then_keeps_quiet(world: World) -> None:
    await world.say(Started(), PROBLEM)
    for day in range(9, 31):
        world.now = NUDGE.replace(day=day)
        await tick(world)
    assert [key for key in world.platform.said if key in ("nudge.coaching", "ctl.resume_stale")] == [
        "nudge.coaching",
        "ctl.resume_stale",
    ]


async def test_who_speaks_moves_the_moment(world: World) -> None:
    await world.say(Started(), PROBLEM)
    world.later(days=3)
    await world.say("why")
    world.now = NUDGE
    assert await tick(world) == 0


async def test_a_talk_that_ends_is_not_watched_any_more(world: World) -> None:
    await world.say(Started(), "stop", "delete")
    world.later(days=30)
    before = list(world.platform.said)
    await tick(world)
    assert world.platform.said == before


async def test_what_came_due_while_nobody_worked_is_late_but_not_lost_and_the_operator_is_told(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    await world.say(Started(), PROBLEM)
    world.now = NUDGE.replace(day=11)
    assert await tick(world) == 1
    assert world.platform.said[-1] == "nudge.coaching"
    assert "schedule.late" in capsys.readouterr().out


async def test_an_event_that_had_its_turn_late_is_watched_from_when_it_was_said(world: World) -> None:
    await world.hear(Started())
    world.now = NUDGE.replace(day=11)
    await world.settle()
    assert await tick(world) == 1
    assert world.platform.said[-1] == "nudge.coaching"


async def test_two_processes_fire_a_row_once(postgres: Postgres, keys: KeyRing) -> None:
    url = postgres.new_database()
    one, other = (World(Store.open(url, keys)) for _ in range(2))
    await one.say(Started(), PROBLEM)
    one.now = other.now = NUDGE
    ticks = await asyncio.gather(*(world.runtime.scheduler.tick() for world in (one, other, one, other)))
    assert sum(ticks) == 1
    assert await one.turn() == 1
    for world in (one, other):
        world.store.close()


async def test_what_is_done_long_enough_is_swept_away(world: World) -> None:
    await world.say(Started(), PROBLEM)
    sent = len(world.platform.said)
    assert await world.runtime.scheduler.sweep() == 0
    world.later(minutes=59)
    assert await world.runtime.scheduler.sweep() == 0, "not so soon again"
    world.later(days=8)
    assert await world.runtime.scheduler.sweep() == 2
    world.later(days=30)
    assert await world.runtime.scheduler.sweep() == sent


async def test_a_sweep_goes_on_until_nothing_old_is_left(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.scheduler.BATCH", 2)
    await world.say(*["why"] * 6)
    world.later(days=8)
    assert await world.runtime.scheduler.sweep() == 6


async def test_what_comes_by_itself_is_said_in_private(world: World) -> None:
    await world.say(Started(), PROBLEM, place="#pumps")
    world.now = NUDGE
    assert await tick(world) == 1
    assert (world.platform.said[-1], world.platform.places[-1]) == ("nudge.coaching", "")


# ---- companies that left ----------------------------------------------------------------------------------------

ACME = InstallationKey("slack", "", "acme")


async def left(world: World) -> None:
    """Ana has a talk; then her company removes the app."""
    await world.say(Started(), PROBLEM)
    world.store.run_now(lambda tx: tx.installations.put(ACME, b"{}", world.now))
    world.store.run_now(lambda tx: tx.installations.remove(ACME, world.now))


async def test_what_a_company_left_goes_thirty_days_later(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    await left(world)
    world.later(days=30)
    await world.runtime.scheduler.sweep()
    assert world.problem() == PROBLEM
    world.later(hours=1)
    await world.runtime.scheduler.sweep()
    assert world.problem() == ""
    assert world.store.run_now(lambda tx: tx.installations.get(ACME)) is None
    told = capsys.readouterr().out
    assert "tenants.forgotten" in told
    assert "acme" not in told


async def test_a_company_that_came_back_in_time_finds_all_as_it_was(world: World) -> None:
    await left(world)
    world.later(days=29)
    world.store.run_now(lambda tx: tx.installations.put(ACME, b"{}", world.now))
    world.later(days=29)
    await world.runtime.scheduler.sweep()
    assert world.problem() == PROBLEM


async def test_installs_that_were_never_finished_are_swept_away(world: World) -> None:
    world.store.run_now(lambda tx: tx.oauth_states.issue("state", world.now))
    assert await world.runtime.scheduler.sweep() == 1


def test_nothing_is_due_when_there_is_no_talk() -> None:
    assert due_at(Conversation(), "UTC") is None


def test_a_reminder_is_due_at_the_moment_that_was_asked_for() -> None:
    moment = datetime(2026, 3, 5, 14, tzinfo=UTC)
    assert due_at(Conversation(remind_at=moment), "Asia/Tokyo") == moment


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        ("America/New_York", datetime(2026, 3, 9, 13, 30, tzinfo=UTC)),  # summer time began on 8 March
        ("Asia/Kolkata", datetime(2026, 3, 9, 4, 0, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 3, 8, 22, 30, tzinfo=UTC)),
    ],
)
def test_the_morning_is_that_of_the_person(zone: str, due: datetime) -> None:
    spoke = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert due_at(Conversation(status="talking", prompt=Prompt("q.problem", "1"), last_at=spoke), zone) == due
