"""What others see of a plan: its words, and no trace of what is not theirs to know."""

import re
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogs.lang import LANGS, Lang
from dialogs.life.findings import review
from dialogs.life.others import others_card, reviewed_by_others, seen_by_others
from dialogs.plan import Decision, Objective, Obstacle, Override, Plan, Step
from dialogs.replies import Choice
from dialogs.review import with_weak
from tests.dialogs.life.early_plans import IDEAS, REPAIRS, TODAY, record
from tests.transcripts.playing import Engine, play, read

PRIVATE = "zqx"  # stands in every part that is the owner's alone
text = st.text("abc é", max_size=12)
days = st.none() | st.dates(date(2026, 3, 1), date(2026, 12, 31))
steps = st.builds(
    Step,
    text=text,
    owner=st.none() | text,
    due=days,
    source=st.just(PRIVATE),
    read=st.just({"blocker": PRIVATE}),
    attrs=st.just({"blocker": PRIVATE}),
    unsure=st.just(PRIVATE),
    verdict=st.sampled_from([None, "no_tool", "unblock", "pending"]),
    rule=st.just(PRIVATE),
    reason=st.just(PRIVATE),
)
plans = st.builds(
    Plan,
    problem=text,
    who=text,
    objective=st.builds(Objective, outcome=text, target=st.none() | st.just(9.0), due=days),
    decision=st.builds(Decision, sponsor=text, ask_on=days),
    people=text,
    steps=st.lists(steps, max_size=3).map(tuple),
    obstacles=st.lists(st.builds(Obstacle, text=st.just("no time")), max_size=2).map(tuple),
    commitment=text,
    ifthen=text,
    trigger_tool=st.just(PRIVATE),
    overrides=st.just((Override("a step", "a wiki", PRIVATE),)),
    weak=st.dictionaries(st.sampled_from(["people", "blockers"]), st.just(PRIVATE)),
)
sensitive = st.builds(Obstacle, sensitive=st.just(True), talk_on=days)


@given(plans, sensitive, st.sampled_from(LANGS))
def test_something_sensitive_leaves_no_trace(plan: Plan, hidden: Obstacle, lang: Lang) -> None:
    open_plan = replace(plan, weak={"people": "everyone"})
    held = replace(open_plan, obstacles=(hidden, *plan.obstacles), weak={**open_plan.weak, "blockers": "avoided"})
    assert seen_by_others(held) == seen_by_others(open_plan)
    assert reviewed_by_others(held) == reviewed_by_others(open_plan)
    assert others_card(record(held), lang, False, TODAY) == others_card(record(open_plan), lang, False, TODAY)


@given(plans, sensitive)
def test_nothing_of_the_way_to_the_plan_is_in_it(plan: Plan, hidden: Obstacle) -> None:
    seen = seen_by_others(replace(plan, obstacles=(*plan.obstacles, hidden)))
    assert PRIVATE not in msgspec.json.encode(seen).decode()
    assert seen_by_others(seen) == seen


def test_a_parry_goes_with_the_obstacle_that_it_was_for() -> None:
    plan = replace(IDEAS, obstacles=(Obstacle(sensitive=True),), ifthen="I see her boss")
    assert seen_by_others(plan).ifthen == ""
    both = replace(plan, obstacles=(*plan.obstacles, Obstacle("Karim cancels")))
    assert seen_by_others(both).ifthen == "I see her boss"


def test_a_reader_sees_the_owners_words_with_labels_of_their_own() -> None:
    card = others_card(
        record(replace(IDEAS, decision=Decision("my boss"))),
        "fr",
        False,
        TODAY,
        key="review.request",
        intro="Maya vous demande de relire ce plan.",
        notes=("Un point.",),
        choices=(Choice("btn.approve:T1/Maya/1@2", "D'accord"),),
    )
    assert card.key == "review.request"
    assert card.title == "An answer to every idea"
    assert card.text.replace("\u00a0", " ").splitlines() == [
        "Maya vous demande de relire ce plan.",
        "*An answer to every idea*",
        "*Plan de* Maya",
        "*Problème* 30 ideas from October, none answered (the 85 operators)",
        "*Objectif* Days from idea to answer : 150 → 14 days d'ici le 30 juin",
        "*Existant* they tell their shift lead, pas toujours",
        "*Personnes* Karim and the 6 shift leads",
        "*Étapes* sort the 30 ideas (Maya, 13 mars) ; answer all of them in one go (Karim, 26 mars)",
        "*Décision* my boss, demande à faire",
        "Un point.",
    ]
    assert [choice.key for choice in card.choices] == ["btn.approve:T1/Maya/1@2"]


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"objective": Objective("Fewer calls to our desk")}, "Fewer calls to our desk"),
        ({"objective": Objective(), "problem": ""}, "Un plan en préparation"),
        ({"objective": Objective("launch a wiki")}, "30 ideas from October"),
    ],
)
def test_the_title_is_the_owners(changes: dict[str, Any], title: str) -> None:
    assert others_card(record(replace(IDEAS, **changes)), "fr", False, TODAY).title == title


def test_a_plan_without_a_known_owner_has_no_line_for_one() -> None:
    assert "Owner" not in others_card(record(REPAIRS, ""), "en", False, TODAY).text


@pytest.mark.parametrize("name", ["sensitive_en", "sensitive_fr"])
def test_after_a_talk_about_something_sensitive_others_see_an_ordinary_plan(name: str) -> None:
    talk = read(name)
    engine = Engine(talk)
    play(talk, engine)
    said = engine.conversation
    plan = with_weak(said)
    assert any(obstacle.sensitive for obstacle in plan.obstacles)
    card = others_card(record(plan), said.lang, False, TODAY)
    found = review(reviewed_by_others(plan), said.lang, TODAY)
    shown = "\n".join((card.text, *found.findings, found.holds, msgspec.json.encode(seen_by_others(plan)).decode()))
    assert not re.search("sensiti[vf]|sensible|in person|vive voix|avoided", shown, re.I)
