"""Whatever is kept, moved, deleted and forgotten, in any order: no version is lost, and lists say what lives say."""

from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.life.record import Life, Party, Record, Ref, role_of
from dialogs.person import PersonId
from dialogs.plan import Plan
from storage.errors import Conflict
from storage.plans import Kept
from storage.store import Store
from storage.transaction import Transaction

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_worlds = count()


class Keep(NamedTuple):
    who: int
    number: int
    reviewer: int | None
    followers: tuple[int, ...]
    posted: bool
    version: bool
    stale: bool


class Save(NamedTuple):
    who: int
    number: int
    version: bool


class Move(NamedTuple):
    who: int
    number: int
    to: int
    as_number: int


class Delete(NamedTuple):
    who: int
    number: int


class Forget(NamedTuple):
    who: int


_who, _number, _yes = st.integers(0, 2), st.integers(1, 2), st.booleans()
_events = st.one_of(
    st.builds(Keep, _who, _number, st.none() | _who, st.lists(_who, max_size=2).map(tuple), _yes, _yes, _yes),
    st.builds(Save, _who, _number, _yes),
    st.builds(Move, _who, _number, _who, _number),
    st.builds(Delete, _who, _number),
    st.builds(Forget, _who),
)
Event = Keep | Save | Move | Delete | Forget


class Book:
    """What should be stored, as a child would keep it: plans in a dictionary, versions in lists."""

    def __init__(self, store: Store) -> None:
        world = next(_worlds)
        self.store = store
        self.people = [
            PersonId(f"acme {world}", "ana"),
            PersonId(f"acme {world}", "ben"),
            PersonId(f"b {world}", "ana"),
        ]
        self.kept: dict[Ref, Kept] = {}
        self.versions: dict[Ref, list[Plan]] = {}
        self.written = 0

    def do(self, event: Event) -> None:
        match event:
            case Keep():
                self.keep(event)
            case Save(who, number, version):
                self.save(self.ref(who, number), version=version)
            case Move(who, number, to, as_number):
                self.move(self.ref(who, number), self.ref(to, as_number))
            case Delete(who, number):
                ref = self.ref(who, number)
                self.store.run_now(lambda tx: tx.plans.delete(ref.owner, ref.number))
                self.drop(ref)
            case Forget(who):
                self.forget(self.people[who])

    def keep(self, event: Keep) -> None:
        ref, known = self.ref(event.who, event.number), self.kept.get(self.ref(event.who, event.number))
        revision = known and known.revision
        given = (0 if revision is None else revision + 1) if event.stale else revision
        life = Life(
            version=len(self.versions.get(ref, ())),
            reviewer=None if event.reviewer is None else Party(*self.people[event.reviewer]),
            followers=tuple(Party(*self.people[who]) for who in event.followers),
            posted=("#ideas",) if event.posted else (),
        )
        record = Record(ref, self.written_anew(ref), life)
        keep = partial(self.store.run_now, lambda tx: tx.plans.keep(record, NOW, given, version=event.version))
        if event.stale:
            with pytest.raises(Conflict):
                keep()
            return
        written = keep()
        self.note(written, version=event.version)
        assert written.life.version == len(self.versions[ref])

    def save(self, ref: Ref, *, version: bool) -> None:
        plan = self.written_anew(ref)
        self.store.run_now(lambda tx: tx.plans.save(ref.owner, plan, NOW, version=version))
        known = self.kept.get(ref)
        self.note(Record(ref, plan, known.record.life if known else Life()), version=version)

    def move(self, old: Ref, new: Ref) -> None:
        if new in self.kept:
            return
        self.store.run_now(lambda tx: tx.plans.move(old, new))
        if old in self.kept:
            (_, plan, life), revision = self.kept.pop(old)
            self.kept[new] = Kept(Record(new, msgspec.structs.replace(plan, number=new.number), life), revision)
            self.versions[new] = [msgspec.structs.replace(v, number=new.number) for v in self.versions.pop(old)]

    def forget(self, person: PersonId) -> None:
        self.store.run_now(lambda tx: tx.forget(person))
        for ref, (record, revision) in list(self.kept.items()):
            reviewer, followers = record.life.reviewer, record.life.followers
            left = msgspec.structs.replace(
                record.life,
                reviewer=None if reviewer and reviewer.key == person else reviewer,
                followers=tuple(follower for follower in followers if follower.key != person),
            )
            if ref.owner == person:
                self.drop(ref)
            elif left != record.life:
                self.kept[ref] = Kept(record._replace(life=left), revision + 1)

    def note(self, record: Record, *, version: bool) -> None:
        known, versions = self.kept.get(record.ref), self.versions.setdefault(record.ref, [])
        if version:
            versions.append(record.plan)
        lived = msgspec.structs.replace(record.life, version=len(versions))
        self.kept[record.ref] = Kept(record._replace(life=lived), known.revision + 1 if known else 0)

    def drop(self, ref: Ref) -> None:
        self.kept.pop(ref, None)
        self.versions.pop(ref, None)

    def ref(self, who: int, number: int) -> Ref:
        return Ref(*self.people[who], number)

    def written_anew(self, ref: Ref) -> Plan:
        self.written += 1
        return Plan(number=ref.number, problem=f"problem {self.written}")

    def holds(self) -> None:
        for person in self.people:
            own = [kept.record for ref, kept in sorted(self.kept.items(), reverse=True) if ref.owner == person]
            read = [ref for ref, kept in self.kept.items() if role_of(kept.record, person) in ("reviewer", "follower")]
            assert list(self.store.run_now(partial(_own, person=person))) == own
            assert {record.ref for record in self.store.run_now(partial(_read, person=person))} == set(read)
        for ref, kept in self.kept.items():
            assert self.store.run_now(partial(_record, ref=ref)) == kept
            assert self.store.run_now(partial(_versions, ref=ref)) == self.versions[ref]


def _own(tx: Transaction, person: PersonId) -> tuple[Record, ...]:
    return tx.plans.records(person)


def _read(tx: Transaction, person: PersonId) -> tuple[Record, ...]:
    return tx.plans.read_by(person)


def _record(tx: Transaction, ref: Ref) -> Kept | None:
    return tx.plans.record(ref)


def _versions(tx: Transaction, ref: Ref) -> list[Plan]:
    return [version.plan for version in tx.plans.versions(ref.owner, ref.number)]


def test_what_is_stored_is_what_was_done(store: Store) -> None:
    @settings(max_examples=40)
    @given(st.lists(_events, max_size=12))
    def holds_after(events: list[Event]) -> None:
        book = Book(store)
        for event in events:
            book.do(event)
        book.holds()

    holds_after()
