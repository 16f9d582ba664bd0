"""A plan changed in a form: what changed is read anew, the rest stands, and nothing is asked for it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.coach.repairs import FORM_SLOTS
from dialogs.conversation import Conversation, from_json, to_json
from dialogs.engine import step
from dialogs.events import Event, Moment, PlanEdited, Reworded, Said, StepEdited
from dialogs.lang import LANGS, Lang
from dialogs.plan import Objective, Override, Plan, Step
from dialogs.replies import Say
from tests.dialogs.test_engine_wishes import ANSWERS, NOW, Talk, talk_at
from tests.dialogs.test_properties import (
    COMPANY,
    EVERY_ANSWER,
    MOVES,
    START,
    check_names_no_tool,
    check_one_question,
    check_text,
    gate_is_open,
    move_of,
)

STEPS: dict[Lang, str] = {
    "en": "Ana: list the faults, by 13 March\nPaul: test one sheet, by 20 March",
    "fr": "Ana : lister les pannes, d'ici le 13 mars\nPaul : tester une fiche, d'ici le 20 mars",
}
WIDE: dict[Lang, str] = {
    "en": "open the case hour to the 620 engineers of all countries every week",
    "fr": "ouvrir l'heure des cas aux 620 ingénieurs de tous les pays toutes les semaines",
}


def keys(talk: Talk, event: Event) -> list[str]:
    return [reply.key for reply in talk.take(event).replies]


def closed(lang: Lang) -> Talk:
    """A talk that ended, with all its answers."""
    talk = talk_at(lang, "share")
    talk.press("btn.private")
    return talk


def long_over(lang: Lang) -> Talk:
    """A plan of which nothing but its values is left."""
    talk = closed(lang)
    talk.conversation = Conversation(first_name="Maya", lang=lang, plan=talk.conversation.plan, status="closed")
    return talk


@pytest.mark.parametrize("lang", LANGS)
def test_only_what_changed_is_read_anew(lang: Lang) -> None:
    talk = closed(lang)
    before = talk.conversation.plan
    said = keys(talk, PlanEdited(1, {"problem.who": "Max", "decision": ANSWERS[lang]["decision"]}))
    assert said == ["edit.done"]
    assert (talk.conversation.plan.who, talk.conversation.plan.decision) == ("Max", before.decision)


@pytest.mark.parametrize("lang", LANGS)
def test_the_open_question_is_put_again(lang: Lang) -> None:
    talk = talk_at(lang, "people")
    assert keys(talk, PlanEdited(1, {"problem.who": "Max"})) == ["edit.done", "q.people"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_question_that_the_form_answers_is_not_put_again(lang: Lang) -> None:
    talk = talk_at(lang, "steps")
    said = keys(talk, PlanEdited(1, {"steps": ANSWERS[lang]["steps"], "decision": "Max"}))
    assert said == ["edit.done", "q.blockers"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_verdict_of_a_changed_step_is_found_anew_and_a_missing_answer_asked_while_the_talk_runs(lang: Lang) -> None:
    talk = talk_at(lang, "commitment")
    assert keys(talk, StepEdited(1, 0, WIDE[lang], "Luc", date(2026, 3, 19))) == ["edit.done", "q.step.implied"]
    assert talk.say("no", "non")[-1] == "q.commit"
    changed = talk.conversation.plan.steps[0]
    assert (changed.text, changed.owner, changed.due) == (WIDE[lang], "Luc", date(2026, 3, 19))
    assert changed.verdict is not None


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("over", [closed, long_over])
def test_when_no_talk_is_open_a_step_that_lacks_something_waits(lang: Lang, over: Any) -> None:
    talk = over(lang)
    untouched = talk.conversation.plan.steps[1]
    assert keys(talk, StepEdited(1, 0, WIDE[lang], "Luc", None)) == ["edit.done", "verdict.pending"]
    changed, other = talk.conversation.plan.steps
    assert (changed.verdict, changed.unsure) == (
        "pending",
        {"en": "what is in its way", "fr": "ce qui la freine"}[lang],
    )
    assert other == untouched


@pytest.mark.parametrize("lang", LANGS)
def test_a_plan_whose_talk_is_long_over_can_be_edited(lang: Lang) -> None:
    talk = long_over(lang)
    other = STEPS[lang].replace("one sheet", "two sheets").replace("une fiche", "deux fiches")
    assert keys(talk, PlanEdited(1, {"steps": other, "objective.numbers": "20, 9"})) == ["edit.done"]
    ana, paul = talk.conversation.plan.steps
    assert (ana.owner, ana.due, ana.verdict) == ("Ana", date(2026, 3, 13), "no_tool")
    assert (paul.owner, paul.due, paul.verdict) == ("Paul", date(2026, 3, 20), "no_tool")
    assert "two" in paul.text or "deux" in paul.text
    assert talk.conversation.plan.objective.baseline == 20


@pytest.mark.parametrize("lang", LANGS)
def test_a_plan_that_lacks_its_main_parts_can_be_edited_too(lang: Lang) -> None:
    talk = long_over(lang)
    plan = Plan(number=7, state="in_coaching", steps=(Step(WIDE[lang], verdict="no_tool"), Step("call Ana")))
    talk.conversation = Conversation(lang=lang, plan=plan, status="closed")
    assert keys(talk, PlanEdited(7, {"problem.what": "Max"}))[0] == "edit.done"
    assert (talk.conversation.plan.problem, talk.conversation.plan.state) == ("Max", "in_coaching")


@pytest.mark.parametrize("lang", LANGS)
def test_an_emptied_answer_is_taken_back_and_left_open(lang: Lang) -> None:
    talk = closed(lang)
    assert keys(talk, PlanEdited(1, {"decision": "", "objective.numbers": ""})) == ["edit.done"]
    plan = talk.conversation.plan
    assert (plan.decision.sponsor, plan.objective.baseline, plan.objective.due) == ("", None, None)
    assert plan.objective.outcome
    assert talk.conversation.slot("decision").state == "open"


@pytest.mark.parametrize(
    ("change", "state"), [({"problem.what": ""}, "in_coaching"), ({"problem.who": "Max"}, "ready")]
)
def test_a_closed_plan_is_ready_by_what_it_holds(change: dict[str, str], state: str) -> None:
    talk = closed("en")
    assert talk.conversation.plan.state == "ready"
    keys(talk, PlanEdited(1, change))
    assert talk.conversation.plan.state == state


def test_figures_told_with_the_outcome_stand_until_they_are_told_otherwise() -> None:
    talk = talk_at("en", "objective.outcome")
    talk.say("from 40 to 25 days by June")
    keys(talk, PlanEdited(1, {"objective.numbers": "38 days today, 25 days by 30 June"}))
    assert (talk.conversation.plan.objective.baseline, talk.conversation.plan.objective.target) == (38, 25)
    keys(talk, PlanEdited(1, {"problem.who": "Max"}))
    assert talk.conversation.plan.objective.due == date(2026, 6, 30)


def test_another_outcome_keeps_the_figures_that_the_form_shows() -> None:
    talk = closed("en")
    keys(talk, PlanEdited(1, {"objective.outcome": "faults found late"}))
    objective = talk.conversation.plan.objective
    assert (objective.outcome, objective.measure, objective.target) == ("faults found late", "", 9)


def test_another_outcome_has_no_longer_the_count_of_the_old_one() -> None:
    plan = Plan(number=1, objective=Objective("faster answers", "days to an answer", 9, 4))
    talk = closed("en")
    talk.conversation = Conversation(plan=plan, status="closed")
    keys(talk, PlanEdited(1, {"objective.outcome": "fewer repeat visits"}))
    objective = talk.conversation.plan.objective
    assert (objective.outcome, objective.measure, objective.target) == ("fewer repeat visits", "", 4)


def test_a_step_that_became_two_hands_its_answers_on_once() -> None:
    talk = closed("en")
    assert talk.conversation.plan.steps[1].attrs == {"blocker": "none"}
    keys(talk, PlanEdited(1, {"steps": "Paul tests one sheet on line 2. Max tests one sheet on line 3."}))
    assert [step.attrs for step in talk.conversation.plan.steps] == [{"blocker": "none"}, {}]


def test_a_day_that_goes_changes_what_is_read_of_a_step() -> None:
    talk = closed("en")
    first = talk.conversation.plan.steps[0]
    assert (first.read or {}).get("rhythm") == "once"
    keys(talk, StepEdited(1, 0, first.text, "Ana", None))
    assert "rhythm" not in (talk.conversation.plan.steps[0].read or {})


def test_that_nothing_is_in_the_way_is_known_of_an_old_plan_too() -> None:
    talk = talk_at("en", "blockers")
    talk.say("nothing")
    plan = talk.conversation.plan
    assert {step.verdict for step in plan.steps} == {"no_tool"}
    talk.conversation = Conversation(plan=plan, status="closed")
    assert keys(talk, PlanEdited(1, {"problem.who": "the 45 technicians"})) == ["edit.done"]
    assert {step.verdict for step in talk.conversation.plan.steps} == {"no_tool"}


def test_what_a_person_waits_for_stays_what_a_step_waits_for() -> None:
    talk = talk_at("en", "step.blocker")
    talk.say("can't say before the trial")
    plan = talk.conversation.plan
    talk.conversation = Conversation(plan=plan, status="closed")
    assert keys(talk, PlanEdited(1, {"problem.who": "the 45 technicians"})) == ["edit.done"]
    assert "the trial" in (talk.conversation.plan.steps[1].unsure or "")


@pytest.mark.parametrize("lang", LANGS)
def test_an_owner_and_a_day_change_no_verdict(lang: Lang) -> None:
    talk = closed(lang)
    first = talk.conversation.plan.steps[0]
    assert keys(talk, StepEdited(1, 0, first.text, {"en": "me", "fr": "moi"}[lang], date(2026, 4, 1))) == ["edit.done"]
    changed = talk.conversation.plan.steps[0]
    assert (changed.text, changed.owner, changed.due) == (first.text, "Maya", date(2026, 4, 1))
    assert (changed.verdict, changed.source) == (first.verdict, first.source)


def test_a_choice_against_the_verdict_follows_the_step() -> None:
    talk = closed("en")
    text = talk.conversation.plan.steps[0].text
    plan = Plan(number=1, steps=talk.conversation.plan.steps, overrides=(Override(text, "Zorb", "I like it"),))
    talk.conversation = Conversation(plan=plan, status="closed")
    keys(talk, StepEdited(1, 0, "list all the faults", "Ana", date(2026, 3, 13)))
    assert [o.step for o in talk.conversation.plan.overrides] == ["list all the faults"]


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (PlanEdited(2, {"problem.who": "Max"}), ["cmd.no_such"]),
        (StepEdited(2, 0, "call Ana"), ["cmd.no_such"]),
        (StepEdited(1, 2, "call Ana"), ["edit.gone"]),
        (StepEdited(1, -1, "call Ana"), ["edit.gone"]),
        (PlanEdited(1, {"problem.who": "x" * 5000}), ["ctl.too_long"]),
        (PlanEdited(1, {}), []),
        (PlanEdited(1, {"people": "Max"}), []),
        (StepEdited(1, 0, "", "Ana", date(2026, 3, 13)), []),
    ],
)
def test_what_cannot_be_taken_changes_nothing(event: Event, key: list[str]) -> None:
    talk = closed("en")
    before = talk.conversation.plan
    assert keys(talk, event) == key
    assert talk.conversation.plan == before


def test_a_pause_at_a_step_that_is_gone_ends() -> None:
    talk = talk_at("en", "step.blocker")
    talk.say("pause")
    assert talk.conversation.prompt is not None
    assert talk.conversation.prompt.step == 1
    assert keys(talk, PlanEdited(1, {"steps": "Ana: list the faults, by 13 March"})) == ["edit.done", "q.step.blocker"]
    assert (talk.conversation.status, talk.conversation.prompt.step) == ("talking", 0)


EDITS = st.tuples(
    st.sampled_from(["reworded", "plan", "step"]),
    st.integers(0, 9999),
    st.sampled_from(FORM_SLOTS),
    st.sampled_from(["", "Ana", "me", "Les chefs"]),
    st.none() | st.dates(NOW.date(), NOW.date() + timedelta(days=400)),
)


def edit_of(edit: tuple[str, int, str, str, date | None], conversation: Conversation, said: list[str]) -> Event:
    kind, value, slot, owner, due = edit
    pool = [*EVERY_ANSWER[conversation.lang], "", "sensitive", "skip"]
    text, number = pool[value % len(pool)], conversation.plan.number
    if kind == "reworded" and said:
        return Reworded(said[value % len(said)], text)
    if kind == "step":
        return StepEdited(number, value % 3, text, owner, due)
    return PlanEdited(number, {slot: text})


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=80)
@given(moves=MOVES, edits=st.lists(EDITS, max_size=12))
def test_a_talk_keeps_its_promises_whatever_is_edited(
    lang: Lang, moves: list[tuple[str, Any]], edits: list[Any]
) -> None:
    conversation, now, typed, tokens = Conversation(first_name="Maya", lang=lang), START, "", set[str]()
    said: list[str] = []
    for index, (kind, value) in enumerate(moves):
        move = move_of(kind, value, conversation, lang)
        events = [move.event, *([edit_of(edits[index % len(edits)], conversation, said)] if edits else [])]
        said += [move.event.text] if isinstance(move.event, Said) else []
        typed += f" {move.typed.lower()} {events[-1]!r}".lower()
        for event in events:
            now += timedelta(days=move.days, minutes=1)
            outcome = step(conversation, event, Moment(now), COMPANY)
            assert from_json(to_json(outcome.conversation)) == outcome.conversation
            for reply in outcome.replies:
                check_text(reply, typed)
                if not gate_is_open(outcome.conversation):
                    check_names_no_tool(reply, typed)
            check_one_question(outcome, tokens)
            conversation = outcome.conversation
            assert conversation.status != "talking" or conversation.prompt is not None


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=40)
@given(moves=MOVES, edits=st.lists(EDITS, min_size=1, max_size=6))
def test_nothing_is_ever_asked_for_an_older_plan(lang: Lang, moves: list[tuple[str, Any]], edits: list[Any]) -> None:
    conversation = Conversation(first_name="Maya", lang=lang)
    for kind, value in moves:
        conversation = step(conversation, move_of(kind, value, conversation, lang).event, Moment(START)).conversation
    plan = conversation.plan
    for edit in edits:
        alone = Conversation(first_name="Maya", lang=lang, plan=plan, status="closed")
        outcome = step(alone, edit_of(edit, alone, []), Moment(START), COMPANY)
        assert all(isinstance(reply, Say) for reply in outcome.replies)
        plan = outcome.conversation.plan
