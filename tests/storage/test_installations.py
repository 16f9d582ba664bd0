"""A workspace lets the coach in, and out again: its tokens are there, gone, or made anew by one process."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from dialogs.person import PersonId
from storage.installations import InstallationKey, Installed
from storage.people import Person
from storage.secrets import KeyRing
from storage.store import Store
from storage.transaction import Transaction

SMALL = InstallationKey("slack", "", "T1")
BRANCH, WHOLE = InstallationKey("slack", "E1", "T1"), InstallationKey("slack", "E1", "")
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=30)
LATER = NOW + timedelta(days=1)
TOKENS, NEW_TOKENS = b'{"token":"xoxb-1"}', b'{"token":"xoxb-2"}'


def install(store: Store, *keys: InstallationKey, data: bytes = TOKENS, now: datetime = NOW) -> None:
    def put(tx: Transaction) -> None:
        for key in keys:
            tx.installations.put(key, data, now)

    store.run_now(put)


def remove(store: Store, *keys: InstallationKey, now: datetime = LATER) -> None:
    def remove_each(tx: Transaction) -> None:
        for key in keys:
            tx.installations.remove(key, now)

    store.run_now(remove_each)


def get(store: Store, key: InstallationKey) -> Installed | None:
    return store.run_now(lambda tx: tx.installations.get(key))


def found(store: Store, enterprise: str, team: str, platform: str = "slack") -> InstallationKey | None:
    installed = store.run_now(lambda tx: tx.installations.find(platform, enterprise, team))
    return installed and installed.key


def claim(store: Store, now: datetime = NOW, key: InstallationKey = SMALL) -> bool:
    return store.run_now(lambda tx: tx.installations.claim_refresh(key, now, LEASE))


def refreshed(store: Store, key: InstallationKey = SMALL) -> bool:
    return store.run_now(lambda tx: tx.installations.refreshed(key, NEW_TOKENS))


def talked_with(store: Store, *tenants: str) -> None:
    def know(tx: Transaction) -> None:
        for tenant in tenants:
            tx.people.put(PersonId(tenant, "ana"), Person("Ana"))

    store.run_now(know)


def gone(store: Store, before: datetime = LATER + LEASE) -> tuple[str, ...]:
    return store.run_now(lambda tx: tx.installations.gone_before(before))


# Install and uninstall


def test_workspace_is_installed_and_installed_again(store: Store) -> None:
    assert get(store, SMALL) is None
    install(store, SMALL)
    assert get(store, SMALL) == Installed(SMALL, TOKENS, NOW, None)
    install(store, SMALL, data=NEW_TOKENS, now=LATER)
    assert get(store, SMALL) == Installed(SMALL, NEW_TOKENS, LATER, None)


def test_removed_one_loses_its_tokens_at_once_and_may_come_back(store: Store) -> None:
    install(store, SMALL)
    remove(store, SMALL)
    assert get(store, SMALL) == Installed(SMALL, b"", NOW, LATER)
    remove(store, SMALL, now=LATER + LEASE)
    assert get(store, SMALL) == Installed(SMALL, b"", NOW, LATER), "the first of two notices counts"
    install(store, SMALL, data=NEW_TOKENS, now=LATER)
    assert get(store, SMALL) == Installed(SMALL, NEW_TOKENS, LATER, None)


def test_removing_what_was_never_there_is_fine(store: Store) -> None:
    remove(store, SMALL)
    assert get(store, SMALL) is None


def test_all_of_a_platform_are_those_that_are_there(store: Store) -> None:
    teams = InstallationKey("teams", "", "T1")
    install(store, WHOLE, SMALL, BRANCH, teams)
    remove(store, BRANCH)
    assert [one.key for one in store.run_now(lambda tx: tx.installations.all("slack"))] == [SMALL, WHOLE]
    assert [one.key for one in store.run_now(lambda tx: tx.installations.all("teams"))] == [teams]


def test_no_token_is_written_by_accident() -> None:
    assert "xoxb" not in f"{Installed(SMALL, TOKENS, NOW, None)}"


# Which one speaks for a workspace


def test_workspace_speaks_by_its_own_installation(store: Store) -> None:
    install(store, SMALL, BRANCH, WHOLE)
    assert found(store, "", "T1") == SMALL
    assert found(store, "E1", "T1") == BRANCH
    assert found(store, "", "T2") is None
    assert found(store, "", "T1", platform="teams") is None


def test_organisation_speaks_for_workspaces_without_one(store: Store) -> None:
    install(store, WHOLE, BRANCH)
    assert found(store, "E1", "T2") == WHOLE
    assert found(store, "E1", "") == WHOLE
    assert found(store, "E2", "T2") is None
    remove(store, BRANCH)
    assert found(store, "E1", "T1") == WHOLE
    remove(store, WHOLE)
    assert found(store, "E1", "T1") is None


# New tokens


def test_one_of_many_has_the_new_tokens_made(url: str, keys: KeyRing, store: Store) -> None:
    """Two processes on a server, one on a file; each asks from several threads."""
    install(store, SMALL)
    other = Store.open(url, keys, alone=False)
    with ThreadPoolExecutor(8) as pool:
        claims = list(pool.map(claim, [store, other] * 8))
    other.close()
    assert sorted(claims) == [False] * 15 + [True]


def test_new_tokens_end_the_claim(store: Store) -> None:
    install(store, SMALL)
    assert claim(store)
    assert refreshed(store)
    assert get(store, SMALL) == Installed(SMALL, NEW_TOKENS, NOW, None)
    assert claim(store)


def test_claim_ends_with_its_lease_or_when_it_is_given_up(store: Store) -> None:
    install(store, SMALL)
    assert claim(store)
    assert not claim(store, NOW + LEASE)
    assert claim(store, NOW + LEASE + timedelta(seconds=1)), "who had it died"
    store.run_now(lambda tx: tx.installations.give_up_refresh(SMALL))
    assert claim(store)


def test_tokens_of_before_an_uninstall_do_not_come_back(store: Store) -> None:
    install(store, SMALL)
    assert claim(store)
    remove(store, SMALL)
    assert not refreshed(store)
    assert get(store, SMALL) == Installed(SMALL, b"", NOW, LATER)
    assert not claim(store, LATER)


def test_tokens_of_before_a_new_install_do_not_replace_it(store: Store) -> None:
    install(store, SMALL)
    assert claim(store)
    install(store, SMALL, data=b"{}", now=LATER)
    assert not refreshed(store)
    assert get(store, SMALL) == Installed(SMALL, b"{}", LATER, None)


def test_nobody_refreshes_what_is_not_there(store: Store) -> None:
    assert not claim(store)


# Who is gone


def test_company_is_gone_a_while_after_it_removed_the_app(store: Store) -> None:
    install(store, SMALL, InstallationKey("slack", "", "T2"))
    remove(store, SMALL)
    assert gone(store, before=LATER) == ()
    assert gone(store) == ("T1",)
    install(store, SMALL)
    assert gone(store) == ()


def test_workspace_is_not_gone_while_its_organisation_is_there(store: Store) -> None:
    install(store, BRANCH, WHOLE)
    remove(store, BRANCH)
    assert gone(store) == ()
    remove(store, WHOLE)
    assert gone(store) == ("E1/T1", "E1/")


def test_with_an_organisation_go_all_its_workspaces_but_those_of_their_own(store: Store) -> None:
    install(store, BRANCH, WHOLE)
    talked_with(store, "E1/T1", "E1/T2", "E1/T3", "e1/T4", "E12/T5", "T6")
    remove(store, WHOLE)
    assert gone(store) == ("E1/T3", "E1/T2", "E1/")


def test_organisation_is_known_until_nothing_is_left_of_it(store: Store) -> None:
    """Whoever deletes them one by one may be killed between two: the rest is told again."""
    install(store, WHOLE)
    talked_with(store, "E1/T1", "E1/T2")
    remove(store, WHOLE)
    told = []
    while tenants := gone(store):
        told.append(tenants[0])
        store.run_now(lambda tx: tx.forget_tenant(told[-1]))
    assert told == ["E1/T2", "E1/T1", "E1/"]
