"""The home page as Slack's Home tab."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.home import home_view
from dialogs.replies import Choice
from dialogs.views import PlanGroup, PlanLine
from tests.adapters.slack.golden import is_golden
from tests.adapters.slack.samples import HOMES, MANY, a_home
from tests.fakes.slack.blockkit import check_view, lint_payload


def buttons(view: dict[str, Any]) -> list[dict[str, Any]]:
    return [element for block in view["blocks"] if block["type"] == "actions" for element in block["elements"]]


@pytest.mark.parametrize("name", HOMES)
def test_home_looks_as_it_did(name: str) -> None:
    view = home_view(HOMES[name])
    is_golden(name, view)
    assert check_view(view, "home") == []
    assert lint_payload("views.publish", {"view": view}) == []


def test_button_beside_a_plan_says_which_plan_and_reads_its_title() -> None:
    edit = next(one for one in buttons(home_view(HOMES["home_one"])) if one["action_id"] == "home.edit")
    assert edit["value"] == "3"
    assert edit["accessibility_label"] == "Edit: Faults closed within 24 hours"


def test_in_french_a_space_stands_before_the_colon_that_is_read_aloud() -> None:
    french = msgspec.structs.replace(HOMES["home_one"], lang="fr", plan_buttons=(Choice("home.edit", "Modifier"),))
    edit = next(one for one in buttons(home_view(french)) if one["action_id"] == "home.edit")
    assert edit["accessibility_label"] == "Modifier : Faults closed within 24 hours"


def test_forty_plans_are_all_there() -> None:
    shown = [one["value"] for one in buttons(home_view(HOMES["home_forty"])) if one["action_id"] == "home.show"]
    assert shown == [str(plan.number) for plan in MANY]


def test_plans_without_room_are_counted_and_the_rest_of_the_page_stays() -> None:
    plans = tuple(PlanLine(number, f"Plan {number}", "draft") for number in range(100))
    view = home_view(a_home((PlanGroup("In the making", plans[:60]), PlanGroup("Done", plans[60:]))))
    shown = [one for one in buttons(view) if one["action_id"] == "home.show"]
    texts = [block["elements"][0]["text"] for block in view["blocks"] if block["type"] == "context"]
    assert len(view["blocks"]) <= 100
    assert texts[1] == f"… +{100 - len(shown)}"
    assert view["blocks"][-2]["text"]["text"] == "What becomes of your words"


TEXT = st.text() | st.sampled_from(("<!channel> @here", "é😀" * 2_000, "One. Two. " * 400))
PLANS = st.lists(st.builds(PlanLine, st.integers(1, 10**6), TEXT, st.just("draft"), st.lists(TEXT, max_size=9), TEXT), unique_by=lambda plan: plan.number, max_size=70)  # fmt: skip
GROUPED = st.builds(
    lambda plans, at, label: (PlanGroup(label, tuple(plans[:at])), PlanGroup(label, tuple(plans[at:]))),
    PLANS,
    st.integers(0, 70),
    TEXT,
)


@settings(deadline=None)
@given(GROUPED, st.lists(TEXT, max_size=40).map(tuple))
def test_whatever_is_on_the_page_slack_shows_it(groups: tuple[PlanGroup, ...], waiting: tuple[str, ...]) -> None:
    view = home_view(a_home(groups, waiting))
    assert check_view(view, "home") == []
    assert not [line for line in lint_payload("views.publish", {"view": view}) if "ping" in line]


def test_page_without_buttons_or_settings_has_no_empty_parts() -> None:
    home = a_home((PlanGroup("Done", (PlanLine(1, "A plan", "done"),)),))
    bare = home_view(msgspec.structs.replace(home, settings=(), privacy=(), buttons=(), plan_buttons=()))
    kinds = [block["type"] for block in bare["blocks"]]
    assert kinds == ["header", "section", "divider", "header", "context", "section"]
    assert check_view(bare, "home") == []
