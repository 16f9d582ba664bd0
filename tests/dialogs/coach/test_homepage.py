"""The home page: plans by how far they are, what waits, what is set, who sees what."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.coach.homepage import home
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Moment
from dialogs.lang import LANGS, Lang
from dialogs.plan import Objective, Plan, PlanState, Step
from dialogs.replies import Choice, Row
from dialogs.views import Home, PlanLine, Settings
from tests.dialogs.coach.test_editing import closed
from tests.dialogs.test_engine_sensitive import AVOIDED, IN_PERSON, SECRETS
from tests.dialogs.test_engine_wishes import NOW, talk_at
from tests.dialogs.test_properties import COMPANY, MOVES, START, move_of

TODAY = NOW.date()
NOBODY = Conversation(first_name="Maya")


def a_plan(number: int, state: PlanState = "ready", *steps: Step) -> Plan:
    return Plan(number=number, state=state, objective=Objective(f"result {number}"), steps=steps)


def lines(page: Home) -> list[PlanLine]:
    return [plan for group in page.groups for plan in group.plans]


@pytest.mark.parametrize(("lang", "title"), [("en", "Hello Maya"), ("fr", "Bonjour Maya")])
def test_who_has_no_plan_is_invited_and_nothing_waits(lang: Lang, title: str) -> None:
    page = home(Conversation(first_name="Maya", lang=lang), [], Settings(lang), TODAY)
    assert (page.title, page.waiting, page.groups) == (title, (), ())
    assert page.empty
    assert [button.key for button in page.buttons] == ["home.start", "home.settings"]


def test_a_person_without_a_name_is_greeted_too() -> None:
    assert home(Conversation(), [], Settings(), TODAY).title == "Hello"


def test_plans_stand_by_their_state_newest_first() -> None:
    states: list[PlanState] = ["dropped", "running", "ready", "in_coaching", "done", "in_review", "ready"]
    page = home(NOBODY, [a_plan(n, state) for n, state in enumerate(states, 1)], Settings(), TODAY)
    assert [(group.label, [plan.number for plan in group.plans]) for group in page.groups] == [
        ("Being worked on", [4]), ("Ready", [7, 3]), ("In review", [6]), ("Running", [2]), ("Done", [5]), ("Dropped", [1]),
    ]  # fmt: skip


def test_a_draft_stands_with_those_being_worked_on() -> None:
    page = home(NOBODY, [a_plan(1, "draft"), a_plan(2, "in_coaching")], Settings(), TODAY)
    assert [group.label for group in page.groups] == ["Being worked on"]


def test_a_plan_shows_three_of_its_open_points_and_the_day_of_its_last_change() -> None:
    steps = [Step(f"step {n}") for n in range(5)]
    (line,) = lines(home(NOBODY, [a_plan(3, "ready", *steps)], Settings(), TODAY, {3: date(2026, 2, 27)}))
    assert (line.title, line.changed_on) == ("Result 3", "27 February")
    assert line.open_points == ("who does “step 0”", "who does “step 1”", "who does “step 2”")


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_over_has_no_open_points(state: PlanState) -> None:
    (line,) = lines(home(NOBODY, [a_plan(3, state, Step("step"))], Settings(), TODAY))
    assert line.open_points == ()


@pytest.mark.parametrize("lang", LANGS)
def test_the_open_question_waits_in_one_line(lang: Lang) -> None:
    talk = talk_at(lang, "step.blocker")
    (line,) = home(talk.conversation, [], Settings(lang), TODAY).waiting
    assert line.endswith(talk.last.replies[-1].text)
    talk.say("pause")
    page = home(talk.conversation, [], Settings(lang), TODAY)
    assert page.waiting == (line,)
    assert page.buttons[0].key == "home.continue"


@pytest.mark.parametrize("lang", LANGS)
def test_behind_a_menu_the_question_waits_all_the_same(lang: Lang) -> None:
    talk = talk_at(lang, "people")
    waiting = home(talk.conversation, [], Settings(lang), TODAY).waiting
    talk.say("fix", "corriger")
    assert home(talk.conversation, [], Settings(lang), TODAY).waiting == waiting


@pytest.mark.parametrize("wish", ["stop", "delete"])
def test_after_a_stop_nothing_waits(wish: str) -> None:
    talk = talk_at("en", "people")
    talk.say(wish)
    assert home(talk.conversation, [], Settings(), TODAY).waiting == ()


def test_the_plan_in_the_talk_is_shown_as_it_stands_there() -> None:
    talk = closed("en")
    stored = Plan(number=1, state="in_coaching", problem="as it was stored")
    (line,) = lines(home(talk.conversation, [stored], Settings(), TODAY))
    assert (line.title, line.state) == ("Repairs done twice", "ready")
    assert lines(home(talk.conversation, [], Settings(), TODAY)) == [line]


def test_what_was_skipped_in_the_talk_is_an_open_point() -> None:
    talk = talk_at("en", "people")
    talk.say("skip")
    (line,) = lines(home(talk.conversation, [], Settings(), TODAY))
    assert line.open_points == ("who does something differently: not said",)


def test_the_settings_are_told_in_words() -> None:
    quiet = (Choice("C1", "#general"), Choice("C2", "#ideas"))
    page = home(NOBODY, [], Settings("en", hours_from="09:00", hours_to="17:00", quiet_channels=quiet), TODAY)
    assert page.settings == (
        Row("Language", "English"),
        Row("Offers of help", "when a message names a tool, from 09:00 to 17:00"),
        Row("Channels without offers", "#general, #ideas"),
    )
    assert home(NOBODY, [], Settings(offers=False), TODAY).settings[-1].text == "only when you ask"


def test_tu_is_said_to_those_who_want_it() -> None:
    page = home(Conversation(lang="fr", familiar=True), [], Settings("fr", familiar=True), TODAY)
    assert page.headings[1] == "Tes plans"
    assert "vous" not in " ".join((*page.privacy, page.empty, page.intro)).lower()
    assert page.settings[1] == Row("Tu ou vous", "Tu")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("slot", ["problem.what", "people", "blockers"])
def test_what_is_sensitive_is_not_shown(lang: Lang, slot: str) -> None:
    talk = talk_at(lang, slot)
    for words in (AVOIDED[lang], IN_PERSON[lang]):
        talk.say(words)
        shown = repr(home(talk.conversation, [], Settings(lang), TODAY))
        assert not [secret for secret in SECRETS if secret in shown]


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=60)
@given(moves=MOVES, others=st.lists(st.sampled_from(["ready", "running", "dropped", "approved"]), max_size=4))
def test_any_talk_has_its_page(lang: Lang, moves: list[tuple[str, Any]], others: list[PlanState]) -> None:
    conversation, typed = Conversation(first_name="Maya", lang=lang), ""
    for kind, value in moves:
        move = move_of(kind, value, conversation, lang)
        typed += move.typed
        conversation = step(conversation, move.event, Moment(START), COMPANY).conversation
    plans = [a_plan(100 + n, state) for n, state in enumerate(others)]
    page = home(conversation, plans, Settings(lang), TODAY)
    assert len(lines(page)) == len(others) + bool(conversation.plan.number)
    assert all(plan.title and len(plan.open_points) <= 3 for plan in lines(page))
    assert all(group.label and group.plans for group in page.groups)
    assert (len(page.waiting) <= 1, len(page.privacy), len(page.headings)) == (True, 3, 4)
    assert "{" in typed or "{" not in repr(page)
