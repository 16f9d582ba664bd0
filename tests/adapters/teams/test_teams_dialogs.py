"""Sheets as dialogs, and what comes back when they are sent."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from adapters.teams.dialogs import Origin, link, of, picks, refilled, task, values
from dialogs.replies import Choice
from dialogs.views import Input, Sheet
from tests.adapters.golden import is_golden
from tests.adapters.slack.samples import SHEETS
from tests.fakes.teams.card_check import CardCheck
from tests.fakes.teams.card_schema import card_errors
from tests.fakes.teams.cards import actions, fill, find_action, inputs, texts
from tests.fakes.teams.record import Record

NONCE = "n0nce"
FAULTS = {
    "sheet_plan": {"problem.what": "A few words are missing here."},
    "sheet_step": {"text": "200 characters at most.", "due": "That day is over. Which one is meant?"},
    "sheet_send": {"reviewer": "Karim has not opened Planfirst yet."},
    "sheet_settings_fr": {"from": "Cela vient avant le début."},
}


def content(body: dict[str, Any]) -> dict[str, Any]:
    card: dict[str, Any] = body["task"]["value"]["card"]["content"]
    return card


def found_wrong(body: dict[str, Any]) -> list[str]:
    record = Record()
    CardCheck(record, card_errors).check(content(body))
    return [*record.violations, *record.warnings]


def sent(body: dict[str, Any], title: str, **typed: str) -> dict[str, Any]:
    """What a client sends when that button is pressed."""
    action = find_action(content(body), title)
    return {**action["data"], **fill(content(body), action, typed)}


@pytest.mark.parametrize("name", SHEETS)
def test_sheet_looks_as_it_did(name: str) -> None:
    body = task(SHEETS[name], NONCE)
    is_golden("teams", name, body)
    assert found_wrong(body) == []


@pytest.mark.parametrize("name", SHEETS)
def test_what_has_to_be_mended_stands_below_its_input(name: str) -> None:
    body = task(SHEETS[name], NONCE, FAULTS[name])
    is_golden("teams", f"{name}_faults", body)
    assert found_wrong(body) == []
    assert set(FAULTS[name].values()) <= set(texts(content(body)))


def test_sheet_comes_back_with_what_was_filled_in_and_what_it_is_about() -> None:
    sheet = SHEETS["sheet_step"]
    data = sent(task(sheet, NONCE), "Save", text="Try it & see", owner="", due="2026-03-18")
    assert of(data) == Origin("edit.step", "3/1", NONCE)
    assert link(data) == ""
    assert values(data, sheet.inputs) == {"text": "Try it & see", "owner": "", "due": "2026-03-18"}


def test_somebody_is_picked_by_name_and_comes_back_as_their_id() -> None:
    sheet = SHEETS["sheet_send"]
    karim = "5799f0cc-0d98-4c27-8b24-bf2bb28c5f7a"
    data = sent(task(sheet, NONCE), "Send", reviewer=karim)
    assert of(data) == Origin("send", "3", NONCE)
    filled = values(data, sheet.inputs)
    assert (filled, picks(filled, sheet.inputs)) == ({"reviewer": karim}, [karim])
    assert picks({"reviewer": ""}, sheet.inputs) == []


def test_dialog_is_high_where_there_is_much_to_read_or_to_fill_in() -> None:
    sheet = SHEETS["sheet_send"]
    long, full = replace(sheet, intro="What they will see. " * 30), SHEETS["sheet_settings_fr"]
    heights = [task(one, NONCE)["task"]["value"]["height"] for one in (sheet, long, full)]
    assert heights == ["medium", "large", "large"]


def test_short_form_knows_its_prompt_and_leads_nowhere_else() -> None:
    body = task(SHEETS["sheet_plan"], NONCE, token="1.3")
    assert of(sent(body, "Save")) == Origin("edit.plan", "3", NONCE, "1.3")
    assert [one["title"] for one in actions(content(body))] == ["Save"]


def test_link_opens_another_sheet_without_what_was_typed_in_this_one() -> None:
    data = sent(task(SHEETS["sheet_plan"], NONCE), "Agree on what is written down")
    assert data == {"sheet": "edit.plan", "about": "3", "nonce": NONCE, "link": "edit.step:3/0"}
    assert link(data) == "edit.step:3/0"


def test_what_cannot_be_undone_asks_back() -> None:
    body = task(SHEETS["sheet_settings_fr"], NONCE)
    asked = find_action(content(body), "Tout effacer")
    assert (asked["type"], [link(one["data"]) for one in asked["card"]["actions"]]) == ("Action.ShowCard", ["forget"])


def test_inputs_that_a_client_leaves_out_or_makes_up_are_empty() -> None:
    fields = SHEETS["sheet_settings_fr"].inputs
    assert values({"lang": "fr", "days": "mon,wed", "from": 8, "x": "y"}, fields) == {
        "lang": "fr",
        "days": "mon,wed",
        "from": "",
        "zone": "",
        "quiet": "",
    }
    assert of({"sheet": 1}) == Origin("", "", "")


def test_sheet_with_faults_is_shown_as_it_was_filled_in() -> None:
    again = refilled(SHEETS["sheet_step"], {"text": "Try it on line 3", "due": ""})
    assert [one.value for one in again.inputs] == ["Try it on line 3", "Marc", ""]


TEXT = st.text() | st.sampled_from(("[x](https://x.example)", "é" * 5_000, "a. " * 3_000, "**a** _b_ <https://x>"))
CHOICES = st.lists(
    st.builds(Choice, st.from_regex(r"[a-z]{1,20}", fullmatch=True), TEXT), min_size=1, unique_by=lambda one: one.key
).map(tuple)
INPUTS = st.one_of(
    st.builds(Input, st.just(""), TEXT, TEXT, st.sampled_from(("line", "text")), TEXT, most=st.integers(1, 9_000)),
    st.builds(Input, st.just(""), TEXT, st.dates().map(str), st.just("day"), TEXT),
    st.builds(Input, st.just(""), TEXT, st.times().map(lambda at: f"{at:%H:%M}"), st.just("time"), TEXT),
    st.builds(
        Input, st.just(""), TEXT, st.just(""), st.sampled_from(("choice", "choices")), TEXT, CHOICES, st.booleans()
    ),
    st.builds(Input, st.just(""), TEXT, st.just(""), st.just("person"), TEXT, st.just(()), st.booleans()),
)


def named(fields: list[Input]) -> tuple[Input, ...]:
    return tuple(replace(one, name=f"input{at}") for at, one in enumerate(fields))


SHEET = st.builds(
    Sheet,
    st.sampled_from(("edit.plan", "edit.step", "settings")),
    TEXT,
    TEXT,
    TEXT,
    st.from_regex(r"[0-9/]{0,9}", fullmatch=True),
    TEXT,
    st.lists(INPUTS, max_size=8).map(named),
    st.lists(st.builds(Choice, st.sampled_from(("edit.step:3/1", "forget")), TEXT), max_size=2).map(tuple),
)
MARKDOWN = MarkdownIt("commonmark", {"html": False})


@settings(deadline=None)
@given(SHEET, st.booleans(), TEXT)
def test_whatever_a_sheet_holds_teams_opens_it(sheet: Sheet, faulty: bool, fault: str) -> None:
    faults = {one.name: fault for one in sheet.inputs} if faulty else {}
    body = task(sheet, NONCE, faults)
    assert found_wrong(body) == []
    titles = [choice["title"] for one in inputs(content(body)) for choice in one.get("choices", ())]
    assert all(_is_plain(title) for title in titles)


def _is_plain(title: str) -> bool:
    """Whether Markdown makes a paragraph of it, and nothing else."""
    inlines = [token for token in MARKDOWN.parse(title) if token.type == "inline"]
    kinds = {token.type for token in MARKDOWN.parse(title)} - {"paragraph_open", "paragraph_close", "inline"}
    return not kinds and {one.type for token in inlines for one in token.children or ()} <= {"text", "text_special"}
