"""Installations in memory, as the storage would keep them, and what Slack's simulator knows of one."""

from adapters.slack.workspaces import Install, Row
from tests.fakes.slack import SlackSim


class Kept:
    """Rows by (enterprise, team). `away` lets the next so many writes of a renewed token fail."""

    def __init__(self, *installs: Install) -> None:
        self.rows = {install.row: install for install in installs}
        self.claims: set[Row] = set()
        self.asked: list[Row] = []
        self.away = 0

    async def get(self, enterprise: str, team: str) -> Install | None:
        self.asked.append((enterprise, team))
        return self.rows.get((enterprise, team))

    async def put(self, install: Install) -> None:
        self.rows[install.row] = install

    async def remove(self, enterprise: str, team: str) -> None:
        self.rows.pop((enterprise, team), None)

    async def claim_refresh(self, enterprise: str, team: str) -> bool:
        if (enterprise, team) in self.claims:
            return False
        self.claims.add((enterprise, team))
        return True

    async def refreshed(self, install: Install) -> None:
        if self.away:
            self.away -= 1
            raise OSError("the storage is away")
        if install.row in self.rows:
            self.rows[install.row] = install
        self.claims.discard(install.row)

    async def all(self) -> tuple[Install, ...]:
        return tuple(self.rows.values())


def install_in(slack: SlackSim, team: str = "", enterprise: str = "") -> Install:
    """The app as it is installed there now."""
    wanted = team or slack.team
    one = next(i for i in reversed(slack.installations.values()) if i.team == wanted and not i.uninstalled)
    return Install(
        enterprise=enterprise,
        team=wanted,
        token=one.token,
        bot_user=one.bot_user,
        bot_id=one.bot_id,
        app_id=slack.app_id,
        scopes=tuple(sorted(one.scopes)),
        refresh_token=one.refresh or "",
        expires_at=one.expires_at,
    )
