"""The plan on one screen: its title, its rows, and what is still open. The tool comes last, beside a step."""

from datetime import date
from typing import Final

from dialogs.coach.placeholders import start_figure
from dialogs.coach.questions import BY_SLOT, next_question
from dialogs.coach.quoting import first_part, quote, sentence_case, turned, way_of
from dialogs.coach.tools import category_label
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.lang import Lang
from dialogs.plan import Objective, Obstacle, Plan, Step
from dialogs.reading.numbers import has_digit
from dialogs.reading.words import plain, says
from dialogs.replies import PlanCard, Row
from dialogs.review import NO_PROBLEM
from dialogs.saying import day, figure, spaced, with_label

TITLE_WORDS: Final = 7


def card(conversation: Conversation, today: date) -> PlanCard:
    """The plan as a card: `title` and `rows` for rich places, `text` for plain ones."""
    plan, lang = conversation.plan, conversation.lang
    said = plan_in_words(plan, lang, today) | {"open": _open(conversation, today)}
    return written("summary.card", title_of(plan, lang), labelled(said, lang), lang)


def written(
    key: str, title: str, rows: tuple[Row, ...], lang: Lang, intro: str = "", notes: tuple[str, ...] = ()
) -> PlanCard:
    """A card with its plain text: the intro, the title, a line for each row, the notes."""
    text = "\n".join(filter(None, (intro, f"*{title}*", *(f"*{row.label}* {row.text}" for row in rows), *notes)))
    return PlanCard(key, spaced(text, lang), title, rows, intro, notes)


def labelled(said: dict[str, str], lang: Lang) -> tuple[Row, ...]:
    """A row for each part of a plan that has words."""
    return tuple(Row(text_of(f"row.{part}", lang), words) for part, words in said.items() if words)


def plan_in_words(plan: Plan, lang: Lang, today: date, to_owner: bool = True) -> dict[str, str]:
    """Part -> its words, in the order of the card; empty for a part without any. To others *my* stays *my*."""
    return {
        "problem": _problem(plan),
        "objective": _objective(plan, lang, today),
        "mechanism": _mechanism(plan, lang),
        "people": quote(plan.people),
        "steps": "; ".join(_step(step, lang, today) for step in plan.steps),
        "blockers": "; ".join(obstacle_words(o, lang, today) for o in plan.obstacles),
        "decision": decision_words(plan, lang, today, to_owner),
        "tools": _tools(plan, lang),
        "commitment": _commitment(plan, lang, today),
    }


def title_of(plan: Plan, lang: Lang) -> str:
    """The title as its owner reads it."""
    return sentence_case(turned(title_words(plan, lang), lang)) or text_of("word.untitled", lang)


def title_words(plan: Plan, lang: Lang) -> str:
    """A title in the owner's words: the objective's, never the tool's; the problem's while there is no objective."""
    for words in (_title_objective(plan), plan.problem):
        if words and not says("tool", plain(words), lang):
            return quote(first_part(words), TITLE_WORDS)
    return ""


def _title_objective(plan: Plan) -> str:
    """The outcome; the measure instead when the outcome was said as bare figures."""
    objective = plan.objective
    return objective.measure if has_digit(objective.outcome) and objective.measure else objective.outcome


def open_points(conversation: Conversation, today: date) -> list[str]:
    """What the plan still misses, one short line each, in the order of the card."""
    plan, lang = conversation.plan, conversation.lang
    points = [_open_slot(conversation, name) for name in BY_SLOT if _is_open(conversation, name)]
    if plan.objective.estimate and plan.objective.baseline is not None:
        figure_said = figure(plan.objective.baseline, plan.objective.unit, lang)
        points.append(text_of("open.to_check", lang).format(figure=figure_said))
    points += [point for step in plan.steps for point in _open_step(step, lang)]
    points += [quote(clause) for clause in _unfinished(plan.people, lang)]
    if any(o.sensitive and o.talk_on is None for o in plan.obstacles):
        points.append(text_of("open.talk", lang))
    return points


def _open(conversation: Conversation, today: date) -> str:
    """The open points; “none” is only said once every question has been put."""
    points = "; ".join(open_points(conversation, today))
    return points or ("" if next_question(conversation) else text_of("word.none", conversation.lang))


def _is_open(conversation: Conversation, slot: str) -> bool:
    """Open, or to be asked of somebody who knows; the figures that need a check have a line of their own."""
    state = conversation.slot(slot).state
    asked_around = state == "to_check" and slot not in ("objective.outcome", "objective.numbers")
    return (state == "open" or asked_around) and slot not in ("mechanism.level", "share")


def _open_slot(conversation: Conversation, name: str) -> str:
    slot, lang = conversation.slot(name), conversation.lang
    label = text_of(f"label.{name}", lang).lower()
    if slot.sensitive:
        return text_of("open.sensitive", lang).format(label=label)
    told = slot.text and slot.pattern not in NO_PROBLEM
    marked = "« {} »" if lang == "fr" else "“{}”"
    said = marked.format(quote(slot.text)) if told else text_of("word.not_said", lang)
    return with_label(label, said, lang)


