"""All that is particular to SQLite: how a file is opened, and by one process only, how a transaction begins,
what its errors mean.

Nothing outside this file knows that the database is SQLite.
"""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event

from storage.errors import (
    CorruptDatabaseError,
    DatabaseBusyError,
    DatabaseInUseError,
    DiskFullError,
    NotWritableError,
    StorageError,
)
from storage.wakeups import Topic

THREADS: Final = 1  # SQLite has one writer at a time; more threads would only wait for each other
BUSY_TIMEOUT: Final = 5.0  # seconds to wait for another process

# How a database begins, and its smallest size (https://sqlite.org/fileformat.html). SQLite takes a very short
# file for an empty database and writes over it: that would end what is left of a damaged one.
MAGIC: Final = b"SQLite format 3\0"
SMALLEST: Final = 512  # bytes

# WAL: readers never wait for the writer. NORMAL: a power cut may undo the last turns, never damage the file.
# secure_delete: what is forgotten is overwritten, not only unlinked.
PRAGMAS: Final = ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON")

_MEANING: Final[dict[int, Callable[[str], StorageError]]] = {
    sqlite3.SQLITE_NOTADB: CorruptDatabaseError,
    sqlite3.SQLITE_CORRUPT: CorruptDatabaseError,
    sqlite3.SQLITE_READONLY: NotWritableError,
    sqlite3.SQLITE_CANTOPEN: NotWritableError,
    sqlite3.SQLITE_PERM: NotWritableError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_IOERR: DiskFullError,
    sqlite3.SQLITE_BUSY: DatabaseBusyError,
    sqlite3.SQLITE_LOCKED: DatabaseBusyError,
}


def engine(url: URL) -> Engine:
    """An engine on the file of that URL, made with its folder when missing.

    Raises NotWritableError or CorruptDatabaseError.
    """
    if url.database and url.database != ":memory:":
        _make_file(Path(url.database))
    made = create_engine(url, paramstyle="named", hide_parameters=True, connect_args={"timeout": BUSY_TIMEOUT})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def place(url: URL) -> str:
    """How the database is called in messages: its file."""
    return url.database or "in memory"


def explain(error: BaseException | None, place: str) -> StorageError | None:
    """What to do about an error of SQLite; None when it is none that an operator can mend."""
    if not isinstance(error, sqlite3.Error):
        return None
    # Only the low byte names the kind; a connection that was closed has no code at all.
    meaning = _MEANING.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return None if meaning is None else meaning(place)


def is_passing(error: BaseException | None) -> bool:
    """No error of SQLite undoes a transaction and is gone at once: the busy timeout has waited already."""
    return False


def before_migration(connection: Connection, place: str) -> None:
    """Nothing: the transaction has the file for itself."""


def announce(connection: Connection, topics: Collection[Topic]) -> None:
    """Nothing: there is no other process that works."""


def listen(engine: Engine, ring: Callable[[Topic], None]) -> None:
    """Nobody: there is no other process that works."""


def lock(url: URL) -> int | None:
    """Have the file for this process alone; returns what `os.close` gives back, None for one in memory.

    The lock is on a file beside the database (SQLite has its own locks on that one) and ends with the process.
    Raises DatabaseInUseError, NotWritableError.
    """
    if not url.database or url.database == ":memory:":
        return None
    path = Path(f"{url.database}.lock")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise NotWritableError(place(url)) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(handle, 20).decode("ascii", "replace").strip()
        os.close(handle)
        raise DatabaseInUseError(place(url), holder) from None
    os.ftruncate(handle, 0)
    os.write(handle, b"%d\n" % os.getpid())
    return handle


def _make_file(path: Path) -> None:
    """An empty file that only its owner reads, unless a database is there.

    SQLite gives its companions the same mode.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb") as file:
            beginning = file.read(SMALLEST)
    except OSError as error:
        raise NotWritableError(str(path)) from error
    if beginning and not (len(beginning) == SMALLEST and beginning.startswith(MAGIC)):
        raise CorruptDatabaseError(str(path))


def _prepare(connection: sqlite3.Connection, record: Any) -> None:
    # The driver must not begin transactions by itself: _begin does.
    connection.isolation_level = None
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and writes later could fail half-way."""
    driver: Any = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE")
