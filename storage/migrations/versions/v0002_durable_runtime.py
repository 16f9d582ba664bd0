"""The durable runtime: inbox, lanes, outbox, schedule. Talks and plans stay as they are."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0002"
down_revision: Final = "0001"

_ID: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False, autoincrement=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _instant(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _sealed(*, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column("sealed", sa.LargeBinary, nullable=nullable)


def _key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=f"pk_{table}")


def _index(name: str, table: str, *columns: str, where: str) -> None:
    op.create_index(name, table, list(columns), sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def upgrade() -> None:
    """Create them."""
    _create_inbox()
    _create_lanes()
    _create_outbox()
    _create_schedule()


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", _ID, nullable=False, autoincrement=True),
        *map(_text, ("tenant", "source", "person", "platform", "place")),
        _instant("received_at", nullable=False),
        _number("attempts"),
        _instant("done_at"),
        _text("reason", nullable=True),
        _sealed(),
        _key("inbox", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_source", "inbox", ["tenant", "source"], unique=True)
    _index("ix_inbox_waiting", "inbox", "tenant", "person", "id", where="done_at IS NULL")
    _index("ix_inbox_done", "inbox", "done_at", where="done_at IS NOT NULL AND reason IS NULL")
    _index("ix_inbox_dead", "inbox", "id", where="done_at IS NOT NULL AND reason IS NOT NULL")


def _create_lanes() -> None:
    op.create_table(
        "lanes",
        *map(_text, ("tenant", "person")),
        _instant("turn_due_at"),
        *map(_number, ("out_tail", "out_head")),
        _text("owner", nullable=True),
        _instant("due_at"),
        _number("attempts"),
        *map(_flag, ("in_doubt", "kicked")),
        _key("lanes", "tenant", "person"),
    )
    _index("ix_lanes_turn_due", "lanes", "turn_due_at", where="turn_due_at IS NOT NULL")
    _index("ix_lanes_due", "lanes", "due_at", where="due_at IS NOT NULL")


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        *map(_text, ("tenant", "person")),
        _number("seq"),
        *map(_text, ("key", "platform", "place", "operation")),
        _text("about", nullable=True),
        _instant("queued_at", nullable=False),
        _instant("sent_at"),
        _text("external_id", nullable=True),
        _text("reason", nullable=True),
        _sealed(),
        _key("outbox", "tenant", "person", "seq"),
    )
    op.create_index("ix_outbox_key", "outbox", ["tenant", "key"], unique=True)
    _index("ix_outbox_sent", "outbox", "sent_at", where="sent_at IS NOT NULL")
    _index("ix_outbox_dead", "outbox", "queued_at", where="reason IS NOT NULL")


def _create_schedule() -> None:
    op.create_table(
        "schedule",
        *map(_text, ("tenant", "person", "kind")),
        _instant("next_due", nullable=False),
        sa.Column("clock", sa.Time, nullable=False),
        _text("zone"),
        sa.Column("weekday", sa.Integer),
        _sealed(nullable=False),
        _key("schedule", "tenant", "person", "kind"),
    )
    op.create_index("ix_schedule_next_due", "schedule", ["next_due"])


def downgrade() -> None:
    """Drop them, with what waited in them."""
    for table in ("schedule", "outbox", "lanes", "inbox"):
        op.drop_table(table)
