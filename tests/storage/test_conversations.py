from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs import conversation as codec
from dialogs.conversation import Conversation, Prompt, Slot
from dialogs.person import PersonId
from dialogs.plan import Plan, Step
from storage.conversations import Kept
from storage.errors import Conflict, UnreadableRecordError
from storage.store import Store

ANA = PersonId("acme", "ana")
TALK = Conversation(
    first_name="Ana",
    lang="fr",
    status="talking",
    prompt=Prompt("q.problem", "t1", slot="problem.what"),
    slots={"problem.what": Slot("given", "Les dépôts répondent en deux jours", before=("On est perdus",))},
    plan=Plan(number=1, state="in_coaching", steps=(Step("appeler Karim", owner="Ana"),)),
    last_at=datetime(2025, 3, 10, 9, 0, tzinfo=UTC),
)


def test_talk_comes_back_as_it_was(store: Store) -> None:
    assert store.run_now(lambda tx: tx.conversations.load(ANA)) is None
    assert store.run_now(lambda tx: tx.conversations.save(ANA, TALK, None)) == 1
    assert store.run_now(lambda tx: tx.conversations.load(ANA)) == Kept(TALK, 1)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(),
    tenant=st.sampled_from(["acme", "zeta", "%(x)s ?"]),
    person=st.sampled_from(["U1", ":of_person", "é'\""]),
)
def test_whatever_is_typed_comes_back(store: Store, text: str, tenant: str, person: str) -> None:
    who, said = PersonId(tenant, person), Conversation(slots={"people": Slot("given", text)})
    store.run_now(lambda tx: tx.conversations.delete(who))
    store.run_now(lambda tx: tx.conversations.save(who, said, None))
    assert store.run_now(lambda tx: tx.conversations.load(who)) == Kept(said, 1)


def test_each_save_raises_the_version(store: Store) -> None:
    store.run_now(lambda tx: tx.conversations.save(ANA, Conversation(), None))
    assert store.run_now(lambda tx: tx.conversations.save(ANA, TALK, 1)) == 2
    assert store.run_now(lambda tx: tx.conversations.load(ANA)) == Kept(TALK, 2)


@pytest.mark.parametrize("expected", [None, 0, 2], ids=["thought-new", "older", "newer"])
def test_save_over_another_version_is_refused_and_changes_nothing(store: Store, expected: int | None) -> None:
    store.run_now(lambda tx: tx.conversations.save(ANA, TALK, None))
    with pytest.raises(Conflict):
        store.run_now(lambda tx: tx.conversations.save(ANA, Conversation(), expected))
    assert store.run_now(lambda tx: tx.conversations.load(ANA)) == Kept(TALK, 1)


def test_save_over_a_talk_that_was_deleted_is_refused(store: Store) -> None:
    with pytest.raises(Conflict):
        store.run_now(lambda tx: tx.conversations.save(ANA, TALK, 1))


def test_two_companies_may_use_the_same_identifier(store: Store) -> None:
    elsewhere = PersonId("zeta", ANA.id)
    store.run_now(lambda tx: tx.conversations.save(ANA, TALK, None))
    store.run_now(lambda tx: tx.conversations.save(elsewhere, Conversation(), None))
    store.run_now(lambda tx: tx.conversations.delete(elsewhere))
    assert store.run_now(lambda tx: tx.conversations.load(ANA)) == Kept(TALK, 1)
    assert store.run_now(lambda tx: tx.conversations.load(elsewhere)) is None


def test_talk_of_a_later_version_is_kept_and_the_message_says_upgrade(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(codec, "SCHEMA", 99)
        store.run_now(lambda tx: tx.conversations.save(ANA, TALK, None))
    with pytest.raises(UnreadableRecordError, match=r"conversation of ana \(acme\).*schema 99.*kept as it is"):
        store.run_now(lambda tx: tx.conversations.load(ANA))
    monkeypatch.setattr(codec, "SCHEMA", 99)
    assert store.run_now(lambda tx: tx.conversations.load(ANA)) == Kept(TALK, 1)
