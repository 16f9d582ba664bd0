"""The review in words: what holds, at most three findings in the designed phrasing, no total, no tool needed."""

import re
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogs.lang import LANGS, Lang
from dialogs.life.findings import MOST_FINDINGS, Review, review, review_card
from dialogs.life.others import reviewed_by_others
from dialogs.plan import Decision, Objective, Obstacle, Override, Plan, Step
from dialogs.replies import Choice
from dialogs.review import CRITERIA, WEIGHTS, is_ready
from tests.dialogs.life.early_plans import IDEAS, REPAIRS, TODAY, record

LABELS: Final = {
    "en": dict(
        zip(CRITERIA, ("Problem", "Objective", "What exists", "People", "Steps", "Obstacles", "Decision"), strict=True)
    ),
    "fr": dict(
        zip(
            CRITERIA,
            ("Problème", "Objectif", "Existant", "Personnes", "Étapes", "Obstacles", "Décision"),
            strict=True,
        )
    ),
}
SOLID: Final = replace(
    IDEAS, obstacles=(Obstacle("Karim cancels", "time"),), decision=Decision("Karim", date(2026, 3, 5))
)


def said(plan: Plan, lang: Lang = "en", familiar: bool = False) -> list[str]:
    """The findings, with plain blanks."""
    return [finding.replace("\u00a0", " ") for finding in review(plan, lang, TODAY, familiar).findings]


def test_the_english_example_reads_as_designed() -> None:
    assert review_card(IDEAS, "en", False, TODAY).text == (
        "*An answer to every idea*: 5 solid, 1 to strengthen, 1 missing.\n"
        "What holds: 150 → 14 days by 30 June.\n"
        "*Obstacles*: none named yet, so the first surprise would stop it. If it has failed by 30 June, what was it?\n"
        "*Decision*: Karim is named, not asked yet, so it is still a wish. Who can say yes, and when will you ask?"
    )


def test_the_french_example_reads_as_designed() -> None:
    assert review_card(REPAIRS, "fr", False, TODAY).text.replace("\u00a0", " ") == (
        "*Ne plus réparer deux fois* : 6 solides, 1 à renforcer, 0 manquant.\n"
        "Ce qui tient : 18 → 9 pannes.\n"
        "*Obstacles* : « les mentalités », sans exemple, la première surprise l'arrêterait donc. "
        "Si le 30 septembre ça a échoué, à cause de quoi ?"
    )


def test_rich_places_get_the_same_in_rows() -> None:
    choices = (Choice("btn.fix", "Fix"),)
    card = review_card(record(SOLID), "en", False, TODAY, choices)
    assert (card.key, card.title, card.choices) == ("review.card", "An answer to every idea", choices)
    assert [(row.label, row.text) for row in card.rows] == [
        ("Seven points", "7 solid, 0 to strengthen, 0 missing"),
        ("What holds", "150 → 14 days by 30 June"),
    ]
    assert card.notes == ("Nothing here stops a first step. A person still has to approve it.",)
    assert card.text.endswith(card.notes[0])


