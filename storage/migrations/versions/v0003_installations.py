"""Workspaces that install the app; who opted a channel in; offers counted by the hour. A lane is not kicked."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0003"
down_revision: Final = "0002"


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _instant(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    """Create and add them. Channels that are opted in stay so."""
    op.create_table(
        "installations",
        *map(_text, ("platform", "enterprise", "team", "tenant")),
        sa.Column("sealed", sa.LargeBinary),
        _instant("installed_at", nullable=False),
        _instant("removed_at"),
        _instant("refreshing_until"),
        sa.PrimaryKeyConstraint("platform", "enterprise", "team", name="pk_installations"),
    )
    op.create_table(
        "oauth_states",
        _text("state"),
        _instant("expires_at", nullable=False),
        sa.PrimaryKeyConstraint("state", name="pk_oauth_states"),
    )
    op.add_column("channels", sa.Column("person", sa.Text))
    op.add_column("channels", _instant("since"))
    op.create_index("ix_offers_tenant_at", "offers", ["tenant", "at"])
    op.drop_column("lanes", "kicked")


def downgrade() -> None:
    """Drop them, with all they hold. A lane that was there needs a value: no column comes back without one."""
    op.add_column("lanes", sa.Column("kicked", sa.Boolean, nullable=False, server_default=sa.false()))
    op.drop_index("ix_offers_tenant_at", "offers")
    op.drop_column("channels", "since")
    op.drop_column("channels", "person")
    op.drop_table("oauth_states")
    op.drop_table("installations")
