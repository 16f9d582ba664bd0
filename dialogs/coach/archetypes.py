"""Which business matter is behind the wish: recognised by its words, shown as a label, changed by the person.

An archetype lends its examples ("for instance...") when somebody is stuck. It never decides anything.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from dialogs.content import archetypes_en, archetypes_fr
from dialogs.content.archetype import Archetype
from dialogs.lang import Lang
from dialogs.reading.kinds import any_of, spoken
from dialogs.saying import french_spacing

_ARCHETYPES: Final[Mapping[Lang, Mapping[str, Archetype]]] = {
    "en": archetypes_en.ARCHETYPES,
    "fr": archetypes_fr.ARCHETYPES,
}


def archetype_of(texts: Iterable[str], lang: Lang) -> str:
    """Give the id of the archetype with the most different words in the texts; "other" without any."""
    said = spoken("\n".join(texts))
    scores = {name: len(set(pattern.findall(said))) for name, pattern in _patterns(lang).items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else "other"


@cache
def archetype(name: str, lang: Lang) -> Archetype:
    """Give an archetype's label and examples in a language, as they are said. Raises KeyError for an unknown id."""
    matter = _ARCHETYPES[lang][name]
    if lang == "en":
        return matter
    return Archetype(
        french_spacing(matter.label),
        matter.words,
        *(tuple(map(french_spacing, said)) for said in (matter.probes, matter.objectives, matter.mechanisms)),
    )


@lru_cache(maxsize=2)
def _patterns(lang: Lang) -> Mapping[str, re.Pattern[str]]:
    return {name: any_of(matter.words) for name, matter in _ARCHETYPES[lang].items() if matter.words}
