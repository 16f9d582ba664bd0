"""Where people can be reached in private, and accounts of two platforms that are one person's."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0004"
down_revision: Final = "0003"


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "addresses",
        *map(_text, ("platform", "tenant", "person", "address")),
        sa.PrimaryKeyConstraint("platform", "tenant", "person", name="pk_addresses"),
    )
    op.create_table(
        "links",
        *map(_text, ("tenant", "person", "home_tenant", "home_person")),
        sa.PrimaryKeyConstraint("tenant", "person", name="pk_links"),
    )
    op.create_index("ix_links_home_tenant_home_person", "links", ["home_tenant", "home_person"])
    op.create_table(
        "link_codes",
        *map(_text, ("code", "tenant", "person")),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_link_codes"),
    )


def downgrade() -> None:
    """Drop them, with all they hold."""
    op.drop_table("link_codes")
    op.drop_index("ix_links_home_tenant_home_person", "links")
    op.drop_table("links")
    op.drop_table("addresses")
