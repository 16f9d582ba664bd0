"""The states of a plan and what leads from one to the next: a table, and nothing that is not in it.

A guard is said in words here, for the docs; whoever makes the event happen checks it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args

from dialogs.plan import PlanState

LifeEvent = Literal[
    "start",
    "first_answer",
    "summary_confirmed",
    "send_anyway",
    "edit",
    "send",
    "start_without_review",
    "request_changes",
    "approve",
    "comment",
    "withdraw",
    "resend",
    "first_step_done",
    "edit_core",
    "checkin",
    "target_reached",
    "close",
    "drop",
    "reopen",
]
By = Literal["owner", "reviewer"]

PRIVATE: Final[frozenset[PlanState]] = frozenset({"draft", "in_coaching", "ready"})
"""A plan is on its way to others in these: a reviewer has no part in them."""
LOCKED: Final[frozenset[PlanState]] = frozenset({"in_review", "done", "dropped"})
"""A plan is not changed in these: somebody is reading it, or it is over."""
OPEN: Final[tuple[PlanState, ...]] = tuple(s for s in get_args(PlanState) if s not in ("done", "dropped"))


class Transition(NamedTuple):
    """One line of the table: in state `start` (None: there is no plan yet) the event leads to state `to`."""

    start: PlanState | None
    event: LifeEvent
    to: PlanState
    by: By = "owner"
    guard: str = ""


class Illegal(Exception):  # noqa: N818 - named by what it says of the event
    """The event is not in the table for that state and person. `possible` is what they can do instead."""

    def __init__(self, state: PlanState | None, event: LifeEvent, possible: tuple[LifeEvent, ...]) -> None:
        super().__init__(f"no {event} in state {state}")
        self.state = state
        self.event = event
        self.possible = possible


# Rule of the coaching design, "Plan review", table of transitions.
TRANSITIONS: Final[tuple[Transition, ...]] = (
    Transition(None, "start", "draft"),
    Transition("draft", "first_answer", "in_coaching"),
    Transition(
        "in_coaching", "summary_confirmed", "ready", guard="the review says ready; else it stays, with findings"
    ),
    Transition("in_coaching", "send_anyway", "in_review", guard="a reviewer is named; findings go along"),
    Transition("ready", "edit", "in_coaching"),
    Transition("ready", "send", "in_review", guard="a reviewer other than the owner"),
    Transition(
        "ready",
        "start_without_review",
        "running",
        guard="unless the company requires review; the decision then says who said yes",
    ),
    Transition("in_review", "request_changes", "changes_requested", "reviewer", "one change at a time, in words"),
    Transition("in_review", "approve", "approved", "reviewer", "not the owner; who, when and which version are kept"),
    Transition("in_review", "comment", "in_review", "reviewer"),
    Transition("in_review", "withdraw", "ready"),
    Transition("changes_requested", "resend", "in_review", guard="something changed since"),
    Transition("changes_requested", "edit", "changes_requested"),
    Transition("approved", "first_step_done", "running"),
    Transition(
        "approved",
        "edit_core",
        "in_review",
        guard="problem, objective or decision changed: the yes was given to another plan",
    ),
    Transition("running", "checkin", "running"),
    Transition("running", "edit_core", "running", guard="the reviewer is told, the old target is kept"),
    Transition("running", "target_reached", "done"),
    Transition("running", "close", "done", guard="last reading and one line of what was learned"),
    *(Transition(state, "drop", "dropped", guard="a reason is chosen, or rather not said") for state in OPEN),
    Transition("dropped", "reopen", "in_coaching"),
)

_TO: Final[Mapping[tuple[PlanState | None, LifeEvent, By], PlanState]] = MappingProxyType(
    {(way.start, way.event, way.by): way.to for way in TRANSITIONS}
)


def after(state: PlanState | None, event: LifeEvent, by: By = "owner") -> PlanState:
    """The state that the event leads to. Raises Illegal when nothing does, and says what is possible."""
    to = _TO.get((state, event, by))
    if to is None:
        raise Illegal(state, event, possible(state, by))
    return to


def possible(state: PlanState | None, by: By = "owner") -> tuple[LifeEvent, ...]:
    """What that person can do in that state, in the order of the table."""
    return tuple(way.event for way in TRANSITIONS if way.start == state and way.by == by)


def diagram() -> str:
    """The table as a Mermaid state diagram. Dropping, which is possible in every open state, is drawn once."""
    ways = (way for way in TRANSITIONS if way.event != "drop")
    lines = (f"{way.start or '[*]'} --> {way.to}: {_drawn(way)}" for way in ways)
    return "\n    ".join(("stateDiagram-v2", *lines, "running --> dropped: drop (from any open state)", "done --> [*]"))


def _drawn(way: Transition) -> str:
    return way.event if way.by == "owner" else f"{way.event} ({way.by})"
