"""Fills the {placeholders} of the script: one small function per name, called only when a message needs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from dialogs.coach.quoting import definite, first_part, in_a_sentence, quote, sentence_case, turned, way_of
from dialogs.content.catalog import text_of
from dialogs.lang import Lang
from dialogs.plan import Objective
from dialogs.reading.grammar import grammar
from dialogs.saying import day, figure

if TYPE_CHECKING:
    from dialogs.conversation import Prompt
    from dialogs.turn import Turn


# A slot and what is kept of a tap -> the button that was tapped.
_TAPPED: Final = {
    ("mechanism.level", "works"): "btn.mech.works",
    ("mechanism.level", "fragile"): "btn.mech.fragile",
    ("mechanism.level", "none"): "btn.mech.none",
    ("checkin", "yes"): "btn.yes_done",
    ("checkin", "no"): "btn.no",
    ("share", "private"): "btn.private",
    ("share", "review"): "btn.review",
    ("share", "post"): "btn.post",
}


class Placeholders(dict[str, str]):
    """The values of one message: those given, the others computed on demand."""

    def __init__(self, turn: Turn, prompt: Prompt | None, given: dict[str, str]) -> None:
        super().__init__(given)
        self.turn: Turn = turn
        self.prompt = prompt

    def __missing__(self, name: str) -> str:
        return _FILL[name](self.turn, self.prompt)


def blocker_words(blocker: str, lang: Lang) -> str:
    """A blocker in mid-sentence: the words of its button, without what stands there in brackets."""
    return text_of(f"blk.{blocker}", lang).split(" (")[0].lower()


def without_empty_lines(template: str, values: dict[str, str]) -> str:
    """The template without the lines of a list that have nothing to say; a message of one line stays."""
    lines = template.split("\n")
    empty = [f"{{{name}}}" for name, value in values.items() if not value]
    return "\n".join(line for line in lines if len(lines) == 1 or not any(mark in line for mark in empty))


def _word(turn: Turn, key: str) -> str:
    lang: Lang = turn.conversation.lang
    return text_of(key, lang)


def _tool(turn: Turn, prompt: Prompt | None) -> str:
    offer = turn.conversation.offer
    offered = turn.conversation.status == "offered" and offer is not None
    tool = offer.tool if offered and offer is not None else turn.plan.trigger_tool
    if tool is None:
        return _word(turn, "word.the_tool")
    if prompt is not None and prompt.key == "probe.tool_as_objective":
        return sentence_case(definite(tool, turn.conversation.lang))
    return tool


def _goal_quote(turn: Turn, prompt: Prompt | None) -> str:
    offer = turn.conversation.offer
    return quote((offer.problem or offer.goal or "") if offer else "", 8)


def _people(turn: Turn, prompt: Prompt | None) -> str:
    who = turn.plan.who
    if not who or turn.conversation.slot("problem.who").state == "open":
        return _word(turn, "word.the_people")
    lang = turn.conversation.lang
    return turned(in_a_sentence(quote(first_part(who)), lang), lang)


def _problem(turn: Turn, prompt: Prompt | None) -> str:
    offer = turn.conversation.offer
    if prompt is not None and prompt.key == "q.problem.prefilled" and offer and offer.problem:
        return quote(offer.problem)
    return quote(turn.plan.problem)


def objective_words(turn: Turn) -> str:
    """What is counted, or the result in words where no count was named."""
    objective = turn.plan.objective
    return quote(objective.measure or objective.outcome)


def start_figure(objective: Objective, lang: Lang) -> str:
    """Today's figure as it stands before the arrow: the unit comes once, after the target, but % with both."""
    unit = objective.unit if objective.unit == "%" or objective.target is None else ""
    return figure(objective.baseline or 0, unit, lang)


def baseline(turn: Turn, prompt: Prompt | None = None) -> str:
    """Today's figure, marked when it is an estimate."""
    objective = turn.plan.objective
    if objective.baseline is None:
        return "?"
    said = start_figure(objective, turn.conversation.lang)
    return f"{said} ({_word(turn, 'word.to_check')})" if objective.estimate else said


def target(turn: Turn, prompt: Prompt | None = None) -> str:
    """The figure to reach, with its unit."""
    objective = turn.plan.objective
    return "?" if objective.target is None else figure(objective.target, objective.unit, turn.conversation.lang)


