"""What becomes of a plan: its life, how often it changed, since when it is posted, and who reads it."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0005"
down_revision: Final = "0004"


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    """Add them. Plans that are there have no life yet, and nobody else reads them."""
    op.add_column("plans", sa.Column("revision", sa.Integer, nullable=False, server_default="0"))
    op.add_column("plans", sa.Column("posted_at", sa.DateTime(timezone=True)))
    op.add_column("plans", sa.Column("life", sa.LargeBinary))
    posted = sa.text("posted_at IS NOT NULL")
    op.create_index("ix_plans_posted", "plans", ["tenant", "posted_at"], sqlite_where=posted, postgresql_where=posted)
    op.create_table(
        "plan_readers",
        *map(_text, ("tenant", "person", "owner_tenant", "owner")),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("tenant", "person", "owner_tenant", "owner", "number", name="pk_plan_readers"),
    )
    op.create_index("ix_plan_readers_owner_tenant_owner_number", "plan_readers", ["owner_tenant", "owner", "number"])


def downgrade() -> None:
    """Drop them. Plans and their versions stay."""
    op.drop_index("ix_plan_readers_owner_tenant_owner_number", "plan_readers")
    op.drop_table("plan_readers")
    op.drop_index("ix_plans_posted", "plans")
    for column in ("life", "posted_at", "revision"):
        op.drop_column("plans", column)
