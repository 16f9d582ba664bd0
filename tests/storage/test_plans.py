from datetime import UTC, datetime, timedelta, timezone

import pytest

from dialogs.person import PersonId
from dialogs.plan import Objective, Plan, Step
from storage import opening
from storage.errors import UnreadableRecordError
from storage.plans import PlanEntry, PlanVersion
from storage.store import Store

ANA = PersonId("acme", "ana")
MORNING = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
NOON = MORNING + timedelta(hours=3)
DRAFT = Plan(
    number=3,
    state="in_coaching",
    problem="Two days to answer",
    steps=(Step("call Karim", attrs={"who": "one"}),),
)
READY = Plan(
    number=3,
    state="ready",
    problem="Two days to answer",
    objective=Objective("1 hour", baseline=48, target=1),
)
OTHER = Plan(number=4, state="draft")


def save(store: Store, plan: Plan, at: datetime, *, version: bool = False, person: PersonId = ANA) -> None:
    store.run_now(lambda tx: tx.plans.save(person, plan, at, version=version))


def test_plan_is_replaced_in_place(store: Store) -> None:
    save(store, DRAFT, MORNING)
    assert store.run_now(lambda tx: tx.plans.get(ANA, 3)) == DRAFT
    save(store, READY, NOON)
    assert store.run_now(lambda tx: tx.plans.get(ANA, 3)) == READY
    assert store.run_now(lambda tx: tx.plans.list(ANA)) == (PlanEntry(3, "ready", NOON),)


def test_list_has_every_plan_in_the_order_of_its_number(store: Store) -> None:
    save(store, OTHER, MORNING)
    save(store, DRAFT, NOON)
    save(store, DRAFT, NOON, person=PersonId("zeta", "ana"))
    assert store.run_now(lambda tx: tx.plans.list(ANA)) == (
        PlanEntry(3, "in_coaching", NOON),
        PlanEntry(4, "draft", MORNING),
    )


def test_there_is_no_plan_until_one_is_saved(store: Store) -> None:
    assert store.run_now(lambda tx: tx.plans.get(ANA, 3)) is None
    assert store.run_now(lambda tx: tx.plans.list(ANA)) == ()
    assert store.run_now(lambda tx: tx.plans.versions(ANA, 3)) == ()


def test_versions_are_kept_when_asked_for(store: Store) -> None:
    save(store, DRAFT, MORNING)
    save(store, READY, MORNING, version=True)
    save(store, OTHER, MORNING, version=True)
    save(store, DRAFT, NOON, version=True)
    assert store.run_now(lambda tx: tx.plans.versions(ANA, 3)) == (
        PlanVersion(1, MORNING, READY),
        PlanVersion(2, NOON, DRAFT),
    )
    assert store.run_now(lambda tx: tx.plans.versions(ANA, 4)) == (PlanVersion(1, MORNING, OTHER),)


def test_deleting_takes_the_versions_along_and_nothing_else(store: Store) -> None:
    save(store, READY, MORNING, version=True)
    save(store, OTHER, MORNING, version=True)
    store.run_now(lambda tx: tx.plans.delete(ANA, 3))
    assert store.run_now(lambda tx: tx.plans.get(ANA, 3)) is None
    assert store.run_now(lambda tx: tx.plans.versions(ANA, 3)) == ()
    assert store.run_now(lambda tx: len(tx.plans.versions(ANA, 4))) == 1


def test_times_come_back_as_the_same_instant(store: Store) -> None:
    in_paris = datetime(2025, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    save(store, DRAFT, in_paris)
    (entry,) = store.run_now(lambda tx: tx.plans.list(ANA))
    assert entry.changed_at == in_paris
    assert entry.changed_at.tzinfo is UTC


def test_time_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        save(store, DRAFT, datetime(2025, 7, 1))


def test_plan_of_a_later_version_is_kept_and_the_message_says_upgrade(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SCHEMA", 99)
    save(store, DRAFT, MORNING)
    with pytest.raises(UnreadableRecordError, match=r"plan 3 of ana \(acme\).*schema 99"):
        store.run_now(lambda tx: tx.plans.get(ANA, 3))
    assert len(store.run_now(lambda tx: tx.plans.list(ANA))) == 1
