"""People: what the coach has to know to speak with them, and whether they asked it not to."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from dialogs.lang import Lang
from dialogs.person import PersonId
from storage.statements import among, put
from storage.tables import people


class Person(msgspec.Struct, frozen=True):
    """`zone` is an IANA name ("Europe/Paris"); `preferences` is anything JSON holds.

    `opted_out_at`: since when the coach does not step in by itself any more.
    """

    first_name: str = ""
    locale: Lang | None = None
    zone: str | None = None
    preferences: dict[str, Any] = {}
    opted_out_at: datetime | None = None


class People:
    """The people of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, person: PersonId) -> Person | None:
        """What is known of them; None for somebody never met."""
        columns = (people.c[name] for name in Person.__struct_fields__)
        row = self._connection.execute(select(*columns).where(*_is(person))).one_or_none()
        return None if row is None else Person(*row)

    def each(self, persons: Collection[PersonId]) -> dict[PersonId, Person]:
        """What is known of each of them, in one query; somebody never met is not in it."""
        columns = (people.c[name] for name in Person.__struct_fields__)
        query = select(people.c.tenant, people.c.person, *columns).where(*among(people, persons))
        found = {PersonId(*row[:2]): Person(*row[2:]) for row in self._connection.execute(query)}
        return {person: found[person] for person in persons if person in found}

    def named(self, tenant: str, first_name: str) -> tuple[tuple[PersonId, Person], ...]:
        """Everybody of that company with that first name, in any case, in the order of their ids.

        All names are looked at here: SQLite knows small and capital letters of ASCII alone.
        """
        wanted = first_name.strip().casefold()
        query = select(people.c.person, people.c.first_name).where(people.c.tenant == tenant).order_by(people.c.person)
        names = self._connection.execute(query).all()
        them = [PersonId(tenant, person) for person, name in names if name.strip().casefold() == wanted]
        return tuple((person, known) for person in them if (known := self.get(person)) is not None)

    def put(self, person: PersonId, known: Person) -> None:
        """Replace all that is known of them."""
        key = {"tenant": person.tenant, "person": person.id}
        put(self._connection, people, key, msgspec.structs.asdict(known))

    def forget(self, person: PersonId) -> None:
        """Delete them, but never their opt-out: it is theirs to keep."""
        known = self.get(person)
        if known and known.opted_out_at:
            self.put(person, Person(opted_out_at=known.opted_out_at))
        else:
            self._connection.execute(people.delete().where(*_is(person)))


def _is(person: PersonId) -> tuple[Any, Any]:
    return people.c.tenant == person.tenant, people.c.person == person.id
