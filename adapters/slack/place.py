"""Where somebody spoke in Slack, as one string: it goes into the inbox with the event and comes back with the replies.

A reply must find its way hours later and in another process, so everything that it needs is in here. A `response_url`
lets whoever has it write in that person's view for half an hour: it is sealed.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final, Protocol

import msgspec


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place in one workspace. Nowhere at all is the private talk, with no thread known.

    `channel` is a conversation's id, `thread` the ts of the thread's first message, `message` the ts of what was said
    or clicked; `url` a sealed response_url.
    """

    channel: str = ""
    thread: str = ""
    message: str = ""
    url: str = ""

    @property
    def private(self) -> bool:
        """Whether it is a talk between two, or nowhere: nobody else reads there. Slack's ids of those begin with D."""
        return not self.channel or self.channel.startswith("D")


class Sealer(Protocol):
    """Makes bytes unreadable to others. `open` raises, whatever it likes, on what it did not seal."""

    def seal(self, data: bytes) -> bytes:
        """Sealed bytes."""

    def open(self, sealed: bytes) -> bytes:
        """What was sealed."""


NOWHERE: Final = Place()
URL_SECONDS: Final = 1800  # for which a response_url works (docs.slack.dev, handling user interaction)
_place: Final = msgspec.json.Decoder(Place)


def write(place: Place) -> str:
    """As `Happened.place` and `To.place` have it; empty for nowhere."""
    return "" if place == NOWHERE else msgspec.json.encode(place).decode()


def read(text: str) -> Place:
    """The place that was written. One that this version cannot read is the private talk: no wrong ear is there."""
    try:
        return _place.decode(text) if text else NOWHERE
    except msgspec.DecodeError:
        return NOWHERE


def sealed(url: str, sealer: Sealer, now: float) -> str:
    """A response_url got `now` (Unix seconds), fit for a place; no url stays none."""
    return urlsafe_b64encode(sealer.seal(f"{now + URL_SECONDS:.0f} {url}".encode())).decode() if url else ""


def unsealed(url: str, sealer: Sealer, now: float) -> str:
    """The response_url of a place; empty when there is none that works: its time is over, or its key is gone."""
    try:
        until, _, opened = sealer.open(urlsafe_b64decode(url)).decode().partition(" ") if url else ("0", "", "")
        return opened if now < float(until) else ""
    except Exception:  # each sealer has its own error for a foreign key
        return ""
