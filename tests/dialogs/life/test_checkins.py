"""Check-ins: the days of the measure, whether it moves, and its picture."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from msgspec.structs import replace

from dialogs.life.checkins import (
    Course,
    bar,
    course,
    expected,
    first_step,
    measure_days,
    measured_from,
    progress_card,
    read_reading,
    share_done,
)
from dialogs.life.record import Life, OldTarget, Record
from dialogs.plan import Objective, Plan, Step
from dialogs.replies import Choice, Point
from tests.dialogs.life.plans import MONDAY, VISITS, days, objectives, records, running, values

HALF_WAY = date(2026, 5, 1)
TARGET = date(2026, 6, 30)
LATE = date(2027, 1, 1)


def days_of(record: Record) -> tuple[date, ...]:
    return measure_days(record.plan, record.life)


def test_the_measure_is_asked_for_half_way_on_the_day_and_a_month_after() -> None:
    assert days_of(running()) == (HALF_WAY, TARGET, date(2026, 7, 30))


def test_the_owners_own_day_comes_in_place_of_half_way() -> None:
    record = running()
    mine = record._replace(plan=replace(record.plan, checkin_on=date(2026, 4, 10)))
    assert days_of(mine) == (date(2026, 4, 10), TARGET, date(2026, 7, 30))
    gone = record._replace(plan=replace(record.plan, checkin_on=date(2026, 2, 10)))  # approved later than thought
    assert days_of(gone) == (HALF_WAY, TARGET, date(2026, 7, 30))


def test_a_plan_that_counts_nothing_is_not_asked_and_days_before_the_start_are_none() -> None:
    assert days_of(running(objective=Objective("calmer mornings", due=TARGET))) == ()
    assert days_of(running(since=date(2026, 7, 6))) == (date(2026, 7, 30),)
    assert days_of(running(objective=Objective(measure="repeat visits"))) == ()


@given(records)
def test_days_of_the_measure_are_in_order_and_behind_the_start(record: Record) -> None:
    asked, start = days_of(record), measured_from(record.plan, record.life)
    assert list(asked) == sorted(set(asked))
    assert start is None or all(day > start for day in asked)


def test_the_first_step_is_what_the_owner_committed_to_else_the_one_with_the_first_day() -> None:
    steps = (Step("tell all sites"), Step("list the visits", due=TARGET), Step("ask Karim", due=HALF_WAY))
    assert first_step(Plan(steps=steps, commitment="call Karim")) == ("call Karim", None)
    assert first_step(Plan(steps=steps)) == ("ask Karim", HALF_WAY)
    assert first_step(Plan(steps=steps[:1])) == ("tell all sites", None)
    assert first_step(Plan()) == ("", None)


def test_the_straight_line_goes_from_the_start_to_the_target_and_stays_there() -> None:
    assert expected(VISITS, MONDAY, MONDAY) == 45
    assert expected(VISITS, MONDAY, HALF_WAY) == 35
    assert expected(VISITS, MONDAY, LATE) == 25
    assert expected(replace(VISITS, due=None), MONDAY, HALF_WAY) is None
    assert expected(VISITS, None, HALF_WAY) is None


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        ([], "moving"),
        ([(HALF_WAY, 40)], "moving"),  # half of the straight line, which is at 35
        ([(HALF_WAY, 41)], "slow"),
        ([(HALF_WAY, 41), (TARGET, 36)], "flat"),
        ([(HALF_WAY, 41), (TARGET, 35)], "moving"),
        ([(HALF_WAY, 40), (TARGET, 36)], "slow"),
        ([(HALF_WAY, 50)], "slow"),
        ([(HALF_WAY, 25)], "reached"),
        ([(HALF_WAY, 41), (TARGET, 12)], "reached"),
        ([(HALF_WAY, 25), (TARGET, 44)], "slow"),
    ],
)
def test_moving_is_half_of_the_straight_line_and_flat_is_twice_below(
    readings: list[tuple[date, float]], told: Course
) -> None:
    record = running(*readings)
    assert course(record.plan, record.life, LATE) == told


def test_a_measure_that_is_to_grow_is_read_the_same_way() -> None:
    more = Objective(measure="applications", baseline=3, target=20, due=TARGET)
    for value, told in ((20, "reached"), (8, "moving"), (7, "slow"), (0, "slow")):
        record = running((HALF_WAY, value), objective=more)
        assert course(record.plan, record.life, LATE) == told


def test_without_a_day_any_step_in_the_right_direction_moves() -> None:
    undated = replace(VISITS, due=None)
    for value, told in ((44, "moving"), (45, "slow"), (25, "reached")):
        record = running((HALF_WAY, value), objective=undated)
        assert course(record.plan, record.life, LATE) == told


def test_the_course_of_an_earlier_day_knows_no_later_reading() -> None:
    record = running((HALF_WAY, 41), (TARGET, 20))
    assert course(record.plan, record.life, HALF_WAY) == "slow"


def test_a_moved_date_hides_no_slip() -> None:
    later = replace(VISITS, due=date(2026, 9, 30))
    old = OldTarget(VISITS, date(2026, 5, 12))
    moved = running((HALF_WAY, 41), objective=later, old_targets=(old,))
    assert measured_from(moved.plan, moved.life) == MONDAY  # the same figure at the start: the same line
    anew = running(objective=replace(later, baseline=41), old_targets=(old,))
    assert measured_from(anew.plan, anew.life) == date(2026, 5, 12)
    card = progress_card(moved, "en", HALF_WAY)
    assert card is not None
    assert "Before 12 May, the objective was 45 → 25 by 30 June." in card.text


@given(objectives, days, days)
def test_the_straight_line_stays_between_its_ends(objective: Objective, start: date, on: date) -> None:
    figure = expected(objective, start, on)
    if figure is not None:
        assert objective.baseline is not None
        assert objective.target is not None
        low, high = sorted((objective.baseline, objective.target))
        assert low - 1e-9 <= figure <= high + 1e-9


@pytest.mark.parametrize(
    ("value", "cells"),
    [(45, 0), (44, 0), (43, 1), (41, 2), (39, 3), (25.5, 9), (25, 10), (10, 10), (60, 0)],
)
def test_the_bar_has_ten_cells_and_is_full_at_the_target_only(value: float, cells: int) -> None:
    assert bar(VISITS, value) == "▓" * cells + "░" * (10 - cells)


@given(objectives, values)
def test_every_bar_has_ten_cells_or_none(objective: Objective, value: float) -> None:
    assert len(bar(objective, value)) == (10 if share_done(objective, value) is not None else 0)


def test_a_reading_is_the_plans_own_measure() -> None:
    assert read_reading("41 now, the target was 25", "en", HALF_WAY, VISITS) == 41
    assert read_reading("aucune idée", "fr", HALF_WAY, VISITS) is None


def test_the_card_shows_how_the_measure_moves() -> None:
    done = Choice("btn.checkin:T1/U1/3@1", "New figure")
    card = progress_card(running((date(2026, 4, 1), 44), (HALF_WAY, 41)), "en", HALF_WAY, (done,))
    assert card is not None
    assert card.text == (
        "*Fewer repeat visits*\n▓▓░░░░░░░░ Repeat visits: 41 (45 → 25 by 30 June)\n1 April: 44\n1 May: 41"
    )
    assert card.line == (Point(MONDAY, 45), Point(TARGET, 25))
    assert card.readings == (Point(date(2026, 4, 1), 44), Point(HALF_WAY, 41))
    assert (card.title, card.measure, card.unit, card.choices) == ("Fewer repeat visits", "Repeat visits", "", (done,))


def test_the_card_speaks_french_with_its_spaces() -> None:
    share = Objective("moins de retours", "retours", 21, 10, "%", TARGET)
    card = progress_card(running((HALF_WAY, 15), objective=share), "fr", HALF_WAY)
    assert card is not None
    assert card.text == (
        "*Moins de retours*\n▓▓▓▓▓░░░░░ Retours : 15\u00a0% (21\u00a0% → 10\u00a0% d'ici le 30 juin)\n1er mai : 15\u00a0%"
    ).replace(" :", "\u00a0:")


def test_there_is_no_picture_without_two_figures_and_a_reading() -> None:
    assert progress_card(running(), "en", HALF_WAY) is None
    assert progress_card(running((HALF_WAY, 41), objective=replace(VISITS, baseline=None)), "en", HALF_WAY) is None
    undated = progress_card(running((HALF_WAY, 41), objective=replace(VISITS, due=None)), "en", HALF_WAY)
    assert undated is not None
    assert undated.line == ()


def test_a_long_life_is_told_by_its_last_readings_and_drawn_with_all() -> None:
    weekly = [(MONDAY + timedelta(weeks=n), 45.0 - n) for n in range(1, 18)]
    card = progress_card(running(*weekly), "en", LATE)
    assert card is not None
    assert len(card.readings) == 17
    assert card.text.count("\n") == 11


def test_notes_are_the_owners_own() -> None:
    record = running((HALF_WAY, 41))
    noted = record._replace(life=replace(record.life, readings=(replace(record.life.readings[0], note="Ann left"),)))
    card = progress_card(noted, "en", HALF_WAY)
    assert card is not None
    assert "Ann" not in card.text


def test_a_life_without_days_has_no_line() -> None:
    assert measured_from(Plan(objective=VISITS), Life()) is None
