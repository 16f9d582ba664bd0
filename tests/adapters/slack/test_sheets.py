"""Sheets as modals, and what comes back when they are sent."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.sheets import Note, form, loading, modal, note_of, values
from dialogs.replies import Choice
from dialogs.views import Input, Sheet
from tests.adapters.slack.golden import is_golden
from tests.adapters.slack.samples import SHEETS
from tests.fakes.slack.blockkit import check_view, lint_payload


@pytest.mark.parametrize("name", SHEETS)
def test_sheet_looks_as_it_did(name: str) -> None:
    view = modal(SHEETS[name])
    is_golden(name, view)
    assert check_view(view, "modal") == []
    assert lint_payload("views.open", {"view": view}) == []


def test_modal_says_what_it_is_about_when_it_comes_back() -> None:
    assert note_of(modal(SHEETS["sheet_step"])["private_metadata"]) == Note("3/1")


def test_short_form_knows_its_prompt() -> None:
    view = form(SHEETS["sheet_plan"], "1.3")
    assert (view["callback_id"], view["private_metadata"]) == ("form", "1.3")
    assert check_view(view, "modal") == []


def test_modal_that_waits_for_its_content_is_one_that_slack_opens() -> None:
    view = loading("A title that is longer than a modal's")
    assert check_view(view, "modal") == []
    assert view["title"]["text"] == "A title that is longer…"


def test_links_open_another_sheet_and_what_cannot_be_undone_asks_back() -> None:
    plan, settings = modal(SHEETS["sheet_plan"]), modal(SHEETS["sheet_settings_fr"])
    assert [block["accessory"]["value"] for block in plan["blocks"] if "accessory" in block] == [
        "edit.step:3/0",
        "edit.step:3/1",
    ]
    (forget,) = settings["blocks"][-1]["elements"]
    assert (forget["action_id"], forget["value"], forget["confirm"]["deny"]["text"]) == ("sheet", "forget", "Annuler")


def test_a_quiet_channel_is_shown_by_its_name() -> None:
    here = Choice("C0123456789", "C0123456789")
    field = Input("channels", "Channels without offers", here.key, "choices", choices=(here,))
    view = modal(Sheet("settings", "Settings", "Save", "Cancel", inputs=(field,)))
    (boxes,) = [block["element"] for block in view["blocks"] if block["type"] == "input"]
    shown = {"text": {"type": "mrkdwn", "text": "<#C0123456789>"}, "value": here.key}
    assert boxes["options"] == boxes["initial_options"] == [shown]
    assert check_view(view, "modal") == []


def test_what_was_filled_in_comes_back_in_the_words_of_the_sheet() -> None:
    state = {
        "values": {
            "text": {"value": {"type": "plain_text_input", "value": "Try it & see"}},
            "owner": {"value": {"type": "plain_text_input", "value": None}},
            "due": {"value": {"type": "datepicker", "selected_date": "2026-03-17"}},
            "from": {"value": {"type": "timepicker", "selected_time": "08:30"}},
            "lang": {"value": {"type": "radio_buttons", "selected_option": {"value": "fr"}}},
            "zone": {"value": {"type": "static_select", "selected_option": None}},
            "days": {"value": {"type": "checkboxes", "selected_options": [{"value": "mon"}, {"value": "tue"}]}},
            "quiet": {"value": {"type": "checkboxes", "selected_options": []}},
            "reviewer": {"value": {"type": "users_select", "selected_user": "U1"}},
            "other": {"value": {"type": "users_select", "selected_user": None}},
        }
    }
    assert values(state) == {
        "text": "Try it & see",
        "owner": "",
        "due": "2026-03-17",
        "from": "08:30",
        "lang": "fr",
        "zone": "",
        "days": "mon,tue",
        "quiet": "",
        "reviewer": "U1",
        "other": "",
    }


TEXT = st.text() | st.sampled_from(("<!channel>", "é" * 5_000, "a. " * 3_000))
CHOICES = st.lists(
    st.builds(Choice, st.from_regex(r"[a-z]{1,20}", fullmatch=True), TEXT), min_size=1, unique_by=lambda one: one.key
).map(tuple)
INPUTS = st.one_of(
    st.builds(Input, st.just(""), TEXT, TEXT, st.sampled_from(("line", "text")), TEXT, most=st.integers(1, 9_000)),
    st.builds(Input, st.just(""), TEXT, st.dates().map(str), st.just("day"), TEXT),
    st.builds(Input, st.just(""), TEXT, st.just(""), st.just("person"), TEXT),
    st.builds(Input, st.just(""), TEXT, st.times().map(lambda at: f"{at:%H:%M}"), st.just("time"), TEXT),
    st.builds(Input, st.just(""), TEXT, st.text(max_size=5), st.sampled_from(("choice", "choices")), TEXT, CHOICES),
)


def named(inputs: list[Input]) -> tuple[Input, ...]:
    return tuple(msgspec.structs.replace(one, name=f"input{at}") for at, one in enumerate(inputs))


SHEET = st.builds(
    Sheet,
    st.sampled_from(("edit.plan", "edit.step", "settings")),
    TEXT,
    TEXT,
    TEXT,
    st.from_regex(r"[0-9/]{0,9}", fullmatch=True),
    TEXT,
    st.lists(INPUTS, max_size=8).map(named),
    st.lists(
        st.builds(Choice, st.just("edit.step:3/1"), TEXT) | st.builds(Choice, st.just("forget"), TEXT), max_size=1
    ),
)


@given(SHEET)
def test_whatever_a_sheet_holds_slack_opens_it(sheet: Sheet) -> None:
    assert check_view(modal(sheet), "modal") == []
