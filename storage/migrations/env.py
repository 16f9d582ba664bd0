"""Alembic's entry: run the migrations on the connection, and in the transaction, of who called."""

from alembic import context

from storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
