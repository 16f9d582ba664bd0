"""What the coach must know of a channel before it listens there: who else reads it, and whether it is in it.

Slack says neither with a command. It is asked only where `/plan here` may change something, and not for long: a command
must be acknowledged within three seconds.
"""

import asyncio
from typing import Final

import aiohttp
import msgspec
from slack_sdk.errors import SlackApiError

from adapters.hearing import Commanded
from adapters.slack.client import Clients, code_of
from adapters.slack.workspaces import Workspaces

PATIENCE: Final = 1.0  # seconds

_HERE: Final = frozenset({"here", "ici"})


class Rooms:
    """Asks Slack about channels."""

    def __init__(self, workspaces: Workspaces, clients: Clients) -> None:
        self._workspaces = workspaces
        self._clients = clients

    async def seen_from(self, command: Commanded, tenant: str) -> Commanded:
        """The command, with what Slack tells of its channel where that matters. `member` stays None if it does not."""
        first = command.text.lower().partition(" ")[0]
        if first not in _HERE or not command.channel or command.member is not None:
            return command
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._asked(command, tenant)
        except SlackApiError as error:
            # A private channel is not found by whoever is not in it.
            return msgspec.structs.replace(command, member=False if code_of(error) == "channel_not_found" else None)
        except (TimeoutError, aiohttp.ClientError):
            return command

    async def _asked(self, command: Commanded, tenant: str) -> Commanded:
        client = self._clients.asking((await self._workspaces.of(tenant)).token)
        room = (await client.conversations_info(channel=command.channel))["channel"]
        shared = bool(room.get("is_ext_shared") or room.get("is_pending_ext_shared"))
        return msgspec.structs.replace(command, shared=shared, member=bool(room.get("is_member")))
