"""Installations: the workspaces that let the coach in, with their tokens, sealed.

A removed one loses its tokens at once; that it was there is kept until what its company left is deleted too. New
tokens are made by one process at a time: most platforms take a refresh token once only.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Update, or_, select, union, update

from storage.secrets import KeyRing
from storage.statements import put
from storage.tables import installations, metadata


class InstallationKey(NamedTuple):
    """Which workspace of which platform. `enterprise` is "" for one of no organisation, `team` for a whole one."""

    platform: str
    enterprise: str
    team: str

    @property
    def tenant(self) -> str:
        """Whose data it stands for: "T1", of an organisation "E1/T1"; "E1/" is all that begins like that."""
        return f"{self.enterprise}/{self.team}" if self.enterprise else self.team


class Installed(NamedTuple):
    """An installation. `data` is JSON with tokens; empty once it was removed. Times are in UTC."""

    key: InstallationKey
    data: bytes
    installed_at: datetime
    removed_at: datetime | None

    def __repr__(self) -> str:
        return f"Installed({self.key}, removed_at={self.removed_at})"  # no token in a log


_columns = tuple(
    installations.c[name] for name in ("platform", "enterprise", "team", "sealed", "installed_at", "removed_at")
)
_there = installations.c.removed_at.is_(None)


class Installations:
    """The installations of a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys

    def put(self, key: InstallationKey, data: bytes, now: datetime) -> None:
        """It was installed, for the first time or again. `data` is JSON with its tokens; it is sealed here."""
        values = {"tenant": key.tenant, "sealed": self._keys.seal(data), "installed_at": now}
        never = {"removed_at": None, "refreshing_until": None}
        put(self._connection, installations, key._asdict(), values | never)

    def get(self, key: InstallationKey) -> Installed | None:
        """That one, even removed; None when it never was, or nothing is left of it."""
        return self._first(select(*_columns).where(*_is(key)))

    def find(self, platform: str, enterprise: str, team: str) -> Installed | None:
        """The one that speaks for a workspace: its own, else its organisation's. None when neither is there now."""
        teams = (team, "") if enterprise else (team,)
        theirs = (
            installations.c.platform == platform,
            installations.c.enterprise == enterprise,
            installations.c.team.in_(teams),
        )
        return self._first(select(*_columns).where(*theirs, _there).order_by(installations.c.team.desc()))

    def all(self, platform: str) -> tuple[Installed, ...]:
        """Every one of the platform that is there now."""
        query = select(*_columns).where(installations.c.platform == platform, _there)
        rows = self._connection.execute(query.order_by(installations.c.enterprise, installations.c.team))
        return tuple(self._opened(row) for row in rows)

    def remove(self, key: InstallationKey, now: datetime) -> None:
        """It was removed: its tokens are erased. Fine when it was so before, or never was there."""
        gone = _where(key).where(_there).values(sealed=None, removed_at=now, refreshing_until=None)
        self._connection.execute(gone)

    def claim_refresh(self, key: InstallationKey, now: datetime, lease: timedelta) -> bool:
        """Whether the caller is to have new tokens made, within `lease`; False when somebody does so already."""
        free = or_(installations.c.refreshing_until.is_(None), installations.c.refreshing_until < now)
        claim = _where(key).where(_there, free).values(refreshing_until=now + lease)
        return self._connection.execute(claim).rowcount > 0

    def refreshed(self, key: InstallationKey, data: bytes) -> bool:
        """New tokens for one whose refresh was claimed. False, changing nothing, when it was put or removed since."""
        fresh = _where(key).where(installations.c.refreshing_until.is_not(None))
        done = fresh.values(sealed=self._keys.seal(data), refreshing_until=None)
        return self._connection.execute(done).rowcount > 0

    def give_up_refresh(self, key: InstallationKey) -> None:
        """No new tokens came: the next may try at once."""
        self._connection.execute(_where(key).values(refreshing_until=None))

    def gone_before(self, instant: datetime) -> tuple[str, ...]:
        """The tenants for which every installation was removed before then; an organisation after its workspaces.

        An organisation's stands for all its workspaces that left anything: deleted last, none of them is overlooked
        when only some were deleted.
        """
        rows = self._connection.execute(select(installations.c.tenant, installations.c.removed_at)).all()
        kept = {tenant for tenant, removed_at in rows if removed_at is None or removed_at >= instant}
        gone = {tenant for tenant, _ in rows} - kept
        if gone:
            gone |= {tenant for tenant in self._tenants() if _whole(tenant) in gone}
        return tuple(sorted((one for one in gone if kept.isdisjoint((one, _whole(one)))), reverse=True))

    def _tenants(self) -> set[str]:
        """Every one that left anything in any table."""
        everywhere = union(*(select(table.c.tenant) for table in metadata.sorted_tables if "tenant" in table.c))
        return set(self._connection.execute(everywhere).scalars())

    def _first(self, query: Select[Any]) -> Installed | None:
        row = self._connection.execute(query.limit(1)).one_or_none()
        return None if row is None else self._opened(row)

    def _opened(self, row: Sequence[Any]) -> Installed:
        platform, enterprise, team, sealed, installed_at, removed_at = row
        data = b"" if sealed is None else self._keys.open(sealed)
        return Installed(InstallationKey(platform, enterprise, team), data, installed_at, removed_at)


def _whole(tenant: str) -> str:
    """The organisation's own tenant: "E1/" for "E1/T1"; "T1" for a workspace of none."""
    return "".join(tenant.partition("/")[:2])


def _is(key: InstallationKey) -> tuple[Any, Any, Any]:
    return (
        installations.c.platform == key.platform,
        installations.c.enterprise == key.enterprise,
        installations.c.team == key.team,
    )


def _where(key: InstallationKey) -> Update:
    return update(installations).where(*_is(key))
