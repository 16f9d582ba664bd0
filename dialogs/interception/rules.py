"""The grammar of a proposal in English and French, put together into the few expressions that are asked.

All words are data in dialogs/content/tools_*.py. Compiled at the first message that needs them, not at import.
"""

import re
from functools import cache
from typing import NamedTuple

from dialogs.interception.text import listed
from dialogs.interception.tools import CONTENT, Naming, naming, one, words
from dialogs.lang import Lang


class Rules(NamedTuple):
    """What the judge asks of a folded sentence, in one language."""

    kinds: dict[str, str]
    act: re.Pattern[str]
    naming: Naming
    frame: re.Pattern[str]
    block: re.Pattern[str]
    after: re.Pattern[str]
    negated: re.Pattern[str]
    praise: re.Pattern[str]
    fear: re.Pattern[str]
    praise_signs: frozenset[str]
    fear_signs: frozenset[str]
    adoption_signs: frozenset[str]
    adoption: re.Pattern[str]
    checkable: re.Pattern[str]
    vanity: re.Pattern[str]
    steps: tuple[tuple[float, re.Pattern[str]], ...]
    problem: re.Pattern[str]
    bandwagon: re.Pattern[str]
    reason: re.Pattern[str]
    not_reason: re.Pattern[str]
    opener: re.Pattern[str]
    persons: re.Pattern[str]
    date: re.Pattern[str]
    purposes: frozenset[str]
    loose_ends: frozenset[str]
    general: frozenset[str]
    launch: frozenset[str]
    take: frozenset[str]
    self_standing: frozenset[str]


@cache
def rules(lang: Lang) -> Rules:
    """The compiled rules of one language."""
    content = CONTENT[lang]
    acts = {"start": content.START, "change": content.CHANGE, "want": content.WANT, "idea": content.IDEA}
    kinds = {verb: kind for kind, verbs in acts.items() for verb in listed(verbs)}
    persons = rf"{content.BEFORE_PERSONS}{content.PERSONS}(?:\s+{content.PERSONS})*{content.AFTER_PERSONS}"
    return Rules(
        kinds=kinds,
        act=one(rf"\b(?P<verb>{content.MOVE}|{words(kinds)})(?=[\s'])(?:\s+{content.ADVERBS}\b){{0,2}}"),
        naming=naming(lang),
        frame=one(*content.FRAMES),
        block=one(*content.BLOCKS),
        after=one(*content.AFTERS),
        negated=one(content.NEGATED_WANT),
        praise=one(*(rf"\s?(?:{pattern})" for pattern in content.PRAISE)),
        fear=one(*content.FEAR),
        praise_signs=frozenset(listed(content.PRAISE_SIGNS)),
        fear_signs=frozenset(listed(content.FEAR_SIGNS)),
        adoption_signs=frozenset(listed(content.ADOPTION_SIGNS)),
        adoption=one(*content.ADOPTION),
        checkable=one(*content.CHECKABLE),
        vanity=one(content.VANITY),
        steps=tuple((weight, one(pattern)) for weight, pattern in content.STEPS),
        problem=one(*content.PROBLEM),
        bandwagon=one(*content.BANDWAGON),
        reason=one(content.REASON),
        not_reason=one(content.NOT_A_REASON),
        opener=one(rf"^(?:{content.OPENERS})\s*\b"),
        persons=one(persons),
        date=one(content.DATE),
        purposes=frozenset(listed(content.PURPOSES)),
        loose_ends=frozenset(listed(content.LOOSE_ENDS)),
        general=frozenset(listed(content.GENERAL)),
        launch=frozenset(listed(content.LAUNCH)),
        take=frozenset(listed(content.TAKE)),
        self_standing=frozenset(listed(content.SELF_STANDING)),
    )
