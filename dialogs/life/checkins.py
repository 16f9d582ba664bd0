"""Check-ins: on which days the plan's measure is asked for, what an answer tells, and whether it moves to the target.

The measure of the plan and nothing else: never who logged in, never who posted.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from dialogs.coach.quoting import quote, sentence_case
from dialogs.coach.summary import title_of, way_in_figures
from dialogs.content.catalog import text_of
from dialogs.lang import Lang
from dialogs.life.record import Life, OldTarget, Reading, Record
from dialogs.plan import Objective, Plan
from dialogs.reading.current import current_figure
from dialogs.replies import Choice, Point, ProgressCard
from dialogs.saying import day, figure, french_spacing, with_label

# Rules of the coaching design, "Plan review", check-ins.
AFTER_TARGET: Final = timedelta(days=30)  # does it last?
ENOUGH: Final = 0.5  # of the straight line from baseline to target
CELLS: Final = 10  # of the bar
LINES: Final = 10  # readings in the text of a card; a chart has them all

Course = Literal["reached", "moving", "slow", "flat"]


class FirstStep(NamedTuple):
    """What the owner said they would do first, and the day they named for it."""

    words: str
    on: date | None


def first_step(plan: Plan) -> FirstStep:
    """The commitment; without one the step with the earliest day, else the first of all."""
    if plan.commitment or not plan.steps:
        return FirstStep(plan.commitment, plan.commitment_on)
    step = min(plan.steps, key=lambda step: step.due or date.max)
    return FirstStep(step.text, step.due)


def measure_days(plan: Plan, life: Life) -> tuple[date, ...]:
    """The days on which the measure is asked for, in order: half way (or the owner's own day), target, 30 days after.

    Only days after the start; none for a plan that counts nothing.
    """
    if not plan.objective.measure and plan.objective.target is None:
        return ()
    start = measured_from(plan, life)
    return tuple(sorted({day for day in _wished_days(plan, start) if start is None or day > start}))


def _wished_days(plan: Plan, start: date | None) -> Iterator[date]:
    due = plan.objective.due
    if plan.checkin_on is not None and (start is None or plan.checkin_on > start):
        yield plan.checkin_on
    elif start is not None and due is not None:
        yield start + (due - start) / 2
    if due is not None:
        yield due
        yield due + AFTER_TARGET


def measured_from(plan: Plan, life: Life) -> date | None:
    """Where the straight line begins: when the plan began to run, or when today's figure was last told anew."""
    if life.old_targets and life.old_targets[-1].objective.baseline != plan.objective.baseline:
        return life.old_targets[-1].until
    began = life.since or life.moved_at
    return life.started_on or (began.date() if began else None)


def expected(objective: Objective, start: date | None, on: date) -> float | None:
    """The figure of that day if the measure went in a straight line; None without two figures and two days."""
    baseline, target, due = objective.baseline, objective.target, objective.due
    if baseline is None or target is None or due is None or start is None:
        return None
    whole = (due - start).days
    share = 1.0 if on >= due or whole <= 0 else max((on - start).days, 0) / whole
    return baseline + (target - baseline) * share


def course(plan: Plan, life: Life, today: date) -> Course:
    """How the measure does after the last reading up to that day; "moving" where there is nothing to compare.

    Slow: less than half of the straight line. Flat: that twice in a row.
    """
    readings = [reading for reading in life.readings if reading.on <= today]
    if readings and _reached(plan.objective, readings[-1].value):
        return "reached"
    start = measured_from(plan, life)
    behind = [_behind(plan.objective, start, reading) for reading in readings[-2:]]
    if not behind or not behind[-1]:
        return "moving"
    return "flat" if behind == [True, True] else "slow"


def _reached(objective: Objective, value: float) -> bool:
    baseline, target = objective.baseline, objective.target
    if target is None:
        return False
    if baseline is None or baseline == target:
        return value == target
    return value >= target if target > baseline else value <= target


def _behind(objective: Objective, start: date | None, reading: Reading) -> bool:
    done, whole = share_done(objective, reading.value), _share_expected(objective, start, reading.on)
    return done is not None and (done <= 0 if whole is None else done < ENOUGH * whole)


def _share_expected(objective: Objective, start: date | None, on: date) -> float | None:
    figure = expected(objective, start, on)
    return None if figure is None else share_done(objective, figure)


def share_done(objective: Objective, value: float) -> float | None:
    """How much of the way from baseline to target is done: 0 at the start, 1 at the target, below 0 when it got worse.

    None without both figures, or when they are the same.
    """
    baseline, target = objective.baseline, objective.target
    if baseline is None or target is None or baseline == target:
        return None
    return (value - baseline) / (target - baseline)


def read_reading(text: str, lang: Lang, today: date, objective: Objective) -> float | None:
    """The figure that an answer to a check-in tells, in the objective's unit; None when it tells none."""
    return current_figure(text, lang, today, objective)


def bar(objective: Objective, value: float) -> str:
    """How far it is, in ten cells: "▓▓▓░░░░░░░". Full only at the target; empty text without both figures."""
    share = share_done(objective, value)
    if share is None:
        return ""
    full = int(round(min(max(share, 0), 1) * CELLS, 6))  # 0.3 is 2.9999999999999996 tenths
    return "▓" * full + "░" * (CELLS - full)


def progress_card(record: Record, lang: Lang, today: date, choices: tuple[Choice, ...] = ()) -> ProgressCard | None:
    """How the measure moves, as a picture; None while there are not two figures and a reading.

    What made the difference is not on it: those are the owner's words.
    """
    plan, life = record.plan, record.life
    lines = progress_lines(record, lang, today)
    if not lines:
        return None
    title, objective = title_of(plan, lang), plan.objective
    text = text_of("progress.card", lang).format(title=title, progress="\n".join(lines))
    points = tuple(Point(one.on, one.value) for one in life.readings)
    line = _line(objective, measured_from(plan, life))
    measure = _measure(objective)
    return ProgressCard("progress.card", text, title, measure, objective.unit, line, points, choices=choices)


def progress_lines(record: Record, lang: Lang, today: date) -> tuple[str, ...]:
    """The bar with the last figure, the last readings, and objectives of before; none while there is no picture."""
    objective, life = record.plan.objective, record.life
    if not life.readings or share_done(objective, life.readings[-1].value) is None:
        return ()
    last = life.readings[-1].value
    now = f"{figure(last, objective.unit, lang)} ({_way(objective, lang, today)})"
    lines = (
        f"{bar(objective, last)} {with_label(_measure(objective), now, lang)}",
        *(_reading(one, objective, lang, today) for one in life.readings[-LINES:]),
        *(_old_target(one, lang, today) for one in life.old_targets),
    )
    return tuple(map(french_spacing, lines)) if lang == "fr" else lines


def _measure(objective: Objective) -> str:
    return sentence_case(quote(objective.measure or objective.outcome))


def _line(objective: Objective, start: date | None) -> tuple[Point, ...]:
    baseline, target, due = objective.baseline, objective.target, objective.due
    if baseline is None or target is None or due is None or start is None or start >= due:
        return ()
    return Point(start, baseline), Point(due, target)


def _reading(reading: Reading, objective: Objective, lang: Lang, today: date) -> str:
    return with_label(day(reading.on, lang, today), figure(reading.value, objective.unit, lang), lang)


def _old_target(old: OldTarget, lang: Lang, today: date) -> str:
    said = {"until": day(old.until, lang, today), "target": _way(old.objective, lang, today)}
    return text_of("progress.old_target", lang).format_map(said)


def _way(objective: Objective, lang: Lang, today: date) -> str:
    return way_in_figures(replace(objective, estimate=False), lang, today)
