"""Plans: one sealed row each, replaced in place, and every version from the day that others may see it.

`save` is for a turn that changed the plan, never for one that did not: the row is a fifth of a turn's cost.
While a plan takes shape the talk holds the same plan, so its row may wait until its state changes or the talk
turns to another plan. Once the talk is over the row is the truth, and `keep` changes it together with the plan's life,
guarded by a revision: owner and reviewer write from lanes of their own. In clear are its state, the time of its last
change, since when it is posted, and who reads it; for lists and digests.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, Integer, bindparam, delete, func, insert, literal_column, select, update
from sqlalchemy.exc import IntegrityError

from dialogs.life.record import Record, Ref, role_of
from dialogs.person import PersonId
from dialogs.plan import Plan, PlanState
from storage.errors import Conflict, UnreadableRecordError
from storage.opening import life_from_json, life_to_json, plan_from_json, plan_to_json
from storage.readers import Readers, renamed
from storage.secrets import KeyRing
from storage.statements import Prepared, among
from storage.tables import plan_readers, plan_versions, plans

_KEY: Final = ("tenant", "person", "number")
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
_one: Any = literal_column("1")
_none: Any = literal_column("0")

_of_person = (plans.c.tenant == bindparam("of_tenant"), plans.c.person == bindparam("of_person"))
_of_plan = (*_of_person, plans.c.number == bindparam("of_number"))
_touched: dict[str, Any] = {name: bindparam(name) for name in ("state", "changed_at", "sealed")}
_written = _touched | {name: bindparam(name) for name in ("life", "posted_at")}
_save = Prepared(update(plans).where(*_of_plan).values(_touched | {"revision": plans.c.revision + _one}))
_begin = Prepared(insert(plans).values({name: bindparam(name) for name in _KEY} | _touched))
_keep = Prepared(
    update(plans)
    .where(*_of_plan, plans.c.revision == bindparam("expected"))
    .values(_written | {"revision": plans.c.revision + _one})
)
_live = Prepared(update(plans).where(*_of_plan).values(life=bindparam("life"), revision=plans.c.revision + _one))

_next_version = (
    select(func.coalesce(func.max(plan_versions.c.version) + _one, _one))
    .where(*(plan_versions.c[name] == bindparam(name) for name in _KEY))
    .scalar_subquery()
)
_add_version = Prepared(
    insert(plan_versions)
    .values({name: bindparam(name) for name in (*_KEY, "changed_at", "sealed")} | {"version": _next_version})
    .returning(plan_versions.c.version)
)

_last_version = (
    select(func.coalesce(func.max(plan_versions.c.version), _none))
    .where(*(plan_versions.c[name] == plans.c[name] for name in _KEY))
    .scalar_subquery()
)
_records = select(*(plans.c[name] for name in (*_KEY, "sealed", "life")), _last_version)
_record = Prepared(_records.add_columns(plans.c.revision).where(*_of_plan))
_own = Prepared(_records.where(*_of_person).order_by(plans.c.number.desc()))
_of_named = (
    *(of == plans.c[name] for name, of in zip(_KEY, plan_readers.c["owner_tenant", "owner", "number"], strict=True)),
    plan_readers.c.tenant == bindparam("of_tenant"),
    plan_readers.c.person == bindparam("of_person"),
)
_first_version = (
    select(func.min(plan_versions.c.changed_at))
    .where(*(plan_versions.c[name] == plans.c[name] for name in _KEY))
    .scalar_subquery()
)
_of_company = _records.add_columns(_first_version).where(plans.c.life.is_not(None))
_naming = Prepared(_records.where(*_of_named))
# The number of the last version stands in the life too: looking it up for each plan would cost as much as the rest.
_naming_each = (
    select(plan_readers.c.tenant, plan_readers.c.person, *(plans.c[name] for name in (*_KEY, "sealed", "life")))
    .where(*_of_named[:3])
    .order_by(plan_readers.c.tenant, plan_readers.c.person)
)
_posted = Prepared(
    _records.where(plans.c.tenant == bindparam("of_tenant"), plans.c.posted_at.is_not(None))
    .order_by(plans.c.posted_at.desc())
    .limit(bindparam("most", type_=Integer))
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


class Kept(NamedTuple):
    """A plan with its life as it was stored, and the revision to keep the next one over."""

    record: Record
    revision: int


class ReadBy(NamedTuple):
    """The plans of others in whose lives somebody is named, and how many could not be opened."""

    person: PersonId
    plans: list[Record]
    left_out: int


class Plans:
    """The plans of a transaction. All that opens one raises UnreadableRecordError."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys
        self._readers = Readers(connection)

    def save(self, person: PersonId, plan: Plan, at: datetime, *, version: bool) -> None:
        """Store the plan over its earlier row, whoever changed that; its life stays as it is. `at` is aware.

        `version`: keep it as a version too; for every change once the plan left coaching.
        """
        ref = Ref(*person, plan.number)
        as_of = {"changed_at": at, "sealed": self._keys.seal(plan_to_json(plan))}
        if not _save.changed(self._connection, **_of(ref), state=plan.state, **as_of):
            _begin.changed(self._connection, **ref._asdict(), state=plan.state, **as_of)
        if version:
            _add_version.one(self._connection, **ref._asdict(), **as_of)

    def keep(self, record: Record, at: datetime, revision: int | None, *, version: bool) -> Record:
        """Store plan and life, and who reads it. `revision` is the one read; None says that there was no such plan.

        `version`: keep the plan as a version too; the record that is returned names it. Raises Conflict when somebody
        else changed it since; then nothing is changed.
        """
        ref, plan, life = record
        as_of = {"changed_at": at, "sealed": self._keys.seal(plan_to_json(plan))}
        lives = {
            "life": self._keys.seal(life_to_json(life)),
            "posted_at": (life.posted_at or at) if life.posted else None,
        }
        self._replace(ref, revision, {"state": plan.state} | as_of | lives)
        self._readers.write(record)
        if not version:
            return record
        kept = _add_version.one(self._connection, **ref._asdict(), **as_of)
        return record._replace(life=msgspec.structs.replace(life, version=kept[0] if kept else life.version))

    def get(self, person: PersonId, number: int) -> Plan | None:
        """That plan; None when there is none."""
        kept = self.record(Ref(*person, number))
        return None if kept is None else kept.record.plan

    def record(self, ref: Ref) -> Kept | None:
        """That plan with its life; None when there is none."""
        row = _record.one(self._connection, **_of(ref))
        return None if row is None else Kept(self._open(*row[:-1]), row[-1])

    def list(self, person: PersonId) -> tuple[PlanEntry, ...]:
        """The person's plans, oldest number first, without opening them."""
        query = (
            select(plans.c.number, plans.c.state, plans.c.changed_at)
            .where(plans.c.tenant == person.tenant, plans.c.person == person.id)
            .order_by(plans.c.number)
        )
        return tuple(PlanEntry(*row) for row in self._connection.execute(query))

    def records(self, person: PersonId) -> tuple[Record, ...]:
        """The person's own plans, newest number first."""
        return self._all(_own, of_tenant=person.tenant, of_person=person.id)

    def read_by(self, person: PersonId) -> tuple[Record, ...]:
        """The plans of others that the person reviews or follows: what was sent or posted first comes first."""
        found = [record for record in self._naming(person) if role_of(record, person) in ("reviewer", "follower")]
        return tuple(sorted(found, key=_shown_since))

    def read_by_each(self, people: Collection[PersonId]) -> Iterator[ReadBy]:
        """For each of these people the plans of others whose lives name them: one query, one person's in memory.

        What somebody may read of a plan, `role_of` knows. A plan that cannot be opened holds up no other.
        """
        wanted = set(people)
        rows = self._connection.execute(_naming_each.where(*among(plan_readers, wanted)))
        for person, theirs in groupby(rows, key=itemgetter(0, 1)):
            if person not in wanted:
                continue
            opened = [self._open_if_possible(*plan) for _, _, *plan in theirs]
            records = [record for record in opened if record is not None]
            yield ReadBy(PersonId(*person), records, len(opened) - len(records))

    def posted(self, tenant: str, limit: int) -> tuple[Record, ...]:
        """What everybody in that company may read: its posted plans, the last posted first, at most `limit`."""
        return self._all(_posted, of_tenant=tenant, most=limit)

    def of_company(self, tenant: str) -> Iterator[tuple[Record, datetime | None]]:
        """Every plan of a company that has a life, each with the moment of its first version; a thousand in memory.

        Those that cannot be opened are left out.
        """
        query = _of_company.where(plans.c.tenant == tenant).execution_options(yield_per=1000)
        for *row, first in self._connection.execute(query):
            record = self._open_if_possible(*row)
            if record is not None:
                yield record, first

    def companies(self) -> tuple[str, ...]:
        """Those that have plans."""
        return tuple(self._connection.execute(select(plans.c.tenant).distinct().order_by(plans.c.tenant)).scalars())

    def versions(self, person: PersonId, number: int) -> tuple[PlanVersion, ...]:
        """Every kept version of a plan, oldest first."""
        ref = Ref(*person, number)
        query = (
            select(plan_versions.c.version, plan_versions.c.changed_at, plan_versions.c.sealed)
            .where(*_is(plan_versions, ref))
            .order_by(plan_versions.c.version)
        )
        rows = self._connection.execute(query)
        return tuple(PlanVersion(version, at, self._plan(ref, sealed)) for version, at, sealed in rows)

    def move(self, old: Ref, new: Ref) -> None:
        """The plan gets another owner or number, with all that belongs to it. `new` is free."""
        for table in (plans, plan_versions):
            self._connection.execute(update(table).where(*_is(table, old)).values(new._asdict()))
        self._readers.move(old, new)

    def rename(self, was: PersonId, now: PersonId) -> None:
        """The account is called otherwise: in the lives that name it, and of the plans that `now` owns."""
        for record in (*self._naming(was), *self.records(now)):
            self._rename(record, was, now)

    def forget(self, person: PersonId) -> None:
        """No list has a plan of theirs, and no life of another's plan names them."""
        for record in self._naming(person):
            self._rename(record, person, None)
        self._readers.clear_owner(person)

    def forget_tenant(self, tenant: str) -> None:
        """The same for all people of a company."""
        for person in self._readers.abroad(tenant):
            self.forget(person)
        self._readers.clear_company(tenant)

    def delete(self, person: PersonId, number: int) -> None:
        """Delete the plan, its versions, and from the lists of those who read it."""
        ref = Ref(*person, number)
        for table in (plans, plan_versions):
            self._connection.execute(delete(table).where(*_is(table, ref)))
        self._readers.clear(ref)

    def _replace(self, ref: Ref, revision: int | None, values: dict[str, Any]) -> None:
        if revision is not None:
            if not _keep.changed(self._connection, **_of(ref), expected=revision, **values):
                raise Conflict("plan")
            return
        try:
            self._connection.execute(insert(plans), ref._asdict() | values)
        except IntegrityError as error:
            raise Conflict("plan") from error

    def _rename(self, record: Record, was: PersonId, now: PersonId | None) -> None:
        life = renamed(record.life, was, now)
        if life != record.life:
            _live.changed(self._connection, **_of(record.ref), life=self._keys.seal(life_to_json(life)))
            self._readers.write(record._replace(life=life))

    def _naming(self, person: PersonId) -> tuple[Record, ...]:
        """The plans of others whose lives name that person."""
        return self._all(_naming, of_tenant=person.tenant, of_person=person.id)

    def _all(self, query: Prepared, **values: Any) -> tuple[Record, ...]:
        return tuple(self._open(*row) for row in query.all(self._connection, **values))

    def _open(
        self, tenant: str, person: str, number: int, sealed: bytes, life: bytes | None, version: int | None = None
    ) -> Record:
        ref = Ref(tenant, person, number)
        plan = self._plan(ref, sealed)
        try:
            lived = life_from_json(None if life is None else self._keys.open(life), version)
        except (msgspec.DecodeError, ValueError) as error:
            raise _unreadable(ref, error) from error
        return Record(ref, plan, lived)

    def _open_if_possible(self, *row: Any) -> Record | None:
        try:
            return self._open(*row)
        except (UnreadableRecordError, InvalidTag):
            return None

    def _plan(self, ref: Ref, sealed: bytes) -> Plan:
        """The plan by the number that it has now."""
        try:
            plan = plan_from_json(self._keys.open(sealed))
        except (msgspec.DecodeError, ValueError) as error:
            raise _unreadable(ref, error) from error
        return plan if plan.number == ref.number else msgspec.structs.replace(plan, number=ref.number)


def _shown_since(record: Record) -> tuple[datetime, Ref]:
    return record.life.sent_at or record.life.posted_at or _LONG_AGO, record.ref


def _unreadable(ref: Ref, error: Exception) -> UnreadableRecordError:
    return UnreadableRecordError(f"plan {ref.number} of {ref.person} ({ref.tenant})", str(error))


def _of(ref: Ref) -> dict[str, Any]:
    return {"of_tenant": ref.tenant, "of_person": ref.person, "of_number": ref.number}


def _is(table: Any, ref: Ref) -> tuple[Any, Any, Any]:
    return table.c.tenant == ref.tenant, table.c.person == ref.person, table.c.number == ref.number
