"""All that is particular to PostgreSQL: how a connection is made ready, what its errors mean, how others hear of work.

Nothing outside this file and `wakeups.py` knows that the database is PostgreSQL. Version 15 or newer.
"""

from collections.abc import Callable, Collection
from typing import Any, Final

import psycopg
from psycopg import errors as pg
from psycopg import pq
from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from storage.errors import (
    DiskFullError,
    NotAllowedError,
    OldServerError,
    RefusedByServerError,
    StorageError,
    UnreachableError,
)
from storage.wakeups import Listener, Topic

THREADS: Final = 4  # connections of a process: turns are short, more would wait for the same processors
CONNECT_TIMEOUT: Final = 5  # seconds
SILENCE: Final = 10  # seconds until a server that does not answer any more is taken for gone
OLDEST: Final = 15  # major version
CHANNEL: Final = "planfirst"

# A process that stops in the middle of a transaction (paused, its machine gone) must not hold a lane for ever.
_SESSION: Final = "SET idle_in_transaction_session_timeout = '10s'"

# Two processes that start at once must not both migrate. The number is ours, any would do.
_MIGRATION_LOCK: Final = 7_536_322_641

_MEANING: Final[dict[type[Exception], Callable[[str], StorageError]]] = {
    pg.DiskFull: DiskFullError,
    pg.ReadOnlySqlTransaction: NotAllowedError,
    pg.InsufficientPrivilege: NotAllowedError,
}
_PASSING: Final = (pg.DeadlockDetected, pg.SerializationFailure, pg.IdleInTransactionSessionTimeout)

# What a server says that is there and has no time for us.
_UNREADY: Final = ("starting up", "shutting down", "recovery", "not yet accepting", "too many")


def engine(url: URL) -> Engine:
    """An engine for that URL. Nothing is connected yet."""
    made = create_engine(
        url.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        pool_size=THREADS,
        connect_args={
            "application_name": "planfirst",
            "connect_timeout": CONNECT_TIMEOUT,
            "tcp_user_timeout": SILENCE * 1000,
        },
    )
    event.listen(made, "connect", _prepare)
    return made


def place(url: URL) -> str:
    """How the database is called in messages: its URL without the password."""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def explain(error: BaseException | None, place: str) -> StorageError | None:
    """What to do about an error of PostgreSQL; None when it is none that an operator can mend."""
    for kind, meaning in _MEANING.items():
        if isinstance(error, kind):
            return meaning(place)
    if isinstance(error, psycopg.OperationalError) and error.sqlstate is None:
        _, refused, said = str(error).partition("FATAL:")
        if refused and not any(word in said for word in _UNREADY):
            return RefusedByServerError(place, said.splitlines()[0].strip())
    return UnreachableError(place) if is_lost(error) else None


def is_lost(error: BaseException | None) -> bool:
    """True when there is no connection any more, or none was to be had."""
    return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and (
        error.sqlstate is None or error.sqlstate.startswith(("08", "57P")) or isinstance(error, pg.TooManyConnections)
    )


def is_passing(error: BaseException | None) -> bool:
    """True for an error that undid the transaction and that is gone when it is tried again."""
    return is_lost(error) or isinstance(error, _PASSING)


def lock(url: URL) -> None:
    """Nothing: a server is there for many processes."""


def before_migration(connection: Connection, place: str) -> None:
    """Wait for a process that migrates. Raises OldServerError."""
    driver: Any = connection.connection.driver_connection
    version = driver.info.server_version // 10_000
    if version < OLDEST:
        raise OldServerError(place, version, OLDEST)
    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _MIGRATION_LOCK})


def announce(connection: Connection, topics: Collection[Topic]) -> None:
    """Tell the other processes, once this transaction is committed."""
    for topic in topics:
        connection.execute(text("SELECT pg_notify(:channel, :topic)"), {"channel": CHANNEL, "topic": topic})


def listen(engine: Engine, ring: Callable[[Topic], None]) -> Listener:
    """Hear what other processes announce."""
    return Listener(engine, CHANNEL, ring)


class _BinaryCursor(psycopg.Cursor[Any]):
    """Has sealed bytes come as they are. As text they come in hexadecimal digits, which takes half as long again."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.format = pq.Format.BINARY


def _prepare(connection: Any, record: Any) -> None:
    connection.cursor_factory = _BinaryCursor
    connection.execute(_SESSION)
    connection.commit()
