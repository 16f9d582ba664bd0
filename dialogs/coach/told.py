"""What a person has told for each part of a plan, in words that they can change.

In a talk these are the words as typed. A plan that outlived its talk has its values only: there they are put in words
that read back as the same values.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from msgspec.structs import replace

from dialogs.coach.summary import decision_words
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation, Slot
from dialogs.lang import Lang
from dialogs.plan import Plan, Step
from dialogs.review import SENSITIVE
from dialogs.saying import day, figure, with_label

InWords = Callable[[Plan, Lang, date], str]


def told(conversation: Conversation, slot: str, today: date) -> str:
    """The words told for a slot; empty when there are none, and for something sensitive."""
    kept = conversation.slot(slot)
    if kept.text or kept.sensitive or slot not in _IN_WORDS:
        return kept.text
    return _typed(_IN_WORDS[slot](conversation.plan, conversation.lang, today))


def slots_of(conversation: Conversation, today: date) -> dict[str, Slot]:
    """The slots of a plan that outlived its talk: each part is given, or open where the plan has nothing for it.

    A part that was kept with a weakness is open, with what was said.
    """
    plan = conversation.plan
    given = {slot: told(conversation, slot, today) for slot in _IN_WORDS} | {"mechanism.level": plan.mechanism_level}
    slots = {slot: Slot("given" if words else "open", words or "") for slot, words in given.items()}
    if _blockers_told(plan):
        slots["blockers"] = replace(slots["blockers"], state="given")
    return slots | {slot: _weak(slots.get(slot, Slot()), pattern) for slot, pattern in plan.weak.items()}


def _weak(slot: Slot, pattern: str) -> Slot:
    """The slot as it was left: open, and for something sensitive without a word."""
    hidden = pattern == SENSITIVE
    return replace(slot, state="open", text="" if hidden else slot.text, pattern=pattern, sensitive=hidden)


def steps_in_words(plan: Plan, lang: Lang, today: date) -> str:
    """The steps, one a line: “Ana: list the faults, by 13 March”."""
    return _typed("\n".join(_step(step, lang, today) for step in plan.steps))


def _typed(words: str) -> str:
    """The words as somebody would type them: with plain blanks."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def _step(step: Step, lang: Lang, today: date) -> str:
    words = with_label(step.owner, step.text, lang) if step.owner else step.text
    return f"{words}, {_by(step.due, lang, today)}" if step.due else words


def _figures(plan: Plan, lang: Lang, today: date) -> str:
    """ "18 days today, 9 days by 30 June", as far as it is known."""
    objective, now, goal = plan.objective, "", ""
    if objective.baseline is not None:
        now = text_of("told.now", lang).format(figure=figure(objective.baseline, objective.unit, lang))
    if objective.target is not None:
        goal = figure(objective.target, objective.unit, lang)
    when = "" if objective.due is None else _by(objective.due, lang, today)
    return ", ".join(filter(None, (now, f"{goal} {when}".strip())))


def _by(due: date, lang: Lang, today: date) -> str:
    return text_of("word.by", lang).format(date=day(due, lang, today))


def _blockers_told(plan: Plan) -> bool:
    """Whether obstacles were named, or it was said that there are none."""
    return bool(plan.obstacles) or any((step.read or {}).get("blocker") == "none" for step in plan.steps)


_IN_WORDS: Final[dict[str, InWords]] = {
    "problem.what": lambda plan, lang, today: plan.problem,
    "problem.who": lambda plan, lang, today: plan.who,
    "objective.outcome": lambda plan, lang, today: plan.objective.outcome,
    "objective.numbers": _figures,
    "decision": decision_words,
    "mechanism": lambda plan, lang, today: plan.mechanism,
    "people": lambda plan, lang, today: plan.people,
    "steps": steps_in_words,
    "blockers": lambda plan, lang, today: "; ".join(o.text for o in plan.obstacles if o.text),
    "commitment": lambda plan, lang, today: plan.commitment,
    "ifthen": lambda plan, lang, today: plan.ifthen,
}
