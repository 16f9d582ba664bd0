from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text

from dialogs.conversation import Conversation
from dialogs.life.record import Life, Party, Record, Ref
from dialogs.person import PersonId
from dialogs.plan import Plan
from storage.channels import ChannelEntry, ChannelId
from storage.errors import NewerDatabaseError
from storage.inbox import Incoming
from storage.migrate import HEAD, alembic_config, migrate, revision
from storage.offers import Signs
from storage.plans import Kept
from storage.secrets import KeyRing
from storage.store import Store
from storage.tables import metadata

ANA = PersonId("acme", "ana")


@pytest.fixture
def connection(url: str, keys: KeyRing) -> Iterator[Connection]:
    """A connection to a database that was just made, in a transaction."""
    Store.open(url, keys).close()
    engine = create_engine(url)
    with engine.begin() as begun:
        yield begun
    engine.dispose()


def test_tables_of_the_code_are_those_of_the_migrations(connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert compare_metadata(context, metadata) == []


def test_head_is_the_last_migration(connection: Connection) -> None:
    assert ScriptDirectory.from_config(alembic_config(connection)).get_heads() == [HEAD]
    assert revision(connection) == HEAD


def test_every_migration_goes_down_and_up_again(connection: Connection) -> None:
    scripts = list(ScriptDirectory.from_config(alembic_config(connection)).walk_revisions())
    for _ in scripts:
        command.downgrade(alembic_config(connection), "-1")
    assert inspect(connection).get_table_names() == ["alembic_version"]
    assert revision(connection) is None
    migrate(connection, "here")
    assert set(inspect(connection).get_table_names()) == {"alembic_version", *metadata.tables}
    assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_current_database_is_left_alone(url: str, keys: KeyRing) -> None:
    first = Store.open(url, keys)
    first.run_now(lambda tx: tx.conversations.save(ANA, Conversation(first_name="Ana"), None))
    first.close()
    second = Store.open(url, keys)
    kept = second.run_now(lambda tx: tx.conversations.load(ANA))
    assert kept is not None
    assert kept.conversation.first_name == "Ana"
    second.close()


def test_talk_begun_before_the_runtime_goes_on_after_it(url: str, keys: KeyRing) -> None:
    """From the first version's tables to today's: nothing that was said is lost."""
    before = Store.open(url, keys)
    before.run_now(lambda tx: tx.conversations.save(ANA, Conversation(first_name="Ana", turn=7), None))
    before.close()
    engine = create_engine(url)
    with engine.begin() as begun:
        command.downgrade(alembic_config(begun), "0001")
        assert "inbox" not in inspect(begun).get_table_names()
    engine.dispose()
    after = Store.open(url, keys)
    kept = after.run_now(lambda tx: tx.conversations.load(ANA))
    assert kept is not None
    assert (kept.conversation.turn, kept.version) == (7, 1)
    assert after.run_now(lambda tx: tx.inbox.add(Incoming("p1", ANA, "page", "home", b"{}"), tx.now()))
    after.close()


def test_lanes_and_channels_from_before_the_installations_go_on(url: str, keys: KeyRing) -> None:
    """Down to the release before and up again: whose turn it is, and where the coach listens, is kept."""
    before = Store.open(url, keys)
    before.run_now(lambda tx: tx.lanes.wake(ANA, tx.now()))
    before.run_now(lambda tx: tx.channels.put(ChannelId("acme", "general"), "on", "ana", tx.now()))
    before.close()
    engine = create_engine(url)
    with engine.begin() as begun:
        command.downgrade(alembic_config(begun), "0002")
        assert begun.execute(text("SELECT kicked FROM lanes")).scalar_one() in (0, False)
        assert "installations" not in inspect(begun).get_table_names()
    engine.dispose()
    after = Store.open(url, keys)
    assert after.run_now(lambda tx: tx.lanes.take_turn(tx.now())) == ANA
    entry = after.run_now(lambda tx: tx.channels.entry(ChannelId("acme", "general")))
    assert entry == ChannelEntry("on", None, None)
    after.close()


def test_plans_from_before_their_lives_live_on_and_go_back(url: str, keys: KeyRing) -> None:
    """Down to the release before, with a life in it, and up again: plan and versions are kept, its life begins anew."""
    sent = Record(Ref(*ANA, 1), Plan(number=1, state="in_review"), Life(reviewer=Party("acme", "ben"), posted=("#a",)))
    before = Store.open(url, keys)
    before.run_now(lambda tx: tx.plans.keep(sent, tx.now(), None, version=True))
    before.close()
    engine = create_engine(url)
    with engine.begin() as begun:
        command.downgrade(alembic_config(begun), "0004")
        assert begun.execute(text("SELECT state FROM plans")).scalars().all() == ["in_review"]
        assert "plan_readers" not in inspect(begun).get_table_names()
    engine.dispose()
    after = Store.open(url, keys)
    assert after.run_now(lambda tx: tx.plans.record(sent.ref)) == Kept(sent._replace(life=Life(version=1)), 0)
    assert after.run_now(lambda tx: tx.plans.read_by(PersonId("acme", "ben"))) == ()
    again = after.run_now(lambda tx: tx.plans.keep(sent, tx.now(), 0, version=True))
    assert again.life.version == 2
    assert after.run_now(lambda tx: tx.plans.read_by(PersonId("acme", "ben"))) == (again,)
    after.close()


def test_channels_and_offers_from_before_the_thresholds_go_on(url: str, keys: KeyRing) -> None:
    """Down to the release before and up again: where it listens and what was answered is kept, on which signs is not."""
    before = Store.open(url, keys)
    general = ChannelId("acme", "general")
    before.run_now(lambda tx: tx.channels.decide(general, ChannelEntry("on", "ana", tx.now(), "strict")))
    before.run_now(lambda tx: tx.offers.record(ANA, "general", "t1", tx.now(), signs=Signs(0.8, ("want",), "en")))
    before.run_now(lambda tx: tx.offers.answer(ANA, "general", "t1", "not_meant"))
    before.run_now(lambda tx: tx.offers.learn_from(ANA, "an app for dogs"))
    before.close()
    engine = create_engine(url)
    with engine.begin() as begun:
        command.downgrade(alembic_config(begun), "0005")
        assert begun.execute(text("SELECT answer FROM offers")).scalars().all() == ["not_meant"]
    engine.dispose()
    after = Store.open(url, keys)
    entry = after.run_now(lambda tx: tx.channels.entry(general))
    assert entry is not None
    assert (entry.listening, entry.mode) == ("on", "normal")
    assert [offered.answer for offered in after.run_now(lambda tx: tx.offers.of_person(ANA))] == ["not_meant"]
    assert after.run_now(lambda tx: tx.offers.misread()) == ()
    after.close()


def test_newer_database_is_refused_and_left_alone(url: str, keys: KeyRing) -> None:
    Store.open(url, keys).close()
    engine = create_engine(url)
    with engine.begin() as begun:
        begun.execute(text("UPDATE alembic_version SET version_num = 'ffff'"))
    with pytest.raises(NewerDatabaseError, match=r"planfirst.* is at revision ffff.*newer version"):
        Store.open(url, keys)
    with engine.begin() as begun:
        assert revision(begun) == "ffff"
    engine.dispose()
