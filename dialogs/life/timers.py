"""What is due for a plan when nothing moves: nudges, reminders, check-ins, and the flag of a plan that stands still.

For plans whose talk is over; the nudge and the end of an open talk are in `dialogs.coach.waiting` and `expiry`.
Nothing is due twice: whoever acts on a timer notes it in `life.timers`, a check-in in `life.asked_on`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Final, Literal

from dialogs.coach.expiry import SILENT_DAYS
from dialogs.life.checkins import first_step, measure_days
from dialogs.life.record import Life, Record
from dialogs.plan import COACHING, PlanState
from dialogs.workdays import after_working_days

Timer = Literal[
    "coaching_stalled",
    "coaching_expiring",
    "coaching_expired",
    "ready_nudge",
    "reviewer_reminder",
    "review_stalled",
    "change_stalled",
    "first_step",
    "checkin",
    "checkin_reminder",
    "checkin_stalled",
]

# Rule of the coaching design, "Plan review", table of timers: working days in which nothing moved.
IDLE: Final[Mapping[PlanState, tuple[tuple[Timer, int], ...]]] = {
    "draft": (("coaching_stalled", 15),),
    "in_coaching": (("coaching_stalled", 15),),
    "ready": (("ready_nudge", 10),),
    "in_review": (("reviewer_reminder", 3), ("review_stalled", 10)),
    "changes_requested": (("change_stalled", 10),),
}
FIRST_STEP_IDLE: Final = 10  # approved
MISSED: Final[tuple[tuple[Timer, int], ...]] = (("checkin_reminder", 5), ("checkin_stalled", 10))


def due(record: Record, today: date) -> tuple[Timer, ...]:
    """What is due today and was not acted on yet, earliest first."""
    return tuple(timer for timer, day in _coming(record) if day <= today)


def next_due(record: Record, today: date) -> date | None:
    """The first day from today on that has something due if nothing moves; None when nothing ever will be."""
    return next((max(day, today) for _, day in _coming(record)), None)


def _coming(record: Record) -> list[tuple[Timer, date]]:
    """What will be due, each once, with the first day on which it is; in order of their days."""
    first: dict[Timer, date] = {}
    for timer, day in _days(record):
        first[timer] = min(day, first.get(timer, day))
    fired = {*record.life.timers} - {"checkin"}  # it comes again, on another day
    return sorted(((timer, day) for timer, day in first.items() if timer not in fired), key=lambda coming: coming[1])


def _days(record: Record) -> Iterator[tuple[Timer, date]]:
    state, life = record.plan.state, record.life
    moved = life.moved_at or life.since
    idle_since = moved.date() if moved else None
    if idle_since is not None:
        yield from _after(idle_since, IDLE.get(state, ()))
    if state in COACHING:
        yield from _end_of_notes(life, idle_since)
    if state in ("approved", "running") and not life.first_step:
        yield from _first_step(record, idle_since)
    if state == "running":
        yield from _checkins(record, idle_since)


def _after(day: date, timers: Iterable[tuple[Timer, int]]) -> Iterator[tuple[Timer, date]]:
    return ((timer, after_working_days(day, count)) for timer, count in timers)


def _end_of_notes(life: Life, idle_since: date | None) -> Iterator[tuple[Timer, date]]:
    """Never deleted on the day it was announced, however long nobody looked: the announcement sets the day."""
    if life.delete_on is not None:
        yield "coaching_expired", life.delete_on
    elif idle_since is not None:
        yield "coaching_expiring", idle_since + timedelta(days=SILENT_DAYS)


def _first_step(record: Record, idle_since: date | None) -> Iterator[tuple[Timer, date]]:
    on = first_step(record.plan).on
    if on is not None:
        yield "first_step", on
    if record.plan.state == "approved" and idle_since is not None:
        yield "first_step", after_working_days(idle_since, FIRST_STEP_IDLE)


def _checkins(record: Record, idle_since: date | None) -> Iterator[tuple[Timer, date]]:
    """The next day of the measure; and after a question without an answer, its reminder.

    A day counts as asked when the question came on it or later (nobody was there on a Sunday), and as answered when the
    owner told a figure by themselves.
    """
    life = record.life
    asked = max(life.asked_on, default=date.min)
    read = max((reading.on for reading in life.readings), default=date.min)
    ahead = (day for day in measure_days(record.plan, life) if day > max(asked, read))
    yield from (("checkin", day) for day in islice(ahead, 1))
    if asked > read:
        yield from _after(max(asked, idle_since or asked), MISSED)
