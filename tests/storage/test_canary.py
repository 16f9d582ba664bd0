"""What people said, and tokens, can be read nowhere but through the store: not in a file, not in a log."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest

from dialogs.conversation import Conversation, Slot
from dialogs.events import Said
from dialogs.life.record import Life, Party, Ref, Remark
from dialogs.person import PersonId
from dialogs.plan import Obstacle, Plan
from storage.errors import Conflict
from storage.inbox import Incoming
from storage.installations import InstallationKey
from storage.outbox import Message
from storage.schedule import Scheduled, WallClock
from storage.store import Store
from storage.transaction import Transaction

ANA = PersonId("acme", "ana")
NOW = datetime(2025, 3, 10, tzinfo=UTC)
CANARY = "Réponse-canari-7QX4"


def talk(tx: Transaction) -> None:
    plan = Plan(number=1, problem=CANARY, obstacles=(Obstacle(CANARY),))
    kept = tx.conversations.load(ANA)
    slots = {"problem.what": Slot("given", CANARY, before=(CANARY,))}
    version = tx.conversations.save(ANA, Conversation(slots=slots, plan=plan), kept.version if kept else None)
    tx.plans.save(ANA, plan, NOW, version=True)
    live(tx)
    event = msgspec.json.encode(Said(CANARY))
    tx.inbox.add(Incoming(f"post {version}", ANA, "page", "home", event), NOW)
    tx.outbox.add(ANA, [Message(f"answer {version}", "page", "home", event)], NOW)
    tx.schedule.put(Scheduled("nudge", ANA, NOW, WallClock(NOW.time(), "Europe/Paris"), event))


def live(tx: Transaction) -> None:
    kept = tx.plans.record(Ref(*ANA, 1))
    assert kept is not None
    reviewer = Party("acme", "ben", CANARY)
    life = Life(reviewer=reviewer, change=Remark("ben", NOW, 1, CANARY), learned=CANARY, posted=(CANARY,))
    tx.plans.keep(kept.record._replace(life=life), NOW, kept.revision, version=True)


def install(tx: Transaction) -> None:
    tx.installations.put(InstallationKey("slack", "", "T1"), CANARY.encode(), NOW)


def test_search_finds_what_is_in_clear(store: Store, files_holding: Callable[[str], list[str]]) -> None:
    store.run_now(lambda tx: tx.offers.record(ANA, "channel-in-clear-é8", "t1", NOW))
    assert files_holding("channel-in-clear-é8")


def test_nothing_said_and_no_token_is_in_clear_in_files_or_logs(
    store: Store, files_holding: Callable[[str], list[str]], everything_logged: pytest.LogCaptureFixture
) -> None:
    store.run_now(talk)
    store.run_now(talk)
    store.run_now(install)
    assert files_holding(CANARY) == []
    store.close()
    assert files_holding(CANARY) == []
    assert CANARY not in everything_logged.text


def test_error_of_a_statement_does_not_repeat_its_values(store: Store) -> None:
    def offer(tx: Transaction) -> None:
        tx.offers.record(PersonId("acme", "somebody-é8"), "general", "t1", NOW)

    store.run_now(offer)
    with pytest.raises(Conflict) as raised:
        store.run_now(offer)
    assert "offers" in str(raised.value.__cause__)
    assert "somebody-é8" not in str(raised.value.__cause__)
