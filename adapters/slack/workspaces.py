"""Workspaces and their tokens: whose token speaks for a tenant, and how it is renewed before it expires.

Theory of renewal. A refresh token works once, so two who renew at the same time lose the token for good. In a process
one task renews it, whoever asks; between processes a claim on the row decides, and who has it reads the row again
before it asks Slack. It begins half an hour before the token expires, and nobody waits for it: the old token is good
until then. Since a lost answer cannot be had again, the task ends even when whoever began it is cancelled.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final, NamedTuple, Protocol

import msgspec
import structlog
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_sdk.errors import SlackApiError

from adapters.slack.client import DEAD_TOKEN, Clients, code_of

FRESH: Final = 60.0  # seconds for which a token is known without asking the storage: so long another process may lag
EARLY: Final = 1800.0  # seconds before it expires in which a token is renewed; it lives for twelve hours
PAUSES: Final = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)  # seconds before each attempt to keep a new token

Clock = Callable[[], float]  # Unix seconds
Row = tuple[str, str]  # enterprise, team: what an installation is kept under

log = structlog.get_logger()


class Install(msgspec.Struct, frozen=True):
    """The app in one workspace, or in a whole organisation (`org_wide`; then `team` is empty).

    `enterprise` is empty outside an Enterprise Grid; `expires_at` in Unix seconds, None for a token that never does.
    Its repr shows no token.
    """

    enterprise: str
    team: str
    token: str
    bot_user: str
    bot_id: str
    app_id: str
    scopes: tuple[str, ...]
    refresh_token: str = ""
    expires_at: float | None = None
    installer: str = ""
    org_wide: bool = False
    team_name: str = ""

    def __repr__(self) -> str:
        return f"Install({self.enterprise!r}, {self.team!r}, bot_user={self.bot_user!r})"

    @property
    def row(self) -> Row:
        """What it is kept under."""
        return self.enterprise, self.team


class Installs(Protocol):
    """Where installations are kept, one for each (enterprise, team). Raises what its storage raises."""

    async def get(self, enterprise: str, team: str) -> Install | None:
        """The installation of exactly that row."""

    async def put(self, install: Install) -> None:
        """Keep it, in place of an older one of that row."""

    async def remove(self, enterprise: str, team: str) -> None:
        """The app is gone from there. It may have been before."""

    async def claim_refresh(self, enterprise: str, team: str) -> bool:
        """True for one caller of all processes; for the others False until it is done, or a minute is over."""

    async def refreshed(self, install: Install) -> None:
        """Keep its renewed token, unless the row is gone by now, and end the claim."""

    async def all(self) -> tuple[Install, ...]:
        """Every installation."""


class Gone(Exception):  # noqa: N818 - says what is so
    """The app is not installed there, or not any more."""


class Unready(Exception):  # noqa: N818
    """There is no good token at the moment; later there may be."""


def tenant_of(enterprise: str | None, team: str | None) -> str:
    """The tenant: "T1", in an Enterprise Grid "E1/T1"."""
    return f"{enterprise}/{team or ''}" if enterprise else team or ""


def parts(tenant: str) -> Row:
    """The enterprise (empty where there is none) and the team of a tenant."""
    enterprise, _, team = tenant.rpartition("/")
    return enterprise, team


class _Known(NamedTuple):
    install: Install
    until: float


class Workspaces:
    """The installations of all workspaces as this process knows them. `authorize` is for Bolt."""

    def __init__(
        self, installs: Installs, clients: Clients, client_id: str = "", client_secret: str = "",
        clock: Clock = time.time,
    ) -> None:  # fmt: skip
        """The id and the secret of the app are needed only where its tokens expire."""
        self.authorize: Final[Callable[..., Awaitable[Any]]] = _Authorize(self)
        self._installs = installs
        self._clients = clients
        self._app = {"client_id": client_id, "client_secret": client_secret}
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._forgotten = 0  # how often: what was read before is not to be known after
        self._renewals: dict[Row, asyncio.Task[Install | None]] = {}

    async def of(self, tenant: str) -> Install:
        """The installation that speaks for a tenant. Raises Gone, or Unready when its token expired and stays so."""
        known = self._known.get(tenant)
        install = known.install if known and known.until > self._clock() else await self._read(tenant)
        if not self._expires_in(install, 0.0):
            return install
        renewed = await asyncio.shield(self._renewing(install.row))
        if renewed is None or self._expires_in(renewed, 0.0):
            raise Unready
        return renewed

    async def instead_of(self, refused: Install, tenant: str, *, expired: bool) -> Install:
        """Another installation than the one whose token Slack just refused, because it expired or was revoked.

        Raises Gone when there is none; Unready when its token expired and cannot be renewed now.
        """
        self.forget(tenant)
        install = await self.of(tenant)
        if install.token != refused.token:
            return install
        if not (expired and install.refresh_token):
            raise Gone
        renewed = await asyncio.shield(self._renewing(install.row, refused.token))
        if renewed is None:
            raise Unready
        return renewed

    def forget(self, tenant: str) -> None:
        """Ask the storage again: the app was installed, or removed, there (or in its whole organisation)."""
        known = self._known.get(tenant)
        self._forget_row(known.install.row if known else parts(tenant))

    async def remove(self, tenant: str) -> bool:
        """The app is gone from there, we were told: False when it was installed again since, for its token works.

        Raises what the storage raises, and what the call does when Slack does not answer.
        """
        self.forget(tenant)
        install = await self._installs.get(*parts(tenant))
        if install is not None and await self._works(install):
            return False
        await self._installs.remove(*parts(tenant))
        self.forget(tenant)
        return True

    async def close(self) -> None:
        """Return when no renewal is under way."""
        if self._renewals:
            await asyncio.wait(self._renewals.values())

    async def _works(self, install: Install) -> bool:
        try:
            await self._clients.asking(install.token).auth_test()
        except SlackApiError as error:
            if code_of(error) in DEAD_TOKEN | {"token_expired"}:
                return False
            raise
        return True

    async def _read(self, tenant: str) -> Install:
        enterprise, team = parts(tenant)
        forgotten = self._forgotten
        install = await self._installs.get(enterprise, team)
        if install is None and enterprise and team:
            install = await self._installs.get(enterprise, "")
        if install is None:
            raise Gone
        if forgotten == self._forgotten:
            self._known[tenant] = _Known(install, self._clock() + FRESH)
        if self._expires_in(install, EARLY):
            self._renewing(install.row)
        return install

    def _expires_in(self, install: Install, seconds: float) -> bool:
        return install.expires_at is not None and install.expires_at <= self._clock() + seconds

    # ---- renewal ----------------------------------------------------------------------------------------------

    def _renewing(self, row: Row, refused: str = "") -> asyncio.Task[Install | None]:
        """The one task that renews the token of a row. It never raises; None when there is no better token.

        `refused`: a token that Slack calls expired, whatever our clock says.
        """
        task = self._renewals.get(row)
        if task is None:
            task = self._renewals[row] = asyncio.create_task(self._try_to_renew(row, refused))
            task.add_done_callback(lambda _: self._renewals.pop(row, None))
        return task

    async def _try_to_renew(self, row: Row, refused: str) -> Install | None:
        try:
            return await self._renew(row, refused)
        except Exception as error:
            # The old token goes on until it expires; a minute from now it is tried again.
            log.warning("slack.token_not_renewed", tenant=tenant_of(*row), error=type(error).__name__)
            return None

    async def _renew(self, row: Row, refused: str) -> Install | None:
        mine = await self._installs.claim_refresh(*row)
        install = await self._installs.get(*row)
        if install is None or not install.refresh_token:
            return None
        if install.token != refused and not self._expires_in(install, EARLY):
            self._forget_row(row)
            return install
        return await self._exchanged(install) if mine else None

    async def _exchanged(self, install: Install) -> Install:
        """The installation with a new token, which is kept. Raises SlackApiError and aiohttp's errors."""
        answer = await self._clients.posting("").oauth_v2_access(
            grant_type="refresh_token", refresh_token=install.refresh_token, **self._app
        )
        renewed = msgspec.structs.replace(
            install,
            token=answer["access_token"],
            refresh_token=answer["refresh_token"],
            expires_at=self._clock() + float(answer["expires_in"]),
        )
        await self._keep(renewed)
        self._forget_row(install.row)
        log.info("slack.token_renewed", tenant=tenant_of(*install.row))
        return renewed

    async def _keep(self, renewed: Install) -> None:
        """Keep a token that no one can ask for again, also when the storage is away for some seconds."""
        for pause in PAUSES:
            await asyncio.sleep(pause)
            try:
                await self._installs.refreshed(renewed)
                return
            except Exception:
                if pause == PAUSES[-1]:
                    raise

    def _forget_row(self, row: Row) -> None:
        self._known = {tenant: known for tenant, known in self._known.items() if known.install.row != row}
        self._forgotten += 1


class _Authorize(AsyncAuthorize):
    """Tells Bolt whose token speaks for a request. It asks nobody: Bolt's own asks Slack with every request."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    async def __call__(
        self, *, enterprise_id: str | None, team_id: str | None, **_of_the_user: Any
    ) -> AuthorizeResult | None:
        """None where the app is not installed. Raises Unready, and what the storage raises: Slack then comes again."""
        try:
            install = await self._workspaces.of(tenant_of(enterprise_id, team_id))
        except Gone:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=install.bot_user,
            bot_id=install.bot_id,
            bot_token=install.token,
            bot_scopes=install.scopes,
        )
