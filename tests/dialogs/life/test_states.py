"""The states of a plan: the table is all there is."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.life.states import OPEN, PRIVATE, TRANSITIONS, By, Illegal, LifeEvent, after, diagram, possible
from dialogs.plan import PlanState

states = st.sampled_from([None, *get_args(PlanState)])
events = st.sampled_from(get_args(LifeEvent))
people = st.sampled_from(get_args(By))


def test_a_plan_goes_from_the_first_word_to_its_target() -> None:
    state: PlanState | None = None
    for event, by in (
        ("start", "owner"),
        ("first_answer", "owner"),
        ("summary_confirmed", "owner"),
        ("send", "owner"),
        ("comment", "reviewer"),
        ("request_changes", "reviewer"),
        ("edit", "owner"),
        ("resend", "owner"),
        ("approve", "reviewer"),
        ("first_step_done", "owner"),
        ("checkin", "owner"),
        ("target_reached", "owner"),
    ):
        state = after(state, event, by)  # type: ignore[arg-type]  # a tuple of literals is read as one of str
    assert state == "done"


def test_a_yes_is_lost_when_the_core_changes_before_the_first_step() -> None:
    assert after("approved", "edit_core") == "in_review"
    assert after("running", "edit_core") == "running"


def test_every_open_plan_can_be_dropped_and_comes_back_to_coaching() -> None:
    assert {after(state, "drop") for state in OPEN} == {"dropped"}
    assert after("dropped", "reopen") == "in_coaching"


def test_nobody_approves_their_own_plan() -> None:
    assert [way.by for way in TRANSITIONS if way.to == "approved"] == ["reviewer"]


def test_what_cannot_be_done_says_what_can() -> None:
    with pytest.raises(Illegal) as refused:
        after("in_review", "approve", "owner")
    assert refused.value.possible == ("withdraw", "drop")
    assert (refused.value.state, refused.value.event) == ("in_review", "approve")


@given(states, events, people)
def test_an_event_is_in_the_table_or_illegal(state: PlanState | None, event: LifeEvent, by: By) -> None:
    ways = [way for way in TRANSITIONS if (way.start, way.event, way.by) == (state, event, by)]
    if ways:
        assert [after(state, event, by)] == [way.to for way in ways]  # never two ways for one event
        assert event in possible(state, by)
    else:
        with pytest.raises(Illegal) as refused:
            after(state, event, by)
        assert event not in refused.value.possible


def test_each_event_has_a_place_and_each_state_can_be_reached_and_left() -> None:
    assert {way.event for way in TRANSITIONS} == set(get_args(LifeEvent))
    assert {way.to for way in TRANSITIONS} == set(get_args(PlanState))
    assert {way.start for way in TRANSITIONS} - {None} == set(get_args(PlanState)) - {"done"}


@given(st.lists(st.tuples(events, people), max_size=30))
def test_a_reviewer_never_moves_a_private_plan(path: list[tuple[LifeEvent, By]]) -> None:
    state: PlanState | None = None
    for event, by in path:
        try:
            to = after(state, event, by)
        except Illegal:
            continue
        assert by == "owner" or state not in PRIVATE | {None}
        state = to


def test_the_diagram_draws_the_table() -> None:
    drawn = diagram()
    assert drawn.startswith("stateDiagram-v2\n")
    assert "in_review --> approved: approve (reviewer)" in drawn
    assert "[*] --> draft: start" in drawn
    assert drawn.count("-->") == len(TRANSITIONS) - len(OPEN) + 2
