from datetime import UTC, datetime, timedelta

from storage.store import Store
from storage.transaction import Transaction

NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
SOON, LATER = NOW + timedelta(minutes=5), NOW + timedelta(minutes=10)


def issue(store: Store, *states: str, expires_at: datetime = LATER) -> None:
    def issue_each(tx: Transaction) -> None:
        for state in states:
            tx.oauth_states.issue(state, expires_at)

    store.run_now(issue_each)


def consume(store: Store, state: str, now: datetime = SOON) -> bool:
    return store.run_now(lambda tx: tx.oauth_states.consume(state, now))


def test_state_comes_back_once(store: Store) -> None:
    issue(store, "s1", "s2")
    assert consume(store, "s1")
    assert not consume(store, "s1"), "it was used"
    assert consume(store, "s2")


def test_state_that_was_never_issued_is_refused(store: Store) -> None:
    issue(store, "s1")
    assert not consume(store, "forged")
    assert consume(store, "s1")


def test_state_comes_back_in_time_or_not_at_all(store: Store) -> None:
    issue(store, "s1")
    assert not consume(store, "s1", LATER)


def test_states_nobody_came_back_with_are_purged(store: Store) -> None:
    issue(store, "old", expires_at=SOON)
    issue(store, "fresh")
    assert store.run_now(lambda tx: tx.oauth_states.purge(SOON)) == 1
    assert not consume(store, "old", NOW)
    assert consume(store, "fresh")
