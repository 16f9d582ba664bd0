"""Plans: one sealed row each, replaced in place, and every version from the day that others may see it.

`save` is for a turn that changed the plan, never for one that did not: the row is a fifth of a turn's cost.
While a plan takes shape the talk holds the same plan, so its row may wait until its state changes or the talk
turns to another plan. Only its state and the time of its last change are in clear, for lists and digests.
"""

from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, literal_column, select

from dialogs.conversation import SCHEMA, from_json
from dialogs.person import PersonId
from dialogs.plan import Plan, PlanState
from storage.errors import UnreadableRecordError
from storage.secrets import KeyRing
from storage.statements import Prepared, put
from storage.tables import plan_versions, plans

_key = ("tenant", "person", "number")
_one: Any = literal_column("1")
_next_version = (
    select(func.coalesce(func.max(plan_versions.c.version) + _one, _one))
    .where(*(plan_versions.c[name] == bindparam(name) for name in _key))
    .scalar_subquery()
)
_add_version = Prepared(
    insert(plan_versions).values(
        {name: bindparam(name) for name in (*_key, "changed_at", "sealed")} | {"version": _next_version}
    )
)


class PlanEntry(NamedTuple):
    """A line of somebody's list of plans."""

    number: int
    state: PlanState
    changed_at: datetime


class PlanVersion(NamedTuple):
    """The plan as it stood from `changed_at` on. Versions count from 1."""

    version: int
    changed_at: datetime
    plan: Plan


class Plans:
    """The plans of a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys

    def save(self, person: PersonId, plan: Plan, at: datetime, *, version: bool) -> None:
        """Store the plan over its earlier row. `at` is aware.

        `version`: keep it as a version too; for every change once the plan left coaching.
        """
        key = {"tenant": person.tenant, "person": person.id, "number": plan.number}
        as_of = {"changed_at": at, "sealed": self._keys.seal(_to_json(plan))}
        put(self._connection, plans, key, {"state": plan.state} | as_of)
        if version:
            _add_version.changed(self._connection, **key, **as_of)

    def get(self, person: PersonId, number: int) -> Plan | None:
        """That plan; None when there is none. Raises UnreadableRecordError."""
        query = select(plans.c.sealed).where(*_is(plans, person, number))
        sealed = self._connection.execute(query).scalar_one_or_none()
        return None if sealed is None else self._open(sealed, person, number)

    def list(self, person: PersonId) -> tuple[PlanEntry, ...]:
        """The person's plans, oldest number first, without opening them."""
        query = (
            select(plans.c.number, plans.c.state, plans.c.changed_at)
            .where(plans.c.tenant == person.tenant, plans.c.person == person.id)
            .order_by(plans.c.number)
        )
        return tuple(PlanEntry(*row) for row in self._connection.execute(query))

    def versions(self, person: PersonId, number: int) -> tuple[PlanVersion, ...]:
        """Every kept version of a plan, oldest first. Raises UnreadableRecordError."""
        query = (
            select(plan_versions.c.version, plan_versions.c.changed_at, plan_versions.c.sealed)
            .where(*_is(plan_versions, person, number))
            .order_by(plan_versions.c.version)
        )
        rows = self._connection.execute(query)
        return tuple(PlanVersion(version, at, self._open(sealed, person, number)) for version, at, sealed in rows)

    def delete(self, person: PersonId, number: int) -> None:
        """Delete the plan and its versions."""
        for table in (plans, plan_versions):
            self._connection.execute(delete(table).where(*_is(table, person, number)))

    def _open(self, sealed: bytes, person: PersonId, number: int) -> Plan:
        try:
            return from_json(self._keys.open(sealed)).plan
        except (msgspec.DecodeError, ValueError) as error:
            raise UnreadableRecordError(f"plan {number} of {person.id} ({person.tenant})", str(error)) from error


def _to_json(plan: Plan) -> bytes:
    """As the state of a talk that holds nothing but the plan: its migrations are then the plan's too."""
    return b'{"schema":%d,"state":{"plan":%b}}' % (SCHEMA, msgspec.json.encode(plan))


def _is(table: Any, person: PersonId, number: int) -> tuple[Any, Any, Any]:
    return table.c.tenant == person.tenant, table.c.person == person.id, table.c.number == number