# A plan with one thing changed, and its finding.
SEEN: list[tuple[dict[str, Any], str]] = [
    ({"problem": ""}, "*Problem*: nothing is said yet, so two readers could picture two different problems. What happened the last time?"),
    ({"problem": "we have no wiki", "weak": {"problem.what": "solution_as_problem"}}, "*Problem*: “we have no wiki” tells what is missing, not what that causes,"),
    ({"problem": "everybody else has AI", "weak": {"problem.what": "fomo"}}, "*Problem*: “everybody else has AI” tells what others do,"),
    ({"who": ""}, "*Problem*: “30 ideas from October, none answered” names nobody,"),
    ({"who": "everyone", "weak": {"problem.who": "everyone"}}, "*Problem*: “30 ideas from October, none answered” names “everyone”,"),
    ({"objective": Objective()}, "*Objective*: none yet, so nobody could say on the day whether it worked. What would you count, and where is it today?"),
    ({"objective": Objective("innovation"), "weak": {"objective.outcome": "one_word_objective"}}, "*Objective*: “innovation” doesn't tell what will be different,"),
    ({"objective": Objective("launch Slack"), "weak": {"objective.outcome": "tool_as_objective"}}, "*Objective*: “launch Slack” is about the tool,"),
    ({"objective": Objective("80% on Slack"), "weak": {"objective.outcome": "adoption_as_objective"}}, "*Objective*: “80% on Slack” counts the use of a tool,"),
    ({"objective": Objective("faster answers")}, "*Objective*: “faster answers” has no figure,"),
    ({"mechanism": "", "mechanism_level": None}, "*What exists*: nothing is said yet, so it's unclear what the plan would build on. How is it dealt with today, even badly?"),
    ({"mechanism_level": "none", "steps": (Step("list the faults", "Ana"),)}, "*What exists*: nothing exists yet and no step tries it by hand,"),
    ({"people": ""}, "*People*: nobody is named yet, so nobody knows whether it asks something of them. Whose Monday changes?"),
    ({"people": "everyone", "weak": {"people": "everyone"}}, "*People*: “everyone”, so nobody knows"),
    ({"steps": ()}, "*Steps*: none yet, so it may wait for somebody else. Who does the first one, and on which day?"),
    ({"steps": (Step("choose a wiki"),), "weak": {"steps": "no_step"}}, "*Steps*: “choose a wiki” is about a tool,"),
    ({"steps": (Step("list", "Ana"), Step("see what comes out"))}, "*Steps*: “see what comes out” has no owner and no day,"),
    ({"obstacles": (Obstacle(sensitive=True),)}, "*Obstacles*: something sensitive, not written here, so the first surprise would stop it. Who will you talk to about it, and when?"),
    ({"problem": "", "weak": {"problem.what": "avoided"}}, "*Problem*: something sensitive, not written here, so two readers could picture two different problems. Who will"),
    ({"decision": Decision(), "weak": {"decision": "avoided"}}, "*Decision*: something sensitive, not written here,"),
    ({"decision": Decision()}, "*Decision*: nobody is named yet, so it is still a wish. Who can say yes, and when will you ask?"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "finding"), SEEN, ids=[finding[:40] for _, finding in SEEN])
def test_a_finding_says_what_is_seen_in_the_plans_words(changes: dict[str, Any], finding: str) -> None:
    (only,) = said(replace(SOLID, **changes))
    assert only.startswith(finding)
    assert only.count("?") == 1


@pytest.mark.parametrize(("changes", "finding"), SEEN, ids=[finding[:40] for _, finding in SEEN])
def test_it_is_said_in_french_too(changes: dict[str, Any], finding: str) -> None:
    plan = replace(SOLID, **changes)
    (french,) = review(plan, "fr", TODAY, read_in="en").findings
    assert french != review(plan, "en", TODAY).findings[0]
    assert "\u00a0?" in french


def test_without_a_target_day_the_question_looks_six_months_ahead() -> None:
    undated = replace(IDEAS, objective=Objective("An answer to every idea", target=14))
    assert said(undated)[0].endswith("If it has failed six months from now, what was it?")


def test_tu_is_said_to_those_who_prefer_it() -> None:
    assert said(IDEAS, "fr", familiar=True)[1].endswith("Qui peut dire oui, et quand le demanderas-tu ?")


def test_an_empty_plan_is_asked_for_its_weightiest_parts_first() -> None:
    nothing = review(Plan(), "en", TODAY)
    assert (nothing.solid, nothing.work, nothing.missing, nothing.holds) == (0, 0, 7, "")
    assert [finding.split("*")[1] for finding in nothing.findings] == ["Problem", "Objective", "What exists"]
    assert "What holds" not in review_card(Plan(), "en", False, TODAY).text


def test_what_holds_is_the_weightiest_solid_part_where_the_objective_is_not() -> None:
    words_only = replace(IDEAS, objective=Objective("faster answers"))
    assert review(words_only, "en", TODAY).holds == "30 ideas from October, none answered (the 85 operators)"
    steps_only = replace(words_only, problem="", mechanism_level=None, people="")
    assert review(steps_only, "en", TODAY).holds == "sort the 30 ideas (Maya, 13 March)"
    long = replace(
        words_only, problem="30 ideas " + "and more " * 10, who="the team of the night shift and of the day shift too"
    )
    assert "What holds: 30 ideas and more" in review_card(long, "en", False, TODAY).text
    assert "….\n" not in review_card(replace(long, who="us"), "en", False, TODAY).text


