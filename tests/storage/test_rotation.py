from datetime import UTC, datetime

import pytest

from dialogs.conversation import Conversation, Slot
from dialogs.life.record import Life, Record, Ref
from dialogs.person import PersonId
from dialogs.plan import Plan
from storage import plans
from storage.conversations import Kept
from storage.errors import WrongKeyError
from storage.installations import InstallationKey
from storage.secrets import KeyRing, new_key
from storage.store import Store
from storage.transaction import Transaction

ANA, BEN = PersonId("acme", "ana"), PersonId("acme", "ben")
OLD, NEW = (new_key() for _ in range(2))
TALK = Conversation(slots={"problem.what": Slot("given", "Two days to answer")})
PLAN = Plan(number=1, problem="Two days to answer")
LIFE = Life(version=1, learned="One queue is enough")
ACME, LEFT = InstallationKey("slack", "", "T1"), InstallationKey("slack", "", "T2")
NOW = datetime(2025, 3, 10, tzinfo=UTC)


@pytest.fixture
def sealed_with_old(url: str) -> str:
    """The URL of a database that two people used under the old key."""
    store = Store.open(url, KeyRing([OLD]))
    store.run_now(two_people_talk)
    store.close()
    return url


def two_people_talk(tx: Transaction) -> None:
    for person in (ANA, BEN):
        tx.conversations.save(person, TALK, None)
        tx.plans.keep(Record(Ref(*person, 1), PLAN, LIFE), NOW, None, version=True)
    for key in (ACME, LEFT):
        tx.installations.put(key, b'{"token":"xoxb-1"}', NOW)
    tx.installations.remove(LEFT, NOW)


def everything_opens(tx: Transaction) -> bool:
    return [one.data for one in tx.installations.all("slack")] == [b'{"token":"xoxb-1"}'] and all(
        tx.conversations.load(person) == Kept(TALK, 1)
        and tx.plans.record(Ref(*person, 1)) == plans.Kept(Record(Ref(*person, 1), PLAN, LIFE), 0)
        and [version.plan for version in tx.plans.versions(person, 1)] == [PLAN]
        for person in (ANA, BEN)
    )


def test_after_one_start_with_a_new_key_in_front_the_old_one_can_go(sealed_with_old: str) -> None:
    Store.open(sealed_with_old, KeyRing([NEW, OLD])).close()
    store = Store.open(sealed_with_old, KeyRing([NEW]))
    assert store.run_now(everything_opens)
    store.close()


def test_empty_database_changes_keys_too(url: str) -> None:
    for ring in ([OLD], [NEW, OLD], [NEW]):
        Store.open(url, KeyRing(ring)).close()


def test_old_key_alone_opens_nothing_any_more(sealed_with_old: str) -> None:
    Store.open(sealed_with_old, KeyRing([NEW, OLD])).close()
    with pytest.raises(WrongKeyError):
        Store.open(sealed_with_old, KeyRing([OLD]))


def test_wrong_key_is_found_at_the_start_and_the_right_one_still_works(sealed_with_old: str) -> None:
    with pytest.raises(WrongKeyError, match=r"planfirst.*Put the earlier key back"):
        Store.open(sealed_with_old, KeyRing([NEW]))
    store = Store.open(sealed_with_old, KeyRing([OLD]))
    assert store.run_now(everything_opens)
    store.close()


def test_process_that_still_runs_with_the_old_key_is_told(sealed_with_old: str) -> None:
    behind = Store.open(sealed_with_old, KeyRing([OLD]))
    Store.open(sealed_with_old, KeyRing([NEW, OLD]), alone=False).close()
    with pytest.raises(WrongKeyError):
        behind.run_now(lambda tx: tx.conversations.load(ANA))
    behind.close()
