"""A week's facts without words: what waits for a reader, what stands still, which figures came, what changed.

Everything is derived from plans and their lives, so that nobody has to remember what the last digest said. All of it is
taken from the plan as others see it: a plan with something sensitive in it gives the same facts as the plan without.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from dialogs.digest.period import Period
from dialogs.life.checkins import course, share_done
from dialogs.life.others import seen_by_others
from dialogs.life.record import Reading, Record, Role, role_of
from dialogs.person import PersonId
from dialogs.plan import COACHING, Plan

Cause = Literal["change", "no_date", "obstacle", "no_figure"]
Became = Literal["approved", "running", "done", "dropped"]

# Rules of the coaching design, "Weekly digest".
SHOWN_AGAIN: Final = 4  # weeks after which a plan that still stands still is named once more
FEWEST_OWNERS: Final = 5  # of a group whose totals are told
_READS: Final[tuple[Role, ...]] = ("reviewer", "follower")


class Waiting(NamedTuple):
    """A plan that waits for the reader's word since so many days; `again`: it changed after they had seen it."""

    record: Record
    days: int
    again: bool


class Stuck(NamedTuple):
    """A plan in which nothing moved for so many days, and the first thing that it lacks."""

    record: Record
    days: int
    cause: Cause


class Figure(NamedTuple):
    """A measure that was read this week; `before` is the reading that stood until then."""

    record: Record
    now: Reading
    before: Reading | None
    behind: bool

    @property
    def change(self) -> float:
        """How much of the way to the target it went this week, either direction."""
        objective = self.record.plan.objective
        now = share_done(objective, self.now.value) or 0.0
        return abs(now - (share_done(objective, self.before.value) or 0.0 if self.before else 0.0))


class Change(NamedTuple):
    """What became of a plan this week."""

    record: Record
    became: Became


class Flow(NamedTuple):
    """The totals of a group of five people or more; `more` is by how many plans more run than a week before.

    `reason` is the key of why a plan was dropped, when there is one such plan and its owner said.
    """

    running: int
    more: int
    approved: int
    done: int
    dropped: int
    reason: str


class Findings(NamedTuple):
    """A week's facts, each kind in the order in which it is told. `flow` is None for a group under five."""

    waiting: tuple[Waiting, ...]
    stuck: tuple[Stuck, ...]
    figures: tuple[Figure, ...]
    changes: tuple[Change, ...]
    flow: Flow | None

    @property
    def tell(self) -> bool:
        """Whether there is anything to write for."""
        return bool(self.waiting or self.stuck or self.figures or self.changes)


def read_plans(records: Iterable[Record], reader: PersonId) -> tuple[Record, ...]:
    """Those that the reader reviews or follows and may see now."""
    return tuple(record for record in records if _is_out(record) and role_of(record, reader) in _READS)


def own_plans_shown(records: Iterable[Record]) -> tuple[Record, ...]:
    """Those of somebody's own plans that others see."""
    return tuple(record for record in records if record.life.shown and _is_out(record))


def findings(records: Iterable[Record], period: Period, today: date, reviewer: PersonId | None) -> Findings:
    """The facts of a week. `records` are of `read_plans`; what waits for `reviewer` waits, for all of them if None.

    Each fact has its plan as others see it.
    """
    seen = tuple(records)
    mine = [r for r in seen if reviewer is None or (r.life.reviewer and r.life.reviewer.key == reviewer)]
    waiting = [_waiting(record, period, today) for record in mine if record.plan.state == "in_review"]
    figures = filter(None, (_figure(record, period) for record in seen))
    changes = tuple(change for record in seen for change in _changes(record, period))
    flow = _flow(seen, changes, period) if len({record.ref.owner for record in seen}) >= FEWEST_OWNERS else None
    return Findings(
        tuple(sorted(waiting, key=lambda one: (-one.days, one.record.ref))),
        tuple(sorted(_stuck(seen, period, today), key=lambda one: (-one.days, one.record.ref))),
        tuple(sorted(figures, key=lambda one: (not one.behind, -one.change, one.record.ref))),
        changes,
        flow,
    )


def runs_as_planned(record: Record, today: date) -> bool:
    """Whether a plan runs, nothing says that it stands still, and its figure is not behind."""
    running = record.plan.state == "running" and record.life.stalled_on is None
    return running and course(record.plan, record.life, today) in ("moving", "reached")


def _as_others_see(record: Record) -> Record:
    """The record without anything that is its owner's alone."""
    return record._replace(plan=seen_by_others(record.plan))


def _is_out(record: Record) -> bool:
    return record.plan.state not in COACHING


def _waiting(record: Record, period: Period, today: date) -> Waiting:
    life = record.life
    since = period.day_of(max(filter(None, (life.sent_at, life.since)), default=None)) or today
    return Waiting(_as_others_see(record), max((today - since).days, 0), life.version > life.sent_version > 0)


def _stuck(records: Iterable[Record], period: Period, today: date) -> Iterator[Stuck]:
    """A plan in review is left out: it waits for one person, and to others that would be a response time."""
    for record in records:
        flagged, life = record.life.stalled_on, record.life
        if flagged is None or flagged > period.last or record.plan.state == "in_review":
            continue
        if ((period.last - flagged) // timedelta(days=7)) % SHOWN_AGAIN == 0:
            moved = period.day_of(life.moved_at or life.since) or flagged
            seen = _as_others_see(record)
            yield Stuck(seen, (today - moved).days, _cause(seen.plan, today))


def _cause(plan: Plan, today: date) -> Cause:
    if plan.state == "changes_requested":
        return "change"
    if not any(step.due and step.due >= today for step in plan.steps):
        return "no_date"
    return "obstacle" if plan.obstacles else "no_figure"


def _figure(record: Record, period: Period) -> Figure | None:
    readings = record.life.readings
    now = [reading for reading in readings if period.holds(reading.on)]
    if not now or record.plan.state == "dropped":
        return None
    before = [reading for reading in readings if reading.on < period.first]
    by_then = replace(record.life, readings=tuple(one for one in readings if one.on <= period.last))
    behind = course(record.plan, by_then, period.last) in ("slow", "flat")
    return Figure(_as_others_see(record), now[-1], before[-1] if before else None, behind)


def _changes(record: Record, period: Period) -> Iterator[Change]:
    life, state = record.life, record.plan.state
    if life.approval is not None and period.holds(period.day_of(life.approval.at)):
        yield Change(_as_others_see(record), "approved")
    if state in ("running", "done", "dropped") and period.holds(life.started_on):
        yield Change(_as_others_see(record), "running")
    if state in ("done", "dropped") and period.holds(period.day_of(life.since)):
        yield Change(_as_others_see(record), "done" if state == "done" else "dropped")


def _flow(records: tuple[Record, ...], changes: tuple[Change, ...], period: Period) -> Flow:
    became = [change.became for change in changes]
    dropped = [change.record.life.dropped_for for change in changes if change.became == "dropped"]
    running = sum(_ran(record, period, period.last) for record in records)
    before = sum(_ran(record, period, period.first - timedelta(days=1)) for record in records)
    counts = (became.count("approved"), became.count("done"), len(dropped))
    return Flow(running, running - before, *counts, dropped[0] if len(dropped) == 1 else "")


def _ran(record: Record, period: Period, evening: date) -> bool:
    """Whether the plan was running on that evening."""
    life, state = record.life, record.plan.state
    if state not in ("running", "done", "dropped") or life.started_on is None or life.started_on > evening:
        return False
    ended = None if state == "running" else period.day_of(life.since)
    return ended is None or ended > evening
