from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy import create_engine, func, select

from dialogs.conversation import Conversation
from dialogs.life.record import Life, Party, Record, Ref
from dialogs.person import PersonId
from dialogs.plan import Plan
from storage.channels import ChannelEntry, ChannelId
from storage.inbox import Incoming
from storage.installations import InstallationKey
from storage.outbox import Message
from storage.people import Person
from storage.plans import Kept
from storage.schedule import Scheduled, WallClock
from storage.secrets import KeyRing
from storage.store import Store
from storage.tables import metadata
from storage.transaction import Transaction

ANA, BEN, NAMESAKE = PersonId("acme", "ana-7Q"), PersonId("acme", "ben"), PersonId("zeta", "ana-7Q")
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)


def sent_to(reader: PersonId, owner: str = "elsewhere") -> Record:
    """A plan of another company, which that person reviews."""
    life = Life(reviewer=Party(*reader, "Anastasia"), sent_at=NOW)
    return Record(Ref(owner, f"for {reader.id[:3]} of {reader.tenant}", 1), Plan(number=1, state="in_review"), life)


def leave_traces(tx: Transaction, person: PersonId, opted_out_at: datetime | None = None) -> None:
    """A row in every table that names people."""
    tx.people.put(person, Person("Anastasia", "fr", "Europe/Paris", {"familiar": True}, opted_out_at))
    tx.conversations.save(person, Conversation(), None)
    tx.plans.save(person, Plan(number=1), NOW, version=True)
    tx.plans.keep(sent_to(person), NOW, None, version=False)
    tx.offers.record(person, "general", f"thread of {person.id}", NOW)
    tx.channels.put(ChannelId(person.tenant, f"opened by {person.id[:3]}"), "on", person.id, NOW)
    tx.inbox.add(Incoming(f"post of {person.id}", person, "page", "home", b"{}"), NOW)
    tx.outbox.add(person, [Message(f"answer to {person.id}", "page", "home", b"{}")], NOW)
    tx.addresses.put("teams", person, "their chat")
    tx.links.join(person, PersonId("elsewhere", person.id))
    tx.links.promise(f"code of {person.id} ({person.tenant})", person, NOW)
    tx.schedule.put(Scheduled("nudge", person, NOW, WallClock(NOW.time(), "Europe/Paris")))


def has_traces(tx: Transaction, person: PersonId) -> bool:
    return all(
        (
            tx.people.get(person),
            tx.conversations.load(person),
            tx.plans.get(person, 1),
            tx.plans.versions(person, 1),
            tx.offers.of_person(person),
            tx.inbox.oldest(person),
            tx.outbox.pending(person, 0),
        )
    )


