"""What people said can be read nowhere but through the store: not in a file, not in a log."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dialogs.conversation import Conversation, Slot
from dialogs.plan import Obstacle, Plan
from storage.errors import Conflict
from storage.people import PersonId
from storage.store import Store
from storage.transaction import Transaction

ANA = PersonId("acme", "ana")
CANARY = "Réponse-canari-7QX4"


def talk(tx: Transaction) -> None:
    plan = Plan(number=1, problem=CANARY, obstacles=(Obstacle(CANARY),))
    kept = tx.conversations.load(ANA)
    slots = {"problem.what": Slot("given", CANARY, before=(CANARY,))}
    tx.conversations.save(ANA, Conversation(slots=slots, plan=plan), kept.version if kept else None)
    tx.plans.save(ANA, plan, datetime(2025, 3, 10, tzinfo=UTC), version=True)


def test_search_finds_what_is_in_clear(store: Store, files_holding: Callable[[str], list[str]]) -> None:
    store.run_now(lambda tx: tx.offers.record(ANA, CANARY, "t1", datetime(2025, 3, 10, tzinfo=UTC)))
    assert files_holding(CANARY)


def test_nothing_said_is_in_clear_in_files_or_logs(
    store: Store, files_holding: Callable[[str], list[str]], everything_logged: pytest.LogCaptureFixture
) -> None:
    store.run_now(talk)
    store.run_now(talk)
    assert files_holding(CANARY) == []
    store.close()
    assert files_holding(CANARY) == []
    assert CANARY not in everything_logged.text


def test_error_of_a_statement_does_not_repeat_its_values(store: Store) -> None:
    def offer(tx: Transaction) -> None:
        tx.offers.record(PersonId("acme", CANARY), "general", "t1", datetime(2025, 3, 10, tzinfo=UTC))

    store.run_now(offer)
    with pytest.raises(Conflict) as raised:
        store.run_now(offer)
    assert "offers" in str(raised.value.__cause__)
    assert CANARY not in str(raised.value.__cause__)
