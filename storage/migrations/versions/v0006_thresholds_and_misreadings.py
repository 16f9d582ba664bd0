"""How sure the coach has to be in a channel, and what its offers were made on: for whoever learns from misreadings."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0006"
down_revision: Final = "0005"

_MISREAD: Final = sa.text("answer = 'not_meant'")


def upgrade() -> None:
    """Add them. Channels that listen go on as they did; of offers made before, nobody knows on what."""
    op.add_column("channels", sa.Column("mode", sa.Text, nullable=False, server_default="normal"))
    op.add_column("offers", sa.Column("lang", sa.Text))
    op.add_column("offers", sa.Column("score", sa.Float))
    op.add_column("offers", sa.Column("signals", sa.Text))
    op.add_column("offers", sa.Column("sentence", sa.LargeBinary))
    op.create_index("ix_offers_misread", "offers", ["at"], sqlite_where=_MISREAD, postgresql_where=_MISREAD)


def downgrade() -> None:
    """Drop them. That an offer was made, and its answer, stays."""
    op.drop_index("ix_offers_misread", "offers")
    for column in ("sentence", "signals", "score", "lang"):
        op.drop_column("offers", column)
    op.drop_column("channels", "mode")
