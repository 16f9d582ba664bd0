"""Addresses: where each platform reaches a person in private. They change when the platform moves a conversation."""

from sqlalchemy import Connection, delete, select

from dialogs.person import PersonId
from storage.statements import put
from storage.tables import addresses


class Addresses:
    """The addresses of a transaction. An address is in the platform's own words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, platform: str, person: PersonId) -> str | None:
        """Where they are reached; None when they never were."""
        where = (addresses.c.platform == platform, addresses.c.tenant == person.tenant, addresses.c.person == person.id)
        return self._connection.execute(select(addresses.c.address).where(*where)).scalar_one_or_none()

    def put(self, platform: str, person: PersonId, address: str) -> None:
        """They are reached there now."""
        key = {"platform": platform, "tenant": person.tenant, "person": person.id}
        put(self._connection, addresses, key, {"address": address})

    def remove(self, platform: str, person: PersonId) -> None:
        """They are reached no more: they removed or blocked the app. It may have been so before."""
        where = (addresses.c.platform == platform, addresses.c.tenant == person.tenant, addresses.c.person == person.id)
        self._connection.execute(delete(addresses).where(*where))
