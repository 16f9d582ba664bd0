"""The rubric: how far each of seven criteria of a plan has come, read from its own fields.

Levels run from 0 (missing) to 3 (all there). They are computed, never guessed, and a plan with no tool at all can
reach 3 everywhere. The weights order findings; no total is ever shown.
"""

from datetime import date
from typing import Final

from msgspec.structs import replace

from dialogs.conversation import Conversation
from dialogs.lang import Lang
from dialogs.plan import Plan
from dialogs.reading.doing import says_what_is_done
from dialogs.reading.numbers import has_digit
from dialogs.reading.words import plain, says

WEIGHTS: Final = {
    "problem": 20, "objective": 20, "mechanism": 15, "people": 10, "steps": 15, "blockers": 10, "decision": 10,
}  # fmt: skip
CRITERIA: Final = tuple(WEIGHTS)
SOLID: Final = 2  # at this level a criterion holds, below it there is something to find
TOP: Final = 3
FIRST_STEP_DAYS: Final = 14  # the first step of a plan at level 3 lies within two weeks

SENSITIVE: Final = "avoided"  # the weakness of a slot whose words were never kept
NO_PROBLEM: Final = frozenset({"solution_as_problem", "fomo"})
_NO_OBJECTIVE: Final = frozenset({"one_word_objective", "tool_as_objective", "adoption_as_objective"})


def levels(plan: Plan, lang: Lang, today: date) -> dict[str, int]:
    """Criterion -> level 0 to 3, in the order of CRITERIA; the plan's words are read in `lang`, its owner's.

    `plan.weak` tells with which weakness a slot was kept: a plan that is talked about gets it by `with_weak`.
    """
    return {
        "problem": _problem(plan, lang),
        "objective": _objective(plan),
        "mechanism": _mechanism(plan, lang),
        "people": _people(plan, lang),
        "steps": _steps(plan, today),
        "blockers": _blockers(plan),
        "decision": _decision(plan),
    }


def with_weak(conversation: Conversation) -> Plan:
    """The talk's plan with the weaknesses that its slots were kept with; one that outlived its talk as it is."""
    slots = conversation.slots
    if not slots:
        return conversation.plan
    return replace(conversation.plan, weak={name: slot.pattern for name, slot in slots.items() if slot.pattern})


def is_ready(found: dict[str, int]) -> bool:
    """No criterion at 0, and problem, objective and steps at 2 or more."""
    return min(found.values()) > 0 and all(found[c] >= SOLID for c in ("problem", "objective", "steps"))


def _problem(plan: Plan, lang: Lang) -> int:
    if not plan.problem or plan.weak.get("problem.what") in NO_PROBLEM:
        return 0
    if not plan.who or plan.weak.get("problem.who") == "everyone":
        return 1
    evidence = has_digit(plan.problem) or says("evidence", plain(plan.problem), lang)
    return 3 if evidence else 2


def _objective(plan: Plan) -> int:
    objective = plan.objective
    if not objective.outcome or plan.weak.get("objective.outcome") in _NO_OBJECTIVE:
        return 0
    if objective.numbered:
        return 3
    return 2 if objective.target is not None else 1


def _mechanism(plan: Plan, lang: Lang) -> int:
    if plan.mechanism_level is None:
        return 0 if not plan.mechanism else 2
    if plan.mechanism_level == "works":
        text = plain(plan.mechanism)
        return 3 if has_digit(text) or says("evidence", text, lang) else 2
    by_hand = any(says("by_hand", plain(step.source or step.text), lang) for step in plan.steps)
    return 2 if plan.mechanism_level == "fragile" or by_hand else 1


def _people(plan: Plan, lang: Lang) -> int:
    if not plan.people:
        return 0
    if plan.weak.get("people") == "everyone":
        return 1
    return 3 if says_what_is_done(plain(plan.people), lang) else 2


def _steps(plan: Plan, today: date) -> int:
    steps = plan.steps
    if not steps or plan.weak.get("steps") == "no_step":
        return 0
    if all(step.owner and step.due for step in steps):
        first = min(step.due for step in steps if step.due)
        return 3 if (first - today).days <= FIRST_STEP_DAYS else 2
    return 2 if all(step.owner or step.due for step in steps) else 1


def _blockers(plan: Plan) -> int:
    if not plan.obstacles:
        return 0
    if any(obstacle.sensitive and obstacle.talk_on for obstacle in plan.obstacles):
        return 3
    concrete = [o for o in plan.obstacles if o.text and not o.abstract]
    if not concrete:
        return 1
    return 3 if plan.ifthen else 2


def _decision(plan: Plan) -> int:
    decision = plan.decision
    if not decision.sponsor:
        return 0
    if decision.said_yes and decision.said_yes_on:
        return 3
    return 2 if decision.said_yes or decision.ask_on else 1
