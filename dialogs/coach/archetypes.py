"""Which business matter is behind the wish: recognised by its words, shown as a label, changed by the person.

An archetype lends its examples ("for instance...") when somebody is stuck. It never decides anything.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from dialogs.coach.phrases import Patterns, by_kind, spoken
from dialogs.content import archetypes_en, archetypes_fr
from dialogs.content.archetype import Archetype
from dialogs.lang import Lang

_ARCHETYPES: Final[Mapping[Lang, Mapping[str, Archetype]]] = {
    "en": archetypes_en.ARCHETYPES,
    "fr": archetypes_fr.ARCHETYPES,
}
ARCHETYPE_IDS: Final = tuple(archetypes_en.ARCHETYPES)


def archetype_of(texts: Iterable[str], lang: Lang) -> str:
    """Give the id of the archetype with the most different words in the texts; "other" without any."""
    said = spoken("\n".join(texts))
    scores = {name: len(set(pattern.findall(said))) for name, pattern in _patterns(lang).items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else "other"


def archetype(name: str, lang: Lang) -> Archetype:
    """Give an archetype's label and examples in a language. Raises KeyError for an unknown id."""
    return _ARCHETYPES[lang][name]


@lru_cache(maxsize=2)
def _patterns(lang: Lang) -> Patterns:
    return by_kind({name: a.words for name, a in _ARCHETYPES[lang].items() if a.words})
