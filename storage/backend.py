"""The two kinds of database. All that tells them apart is behind this protocol; the URL chooses."""

from collections.abc import Callable, Collection
from typing import Protocol

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import StorageError, UnknownDatabaseError
from storage.wakeups import Listener, Topic


class Backend(Protocol):
    """What `storage/sqlite.py` and `storage/postgres.py` know about theirs."""

    @property
    def THREADS(self) -> int:  # noqa: N802 - a constant of the module
        """How many transactions run at once in this process."""

    def engine(self, url: URL) -> Engine:
        """An engine for that URL. Raises StorageError."""

    def place(self, url: URL) -> str:
        """How the database is called in messages, without a password."""

    def lock(self, url: URL) -> int | None:
        """Have the database for this process alone, where it is for one: a handle to close. Raises StorageError."""

    def before_migration(self, connection: Connection, place: str) -> None:
        """Wait for others that migrate. Raises StorageError."""

    def explain(self, error: BaseException | None, place: str) -> StorageError | None:
        """What to do about an error of the driver; None when it is none that an operator can mend."""

    def is_passing(self, error: BaseException | None) -> bool:
        """True for an error that undid the transaction and that is gone when it is tried again."""

    def announce(self, connection: Connection, topics: Collection[Topic]) -> None:
        """Tell the other processes, once this transaction is committed."""

    def listen(self, engine: Engine, ring: Callable[[Topic], None]) -> Listener | None:
        """Hear what other processes announce, where there are any."""


def backend_of(url: str) -> tuple[Backend, URL]:
    """The kind of database, and its URL taken apart. Raises UnknownDatabaseError."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise UnknownDatabaseError(url) from None
    # Each loads its driver only when it is used.
    if parsed.drivername in ("sqlite", "sqlite+pysqlite"):
        from storage import sqlite

        return sqlite, parsed
    if parsed.drivername in ("postgresql", "postgresql+psycopg"):
        from storage import postgres

        return postgres, parsed
    raise UnknownDatabaseError(parsed.render_as_string())
