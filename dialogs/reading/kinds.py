"""Which kind of thing a text speaks of: word lists as patterns, kind by kind."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from dialogs.reading.lettertree import letter_tree
from dialogs.reading.words import plain


class Kinds(NamedTuple):
    """A pattern for each kind of thing, in the order of asking, and one for all: most texts speak of none."""

    each: Mapping[str, re.Pattern[str]]
    some: re.Pattern[str]


def spoken(text: str) -> str:
    """The text as the patterns want it: in the plain spelling, with a border before its first word."""
    return f"\n{plain(text)}"


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for a list of regular expressions, each between word borders."""
    # A consumed border, not a look-behind: the search then skips from border to border, twice as fast.
    return re.compile(rf"[^0-9a-z]({letter_tree('|'.join(words))})(?!\w)")


def by_kind(lists: Mapping[str, Iterable[str]]) -> Kinds:
    """The patterns of word lists, in the order of the lists."""
    return Kinds({kind: any_of(words) for kind, words in lists.items()}, any_of(chain.from_iterable(lists.values())))


def first_kind(kinds: Kinds, text: str) -> str | None:
    """The first kind, in the order of the lists, whose words are in the spoken text."""
    if kinds.some.search(text) is None:
        return None
    return next(kind for kind, pattern in kinds.each.items() if pattern.search(text))
