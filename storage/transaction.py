"""A transaction: typed access to everything remembered. All of it is kept, or nothing."""

from sqlalchemy import Connection, delete

from storage.channels import Channels
from storage.conversations import Conversations
from storage.offers import Offers
from storage.people import People, PersonId
from storage.plans import Plans
from storage.secrets import KeyRing
from storage.tables import metadata, people


class Transaction:
    """What a function given to `Store.run` works with. Of no use after that function returned."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self.conversations = Conversations(connection, keys)  # the running talks
        self.plans = Plans(connection, keys)  # the plans and their versions
        self.people = People(connection)  # who is spoken with, and how
        self.offers = Offers(connection)  # the interception history
        self.channels = Channels(connection)  # where the coach listens

    def forget(self, person: PersonId) -> None:
        """Delete every row that names the person, in every table, but their opt-out."""
        for table in metadata.sorted_tables:
            if "person" in table.c and table is not people:
                mine = (table.c.tenant == person.tenant, table.c.person == person.id)
                self._connection.execute(delete(table).where(*mine))
        self.people.forget(person)
