"""Many people's plans and messages at once: the same as one by one, in as many statements for a hundred as for one."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import event, update

from dialogs.life.record import Life, Party, Record, Ref
from dialogs.person import PersonId
from dialogs.plan import Plan
from storage.errors import Conflict
from storage.outbox import Message
from storage.people import Person
from storage.store import Store
from storage.tables import plans
from storage.transaction import Transaction

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
READERS = [PersonId("acme", f"reader{n}") for n in range(40)]


def party(person: PersonId) -> Party:
    return Party(*person, "Reader")


@pytest.fixture
def plans_kept(store: Store) -> Store:
    """Every plan is reviewed by one reader and followed by two."""

    def keep(tx: Transaction) -> None:
        for n in range(60):
            reviewer, *followers = (party(READERS[(n * 7 + k) % len(READERS)]) for k in range(3))
            life = Life(version=1, reviewer=reviewer, followers=tuple(followers), posted=("team",))
            tx.plans.keep(
                Record(Ref("acme", f"owner{n}", 1), Plan(number=1, state="running"), life), NOW, None, version=True
            )

    store.run_now(keep)
    return store


def test_the_same_as_one_by_one(plans_kept: Store) -> None:
    each = {one.person: one for one in plans_kept.run_now(lambda tx: list(tx.plans.read_by_each(READERS)))}
    one_by_one = plans_kept.run_now(lambda tx: {reader: tx.plans.read_by(reader) for reader in READERS})
    for reader, alone in one_by_one.items():
        assert len(alone) > 1
        assert sorted(each[reader].plans, key=lambda one: one.ref) == sorted(alone, key=lambda one: one.ref)
    assert plans_kept.run_now(lambda tx: list(tx.plans.read_by_each([]))) == []


def test_somebody_of_another_company_who_is_called_alike_is_somebody_else(plans_kept: Store) -> None:
    people = [PersonId("acme", "reader1"), PersonId("globex", "reader2")]
    assert [one.person for one in plans_kept.run_now(lambda tx: list(tx.plans.read_by_each(people)))] == people[:1]
    plans_kept.run_now(lambda tx: tx.people.put(PersonId("acme", "reader2"), Person("Ann")))
    assert plans_kept.run_now(lambda tx: tx.people.each(people)) == {}


def test_a_plan_that_cannot_be_opened_holds_up_no_other(plans_kept: Store) -> None:
    def spoil(tx: Transaction) -> None:
        tx._connection.execute(update(plans).where(plans.c.person == "owner0").values(sealed=b"spoilt"))

    plans_kept.run_now(spoil)
    each = plans_kept.run_now(lambda tx: list(tx.plans.read_by_each(READERS)))
    assert sum(one.left_out for one in each) == 3, "once for each of its readers"
    assert sum(len(one.plans) for one in each) == 59 * 3


@pytest.mark.parametrize("many", [1, 40])
def test_as_many_statements_for_all_as_for_one(plans_kept: Store, many: int) -> None:
    said: list[str] = []

    def count(tx: Transaction) -> None:
        engine = tx._connection.engine
        event.listen(engine, "before_cursor_execute", lambda *call: said.append(call[2]))
        people = READERS[:many]
        assert len(list(tx.plans.read_by_each(people))) == many
        tx.outbox.add_to_each({one: Message(f"digest/{one.id}", "slack", "", b"{}") for one in people}, NOW)

    plans_kept.run_now(count)
    assert len([one for one in said if "pg_notify" not in one]) == 3


def test_messages_stand_behind_what_waits_in_each_lane(store: Store) -> None:
    ana, ben = READERS[:2]
    store.run_now(lambda tx: tx.outbox.add(ana, [Message("a", "slack", "", b"1")], NOW))
    both = {ana: Message("b", "slack", "", b"2"), ben: Message("c", "slack", "here", b"3")}
    store.run_now(lambda tx: tx.outbox.add_to_each(both, NOW))
    waits = store.run_now(lambda tx: tx.outbox.pending(ana, 0))
    assert [(one.seq, one.message.key, one.message.reply) for one in waits] == [(1, "a", b"1"), (2, "b", b"2")]
    assert {claim.person for claim in store.run_now(lambda tx: tx.lanes.claim("me", NOW, NOW - NOW))} == {ana, ben}
    with pytest.raises(Conflict):
        store.run_now(lambda tx: tx.outbox.add_to_each({ben: Message("c", "slack", "", b"4")}, NOW))
