"""The word lists of a language, put together into the few expressions that the judge asks.

A French tool phrase opens with its noun ("un canal WhatsApp"), an English one ends with it ("a WhatsApp
channel"): that is the only difference of grammar, all else is data in dialogs/content/tools_*.py.
Compiled at the first message that needs them, not at import.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from types import ModuleType
from typing import Final, NamedTuple

from dialogs.content import tools_en, tools_fr
from dialogs.interception.text import listed
from dialogs.lang import Lang
from dialogs.reading.fold import fold
from dialogs.reading.lettertree import letter_tree

_CONTENT: Final[dict[Lang, ModuleType]] = {"en": tools_en, "fr": tools_fr}


class Rules(NamedTuple):
    """What the judge asks of a folded sentence, in one language."""

    kinds: dict[str, str]
    act: re.Pattern[str]
    phrase: re.Pattern[str]
    name: re.Pattern[str]
    tool: re.Pattern[str]
    frame: re.Pattern[str]
    block: re.Pattern[str]
    after: re.Pattern[str]
    negated: re.Pattern[str]
    not_tool: re.Pattern[str]
    praise: re.Pattern[str]
    fear: re.Pattern[str]
    praise_signs: frozenset[str]
    fear_signs: frozenset[str]
    adoption_signs: frozenset[str]
    adoption: re.Pattern[str]
    checkable: re.Pattern[str]
    vanity: re.Pattern[str]
    steps: tuple[tuple[float, re.Pattern[str]], ...]
    problem: re.Pattern[str]
    bandwagon: re.Pattern[str]
    reason: re.Pattern[str]
    not_reason: re.Pattern[str]
    opener: re.Pattern[str]
    persons: re.Pattern[str]
    date: re.Pattern[str]
    purposes: frozenset[str]
    loose_ends: frozenset[str]
    definite: frozenset[str]
    general: frozenset[str]
    launch: frozenset[str]
    take: frozenset[str]
    self_standing: frozenset[str]


class Gate(NamedTuple):
    """A tool-first message has one of `tools`, or one of `heads` ("app") and of `topics` ("onboarding")."""

    tools: frozenset[bytes]
    heads: frozenset[bytes]
    topics: frozenset[bytes]


def gate() -> Gate:
    """The quick look at a message's words, over all languages, before anything is compiled."""
    contents = tuple(_CONTENT.values())
    return Gate(
        tools=_longest(words for content in contents for words in (content.NAMES, content.KINDS, content.WEAK_NAMES)),
        heads=_longest(content.HEADS for content in contents),
        topics=_longest(content.TOPICS for content in contents),
    )


def _longest(lists: Iterable[str]) -> frozenset[bytes]:
    """The longest word of each entry, in its forms, with and without accents; one letter says too little.

    "ia gen" is told by "ia", an entry of its own: "gen" would let in « les gens ».
    """
    entries = [re.findall(r"[\w+]+", entry) for entry in chain.from_iterable(words.split(",") for words in lists)]
    alone = {words[0] for words in entries if len(words) == 1 and len(words[0]) > 1}
    longest = alone.union(max(words, key=len) for words in entries if alone.isdisjoint(words))
    forms = chain.from_iterable(_plurals(word) for word in longest if len(word) > 1)
    return frozenset(chain.from_iterable((form.encode(), fold(form).encode()) for form in forms))


def _plurals(word: str) -> tuple[str, ...]:
    return (word, word[:-1] + "ies") if word.endswith("ity") else (word, word + "s")


@lru_cache(maxsize=len(_CONTENT))
def rules(lang: Lang) -> Rules:
    """The compiled rules of one language."""
    content = _CONTENT[lang]
    acts = {"start": content.START, "change": content.CHANGE, "want": content.WANT, "idea": content.IDEA}
    kinds = {verb: kind for kind, verbs in acts.items() for verb in listed(verbs)}
    names, weak = _words(listed(content.NAMES)), _words(listed(content.WEAK_NAMES))
    tool = _english_tool(names, weak) if lang == "en" else _french_tool(names, weak)
    phrase, end = _english_phrase(tool) if lang == "en" else _french_phrase(tool, names, weak)
    persons = rf"{content.BEFORE_PERSONS}{content.PERSONS}(?:\s+{content.PERSONS})*{content.AFTER_PERSONS}"
    return Rules(
        kinds=kinds,
        act=_any(rf"\b(?P<verb>{content.MOVE}|{_words(kinds)})(?=[\s'])(?:\s+{content.ADVERBS}\b){{0,2}}"),
        phrase=_any(rf"[\s'(]{{1,3}}{phrase}{end}"),
        name=_any(rf"\s{{1,3}}(?P<phrase>(?P<det>)(?P<tool>{names}|{weak})){end}"),
        tool=_any(rf"\b(?P<phrase>{tool}|{weak})\b"),
        frame=_any(*content.FRAMES),
        block=_any(*content.BLOCKS),
        after=_any(*content.AFTERS),
        negated=_any(content.NEGATED_WANT),
        not_tool=_any(*(rf"\b(?:{pattern})" for pattern in content.NOT_TOOLS)),
        praise=_any(*(rf"\s?(?:{pattern})" for pattern in content.PRAISE)),
        fear=_any(*content.FEAR),
        praise_signs=frozenset(listed(content.PRAISE_SIGNS)),
        fear_signs=frozenset(listed(content.FEAR_SIGNS)),
        adoption_signs=frozenset(listed(content.ADOPTION_SIGNS)),
        adoption=_any(*content.ADOPTION),
        checkable=_any(*content.CHECKABLE),
        vanity=_any(content.VANITY),
        steps=tuple((weight, _any(pattern)) for weight, pattern in content.STEPS),
        problem=_any(*content.PROBLEM),
        bandwagon=_any(*content.BANDWAGON),
        reason=_any(content.REASON),
        not_reason=_any(content.NOT_A_REASON),
        opener=_any(rf"^(?:{content.OPENERS})\s*\b"),
        persons=_any(persons),
        date=_any(content.DATE),
        purposes=frozenset(listed(content.PURPOSES)),
        loose_ends=frozenset(listed(content.LOOSE_ENDS)),
        definite=frozenset(listed(content.DEFINITE)),
        general=frozenset(listed(content.GENERAL)),
        launch=frozenset(listed(content.LAUNCH)),
        take=frozenset(listed(content.TAKE)),
        self_standing=frozenset(listed(content.SELF_STANDING)),
    )


