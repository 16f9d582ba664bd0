"""One spelling to match on: lower case, no accents, straight apostrophes, plain spaces.

People write "D’ICI FÉVRIER" and "d'ici fevrier" for the same thing. Every character keeps its place, so
that a span found in the folded text is a span of the text itself.
"""

from collections.abc import Iterable
from typing import Final

from dialogs.reading.lettertree import letter_tree

_PLAIN: Final = tuple(zip("éèêëàâîïôöûùüçı’ʼ\u00a0\u202f\u2009\u2011", "eeeeaaiioouuuci''   -", strict=True))


def fold(text: str) -> str:
    """`text` in one spelling, character for character (the result has the same length)."""
    if text.isascii():
        return text.lower()
    # A capital dotted I is the one letter that lower() makes longer.
    folded = text.replace("İ", "I").lower()
    for accented, plain in _PLAIN:
        folded = folded.replace(accented, plain)
    return folded


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the folded, plain `words`, the longest that fits."""
    return f"(?:{letter_tree('|'.join(words))})"
