"""The coach's questions in order: which slot each fills, its message keys, and how its answer is read.

A plan is a check-list of slots: the next question is the first whose slot is still empty, so several answers at
once, skips and corrections need no special path.
"""

from typing import Final, NamedTuple

from dialogs.conversation import Conversation


class Question(NamedTuple):
    """A slot, the message that asks for it, why it is asked, and the slot name in the weak-answer patterns."""

    slot: str
    key: str
    why: str
    reads: str


PLAN_QUESTIONS: Final = (
    Question("problem.what", "q.problem", "why.problem", "problem"),
    Question("problem.who", "q.problem.who", "why.problem.who", "problem.who"),
    Question("objective.outcome", "q.objective", "why.objective", "objective"),
    Question("objective.numbers", "q.objective.numbers", "why.objective.numbers", "objective.numbers"),
    Question("decision", "q.decision", "why.decision", "decision"),
    Question("mechanism", "q.mechanism", "why.mechanism", "mechanism"),
    Question("mechanism.level", "q.mechanism.proof", "why.mechanism", ""),
    Question("people", "q.people", "why.people", "people"),
    Question("steps", "q.steps", "why.steps", "steps"),
    Question("blockers", "q.blockers", "why.blockers", "blockers"),
)
CLOSING_QUESTIONS: Final = (
    Question("commitment", "q.commit", "why.commit", ""),
    Question("ifthen", "q.ifthen", "why.ifthen", ""),
    Question("checkin", "q.checkin", "why.checkin", ""),
    Question("share", "q.share", "why.share", ""),
)
BY_SLOT: Final = {question.slot: question for question in (*PLAN_QUESTIONS, *CLOSING_QUESTIONS)}

# The parts that a person can pick under "Fix something", in the order of the summary.
FIXABLE: Final = (
    "problem.what",
    "problem.who",
    "objective.outcome",
    "objective.numbers",
    "mechanism",
    "people",
    "steps",
    "blockers",
    "decision",
)

# What must be asked again when a slot changes, because it is said in terms of the old answer.
DEPENDS_ON: Final = {"objective.outcome": ("objective.numbers",), "mechanism": ("mechanism.level",)}


def next_question(conversation: Conversation) -> Question | None:
    """The first question of the plan whose slot is empty; None when all are answered or open."""
    return next((question for question in PLAN_QUESTIONS if conversation.is_empty(question.slot)), None)


def why_of(key: str, slot: str) -> str:
    """The message that says why this is asked."""
    if slot in BY_SLOT:
        return BY_SLOT[slot].why
    return "why.step" if key.startswith("q.step.") else "intercept.why"
