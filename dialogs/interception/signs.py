"""Signs: what the words of a sentence show, whatever the language, from "should" to "it is broken".

The phrases are data, one list for each sign and language (dialogs/content/signs_*.py). A sentence is read word by word
against a tree of phrases; a word may be part of several signs, and most words are none.
"""

import re
from collections.abc import Iterable
from functools import cache
from types import ModuleType
from typing import Any, Final, NamedTuple

from dialogs.content import signs_de, signs_en, signs_es, signs_fr
from dialogs.interception.text import Spoken, listed

_CONTENT: Final[dict[Spoken, ModuleType]] = {"en": signs_en, "fr": signs_fr, "de": signs_de, "es": signs_es}
_WORD: Final = re.compile(r"\w+|[^\w\s]")
_MARKS: Final = {mark: frozenset({mark}) for mark in "?!:/%,;("}
_FIGURE: Final = frozenset({"figure"})
_YEAR: Final = frozenset({"figure", "year"})
_NONE: Final[frozenset[str]] = frozenset()
_HERE: Final = ""  # where the tree keeps the signs of the phrase that ends there

Tree = dict[str, Any]
"""A word of a phrase leads to the tree of what may follow it."""


class Word(NamedTuple):
    """One word or mark of a folded sentence: where it begins, itself, and the signs of phrases that begin with it."""

    place: int
    text: str
    signs: frozenset[str]


def read_words(line: str, start: int, end: int, lang: Spoken) -> list[Word]:
    """The words of a folded sentence between two places, each with its signs."""
    found = [(match.start(), match[0]) for match in _WORD.finditer(line, start, end)]
    tree, texts = _tree(lang), [text for _, text in found]
    return [
        Word(place, text, _mark(text) or (_signs(tree, texts, index) if text in tree else _NONE))
        for index, (place, text) in enumerate(found)
    ]


def _mark(text: str) -> frozenset[str]:
    if text[0].isdigit():
        return _YEAR if len(text) == 4 and text[:2] in ("19", "20") else _FIGURE
    return _MARKS.get(text, _NONE)


def _signs(tree: Tree, texts: list[str], index: int) -> frozenset[str]:
    """The signs of all phrases that begin at `index`, the short ones too: "could we" is a "could" as well."""
    signs = _NONE
    for text in texts[index:]:
        following = tree.get(text)
        if following is None:
            break
        tree = following
        signs |= tree.get(_HERE, _NONE)
    return signs


@cache
def _tree(lang: Spoken) -> Tree:
    root: Tree = {}
    for sign, phrases in _CONTENT[lang].SIGNS.items():
        for phrase in listed(phrases):
            _plant(root, _WORD.findall(phrase), sign)
    return root


def _plant(tree: Tree, words: Iterable[str], sign: str) -> None:
    for word in words:
        tree = tree.setdefault(word, {})
    tree[_HERE] = tree.get(_HERE, _NONE) | {sign}
