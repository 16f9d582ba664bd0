"""A company's plans in numbers, for its organisation digest: counts of groups in which nobody can be made out.

Only plans that their owners sent or posted count. A number is told when five people or more stand behind it. What is
left is put together until five people stand behind that too, and never less than two groups: so that no table gives a
group away by what is missing, not even to somebody who knows the total from another one.
"""

from collections.abc import Iterable
from datetime import datetime
from statistics import median
from typing import Final, Literal, NamedTuple

from dialogs.digest.findings import FEWEST_OWNERS
from dialogs.life.record import Record
from dialogs.person import PersonId
from dialogs.plan import COACHING, Plan

TableName = Literal["state", "archetype", "verdict", "dropped_for"]
TABLES: Final[tuple[TableName, ...]] = ("state", "archetype", "verdict", "dropped_for")


class Counted(NamedTuple):
    """A shared plan, reduced to what is counted. `days` is how long it took to a decision, None without one."""

    owner: PersonId
    groups: dict[TableName, str]
    days: float | None


class Group(NamedTuple):
    """A number of a table: how many plans; `name` is empty for all groups that are too small to be told."""

    name: str
    plans: int


class Aggregate(NamedTuple):
    """The tables of a company, each with its biggest group first. Empty where nothing can be told.

    `median_days`: from a plan's first version to a yes, or to its end without one; of five people's plans or more.
    """

    tables: dict[TableName, tuple[Group, ...]]
    median_days: float | None


def aggregate(plans: Iterable[tuple[Record, datetime | None]]) -> Aggregate:
    """The numbers of a company's plans, each with the moment of its first version. Holds no more than counts."""
    counted = [_counted(record, first) for record, first in plans if _is_shared(record)]
    decided = {one.owner: one.days for one in counted if one.days is not None}
    days = [one.days for one in counted if one.days is not None]
    return Aggregate(
        {name: _table(counted, name) for name in TABLES}, median(days) if len(decided) >= FEWEST_OWNERS else None
    )


def verdict_of(plan: Plan) -> str:
    """What the coach found of tools for a whole plan: the most that one of its steps asks for."""
    verdicts = {step.verdict for step in plan.steps}
    return next((kind for kind in ("radical", "unblock", "pending", "no_tool") if kind in verdicts), "pending")


def _is_shared(record: Record) -> bool:
    return record.life.shown and record.plan.state not in COACHING


def _counted(record: Record, first: datetime | None) -> Counted:
    plan, life = record.plan, record.life
    groups: dict[TableName, str] = {"state": plan.state, "archetype": plan.archetype, "verdict": verdict_of(plan)}
    if plan.state == "dropped" and life.dropped_for:
        groups["dropped_for"] = life.dropped_for
    decided = life.approval.at if life.approval else life.since if plan.state == "dropped" else None
    took = (decided - first).total_seconds() / 86400 if decided and first else None
    return Counted(record.ref.owner, groups, took)


def _table(counted: list[Counted], table: TableName) -> tuple[Group, ...]:
    owners: dict[str, list[PersonId]] = {}
    for one in counted:
        if table in one.groups:
            owners.setdefault(one.groups[table], []).append(one.owner)
    names = sorted(owners, key=lambda name: (-len(set(owners[name])), name))
    told = [name for name in names if len(set(owners[name])) >= FEWEST_OWNERS]
    rest = names[len(told) :]
    while rest and told and (len(rest) < 2 or len(_people(owners, rest)) < FEWEST_OWNERS):
        rest.append(told.pop())
    groups = [Group(name, len(owners[name])) for name in told]
    if rest and len(rest) > 1 and len(_people(owners, rest)) >= FEWEST_OWNERS:
        groups.append(Group("", sum(len(owners[name]) for name in rest)))
    return tuple(sorted(groups, key=lambda group: (not group.name, -group.plans, group.name)))


def _people(owners: dict[str, list[PersonId]], names: list[str]) -> set[PersonId]:
    return {owner for name in names for owner in owners[name]}
