"""What each version of a plan changed, and which changes ask for the yes again."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from dialogs.lang import Lang
from dialogs.life.history import Version, history, is_core_change
from dialogs.life.others import seen_by_others
from dialogs.plan import Decision, Objective, Obstacle, Plan, Step
from tests.dialogs.life.early_plans import IDEAS, REPAIRS, TODAY

SORT, ANSWER = IDEAS.steps
TO_TARGET = IDEAS.objective


def versions(*plans: Plan) -> list[Version]:
    """One a day from 12 March on."""
    return [Version(number, datetime(2026, 3, 11 + number, tzinfo=UTC), plan) for number, plan in enumerate(plans, 1)]


def changed(before: Plan, after: Plan, lang: Lang = "en") -> str:
    """What the second version says, with plain blanks."""
    newest, _ = history(versions(before, after), lang, TODAY)
    return newest.replace("\u00a0", " ")


def test_the_newest_version_comes_first_and_says_what_was_there_before() -> None:
    moved = replace(IDEAS, objective=replace(TO_TARGET, target=30, due=date(2026, 9, 30)))
    third = replace(moved, steps=(*IDEAS.steps, Step("thank each author", "Karim")), state="in_review")
    assert history(versions(IDEAS, moved, third), "en", TODAY) == (
        "3 (14 March): step added: “thank each author”; in review",
        "2 (13 March): objective 150 → 14 days by 30 June became 150 → 30 days by 30 September",
        "1 (12 March): the first version",
    )


def test_french_reads_as_french() -> None:
    moved = replace(
        REPAIRS,
        objective=replace(REPAIRS.objective, target=12),
        obstacles=(*REPAIRS.obstacles, Obstacle("les fiches finissent dans un tiroir")),
        problem="",
    )
    assert history(versions(REPAIRS, moved), "fr", TODAY)[0] == (
        "2 (13 mars)\u00a0: "
        "problème en moins\u00a0: «\u00a0Gdansk a refait une réparation que Lyon avait faite en janvier, 9…\u00a0»\u00a0; "
        "objectif 18 → 9 pannes devient 18 → 12 pannes\u00a0; "
        "obstacle en plus\u00a0: «\u00a0les fiches finissent dans un tiroir\u00a0»"
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "no word changed"),
        ({"problem": "nobody answers"}, "problem “30 ideas from October, none answered” became “nobody answers”"),
        ({"people": ""}, "people taken out: “Karim and the 6 shift leads”"),
        ({"decision": Decision()}, "decision taken out: Karim, not asked yet"),
        ({"commitment": "book the room"}, "first action: book the room"),
        ({"objective": Objective("answers")}, "objective Days from idea to answer: 150 → 14 days by 30 June became Answers"),
        ({"steps": (SORT,)}, "step taken out: “answer all of them in one go”"),
        ({"steps": (SORT, replace(ANSWER, text="answer them one by one"))}, "step “answer all of them in one go” became “answer them one by one”"),
        ({"steps": (SORT, replace(ANSWER, owner="Maya"))}, "step “answer all of them in one go” Karim, 26 March became Maya, 26 March"),
        ({"steps": (SORT, replace(ANSWER, owner=None, due=None))}, "step “answer all of them in one go” taken out: Karim, 26 March"),
        ({"obstacles": (Obstacle(sensitive=True),)}, "obstacle added: “something sensitive, to be talked about in person”"),
        ({"ifthen": "we meet on Monday"}, "if it happens: “we meet on Monday”"),
        ({"state": "ready"}, "ready"),
    ],
)  # fmt: skip
def test_a_change_is_said_in_the_plans_words(changes: dict[str, Any], said: str) -> None:
    assert changed(IDEAS, replace(IDEAS, **changes)) == f"2 (13 March): {said}"


def test_others_read_nothing_of_what_is_sensitive() -> None:
    hidden = replace(IDEAS, obstacles=(Obstacle(sensitive=True),))
    assert changed(seen_by_others(IDEAS), seen_by_others(hidden)) == "2 (13 March): no word changed"


def test_a_plan_without_versions_has_no_history() -> None:
    assert history((), "en", TODAY) == ()


ASKED = Decision("Karim", ask_on=date(2026, 3, 5))
SAID_YES = Decision("Karim", said_yes=True, said_yes_on=date(2026, 3, 5))


@pytest.mark.parametrize(
    ("before", "after", "core"),
    [
        ({}, {}, False),
        ({}, {"problem": "something else"}, True),
        ({}, {"who": "the night shift"}, True),
        ({}, {"objective": replace(TO_TARGET, due=date(2026, 9, 30))}, True),
        ({}, {"objective": replace(TO_TARGET, estimate=True)}, False),
        ({}, {"decision": Decision("Priya")}, True),
        ({"decision": ASKED}, {"decision": SAID_YES}, False),
        ({"decision": SAID_YES}, {"decision": replace(SAID_YES, said_yes_on=None)}, False),
        ({"decision": SAID_YES}, {"decision": ASKED}, True),
        ({"decision": ASKED}, {"decision": replace(SAID_YES, sponsor="Priya")}, True),
        ({}, {"steps": (), "people": "me", "mechanism": "", "obstacles": (Obstacle("x"),), "ifthen": "y"}, False),
        ({}, {"state": "approved"}, False),
    ],
)
def test_problem_objective_and_decision_are_the_core(before: dict[str, Any], after: dict[str, Any], core: bool) -> None:
    assert is_core_change(replace(IDEAS, **before), replace(IDEAS, **{**before, **after})) is core
