"""The store: opens the database and runs whole transactions, each in one hop to a thread.

Statements are synchronous and a hop is paid once per transaction, not once per statement: measured, that is
several times cheaper than an asynchronous driver on SQLite. There one thread writes, its order is the order of the
calls; on PostgreSQL a few do.
"""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from cryptography.exceptions import InvalidTag
from sqlalchemy import URL, Connection, RootTransaction
from sqlalchemy.exc import DBAPIError

from storage.backend import Backend, backend_of
from storage.errors import StorageError, WrongKeyError
from storage.hop import Hop
from storage.migrate import migrate
from storage.rotation import check_keys
from storage.secrets import KeyRing
from storage.transaction import Transaction
from storage.wakeups import Bell, Listener, Topic

T = TypeVar("T")


class Store:
    """An open database. Close it: on SQLite that also folds the log back into the file."""

    def __init__(self, backend: Backend, url: URL, keys: KeyRing) -> None:
        """For `open`, which also makes sure that the database is of use."""
        self._backend = backend
        self._keys = keys
        self._place = backend.place(url)
        self._engine = backend.engine(url)
        self._lock: int | None = None
        self._hop = Hop(backend.THREADS)
        self._of_thread = threading.local()
        self._connections: list[Connection] = []
        self._bells: list[tuple[Topic, Bell]] = []
        self._listener: Listener | None = None

    @classmethod
    def open(cls, url: str, keys: KeyRing, *, alone: bool = True) -> "Store":
        """The database at `url` (SQLAlchemy's form), made when missing, migrated when older than this code.

        An SQLite file is for one process that works; `alone=False` is for an operator's look beside it. Raises
        StorageError; a database that was there is then unchanged.
        """
        backend, parsed = backend_of(url)
        store = cls(backend, parsed, keys)
        try:
            store._lock = backend.lock(parsed) if alone else None
            store._hop.run_now(partial(store._in_transaction, store._make_ready))
        except BaseException:
            store.close()
            raise
        return store

    async def run(self, fn: Callable[[Transaction], T]) -> T:
        """Run `fn` in one transaction, off the event loop: kept when it returns, undone when it raises.

        `fn` has no other effects: it is run again when the connection was lost before its end, or when two
        transactions waited for each other. Raises what `fn` raises, and StorageError. Cancelling stops no
        transaction that began.
        """
        return await self._hop.run(partial(self._transact, fn))

    def run_now(self, fn: Callable[[Transaction], T]) -> T:
        """The same for callers without an event loop: waits for the result."""
        return self._hop.run_now(partial(self._transact, fn))

    @property
    def alone(self) -> bool:
        """Whether the database is for this process alone: who owned something in it before is dead."""
        return self._lock is not None

    @property
    def threads(self) -> int:
        """How many transactions run at once."""
        return self._backend.THREADS

    def bell(self, topic: Topic) -> Bell:
        """A bell for the calling task, rung when such work was committed."""
        bell = Bell()
        self._bells.append((topic, bell))
        if self._listener is None:
            self._listener = self._backend.listen(self._engine, lambda heard: self._ring({heard}))
        return bell

    def close(self) -> None:
        """Finish what was begun, then close the database. Closing twice is fine."""
        self._hop.close()
        if self._listener is not None:
            self._listener.close()
        while self._connections:
            self._connections.pop().close()
        self._engine.dispose()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _make_ready(self, connection: Connection) -> None:
        self._backend.before_migration(connection, self._place)
        migrate(connection, self._place)
        check_keys(connection, self._keys, self._place)

    def _transact(self, fn: Callable[[Transaction], T]) -> T:
        result, announced = self._in_transaction(partial(self._work, fn))
        if announced:
            self._ring(announced)
        return result

    def _work(self, fn: Callable[[Transaction], T], connection: Connection) -> tuple[T, set[Topic]]:
        transaction = Transaction(connection, self._keys)
        result = fn(transaction)
        # Who works here takes it at once; without such a one, others are told.
        elsewhere = transaction.announced.difference(topic for topic, _ in self._bells)
        if elsewhere:
            self._backend.announce(connection, elsewhere)
        return result, transaction.announced

    def _ring(self, topics: set[Topic]) -> None:
        for topic, bell in self._bells:
            if topic in topics:
                bell.ring()

    def _in_transaction(self, work: Callable[[Connection], T]) -> T:
        try:
            begun, result = self._do_or_repeat(work)
            self._commit(begun)
        except Exception as error:
            meaning = self._explain(error)
            if meaning is None:
                raise
            raise meaning from error
        return result

    def _do_or_repeat(self, work: Callable[[Connection], T]) -> tuple[RootTransaction, T]:
        """The work done, to be committed. Until then nothing was kept, so it may be repeated once."""
        connection = self._connection()
        try:
            return self._do(connection, work)
        except Exception as error:
            if not self._backend.is_passing(_cause(error)):
                raise
        self._drop_connection()
        return self._do(self._connection(), work)

    def _do(self, connection: Connection, work: Callable[[Connection], T]) -> tuple[RootTransaction, T]:
        begun = connection.begin()
        try:
            return begun, work(connection)
        except BaseException:
            self._undo(begun)
            raise

    def _commit(self, begun: RootTransaction) -> None:
        try:
            begun.commit()
        except BaseException:
            self._undo(begun)
            raise

    def _undo(self, begun: RootTransaction) -> None:
        try:
            begun.rollback()
        except Exception:  # what made it necessary tells more
            self._drop_connection()

    def _drop_connection(self) -> None:
        """Let go of this thread's connection, which may be broken."""
        connection: Connection | None = self._of_thread.__dict__.pop("connection", None)
        if connection is not None:
            self._connections.remove(connection)
            with suppress(Exception):
                connection.invalidate()
            connection.close()

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
        return self._backend.explain(_cause(error), self._place)


def _cause(error: Exception) -> BaseException:
    """The driver's own error."""
    return error.orig or error if isinstance(error, DBAPIError) else error