def rows_by_table(url: str, **of: str) -> dict[str, int]:
    """For each table that has those columns: how many rows hold those values."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {
            table.name: connection.execute(
                select(func.count()).where(*(table.c[name] == value for name, value in of.items()))
            ).scalar_one()
            for table in metadata.sorted_tables
            if of.keys() <= set(table.c.keys())
        }
    engine.dispose()
    return found


def rows_of_ana(url: str) -> dict[str, int]:
    return rows_by_table(url, tenant=ANA.tenant, person=ANA.id)


def test_nothing_is_left_of_a_person_in_any_table(store: Store, url: str) -> None:
    store.run_now(partial(leave_traces, person=ANA))
    assert set(rows_of_ana(url).values()) == {1}, "each table that names people must be covered"
    store.run_now(lambda tx: tx.forget(ANA))
    assert set(rows_of_ana(url).values()) == {0}


def test_others_keep_everything(store: Store) -> None:
    def all_of_them(tx: Transaction) -> tuple[bool, ...]:
        return tuple(has_traces(tx, person) for person in (ANA, BEN, NAMESAKE))

    for person in (ANA, BEN, NAMESAKE):
        store.run_now(partial(leave_traces, person=person))
    assert store.run_now(all_of_them) == (True, True, True)
    store.run_now(lambda tx: tx.forget(ANA))
    assert store.run_now(all_of_them) == (False, True, True)


def test_the_opt_out_is_all_that_stays(store: Store, url: str) -> None:
    store.run_now(partial(leave_traces, person=ANA, opted_out_at=NOW))
    store.run_now(lambda tx: tx.forget(ANA))
    assert store.run_now(lambda tx: tx.people.get(ANA)) == Person(opted_out_at=NOW)
    assert {name for name, rows in rows_of_ana(url).items() if rows} == {"people"}


def test_channel_that_a_forgotten_person_opted_in_stays_so(store: Store) -> None:
    store.run_now(partial(leave_traces, person=ANA))
    store.run_now(lambda tx: tx.forget(ANA))
    entry = store.run_now(lambda tx: tx.channels.entry(ChannelId("acme", "opened by ana")))
    assert entry == ChannelEntry("on", None, NOW)


def test_nothing_is_left_of_a_company_in_any_table(store: Store, url: str) -> None:
    def leave_everything(tx: Transaction) -> None:
        for person in (ANA, BEN, NAMESAKE):
            leave_traces(tx, person, opted_out_at=NOW)
        for tenant in (ANA.tenant, NAMESAKE.tenant):
            tx.installations.put(InstallationKey("slack", "", tenant), b"{}", NOW)

    store.run_now(leave_everything)
    assert 0 not in rows_by_table(url, tenant="acme").values(), "each table of a company must be covered"
    of_zeta = rows_by_table(url, tenant="zeta")
    store.run_now(lambda tx: tx.forget_tenant("acme"))
    assert set(rows_by_table(url, tenant="acme").values()) == {0}
    assert rows_by_table(url, tenant="zeta") == of_zeta


def test_plan_of_another_names_its_reviewer_no_more(store: Store) -> None:
    sent = sent_to(ANA)
    store.run_now(lambda tx: tx.plans.keep(sent, NOW, None, version=False))
    store.run_now(lambda tx: tx.forget(ANA))
    kept = store.run_now(lambda tx: tx.plans.record(sent.ref))
    assert kept == Kept(sent._replace(life=Life(sent_at=NOW)), 1)


@pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
def test_plan_that_went_with_its_owner_is_on_no_list(store: Store, url: str) -> None:
    """Not even one that named its owner too."""
    sent = sent_to(ANA)
    named = sent._replace(life=Life(reviewer=Party(*ANA), followers=(Party(*sent.ref.owner),)))
    store.run_now(lambda tx: tx.plans.keep(named, NOW, None, version=False))
    store.run_now(lambda tx: tx.forget(sent.ref.owner))
    assert rows_of_ana(url)["plan_readers"] == 0


@pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
def test_company_that_goes_is_named_in_no_plan_and_on_no_list(store: Store, url: str) -> None:
    by_acme, of_acme = sent_to(ANA), sent_to(NAMESAKE, owner="acme")
    for record in (by_acme, of_acme):
        store.run_now(partial(keep, record=record))
    assert readers(url) == [1, 1]
    store.run_now(lambda tx: tx.forget_tenant("acme"))
    assert readers(url) == [0, 0]
    kept = store.run_now(lambda tx: tx.plans.record(by_acme.ref))
    assert kept is not None
    assert kept.record.life.reviewer is None


def readers(url: str) -> list[int]:
    """How many of acme's people read plans, and how many read acme's."""
    return [rows_by_table(url, **{column: "acme"})["plan_readers"] for column in ("tenant", "owner_tenant")]


def keep(tx: Transaction, record: Record) -> None:
    tx.plans.keep(record, NOW, None, version=False)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_forgotten_is_gone_from_the_files_too(
    url: str, keys: KeyRing, files_holding: Callable[[str], list[str]]
) -> None:
    """Not so on a server: it keeps its log for a while, and what it has not yet vacuumed."""
    store = Store.open(url, keys)
    store.run_now(partial(leave_traces, person=ANA))
    assert files_holding("Anastasia")
    store.run_now(lambda tx: tx.forget(ANA))
    store.close()
    assert files_holding("Anastasia") == []
    assert files_holding(ANA.id) == []
