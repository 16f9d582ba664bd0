"""Whose turn it is: one at a time for each person, nobody forgotten."""

from datetime import UTC, datetime, timedelta

from dialogs.person import PersonId
from storage.store import Store

ANA, BEN = PersonId("acme", "ana"), PersonId("acme", "ben")
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
SOON, LATER = NOW + timedelta(seconds=1), NOW + timedelta(minutes=1)


def wake(store: Store, person: PersonId, at: datetime = NOW) -> None:
    store.run_now(lambda tx: tx.lanes.wake(person, at))


def take(store: Store, now: datetime = NOW) -> PersonId | None:
    return store.run_now(lambda tx: tx.lanes.take_turn(now))


def test_nobody_is_due_until_something_waits(store: Store) -> None:
    assert take(store) is None
    wake(store, ANA)
    assert take(store) == ANA
    store.run_now(lambda tx: tx.lanes.turned(ANA, False, NOW))
    assert take(store, LATER) is None


def test_who_waits_longest_is_first(store: Store) -> None:
    wake(store, BEN, SOON)
    wake(store, ANA, NOW)
    wake(store, ANA, LATER)
    assert take(store, LATER) == ANA
    store.run_now(lambda tx: tx.lanes.turned(ANA, True, LATER))
    assert take(store, LATER) == BEN


def test_turn_that_was_undone_is_due_again(store: Store) -> None:
    wake(store, ANA)
    assert take(store) == ANA
    assert take(store) == ANA, "the first one was never said to be taken"


def test_new_event_does_not_overtake_one_that_backs_off(store: Store) -> None:
    wake(store, ANA)
    store.run_now(lambda tx: tx.lanes.back_off_turn(ANA, LATER))
    wake(store, ANA, SOON)
    assert take(store, SOON) is None
    assert take(store, LATER) == ANA
