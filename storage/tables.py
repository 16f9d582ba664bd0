"""The tables, as SQLAlchemy Core sees them. The tenant is in every key: no query crosses companies.

Three rules that other files build on: a column `person` marks what *forget* deletes (where it may be NULL, only the
name goes), a column of type `Sealed` holds what the key ring encrypted, and a message's text has no column at all.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Time,
    TypeDecorator,
    text,
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


class Sealed(LargeBinary):
    """Bytes that the key ring encrypted: a new key seals them anew."""


metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s"})


def _tenant() -> Column[Any]:
    return Column("tenant", Text, primary_key=True)


def _partial(name: str, *columns: str, where: str) -> Index:
    """An index of the rows that still matter: the finished ones cost it nothing."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


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
    Column("sealed", Sealed, nullable=False),
)

# `revision` counts the changes, `life` is what became of the plan (NULL: nothing yet), `posted_at` since when its
# owner's whole company may read it.
plans = Table(
    "plans",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("posted_at", UtcDateTime),
    Column("sealed", Sealed, nullable=False),
    Column("life", Sealed),
    _partial("ix_plans_posted", "tenant", "posted_at", where="posted_at IS NOT NULL"),
)

# Whom the life of whose plan names, as reviewer or follower: `tenant` and `person` are the reader's. For lists.
plan_readers = Table(
    "plan_readers",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("owner_tenant", Text, primary_key=True),
    Column("owner", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Index(None, "owner_tenant", "owner", "number"),
)

plan_versions = Table(
    "plan_versions",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("sealed", Sealed, nullable=False),
)

# Once per thread is a key, not a habit: the database refuses a second offer. `lang`, `score` and `signals` (names, with
# blanks between) are what the judge saw; they go after a while. `sentence` was given after a misreading, on purpose.
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
    Column("lang", Text),
    Column("score", Float),
    Column("signals", Text),
    Column("sentence", Sealed),
    Index(None, "tenant", "person"),
    Index(None, "tenant", "channel", "day"),
    Index(None, "tenant", "at"),
    _partial("ix_offers_misread", "at", where="answer = 'not_meant'"),
)

channels = Table(
    "channels",
    metadata,
    _tenant(),
    Column("channel", Text, primary_key=True),
    Column("listening", Text, nullable=False),
    Column("mode", Text, nullable=False, server_default="normal"),
    Column("person", Text),
    Column("since", UtcDateTime),
)

# A workspace (or a whole organisation: its team is "") that installed the app, and its tokens. Once it removed the app
# they are NULL at once; the row stays until what the tenant left is deleted. `refreshing_until`: somebody has new
# tokens made for it just now.
installations = Table(
    "installations",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("enterprise", Text, primary_key=True),
    Column("team", Text, primary_key=True),
    Column("tenant", Text, nullable=False),
    Column("sealed", Sealed),
    Column("installed_at", UtcDateTime, nullable=False),
    Column("removed_at", UtcDateTime),
    Column("refreshing_until", UtcDateTime),
)

# Installs that were begun in a browser and wait for their answer.
oauth_states = Table(
    "oauth_states",
    metadata,
    Column("state", Text, primary_key=True),
    Column("expires_at", UtcDateTime, nullable=False),
)

# What came in and waits for its turn, and for a while what had it: `done_at` without a reason is done, with one
# it is a dead letter. `id` is the order of arrival. The content goes when it is done; its key stays to be known.
inbox = Table(
    "inbox",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("tenant", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("done_at", UtcDateTime),
    Column("reason", Text),
    Column("sealed", Sealed),
    Index("ix_inbox_source", "tenant", "source", unique=True),
    _partial("ix_inbox_waiting", "tenant", "person", "id", where="done_at IS NULL"),
    _partial("ix_inbox_done", "done_at", where="done_at IS NOT NULL AND reason IS NULL"),
    _partial("ix_inbox_dead", "id", where="done_at IS NOT NULL AND reason IS NOT NULL"),
    sqlite_autoincrement=True,
)

# One person's conversation, to be turned (`turn_due_at`) and to be delivered (`due_at`): NULL when there is nothing
# to do, else the moment from which anybody may: now, when it has backed off, or when the owner's lease is over.
# Messages up to `out_head` are delivered, up to `out_tail` queued; `in_doubt`: the next may have been sent already.
lanes = Table(
    "lanes",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("turn_due_at", UtcDateTime),
    Column("out_tail", Integer, nullable=False, default=0),
    Column("out_head", Integer, nullable=False, default=0),
    Column("owner", Text),
    Column("due_at", UtcDateTime),
    Column("attempts", Integer, nullable=False, default=0),
    Column("in_doubt", Boolean, nullable=False, default=False),
    _partial("ix_lanes_turn_due", "turn_due_at", where="turn_due_at IS NOT NULL"),
    _partial("ix_lanes_due", "due_at", where="due_at IS NOT NULL"),
)

# What is to be said, in the order of `seq` (gapless for each person). The content goes when it was sent; `reason`
# says why it never will be.
outbox = Table(
    "outbox",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("operation", Text, nullable=False),
    Column("about", Text),
    Column("queued_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("external_id", Text),
    Column("reason", Text),
    Column("sealed", Sealed),
    Index("ix_outbox_key", "tenant", "key", unique=True),
    _partial("ix_outbox_sent", "sent_at", where="sent_at IS NOT NULL"),
    _partial("ix_outbox_dead", "queued_at", where="reason IS NOT NULL"),
)

# What is due later. `person` is whom it concerns; with a weekday it comes back each week at `clock` in `zone`.
schedule = Table(
    "schedule",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("next_due", UtcDateTime, nullable=False),
    Column("clock", Time, nullable=False),
    Column("zone", Text, nullable=False),
    Column("weekday", Integer),
    Column("sealed", Sealed, nullable=False),
    Index(None, "next_due"),
)

# Where a platform reaches somebody in private, in its own words.
addresses = Table(
    "addresses",
    metadata,
    Column("platform", Text, primary_key=True),
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("address", Text, nullable=False),
)

# Accounts of one person: what this one does counts as the home account's.
links = Table(
    "links",
    metadata,
    _tenant(),
    Column("person", Text, primary_key=True),
    Column("home_tenant", Text, nullable=False),
    Column("home_person", Text, nullable=False),
    Index(None, "home_tenant", "home_person"),
)

# Codes by which a person shows that two accounts are theirs; kept as digests.
link_codes = Table(
    "link_codes",
    metadata,
    Column("code", Text, primary_key=True),
    Column("tenant", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)

# One row: a known content under the key that the database is sealed with.
key_check = Table(
    "key_check",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sealed", Sealed, nullable=False),
)
