"""What an operator meets: damaged files, places that cannot be written, locks. Real files, real errors."""

import asyncio
import os
import pwd
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dialogs.conversation import Conversation
from dialogs.person import PersonId
from storage import sqlite
from storage.errors import (
    CorruptDatabaseError,
    DatabaseBusyError,
    DatabaseInUseError,
    DiskFullError,
    NotWritableError,
    UnknownDatabaseError,
)
from storage.secrets import KeyRing, new_key
from storage.store import Store
from storage.transaction import Transaction

ANA = PersonId("acme", "ana")


def forty_people_talk(tx: Transaction) -> None:
    for number in range(40):
        tx.conversations.save(PersonId("acme", f"U{number}"), Conversation(), None)


@pytest.fixture
def database(tmp_path: Path, keys: KeyRing) -> Path:
    """The file of a database in which 40 people talked, closed."""
    path = tmp_path / "planfirst.db"
    store = Store.open(f"sqlite:///{path}", keys)
    store.run_now(forty_people_talk)
    store.close()
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach (pytest's own is for its user only)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def as_ordinary_user() -> Iterator[Callable[[], None]]:
    """Root may write anything: become nobody, where the tests run as root."""
    me = os.geteuid()
    yield lambda: None if me else os.seteuid(pwd.getpwnam("nobody").pw_uid)
    os.seteuid(me)


def test_file_and_folder_are_made_for_their_owner_only(tmp_path: Path, keys: KeyRing) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/new/data/planfirst.db", keys)
    made = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new" / "data").iterdir()}
    store.close()
    assert made == {f"planfirst.db{end}": 0o600 for end in ("", "-wal", "-shm", ".lock")}
    assert stat.S_IMODE((tmp_path / "new" / "data").stat().st_mode) == 0o700


def test_closing_leaves_one_file_and_its_lock(database: Path) -> None:
    assert {path.name for path in database.parent.iterdir()} == {"planfirst.db", "planfirst.db.lock"}


def test_second_process_on_one_file_is_refused(database: Path, keys: KeyRing) -> None:
    first = Store.open(f"sqlite:///{database}", keys)
    with pytest.raises(DatabaseInUseError, match=rf"already runs on .*planfirst\.db \(process {os.getpid()}\)"):
        Store.open(f"sqlite:///{database}", keys)
    first.close()
    Store.open(f"sqlite:///{database}", keys).close()


def test_lock_of_a_process_that_died_is_none(database: Path, keys: KeyRing) -> None:
    """A number is left in the lock file, and nobody holds it."""
    Path(f"{database}.lock").write_text("1\n")
    Store.open(f"sqlite:///{database}", keys).close()


def test_memory_will_do_for_a_try(keys: KeyRing) -> None:
    store = Store.open("sqlite://", keys)
    assert store.run_now(lambda tx: tx.conversations.save(ANA, Conversation(), None)) == 1
    assert store.run_now(lambda tx: tx.conversations.load(ANA))
    store.close()


@pytest.mark.parametrize(
    "wrong", ["", "planfirst.db", "oracle://db", "nonsense://", "postgresql+asyncpg://me:s3cret@db/x"]
)
def test_unknown_database_is_told_how_to_write_one(wrong: str, keys: KeyRing) -> None:
    with pytest.raises(UnknownDatabaseError, match=r"PLANFIRST_DATABASE_URL.*sqlite:///data/planfirst\.db") as raised:
        Store.open(wrong, keys)
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize(
    "content",
    [b"x", b"SQLite format 3\0" + bytes(400), b"Dear diary\n" * 1000, b"SQLite format 3\0" + b"\xff" * 5000],
)
def test_file_that_is_no_database_is_named_and_left_as_it_is(tmp_path: Path, keys: KeyRing, content: bytes) -> None:
    path = tmp_path / "planfirst.db"
    path.write_bytes(content)
    with pytest.raises(CorruptDatabaseError, match=r"planfirst\.db.*mv .*planfirst\.db\* damaged/"):
        Store.open(f"sqlite:///{path}", keys)
    assert path.read_bytes() == content


def test_database_cut_short_is_named_and_left_as_it_is(database: Path, keys: KeyRing) -> None:
    cut = database.read_bytes()[:5000]
    database.write_bytes(cut)
    with pytest.raises(CorruptDatabaseError, match=r"planfirst\.db"):
        Store.open(f"sqlite:///{database}", keys)
    assert database.read_bytes() == cut


def test_damage_found_in_the_middle_of_a_talk_is_named(database: Path, keys: KeyRing) -> None:
    content = bytearray(database.read_bytes())
    with closing(sqlite3.connect(database)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'conversations'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content[(root - 1) * size : root * size] = b"\xff" * size
    database.write_bytes(content)
    store = Store.open(f"sqlite:///{database}", keys)
    with pytest.raises(CorruptDatabaseError, match="Nothing was changed"):
        store.run_now(lambda tx: tx.conversations.load(PersonId("acme", "U7")))
    store.close()


@pytest.mark.parametrize("made_before", [True, False], ids=["file-there", "file-missing"])
def test_read_only_folder_is_named(
    open_folder: Path, keys: KeyRing, as_ordinary_user: Callable[[], None], *, made_before: bool
) -> None:
    url = f"sqlite:///{open_folder}/planfirst.db"
    if made_before:
        Store.open(url, keys).close()
        (open_folder / "planfirst.db").chmod(0o444)
    open_folder.chmod(0o555)
    as_ordinary_user()
    with pytest.raises(NotWritableError, match=r"planfirst\.db cannot be written.*ls -la"):
        Store.open(url, keys)


def test_read_only_folder_around_a_file_that_may_be_written_is_named(
    open_folder: Path, keys: KeyRing, as_ordinary_user: Callable[[], None]
) -> None:
    url = f"sqlite:///{open_folder}/planfirst.db"
    Store.open(url, keys).close()
    (open_folder / "planfirst.db").chmod(0o666)
    open_folder.chmod(0o555)
    as_ordinary_user()
    with pytest.raises(NotWritableError, match=r"planfirst\.db cannot be written"):
        Store.open(url, keys)


def test_read_only_data_folder_gets_no_key_file(open_folder: Path, as_ordinary_user: Callable[[], None]) -> None:
    open_folder.chmod(0o555)
    as_ordinary_user()
    with pytest.raises(NotWritableError, match=r"secret\.key cannot be written"):
        KeyRing.in_folder(open_folder)


def test_folder_in_the_place_of_the_file_is_named(tmp_path: Path, keys: KeyRing) -> None:
    with pytest.raises(NotWritableError, match=str(tmp_path)):
        Store.open(f"sqlite:///{tmp_path}", keys)


def test_lock_of_another_process_is_named_and_passes(
    database: Path, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT", 0.01)
    store = Store.open(f"sqlite:///{database}", keys)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusyError, match="Another process holds"):
            store.run_now(lambda tx: tx.conversations.save(ANA, Conversation(), None))
        other.execute("ROLLBACK")
    assert store.run_now(lambda tx: tx.conversations.save(ANA, Conversation(), None)) == 1
    store.close()


def test_full_disk_is_named(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.Error) as raised:
            connection.execute("CREATE TABLE one_more (x)")
    assert isinstance(sqlite.explain(raised.value, "planfirst.db"), DiskFullError)


def test_error_of_our_own_is_not_explained_away() -> None:
    assert sqlite.explain(sqlite3.ProgrammingError("Incorrect number of bindings"), "planfirst.db") is None
    assert sqlite.explain(ValueError("a time needs a time zone"), "planfirst.db") is None


def test_key_of_another_installation_leaves_the_file_as_it_is(database: Path) -> None:
    before = database.read_bytes()
    with pytest.raises(Exception, match="sealed with another key"):
        Store.open(f"sqlite:///{database}", KeyRing([new_key()]))
    assert database.read_bytes() == before


def one_more_turn(tx: Transaction) -> int:
    kept = tx.conversations.load(ANA)
    return tx.conversations.save(ANA, Conversation(), kept.version if kept else None)


async def test_turns_asked_for_at_once_are_taken_one_after_the_other(database: Path, keys: KeyRing) -> None:
    """One writer: none of them is refused, as may happen where several write."""
    store = Store.open(f"sqlite:///{database}", keys)
    versions = await asyncio.gather(*(store.run(one_more_turn) for _ in range(50)))
    store.close()
    assert versions == list(range(1, 51))


async def test_two_stores_on_one_file_wait_for_each_other(database: Path, keys: KeyRing) -> None:
    """As the server and an operator's command on one machine do."""
    stores = [Store.open(f"sqlite:///{database}", keys, alone=alone) for alone in (True, False)]
    versions = await asyncio.gather(*(stores[turn % 2].run(one_more_turn) for turn in range(100)))
    for store in stores:
        store.close()
    assert sorted(versions) == list(range(1, 101))
