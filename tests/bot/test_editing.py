"""Plans edited in a form: the plan of the talk, an earlier one, one step; only what was changed counts."""

from typing import Any

import pytest

from adapters.hearing import SheetSent
from bot import looking
from dialogs.plan import Plan
from dialogs.views import Sheet, SheetKey
from storage.store import Store
from tests.bot.talking import ANA, BEN, Talk, keys_of
from tests.bot.test_desk import PROBLEM, TO_THE_END, TO_THE_SUMMARY

ORDERS = "Orders wait 3 days at the desk since March"


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


def sheet(talk: Talk, key: SheetKey, about: str = "") -> Sheet | None:
    return talk.store.run_now(lambda tx: looking.sheet(tx, talk.desk.company, talk.person, key, about, talk.now))


def send(talk: Talk, about: str, **news: str) -> list[str]:
    """The sheet is sent as it is shown, with these values changed (`__` is a dot)."""
    key: SheetKey = "edit.step" if "/" in about else "edit.plan"
    asked = sheet(talk, key, about)
    assert asked is not None
    values = {one.name: one.value for one in asked.inputs}
    changed = {name.replace("__", "."): value for name, value in news.items()}
    return keys_of(talk.take(SheetSent(key, about, values | changed)))


def plan(talk: Talk, number: int) -> Plan:
    kept = talk.store.run_now(lambda tx: tx.plans.get(talk.person.key, number))
    assert kept is not None
    return kept


def ready(talk: Talk) -> Talk:
    talk.say("/plan start", PROBLEM, *TO_THE_SUMMARY, *TO_THE_END)
    return talk


def versions(talk: Talk, number: int) -> int:
    return len(talk.store.run_now(lambda tx: tx.plans.versions(talk.person.key, number)))


def test_the_plan_of_the_talk_is_edited_and_the_question_put_again(ana: Talk) -> None:
    ana.say("/plan start", PROBLEM, "the technicians, every week")
    assert send(ana, "1", problem__who="the site leads, every day") == ["edit.done", "q.objective"]
    assert ana.state().plan.who == "the site leads, every day"
    assert ana.state().plan.problem == PROBLEM


def test_a_finished_plan_that_is_edited_has_a_new_version(ana: Talk) -> None:
    ready(ana)
    assert send(ana, "1", problem__who="the site leads, every day")[0] == "edit.done"
    assert plan(ana, 1).who == "the site leads, every day"
    assert versions(ana, 1) == 2


def test_an_earlier_plan_is_edited_and_the_talk_stays_as_it_is(ana: Talk) -> None:
    ready(ana).say("/plan start", ORDERS)
    talk, before = ana.state(), versions(ana, 1)
    assert send(ana, "1", problem__who="the site leads, every day")[0] == "edit.done"
    assert ana.state() == talk
    assert (plan(ana, 1).who, plan(ana, 1).state) == ("the site leads, every day", "ready")
    assert versions(ana, 1) == before + 1


def test_a_step_is_edited(ana: Talk) -> None:
    ready(ana)
    assert send(ana, "1/0", owner="Noé", due="2026-04-10")[0] == "edit.done"
    step = plan(ana, 1).steps[0]
    assert (step.owner, str(step.due)) == ("Noé", "2026-04-10")


def test_a_step_of_an_earlier_plan_is_edited(ana: Talk) -> None:
    ready(ana).say("/plan start", ORDERS)
    send(ana, "1/0", owner="Noé")
    assert plan(ana, 1).steps[0].owner == "Noé"


@pytest.mark.parametrize("number", ["1", "2"])
def test_a_sheet_that_comes_back_as_it_was_changes_nothing(ana: Talk, number: str) -> None:
    ready(ana).say("/plan start", ORDERS)
    before = ana.state(), versions(ana, 1)
    assert send(ana, number) == []
    assert (ana.state(), versions(ana, 1)) == before


def test_without_a_number_it_is_the_plan_of_the_talk_else_the_latest(ana: Talk) -> None:
    def number() -> str | None:
        asked = sheet(ana, "edit.plan")
        return asked.about if asked else None

    assert number() is None
    ready(ana)
    assert number() == "1"
    ana.say("/plan start", ORDERS)
    assert number() == "2"
    ana.say("stop")
    ana.press("btn.delete")
    assert number() == "1"


@pytest.mark.parametrize(("key", "about"), [("edit.plan", "7"), ("edit.step", "1/9"), ("edit.step", "7/0")])
def test_what_is_gone_cannot_be_edited(ana: Talk, key: Any, about: str) -> None:
    ready(ana)
    assert sheet(ana, key, about) is None
    assert keys_of(ana.take(SheetSent(key, about, {"text": "Zoé calls"}))) == ["edit.gone"]


def test_somebody_elses_plan_is_not_there(ana: Talk, store: Store) -> None:
    ready(ana)
    assert sheet(Talk(store, BEN), "edit.plan", "1") is None


@pytest.mark.parametrize(
    ("about", "values", "faulty"),
    [("1/0", {"due": "2020-01-01"}, ["due"]), ("1", {"steps": ""}, ["steps"]), ("9", {"steps": ""}, [])],
)
def test_what_cannot_be_kept_is_sent_back(ana: Talk, about: str, values: dict[str, str], faulty: list[str]) -> None:
    ready(ana)
    sent = SheetSent("edit.step" if "/" in about else "edit.plan", about, values)
    faults = ana.store.run_now(lambda tx: looking.faults(tx, ana.desk.company, ANA, sent, ana.now))
    assert list(faults) == faulty
