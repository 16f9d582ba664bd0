"""One workspace: the bot token that an administrator copied into the settings, as the only installation.

Slack tells what the token stands for when it is first needed, and is asked again for as long as it does not.
"""

import asyncio

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.slack.client import DEAD_TOKEN, Clients, code_of
from adapters.slack.workspaces import Install, Unready


class OneWorkspace:
    """Installs with one row. No other workspace than the token's is given it."""

    def __init__(self, token: str, clients: Clients) -> None:
        self._token = token
        self._clients = clients
        self._asking = asyncio.Lock()
        self._install: Install | None = None

    async def get(self, enterprise: str, team: str) -> Install | None:
        """The installation, where it is that one. Raises Unready when Slack does not tell."""
        async with self._asking:
            self._install = self._install or await self._asked()
        return self._install if self._install and self._install.row == (enterprise, team) else None

    async def put(self, install: Install) -> None:
        """The settings say what is installed: nothing is kept."""

    async def remove(self, enterprise: str, team: str) -> None:
        """Slack is asked again whether the token still stands for something."""
        self._install = None

    async def claim_refresh(self, enterprise: str, team: str) -> bool:
        """Such a token does not expire."""
        return False

    async def refreshed(self, install: Install) -> None:
        """Such a token does not expire."""

    async def all(self) -> tuple[Install, ...]:
        """The one."""
        async with self._asking:
            self._install = self._install or await self._asked()
        return (self._install,) if self._install else ()

    async def _asked(self) -> Install | None:
        client = self._clients.asking(self._token)
        try:
            told = await client.auth_test()
            bot = (await client.bots_info(bot=told["bot_id"]))["bot"]
        except SlackApiError as error:
            if code_of(error) in DEAD_TOKEN:
                return None
            raise Unready from None
        except (aiohttp.ClientError, TimeoutError):
            raise Unready from None
        org_wide = bool(told.get("is_enterprise_install"))
        return Install(
            enterprise=told.get("enterprise_id") or "",
            team="" if org_wide else told["team_id"],
            token=self._token,
            bot_user=told["user_id"],
            bot_id=told["bot_id"],
            app_id=bot["app_id"],
            scopes=tuple(filter(None, told.headers.get("x-oauth-scopes", "").split(","))),
            org_wide=org_wide,
            team_name=told.get("team") or "",
        )
