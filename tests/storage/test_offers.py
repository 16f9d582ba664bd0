from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial

import pytest

from dialogs.person import PersonId
from storage import tables
from storage.channels import ChannelId, Listening
from storage.errors import Conflict
from storage.offers import Misread, Offered, ShadowCount, Signs
from storage.store import Store
from storage.transaction import Transaction

ANA, BEN = PersonId("acme", "ana"), PersonId("acme", "ben")
GENERAL = ChannelId("acme", "general")
MONDAY = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
SIGNS = Signs(0.85, ("start", "objective"), "en")


def shadow(store: Store, person: PersonId, thread: str, at: datetime = MONDAY, channel: str = "general") -> None:
    store.run_now(lambda tx: tx.offers.record(person, channel, thread, at, answer="shadow"))


def offer(store: Store, person: PersonId, thread: str, at: datetime = MONDAY, channel: str = "general") -> None:
    store.run_now(lambda tx: tx.offers.record(person, channel, thread, at))


def listening(store: Store, channel: str, how: Listening, tenant: str = "acme") -> None:
    store.run_now(lambda tx: tx.channels.put(ChannelId(tenant, channel), how))


def test_offer_waits_for_its_answer_and_keeps_the_last_one(store: Store) -> None:
    offer(store, ANA, "t1")
    assert store.run_now(lambda tx: tx.offers.of_person(ANA)) == (Offered("general", "t1", MONDAY, "none"),)
    store.run_now(lambda tx: tx.offers.answer(ANA, "general", "t1", "later"))
    store.run_now(lambda tx: tx.offers.answer(ANA, "general", "t1", "no"))
    assert store.run_now(lambda tx: tx.offers.of_person(ANA)) == (Offered("general", "t1", MONDAY, "no"),)


def test_only_who_got_the_offer_can_answer_it(store: Store) -> None:
    offer(store, ANA, "t1")
    store.run_now(lambda tx: tx.offers.answer(BEN, "general", "t1", "never"))
    assert store.run_now(lambda tx: tx.offers.of_person(ANA)) == (Offered("general", "t1", MONDAY, "none"),)


def test_history_of_a_person_is_oldest_first(store: Store) -> None:
    offer(store, ANA, "t2", MONDAY + timedelta(days=14))
    offer(store, ANA, "t1", MONDAY, channel="ideas")
    offer(store, BEN, "t3")
    assert [offered.thread for offered in store.run_now(lambda tx: tx.offers.of_person(ANA))] == ["t1", "t2"]


def test_thread_gets_one_offer_whoever_writes_in_it(store: Store) -> None:
    assert not store.run_now(lambda tx: tx.offers.thread_offered(GENERAL, "t1"))
    offer(store, ANA, "t1")
    assert store.run_now(lambda tx: tx.offers.thread_offered(GENERAL, "t1"))
    assert not store.run_now(lambda tx: tx.offers.thread_offered(ChannelId("zeta", "general"), "t1"))
    with pytest.raises(Conflict):
        offer(store, BEN, "t1")


def test_which_channels_are_listened_to_and_what_was_last_heard_there(store: Store) -> None:
    listening(store, "general", "on")
    listening(store, "ideas", "shadow")
    listening(store, "still", "on")
    listening(store, "closed", "off")
    listening(store, "general", "on", tenant="zeta")
    offer(store, ANA, "t1")
    offer(store, BEN, "t2", MONDAY + timedelta(days=1))
    offer(store, ANA, "t3", channel="closed")
    shadow(store, ANA, "t4", channel="ideas")
    heard = store.run_now(lambda tx: tx.offers.heard_in("acme"))
    assert heard == {"general": MONDAY + timedelta(days=1), "ideas": MONDAY, "still": None}


