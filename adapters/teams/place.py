"""Where somebody spoke in Teams, as one string: it goes into the inbox with the event and comes back with the replies.

A reply must find its way hours later and in another process, so everything that it needs is in here.
"""

from typing import Final, NamedTuple

import msgspec

PERSONAL: Final = "personal"
CHANNEL: Final = "channel"


class Room(NamedTuple):
    """A conversation as the Bot Connector is called for it; in a channel `conversation` may name a thread too."""

    service_url: str
    conversation: str


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place in Teams. Nowhere at all is the private talk.

    `conversation` is its id without a thread, `kind` "personal", "groupChat" or "channel", `message` the id of what was
    said or pressed, `user` the person ("29:...") and `bot` the coach ("28:...") as they are named there, `root` the
    first message of the thread in a channel. `pressed`: a button was pressed there, or a command of the menu chosen.
    """

    service_url: str = ""
    conversation: str = ""
    kind: str = ""
    message: str = ""
    user: str = ""
    bot: str = ""
    root: str = ""
    pressed: bool = False

    @property
    def private(self) -> bool:
        """Whether it is the talk between two, or nowhere: nobody else reads there."""
        return not self.conversation or self.kind == PERSONAL

    @property
    def room(self) -> Room:
        """Where its messages are changed."""
        return Room(self.service_url, self.conversation)

    @property
    def thread(self) -> Room:
        """Where an answer is said: in a channel, in the thread."""
        return Room(self.service_url, f"{self.conversation};messageid={self.root}") if self.root else self.room


NOWHERE: Final = Place()
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
