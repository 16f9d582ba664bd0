"""Which key a database is sealed with, and how it moves to a newer one.

A row with a known content is tried at every start: a wrong key is found then, not in the middle of a talk.
When an older key opens it, everything is sealed anew with the newest; after that start, the older can go.
"""

from typing import Any

from cryptography.exceptions import InvalidTag
from sqlalchemy import Column, Connection, Table, bindparam, insert, select, update

from storage.errors import WrongKeyError
from storage.secrets import KeyRing
from storage.tables import Sealed, key_check, metadata


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
        for column in table.c:
            if isinstance(column.type, Sealed):
                _reseal(connection, keys, table, column)


def _reseal(connection: Connection, keys: KeyRing, table: Table, column: Column[Any]) -> None:
    key = list(table.primary_key)
    names = [f"of_{of.name}" for of in key]
    filled = select(column, *key).where(column.is_not(None))
    rows = connection.execute(filled.with_for_update())
    fresh = [dict(zip(names, of, strict=True), fresh=keys.reseal(sealed)) for sealed, *of in rows]
    if fresh:
        mine = (part == bindparam(name) for part, name in zip(key, names, strict=True))
        connection.execute(update(table).where(*mine).values({column: bindparam("fresh")}), fresh)
