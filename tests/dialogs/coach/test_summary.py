"""The plan on one screen: its title never names the tool, its open points are all there is missing."""

from datetime import date

import pytest

from dialogs.coach.summary import card, open_points, title_of
from dialogs.conversation import Conversation, Slot
from dialogs.lang import LANGS, Lang
from dialogs.plan import Objective, Obstacle, Plan, Step
from tests.dialogs.test_engine_wishes import talk_at

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        (Plan(), "A plan in the making"),
        (Plan(problem="nobody answers our ideas, ever"), "Nobody answers your ideas"),
        (Plan(problem="x", objective=Objective("an answer to each idea")), "An answer to each idea"),
        (Plan(problem="late answers", objective=Objective("launch a wiki")), "Late answers"),
        (Plan(objective=Objective("repeat visits from 21 to 14", measure="repeat visits")), "Repeat visits"),
    ],
)
def test_the_title_comes_from_the_objective_never_from_a_tool(plan: Plan, title: str) -> None:
    assert title_of(plan, "en") == title


@pytest.mark.parametrize("lang", LANGS)
def test_a_full_plan_fits_its_rows_and_misses_nothing(lang: Lang) -> None:
    talk = talk_at(lang, "share")
    shown = card(talk.conversation, TODAY)
    assert [row.label for row in shown.rows[:3]] == {
        "en": ["Problem", "Objective", "Already there"],
        "fr": ["Problème", "Objectif", "Existant"],
    }[lang]
    assert all(row.text for row in shown.rows)
    assert shown.text.startswith(f"*{shown.title}*")
    assert open_points(talk.conversation, TODAY) == []


def test_every_gap_is_an_open_point() -> None:
    plan = Plan(
        objective=Objective("jobs done twice", baseline=45, unit="days", estimate=True),
        steps=(
            Step("drill", due=TODAY),
            Step("list", owner="Ana"),
            Step("see", verdict="pending", unsure="what is in its way"),
        ),
        obstacles=(Obstacle(sensitive=True),),
        people="the leads, Brazil has none yet",
    )
    slots = {"problem.what": Slot("open"), "decision": Slot("open", "we'll see"), "people": Slot("given", plan.people)}
    assert open_points(Conversation(plan=plan, slots=slots), TODAY) == [
        "problem: not said",
        "decision: “we'll see”",
        "45 days today: to check",
        "who does “drill”",
        "day for “list”",
        "see: what is in its way",
        "Brazil has none yet",
        "a day for the talk in person",
    ]


def test_none_open_is_only_said_after_the_last_question() -> None:
    assert "Open" not in [row.label for row in card(talk_at("en", "steps").conversation, TODAY).rows]
    assert card(talk_at("en", "share").conversation, TODAY).rows[-1].text == "none"
