"""Ways to run a Core statement that every table shares: compiled once, write-or-replace, insert-or.

Both stay with what SQLite and PostgreSQL have in common.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, CursorResult, Dialect, Table, and_, insert, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import Select

Values = Mapping[str, Any]
_Converters = Mapping[str, Callable[[Any], Any]]


class Prepared:
    """A statement compiled once per kind of database and then run as plain SQL, for what every turn does.

    It skips the statement cache and the result machinery of an ordinary execute, a third of a statement's
    cost. Values are converted by their column's type; results are not, so select only text, whole numbers
    and bytes with it.
    """

    def __init__(self, statement: Select[Any] | UpdateBase) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, _Converters]] = {}

    def run(self, connection: Connection, **values: Any) -> CursorResult[*tuple[Any, ...]]:
        """Execute with every parameter of the statement given by name."""
        name = connection.dialect.name
        if name not in self._compiled:
            self._compiled[name] = self._compile(connection.dialect)
        sql, convert = self._compiled[name]
        return connection.exec_driver_sql(sql, {of: convert[of](value) for of, value in values.items()})

    def _compile(self, dialect: Dialect) -> tuple[str, _Converters]:
        compiled: Any = self._statement.compile(dialect=dialect)
        convert = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect) or _as_it_is
            for name, bind in compiled.binds.items()
        }
        return str(compiled), convert


def _as_it_is(value: Any) -> Any:
    return value


def put(connection: Connection, table: Table, key: Values, values: Values) -> None:
    """Replace the row of that key, or write it when there is none."""
    where = and_(*(table.c[name] == value for name, value in key.items()))
    if not connection.execute(update(table).where(where).values(**values)).rowcount:
        connection.execute(insert(table).values(**key, **values))


def insert_or(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that may say what to do when the row is there: `on_conflict_...`, the same in both databases."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
