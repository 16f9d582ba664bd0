"""One spelling to match on: lower case, no accents, straight apostrophes, plain spaces.

People write "D’ICI FÉVRIER" and "d'ici fevrier" for the same thing. Every character keeps its place, so
that a span found in the folded text is a span of the text itself.
"""

from collections.abc import Iterable
from typing import Final

from dialogs.reading.lettertree import letter_tree

_TYPOGRAPHY: Final = tuple(zip("ı’ʼ\u202f\u2009\u2011", "i''  -", strict=True))
_ACCENTS: Final = tuple(zip("éèêëàâîïôöûùüçáäíóúñ\u00a0", "eeeeaaiioouuucaaioun ", strict=True))
_LATIN: Final = bytes.maketrans(*("".join(letters).encode("latin-1") for letters in zip(*_ACCENTS, strict=True)))


def fold(text: str) -> str:
    """`text` in one spelling, character for character (the result has the same length)."""
    if text.isascii():
        return text.lower()
    try:  # all accents in one pass, where each letter fits in a byte
        return text.lower().encode("latin-1").translate(_LATIN).decode("latin-1")
    except UnicodeEncodeError:  # “’”, “œ”, “€”, an emoji
        # A capital dotted I is the one letter that lower() makes longer.
        return _replaced(_replaced(text.replace("İ", "I").lower(), _TYPOGRAPHY), _ACCENTS)


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for typed, plain in pairs:
        text = text.replace(typed, plain)
    return text


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the folded, plain `words`, the longest that fits."""
    return f"(?:{letter_tree('|'.join(words))})"
