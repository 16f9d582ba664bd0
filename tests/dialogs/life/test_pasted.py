"""A plan written elsewhere, pasted: what it tells is read, reviewed, and nothing is asked."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogs.coach.summary import card
from dialogs.coach.talk import ask_next
from dialogs.company import Company
from dialogs.conversation import Conversation, from_json, to_json
from dialogs.events import Moment
from dialogs.lang import LANGS, Lang
from dialogs.life.findings import review
from dialogs.life.pasted import read_pasted
from dialogs.plan import Decision, Obstacle, Plan
from dialogs.review import levels, with_weak
from dialogs.turn import Turn
from tests.dialogs.life.early_plans import IDEAS, REPAIRS, TODAY

MOMENT: Final = Moment(datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Paris")))


def pasted(text: str, lang: Lang = "en") -> Conversation:
    return read_pasted(text, "Maya", lang, MOMENT, Company())


def plan_of(text: str, lang: Lang = "en") -> Plan:
    return pasted(text, lang).plan


WRITTEN = """
# Answers to ideas

Problem: 30 ideas from the October survey, nobody ever answered them
Who feels it: the 85 operators, all year round

## Objective
An answer to each idea, from 150 days to 14 days by 30 June

**Steps**
- Maya sorts the 30 ideas by 13 March
- Karim answers all of them on 26 March

4. Obstacles: Karim cancels because of production
*Decision*: Karim, the plant manager, I'll ask him on 5 March
First action: book 30 minutes with the shift leads, tomorrow
"""


def test_a_text_with_headings_is_read_part_by_part() -> None:
    plan = plan_of(WRITTEN)
    assert plan.problem == "30 ideas from the October survey, nobody ever answered them"
    assert plan.who == "the 85 operators, all year round"
    assert (plan.objective.baseline, plan.objective.target, plan.objective.due) == (150, 14, date(2026, 6, 30))
    assert [(step.text, step.owner, step.due) for step in plan.steps] == [
        ("sort the 30 ideas", "Maya", date(2026, 3, 13)),
        ("answer all of them", "Karim", date(2026, 3, 26)),
    ]
    assert plan.obstacles == (Obstacle("Karim cancels because of production"),)
    assert plan.decision == Decision("Karim", ask_on=date(2026, 3, 5))
    assert (plan.commitment, plan.commitment_on) == ("book 30 minutes with the shift leads", date(2026, 3, 3))
    assert (plan.number, plan.state, plan.people) == (0, "draft", "")


def test_what_is_there_is_reviewed_and_the_rest_is_missing() -> None:
    found = review(with_weak(pasted(WRITTEN)), "en", TODAY)
    assert found.levels["objective"] == found.levels["steps"] == 3
    assert [finding.split("*")[1] for finding in found.findings] == ["What exists", "People"]


def test_french_headings_are_read_whatever_language_the_coach_speaks() -> None:
    talk = pasted(
        "Problème : Gdansk refait chaque mois des réparations déjà faites à Lyon\n"
        "Existant : ils appellent Paul, pas toujours\n"
        "Étapes :\n• Paul liste les 10 pannes d'ici le 6 mars\n"
    )
    assert talk.lang == "fr"
    assert talk.plan.mechanism.startswith("ils appellent Paul")
    assert [(step.owner, step.due) for step in talk.plan.steps] == [("Paul", date(2026, 3, 6))]


def test_a_text_without_headings_is_sorted_by_its_sentences() -> None:
    plan = plan_of(
        "Sites redo repairs that the other had made: 9 hours lost in January. It hits the 40 technicians. "
        "From 18 double repairs today to 9 by September. "
        "Paul lists the ten faults by 13 March. Agnieszka said yes on Friday."
    )
    assert "9 hours lost" in plan.problem
    assert plan.objective.target == 9
    assert plan.steps[0].owner == "Paul"
    assert plan.decision.sponsor == "Agnieszka"


@pytest.mark.parametrize(("plan", "lang"), [(IDEAS, "en"), (REPAIRS, "fr")])
def test_our_own_card_pasted_back_is_the_same_plan(plan: Plan, lang: Lang) -> None:
    text = card(Conversation(lang=lang, plan=plan), TODAY).text
    again = with_weak(pasted(text, lang))
    wanted, found = levels(plan, lang, TODAY), levels(again, lang, TODAY)
    assert {criterion: level for criterion, level in found.items() if criterion != "mechanism"} == {
        criterion: level for criterion, level in wanted.items() if criterion != "mechanism"
    }
    assert again.steps == tuple(replace(s, source=t.source) for s, t in zip(plan.steps, again.steps, strict=True))
    assert again.objective.target == plan.objective.target


def test_a_list_may_have_blank_lines_and_ends_before_other_words() -> None:
    plan = plan_of(
        "Steps:\n\n1. list the faults (Ana, 13 March)\n\n2. sort them (Ben, 16 March)\n\nPlan 1, made by hand."
    )
    assert [step.text for step in plan.steps] == ["list the faults", "sort them"]


def test_a_wish_for_a_tool_alone_has_no_problem_in_it() -> None:
    plan = plan_of("We should launch a Slack community for innovation")
    assert plan.trigger_tool == "a Slack community"
    assert (plan.problem, plan.objective.outcome) == ("", "")


def test_words_that_tell_nothing_else_are_the_problem() -> None:
    assert plan_of("answers come late on the night shift").problem == "answers come late on the night shift"


def test_something_sensitive_is_marked_and_not_kept() -> None:
    talk = pasted("Problem: 30 ideas, none answered\nObstacles: I'd rather not write that here")
    assert talk.plan.obstacles == (Obstacle(sensitive=True),)
    assert "rather not" not in to_json(talk).decode()


def test_weak_answers_are_weak_when_pasted() -> None:
    assert with_weak(pasted("Problem: we lack a knowledge base\nPeople: everyone")).weak == {
        "problem.what": "solution_as_problem",
        "people": "everyone",
    }


def test_the_talk_can_go_on_from_there() -> None:
    turn = Turn(pasted(WRITTEN), MOMENT, Company())
    assert turn.conversation.prompt is None
    ask_next(turn)
    assert turn.conversation.prompt is not None
    assert turn.conversation.prompt.key == "q.mechanism"


@given(
    st.text("ab: #*-•()\n1.é", max_size=60) | st.sampled_from(["", "Steps:", "*Open* none", "\x00"]),
    st.sampled_from(LANGS),
)
def test_any_text_can_be_read(text: str, lang: Lang) -> None:
    talk = pasted(text, lang)
    assert talk.prompt is None
    assert from_json(to_json(talk)) == talk
