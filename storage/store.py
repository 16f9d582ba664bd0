"""The store: opens the database and runs whole transactions, each in one hop to a thread.

Statements are synchronous and a hop is paid once per transaction, not once per statement: measured, that is
several times cheaper than an asynchronous driver on SQLite. One thread writes; its order is the order of
the calls.
"""

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from cryptography.exceptions import InvalidTag
from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from storage import sqlite
from storage.errors import StorageError, UnknownDatabaseError, WrongKeyError
from storage.hop import Hop
from storage.migrate import migrate
from storage.rotation import check_keys
from storage.secrets import KeyRing
from storage.transaction import Transaction

T = TypeVar("T")


class Store:
    """An open database. Close it: on SQLite that also folds the log back into the file."""

    def __init__(self, url: URL, keys: KeyRing) -> None:
        """For `open`, which also makes sure that the database is of use."""
        self._keys = keys
        self._place = url.database or str(url)
        self._engine = sqlite.engine(url)
        self._hop = Hop(sqlite.WRITERS)
        self._of_thread = threading.local()
        self._connections: list[Connection] = []

    @classmethod
    def open(cls, url: str, keys: KeyRing) -> "Store":
        """The database at `url` (SQLAlchemy's form), made when missing, migrated when older than this code.

        Raises StorageError; a database that was there is then unchanged.
        """
        store = cls(_known(url), keys)
        try:
            store._hop.run_now(partial(store._in_transaction, store._make_ready))
        except BaseException:
            store.close()
            raise
        return store

    async def run(self, fn: Callable[[Transaction], T]) -> T:
        """Run `fn` in one transaction, off the event loop: kept when it returns, undone when it raises.

        Raises what `fn` raises, and StorageError. Cancelling stops no transaction that began.
        """
        return await self._hop.run(partial(self._transact, fn))

    def run_now(self, fn: Callable[[Transaction], T]) -> T:
        """The same for callers without an event loop: waits for the result."""
        return self._hop.run_now(partial(self._transact, fn))

    def close(self) -> None:
        """Finish what was begun, then close the database. Closing twice is fine."""
        self._hop.close()
        while self._connections:
            self._connections.pop().close()
        self._engine.dispose()

    def _make_ready(self, connection: Connection) -> None:
        migrate(connection, self._place)
        check_keys(connection, self._keys, self._place)

    def _transact(self, fn: Callable[[Transaction], T]) -> T:
        return self._in_transaction(lambda connection: fn(Transaction(connection, self._keys)))

    def _in_transaction(self, work: Callable[[Connection], T]) -> T:
        try:
            connection = self._connection()
            with connection.begin():
                return work(connection)
        except Exception as error:
            meaning = self._explain(error)
            if meaning is None:
                raise
            raise meaning from error

    def _connection(self) -> Connection:
        """The connection of this thread. It is kept: taking one from a pool costs as much as a statement."""
        found: Connection | None = getattr(self._of_thread, "connection", None)
        if found is None:
            found = self._of_thread.connection = self._engine.connect()
            self._connections.append(found)
        return found

    def _explain(self, error: Exception) -> StorageError | None:
        if isinstance(error, InvalidTag):
            return WrongKeyError(self._place)
        return sqlite.explain(error.orig if isinstance(error, DBAPIError) else error, self._place)


def _known(url: str) -> URL:
    """The URL, taken apart. Raises UnknownDatabaseError; PostgreSQL has its place here, beside SQLite."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise UnknownDatabaseError(url) from None
    if parsed.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise UnknownDatabaseError(parsed.render_as_string())
    return parsed
