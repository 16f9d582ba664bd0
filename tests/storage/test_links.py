"""Two accounts of one person: proved by a code that works once, and parted again."""

from datetime import UTC, datetime, timedelta
from functools import partial

from dialogs.person import PersonId
from storage.store import Store
from storage.transaction import Transaction

SLACK = PersonId("T1", "U1")
TEAMS = PersonId("contoso", "ada")
OTHER = PersonId("T2", "U9")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=15)


def test_an_account_is_its_own_home_until_it_is_linked(store: Store) -> None:
    assert store.run_now(lambda tx: tx.links.home_of(TEAMS)) == TEAMS
    store.run_now(lambda tx: tx.links.join(TEAMS, SLACK))
    assert store.run_now(lambda tx: tx.links.home_of(TEAMS)) == SLACK
    assert store.run_now(lambda tx: tx.links.home_of(SLACK)) == SLACK


def test_accounts_of_an_account_move_with_it(store: Store) -> None:
    store.run_now(lambda tx: tx.links.join(OTHER, TEAMS))
    store.run_now(lambda tx: tx.links.join(TEAMS, SLACK))
    assert store.run_now(lambda tx: tx.links.home_of(OTHER)) == SLACK


def test_parted_from_either_side(store: Store) -> None:
    for side in (TEAMS, SLACK):
        store.run_now(lambda tx: tx.links.join(TEAMS, SLACK))
        assert store.run_now(partial(_parted, side=side)) == 1
        assert store.run_now(lambda tx: tx.links.home_of(TEAMS)) == TEAMS
    assert store.run_now(lambda tx: tx.links.part(SLACK)) == 0


def _parted(tx: Transaction, side: PersonId) -> int:
    return tx.links.part(side)


def test_a_code_works_once(store: Store) -> None:
    store.run_now(lambda tx: tx.links.promise("K7PD-2MXW", SLACK, LATER))
    assert store.run_now(lambda tx: tx.links.redeem("WRONG", NOW)) is None
    assert store.run_now(lambda tx: tx.links.redeem("K7PD-2MXW", NOW)) == SLACK
    assert store.run_now(lambda tx: tx.links.redeem("K7PD-2MXW", NOW)) is None


def test_a_code_is_good_for_a_while_and_until_the_next(store: Store) -> None:
    store.run_now(lambda tx: tx.links.promise("FIRST", SLACK, LATER))
    store.run_now(lambda tx: tx.links.promise("SECOND", SLACK, LATER))
    assert store.run_now(lambda tx: tx.links.redeem("FIRST", NOW)) is None
    assert store.run_now(lambda tx: tx.links.redeem("SECOND", LATER)) is None
    assert store.run_now(lambda tx: tx.links.purge(LATER)) == 1


def test_who_is_forgotten_is_nobodys_home(store: Store) -> None:
    store.run_now(lambda tx: tx.links.join(TEAMS, SLACK))
    store.run_now(lambda tx: tx.forget(SLACK))
    assert store.run_now(lambda tx: tx.links.home_of(TEAMS)) == TEAMS


def test_a_company_that_is_forgotten_is_nobodys_home(store: Store) -> None:
    store.run_now(lambda tx: tx.links.join(TEAMS, SLACK))
    store.run_now(lambda tx: tx.forget_tenant("T1"))
    assert store.run_now(lambda tx: tx.links.home_of(TEAMS)) == TEAMS


def test_an_address_is_kept_replaced_and_removed(store: Store) -> None:
    assert store.run_now(lambda tx: tx.addresses.get("teams", TEAMS)) is None
    store.run_now(lambda tx: tx.addresses.put("teams", TEAMS, "a"))
    store.run_now(lambda tx: tx.addresses.put("teams", TEAMS, "b"))
    assert store.run_now(lambda tx: tx.addresses.get("teams", TEAMS)) == "b"
    assert store.run_now(lambda tx: tx.addresses.get("slack", TEAMS)) is None
    store.run_now(lambda tx: tx.addresses.remove("teams", TEAMS))
    assert store.run_now(lambda tx: tx.addresses.get("teams", TEAMS)) is None
