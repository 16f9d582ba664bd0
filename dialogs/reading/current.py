"""Read the answer to "where is it today": one figure, among others that the person may tell with it.

"41 now", "on est à 41", "from 45 to 41", "41, the target was 25 by June". A figure that was wished for, or by which
something changed, is none of today. One of earlier days, a span of time and a figure that is known already give way to
any other; a word for now beside a figure wins.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Final

from dialogs.lang import Lang
from dialogs.plan import Objective
from dialogs.reading.dates import find_dates
from dialogs.reading.fold import fold
from dialogs.reading.measures import in_unit, is_time
from dialogs.reading.numbers import FoundNumber, find_numbers

_READ_CHARACTERS: Final = 500  # as for a measure: a longer answer tells a story
_GAP: Final = r"[^\d,;.!?\n(]{0,20}"  # between a word and the figure it speaks of: no other figure, no clause border

# Kind of word -> what stands before the figure, and what right behind it.
_BESIDE: Final[dict[Lang, dict[str, tuple[str, str]]]] = {
    "en": {
        "wished": (
            r"(?:targets?|goal|aim(?:ing)?|objective|want(?:ed)?|hop(?:e|ing)|should be|need to (?:be|reach)|far from"
            rf"|away from|planned)\b{_GAP}",
            r" (?:is|was) (?:the|our|my) (?:target|goal|aim|objective)| (?:wanted|hoped for|planned)\b",
        ),
        "change": (r"by ", r" (?:points? )?(?:fewer|less|more|better|worse|to go|short)\b"),
        "span": (r"(?:after|in|within|for|since|past|last|over|every|took)(?: (?:about|only|the))? ", r" ago\b"),
        "earlier": (
            r"(?:from|was|were|used to be|instead of|rather than|compared (?:to|with)|against|vs|before|earlier"
            rf"|last \w+|previous|yesterday|at the start|started (?:at|with)|baseline)\b{_GAP}",
            r" (?:before|earlier|yesterday|last|at the start)\b| ?(?:→|->|=>|(?:down |up )?to )\D{0,2}\d",
        ),
        "now": (
            r"(?:now|today|currently|(?:we|it)(?: a|')re (?:now )?at|it's|this \w+)(?: at)?:? ",
            r" (?:now|today|currently|so far|at the moment|this)\b",
        ),
    },
    "fr": {
        "wished": (
            rf"(?:objectifs?|cible|but|vis(?:e|ait|ons|er)|voul(?:u|ait|ions)|veut|esper\w+|devrait|loin d\w*)\b{_GAP}",
            r" (?:est|etait|c'est|c'etait) (?:l'objectif|la cible|le but)| (?:vises?|voulus?|prevus?)\b",
        ),
        "change": (
            r"(?:baiss|hauss|progress|recul|gagn|perd|amelior|diminu|augment)\w*(?: encore)? (?:de )?",
            r" (?:points? )?(?:de|en) (?:moins|plus)\b",
        ),
        "span": (r"(?:apres|en|depuis|pendant|sur|tou(?:te)?s les|il y a)(?: (?:environ|les))? ", r" plus tard\b"),
        "earlier": (
            r"(?:de|etait|etaient|etions|au lieu de|plutot que|contre|par rapport a|avant|hier|derniere?|passee?"
            rf"|au depart|au debut|partis? de)\b{_GAP}",
            r" (?:avant|hier|au depart|au debut|(?:la|le) \w+ (?:derniere?|passee?))\b| ?(?:→|->|=>|a )\D{0,2}\d",
        ),
        "now": (
            r"(?:maintenant|aujourd'hui|actuellement|on (?:en )?est(?: maintenant)? a|nous (?:en )?sommes a|cette \w+)"
            r"(?: a)?(?: :)? ",
            r" (?:maintenant|aujourd'hui|actuellement|a ce jour|en ce moment|pour l'instant|cette)\b",
        ),
    },
}
_NOT_ONE: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"(?:none|not (?:a single )?one)(?: (?:yet|now|left|at all|today|so far|this \w+))*[ .]*"),
    "fr": re.compile(r"(?:plus )?(?:aucune?|pas une?(?: seule?)?)(?: (?:pour l'instant|cette \w+|ce \w+))*[ .]*"),
}
_OUT_OF: Final = re.compile(r"(?:of|sur) (\d+)")
_SIGNS: Final = {"euro": "€", "dollar": "$", "pound": "£"}


def current_figure(text: str, lang: Lang, today: date, objective: Objective) -> float | None:
    """Today's figure, in the objective's unit; None when the text tells none. Days are no figures."""
    folded = fold(text[:_READ_CHARACTERS])
    if _NOT_ONE[lang].fullmatch(folded.strip()):
        return 0.0
    dates = [(found.start, found.end) for found in find_dates(folded, lang, today, past=True)]
    figures = [
        one
        for one in find_numbers(folded, lang, dates)
        if _fits(one.unit, objective.unit) and not _is("wished", one, folded, lang)
        if not _is("change", one, folded, lang)
    ]
    left = _narrowed(figures, folded, lang, objective)
    return _value(left[0], objective.unit) if left else None


def _narrowed(figures: Sequence[FoundNumber], folded: str, lang: Lang, objective: Objective) -> Sequence[FoundNumber]:
    """The figures that remain when weaker ones give way; never none where there was one."""
    preferences: tuple[Callable[[FoundNumber], bool], ...] = (
        lambda one: not (one.unit.isalpha() and _is("span", one, folded, lang)),
        lambda one: not _is("earlier", one, folded, lang),
        lambda one: _is("now", one, folded, lang),
        lambda one: one.value not in (objective.baseline, objective.target),  # said back
        lambda one: _plain(one.unit) == _plain(objective.unit),
    )
    for preferred in preferences:
        figures = [one for one in figures if preferred(one)] or figures
    return figures


def _is(kind: str, figure: FoundNumber, folded: str, lang: Lang) -> bool:
    before, behind = _patterns(lang, kind)
    return bool(before.search(folded, 0, figure.start) or behind.match(folded, figure.end))


@cache
def _patterns(lang: Lang, kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = _BESIDE[lang][kind]
    return re.compile(rf"\b(?:{before})[~€$£]?$"), re.compile(behind)


def _fits(unit: str, wanted: str) -> bool:
    """Whether a figure with that unit can be one of the objective's: "12 hours" is none of a percentage."""
    if not unit or not wanted or _plain(unit) == _plain(wanted):
        return True
    return (is_time(unit) and is_time(wanted)) or (wanted == "%" and _OUT_OF.fullmatch(unit) is not None)


def _plain(unit: str) -> str:
    bare = unit.removesuffix("s")
    return _SIGNS.get(bare, bare)


def _value(figure: FoundNumber, wanted: str) -> float:
    """The figure in the objective's unit: 8 of 10 are 80 percent, two weeks are 14 days."""
    share = _OUT_OF.fullmatch(figure.unit)
    if wanted == "%" and share is not None and int(share[1]):
        return 100 * figure.value / int(share[1])
    return in_unit(figure.value, figure.unit, wanted)
