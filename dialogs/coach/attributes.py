"""What the words of a step already say about it, so that the coach asks only for the rest.

Reads by word lists (`dialogs/content/attributes_*.py`, `blockers_*.py`). What is not said is left out: a
wrong guess would put a verdict on words nobody wrote, a missing one costs at most a question.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import ModuleType
from typing import Final, NamedTuple

from dialogs.content import attributes_en, attributes_fr, blockers_en, blockers_fr
from dialogs.lang import Lang
from dialogs.plan import MechanismLevel
from dialogs.reading.kinds import Kinds, any_of, by_kind, first_kind, spoken
from dialogs.reading.lettertree import letter_tree
from dialogs.reading.numbers import find_numbers
from dialogs.reading.words import content_words

# The upper bounds of the sizes, in people.
_SIZES: Final = ((12, "s"), (50, "m"), (500, "l"))
_MODULES: Final[dict[Lang, ModuleType]] = {"en": attributes_en, "fr": attributes_fr}
_BLOCKERS: Final = {"en": blockers_en.BLOCKER_WORDS, "fr": blockers_fr.BLOCKER_WORDS}


class PlanWords(NamedTuple):
    """What the rest of the plan says, as typed: who feels the problem, the problem, how it is done today.

    `dated` is True when the step has a day by which it is done.
    """

    who: str = ""
    problem: str = ""
    mechanism: str = ""
    mechanism_level: MechanismLevel | None = None
    dated: bool = False


class _Words(NamedTuple):
    attributes: dict[str, Kinds]
    blockers: Kinds
    people: re.Pattern[str]
    all_people: re.Pattern[str]
    people_counted: re.Pattern[str]
    other_counted: re.Pattern[str]
    everyone: re.Pattern[str]
    each: re.Pattern[str]
    one_to_one: re.Pattern[str]
    from_then_on: re.Pattern[str]
    two_places: re.Pattern[str]


@lru_cache(maxsize=2)
def _words(lang: Lang) -> _Words:
    module = _MODULES[lang]
    people = letter_tree(module.PEOPLE)
    return _Words(
        attributes={name: by_kind(lists) for name, lists in module.ATTRIBUTE_WORDS.items()},
        blockers=by_kind(_BLOCKERS[lang]),
        people=any_of([people]),
        all_people=re.compile(rf"[^0-9a-z](?:{module.ALL_OF}) ({people})(?!\w)"),
        people_counted=re.compile(rf"(?: [\w'-]+){{0,2}}? {people}(?!\w)"),
        other_counted=re.compile(rf" ?(?:{module.NOT_PEOPLE})(?!\w)"),
        everyone=any_of(module.EVERYONE),
        each=any_of(module.EACH),
        one_to_one=any_of(module.ONE_TO_ONE),
        from_then_on=any_of(module.FROM_THEN_ON),
        two_places=re.compile(module.TWO_PLACES),
    )


def read_attributes(step: str, plan: PlanWords, lang: Lang) -> dict[str, str]:
    """Give the attributes (of `verdict_table.ATTRIBUTES`) that the step, as typed, and its plan already tell.

    Never the blocker: that is the person's to name (see `read_blocker`).
    """
    words, said = _words(lang), spoken(step)
    for_all = _is_for_all(said, plan.who, words)
    read = {name: first_kind(kinds, said) for name, kinds in words.attributes.items()}
    read["rhythm"] = read["rhythm"] or _rhythm(said, plan, lang)
    read["size"] = _size(said, spoken(plan.who) if for_all else "", lang)
    if read["size"] is None and not for_all and _is_done_by_few(said, read, words):
        read["size"] = "s"
    if read["distance"] is None:
        read["distance"] = _distance(step, plan if for_all else PlanWords(), words)
    read["mechanism"] = plan.mechanism_level
    return {name: value for name, value in read.items() if value is not None}


def read_blocker(text: str, lang: Lang) -> str | None:
    """Give the kind of obstacle that a person's words name, or None if none of the list is there."""
    return first_kind(_words(lang).blockers, spoken(text))


def _is_for_all(said: str, who: str, words: _Words) -> bool:
    """True when a step is for all who feel the problem: "everyone", "both sites", or the same people."""
    if words.everyone.search(said):
        return True
    named = {noun.rstrip("s") for noun in words.all_people.findall(said)}
    return bool(named) and not named.isdisjoint(noun.rstrip("s") for noun in words.people.findall(spoken(who)))


def _rhythm(said: str, plan: PlanWords, lang: Lang) -> str | None:
    """The rhythm of what the step is about: people who come one by one, today's way, or a single day."""
    words = _words(lang)
    if words.each.search(said):
        return first_kind(words.attributes["rhythm"], spoken(plan.who))
    mechanism = spoken(plan.mechanism)
    rhythm = first_kind(words.attributes["rhythm"], mechanism)
    if rhythm and not set(content_words(said, lang)).isdisjoint(content_words(mechanism, lang)):
        return rhythm
    return "once" if plan.dated and not words.from_then_on.search(said) else None


def _size(said: str, who: str, lang: Lang) -> str | None:
    """The size by the people counted in the step, else by those counted in `who` (empty when not for all)."""
    people = people_counted(said, who, lang)
    return size_of(people) if people else None


def size_of(people: float) -> str:
    """The size (a value of the attribute) of so many people."""
    return next((size for most, size in _SIZES if people <= most), "xl")


def people_counted(said: str, who: str, lang: Lang) -> float:
    """The most people counted in a step, else in `who`; 0.0 when none are. Both as `kinds.spoken` gives them."""
    return max(_people_in(said, lang), default=0.0) or max(_people_in(who, lang, bare=True), default=0.0)


def _people_in(text: str, lang: Lang, *, bare: bool = False) -> Iterator[float]:
    """The numbers of people in a plain text; with `bare`, also those before no noun: "the 620 abroad"."""
    words = _words(lang)
    for number in find_numbers(text, lang):
        uncounted = bare and not number.unit and not words.other_counted.match(text, number.end)
        if uncounted or words.people_counted.match(text, number.end):
            yield number.value


def _is_done_by_few(said: str, read: Mapping[str, str | None], words: _Words) -> bool:
    """True for talks of two, and for what is done once with nobody counted: one person's job.

    Not for informing: who informs says nothing of how many are told.
    """
    if words.one_to_one.search(said):
        return True
    return read["rhythm"] == "once" and read["purpose"] != "inform" and not words.people.search(said)


def _distance(step: str, plan: PlanWords, words: _Words) -> str | None:
    """Where the people are: two places named in the step or the problem, else the places of all concerned."""
    said = first_kind(words.attributes["distance"], spoken(f"{plan.who}. {plan.problem}"))
    if said is None and words.two_places.search(f"{step}. {plan.problem}"):
        return "multi_site"
    return said
