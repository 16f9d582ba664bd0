"""A transaction: typed access to everything remembered. All of it is kept, or nothing."""

from datetime import UTC, datetime
from functools import cached_property

from sqlalchemy import Connection, delete, text

from storage.channels import Channels
from storage.conversations import Conversations
from storage.inbox import Inbox
from storage.lanes import Lanes
from storage.offers import Offers
from storage.outbox import Outbox
from storage.people import People, PersonId
from storage.plans import Plans
from storage.schedule import Schedule
from storage.secrets import KeyRing
from storage.tables import metadata, people
from storage.wakeups import Topic


class Transaction:
    """What a function given to `Store.run` works with. Of no use after that function returned."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys
        self.announced: set[Topic] = set()  # who is to be woken once this is kept

    def now(self) -> datetime:
        """The database's clock, aware: what several processes compare is measured by one clock."""
        if self._connection.dialect.name == "sqlite":
            return datetime.now(UTC)
        now: datetime = self._connection.execute(text("SELECT statement_timestamp()")).scalar_one()
        return now

    @cached_property
    def inbox(self) -> Inbox:
        """What came in."""
        return Inbox(self._connection, self._keys)

    @cached_property
    def lanes(self) -> Lanes:
        """Whose turn it is, and whose messages are to be delivered."""
        return Lanes(self._connection, self.announced.add)

    @cached_property
    def outbox(self) -> Outbox:
        """What is to be said."""
        return Outbox(self._connection, self._keys, self.lanes)

    @cached_property
    def schedule(self) -> Schedule:
        """What is due later."""
        return Schedule(self._connection, self._keys)

    @cached_property
    def conversations(self) -> Conversations:
        """The running talks."""
        return Conversations(self._connection, self._keys)

    @cached_property
    def plans(self) -> Plans:
        """The plans and their versions."""
        return Plans(self._connection, self._keys)

    @cached_property
    def people(self) -> People:
        """Who is spoken with, and how."""
        return People(self._connection)

    @cached_property
    def offers(self) -> Offers:
        """The interception history."""
        return Offers(self._connection)

    @cached_property
    def channels(self) -> Channels:
        """Where the coach listens."""
        return Channels(self._connection)

    def forget(self, person: PersonId) -> None:
        """Delete every row that names the person, in every table, but their opt-out."""
        for table in metadata.sorted_tables:
            if "person" in table.c and table is not people:
                mine = (table.c.tenant == person.tenant, table.c.person == person.id)
                self._connection.execute(delete(table).where(*mine))
        self.people.forget(person)
