"""Channels: in which of them a company wants the coach to listen. In none, until it says so."""

from typing import Literal, NamedTuple

from sqlalchemy import Connection, select

from storage.statements import put
from storage.tables import channels

# In the shadow the coach judges and counts, and says nothing.
Listening = Literal["off", "shadow", "on"]


class ChannelId(NamedTuple):
    """Which channel of which company."""

    tenant: str
    id: str


class Channels:
    """The channels of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, channel: ChannelId) -> Listening:
        """How the coach listens there; "off" for a channel that was never opted in."""
        here = (channels.c.tenant == channel.tenant, channels.c.channel == channel.id)
        listening: Listening | None = self._connection.execute(
            select(channels.c.listening).where(*here)
        ).scalar_one_or_none()
        return listening or "off"

    def put(self, channel: ChannelId, listening: Listening) -> None:
        """Opt the channel in or out."""
        key = {"tenant": channel.tenant, "channel": channel.id}
        put(self._connection, channels, key, {"listening": listening})
