"""The business matter behind a talk: its archetype, by the words of the first message, problem and objective."""

from dialogs.coach.archetypes import archetype_of
from dialogs.turn import Turn


def matter_of(turn: Turn) -> str:
    """The archetype's id. Found when it is needed: an example is asked for, the summary is shown."""
    plan, offer = turn.plan, turn.conversation.offer
    said = [plan.trigger_tool, offer.goal if offer else None, offer.problem if offer else None]
    texts = [text for text in (*said, plan.problem, plan.objective.outcome) if text]
    return archetype_of(texts, turn.conversation.lang)
