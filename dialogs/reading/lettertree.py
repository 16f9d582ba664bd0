"""One fast regular expression for a long list of alternatives: a tree by first letters.

`cat|car|dog` becomes `(?:ca(?:t|r)|dog)`, so that a word that begins like nothing in the list is left after
one letter instead of one try per alternative. What is matched stays the same.
"""

from collections.abc import Iterator
from typing import Final

_QUANTIFIERS: Final = "?*+{"


def letter_tree(expression: str) -> str:
    """The same alternatives as one tree. Groups must be `(?:…)` or look-arounds, without back-references."""
    return _tree([opened for alternative in _split(expression) for opened in _opened(alternative)])


def _tree(alternatives: list[str]) -> str:
    branches: dict[str, list[str]] = {}
    for alternative in dict.fromkeys(alternatives):
        head = _head(alternative)
        branches.setdefault(head, []).append(alternative[len(head) :])
    # The empty ending comes last: the longer word is tried first.
    ordered = sorted(branches.items(), key=lambda branch: branch[0] == "")
    joined = "|".join(head + (rests[0] if len(rests) == 1 else _tree(rests)) for head, rests in ordered)
    return joined if len(ordered) == 1 else f"(?:{joined})"


def _head(alternative: str) -> str:
    """The first letter, if it stands alone; otherwise the whole alternative, which then is a leaf."""
    first, following = alternative[:1], alternative[1:2]
    plain = first.isalnum() or first in " '-"
    return first if first and plain and (not following or following not in _QUANTIFIERS) else alternative


def _opened(alternative: str) -> Iterator[str]:
    """A leading group taken apart: `(?:a|b) c` is `a c` and `b c`, so that its letters can be sorted too."""
    if not alternative.startswith("(?:"):
        yield alternative
        return
    end = _closing(alternative)
    rest = alternative[end + 1 :]
    if rest[:1] and rest[0] in _QUANTIFIERS:
        yield alternative
        return
    for part in _split(alternative[3:end]):
        yield from _opened(part + rest)


def _split(expression: str) -> Iterator[str]:
    """The alternatives at the outer level."""
    depth, start, position = 0, 0, 0
    while position < len(expression):
        mark = expression[position]
        if mark == "\\":
            position += 1
        elif mark == "[":
            position = expression.index("]", position)
        elif mark == "|" and depth == 0:
            yield expression[start:position]
            start = position + 1
        depth += (mark == "(") - (mark == ")")
        position += 1
    yield expression[start:]


def _closing(expression: str) -> int:
    """Where the group that opens the expression ends."""
    depth, position = 0, 0
    while True:
        mark = expression[position]
        if mark == "\\":
            position += 1
        elif mark == "[":
            position = expression.index("]", position)
        depth += (mark == "(") - (mark == ")")
        if depth == 0:
            return position
        position += 1
