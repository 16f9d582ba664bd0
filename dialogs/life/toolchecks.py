"""Four checks on the tools of a plan. They are noted, never scored: a plan without any tool passes them all."""

from collections.abc import Iterator
from typing import Final

from dialogs.coach.patterns import ranked
from dialogs.coach.quoting import quote
from dialogs.coach.tools import category_label, category_of
from dialogs.content.catalog import text_of
from dialogs.lang import Lang
from dialogs.plan import Override, Plan

MOST_NEW: Final = 1  # kinds of tool that a plan may bring into the company
_WORDS: Final = 8


def tool_notes(plan: Plan, lang: Lang, read_in: Lang) -> tuple[str, ...]:
    """A line for each check that fails, in `lang`; the plan's words are read in `read_in`, their owner's."""
    return (
        *_serving_no_step(plan, lang),
        *_beside_what_is_there(plan, lang),
        *_new(plan, lang),
        *_use(plan, lang, read_in),
    )


def _serving_no_step(plan: Plan, lang: Lang) -> Iterator[str]:
    """T1: every tool named serves a step of the plan. Only one that was kept for a step which is gone does not."""
    steps = {step.text for step in plan.steps}
    for kept in plan.overrides:
        if kept.step not in steps:
            yield text_of("review.tool.no_step", lang).format(tool=kept.tool)


def _beside_what_is_there(plan: Plan, lang: Lang) -> Iterator[str]:
    """T2: what the company already has comes first. Another tool was kept for a step that has one of its own."""
    owned = {step.text: step.tool for step in plan.steps if step.tool}
    for kept in plan.overrides:
        own = owned.get(kept.step)
        if own is not None and own.lower() not in kept.tool.lower():
            yield text_of("review.tool.have", lang).format(step=quote(kept.step, _WORDS), tool=own)


def _new(plan: Plan, lang: Lang) -> Iterator[str]:
    """T3: at most one new category of tool."""
    owned = {category for step in plan.steps if step.tool for category in step.categories}
    lacking = (step for step in plan.steps if step.categories and not step.tool)
    new = {step.categories[0]: category_label(step.categories[0], lang) for step in lacking}
    new |= {_kind(kept): kept.tool for kept in plan.overrides if _kind(kept) not in owned | new.keys()}
    if len(new) > MOST_NEW:
        yield text_of("review.tool.new", lang).format(tools=", ".join(new.values()))


def _use(plan: Plan, lang: Lang, read_in: Lang) -> Iterator[str]:
    """T4: the measure is not the use of the tool. Where that is the objective's finding, it is not said twice."""
    if plan.weak.get("objective.outcome") == "adoption_as_objective":
        return
    for words in filter(None, (plan.objective.measure, plan.objective.outcome)):
        if "adoption_as_objective" in ranked("objective", words, read_in):
            yield text_of("review.tool.use", lang).format(words=quote(words, _WORDS))
            return


def _kind(kept: Override) -> str:
    """The category of a tool that was kept; for one that is in none, the tool itself."""
    return category_of(kept.tool) or kept.tool.lower()
