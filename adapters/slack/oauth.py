"""Installing the app: from a link on our side to Slack's consent and back, with the token kept where ours are.

slack_bolt walks the flow; here it is given our stores, our HTTP session and our pages. What Slack hands over is a
secret and goes nowhere else: not into a log, and not into a page.
"""

import logging
from typing import Any, Final, Protocol
from urllib.parse import urlencode

import aiohttp
import structlog
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.slack import install_pages
from adapters.slack.client import Clients
from adapters.slack.manifest import SCOPES
from adapters.slack.workspaces import Install, Installs, Workspaces, tenant_of

AUTHORIZE_URL: Final = "https://slack.com/oauth/v2/authorize"
INSTALL_PATH: Final = "/slack/install"
REDIRECT_PATH: Final = "/slack/oauth_redirect"
STATE_SECONDS: Final = 600  # for which a state is good: the time to read Slack's consent page

log = structlog.get_logger()

# Above anything that Bolt says here: it writes down codes that may still be good.
_quiet: Final = logging.getLogger("adapters.slack.flow")
_quiet.setLevel(logging.CRITICAL)


class States(Protocol):
    """Where states are kept: one-time words that tie Slack's answer to the browser that asked. Shared by processes."""

    async def issue(self) -> str:
        """A new one, impossible to guess, good for STATE_SECONDS."""

    async def consume(self, state: str) -> bool:
        """True once, for a state that was issued and is still good."""


class InstallationStore(AsyncInstallationStore):
    """Bolt's installations, kept as ours. It is only ever asked to save one."""

    def __init__(self, installs: Installs, workspaces: Workspaces) -> None:
        self._installs = installs
        self._workspaces = workspaces

    async def async_save(self, installation: Installation) -> None:
        """Keep it in place of an older one, whose token is used no more. Raises BoltError, for the page."""
        install = as_install(installation)
        tenant = tenant_of(install.enterprise, install.team)
        try:
            await self._installs.put(install)
        except Exception as error:
            log.error("slack.install_not_kept", tenant=tenant, error=type(error).__name__)
            raise BoltError("not kept") from None
        self._workspaces.forget(tenant)
        log.info("slack.installed", tenant=tenant, by=install.installer)


class StateStore(AsyncOAuthStateStore):
    """Bolt's states, kept as ours."""

    def __init__(self, states: States) -> None:
        self._states = states

    async def async_issue(self, *args: Any, **kwargs: Any) -> str:
        """A new state."""
        return await self._states.issue()

    async def async_consume(self, state: str) -> bool:
        """True once."""
        return await self._states.consume(state)


class Flow(AsyncOAuthFlow):
    """Bolt's flow, for a network that may fail and visitors who may be up to something."""

    async def build_authorize_url(self, state: str, request: AsyncBoltRequest) -> str:
        """Slack's consent page. What the visitor put into our address is not passed on."""
        settings = self.settings
        query = {"client_id": settings.client_id, "scope": ",".join(SCOPES), "state": state}
        return f"{settings.authorization_url}?{urlencode(query | {'redirect_uri': settings.redirect_uri})}"

    async def run_installation(self, code: str) -> Installation | None:
        """What the code stands for; None when Slack says no, or nothing."""
        try:
            return await super().run_installation(code)
        except (aiohttp.ClientError, TimeoutError):
            return None


def oauth_flow(
    clients: Clients, installs: Installs, workspaces: Workspaces, states: States, *,
    client_id: str, client_secret: str, public_url: str, authorize_url: str = AUTHORIZE_URL,
) -> Flow:  # fmt: skip
    """The flow for GET INSTALL_PATH (`handle_installation`) and GET REDIRECT_PATH (`handle_callback`).

    `public_url` is where browsers reach us, https: the cookie that ties the two together is sent over nothing else.
    """
    settings = AsyncOAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=list(SCOPES),
        user_scopes=[],
        redirect_uri=public_url.rstrip("/") + REDIRECT_PATH,
        install_path=INSTALL_PATH,
        install_page_rendering_enabled=False,
        redirect_uri_path=REDIRECT_PATH,
        callback_options=AsyncCallbackOptions(success=_succeeded, failure=_failed),
        authorization_url=authorize_url,
        installation_store=InstallationStore(installs, workspaces),
        state_store=StateStore(states),
        state_expiration_seconds=STATE_SECONDS,
        logger=_quiet,
    )
    return Flow(client=clients.posting(""), logger=_quiet, settings=settings)


def as_install(installation: Installation) -> Install:
    """Slack's answer as ours. A token of a whole organisation comes without a team."""
    org_wide = bool(installation.is_enterprise_install)
    expires_at = installation.bot_token_expires_at
    return Install(
        enterprise=installation.enterprise_id or "",
        team="" if org_wide else installation.team_id or "",
        token=installation.bot_token or "",
        bot_user=installation.bot_user_id or "",
        bot_id=installation.bot_id or "",
        app_id=installation.app_id or "",
        scopes=tuple(installation.bot_scopes or ()),
        refresh_token=installation.bot_refresh_token or "",
        expires_at=None if expires_at is None else float(expires_at),
        installer=installation.user_id or "",
        org_wide=org_wide,
        team_name=installation.team_name or installation.enterprise_name or "",
    )


async def _succeeded(args: AsyncSuccessArgs) -> BoltResponse:
    install = as_install(args.installation)
    page = install_pages.installed(_languages(args.request), install.app_id, install.team)
    return _page(200, page, args.settings)


async def _failed(args: AsyncFailureArgs) -> BoltResponse:
    reason = args.reason if args.reason in install_pages.REASONS else "other"
    log.warning("slack.not_installed", reason=reason)
    page = install_pages.not_installed(_languages(args.request), reason)
    return _page(args.suggested_status_code, page, args.settings)


def _page(status: int, page: str, settings: AsyncOAuthSettings) -> BoltResponse:
    cookie = settings.state_utils.build_set_cookie_for_deletion()
    return BoltResponse(
        status=status, body=page, headers={"Content-Type": "text/html; charset=utf-8", "Set-Cookie": cookie}
    )


def _languages(request: AsyncBoltRequest) -> str:
    return ",".join(request.headers.get("accept-language", ()))
