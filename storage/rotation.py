"""Which key a database is sealed with, and how it moves to a newer one.

A row with a known content is tried at every start: a wrong key is found then, not in the middle of a talk.
When an older key opens it, everything is sealed anew with the newest; after that start, the older can go.
"""

from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, Table, bindparam, insert, select, update

from storage.errors import WrongKeyError
from storage.secrets import KeyRing
from storage.tables import key_check, metadata


def check_keys(connection: Connection, keys: KeyRing, place: str) -> None:
    """Make sure that the newest key opens everything. Raises WrongKeyError when no key does."""
    sealed = connection.execute(select(key_check.c.sealed)).scalar_one_or_none()
    if sealed is None:
        connection.execute(insert(key_check).values(id=1, sealed=keys.seal(b"planfirst")))
    elif not keys.newest_opens(sealed):
        try:
            _reseal_everything(connection, keys)
        except InvalidTag as error:
            raise WrongKeyError(place) from error


def _reseal_everything(connection: Connection, keys: KeyRing) -> None:
    for table in metadata.sorted_tables:
        if "sealed" in table.c:
            _reseal(connection, keys, table)


def _reseal(connection: Connection, keys: KeyRing, table: Table) -> None:
    key = list(table.primary_key)
    names = [f"of_{column.name}" for column in key]
    filled = select(table.c.sealed, *key).where(table.c.sealed.is_not(None))
    rows = connection.execute(filled.with_for_update())
    fresh = [dict(zip(names, of, strict=True), sealed=keys.reseal(sealed)) for sealed, *of in rows]
    if fresh:
        mine = (column == bindparam(name) for column, name in zip(key, names, strict=True))
        connection.execute(update(table).where(*mine).values(sealed=bindparam("sealed")), fresh)
