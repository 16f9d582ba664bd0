"""Ways to run a Core statement that every table shares: compiled once, write-or-replace, insert-or.

Both stay with what SQLite and PostgreSQL have in common.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Dialect, Table, and_, insert, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import Select

Values = Mapping[str, Any]
_Converters = Mapping[str, Callable[[Any], Any]]


class Prepared:
    """A statement of Core, compiled once per kind of database and run by its driver: for what every turn does.

    An ordinary execute costs some 35 µs more, most of it for a result that can do anything. Values are
    converted by their column's type; results are not, so select only text, whole numbers and bytes with it. It is
    part of the connection's transaction; errors come as the driver raises them.
    """

    def __init__(self, statement: Select[Any] | UpdateBase) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, _Converters]] = {}

    def one(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """The first row; None when there is none. Every parameter of the statement is given by name."""
        found: tuple[Any, ...] | None = self._run(connection, values).fetchone()
        return found

    def changed(self, connection: Connection, **values: Any) -> int:
        """Run a statement that writes; how many rows it wrote."""
        written: int = self._run(connection, values).rowcount
        return written

    def _run(self, connection: Connection, values: dict[str, Any]) -> Any:
        name = connection.dialect.name
        if name not in self._compiled:
            self._compiled[name] = self._compile(connection.dialect)
        sql, convert = self._compiled[name]
        # Both drivers have it: sqlite3 and psycopg make a cursor by themselves.
        driver: Any = connection.connection.driver_connection
        return driver.execute(sql, values | {of: to(values[of]) for of, to in convert.items()})

    def _compile(self, dialect: Dialect) -> tuple[str, _Converters]:
        compiled: Any = self._statement.compile(dialect=dialect)
        convert = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in compiled.binds.items()
        }
        return str(compiled), {name: to for name, to in convert.items() if to}


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
