"""The words by which people steer the talk, compiled once: commands by first word, corrections, remarks.

Data from content/intents_en.py and intents_fr.py; what is meant by them is told in intents.py.
"""

import re
from functools import cache
from types import ModuleType
from typing import Any, Final, Literal, NamedTuple

from dialogs.content import intents_en, intents_fr
from dialogs.lang import Lang
from dialogs.reading.lettertree import letter_tree
from dialogs.reading.words import bare, plain

IntentName = Literal[
    "skip", "back", "fix", "why", "example", "repeat", "help", "pause", "resume", "restart", "stop", "delete",
    "privacy", "human", "summary", "form", "insist", "sceptic", "hurry", "disagree", "yes", "no", "language",
    "thanks", "tu", "vous",
]  # fmt: skip

_MODULES: Final[dict[Lang, ModuleType]] = {"en": intents_en, "fr": intents_fr}
_LONG_COMMAND: Final = 5  # letters from which one typo is forgiven
_TYPO_FORGIVEN: Final = frozenset(
    {
        "skip", "back", "why", "example", "repeat", "pause", "resume", "restart", "stop", "delete", "privacy",
        "summary", "form",
    }
)  # fmt: skip


class Phrase(NamedTuple):
    """A command: its words, what it wishes, and for a language which one."""

    words: tuple[str, ...]
    name: IntentName
    value: str


class Remarks(NamedTuple):
    """What people say about the talk in one language.

    `lead_in` is a courtesy before a command; `fix`, `mark`, `corrects`, `slot_is`, `corrected` and `states`
    are the parts of a correction; `openings` begin a message, `remarks` stand anywhere after a word border.
    """

    lead_in: re.Pattern[str]
    fix: re.Pattern[str]
    mark: re.Pattern[str]
    corrects: re.Pattern[str]
    slot_is: re.Pattern[str]
    corrected: re.Pattern[str]
    states: re.Pattern[str]
    openings: tuple[tuple[IntentName, re.Pattern[str]], ...]
    remarks: tuple[tuple[IntentName, re.Pattern[str]], ...]
    slots: dict[str, re.Pattern[str]]


@cache
def remarks_of(lang: Lang) -> Remarks:
    """The expressions of one language."""
    words = _MODULES[lang]
    slot = "|".join(words.SLOTS.values())
    return Remarks(
        lead_in=_compiled(rf"(?:{words.LEAD_IN}[ ,]+)+"),
        fix=_compiled(rf"{words.FIX_VERB} (?:{words.FIX_ARTICLE} ?)?(?:{slot})(?:$|[:=,]| {words.FIX_TO}(?!\w))"),
        mark=_compiled(rf"{words.CORRECTION_MARK}\W*"),
        corrects=_compiled(words.CORRECTS),
        slot_is=_compiled(rf"(?:{words.FIX_ARTICLE} ?)?(?:{slot})(?: \w+)? {words.IS}\b"),
        corrected=_compiled(words.CORRECTED),
        states=_compiled(rf"\b{words.IS}\b"),
        openings=(
            ("hurry", _compiled("|".join(words.HURRY))),
            ("disagree", _compiled("|".join(words.DISAGREE))),
        ),
        remarks=(
            ("insist", _said_anywhere("|".join(words.INSIST))),
            ("sceptic", _said_anywhere("|".join(words.SCEPTIC))),
        ),
        slots={name: _compiled(rf"\b(?:{entry})(?!\w)") for name, entry in words.SLOTS.items()},
    )


@cache
def unlike_an_answer() -> re.Pattern[str]:
    """A cheap look before corrections and remarks about the talk: all the ways in which they begin."""
    openings = [
        entry
        for m in _MODULES.values()
        for entry in (f"{m.FIX_VERB} ", m.CORRECTION_MARK, m.CORRECTS, *m.HURRY, *m.DISAGREE)
    ]
    return re.compile(letter_tree(bare("|".join(openings))))


@cache
def about_tools() -> re.Pattern[str]:
    """A cheap look before the remarks: each of them says one of these words."""
    return _said_anywhere("|".join(f"(?:{m.REMARKED})s?(?!\\w)" for m in _MODULES.values()))


def _said_anywhere(expression: str) -> re.Pattern[str]:
    """For a search in a text that follows a line break: `^` is its start, every word a possible beginning."""
    return re.compile(rf"\W{letter_tree(bare(expression))}", re.MULTILINE)


def _compiled(expression: str) -> re.Pattern[str]:
    """Without accents, as the messages are read."""
    return re.compile(bare(expression))


@cache
def phrases(lang: Lang) -> dict[str, tuple[Phrase, ...]]:
    """The commands of a language by their first word, the longest first."""
    words = _MODULES[lang]
    listed = [Phrase(_words(said), name, "") for name, said in _pairs(words.COMMANDS)]
    listed += [Phrase(_words(said), "language", to) for to, said in _pairs(words.LANGUAGES)]
    by_word: dict[str, list[Phrase]] = {}
    for phrase in sorted(listed, key=lambda phrase: -len(phrase.words)):
        by_word.setdefault(phrase.words[0], []).append(phrase)
    return {word: tuple(entries) for word, entries in by_word.items()}


def _pairs(table: dict[Any, tuple[str, ...]]) -> list[tuple[Any, str]]:
    return [(key, entry) for key, entries in table.items() for entry in entries]


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(plain(phrase).split())


@cache
def long_commands(lang: Lang) -> dict[str, IntentName]:
    """The one-word commands long enough for a typo to be told from another word."""
    alone = [phrase for entries in phrases(lang).values() for phrase in entries if len(phrase.words) == 1]
    long = [phrase for phrase in alone if len(phrase.words[0]) >= _LONG_COMMAND]
    return {phrase.words[0]: phrase.name for phrase in long if phrase.name in _TYPO_FORGIVEN}


@cache
def around(polar: bool) -> frozenset[str]:
    """The words that may follow a command (or a yes and a no) without making an answer of it."""
    lists = (m.AROUND_YES if polar else m.AROUND for m in _MODULES.values())
    return frozenset(plain(" ".join(lists)).split())


@cache
def thanking() -> tuple[frozenset[str], frozenset[str]]:
    """The words of thanks, and those that may stand around them."""
    said = [phrase for lang in _MODULES for entries in phrases(lang).values() for phrase in entries]
    around_them = frozenset(plain(" ".join(m.AROUND_THANKS for m in _MODULES.values())).split())
    return frozenset(word for p in said if p.name == "thanks" for word in p.words) - around_them, around_them


@cache
def also_answers() -> dict[str, frozenset[str]]:
    """The phrases that answer some questions: phrase -> the slots that they answer."""
    entries = [entry for m in _MODULES.values() for entry in m.ALSO_ANSWERS.items()]
    return {plain(phrase): frozenset(slots.split()) for phrase, slots in entries}
