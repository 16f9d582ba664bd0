"""The first tables: people, conversations, plans and their versions, offers, channels, the key check."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0001"
down_revision: Final = None


def _key(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in ("tenant", *names)]


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False, autoincrement=False)


def _sealed() -> sa.Column[Any]:
    return sa.Column("sealed", sa.LargeBinary, nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _create(table: str, key: list[str], *columns: sa.Column[Any]) -> None:
    op.create_table(table, *columns, sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"))


def upgrade() -> None:
    """Create them."""
    _create(
        "people",
        ["tenant", "person"],
        *_key("person"),
        sa.Column("first_name", sa.Text, nullable=False),
        sa.Column("locale", sa.Text),
        sa.Column("zone", sa.Text),
        sa.Column("preferences", sa.JSON, nullable=False),
        _instant("opted_out_at", nullable=True),
    )
    _create("conversations", ["tenant", "person"], *_key("person"), _number("version"), _sealed())
    _create(
        "plans",
        ["tenant", "person", "number"],
        *_key("person"),
        _number("number"),
        sa.Column("state", sa.Text, nullable=False),
        _instant("changed_at"),
        _sealed(),
    )
    _create(
        "plan_versions",
        ["tenant", "person", "number", "version"],
        *_key("person"),
        _number("number"),
        _number("version"),
        _instant("changed_at"),
        _sealed(),
    )
    _create(
        "offers",
        ["tenant", "channel", "thread"],
        *_key("channel", "thread", "person"),
        _instant("at"),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
    )
    op.create_index("ix_offers_tenant_person", "offers", ["tenant", "person"])
    op.create_index("ix_offers_tenant_channel_day", "offers", ["tenant", "channel", "day"])
    _create("channels", ["tenant", "channel"], *_key("channel"), sa.Column("listening", sa.Text, nullable=False))
    _create("key_check", ["id"], _number("id"), _sealed())


def downgrade() -> None:
    """Drop them, with all they hold."""
    for table in ("key_check", "channels", "offers", "plan_versions", "plans", "conversations", "people"):
        op.drop_table(table)