def test_channel_counts_the_offers_of_a_day_of_its_people(store: Store) -> None:
    tuesday_in_paris = datetime(2025, 3, 11, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    for thread in ("t1", "t2"):
        offer(store, ANA, thread)
    offer(store, BEN, "t3", tuesday_in_paris)
    offer(store, BEN, "t4", channel="ideas")
    assert store.run_now(lambda tx: tx.offers.in_channel_on(GENERAL, date(2025, 3, 10))) == 2
    assert store.run_now(lambda tx: tx.offers.in_channel_on(GENERAL, date(2025, 3, 11))) == 1
    assert store.run_now(lambda tx: tx.offers.in_channel_on(ChannelId("zeta", "general"), date(2025, 3, 10))) == 0


def test_shadow_is_counted_apart_from_what_was_offered(store: Store) -> None:
    offer(store, ANA, "t1")
    shadow(store, ANA, "t2")
    shadow(store, BEN, "t3", channel="ideas")
    assert store.run_now(lambda tx: tx.offers.in_channel_on(GENERAL, date(2025, 3, 10))) == 1
    assert store.run_now(lambda tx: tx.offers.in_channel_on(GENERAL, date(2025, 3, 10), shadow=True)) == 2
    assert store.run_now(lambda tx: tx.offers.thread_offered(GENERAL, "t2")), "a thread counts once"
    with pytest.raises(Conflict):
        offer(store, BEN, "t2")


def test_what_was_never_made_gets_no_answer(store: Store) -> None:
    shadow(store, ANA, "t1")
    store.run_now(lambda tx: tx.offers.answer(ANA, "general", "t1", "later"))
    assert store.run_now(lambda tx: tx.offers.of_person(ANA)) == (Offered("general", "t1", MONDAY, "shadow"),)


def test_shadow_of_a_channel_tells_offers_people_and_days(store: Store) -> None:
    def shadows(since: datetime) -> ShadowCount:
        return store.run_now(lambda tx: tx.offers.shadows(GENERAL, since))

    assert shadows(MONDAY) == ShadowCount(0, 0, 0)
    for day, person in enumerate((ANA, ANA, BEN)):
        shadow(store, person, f"t{day}", MONDAY + timedelta(days=day))
    shadow(store, ANA, "t9", MONDAY + timedelta(hours=1))
    shadow(store, BEN, "t1", channel="ideas")
    offer(store, BEN, "t8")
    assert shadows(MONDAY) == ShadowCount(offers=4, people=2, days=3)
    assert shadows(MONDAY + timedelta(days=1)) == ShadowCount(offers=2, people=2, days=2)


def test_company_counts_the_offers_of_all_its_channels(store: Store) -> None:
    offer(store, ANA, "t1", MONDAY - timedelta(seconds=1))
    offer(store, ANA, "t2")
    offer(store, BEN, "t3", MONDAY + timedelta(minutes=5), channel="ideas")
    offer(store, PersonId("zeta", "zoe"), "t4")
    shadow(store, BEN, "t5")
    assert store.run_now(lambda tx: tx.offers.in_company_since("acme", MONDAY)) == 2


def test_history_has_no_column_for_a_text_but_one_that_is_given_and_sealed() -> None:
    kept = {"tenant", "channel", "thread", "person", "at", "day", "answer", "lang", "score", "signals"}
    assert set(tables.offers.c.keys()) == kept | {"sentence"}
    assert isinstance(tables.offers.c.sentence.type, tables.Sealed)


def read_as(store: Store, person: PersonId, thread: str, at: datetime = MONDAY) -> None:
    """An offer made on these signs, that was not what they meant."""
    store.run_now(lambda tx: tx.offers.record(person, "general", thread, at, signs=SIGNS))
    store.run_now(lambda tx: tx.offers.answer(person, "general", thread, "not_meant"))


def test_what_was_misread_is_told_with_its_signs_and_no_word(store: Store) -> None:
    read_as(store, ANA, "t1")
    offer(store, BEN, "t2")
    assert store.run_now(lambda tx: tx.offers.misread()) == (Misread(MONDAY, SIGNS, None),)


def test_a_sentence_is_kept_with_the_last_misreading_and_told(store: Store) -> None:
    read_as(store, ANA, "t1")
    read_as(store, ANA, "t2", MONDAY + timedelta(days=90))
    assert store.run_now(lambda tx: tx.offers.learn_from(ANA, "an app for dogs"))
    assert [one.sentence for one in store.run_now(lambda tx: tx.offers.misread())] == [None, "an app for dogs"]
    assert store.run_now(lambda tx: (tx.offers.sentences_of(ANA), tx.offers.sentences_of(BEN))) == (1, 0)


def test_nothing_is_learned_from_an_offer_that_was_right(store: Store) -> None:
    offer(store, ANA, "t1")
    assert not store.run_now(lambda tx: tx.offers.learn_from(ANA, "an app for dogs"))
    assert store.run_now(lambda tx: tx.offers.sentences_of(ANA)) == 0


def test_signs_and_sentence_go_after_a_while_and_the_answer_stays(store: Store) -> None:
    read_as(store, ANA, "t1")
    read_as(store, BEN, "t2", MONDAY + timedelta(seconds=1))
    store.run_now(lambda tx: tx.offers.learn_from(ANA, "an app for dogs"))
    assert store.run_now(lambda tx: tx.offers.purge(MONDAY + timedelta(seconds=1), 500)) == 1
    assert store.run_now(lambda tx: tx.offers.purge(MONDAY + timedelta(seconds=1), 500)) == 0
    assert [one.at for one in store.run_now(lambda tx: tx.offers.misread())] == [MONDAY + timedelta(seconds=1)]
    assert store.run_now(lambda tx: tx.offers.sentences_of(ANA)) == 0
    assert store.run_now(lambda tx: tx.offers.of_person(ANA)) == (Offered("general", "t1", MONDAY, "not_meant"),)


def test_the_shadow_tells_on_which_signs(store: Store) -> None:
    want = Signs(0.8, ("want",), "fr")
    for thread, signs in (("t1", want), ("t2", SIGNS), ("t3", want), ("t4", None)):
        store.run_now(partial(_shadow_of, thread=thread, signs=signs))
    assert store.run_now(lambda tx: tx.offers.shadows(GENERAL, MONDAY)) == ShadowCount(4, 1, 1, {"want": 2, "start": 1})


def _shadow_of(tx: Transaction, thread: str, signs: Signs | None) -> None:
    tx.offers.record(ANA, "general", thread, MONDAY, "shadow", signs)
