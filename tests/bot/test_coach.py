"""The coach as the chat platforms' apps see it, on a running runtime."""

import pytest

from adapters.hearing import Coach, Happened, Person, SheetSent
from bot.coach import RunningCoach
from dialogs.events import LanguageChosen, Started
from dialogs.person import PersonId
from dialogs.views import PlanGroup
from tests.bot.running import PROBLEM, World
from tests.bot.talking import ANA, TOOL_FIRST


@pytest.fixture
def coach(world: World) -> Coach:
    return RunningCoach(world.store, world.runtime.intake, world.desk, clock=lambda _: world.now)


async def test_it_judges_in_memory(coach: Coach) -> None:
    assert coach.judge("Lunch is at noon") is None
    finding = coach.judge(TOOL_FIRST)
    assert finding is not None
    assert finding.tool == "a TikTok page"


async def test_what_it_takes_is_kept_once(coach: Coach, world: World) -> None:
    happened = Happened(ANA, Started(), world.platform.name, world.now)
    assert await coach.take("command/1", happened)
    assert not await coach.take("command/1", happened)
    assert await world.turn() == 1


async def test_it_knows_who_it_met(coach: Coach, world: World) -> None:
    assert await coach.known(ANA.key) is None
    await world.say(LanguageChosen("fr"))
    assert await coach.known(ANA.key) == Person("acme", "ana", "Ana", "fr", "Europe/Paris")
    assert await coach.known(PersonId("zeta", "ana")) is None


async def test_the_home_page_shows_plans_and_settings_as_they_stand(coach: Coach, world: World) -> None:
    home = await coach.home(ANA)
    assert (home.groups, [button.key for button in home.buttons]) == ((), ["home.start", "home.settings"])
    await world.say(Started(), PROBLEM)
    home = await coach.home(ANA)
    assert [button.key for button in home.buttons] == ["home.continue", "home.settings"]
    assert len(home.waiting) == 1
    ((group,),) = (home.groups,)
    assert isinstance(group, PlanGroup)
    assert [(plan.number, plan.changed_on) for plan in group.plans] == [(1, "2 March")]


async def test_looking_changes_nothing(coach: Coach, world: World) -> None:
    await world.say(Started(), PROBLEM)
    before = world.store.run_now(lambda tx: tx.conversations.load(ANA.key))
    await coach.home(ANA)
    assert await coach.sheet(ANA, "edit.plan", "1") is not None
    assert await coach.sheet(ANA, "edit.plan", "2") is None
    assert list(await coach.faults(ANA, SheetSent("edit.plan", "1", {"steps": "x" * 4000}))) == ["steps"]
    assert world.store.run_now(lambda tx: tx.conversations.load(ANA.key)) == before
