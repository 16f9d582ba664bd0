"""Links: accounts on several platforms that belong to one person, who proved it with a code from the other account.

One of them is home: talk, plans and wishes are its own. What is done with the others counts as done by it.
"""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, and_, bindparam, delete, insert, or_, select, update

from dialogs.person import PersonId
from storage.statements import Prepared, put
from storage.tables import link_codes, links

# Asked at every event, so it is compiled once.
_home = Prepared(
    select(links.c.home_tenant, links.c.home_person).where(
        links.c.tenant == bindparam("of_tenant"), links.c.person == bindparam("of_person")
    )
)


class Links:
    """The links of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def home_of(self, person: PersonId) -> PersonId:
        """Whose account this really is: the home account, or itself."""
        row = _home.one(self._connection, of_tenant=person.tenant, of_person=person.id)
        return PersonId(*row) if row else person

    def join(self, account: PersonId, home: PersonId) -> None:
        """From now on that account, and those that were linked to it, are the home account's."""
        self._connection.execute(
            update(links)
            .where(links.c.home_tenant == account.tenant, links.c.home_person == account.id)
            .values(home_tenant=home.tenant, home_person=home.id)
        )
        key = {"tenant": account.tenant, "person": account.id}
        put(self._connection, links, key, {"home_tenant": home.tenant, "home_person": home.id})

    def part(self, person: PersonId) -> int:
        """Every link to or from that account ends. Returns how many there were."""
        account = and_(links.c.tenant == person.tenant, links.c.person == person.id)
        home = and_(links.c.home_tenant == person.tenant, links.c.home_person == person.id)
        return self._connection.execute(delete(links).where(or_(account, home))).rowcount

    def part_all(self, tenant: str) -> None:
        """No account of that company is anybody's home any more."""
        self._connection.execute(delete(links).where(links.c.home_tenant == tenant))

    def promise(self, code: str, person: PersonId, expires_at: datetime) -> None:
        """Whoever brings that code, in time and once, is that person. An earlier code of theirs is void."""
        mine = (link_codes.c.tenant == person.tenant, link_codes.c.person == person.id)
        self._connection.execute(delete(link_codes).where(*mine))
        row = {"code": _digest(code), "tenant": person.tenant, "person": person.id, "expires_at": expires_at}
        self._connection.execute(insert(link_codes), row)

    def redeem(self, code: str, now: datetime) -> PersonId | None:
        """Whose code that is; None for one that is unknown, used or too old. It is used now."""
        mine = (link_codes.c.code == _digest(code), link_codes.c.expires_at > now)
        row = self._connection.execute(
            delete(link_codes).where(*mine).returning(link_codes.c.tenant, link_codes.c.person)
        ).one_or_none()
        return PersonId(*row) if row else None

    def purge(self, now: datetime) -> int:
        """Delete codes that nobody brought in time. Returns how many."""
        return self._connection.execute(delete(link_codes).where(link_codes.c.expires_at <= now)).rowcount


def _digest(code: str) -> str:
    return sha256(code.encode()).hexdigest()
