"""What the coach must know of a channel before it listens or posts there: who else reads it, and whether it is in it.

Slack says neither with a command. It is asked only where that may change something, and not for long: a command must
be acknowledged within three seconds.
"""

import asyncio
from typing import Any, Final

import aiohttp
import msgspec
from slack_sdk.errors import SlackApiError

from adapters.hearing import Commanded, Room
from adapters.slack.client import Clients, code_of
from adapters.slack.place import Place, write
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
        room = await self.room(tenant, command.channel)
        return (
            command if room.member is None else msgspec.structs.replace(command, shared=room.shared, member=room.member)
        )

    async def room(self, tenant: str, channel: str, name: str = "") -> Room:
        """The channel, "#plans"; `name` is what is known already. One of which Slack does not tell in time (`member` is
        None) counts as shared: nothing is posted where other companies may read it.
        """
        unseen = Room(f"#{name}" if name else f"<#{channel}>", write(Place(channel)), shared=True)
        try:
            async with asyncio.timeout(PATIENCE):
                told = await self._told(tenant, channel)
        except SlackApiError as error:
            # A private channel is not found by whoever is not in it.
            hidden = code_of(error) == "channel_not_found"
            return msgspec.structs.replace(unseen, shared=False, member=False) if hidden else unseen
        except (TimeoutError, aiohttp.ClientError):
            return unseen
        shared = bool(told.get("is_ext_shared") or told.get("is_pending_ext_shared"))
        return Room(f"#{told.get('name') or name}", unseen.place, shared, bool(told.get("is_member")))

    async def _told(self, tenant: str, channel: str) -> dict[str, Any]:
        client = self._clients.asking((await self._workspaces.of(tenant)).token)
        room: dict[str, Any] = (await client.conversations_info(channel=channel))["channel"]
        return room
