"""Ways to run a Core statement that every table shares: compiled once, and write-or-replace.

Both stay with what SQLite and PostgreSQL have in common.
"""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Table, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import Select

from dialogs.person import PersonId

Values = Mapping[str, Any]
Statement = Select[Any] | UpdateBase

# An insert that may say what to do when the row is there: each dialect has its own, they are used alike.
InsertOr = Callable[[Table], postgresql.Insert]

_Converter = Callable[[Any], Any] | None


class _Compiled(NamedTuple):
    """SQL of one kind of database, the values that are part of the statement, and what each value is converted by."""

    sql: str
    constants: Values
    parameters: Mapping[str, Callable[[Any], Any]]
    columns: tuple[_Converter, ...]


class Prepared:
    """A statement of Core, compiled once per kind of database and run by its driver: for what every turn does.

    An ordinary execute costs some 35 µs more, most of it for a result that can do anything, and building the
    statement as much again. Values are converted by their column's type. It is part of the connection's transaction;
    errors come as the driver raises them.
    """

    def __init__(self, statement: Statement | Callable[[InsertOr], Statement]) -> None:
        """`statement`: itself, or what makes it with the `insert(...)` that knows `on_conflict_...`."""
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def one(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """The first row; None when there is none. Every parameter of the statement is given by name."""
        columns, cursor = self._run(connection, values)
        row = cursor.fetchone()
        return None if row is None else _read(row, columns)

    def all(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        """Every row."""
        columns, cursor = self._run(connection, values)
        return [_read(row, columns) for row in cursor.fetchall()]

    def changed(self, connection: Connection, **values: Any) -> int:
        """Run a statement that writes; how many rows it wrote."""
        written: int = self._run(connection, values)[1].rowcount
        return written

    def _run(self, connection: Connection, values: dict[str, Any]) -> tuple[tuple[_Converter, ...], Any]:
        name = connection.dialect.name
        if name not in self._compiled:
            self._compiled[name] = self._compile(connection.dialect)
        sql, constants, parameters, columns = self._compiled[name]
        # Both drivers have it: sqlite3 and psycopg make a cursor by themselves.
        driver: Any = connection.connection.driver_connection
        given = {**constants, **values, **{of: to(values[of]) for of, to in parameters.items()}}
        return columns, driver.execute(sql, given)

    def _compile(self, dialect: Dialect) -> _Compiled:
        statement = self._statement if isinstance(self._statement, Statement) else self._statement(insert_of(dialect))
        compiled: Any = statement.compile(dialect=dialect)
        to = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in compiled.binds.items()}
        constants = {name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required}
        columns = tuple(
            entry.type.dialect_impl(dialect).result_processor(dialect, None) for entry in compiled._result_columns
        )
        return _Compiled(
            str(compiled),
            {name: convert(value) if (convert := to[name]) else value for name, value in constants.items()},
            {name: convert for name, convert in to.items() if convert and name not in constants},
            columns if any(columns) else (),
        )


def _read(row: tuple[Any, ...], columns: tuple[_Converter, ...]) -> tuple[Any, ...]:
    if not columns:
        return row
    return tuple(to(value) if to else value for to, value in zip(columns, row, strict=True))


def insert_of(dialect: Dialect) -> Any:
    """The `insert(...)` of that kind of database, which knows `on_conflict_...`."""
    return (postgresql if dialect.name == "postgresql" else sqlite).insert


def of_person(table: Table) -> tuple[Any, Any]:
    """The rows of one person, for a prepared statement: parameters `of_tenant` and `of_person`."""
    return table.c.tenant == bindparam("of_tenant"), table.c.person == bindparam("of_person")


def among(table: Table, people: Collection[PersonId]) -> tuple[Any, Any]:
    """The rows of many people by the index, and perhaps some of other companies: whoever asks leaves those out.

    SQLite reads a whole table to compare pairs.
    """
    tenants, ids = {person.tenant for person in people}, {person.id for person in people}
    return table.c.tenant.in_(tenants), table.c.person.in_(ids)


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
