"""The plan: what a person means to do, as typed values read from their answers.

A plan is these slots and nothing of the conversation. Dates are calendar days of the owner. Defaults are not
stored: see `dialogs.conversation` before changing one.

Values that refer to nothing that refers back are none of the garbage collector's business (`gc=False`): with some
hundred plans opened at once it took most of the time.
"""

from datetime import date
from typing import Final, Literal

import msgspec

PlanState = Literal[
    "draft", "in_coaching", "ready", "in_review", "changes_requested", "approved", "running", "done", "dropped"
]
MechanismLevel = Literal["none", "fragile", "works"]
COACHING: Final[tuple[PlanState, ...]] = ("draft", "in_coaching")  # still being worked on with the coach
VerdictKind = Literal["no_tool", "unblock", "radical", "pending"]


class Objective(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The result wanted: in words, and as a number that moves from baseline to target by a day."""

    outcome: str = ""
    measure: str = ""
    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    due: date | None = None
    estimate: bool = False

    @property
    def numbered(self) -> bool:
        """True with today's figure, a target and a day."""
        return self.baseline is not None and self.target is not None and self.due is not None


class Decision(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Who can say yes, and where that stands."""

    sponsor: str = ""
    ask_on: date | None = None
    said_yes: bool = False
    said_yes_on: date | None = None


class Step(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One step: its words without owner and day, and what its tool verdict hangs on.

    `source` is the clause as typed. `read` holds what its words say (attribute -> value, None until read), `attrs`
    what the person answered; neither holds a default. `unsure` is what is missing when they cannot say yet, `was`
    the verdict before a correction.
    """

    text: str
    owner: str | None = None
    due: date | None = None
    source: str = ""
    read: dict[str, str] | None = None
    attrs: dict[str, str] = {}
    unsure: str | None = None
    was: VerdictKind | None = None
    verdict: VerdictKind | None = None
    rule: str | None = None
    reason: str | None = None
    categories: tuple[str, ...] = ()
    tool: str | None = None


class Obstacle(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Something in the way. A sensitive one keeps a marker and a day for the talk, never the words."""

    text: str = ""
    kind: str | None = None
    abstract: bool = False
    sensitive: bool = False
    talk_on: date | None = None


class Override(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A tool that the person keeps for a step, against the verdict: their choice, not an error."""

    step: str
    tool: str
    reason: str


class Plan(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The whole plan. `number` is its short stable name for its owner.

    `weak` are the slots that were kept with a weakness, and its pattern: the review reads it once the talk is over.
    """

    number: int = 0
    state: PlanState = "draft"
    archetype: str = "other"
    trigger_tool: str | None = None
    problem: str = ""
    who: str = ""
    objective: Objective = Objective()
    decision: Decision = Decision()
    mechanism: str = ""
    mechanism_level: MechanismLevel | None = None
    people: str = ""
    steps: tuple[Step, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    commitment: str = ""
    commitment_on: date | None = None
    ifthen: str = ""
    checkin_on: date | None = None
    share: Literal["private", "review", "post"] | None = None
    reviewer: str | None = None
    overrides: tuple[Override, ...] = ()
    weak: dict[str, str] = {}
