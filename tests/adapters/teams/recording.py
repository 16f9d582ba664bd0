"""Addresses in memory, as the storage would keep them."""

from adapters.teams.addresses import Address
from dialogs.person import PersonId


class KeptAddresses:
    """Rows by person. `away` lets the next so many calls fail, as if the database were gone; `writes` counts."""

    def __init__(self) -> None:
        self.rows: dict[PersonId, Address] = {}
        self.away = 0
        self.writes = 0

    async def get(self, person: PersonId) -> Address | None:
        self._reach()
        return self.rows.get(person)

    async def put(self, person: PersonId, address: Address) -> None:
        self._reach()
        self.writes += 1
        self.rows[person] = address

    async def remove(self, person: PersonId) -> None:
        self._reach()
        self.rows.pop(person, None)

    def _reach(self) -> None:
        if self.away:
            self.away -= 1
            raise OSError("the database is away")
