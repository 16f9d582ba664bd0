"""The levels of a plan, criterion by criterion, as an answer gets better."""

from datetime import date
from typing import Any

import msgspec
import pytest

from dialogs.conversation import Conversation, Slot
from dialogs.plan import Decision, Objective, Obstacle, Plan, Step
from dialogs.review import CRITERIA, is_ready, levels, with_weak

TODAY = date(2026, 3, 2)
DUE = date(2026, 6, 30)
STEP = Step("list the faults", owner="Ana", due=date(2026, 3, 13))
# A criterion, what the plan holds, and its level.
LADDER: list[tuple[str, dict[str, Any], int]] = [
    ("problem", {}, 0),
    ("problem", {"problem": "answers come late"}, 1),
    ("problem", {"problem": "answers come late", "who": "the night shift"}, 2),
    ("problem", {"problem": "12 answers came late", "who": "the night shift"}, 3),
    ("objective", {}, 0),
    ("objective", {"objective": Objective("faster answers")}, 1),
    ("objective", {"objective": Objective("faster answers", target=2)}, 2),
    ("objective", {"objective": Objective("faster answers", baseline=26, target=2, due=DUE)}, 3),
    ("mechanism", {}, 0),
    ("mechanism", {"mechanism_level": "none"}, 1),
    ("mechanism", {"mechanism_level": "none", "steps": (Step("try it by hand"),)}, 2),
    ("mechanism", {"mechanism": "a duty phone", "mechanism_level": "fragile"}, 2),
    ("mechanism", {"mechanism": "a case hour", "mechanism_level": "works"}, 2),
    ("mechanism", {"mechanism": "a case hour, 12 solved", "mechanism_level": "works"}, 3),
    ("people", {}, 0),
    ("people", {"people": "the six leads"}, 2),
    ("people", {"people": "the six leads: they note one fix each"}, 3),
    ("people", {"people": "shift leads read the notes out at the handover"}, 3),
    ("steps", {}, 0),
    ("steps", {"steps": (STEP, Step("see"))}, 1),
    ("steps", {"steps": (STEP, Step("see", owner="Ana"))}, 2),
    ("steps", {"steps": (Step("list", owner="Ana", due=date(2026, 3, 17)),)}, 2),
    ("steps", {"steps": (STEP,)}, 3),
    ("blockers", {}, 0),
    ("blockers", {"obstacles": (Obstacle("mindset", abstract=True),)}, 1),
    ("blockers", {"obstacles": (Obstacle("no time", "time"),)}, 2),
    ("blockers", {"obstacles": (Obstacle("no time", "time"),), "ifthen": "we skip a week"}, 3),
    ("blockers", {"obstacles": (Obstacle(sensitive=True),)}, 1),
    ("blockers", {"obstacles": (Obstacle(sensitive=True, talk_on=DUE),)}, 3),
    ("decision", {}, 0),
    ("decision", {"decision": Decision("Ines")}, 1),
    ("decision", {"decision": Decision("Ines", ask_on=DUE)}, 2),
    ("decision", {"decision": Decision("Ines", said_yes=True)}, 2),
    ("decision", {"decision": Decision("Ines", said_yes=True, said_yes_on=TODAY)}, 3),
]
# A weakness that an answer was kept with, and the level that it caps.
CAPPED: list[tuple[str, str, str, dict[str, Any], int]] = [
    ("problem", "problem.what", "solution_as_problem", {"problem": "we lack 1 wiki", "who": "us"}, 0),
    ("problem", "problem.who", "everyone", {"problem": "12 late answers", "who": "everyone"}, 1),
    ("objective", "objective.outcome", "tool_as_objective", {"objective": Objective("a wiki")}, 0),
    ("people", "people", "everyone", {"people": "everyone"}, 1),
    ("steps", "steps", "no_step", {"steps": (STEP,)}, 0),
]


@pytest.mark.parametrize(("criterion", "held", "level"), LADDER)
def test_a_criterion_rises_with_what_the_plan_holds(criterion: str, held: dict[str, Any], level: int) -> None:
    assert levels(Plan(**held), "en", TODAY)[criterion] == level


@pytest.mark.parametrize(("criterion", "slot", "pattern", "held", "level"), CAPPED)
def test_a_weak_answer_caps_its_criterion(
    criterion: str, slot: str, pattern: str, held: dict[str, Any], level: int
) -> None:
    weak = Conversation(plan=Plan(**held), slots={slot: Slot("open", "…", pattern)})
    assert levels(with_weak(weak), "en", TODAY)[criterion] == level


def test_a_plan_without_any_tool_can_reach_the_top_and_is_ready() -> None:
    best = {
        criterion: max((row for row in LADDER if row[0] == criterion), key=lambda row: row[2])[1]
        for criterion in CRITERIA
    }
    plan = Plan()
    for held in best.values():
        plan = msgspec.structs.replace(plan, **held)
    found = levels(plan, "en", TODAY)
    assert set(found.values()) == {3}
    assert is_ready(found)


@pytest.mark.parametrize(
    ("changed", "ready"), [({}, True), ({"people": 0}, False), ({"steps": 1}, False), ({"people": 1}, True)]
)
def test_a_plan_is_ready_without_a_gap_and_with_its_core(changed: dict[str, int], ready: bool) -> None:
    assert is_ready({**dict.fromkeys(CRITERIA, 2), **changed}) is ready


def test_a_plan_keeps_its_weaknesses_when_its_talk_is_over() -> None:
    said = Conversation(
        plan=Plan(people="everyone"), slots={"people": Slot("open", "everyone", "everyone"), "steps": Slot("given")}
    )
    kept = with_weak(said)
    assert kept.weak == {"people": "everyone"}
    assert with_weak(Conversation(plan=kept)) == kept


def test_a_weakness_that_was_made_good_is_forgotten() -> None:
    better = Conversation(
        plan=Plan(people="the six leads", weak={"people": "everyone"}), slots={"people": Slot("given")}
    )
    assert with_weak(better).weak == {}
