"""Two ways to run a Core statement that every table shares: compiled once, and write-or-replace.

Both stay with what SQLite and PostgreSQL have in common.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, bindparam, insert, update
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import Select

Values = Mapping[str, Any]
_Converters = Mapping[str, Callable[[Any], Any]]


class Prepared:
    """A statement of Core, compiled once per kind of database and run by its driver: for what every turn does.

    An ordinary execute costs some 35 µs more, most of it for a result that can do anything. Values are
    converted by their column's type; results are not, so select only text, whole numbers and bytes with it. Every
    value is a `bindparam`. It is part of the connection's transaction; errors come as the driver raises them.
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
    replace, write = _putting(table, tuple(key), tuple(values))
    of = {f"of_{name}": value for name, value in key.items()}
    if not replace.changed(connection, **of, **values):
        write.changed(connection, **key, **values)


@cache
def _putting(table: Table, key: tuple[str, ...], values: tuple[str, ...]) -> tuple[Prepared, Prepared]:
    mine = [table.c[name] == bindparam(f"of_{name}") for name in key]
    return (
        Prepared(update(table).where(*mine).values({name: bindparam(name) for name in values})),
        Prepared(insert(table).values({name: bindparam(name) for name in key + values})),
    )
