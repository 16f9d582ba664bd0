"""A transaction: typed access to everything remembered. All of it is kept, or nothing."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, delete, func, select, update

from dialogs.person import PersonId
from storage.addresses import Addresses
from storage.channels import Channels
from storage.conversations import Conversations
from storage.inbox import Inbox
from storage.installations import Installations
from storage.lanes import Lanes
from storage.links import Links
from storage.migrate import HEAD, revision
from storage.oauth_states import OAuthStates
from storage.offers import Offers
from storage.outbox import Outbox
from storage.people import People
from storage.plans import Plans
from storage.schedule import Schedule
from storage.secrets import KeyRing
from storage.statements import Prepared
from storage.tables import UtcDateTime, metadata, people
from storage.wakeups import Topic

_clock: Final = Prepared(select(func.statement_timestamp(type_=UtcDateTime)))


class Transaction:
    """What a function given to `Store.run` works with. Of no use after that function returned."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._now: datetime | None = None
        self.announced: set[Topic] = set()  # who is to be woken once this is kept
        self.conversations = Conversations(connection, keys)  # the running talks
        self.plans = Plans(connection, keys)  # the plans, their versions and lives, and who reads them
        self.people = People(connection)  # who is spoken with, and how
        self.offers = Offers(connection, keys)  # the interception history
        self.addresses = Addresses(connection)  # where platforms reach people
        self.links = Links(connection)  # which accounts are one person's
        self.channels = Channels(connection)  # where the coach listens
        self.installations = Installations(connection, keys)  # which workspaces let it in
        self.oauth_states = OAuthStates(connection)  # installs that were begun
        self.inbox = Inbox(connection, keys)  # what came in
        self.lanes = Lanes(connection, self.announced.add)  # whose turn it is, and whose messages are delivered
        self.outbox = Outbox(connection, keys, self.lanes)  # what is to be said
        self.schedule = Schedule(connection, keys)  # what is due later

    def is_current(self) -> bool:
        """Whether the tables are those that this version works with."""
        return revision(self._connection) == HEAD

    def now(self) -> datetime:
        """The database's clock, aware: what several processes compare is measured by one clock.

        It is read once, and stands still for the transaction.
        """
        if self._now is None:
            on_server = self._connection.dialect.name != "sqlite" and _clock.one(self._connection)
            self._now = on_server[0] if on_server else datetime.now(UTC)
        return self._now

    def forget(self, person: PersonId) -> None:
        """Delete every row that is the person's, in every table, but their opt-out; their name in those of all."""
        self.plans.forget(person)
        for table in metadata.sorted_tables:
            if "person" in table.c and table is not people:
                gone = update(table).values(person=None) if table.c.person.nullable else delete(table)
                self._connection.execute(gone.where(table.c.tenant == person.tenant, table.c.person == person.id))
        self.links.part(person)
        self.people.forget(person)

    def forget_tenant(self, tenant: str) -> None:
        """Delete every row of that company, in every table, opt-outs and installations too."""
        self.plans.forget_tenant(tenant)
        for table in metadata.sorted_tables:
            if "tenant" in table.c:
                self._connection.execute(delete(table).where(table.c.tenant == tenant))
        self.links.part_all(tenant)
