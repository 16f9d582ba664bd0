"""What time brings to a plan when nothing moves."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogs.life.record import Life, Reading, Record
from dialogs.life.timers import Timer, due, next_due
from dialogs.plan import Plan, PlanState, Step
from tests.dialogs.life.plans import MAYA, MONDAY, days, noon, records, running


def plan_in(state: PlanState, **changes: object) -> Record:
    """A plan in that state, in which nothing moved since a Monday."""
    return Record(MAYA, Plan(number=3, state=state, **changes), Life(since=noon(MONDAY)))  # type: ignore[arg-type]


def living(record: Record, **changes: object) -> Record:
    return record._replace(life=replace(record.life, **changes))


def story(record: Record, until: date) -> list[tuple[date, Timer]]:
    """What is due, day after day, when each timer is noted as the runtime does and nobody answers."""
    told, today = [], MONDAY
    while today <= until:
        for timer in due(record, today):
            told.append((today, timer))
            asked = (*record.life.asked_on, today) if timer == "checkin" else record.life.asked_on
            record = living(record, timers=(*record.life.timers, timer), asked_on=asked)
        today += timedelta(days=1)
    return told


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("draft", [(date(2026, 3, 23), "coaching_stalled"), (date(2026, 5, 31), "coaching_expiring")]),
        ("in_coaching", [(date(2026, 3, 23), "coaching_stalled"), (date(2026, 5, 31), "coaching_expiring")]),
        ("ready", [(date(2026, 3, 16), "ready_nudge")]),
        ("in_review", [(date(2026, 3, 5), "reviewer_reminder"), (date(2026, 3, 16), "review_stalled")]),
        ("changes_requested", [(date(2026, 3, 16), "change_stalled")]),
        ("approved", [(date(2026, 3, 16), "first_step")]),
        ("running", []),
        ("done", []),
        ("dropped", []),
    ],
)
def test_silence_is_noticed_once(state: PlanState, told: list[tuple[date, Timer]]) -> None:
    assert story(plan_in(state), date(2027, 3, 1)) == told


def test_notes_go_two_weeks_after_that_was_announced_and_not_before() -> None:
    silent, late = plan_in("in_coaching"), date(2026, 12, 1)  # nobody was there for months
    assert "coaching_expired" not in due(silent, late)
    announced = living(silent, timers=("coaching_stalled", "coaching_expiring"), delete_on=late + timedelta(days=14))
    assert due(announced, late + timedelta(days=13)) == ()
    assert due(announced, late + timedelta(days=14)) == ("coaching_expired",)


def test_a_plan_in_which_something_moved_counts_anew() -> None:
    moved = living(plan_in("in_review"), moved_at=noon(date(2026, 3, 4)))
    assert next_due(moved, MONDAY) == date(2026, 3, 9)


@pytest.mark.parametrize("state", ["approved", "running"])
def test_the_first_step_is_asked_for_on_its_day(state: PlanState) -> None:
    steps = (Step("tell all sites", due=date(2026, 3, 12)), Step("list the visits", due=date(2026, 3, 6)))
    assert story(plan_in(state, steps=steps), date(2026, 4, 1)) == [(date(2026, 3, 6), "first_step")]
    committed = plan_in(state, steps=steps, commitment="call Karim", commitment_on=date(2026, 3, 4))
    assert next_due(committed, MONDAY) == date(2026, 3, 4)


def test_a_first_step_that_was_told_is_not_asked_for() -> None:
    told = living(plan_in("approved", commitment="call Karim", commitment_on=MONDAY), first_step="not_yet")
    assert next_due(told, MONDAY) is None


def test_the_measure_is_asked_for_half_way_on_the_target_day_and_a_month_later_and_reminded_once() -> None:
    assert story(running(), date(2027, 1, 1)) == [
        (date(2026, 5, 1), "checkin"),
        (date(2026, 5, 8), "checkin_reminder"),
        (date(2026, 5, 15), "checkin_stalled"),
        (date(2026, 6, 30), "checkin"),
        (date(2026, 7, 30), "checkin"),
    ]


def test_an_answered_question_is_not_reminded_of() -> None:
    asked = running(asked_on=(date(2026, 5, 1),))
    answered = living(asked, readings=(Reading(date(2026, 5, 4), 41),))
    assert next_due(asked, date(2026, 5, 2)) == date(2026, 5, 8)
    assert next_due(answered, date(2026, 5, 2)) == date(2026, 6, 30)


def test_a_figure_told_on_the_day_itself_needs_no_question() -> None:
    assert due(running((date(2026, 5, 1), 41)), date(2026, 5, 1)) == ()


def test_after_a_long_absence_the_measure_is_asked_for_once() -> None:
    late = date(2026, 8, 3)
    assert due(running(), late) == ("checkin",)
    assert due(running(asked_on=(late,)), late) == ()


@given(records, days)
def test_nothing_is_due_before_the_next_day_and_something_on_it(record: Record, today: date) -> None:
    on = next_due(record, today)
    if on is None:
        assert due(record, today) == due(record, today + timedelta(days=2000)) == ()
        return
    assert on >= today
    assert due(record, on)
    assert all(not due(record, today + timedelta(days=n)) for n in range((on - today).days))


@given(records, days, st.sets(st.sampled_from(get_args(Timer))))
def test_no_timer_fires_twice_nor_for_a_plan_that_is_over(record: Record, today: date, fired: set[Timer]) -> None:
    now = due(living(record, timers=tuple(fired)), today)
    assert len(now) == len(set(now))
    assert not (fired - {"checkin"}) & set(now)
    assert not now or record.plan.state not in ("done", "dropped")