def _any(*patterns: str) -> re.Pattern[str]:
    """Patterns of the content as one, without accents as folded text is (escapes keep their case)."""
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile("".join(letter if letter.isascii() else fold(letter) for letter in whole))


def _words(words: Iterable[str]) -> str:
    """Plain words as one alternation."""
    tree = letter_tree("|".join(re.escape(word).replace(r"\ ", " ") for word in words))
    return f"(?:{tree})".replace(" ", r"\s+")


def _nouns(words: str) -> str:
    """The entries of a word list, singular and plural."""
    return _words(chain.from_iterable(_plurals(word) for word in listed(words)))


def _english_tool(names: str, weak: str) -> str:
    """A kind, a name or topic within two words of its noun, or a name."""
    wide_topics = listed(tools_en.WIDE_TOPICS)
    topics = _words(set(listed(tools_en.TOPICS)) - set(wide_topics))
    wide = rf"{_words(wide_topics)}\s+{_nouns(tools_en.WIDE_HEADS)}"
    headed = rf"(?:{names}|{weak}|{topics})[\s/-]{{1,3}}(?:[\w&/-]{{1,30}}\s+){{0,2}}?{_nouns(tools_en.HEADS)}"
    return rf"(?:{headed}|{wide}|{tools_en.PURPOSE}|{_nouns(tools_en.KINDS)}|{names})"


def _english_phrase(tool: str) -> tuple[str, str]:
    """Article, some words that are no prepositions, the tool; then no word that is the real head noun."""
    content = tools_en
    words = rf"(?:(?!{content.NOT_IN_PHRASE}\b)[\w&'.#/-]{{1,30}}\s+){{0,5}}?'?"
    phrase = (
        rf"(?P<phrase>(?:(?P<det>{content.DETERMINERS})\s+{words}|(?:{content.BARE}\s+){{0,3}})"
        rf"(?P<tool>{tool}){content.TAIL}?)"
    )
    return phrase, rf"(?=\s*$|\s*[^\w\s'-]|'(?=\s|$)|\s+-|\s+{content.FOLLOWERS}\b)"


def _french_tool(names: str, weak: str) -> str:
    """A kind, a noun with a name or topic within two words after it, or a name."""
    wide_topics = listed(tools_fr.WIDE_TOPICS)
    topics = _words(set(listed(tools_fr.TOPICS)) - set(wide_topics))
    wide = rf"{_nouns(tools_fr.WIDE_HEADS)}\s+(?:d'|de\s+)?{_words(wide_topics)}"
    link = r"\s+(?:[\w-]{1,30}\s+){0,2}?(?:d'|de\s+|du\s+|des\s+|sur\s+|à\s+|pour\s+(?:l'|la\s+|le\s+|les\s+)?)?"
    headed = rf"{_nouns(tools_fr.HEADS)}{link}(?:{names}|{weak}|{topics})"
    return rf"(?:{headed}\b|{wide}\b|{_nouns(tools_fr.KINDS)}|{names})"


def _french_phrase(tool: str, names: str, weak: str) -> tuple[str, str]:
    """Article, a few adjectives, the tool with what describes it."""
    content = tools_fr
    phrase = (
        rf"(?:d'(?=une? ))?(?P<phrase>(?:(?P<det>{content.DETERMINERS})(?:(?<=')|\s+))?"
        rf"(?:{content.BARE}\s+){{0,3}}"
        rf"(?P<tool>{tool})(?:\s+(?:{names}|{weak})\b)?(?:{content.TAIL}\b)?)"
    )
    return phrase, r"(?![\w-])"
