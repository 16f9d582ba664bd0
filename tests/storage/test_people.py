from datetime import UTC, datetime

from dialogs.person import PersonId
from storage.people import Person
from storage.store import Store

ANA = PersonId("acme", "ana")
KNOWN = Person("Ana", "fr", "Europe/Paris", {"digest": {"day": 1, "at": "08:30"}}, datetime(2025, 3, 1, tzinfo=UTC))


def test_somebody_never_met(store: Store) -> None:
    assert store.run_now(lambda tx: tx.people.get(ANA)) is None


def test_all_that_is_known_comes_back(store: Store) -> None:
    store.run_now(lambda tx: tx.people.put(ANA, KNOWN))
    assert store.run_now(lambda tx: tx.people.get(ANA)) == KNOWN


def test_what_is_known_is_replaced_for_one_person_of_one_company(store: Store) -> None:
    namesake = PersonId("zeta", "ana")
    store.run_now(lambda tx: tx.people.put(ANA, KNOWN))
    store.run_now(lambda tx: tx.people.put(namesake, Person("Anaïs")))
    store.run_now(lambda tx: tx.people.put(ANA, Person("Anna")))
    assert store.run_now(lambda tx: tx.people.get(ANA)) == Person("Anna")
    assert store.run_now(lambda tx: tx.people.get(namesake)) == Person("Anaïs")


def test_people_are_found_by_their_first_name_in_any_case(store: Store) -> None:
    emile, elsewhere, emilie = PersonId("acme", "e1"), PersonId("zeta", "e1"), PersonId("acme", "e2")
    namesake = PersonId("acme", "b1")
    store.run_now(lambda tx: tx.people.put(emile, Person("Émile")))
    store.run_now(lambda tx: tx.people.put(namesake, Person("ÉMILE", "fr")))
    store.run_now(lambda tx: tx.people.put(elsewhere, Person("Émile")))
    store.run_now(lambda tx: tx.people.put(emilie, Person("Émilie")))
    found = store.run_now(lambda tx: tx.people.named("acme", " émile"))
    assert found == ((namesake, Person("ÉMILE", "fr")), (emile, Person("Émile")))
    assert store.run_now(lambda tx: tx.people.named("acme", "Ana")) == ()
