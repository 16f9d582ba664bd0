"""What platforms hand in: who did what, when and where, in neutral form; and the coach as their apps see it.

An adapter translates a payload to a `Happened` and hands it to `Coach.take`; when that returns the event is kept, and
the platform may be told that we have it. What an app shows at once (a sheet, the home page) it asks the coach for.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

import msgspec

from dialogs.events import Event, Moment
from dialogs.interception.judge import Finding
from dialogs.lang import Lang
from dialogs.person import PersonId
from dialogs.views import Home, Sheet, SheetKey

Author = Literal["member", "guest", "external", "bot"]


class Person(msgspec.Struct, frozen=True):
    """Who speaks, as their platform tells it. `zone` is an IANA name."""

    tenant: str
    id: str
    first_name: str
    lang: Lang = "en"
    zone: str = "UTC"

    @property
    def key(self) -> PersonId:
        """Their key in the storage."""
        return PersonId(self.tenant, self.id)

    def moment(self, now: datetime) -> Moment:
        """An instant on this person's own clock."""
        return Moment(now.astimezone(ZoneInfo(self.zone)))


class Seen(msgspec.Struct, frozen=True, tag="seen"):
    """A tool-first message in a channel, as the judge read it.

    `thread` names the thread that it stands in (empty: one of its own), `message` the message itself; `said_at` is
    when it was said (aware), None for just now. `shared`: other companies read that channel too. `words` is what was
    written, in memory only: whoever keeps the event takes them away first (`without_words`).
    """

    channel: str
    finding: Finding
    thread: str = ""
    message: str = ""
    said_at: datetime | None = None
    author: Author = "member"
    shared: bool = False
    words: str = ""

    def without_words(self) -> "Seen":
        """As it may be kept."""
        return msgspec.structs.replace(self, words="") if self.words else self


Standing = Literal["member", "guest", "external", "bot", "gone", "unreachable"]


class Named(msgspec.Struct, frozen=True):
    """Somebody who was named or picked: their account, as their platform tells it, and what they are there.

    "gone": there is no such account any more; "unreachable": the coach cannot write to them until they opened it once.
    `place` is where they are reached, in the platform's own words; empty: in private, as ever.
    """

    person: Person
    standing: Standing = "member"
    place: str = ""


class Room(msgspec.Struct, frozen=True):
    """A channel that was named, or in which something was said: how people call it, and where, in the platform's words.

    `member`: the coach is in it and may write there; None where nobody knows.
    """

    name: str
    place: str
    shared: bool = False
    member: bool | None = None


class Commanded(msgspec.Struct, frozen=True, tag="commanded"):
    """A `/plan` command, with what was typed behind it. `channel` is where, empty in the private talk.

    `shared`: other companies read that channel too; `member`: the coach is in it; None where nobody knows. `people` and
    `rooms` are those that the text names, in its order; there each stands as "@First name" and "#name".
    """

    text: str
    channel: str = ""
    shared: bool = False
    member: bool | None = None
    people: tuple[Named, ...] = ()
    rooms: tuple[Room, ...] = ()


class Invited(msgspec.Struct, frozen=True, tag="invited"):
    """A person brought the coach into a channel. `shared`: other companies read it too."""

    channel: str
    shared: bool = False


class ShadowOver(msgspec.Struct, frozen=True, tag="shadow_over"):
    """The coach listened long enough in the shadow: who wanted that is told what it would have said."""

    channel: str


class SheetSent(msgspec.Struct, frozen=True, tag="sheet_sent"):
    """A sheet came back, checked: input -> value. `about` is the sheet's own, `people` are those picked in it."""

    key: SheetKey
    about: str
    values: dict[str, str]
    people: tuple[Named, ...] = ()


class Forgotten(msgspec.Struct, frozen=True, tag="forgotten"):
    """A person wants everything about them deleted."""


class PlanDue(msgspec.Struct, frozen=True, tag="plan_due"):
    """The time has come for something in the life of one of their plans."""

    number: int


class Happened(msgspec.Struct, frozen=True):
    """An event with all that a turn needs: who, on which platform, when (aware), and where, in its own words.

    `public`: it was said or pressed in a channel; what concerns the talk goes on in private. `shown`: what a pressed
    button stood on, in the platform's own words, so that it can be shown again as answered. `account` is the one that
    was used, where it is linked to another of the person's; no adapter sets it.
    """

    person: Person
    event: Event | Seen | Commanded | Invited | ShadowOver | SheetSent | Forgotten | PlanDue
    platform: str
    at: datetime
    place: str = ""
    public: bool = False
    shown: str = ""
    account: PersonId | None = None

    @property
    def used(self) -> PersonId:
        """The account that was used."""
        return self.account or self.person.key

    @property
    def tenant(self) -> str:
        """Whose channels it speaks of: the company in which it happened."""
        return self.used.tenant


class Coach(Protocol):
    """The coach, as a platform's app sees it.

    Everything but `judge` and `read` raises StorageError when the database is away.
    """

    def judge(self, text: str) -> Finding | None:
        """Look at a channel message, in memory. None: it is not tool-first, and is to be forgotten."""

    def read(self, text: str) -> Finding | None:
        """What a message names that somebody asks about, in memory: a plan's tool and goal too. None: no tool."""

    async def listens(self, tenant: str, seen: Seen) -> bool:
        """Whether its people let the coach listen in that channel, to a message that the judge is so sure of.

        Where they did not, nobody need be looked up.
        """

    async def take(self, source: str, happened: Happened) -> bool:
        """Keep the event; `source` names it in its tenant, for good. False when it was seen before, or is no matter."""

    async def known(self, person: PersonId) -> Person | None:
        """Who they are, as far as we know; None for somebody never met."""

    async def sheet(self, person: Person, key: SheetKey, about: str) -> Sheet | None:
        """The sheet to fill in; None when what it is about is gone."""

    async def faults(self, person: Person, sent: SheetSent) -> Mapping[str, str]:
        """What has to be mended in a sheet before it can be taken: input -> a sentence. Empty: nothing."""

    async def home(self, person: Person) -> Home:
        """The person's home page as it is now."""
