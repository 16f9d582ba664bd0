"""The quick look at a message: may it name a tool at all? Most messages do not, and cost next to nothing.

It asks the message's words for those of all languages at once, before anything is compiled. A long name is known with
one letter missing, doubled or swapped too ("whatsap", "podcsat") and then put right, so that all that follows reads it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from dialogs.content.misspelt import NO_MISSPELLINGS, SHORT_NAMES
from dialogs.interception.text import listed
from dialogs.interception.tools import CONTENT
from dialogs.reading.fold import fold

_LONG: Final = 7
"""Letters from which on a slip hardly makes another word of a name."""


def _word_byte(code: int) -> int:
    """A byte of UTF-8 in lower case, or a space: ASCII, and accented letters (É is C3 89, é is C3 A9)."""
    if code >= 0x80:
        return code | 0x20 if code <= 0x9E else code
    letter = chr(code)
    return ord(letter.lower()) if letter.isalnum() or letter == "+" else ord(" ")


_MARKS: Final = "¿¡«»“”„"
_WORDS: Final = bytes(map(_word_byte, range(256)))


class Gate(NamedTuple):
    """A tool-first message has one of `tools`, or one of `heads` ("app") and of `topics` ("onboarding").

    `misspelt` leads from a slip to the name that was meant; `tools` holds its keys too.
    """

    tools: frozenset[bytes]
    heads: frozenset[bytes]
    topics: frozenset[bytes]
    misspelt: dict[bytes, str]


class Hints(NamedTuple):
    """The message with its tools' names put right, and the folded words that may name a tool; none: leave it."""

    text: str
    words: list[str]


def hints(text: str) -> Hints:
    """What in a message may name a tool."""
    words = _bytes(text).translate(_WORDS).split()
    tools, heads, topics, misspelt = gate()
    found = tools.intersection(words)
    if not heads.isdisjoint(words) and not topics.isdisjoint(words):
        found |= heads.intersection(words)
    slips = [word for word in found if word in misspelt]
    if slips:
        text = _put_right(text, {word.decode(): misspelt[word] for word in slips})
        found = found.difference(slips).union(misspelt[word].encode() for word in slips)
    return Hints(text, [fold(word.decode()) for word in found])


def _bytes(text: str) -> bytes:
    """The message without what would stick to a word."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
        text = text.replace("’", "'")
    return text.replace("'ai ", " ").encode(errors="replace")  # "j'ai" is no artificial intelligence


def _put_right(text: str, meant: dict[str, str]) -> str:
    slips = "|".join(map(re.escape, meant))
    return re.sub(rf"\b(?:{slips})(?=s?\b)", lambda slip: meant[slip[0].lower()], text, flags=re.IGNORECASE)


@cache
def gate() -> Gate:
    """The words of all languages, put together at the first message."""
    contents = tuple(CONTENT.values())
    tools = _longest(words for content in contents for words in (content.NAMES, content.KINDS, content.WEAK_NAMES))
    misspelt = dict(_misspelt(_one_word_names(), tools))
    return Gate(
        tools=tools.union(misspelt),
        heads=_longest(content.HEADS for content in contents),
        topics=_longest(content.TOPICS for content in contents),
        misspelt=misspelt,
    )


def _one_word_names() -> set[str]:
    """All names and kinds of tools that are one word."""
    lists = (words for content in CONTENT.values() for words in (content.NAMES, content.KINDS))
    return {name for words in lists for name in listed(words) if name.isalpha()}


def _misspelt(names: Iterable[str], right: frozenset[bytes]) -> Iterator[tuple[bytes, str]]:
    slips = ((slip, name) for name in sorted(names) if len(name) >= _LONG for slip in _slips(name))
    known = right | {word.encode() for word in listed(NO_MISSPELLINGS)}
    for slip, name in chain(slips, SHORT_NAMES.items()):
        if slip.encode() not in known:
            yield slip.encode(), name


def _slips(name: str) -> Iterator[str]:
    """The name with one letter left out, doubled, or swapped with the next; the first letter is always right."""
    for place in range(1, len(name)):
        yield name[:place] + name[place + 1 :]
        yield name[:place] + name[place] + name[place:]
        yield name[:place] + name[place : place + 2][::-1] + name[place + 2 :]


def _longest(lists: Iterable[str]) -> frozenset[bytes]:
    """The longest word of each entry, in its forms, with and without accents; one letter says too little.

    "ia gen" is told by "ia", an entry of its own: "gen" would let in « les gens ».
    """
    entries = [re.findall(r"[\w+]+", entry) for entry in chain.from_iterable(words.split(",") for words in lists)]
    alone = {words[0] for words in entries if len(words) == 1 and len(words[0]) > 1}
    longest = alone.union(max(words, key=len) for words in entries if alone.isdisjoint(words))
    forms = chain.from_iterable(_forms(word) for word in longest if len(word) > 1)
    return frozenset(chain.from_iterable((form.encode(), fold(form).encode()) for form in forms))


def _forms(word: str) -> tuple[str, ...]:
    return (word, word[:-1] + "ies") if word.endswith("ity") else (word, word + "s", word + "en")
