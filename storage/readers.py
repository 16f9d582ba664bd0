"""Whom a plan's life names beside its owner: one row for each reviewer and follower, so that theirs are found.

The rows repeat the life and are written with it. What somebody may read is not said here: `role_of` knows.
"""

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dialogs.life.record import Life, Party, Record, Ref
from dialogs.person import PersonId
from storage.statements import Prepared
from storage.tables import plan_readers

_of_plan = (
    plan_readers.c.owner_tenant == bindparam("of_tenant"),
    plan_readers.c.owner == bindparam("of_person"),
    plan_readers.c.number == bindparam("of_number"),
)
_clear = Prepared(delete(plan_readers).where(*_of_plan))
_add = Prepared(insert(plan_readers).values({column.name: bindparam(column.name) for column in plan_readers.c}))


class Readers:
    """The readers of a transaction's plans."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, record: Record) -> None:
        """The plan's life names these, and nobody else."""
        self.clear(record.ref)
        owner = {"owner_tenant": record.ref.tenant, "owner": record.ref.person, "number": record.ref.number}
        for tenant, person in _named(record.life):
            _add.changed(self._connection, tenant=tenant, person=person, **owner)

    def clear(self, ref: Ref) -> None:
        """That plan names nobody any more."""
        _clear.changed(self._connection, of_tenant=ref.tenant, of_person=ref.person, of_number=ref.number)

    def clear_owner(self, owner: PersonId) -> None:
        """No plan of theirs names anybody."""
        theirs = (plan_readers.c.owner_tenant == owner.tenant, plan_readers.c.owner == owner.id)
        self._connection.execute(delete(plan_readers).where(*theirs))

    def clear_company(self, tenant: str) -> None:
        """No plan of that company names anybody."""
        self._connection.execute(delete(plan_readers).where(plan_readers.c.owner_tenant == tenant))

    def move(self, old: Ref, new: Ref) -> None:
        """The plan is called otherwise."""
        of = {"of_tenant": old.tenant, "of_person": old.person, "of_number": old.number}
        renamed = {"owner_tenant": new.tenant, "owner": new.person, "number": new.number}
        self._connection.execute(update(plan_readers).where(*_of_plan).values(renamed), of)

    def abroad(self, tenant: str) -> list[PersonId]:
        """Who of that company is named in plans of other companies."""
        theirs = (plan_readers.c.tenant == tenant, plan_readers.c.owner_tenant != tenant)
        query = select(plan_readers.c.person).where(*theirs).distinct()
        return [PersonId(tenant, person) for person in self._connection.execute(query).scalars()]


def renamed(life: Life, was: PersonId, now: PersonId | None) -> Life:
    """The life with one account in another's place; with None, without it."""

    def named(party: Party | None) -> Party | None:
        if party is None or party.key != was:
            return party
        return None if now is None else msgspec.structs.replace(party, tenant=now.tenant, id=now.id)

    followers = tuple(party for party in map(named, life.followers) if party is not None)
    return msgspec.structs.replace(life, owner=named(life.owner), reviewer=named(life.reviewer), followers=followers)


def _named(life: Life) -> set[PersonId]:
    reviewer = () if life.reviewer is None else (life.reviewer,)
    return {party.key for party in (*reviewer, *life.followers)}
