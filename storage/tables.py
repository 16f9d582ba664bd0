"""The tables, as SQLAlchemy Core sees them. The tenant is in every key: no query crosses companies.

Three rules that other files build on: a column `person` marks what *forget* deletes, a column `sealed` holds
what the key ring encrypted, and a message's text has no column at all.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC. SQLite has no time zones: there it is text without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC. A naive time is refused: it names no instant."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time needs a time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """An aware time in UTC again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s"})


def _tenant() -> Column[Any]:
    return Column("tenant", Text, primary_key=True)


people = Table(
    "people",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("first_name", Text, nullable=False),
    Column("locale", Text),
    Column("zone", Text),
    Column("preferences", JSON, nullable=False),
    Column("opted_out_at", UtcDateTime),
)

conversations = Table(
    "conversations",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

plans = Table(
    "plans",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

plan_versions = Table(
    "plan_versions",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# Once per thread is a key, not a habit: the database refuses a second offer.
offers = Table(
    "offers",
    metadata,
    _tenant(),
    Column("channel", Text, primary_key=True),
    Column("thread", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("day", Date, nullable=False),
    Column("answer", Text, nullable=False),
    Index(None, "tenant", "person"),
    Index(None, "tenant", "channel", "day"),
)

channels = Table(
    "channels",
    metadata,
    _tenant(),
    Column("channel", Text, primary_key=True),
    Column("listening", Text, nullable=False),
)

# One row: a known content under the key that the database is sealed with.
key_check = Table(
    "key_check",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sealed", LargeBinary, nullable=False),
)