def _open_step(step: Step, lang: Lang) -> list[str]:
    if step.verdict == "pending":
        return [text_of("open.pending", lang).format(step=quote(step.text, 8), missing=step.unsure or "")]
    if step.owner is None:
        return [text_of("open.owner", lang).format(step=quote(step.text, 8))]
    if step.due is None:
        return [text_of("open.date", lang).format(step=quote(step.text, 8))]
    return []


def _unfinished(text: str, lang: Lang) -> list[str]:
    """Clauses by which the person says themselves that something is not there yet."""
    pieces = (piece.strip() for piece in text.replace(";", ",").split(","))
    return [piece for piece in pieces if piece and says("not_there_yet", plain(piece), lang)]


def _problem(plan: Plan) -> str:
    problem = quote(plan.problem)
    return f"{problem} ({quote(first_part(plan.who), 10)})" if problem and plan.who else problem or quote(plan.who)


def _objective(plan: Plan, lang: Lang, today: date) -> str:
    objective = plan.objective
    words = sentence_case(quote(objective.measure or objective.outcome))
    way = way_in_figures(objective, lang, today)
    return with_label(words, way, lang) if way else words


def way_in_figures(objective: Objective, lang: Lang, today: date) -> str:
    """ "150 → 14 days by 30 June", with "?" for what is not known; empty without any figure."""
    if objective.baseline is None and objective.target is None:
        return ""
    start = "?" if objective.baseline is None else start_figure(objective, lang)
    if objective.estimate:
        start += f" ({text_of('word.to_check', lang)})"
    end = "?" if objective.target is None else figure(objective.target, objective.unit, lang)
    when = "" if objective.due is None else text_of("word.by", lang).format(date=day(objective.due, lang, today))
    return f"{start} → {end} {when}".strip()


def _mechanism(plan: Plan, lang: Lang) -> str:
    if plan.mechanism_level is None:
        return quote(plan.mechanism)
    level = text_of(f"word.level.{plan.mechanism_level}", lang)
    return f"{quote(way_of(plan.mechanism))}, {level}" if plan.mechanism and plan.mechanism_level != "none" else level


def _step(step: Step, lang: Lang, today: date) -> str:
    about = about_step(step, lang, today)
    return f"{quote(step.text, 12)} ({about})" if about else quote(step.text, 12)


def about_step(step: Step, lang: Lang, today: date) -> str:
    """Who does a step and by when: "Maya, 13 March", as far as it is said."""
    return ", ".join(part for part in (step.owner, day(step.due, lang, today) if step.due else "") if part)


def obstacle_words(obstacle: Obstacle, lang: Lang, today: date) -> str:
    """An obstacle in its owner's words; of something sensitive only that it is there, and the day of the talk."""
    if not obstacle.sensitive:
        return quote(obstacle.text)
    if obstacle.talk_on is None:
        return text_of("word.sensitive", lang)
    return text_of("word.sensitive_on", lang).format(date=day(obstacle.talk_on, lang, today))


def decision_words(plan: Plan, lang: Lang, today: date, to_owner: bool = True) -> str:
    """Who can say yes, and where that stands; empty when nobody was named. To others *my boss* is not *yours*."""
    decision = plan.decision
    if not decision.sponsor:
        return ""
    state = "yes" if decision.said_yes else "ask" if decision.ask_on else "named"
    on = decision.said_yes_on if decision.said_yes else decision.ask_on
    key = f"decision.{state}_on" if on and state != "named" else f"decision.{state}"
    sponsor = turned(decision.sponsor, lang) if to_owner else decision.sponsor
    return text_of(key, lang).format(sponsor=sponsor, date=day(on, lang, today) if on else "")


def _tools(plan: Plan, lang: Lang) -> str:
    """Tools beside the step they serve; a choice of the person's own beside its reason."""
    if not any(step.verdict for step in plan.steps):
        return ""
    named = [
        text_of("word.tool_for", lang).format(
            tool=step.tool or f" {text_of('word.or', lang)} ".join(category_label(c, lang) for c in step.categories),
            step=quote(step.text, 8),
        )
        for step in plan.steps
        if step.categories or step.tool
    ]
    named += [text_of("word.tool_for", lang).format(tool=o.tool, step=quote(o.step, 8)) for o in plan.overrides]
    if named:
        return "; ".join(named)
    pending = any(step.verdict == "pending" for step in plan.steps)
    return text_of("word.none_for_now" if pending else "word.none_needed", lang)


def _commitment(plan: Plan, lang: Lang, today: date) -> str:
    if not plan.commitment:
        return ""
    on = f", {day(plan.commitment_on, lang, today)}" if plan.commitment_on else ""
    return f"{quote(plan.commitment)}{on}"
