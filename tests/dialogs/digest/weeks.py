"""Plans as they stand on a Monday in March, for the tests of digests."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from dialogs.life.record import Approval, Life, Party, Reading, Record, Ref
from dialogs.plan import Objective, Plan, PlanState, Step

MONDAY = date(2026, 3, 9)  # the digest of this day covers the week of 2 March
KARIM = Party("T1", "karim", "Karim", zone="Europe/Paris")
LEA = Party("T1", "lea", "Léa", "fr", zone="Europe/Paris")


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


def plan_of(owner: str, state: PlanState, outcome: str, *, reader: Party = KARIM, plan: dict[str, Any] | None = None,
            **life: Any) -> Record:  # fmt: skip
    """A plan of somebody, reviewed by the reader."""
    asked = Plan(number=1, state=state, **{"objective": Objective(outcome)} | (plan or {}))
    lived: dict[str, Any] = {
        "version": 1, "sent_version": 1, "reviewer": reader, "owner": Party("T1", owner.lower(), owner),
        "sent_at": at(MONDAY - timedelta(days=40)), "since": at(MONDAY - timedelta(days=30)),
        "moved_at": at(MONDAY - timedelta(days=3)),
    }  # fmt: skip
    return Record(Ref("T1", owner.lower(), 1), asked, Life(**lived | life))


def days_ago(days: int) -> datetime:
    return at(MONDAY - timedelta(days=days))


SEPTEMBER = date(2026, 9, 30)


def measured(owner: str, measure: str, way: tuple[float, float], before: float, now: float, *, reader: Party = KARIM,
             began: date = date(2025, 9, 1), **life: Any) -> Record:  # fmt: skip
    """A plan that runs, whose figure was read in the week before and in this one."""
    objective = Objective(measure, measure, *way, due=SEPTEMBER)
    readings = (Reading(date(2026, 2, 26), before), Reading(date(2026, 3, 5), now))
    return plan_of(
        owner, "running", measure, reader=reader, plan={"objective": objective}, readings=readings, started_on=began,
        **life,
    )  # fmt: skip


def example(reader: Party, titles: tuple[str, str, str], measures: tuple[str, str]) -> tuple[Record, ...]:
    """The plans behind the two digests of the coaching design."""
    ideas, answers, tickets = titles
    stuck = {"steps": (Step("sort the tickets", "Ben"),), "objective": Objective(tickets)}
    waits: dict[str, Any] = {"since": days_ago(6), "sent_at": days_ago(6)}
    return (
        plan_of("Maya", "in_review", ideas, reader=reader, **waits),
        plan_of("Priya", "in_review", answers, reader=reader, since=days_ago(2), sent_at=days_ago(9), version=3),
        plan_of(
            "Ben", "running", tickets, reader=reader, plan=stuck, moved_at=days_ago(12),
            stalled_on=date(2026, 3, 4), started_on=date(2026, 1, 12),
        ),
        measured("Joe", measures[0], (45, 25), 42, 41, reader=reader),
        measured("Ana", measures[1], (18, 9), 16, 14, reader=reader, began=date(2025, 12, 1)),
        plan_of("Tom", "running", "fewer calls", reader=reader, started_on=date(2026, 2, 2)),
        plan_of(
            "Zoe", "running", "shorter meetings", reader=reader, started_on=date(2026, 3, 3),
            approval=Approval("Karim", days_ago(6), 1),
        ),
        plan_of("Max", "dropped", "a wiki", reader=reader, since=days_ago(4), dropped_for="drop.solved"),
    )  # fmt: skip
