"""Nothing that came in is lost, taken twice or taken out of order."""

from datetime import UTC, datetime, timedelta

from dialogs.person import PersonId
from storage.inbox import DeadEvent, Incoming, Waiting
from storage.store import Store

ANA, BEN, NAMESAKE = PersonId("acme", "ana"), PersonId("acme", "ben"), PersonId("zeta", "ana")
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)


def post(source: str, person: PersonId = ANA) -> Incoming:
    return Incoming(source, person, "page", f"page of {person.id}", b'{"type":"said","text":"Hello"}')


def receive(store: Store, *posts: Incoming, at: datetime = NOW) -> list[bool]:
    return store.run_now(lambda tx: [tx.inbox.add(one, at) for one in posts])


def oldest(store: Store, person: PersonId = ANA) -> Waiting:
    found = store.run_now(lambda tx: tx.inbox.oldest(person))
    assert found is not None
    return found


def do(store: Store, waiting: Waiting, at: datetime = LATER) -> None:
    store.run_now(lambda tx: tx.inbox.done(waiting, at))


def bury(store: Store, waiting: Waiting, at: datetime = LATER) -> None:
    store.run_now(lambda tx: tx.inbox.bury(waiting, "KeyError", at))


def test_event_is_taken_as_it_came(store: Store) -> None:
    receive(store, post("p1"))
    waiting = oldest(store)
    assert waiting.incoming == post("p1")
    assert (waiting.received_at, waiting.attempts, waiting.more) == (NOW, 0, False)


def test_event_that_comes_again_is_known(store: Store) -> None:
    assert receive(store, post("p1"), post("p1"), post("p1", NAMESAKE)) == [True, False, True]
    do(store, oldest(store))
    assert receive(store, post("p1")) == [False], "even when it is done"


def test_events_of_a_person_are_taken_in_the_order_of_their_arrival(store: Store) -> None:
    receive(store, post("p2"), post("b1", BEN), post("p1"))
    order = []
    for _ in range(2):
        waiting = oldest(store)
        order.append((waiting.incoming.source, waiting.more))
        do(store, waiting)
    assert order == [("p2", True), ("p1", False)]
    assert store.run_now(lambda tx: tx.inbox.oldest(ANA)) is None
    assert oldest(store, BEN).incoming.source == "b1"


def test_failed_event_waits_and_counts(store: Store) -> None:
    receive(store, post("p1"))
    waiting = oldest(store)
    assert store.run_now(lambda tx: tx.inbox.failed(waiting, "KeyError")) == 1
    assert store.run_now(lambda tx: tx.inbox.failed(waiting, "KeyError")) == 2
    assert oldest(store).attempts == 2
    do(store, waiting)
    assert store.run_now(lambda tx: tx.inbox.failed(waiting, "KeyError")) == 0, "somebody did it meanwhile"
    assert store.run_now(lambda tx: tx.inbox.dead_letters()) == ()


def test_buried_event_holds_nobody_up_and_can_be_tried_again(store: Store) -> None:
    receive(store, post("p1"), post("p2"))
    first = oldest(store)
    store.run_now(lambda tx: tx.inbox.failed(first, "KeyError"))
    bury(store, first)
    assert oldest(store).incoming.source == "p2"
    dead = store.run_now(lambda tx: tx.inbox.dead_letters())
    assert dead == (DeadEvent(first.id, ANA, "p1", NOW, 1, "KeyError"),)
    assert store.run_now(lambda tx: tx.inbox.retry(first.id)) == ANA
    again = oldest(store)
    assert (again.incoming, again.attempts, again.more) == (post("p1"), 0, True)
    assert store.run_now(lambda tx: tx.inbox.retry(first.id)) is None, "it is no dead letter any more"


def test_dead_letter_is_dropped_and_stays_known(store: Store) -> None:
    receive(store, post("p1"))
    waiting = oldest(store)
    assert not store.run_now(lambda tx: tx.inbox.drop(waiting.id, LATER)), "it is no dead letter"
    bury(store, waiting)
    assert store.run_now(lambda tx: tx.inbox.drop(waiting.id, LATER))
    assert store.run_now(lambda tx: tx.inbox.dead_letters()) == ()
    assert receive(store, post("p1")) == [False]


def test_what_was_done_long_ago_is_purged(store: Store) -> None:
    receive(store, post("done1"), post("done2"), post("dead"), post("waits"))
    for end in (do, do, bury):
        end(store, oldest(store), NOW)
    assert store.run_now(lambda tx: tx.inbox.purge(NOW, 10)) == 0
    assert store.run_now(lambda tx: tx.inbox.purge(LATER, 1)) == 1
    assert store.run_now(lambda tx: tx.inbox.purge(LATER, 10)) == 1
    assert len(store.run_now(lambda tx: tx.inbox.dead_letters())) == 1
    assert oldest(store).incoming.source == "waits"
    assert receive(store, post("done1")) == [True], "nobody knows it any more"


def test_age_of_what_waits(store: Store) -> None:
    assert store.run_now(lambda tx: tx.inbox.waiting_since()) is None
    receive(store, post("b1", BEN), at=LATER)
    receive(store, post("p1"))
    assert store.run_now(lambda tx: tx.inbox.waiting_since()) == NOW
    do(store, oldest(store))
    assert store.run_now(lambda tx: tx.inbox.waiting_since()) == LATER
