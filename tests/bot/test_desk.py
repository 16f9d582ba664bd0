"""The desk on a real database: one event, one transaction, and what is remembered of it."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from adapters.hearing import Happened, Person
from bot.desk import Desk
from dialogs.events import Elapsed, LanguageChosen, Said, Started
from storage.conversations import Conversations
from storage.offers import Offers
from storage.people import People
from storage.plans import PlanEntry, Plans
from storage.store import Store
from tests.bot.talking import ANA, MORNING, TEAM, Talk, keys_of, rows, texts_of

PROBLEM = "Each pump fault is mended three times, 9 hours lost in May"
TO_THE_SUMMARY = (
    "the technicians, every week", "from 9 to 5 hours by 30 June", "the site head, she said yes on Monday", "a phone list",
    "only sometimes", "the site leads", "Léa films two repairs by 20 March", "nobody has time for it",
)  # fmt: skip
TO_THE_END = ("Léa films the first on Friday", "then we skip a week", "yes", "only me")


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


def begun(talk: Talk) -> Talk:
    talk.channel()
    talk.press("btn.start")
    return talk


# ---- one transaction ------------------------------------------------------------------------------------------

BREAKING: list[tuple[type[Any], str, Callable[[Talk], Any], Callable[[Talk], Any]]] = [
    (People, "put", lambda t: None, lambda t: t.channel()),
    (Offers, "record", lambda t: None, lambda t: t.channel()),
    (Conversations, "save", begun, lambda t: t.say(PROBLEM)),
    (Plans, "save", begun, lambda t: t.say(PROBLEM)),
    (Offers, "answer", Talk.channel, lambda t: t.press("btn.start")),
    (People, "put", Talk.channel, lambda t: t.press("btn.never")),
    (Plans, "delete", lambda t: begun(t).say(PROBLEM, "stop"), lambda t: t.press("btn.delete")),
]


@pytest.mark.parametrize(("table", "method", "before", "event"), BREAKING)
def test_step_that_fails_undoes_the_turn_and_the_event_can_come_again(
    ana: Talk,
    tmp_path: Path,
    table: type[Any],
    method: str,
    before: Callable[[Talk], Any],
    event: Callable[[Talk], Any],
) -> None:
    before(ana)
    stored, moment = rows(tmp_path), ana.now
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(table, method, lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            event(ana)
    assert rows(tmp_path) == stored
    ana.now = moment
    assert event(ana).replies
    assert rows(tmp_path) != stored


def test_silence_in_which_nothing_is_due_is_not_written(ana: Talk, tmp_path: Path) -> None:
    ana.wait(minutes=5)
    assert 'INSERT INTO "people"' not in "".join(rows(tmp_path))
    begun(ana).say(PROBLEM)
    stored = rows(tmp_path)
    assert ana.wait(minutes=5).replies == ()
    assert rows(tmp_path) == stored
    assert keys_of(ana.wait(days=10)) == ["nudge.coaching"]
    assert rows(tmp_path) != stored


# ---- plans ----------------------------------------------------------------------------------------------------


def test_plan_has_a_row_from_its_first_answer_and_versions_from_the_end_of_coaching(ana: Talk, store: Store) -> None:
    def kept() -> tuple[PlanEntry, ...]:
        return store.run_now(lambda tx: tx.plans.list(ANA.key))

    def versions() -> int:
        return len(store.run_now(lambda tx: tx.plans.versions(ANA.key, 1)))

    begun(ana)
    assert kept() == ()
    ana.say(PROBLEM)
    first = PlanEntry(1, "in_coaching", ana.now)
    assert kept() == (first,)
    ana.say(*TO_THE_SUMMARY[:-1])
    assert kept() == (first,), "while it takes shape the talk holds the plan"
    assert "summary.card" in keys_of(ana.say(TO_THE_SUMMARY[-1]))
    assert kept() == (PlanEntry(1, "in_coaching", ana.now),)
    assert versions() == 0
    assert keys_of(ana.say(*TO_THE_END))[-1].startswith("close.done")
    assert kept() == (PlanEntry(1, "ready", ana.now),)
    assert versions() == 1
    assert store.run_now(lambda tx: tx.plans.get(ANA.key, 1)) == ana.state().plan


def test_plan_left_for_another_keeps_what_was_said_last(ana: Talk, store: Store) -> None:
    begun(ana).say(PROBLEM, "the technicians, every week", "stop")
    ana.press("btn.keep")
    left = ana.state().plan
    ana.say("/plan start")
    assert store.run_now(lambda tx: tx.plans.get(ANA.key, 1)) == left
    assert left.who == "the technicians, every week"


@pytest.mark.parametrize("told", [(), TO_THE_SUMMARY])
def test_deleting_the_notes_removes_the_plan(ana: Talk, store: Store, told: tuple[str, ...]) -> None:
    begun(ana).say(PROBLEM, *told, "stop")
    assert keys_of(ana.press("btn.delete")) == ["ctl.deleted"]
    assert store.run_now(lambda tx: tx.plans.list(ANA.key)) == ()
    assert store.run_now(lambda tx: tx.plans.versions(ANA.key, 1)) == ()
    assert ana.state().slots == {}


# ---- people ---------------------------------------------------------------------------------------------------


def test_language_is_that_of_the_message_until_the_person_chooses(ana: Talk, store: Store) -> None:
    assert texts_of(ana.channel("On devrait ouvrir un compte Instagram")).startswith("Bonjour Ana")
    assert store.run_now(lambda tx: tx.people.get(ANA.key)).locale == "fr"  # type: ignore[union-attr]
    answer = ana.take(LanguageChosen("en"))
    assert keys_of(answer) == ["ctl.language", "intercept.open_nogoal"]
    assert store.run_now(lambda tx: tx.people.get(ANA.key)).locale == "en"  # type: ignore[union-attr]


def test_new_first_name_is_used_and_kept(ana: Talk, store: Store) -> None:
    begun(ana).say(PROBLEM, "pause")
    assert "Welcome back, Zoé." in texts_of(ana.called(first_name="Zoé").say("resume"))
    assert store.run_now(lambda tx: tx.people.get(ANA.key)).first_name == "Zoé"  # type: ignore[union-attr]
    assert "Welcome back, Zoé." in texts_of(ana.called(first_name="").say("resume")), "a platform may not tell it"


async def test_two_people_at_once_have_two_talks(store: Store) -> None:
    desk = Desk(TEAM)

    async def talk(person: Person, problem: str) -> str:
        for event in (Started(), Said(problem)):
            answer = await store.run(partial(desk.take, happened=Happened(person, event, "test", MORNING)))
        return answer.conversation.plan.problem

    told = {n: f"Line {n} waited {n} hours for parts in May" for n in range(2, 6)}
    people = {n: msgspec.structs.replace(ANA, id=f"p{n}") for n in told}
    kept = await asyncio.gather(*(talk(people[n], told[n]) for n in told))
    assert kept == list(told.values())


async def test_turns_of_one_person_at_once_are_all_taken_in_order(store: Store) -> None:
    desk = Desk(TEAM)
    words = ("/plan start", PROBLEM, "the technicians, every week", "from 9 to 5 hours by 30 June")
    turns = (partial(desk.take, happened=Happened(ANA, Said(text), "test", MORNING)) for text in words)
    answers = await asyncio.gather(*(store.run(turn) for turn in turns))
    assert [keys_of(answer)[-1] for answer in answers] == ["q.problem", "q.problem.who", "q.objective", "q.decision"]


def test_two_companies_are_apart(store: Store) -> None:
    here, there = Talk(store), Talk(store, msgspec.structs.replace(ANA, tenant="zeta"))
    begun(here).say(PROBLEM)
    assert there.state().status == "idle"
    assert keys_of(there.say("/plan list")) == ["cmd.none"]
    assert there.channel().quiet == "", "the offer of the other company counts there only"
    there.press("btn.never")
    assert "Each pump fault" in texts_of(here.say("/plan list"))


def test_elapsed_time_is_taken_by_the_persons_own_clock(store: Store) -> None:
    tokyo = Talk(store, msgspec.structs.replace(ANA, zone="Asia/Tokyo"))
    tokyo.channel()  # 18:01 in Tokyo
    tokyo.press("btn.later")
    assert "3 March 09:00" in texts_of(tokyo.press("btn.today"))
    assert tokyo.take(Elapsed()).replies == ()
