"""A plan's life, as values: who owns, reads and follows it, what was said to it, which figures were read.

The plan holds what the owner means to do, the life what became of it. They are kept side by side, because others add to
the life while the owner works on the plan. Times are aware; days are the owner's calendar days.
"""

from datetime import date, datetime
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote

import msgspec

from dialogs.lang import Lang
from dialogs.person import PersonId
from dialogs.plan import Objective, Plan

Role = Literal["owner", "reviewer", "follower", "reader", "stranger"]


class Ref(NamedTuple):
    """Which plan: its owner, by the home account, and its number there."""

    tenant: str
    person: str
    number: int

    @property
    def owner(self) -> PersonId:
        """The owner's key."""
        return PersonId(self.tenant, self.person)

    def __str__(self) -> str:
        """As buttons carry it: "T1/U1/3", every part without "/", ":" and "@"."""
        return "/".join((quote(self.tenant, ""), quote(self.person, ""), str(self.number)))


def read_ref(text: str) -> Ref | None:
    """The ref of such a text; None for anything else."""
    parts = text.split("/")
    if len(parts) != 3 or not parts[2].isdecimal():
        return None
    return Ref(unquote(parts[0]), unquote(parts[1]), int(parts[2]))


class Party(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Somebody who has to do with a plan: their home account, how they are spoken to, and where they are reached.

    `place` is in the platform's own words, as `Happened.place`; empty: in private.
    """

    tenant: str
    id: str
    name: str = ""
    lang: Lang = "en"
    familiar: bool = False
    zone: str = "UTC"
    platform: str = ""
    place: str = ""

    @property
    def key(self) -> PersonId:
        """Their key in the storage."""
        return PersonId(self.tenant, self.id)


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A channel to post in: how people call it, and where it is, in the platform's own words."""

    name: str
    place: str


class Approval(msgspec.Struct, frozen=True, gc=False):
    """A yes: whose, when, and to which version of the plan."""

    by: str
    at: datetime
    version: int


class Remark(msgspec.Struct, frozen=True, gc=False):
    """What a reviewer said to a version: the one change asked for, or a comment."""

    by: str
    at: datetime
    version: int
    text: str


class Reading(msgspec.Struct, frozen=True, gc=False):
    """The plan's measure, as read on a day; `note` is what made the difference, if the owner said."""

    on: date
    value: float
    note: str = ""


class OldTarget(msgspec.Struct, frozen=True, gc=False):
    """An objective that was changed while the plan ran: a moved date hides no slip."""

    objective: Objective
    until: date


class Life(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What became of a plan beside its content. The state itself stands in the plan.

    `version` is the last kept version of the plan (0: none), `since` when its state began, `moved_at` when anything
    moved last. `reviewer` has it since `sent_at`, first as `sent_version`; None when nobody has. `posted` are the
    channels that it was posted in, as people call them. `asked_on` are the days on which the measure was asked for,
    `timers` the ones that fired in this state. `delete_on` is the day on which a silent draft goes, once that was
    announced; `started_on` the one on which the plan began to run. `first_step`: "" until the owner told, then "done"
    or "not_yet". `dropped_for` is the key of the reason, `learned` the last line of a plan that is done.
    """

    version: int = 0
    since: datetime | None = None
    moved_at: datetime | None = None
    owner: Party | None = None
    reviewer: Party | None = None
    sent_at: datetime | None = None
    sent_version: int = 0
    posted: tuple[str, ...] = ()
    posted_at: datetime | None = None
    followers: tuple[Party, ...] = ()
    approval: Approval | None = None
    change: Remark | None = None
    comments: tuple[Remark, ...] = ()
    readings: tuple[Reading, ...] = ()
    old_targets: tuple[OldTarget, ...] = ()
    first_step: Literal["", "done", "not_yet"] = ""
    asked_on: tuple[date, ...] = ()
    timers: tuple[str, ...] = ()
    stalled_on: date | None = None
    delete_on: date | None = None
    started_on: date | None = None
    dropped_for: str = ""
    learned: str = ""

    @property
    def shown(self) -> bool:
        """Whether others than the owner see the plan: its owner sent or posted it."""
        return self.reviewer is not None or bool(self.posted)


class Record(NamedTuple):
    """A plan with its life."""

    ref: Ref
    plan: Plan
    life: Life


def waits_for(record: Record, person: PersonId) -> bool:
    """Whether the plan waits for that person's word as its reviewer."""
    reviewer = record.life.reviewer
    return record.plan.state == "in_review" and reviewer is not None and reviewer.key == person


def role_of(record: Record, person: PersonId) -> Role:
    """What that person is to the plan. A posted plan can be read by everybody in its owner's company."""
    life = record.life
    if person == record.ref.owner:
        return "owner"
    if life.reviewer is not None and person == life.reviewer.key:
        return "reviewer"
    if not life.posted:
        return "stranger"
    if any(person == follower.key for follower in life.followers):
        return "follower"
    return "reader" if person.tenant == record.ref.tenant else "stranger"
