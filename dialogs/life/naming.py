"""Which plan is meant: by its number, by words of its title, by its owner's name. What fits several is asked back."""

from collections.abc import Sequence
from difflib import SequenceMatcher
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
    names = [_name(record, me, lang) for record in records]
    fitting = [name for name in names if all(name.has(word) for word in wanted)]
    best = _numbered(wanted, fitting, me) or [n for n in fitting if set(wanted) == n.title] or fitting
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

    def has(self, word: str) -> bool:
        """Whether the word is its number, or begins a word of its title or of its owner's name."""
        said = self.title | self.owner
        if word.isdecimal():
            return word == str(self.record.ref.number) or word in said
        return any(other.startswith(word) for other in said)


def _name(record: Record, me: PersonId, lang: Lang) -> _Name:
    shown, owner = shown_title(record, me, lang), record.life.owner
    first_name = plain(owner.name) if owner is not None else ""
    return _Name(record, shown, frozenset(_telling(shown, lang)), frozenset(words(first_name, lang)))


def _wanted(which: str, lang: Lang) -> tuple[str, ...]:
    return tuple(word for word in _telling(which, lang) if word not in _OF_ANY_PLAN)


def _telling(said: str, lang: Lang) -> tuple[str, ...]:
    return content_words(plain(said), lang) or tuple(words(plain(said), lang))


def _numbered(wanted: tuple[str, ...], fitting: list[_Name], me: PersonId) -> list[_Name]:
    """For a number alone: the own plan of that number, or those of others; none for words."""
    numbered = [name for name in fitting if wanted == (str(name.record.ref.number),)]
    return [name for name in numbered if name.record.ref.owner == me] or numbered


def _nearest(wanted: tuple[str, ...], names: list[_Name]) -> str:
    """The title with whose words the typed ones have most letters in common, if that is enough for a slip."""
    likeness = {name.shown: _likeness(wanted, name.title | name.owner) for name in names}
    best = max(likeness, key=lambda shown: likeness[shown], default="")
    return best if best and likeness[best] >= NEAR else ""


def _likeness(wanted: tuple[str, ...], said: frozenset[str]) -> float:
    """How like the words typed are to those said, on average, from 0 to 1."""
    best = (max((SequenceMatcher(None, word, other).ratio() for other in said), default=0.0) for word in wanted)
    return sum(best) / len(wanted)
