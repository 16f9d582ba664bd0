"""The sheets start with what is known, and take back what can be kept."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.coach.sheets import changed, faults, plan_sheet, settings_sheet, step_sheet
from dialogs.coach.told import told
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Moment, PlanEdited
from dialogs.lang import LANGS, Lang
from dialogs.plan import Objective, Plan
from dialogs.replies import Choice
from dialogs.views import Settings, Sheet
from tests.dialogs.coach.test_editing import STEPS, closed, long_over
from tests.dialogs.test_engine_sensitive import AVOIDED, IN_PERSON, SECRETS
from tests.dialogs.test_engine_wishes import ANSWERS, NOW, talk_at
from tests.dialogs.test_properties import COMPANY, MOVES, START, move_of

TODAY = NOW.date()
QUIET = (Choice("C1", "#general"), Choice("C2", "#ideas"))


def values(sheet: Sheet | None) -> dict[str, str]:
    """What comes back when nothing was touched."""
    assert sheet is not None
    return {field.name: field.value for field in sheet.inputs}


def words_on(sheet: Sheet) -> str:
    """Every word on the sheet."""
    return repr(sheet)


@pytest.mark.parametrize("lang", LANGS)
def test_the_sheet_of_a_plan_shows_the_answers_as_they_were_typed(lang: Lang) -> None:
    sheet = plan_sheet(closed(lang).conversation, TODAY)
    assert values(sheet) == {field.name: ANSWERS[lang][field.name] for field in sheet.inputs}
    assert (sheet.key, sheet.about, sheet.lang) == ("edit.plan", "1", lang)
    assert [link.key for link in sheet.links] == ["edit.step:1/0", "edit.step:1/1"]
    assert sheet.links[0].label == {"en": "1. list the faults", "fr": "1. lister les pannes"}[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_a_plan_whose_talk_is_over_is_put_in_words(lang: Lang) -> None:
    shown = values(plan_sheet(long_over(lang).conversation, TODAY))
    assert shown["steps"] == STEPS[lang]
    assert (
        shown["objective.numbers"] == {"en": "18 today, 9 by 30 June", "fr": "18 aujourd'hui, 9 d'ici le 30 juin"}[lang]
    )
    assert shown["decision"] == {"en": "Ines said yes on 27 February", "fr": "Inès a dit oui le 27 février"}[lang]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "objective",
    [
        Objective("x", "", 21, 14, "%", date(2026, 10, 31)),
        Objective("x", "", 1200, 400, "€", date(2027, 12, 1)),
        Objective("x", "", 40, None, "days"),
        Objective("x", "", None, 25, "", date(2026, 6, 30)),
    ],
)
def test_figures_put_in_words_read_back_as_the_same(lang: Lang, objective: Objective) -> None:
    plan = Plan(number=1, objective=objective)
    words = told(Conversation(lang=lang, plan=plan), "objective.numbers", TODAY)
    emptied = Conversation(lang=lang, plan=Plan(number=1, objective=Objective("x")), status="closed")
    read = step(emptied, PlanEdited(1, {"objective.numbers": words}), Moment(NOW)).conversation.plan.objective
    assert (read.baseline, read.target, read.due) == (objective.baseline, objective.target, objective.due)


@pytest.mark.parametrize("lang", LANGS)
def test_a_hint_says_what_is_asked_for_where_nothing_was_said(lang: Lang) -> None:
    sheet = plan_sheet(talk_at(lang, "problem.who").conversation, TODAY)
    assert [bool(field.hint) for field in sheet.inputs] == [not field.value for field in sheet.inputs]


@pytest.mark.parametrize("lang", LANGS)
def test_a_step_has_its_words_its_owner_and_its_day(lang: Lang) -> None:
    sheet = step_sheet(closed(lang).conversation, 1, TODAY)
    text = {"en": "test one sheet", "fr": "tester une fiche"}[lang]
    assert sheet is not None
    assert values(sheet) == {"text": text, "owner": "Paul", "due": "2026-03-20"}
    assert (sheet.about, sheet.title) == ("1/1", {"en": "Step 2", "fr": "Étape 2"}[lang])


@pytest.mark.parametrize("index", [-1, 2])
def test_a_step_that_is_gone_has_no_sheet(index: int) -> None:
    assert step_sheet(closed("en").conversation, index, TODAY) is None


def test_the_register_is_asked_in_french_only() -> None:
    assert "register" not in values(settings_sheet(Settings(), "en"))
    assert values(settings_sheet(Settings(lang="fr", familiar=True), "fr"))["register"] == "tu"


def test_the_hint_says_tu_to_those_who_want_it() -> None:
    hints = [
        field.hint
        for familiar in (False, True)
        for field in settings_sheet(Settings("fr", familiar, quiet_channels=QUIET), "fr").inputs
        if field.name == "channels"
    ]
    assert [hint.split()[0] for hint in hints] == ["Décochez", "Décoche"]


def test_the_settings_as_they_are() -> None:
    sheet = settings_sheet(Settings("en", False, False, "09:00", "17:30", QUIET), "en")
    assert values(sheet) == {"lang": "en", "offers": "off", "from": "09:00", "to": "17:30", "channels": "C1,C2"}
    assert [link.key for link in sheet.links] == ["forget"]
    assert "channels" not in values(settings_sheet(Settings(), "en"))


def test_only_what_was_touched_comes_back() -> None:
    sheet = settings_sheet(Settings(quiet_channels=QUIET), "en")
    sent = values(sheet) | {"lang": "fr", "channels": "C2,C1", "from": " 08:00 ", "unknown": "x"}
    assert changed(sheet, sent) == {"lang": "fr"}
    assert changed(sheet, {"channels": "C2"}) == {"channels": "C2"}
    assert changed(sheet, {"channels": ""}) == {"channels": ""}


@pytest.mark.parametrize(
    ("sent", "at"),
    [
        ({"problem.what": "", "decision": "", "objective.numbers": ""}, set()),
        ({"problem.what": "innovation", "decision": "no idea"}, set()),  # weak, but no fault
        ({"problem.what": "x" * 3001}, {"problem.what"}),
        ({"steps": ""}, {"steps"}),
        ({"steps": "…\n-"}, {"steps"}),
        ({"steps": "Ana calls them"}, set()),
        ({"objective.numbers": "18, 9 (01/02/2026)"}, {"objective.numbers"}),  # a day that is over
        ({"objective.numbers": "18 (01/02/2026), 9 (30/06/2026)"}, set()),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_what_cannot_be_kept_of_a_plan(lang: Lang, sent: dict[str, str], at: set[str]) -> None:
    sheet = plan_sheet(closed(lang).conversation, TODAY)
    assert set(faults(sheet, values(sheet) | sent, TODAY)) == at


@pytest.mark.parametrize(
    ("sent", "at", "sentence"),
    [
        ({"text": " "}, "text", "A few words are missing here."),
        ({"due": "2026-03-01"}, "due", "That day is over. Which one is meant?"),
        ({"due": "soon"}, "due", "I can't read this as a day."),
        ({"owner": "x" * 3001}, "owner", "3000 characters at most."),
    ],
)
def test_what_cannot_be_kept_of_a_step(sent: dict[str, str], at: str, sentence: str) -> None:
    sheet = step_sheet(closed("en").conversation, 0, TODAY)
    assert sheet is not None
    assert faults(sheet, values(sheet) | sent, TODAY) == {at: sentence}


def test_a_day_that_has_passed_since_may_stay_and_a_step_may_have_none() -> None:
    later = date(2026, 12, 1)
    sheet = step_sheet(closed("en").conversation, 0, later)
    assert sheet is not None
    assert faults(sheet, values(sheet), later) == {}
    assert faults(sheet, values(sheet) | {"due": ""}, later) == {}


@pytest.mark.parametrize(
    ("sent", "at"),
    [
        ({"from": "19:00"}, {"to"}),
        ({"from": "20:00", "to": "21:00"}, set()),
        ({"to": "07:30"}, {"to"}),
        ({"to": ""}, {"to"}),
        ({"from": "00:00", "to": "00:00"}, {"to"}),
        ({"from": "early"}, {"from"}),
        ({"lang": "de"}, {"lang"}),
        ({"offers": ""}, {"offers"}),
        ({"channels": "C1,C9"}, {"channels"}),
        ({"channels": ""}, set()),
    ],
)
def test_what_cannot_be_kept_of_the_settings(sent: dict[str, str], at: set[str]) -> None:
    sheet = settings_sheet(Settings(quiet_channels=QUIET), "en")
    assert set(faults(sheet, values(sheet) | sent, TODAY)) == at


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("slot", ["problem.what", "problem.who", "decision"])
def test_what_is_sensitive_is_not_shown(lang: Lang, slot: str) -> None:
    talk = talk_at(lang, slot)
    talk.say(AVOIDED[lang])
    talk.say(IN_PERSON[lang])
    shown = words_on(plan_sheet(talk.conversation, TODAY))
    assert not [secret for secret in SECRETS if secret in shown]


def test_words_that_something_sensitive_replaced_are_not_shown_either() -> None:
    talk = talk_at("en", "people")
    talk.say(f"change the problem to {AVOIDED['en']}")
    assert values(plan_sheet(talk.conversation, TODAY))["problem.what"] == ""


def test_an_answer_longer_than_an_input_is_cut_and_still_unchanged() -> None:
    talk = talk_at("en", "problem.who")
    talk.say("technicians " * 300)
    sheet = plan_sheet(talk.conversation, TODAY)
    assert max(len(value) for value in values(sheet).values()) <= 3000
    assert changed(sheet, values(sheet)) == {}


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=60)
@given(moves=MOVES, days=st.integers(0, 400))
def test_in_any_talk_an_untouched_sheet_changes_nothing(lang: Lang, moves: list[tuple[str, Any]], days: int) -> None:
    conversation = Conversation(first_name="Maya", lang=lang)
    for kind, value in moves:
        conversation = step(
            conversation, move_of(kind, value, conversation, lang).event, Moment(START), COMPANY
        ).conversation
    today = date.fromordinal(TODAY.toordinal() + days)
    for talk in (conversation, Conversation(lang=lang, plan=conversation.plan, status="closed")):
        sheets = [plan_sheet(talk, today), *(step_sheet(talk, n, today) for n in range(len(talk.plan.steps)))]
        for sheet in sheets:
            assert sheet is not None
            assert changed(sheet, values(sheet)) == faults(sheet, values(sheet), today) == {}
            assert max(len(sheet.title), len(sheet.submit), len(sheet.cancel)) <= 24
            assert all(len(field.value) <= field.most for field in sheet.inputs)
            assert all(field.label for field in sheet.inputs)
