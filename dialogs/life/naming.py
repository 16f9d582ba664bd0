"""Which plan is meant: by its number, by words of its title, by its owner's name. What fits several is asked back."""

from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Final, NamedTuple

from dialogs.coach.summary import title_of
from dialogs.lang import Lang
from dialogs.life.others import title_for_others
from dialogs.life.record import Record
from dialogs.person import PersonId
from dialogs.reading.words import content_words, plain, words

NEAR: Final = 0.75  # of 1; below it two words are no longer a typing slip apart (“awnser”, “answer”: 0.83)
_OF_ANY_PLAN: Final = frozenset({"plan", "number", "numero", "no", "n", "le", "the"})  # “plan 3”, « le plan n° 3 »


class Called(NamedTuple):
    """The plans that fit, in the order given; `near` is the title most like what was typed when none does, or ""."""

    matches: tuple[Record, ...]
    near: str


def called(which: str, records: Sequence[Record], me: PersonId, lang: Lang) -> Called:
    """The plans that `which` means among those `me` may see: all of them for "".

    "3" and "#3" are the person's own plan 3 before that of anybody else.
    """
    wanted = _wanted(which, lang)
    if not wanted:
        return Called(tuple(records) if not which.strip() else (), "")
    if numbered := _numbered(wanted, records, me):
        return Called(numbered, "")
    names = [_name(record, me, lang) for record in records]
    fitting = [name for name in names if all(name.has(word) for word in wanted)]
    best = [name for name in fitting if set(wanted) == name.title] or fitting
    return Called(tuple(name.record for name in best), "" if best else _nearest(wanted, names))


def shown_title(record: Record, person: PersonId, lang: Lang) -> str:
    """The title of a plan as that person reads it."""
    return title_of(record.plan, lang) if person == record.ref.owner else title_for_others(record, lang)


class _Name(NamedTuple):
    """What a plan can be called by."""

    record: Record
    shown: str
    title: frozenset[str]
    owner: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """Those of its title and of its owner's name."""
        return self.title | self.owner

    def has(self, word: str) -> bool:
        """Whether the word is its number, or begins a word of its title or of its owner's name."""
        if word.isdecimal():
            return word == str(self.record.ref.number) or word in self.words
        return any(said.startswith(word) for said in self.words)


def _name(record: Record, me: PersonId, lang: Lang) -> _Name:
    shown, owner = shown_title(record, me, lang), record.life.owner
    first_name = plain(owner.name) if owner is not None else ""
    return _Name(record, shown, frozenset(_telling(shown, lang)), frozenset(words(first_name, lang)))


def _wanted(which: str, lang: Lang) -> tuple[str, ...]:
    return tuple(word for word in _telling(which, lang) if word not in _OF_ANY_PLAN)


def _telling(said: str, lang: Lang) -> tuple[str, ...]:
    return content_words(plain(said), lang) or tuple(words(plain(said), lang))


def _numbered(wanted: tuple[str, ...], records: Sequence[Record], me: PersonId) -> tuple[Record, ...]:
    """For a number alone: the own plan of that number, or those of others; none for words."""
    numbered = tuple(record for record in records if wanted == (str(record.ref.number),))
    return tuple(record for record in numbered if record.ref.owner == me) or numbered


def _nearest(wanted: tuple[str, ...], names: list[_Name]) -> str:
    """The title in which every word typed is only a slip away; of several the one that is most like them."""
    near = [name for name in names if all(get_close_matches(word, name.words, 1, NEAR) for word in wanted)]
    return max(near, key=lambda name: _likeness(wanted, name.words)).shown if near else ""


def _likeness(wanted: tuple[str, ...], said: frozenset[str]) -> float:
    """How like the words typed are to those said, from 0 for each to 1."""
    return sum(max(SequenceMatcher(None, word, other).ratio() for other in said) for word in wanted)
