"""Brings a database to the shape this version works with. Run at every start; mostly nothing is to do."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, text

from storage.errors import NewerDatabaseError

if TYPE_CHECKING:
    from alembic.config import Config

# The last migration. Known here so that an ordinary start does not load Alembic (0.3 s).
HEAD: Final = "0006"


def migrate(connection: Connection, place: str) -> None:
    """Run the migrations that are missing, in the transaction of `connection`.

    Raises NewerDatabaseError, changing nothing, when the database is ahead of this code.
    """
    found = revision(connection)
    if found == HEAD:
        return
    from alembic import command
    from alembic.script import ScriptDirectory

    config = alembic_config(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise NewerDatabaseError(place, found)
    command.upgrade(config, HEAD)


def revision(connection: Connection) -> str | None:
    """The migration that the database is at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def alembic_config(connection: Connection) -> "Config":
    """Alembic's configuration for that connection; there is no alembic.ini."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    folder = Path(__file__).with_name("migrations")
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config
