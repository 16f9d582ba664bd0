"""Where a sentence names a social, collaboration or AI tool, in English, French, German and Spanish.

An English or German tool phrase ends with its noun ("a WhatsApp channel"), a French or Spanish one opens with it ("un
canal WhatsApp"): that is the only difference of grammar, all else is data in dialogs/content/tools_*.py. Compiled at
the first message that needs it, not at import.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from types import ModuleType
from typing import Final, Literal, NamedTuple

from dialogs.content import tools_de, tools_en, tools_es, tools_fr
from dialogs.interception.text import Spoken, listed
from dialogs.reading.fold import fold
from dialogs.reading.lettertree import letter_tree

CONTENT: Final[dict[Spoken, ModuleType]] = {"en": tools_en, "fr": tools_fr, "de": tools_de, "es": tools_es}
_ENDINGS: Final[dict[Spoken, tuple[str, ...]]] = {
    "en": ("", "s"),
    "fr": ("", "s"),
    "de": ("", "s", "n", "en", "e", "es"),
    "es": ("", "s", "es"),
}
_LINKS: Final[dict[Spoken, tuple[str, str]]] = {
    "fr": (r"(?:d'|de\s+)", r"(?:d'|de\s+|du\s+|des\s+|sur\s+|à\s+|pour\s+(?:l'|la\s+|le\s+|les\s+)?)"),
    "es": (r"(?:de\s+)", r"(?:de\s+|del\s+|en\s+|para\s+(?:la\s+|el\s+)?)"),
}
"""Between a noun and its topic: "of", and all that may link them (regex)."""
_NOT_A_TOOL_BEFORE: Final = 15
_NOT_A_TOOL_BEHIND: Final = 30
"""Characters around a tool's name where another meaning of it ("community garden") is looked for."""


class Naming(NamedTuple):
    """The expressions that find tools in a folded sentence of one language.

    `phrase` has the groups phrase, det and tool, and begins with the space before; `tool` is a name wherever it
    stands; `name` is a bare name alone.
    """

    phrase: re.Pattern[str]
    name: re.Pattern[str]
    tool: re.Pattern[str]
    not_tool: re.Pattern[str]
    definite: frozenset[str]


class Mention(NamedTuple):
    """A tool that is named: the span of its phrase, where the tool itself begins, and what stands before it.

    `form` is "phrase" for a noun phrase of its own, "bare" for a name inside something else ("a Slack message").
    """

    start: int
    tool: int
    end: int
    article: Literal["no", "a", "the"]
    form: Literal["phrase", "bare"]


def mentions(line: str, naming: Naming) -> list[Mention]:
    """The tools that a folded sentence names, in order."""
    found = [
        Mention(match.start("phrase") - 1, match.start("tool") - 1, match.end("phrase") - 1, article, "phrase")
        for match in naming.phrase.finditer(" " + line)
        for article in (_article(match["det"], naming),)
    ]
    covered = [(mention.start, mention.end) for mention in found]
    found += [
        Mention(match.start(), match.start(), match.end(), "no", "bare")
        for match in naming.tool.finditer(line)
        if not _overlaps(match.span(), covered)
    ]
    return sorted(mention for mention in found if is_tool(line, mention.start, mention.end, naming))


def _article(det: str | None, naming: Naming) -> Literal["no", "a", "the"]:
    if not det:
        return "no"
    return "the" if det in naming.definite else "a"


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def is_tool(line: str, start: int, end: int, naming: Naming) -> bool:
    """Whether the tool's name at that span means the tool there, and not "community garden"."""
    others = naming.not_tool.finditer(line, max(0, start - _NOT_A_TOOL_BEFORE), end + _NOT_A_TOOL_BEHIND)
    return not any(other.start() < end and start < other.end() for other in others)