def due_day(turn: Turn, prompt: Prompt | None = None) -> str:
    """The day of the objective in words."""
    due = turn.plan.objective.due
    return "?" if due is None else day(due, turn.conversation.lang, turn.moment.today)


def figures(turn: Turn) -> str:
    """The objective in figures: “21% → 10%, 30 June”."""
    return f"{baseline(turn)} → {target(turn)}, {due_day(turn)}"


def _target_date(turn: Turn, prompt: Prompt | None) -> str:
    if turn.plan.objective.due is None:
        return _word(turn, "word.that_day")
    return due_day(turn)


def _step(turn: Turn, prompt: Prompt | None) -> str:
    steps = turn.plan.steps
    if prompt is not None and prompt.step is not None and prompt.step < len(steps):
        return quote(steps[prompt.step].text)
    unowned = next((step for step in steps if step.owner is None), None)
    return quote(unowned.text if unowned else turn.conversation.slot("steps").text)


def _question(turn: Turn, prompt: Prompt | None) -> str:
    """The question itself, inside another message (“Back one. …”)."""
    return "" if prompt is None else turn.text(prompt.key, prompt)


def _blocker(turn: Turn, prompt: Prompt | None) -> str:
    """The first obstacle in words; for one that is only implied, the words of its button."""
    if prompt is not None and prompt.key == "q.step.implied":
        return blocker_words(prompt.buttons[0].removeprefix("blk."), turn.conversation.lang)
    return quote(next((o.text for o in turn.plan.obstacles if o.text), ""))


def _checkin_date(turn: Turn, prompt: Prompt | None) -> str:
    on = turn.plan.checkin_on
    return "?" if on is None else day(on, turn.conversation.lang, turn.moment.today)


def _commit_date(turn: Turn, prompt: Prompt | None) -> str:
    on = turn.plan.commitment_on
    return _word(turn, "word.no_day") if on is None else day(on, turn.conversation.lang, turn.moment.today)


def _sponsor(turn: Turn, prompt: Prompt | None) -> str:
    """Who can say yes; on “the boss asked for it”, whoever the answer names."""
    if turn.plan.decision.sponsor:
        return turn.plan.decision.sponsor
    lang = turn.conversation.lang
    asker = grammar(lang).role.search(turn.conversation.slot(prompt.slot).text) if prompt is not None else None
    return turned(asker.group(0)[:1].lower() + asker.group(0)[1:], lang) if asker else _word(turn, "word.who_asked")


def _quote(turn: Turn, prompt: Prompt | None) -> str:
    """What was said to this question; a tap as the words on its button."""
    if prompt is None:
        return ""
    text = turn.conversation.slot(prompt.slot).text
    button = _TAPPED.get((prompt.slot, text))
    return quote(text) if button is None else _word(turn, button)


def _text(turn: Turn, prompt: Prompt | None) -> str:
    return _quote(turn, prompt) or _word(turn, "word.nothing_yet")


def _contact(turn: Turn, prompt: Prompt | None) -> str:
    return turn.company.tool_contact or _word(turn, "word.tool_contact")


def _coach_contact(turn: Turn, prompt: Prompt | None) -> str:
    return turn.company.coach_contact or sentence_case(_word(turn, "word.coach_contact"))


def _topic(turn: Turn, prompt: Prompt | None) -> str:
    plan = turn.plan
    return quote(plan.objective.outcome or plan.problem, 8) or plan.trigger_tool or _word(turn, "word.your_plan")


def _mechanism(turn: Turn, prompt: Prompt | None) -> str:
    return quote(way_of(turn.plan.mechanism), 10)


_FILL: Final[dict[str, Callable[[Turn, Prompt | None], str]]] = {
    "first_name": lambda turn, prompt: turn.conversation.first_name,
    "tool": _tool,
    "goal_quote": _goal_quote,
    "problem": _problem,
    "objective": lambda turn, prompt: objective_words(turn),
    "people": _people,
    "baseline": baseline,
    "target": target,
    "date": due_day,
    "target_date": _target_date,
    "step": _step,
    "blocker": _blocker,
    "question": _question,
    "checkin_date": _checkin_date,
    "commitment": lambda turn, prompt: quote(turn.plan.commitment),
    "commit_date": _commit_date,
    "sponsor": _sponsor,
    "quote": _quote,
    "text": _text,
    "tool_contact": _contact,
    "coach_contact": _coach_contact,
    "topic": _topic,
    "mechanism": _mechanism,
}
