"""A lane is delivered in order by one owner at a time, whoever dies."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.person import PersonId
from storage.errors import Conflict
from storage.lanes import Claim, Hold
from storage.outbox import DeadLetter, Message, Queued
from storage.store import Store
from storage.transaction import Transaction

ANA, BEN, NAMESAKE = PersonId("acme", "ana"), PersonId("acme", "ben"), PersonId("zeta", "ana")
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=10)
LATER = NOW + LEASE + timedelta(seconds=1)


def message(key: str) -> Message:
    return Message(key, "page", "ana's page", b'{"text":"Hello"}')


def queue(store: Store, person: PersonId, *keys: str) -> Queued:
    return store.run_now(lambda tx: tx.outbox.add(person, [message(key) for key in keys], NOW))


def claim(store: Store, me: str, now: datetime = NOW) -> tuple[Claim, ...]:
    return store.run_now(lambda tx: tx.lanes.claim(me, now, LEASE))


def keys_after(store: Store, person: PersonId, seq: int) -> list[str]:
    return [one.message.key for one in store.run_now(lambda tx: tx.outbox.pending(person, seq))]


def sent(store: Store, me: str, person: PersonId, seq: int) -> str:
    return store.run_now(lambda tx: tx.lanes.mark_sent(me, person, seq, f"ts{seq}", NOW, LEASE))


def test_messages_go_out_in_the_order_they_were_queued(store: Store) -> None:
    first = queue(store, ANA, "a1", "a2")
    assert [one.seq for one in first.messages] == [1, 2]
    assert claim(store, "me") == (Claim(ANA, 0, in_doubt=False, attempts=0),)
    queue(store, ANA, "a3")
    assert keys_after(store, ANA, 0) == ["a1", "a2", "a3"]
    assert sent(store, "me", ANA, 1) == "more"
    assert sent(store, "me", ANA, 2) == "more"
    assert sent(store, "me", ANA, 3) == "empty"
    assert claim(store, "me", LATER) == ()
    assert store.run_now(lambda tx: tx.outbox.external_id(ANA, "a2")) == "ts2"


def test_what_is_pending_opens_as_it_was_queued(store: Store) -> None:
    withdrawal = Message("a2", "page", "ana's page", b"", "withdraw", about="a1")
    store.run_now(lambda tx: tx.outbox.add(ANA, [message("a1"), withdrawal], NOW))
    assert [one.message for one in store.run_now(lambda tx: tx.outbox.pending(ANA, 0))] == [message("a1"), withdrawal]


def test_idle_lane_is_taken_while_queueing(store: Store) -> None:
    hold = Hold("me", NOW + LEASE)
    first = store.run_now(lambda tx: tx.outbox.add(ANA, [message("a1")], NOW, hold))
    assert first.claim == Claim(ANA, 0, in_doubt=False, attempts=0)
    second = store.run_now(lambda tx: tx.outbox.add(ANA, [message("a2")], NOW, hold))
    assert second.claim is None, "it is being delivered already"
    assert claim(store, "other") == ()
    assert sent(store, "me", ANA, 1) == "more"
    assert sent(store, "me", ANA, 2) == "empty"


def test_key_is_used_once(store: Store) -> None:
    queue(store, ANA, "a1")
    with pytest.raises(Conflict):
        queue(store, BEN, "a1")
    queue(store, NAMESAKE, "a1")
    assert keys_after(store, ANA, 0) == ["a1"]
    assert keys_after(store, BEN, 0) == []


def test_lane_of_an_owner_who_died_is_taken_over_in_doubt(store: Store) -> None:
    queue(store, ANA, "a1")
    claim(store, "dead")
    assert claim(store, "me", NOW) == (), "its lease runs"
    assert claim(store, "me", LATER) == (Claim(ANA, 0, in_doubt=True, attempts=0),)
    assert sent(store, "dead", ANA, 1) == "lost"
    assert not store.run_now(lambda tx: tx.lanes.renew("dead", ANA, 1, LATER))
    assert not store.run_now(lambda tx: tx.lanes.back_off("dead", ANA, 1, LATER, in_doubt=False))
    assert not store.run_now(lambda tx: tx.lanes.park("dead", ANA, 1))
    assert sent(store, "me", ANA, 1) == "empty"


def test_owner_who_is_behind_changes_nothing(store: Store) -> None:
    queue(store, ANA, "a1", "a2")
    claim(store, "me")
    assert sent(store, "me", ANA, 1) == "more"
    assert sent(store, "me", ANA, 1) == "lost"


def test_renewed_lease_holds_longer(store: Store) -> None:
    queue(store, ANA, "a1")
    claim(store, "me")
    assert store.run_now(lambda tx: tx.lanes.renew("me", ANA, 1, LATER + LEASE))
    assert claim(store, "other", LATER) == ()


def test_lane_that_this_process_works_on_is_left_alone(store: Store) -> None:
    queue(store, ANA, "a1")
    queue(store, BEN, "b1")
    claims = store.run_now(lambda tx: tx.lanes.claim("me", NOW, LEASE, busy={ANA}))
    assert [one.person for one in claims] == [BEN]


def test_failed_message_waits_and_counts(store: Store) -> None:
    queue(store, ANA, "a1")
    claim(store, "me")
    assert store.run_now(lambda tx: tx.lanes.back_off("me", ANA, 1, LATER, in_doubt=True))
    queue(store, ANA, "a2")
    assert claim(store, "me", NOW) == (), "nothing overtakes it"
    assert claim(store, "me", LATER) == (Claim(ANA, 0, in_doubt=True, attempts=1),)
    assert sent(store, "me", ANA, 1) == "more"
    assert store.run_now(lambda tx: tx.lanes.back_off("me", ANA, 2, LATER, in_doubt=False))
    assert claim(store, "me", LATER) == (Claim(ANA, 1, in_doubt=False, attempts=1),)


def test_nobody_there_parks_the_lane(store: Store) -> None:
    queue(store, ANA, "a1")
    claim(store, "me")
    assert store.run_now(lambda tx: tx.lanes.park("me", ANA, 1))
    assert claim(store, "me", LATER) == ()
    queue(store, ANA, "a2")
    assert claim(store, "me", LATER) == (Claim(ANA, 0, in_doubt=False, attempts=0),), "a new message wakes it"


def test_parked_lane_is_claimed_by_who_has_the_person(store: Store) -> None:
    def claim_of(tx: Transaction) -> tuple[Claim, ...]:
        return tx.lanes.claim_of([ANA, BEN], "me", NOW, LEASE)

    assert store.run_now(lambda tx: tx.lanes.claim_of([], "me", NOW, LEASE)) == ()
    queue(store, ANA, "a1")
    claim(store, "other")
    assert store.run_now(claim_of) == (), "it is held"
    store.run_now(lambda tx: tx.lanes.park("other", ANA, 1))
    assert store.run_now(claim_of) == (Claim(ANA, 0, in_doubt=False, attempts=0),)


def test_released_lanes_are_free_at_once(store: Store) -> None:
    for person in (ANA, BEN):
        queue(store, person, person.id)
    claim(store, "me")
    store.run_now(lambda tx: tx.lanes.release("me", NOW, in_doubt=[BEN]))
    taken = {one.person: one.in_doubt for one in claim(store, "other")}
    assert taken == {ANA: False, BEN: True}


def test_lanes_of_a_process_that_starts_again_are_taken_back(store: Store) -> None:
    queue(store, ANA, "a1")
    claim(store, "one_1:7")
    store.run_now(lambda tx: tx.lanes.take_back(NOW, "one%"))
    assert claim(store, "me") == ()
    store.run_now(lambda tx: tx.lanes.take_back(NOW, "one_1:"))
    assert claim(store, "me") == (Claim(ANA, 0, in_doubt=True, attempts=0),)


def test_dead_letter_lets_the_lane_go_on_and_is_tried_again_behind_it(store: Store) -> None:
    queue(store, ANA, "a1", "a2")
    claim(store, "me")
    assert store.run_now(lambda tx: tx.lanes.mark_dead("me", ANA, 1, "channel_not_found", NOW, LEASE)) == "more"
    dead = store.run_now(lambda tx: tx.outbox.dead_letters())
    assert dead == (DeadLetter(ANA, "a1", "page", "ana's page", "send", NOW, "channel_not_found"),)
    assert store.run_now(lambda tx: tx.outbox.retry("acme", "a1", NOW))
    assert store.run_now(lambda tx: tx.outbox.dead_letters()) == ()
    assert keys_after(store, ANA, 1) == ["a2", "a1"]
    assert sent(store, "me", ANA, 2) == "more"
    assert sent(store, "me", ANA, 3) == "empty"


def test_dead_letter_is_dropped(store: Store) -> None:
    queue(store, ANA, "a1")
    assert not store.run_now(lambda tx: tx.outbox.drop("acme", "a1")), "it is no dead letter"
    claim(store, "me")
    assert store.run_now(lambda tx: tx.lanes.mark_dead("me", ANA, 1, "gone", NOW, LEASE)) == "empty"
    assert store.run_now(lambda tx: tx.outbox.drop("acme", "a1"))
    assert not store.run_now(lambda tx: tx.outbox.retry("acme", "a1", NOW))
    assert store.run_now(lambda tx: tx.outbox.dead_letters()) == ()


def test_old_messages_are_purged_when_they_were_sent(store: Store) -> None:
    queue(store, ANA, "a1", "a2", "a3")
    claim(store, "me")
    for seq in (1, 2):
        sent(store, "me", ANA, seq)
    assert store.run_now(lambda tx: tx.outbox.purge(NOW, 10)) == 0
    assert store.run_now(lambda tx: tx.outbox.purge(LATER, 1)) == 1
    assert store.run_now(lambda tx: tx.outbox.purge(LATER, 10)) == 1
    assert keys_after(store, ANA, 0) == ["a3"]


def test_age_of_what_waits(store: Store) -> None:
    def since() -> datetime | None:
        return store.run_now(lambda tx: tx.outbox.waiting_since())

    assert since() is None
    queue(store, ANA, "a1")
    store.run_now(lambda tx: tx.outbox.add(ANA, [message("a2")], LATER))
    assert since() == NOW
    claim(store, "me")
    sent(store, "me", ANA, 1)
    assert since() == LATER
    store.run_now(lambda tx: tx.lanes.park("me", ANA, 2))
    assert since() is None, "nobody is there to take it"


def test_nothing_to_say_touches_no_lane(store: Store) -> None:
    assert queue(store, ANA) == Queued((), None)
    assert claim(store, "me") == ()