@cache
def naming(lang: Spoken) -> Naming:
    """The compiled expressions of one language."""
    content = CONTENT[lang]
    names, weak = words(listed(content.NAMES)), words(listed(content.WEAK_NAMES))
    tool = (_headed_last if lang in ("en", "de") else _headed_first)(content, names, weak, lang)
    phrase, end = _english_phrase(tool) if lang == "en" else _plain_phrase(content, tool, rf"{names}|{weak}")
    return Naming(
        phrase=one(rf"[\s'(]{{1,3}}{phrase}{end}"),
        name=one(rf"\s{{1,3}}(?P<phrase>(?P<det>)(?P<tool>{names}|{weak})){end}"),
        tool=one(rf"\b(?P<phrase>{tool}|{weak})\b"),
        not_tool=one(rf"\b(?:{'|'.join(content.NOT_TOOLS)})"),
        definite=frozenset(listed(content.DEFINITE)),
    )


def one(*patterns: str) -> re.Pattern[str]:
    """Patterns of the content as one, without accents as folded text is (escapes keep their case)."""
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile("".join(letter if letter.isascii() else fold(letter) for letter in whole))


def words(entries: Iterable[str]) -> str:
    """Plain words as one alternation."""
    tree = letter_tree("|".join(re.escape(word).replace(r"\ ", " ").replace(r"\-", "-") for word in entries))
    return f"(?:{tree})".replace(" ", r"\s+")


def _nouns(entries: str, lang: Spoken) -> str:
    """The entries of a word list, singular and plural."""
    return words(chain.from_iterable(_forms(word, lang) for word in listed(entries)))


def _forms(word: str, lang: Spoken) -> Iterator[str]:
    if word.endswith("ity"):
        yield word[:-1] + "ies"
    yield from (word + ending for ending in _ENDINGS[lang])


def _headed_last(content: ModuleType, names: str, weak: str, lang: Spoken) -> str:
    """A kind, a name or topic within two words of its noun, or a name."""
    wide_topics = listed(content.WIDE_TOPICS)
    topics = words(set(listed(content.TOPICS)) - set(wide_topics))
    wide = rf"{words(wide_topics)}[\s-]{{1,2}}{_nouns(content.WIDE_HEADS, lang)}"
    between = r"(?:[\w&/-]{1,30}\s+){0,2}?"
    headed = rf"(?:{names}|{weak}|{topics})[\s/-]{{1,3}}{between}{_nouns(content.HEADS, lang)}"
    return rf"(?:{headed}|{wide}|{content.PURPOSE}|{_nouns(content.KINDS, lang)}|{names})"


def _headed_first(content: ModuleType, names: str, weak: str, lang: Spoken) -> str:
    """A kind, a noun with a name or topic within two words after it, or a name."""
    wide_topics = listed(content.WIDE_TOPICS)
    topics = words(set(listed(content.TOPICS)) - set(wide_topics))
    of, link = _LINKS[lang]
    wide = rf"{_nouns(content.WIDE_HEADS, lang)}\s+{of}?{words(wide_topics)}"
    headed = rf"{_nouns(content.HEADS, lang)}\s+(?:[\w-]{{1,30}}\s+){{0,2}}?{link}?(?:{names}|{weak}|{topics})"
    return rf"(?:{headed}\b|{wide}\b|{_nouns(content.KINDS, lang)}|{names})"


def _english_phrase(tool: str) -> tuple[str, str]:
    """Article, some words that are no prepositions, the tool; then no word that is the real head noun."""
    content = tools_en
    between = rf"(?:(?!{content.NOT_IN_PHRASE}\b)[\w&'.#/-]{{1,30}}\s+){{0,5}}?'?"
    phrase = (
        rf"(?P<phrase>(?:(?P<det>{content.DETERMINERS})\s+{between}|(?:{content.BARE}\s+){{0,3}})"
        rf"(?P<tool>{tool}){content.TAIL}?)"
    )
    return phrase, rf"(?=\s*$|\s*[^\w\s'-]|'(?=\s|$)|\s+-|\s+{content.FOLLOWERS}\b)"


def _plain_phrase(content: ModuleType, tool: str, name: str) -> tuple[str, str]:
    """Article, a few adjectives, the tool with what describes it."""
    phrase = (
        rf"(?:d'(?=une? ))?(?P<phrase>(?:(?P<det>{content.DETERMINERS})(?:(?<=')|\s+))?"
        rf"(?:{content.BARE}\s+){{0,3}}"
        rf"(?P<tool>{tool})(?:\s+(?:{name})\b)?(?:{content.TAIL}\b)?)"
    )
    return phrase, r"(?![\w-])"
