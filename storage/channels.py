"""Channels: in which of them a company wants the coach to listen. In none, until it says so."""

from datetime import datetime
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


class ChannelEntry(NamedTuple):
    """What was decided for a channel; by whom (the person's id) and since when (UTC), where that is known."""

    listening: Listening
    person: str | None
    since: datetime | None


class Channels:
    """The channels of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, channel: ChannelId) -> Listening:
        """How the coach listens there; "off" for a channel that was never opted in."""
        entry = self.entry(channel)
        return entry.listening if entry else "off"

    def entry(self, channel: ChannelId) -> ChannelEntry | None:
        """What was decided there; None for a channel where nobody decided anything."""
        here = (channels.c.tenant == channel.tenant, channels.c.channel == channel.id)
        query = select(channels.c.listening, channels.c.person, channels.c.since).where(*here)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else ChannelEntry(*row)

    def put(
        self, channel: ChannelId, listening: Listening, person: str | None = None, since: datetime | None = None
    ) -> None:
        """Opt the channel in or out. `since` is aware; both are replaced with it."""
        key = {"tenant": channel.tenant, "channel": channel.id}
        put(self._connection, channels, key, {"listening": listening, "person": person, "since": since})
