"""Channels: in which of them a company wants the coach to listen, and how sure it has to be. In none, until told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, select

from dialogs.interception.judge import Mode
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
    person: str | None = None
    since: datetime | None = None
    mode: Mode = "normal"


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
        query = select(*(channels.c[name] for name in ChannelEntry._fields)).where(*here)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else ChannelEntry(*row)

    def put(
        self, channel: ChannelId, listening: Listening, person: str | None = None, since: datetime | None = None
    ) -> None:
        """Opt the channel in or out. `since` is aware; both are replaced with it, and how sure it has to be stays."""
        self._put(channel, {"listening": listening, "person": person, "since": since})

    def decide(self, channel: ChannelId, entry: ChannelEntry) -> None:
        """Replace all that was decided for the channel."""
        self._put(channel, entry._asdict())

    def _put(self, channel: ChannelId, values: Mapping[str, Any]) -> None:
        put(self._connection, channels, {"tenant": channel.tenant, "channel": channel.id}, values)