@pytest.mark.parametrize(
    ("changes", "notes"),
    [
        ({}, ()),
        (
            {"overrides": (Override("a step that went", "a wiki", "…"),)},
            ("“a wiki” serves no step of this plan.",),
        ),
        (
            {
                "steps": (Step("find the notes", "Ana", TODAY, categories=("knowledge_base",), tool="the old wiki"),),
                "overrides": (Override("find the notes", "a new community", "…"),),
            },
            ("For “find the notes” there is already the old wiki.",),
        ),
        (
            {
                "steps": (Step("find the notes", "Ana", TODAY, categories=("knowledge_base",)),),
                "overrides": (Override("find the notes", "a chatbot", "…"),),
            },
            ("New kinds of tool: a searchable knowledge base, a chatbot. One at a time is easier to follow.",),
        ),
        (
            {"objective": Objective("active users on Slack", target=80)},
            ("“active users on Slack” counts the use of a tool, not what changes.",),
        ),
        ({"objective": Objective("80% on Slack"), "weak": {"objective.outcome": "adoption_as_objective"}}, ()),
    ],
)
def test_tools_are_noted_and_never_scored(changes: dict[str, Any], notes: tuple[str, ...]) -> None:
    assert review(replace(SOLID, **changes), "en", TODAY).notes == notes


def test_a_plan_without_any_tool_can_be_at_the_top_everywhere() -> None:
    best = replace(
        SOLID,
        mechanism="they tell their shift lead: 12 ideas answered",
        mechanism_level="works",
        people="shift leads read the ideas out at the handover",
        ifthen="I bring the five easiest to his Monday meeting",
        decision=Decision("Karim", said_yes=True, said_yes_on=TODAY),
    )
    found = review(best, "en", TODAY)
    assert set(found.levels.values()) == {3}
    assert (found.findings, found.notes, found.ready) == ((), (), True)


FIGURES: Final = {"30", "9", "4", "2"}  # that a plan may say
texts = st.sampled_from(["", "30 ideas, none answered", "everyone", "we have no wiki"])
plans = st.builds(
    Plan,
    problem=texts,
    who=texts,
    objective=st.builds(Objective, outcome=texts, baseline=st.none() | st.just(9.0), target=st.none() | st.just(4.0)),
    decision=st.builds(Decision, sponsor=texts, ask_on=st.none() | st.just(TODAY)),
    mechanism_level=st.sampled_from([None, "none", "fragile", "works"]),
    people=texts,
    steps=st.lists(
        st.builds(Step, text=st.just("see"), owner=st.none() | st.just("Ana"), due=st.none() | st.just(TODAY)),
        max_size=2,
    ).map(tuple),
    obstacles=st.lists(st.builds(Obstacle, text=st.just("no time"), abstract=st.booleans()), max_size=2).map(tuple),
    weak=st.dictionaries(st.sampled_from(["people", "problem.who"]), st.just("everyone")),
)


def gains(found: Review, lang: Lang) -> list[int]:
    """Weight x (3 - level) of each finding, in order."""
    named = [finding.split("*")[1] for finding in found.findings]
    return [
        WEIGHTS[criterion] * (3 - found.levels[criterion])
        for name in named
        for criterion in CRITERIA
        if LABELS[lang][criterion] == name
    ]


@given(plans, st.sampled_from(LANGS))
def test_findings_come_by_weight_and_no_total_is_said(plan: Plan, lang: Lang) -> None:
    found = review(plan, lang, TODAY)
    order = gains(found, lang)
    assert order == sorted(order, reverse=True)
    assert len(order) == min(MOST_FINDINGS, found.work + found.missing)
    left_out = [WEIGHTS[c] * (3 - level) for c, level in found.levels.items() if level < 2]
    assert order == sorted(left_out, reverse=True)[:MOST_FINDINGS]
    assert found.solid + found.work + found.missing == len(CRITERIA)
    assert found.ready == is_ready(found.levels)
    counts = {str(count) for count in (found.solid, found.work, found.missing)}
    assert set(re.findall(r"\d+", review_card(plan, lang, False, TODAY).text)) <= counts | FIGURES


@given(plans, st.sampled_from(LANGS), st.none() | st.just(date(2026, 3, 5)))
def test_findings_for_others_never_hint_at_something_sensitive(plan: Plan, lang: Lang, talk_on: date | None) -> None:
    hidden = replace(
        plan,
        obstacles=(*plan.obstacles, Obstacle(sensitive=True, talk_on=talk_on)),
        weak={**plan.weak, "blockers": "avoided"},
    )
    shown, bare = (review_card(reviewed_by_others(p), lang, False, TODAY) for p in (hidden, plan))
    assert shown == bare
    assert "sensi" not in shown.text
