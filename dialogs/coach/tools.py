"""Which kinds of tools a step could use, the company's own first, and which kind a wish names.

At most two names per step. The company's own tools hide what it lacks, and what it lacks makes at most one
request per plan: the tool is only one element of it.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from dialogs.coach.verdict import Verdict
from dialogs.company import Audience, Company, Tool
from dialogs.content.tool_categories import BY_BLOCKER, BY_PURPOSE, CATEGORIES
from dialogs.content.tool_words import TOOL_WORDS
from dialogs.content.verdict_table import DEFAULTS
from dialogs.lang import Lang
from dialogs.reading.kinds import Kinds, by_kind, first_kind, spoken

MOST_NAMES: Final = 2


class Proposal(NamedTuple):
    """What to look at for a step: categories (best first, at most two), and the company's own tool for it.

    `needs_request` is True when the company lacks it. The categories are empty when they were all proposed
    earlier in the plan, or when nothing owned fits and a new tool is out of place (a first trial by hand, a
    second new tool in the plan).
    """

    categories: tuple[str, ...] = ()
    owned: Tool | None = None
    needs_request: bool = False


_COMMUNITIES: Final = frozenset({"qa_community", "customer_community"})


def propose(step_attrs: Mapping[str, str], verdict: Verdict, company: Company, already: frozenset[str]) -> Proposal:
    """Propose for a step with this verdict. `already`: the categories proposed earlier in the plan."""
    attrs = {**DEFAULTS, **step_attrs}
    audience = _audience(attrs)
    fitting = [c for c in _candidates(attrs, verdict) if CATEGORIES[c].scope in _SCOPES[audience]]
    owned = _owned(fitting, company, audience)
    fresh = [tool for tool in owned if tool.category not in already]
    if fresh:
        names = dict.fromkeys(tool.category for tool in fresh)
        return Proposal(tuple(names)[:MOST_NAMES], fresh[0])
    if owned:
        return Proposal(owned=owned[0])
    if not fitting or verdict.rule == "R4" or _has_new(already, company):
        return Proposal()
    return Proposal((fitting[0],), needs_request=True)


def category_of(tool_phrase: str) -> str | None:
    """Give the category that a wish names, in either language ("une communauté Teams"), or None."""
    return first_kind(_tool_words(), spoken(tool_phrase))


def serves(wished: str | None, proposed: tuple[str, ...]) -> bool:
    """Whether what is proposed is what was wished: the same category, or a community for another circle."""
    if wished in _COMMUNITIES:
        return any(category in _COMMUNITIES for category in proposed)
    return wished in proposed


def category_label(category: str, lang: Lang) -> str:
    """Name a category as it is said to people: "a searchable knowledge base"."""
    return CATEGORIES[category].en if lang == "en" else CATEGORIES[category].fr


_SCOPES: Final[Mapping[Audience, frozenset[str]]] = {
    "outside": frozenset({"any", "outside"}),
    "internal": frozenset({"any", "internal"}),
    "deskless": frozenset({"any", "internal"}),
}


@lru_cache(maxsize=1)
def _tool_words() -> Kinds:
    return by_kind(TOOL_WORDS)


def _audience(attrs: Mapping[str, str]) -> Audience:
    if attrs["distance"] == "outside":
        return "outside"
    return "deskless" if attrs["reach"] == "not_covered" else "internal"


def _candidates(attrs: Mapping[str, str], verdict: Verdict) -> tuple[str, ...]:
    """The categories for the verdict, best first, whoever they serve and whatever the company has."""
    if verdict.kind == "radical":
        return BY_PURPOSE[attrs["purpose"]]
    choices = BY_BLOCKER.get(verdict.blocker, ()) if verdict.kind == "unblock" else ()
    fitting = (c.categories for c in choices if c.attribute is None or attrs[c.attribute] == c.value)
    return next(fitting, ())


def _owned(categories: list[str], company: Company, audience: Audience) -> list[Tool]:
    """The company's tools of these categories that the audience can reach: those it already uses first."""
    available = [
        tool
        for category in categories
        for tool in company.tools
        if tool.category == category and audience in tool.available_to
    ]
    return sorted(available, key=lambda tool: audience not in tool.used_by)


def _has_new(already: frozenset[str], company: Company) -> bool:
    return not already <= {tool.category for tool in company.tools}
