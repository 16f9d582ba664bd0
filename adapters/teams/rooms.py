"""The channel or chat that something was said in, as people call it, for what shall be posted there.

An activity tells the name of a group chat, where people gave it one; of a channel its team knows name and kind. Where
Teams does not tell in time nobody knows who reads there: it counts as shared with others, and nothing is posted.
"""

import asyncio
from typing import Final

import structlog

from adapters.hearing import Room
from adapters.port import DeliveryFailed
from adapters.teams.connector import Channel, Connector
from adapters.teams.gate import Activity
from adapters.teams.inbound import place_of
from adapters.teams.manifest import Text
from adapters.teams.people import PATIENCE
from adapters.teams.place import Place, write
from dialogs.lang import Lang

_GENERAL: Final = Text("General", "Général")
_UNNAMED: Final = Text("this chat", "cette conversation")
_UNTOLD: Final = Text("this channel", "ce canal")

log = structlog.get_logger()


async def room_of(connector: Connector, activity: Activity, lang: Lang) -> Room:
    """Where it was said, named in that language."""
    said = place_of(activity)
    place = write(Place(said.service_url, said.conversation, said.kind, user=said.user, bot=said.bot))
    if not activity.team:
        return Room(activity.conversation.name or getattr(_UNNAMED, lang), place, member=True)
    channel = await _channel(connector, activity.team, said)
    if channel is None:
        return Room(getattr(_UNTOLD, lang), place, shared=True)
    return Room(channel.name or getattr(_GENERAL, lang), place, shared=channel.type == "shared", member=True)


async def _channel(connector: Connector, team: str, said: Place) -> Channel | None:
    try:
        async with asyncio.timeout(PATIENCE):
            channels = await connector.channels(said.service_url, team)
    except (DeliveryFailed, TimeoutError) as error:
        log.warning("teams.channel_not_told", error=type(error).__name__)
        return None
    return next((one for one in channels if one.id == said.conversation), None)
