"""The words of an answer: which list of the lexicon it says, and whether it says anything else.

Every reader works on `plain(text)`, made once by its caller: people write « D’ICI FÉVRIER » and « d'ici
fevrier » for the same thing. A list is one regular expression, compiled when it is first asked for. Of what
a person typed, only the last few texts are remembered, in memory, for one turn asks for their plain form several times.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from dialogs.content import cues_en, cues_fr, lexicon_en, lexicon_fr
from dialogs.lang import Lang
from dialogs.reading.fold import fold
from dialogs.reading.lettertree import letter_tree

_LEXICONS: Final = {"en": lexicon_en, "fr": lexicon_fr}
_LISTS: Final = {
    "en": {**lexicon_en.LEXICON, **cues_en.LEXICON},
    "fr": {**lexicon_fr.LEXICON, **cues_fr.LEXICON},
}
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ENGLISH_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@lru_cache(maxsize=4)
def plain(text: str) -> str:
    """Lower case without accents, straight apostrophes, single blanks: the spelling of the lists."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return " ".join(fold(text).split())


def says(list_name: str, text: str, lang: Lang) -> bool:
    """Whether the plain text says a word of the list."""
    return _compiled(list_name, lang).search(f"\n{text}") is not None


def says_any(list_names: tuple[str, ...], text: str, lang: Lang) -> bool:
    """Whether the plain text says a word of one of the lists, in one look."""
    return _compiled_together(list_names, lang).search(f"\n{text}") is not None


def found(list_name: str, text: str, lang: Lang) -> str | None:
    """The first words of the plain text that are in the list, or None."""
    match = _compiled(list_name, lang).search(f"\n{text}")
    return match[1] if match else None


def says_only(list_name: str, text: str, lang: Lang) -> bool:
    """Whether the plain text says words of the list and, apart from them, nothing but padding.

    “Nothing at all, honestly” says only nothing; “nothing is written down, they ring Paul” says more.
    """
    rest, count = _compiled(list_name, lang).subn(" ", f"\n{text}")
    return count > 0 and _padding(lang).issuperset(words(rest, lang))


def without(list_name: str, text: str, lang: Lang) -> str:
    """The plain text with the words of the list taken out."""
    return _compiled(list_name, lang).sub(" ", f"\n{text}").strip()


def words(text: str, lang: Lang) -> list[str]:
    """The words of a plain text; English keeps “don't” whole, French parts « l'idée » into two."""
    return (_ENGLISH_WORD if lang == "en" else _WORD).findall(text)


def content_words(text: str, lang: Lang) -> tuple[str, ...]:
    """The words of a plain text that carry content: no articles, prepositions, pronouns or conjunctions."""
    stop = _stop(lang)
    return tuple(word for word in words(text, lang) if word not in stop)


def word_count(text: str) -> int:
    """How many words stand between blanks; French punctuation standing alone is no word."""
    return sum(map(_has_letter_or_digit, text.split()))


def _has_letter_or_digit(token: str) -> bool:
    return token[0].isalnum() or any(map(str.isalnum, token))


@cache
def _compiled(list_name: str, lang: Lang) -> re.Pattern[str]:
    """One expression for a list. A digit is a border too, so that “80% on Teams” and “3days” are read."""
    return _compiled_together((list_name,), lang)


@cache
def _compiled_together(list_names: tuple[str, ...], lang: Lang) -> re.Pattern[str]:
    entries = "|".join(entry for name in list_names for entry in _LISTS[lang][name])
    return re.compile(rf"[\W\d]({letter_tree(bare(entries))})(?:(?<=')|(?![^\W\d]))", re.MULTILINE)


@cache
def _padding(lang: Lang) -> frozenset[str]:
    return frozenset(bare(_LEXICONS[lang].PADDING).split()) | _stop(lang)


@cache
def _stop(lang: Lang) -> frozenset[str]:
    return frozenset(bare(_LEXICONS[lang].STOP).split())


def bare(text: str) -> str:
    """Without accents but with capitals: in an expression, \\W is not \\w."""
    return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))
