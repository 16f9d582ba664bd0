"""What is seen of a criterion that is not solid, in the plan's own words: the first part of a finding."""

from collections.abc import Callable
from typing import Final, NamedTuple

from dialogs.plan import Plan
from dialogs.review import NO_PROBLEM, SENSITIVE


class Seen(NamedTuple):
    """Which message of the criterion says it (`review.seen.<criterion>.<what>`), and the plan's words in it."""

    what: str
    words: str = ""
    who: str = ""


SENSITIVE_SEEN: Final = Seen("sensitive")  # said of every criterion in the same way


def seen_of(plan: Plan, criterion: str) -> Seen:
    """What is seen of a criterion of that plan, which is not solid."""
    slot = "problem.what" if criterion == "problem" else criterion
    return SENSITIVE_SEEN if plan.weak.get(slot) == SENSITIVE else _SEEN[criterion](plan)


def _problem(plan: Plan) -> Seen:
    if not plan.problem:
        return Seen("none")
    weak = plan.weak.get("problem.what")
    if weak in NO_PROBLEM:
        return Seen("fomo" if weak == "fomo" else "lack", plan.problem)
    return Seen("everyone" if plan.who else "nobody", plan.problem, plan.who)


_IS_NO_OBJECTIVE: Final = {
    "one_word_objective": "one_word",
    "tool_as_objective": "tool",
    "adoption_as_objective": "use",
}


def _objective(plan: Plan) -> Seen:
    if not plan.objective.outcome:
        return Seen("none")
    return Seen(_IS_NO_OBJECTIVE.get(plan.weak.get("objective.outcome", ""), "words"), plan.objective.outcome)


def _steps(plan: Plan) -> Seen:
    if not plan.steps:
        return Seen("none")
    if plan.weak.get("steps") == "no_step":
        return Seen("tool", plan.steps[0].text)
    return Seen("bare", next(step.text for step in plan.steps if not (step.owner or step.due)))


def _blockers(plan: Plan) -> Seen:
    if not plan.obstacles:
        return Seen("none")
    words = next((obstacle.text for obstacle in plan.obstacles if obstacle.text), "")
    return Seen("abstract", words) if words else SENSITIVE_SEEN


_SEEN: Final[dict[str, Callable[[Plan], Seen]]] = {
    "problem": _problem,
    "objective": _objective,
    "mechanism": lambda plan: Seen("none" if plan.mechanism_level is None else "untried"),
    "people": lambda plan: Seen("everyone", plan.people) if plan.people else Seen("none"),
    "steps": _steps,
    "blockers": _blockers,
    "decision": lambda plan: Seen("named", plan.decision.sponsor) if plan.decision.sponsor else Seen("none"),
}
