"""How the coach may speak: rules on one text, each a function that says what is wrong with it.

The voice: short, one question at a time, the person stays in charge. No praise, no pressure, no product, no
preaching for or against tools. French is written with plain spaces; the typography is added when it is said.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from dialogs.content import tools_en, tools_fr
from dialogs.lang import Lang
from dialogs.saying import french_spacing


class Text(NamedTuple):
    """Something the coach says: where it stands, in which language, and its kind in the script."""

    key: str
    lang: Lang
    kind: str
    text: str


Rule = Callable[[Text], Iterator[str]]

MOST_WORDS: Final[dict[Lang, int]] = {"en": 45, "fr": 55}
MOST_LETTERS_ON_A_BUTTON: Final = 40
_LIMITED: Final = frozenset({"ask", "say", "probe", "control", "verdict", "reason", "why", "checkin", "review"})

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_WRAPS_A_QUESTION: Final = frozenset({"question", "question_simple"})
_CODE: Final = re.compile(r"`[^`]*`")

# “Who should see this plan?” asks; “you should” preaches. A question may use these words, a statement may not.
_PREACHING: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:should|ought to|needs? to|had better)\b", re.I),
    "fr": re.compile(r"\b(?:(?:vous|tu|on|nous) devr\w+|faudrai\w+)\b", re.I),
}
_FORBIDDEN: Final[dict[Lang, dict[str, re.Pattern[str]]]] = {
    "en": {
        "an order": re.compile(r"\b(?:must|you have to)\b", re.I),
        "praise": re.compile(
            r"\b(?:great|excellent|awesome|perfect|amazing|well done|congrat\w*)\b|^good \w+\b", re.I
        ),
        "a threat or a countdown": re.compile(
            r"\b(?:die|dying|before it's too late|left behind|last chance|urgent\w*|risk losing|hurry)\b", re.I
        ),
        "contempt for tools": re.compile(
            r"\b(?:gadgets?|toys?|hype|magic\w*|miracle|panacea|useless|gimmicks?|shiny|fads?|yet another)\b", re.I
        ),
    },
    "fr": {
        "an order": re.compile(r"\b(?:il faut|vous devez|tu dois|nous devons|on doit)\b", re.I),
        "praise": re.compile(
            r"\b(?:bravo|parfait\w*|excellent\w*|super|félicitations|bien joué)\b|^bonne \w+\b", re.I
        ),
        "a threat or a countdown": re.compile(
            r"\b(?:mourir|avant qu'il (?:ne )?soit trop tard|dépassés?|urgen\w+|dernière chance|vite fait)\b", re.I
        ),
        "contempt for tools": re.compile(
            r"\b(?:gadgets?|jouets?|magiques?|miracles?|panacée|inutiles?|usine à gaz|à la mode)\b", re.I
        ),
    },
}  # fmt: skip

# The same names that make a message tool-first: a product added there may not be said here from then on.
_GENERIC: Final = frozenset({"ai", "a.i.", "gen ai", "genai", "ia", "social media", "llm"})
_PRODUCTS: Final = re.compile(
    r"\b(?:excel|google|microsoft|office 365|"
    + "|".join(
        re.escape(name)
        for names in (tools_en.NAMES, tools_fr.NAMES)
        for name in (part.strip() for part in names.replace("\n", " ").split(","))
        if name and re.sub(r"\s+", " ", name) not in _GENERIC
    )
    + r")\b|(?-i:\b(?:Teams|Zoom|Notion|Workplace|Loop|Viva)\b)",
    re.I,
)

_NO_BREAK: Final = re.compile("[\u00a0\u202f]")
_GENDERED: Final = re.compile(r"\w(?:·|\()(?:e|es|ne|ne?s|euse|trice)s?\)?(?!\w)")
_ELIDES: Final = re.compile(r"(?:\b(?:de|du|à|au|que|jusque|lorsque|puisque)\s|\b[dlqnsj]u?')\{", re.I)
_TO_SOMEBODY: Final = re.compile(r"\bà \{(?:name|owner|reviewer)\}")
_DAY: Final = re.compile(r"\{(?:\w+_)?date\}")
_UNSPACED: Final = re.compile(r"\w[?;:!»](?=\s|$)|«\S")
_STATISTIC: Final = re.compile(r"\d+ ?%")
_STUDY: Final = re.compile(r"\b(?:stud(?:y|ies)|research|études?|statisti\w+|experts? (?:say|disent))\b", re.I)


def placeholders(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(_PLACEHOLDER.findall(text))


def too_long(said: Text) -> Iterator[str]:
    """A message is read at a glance: 45 words in English, 55 in French."""
    count = len(said.text.split())
    if said.kind in _LIMITED and count > MOST_WORDS[said.lang]:
        yield f"{count} words, at most {MOST_WORDS[said.lang]}"
    if said.kind == "button" and len(said.text) > MOST_LETTERS_ON_A_BUTTON:
        yield f"{len(said.text)} letters on a button, at most {MOST_LETTERS_ON_A_BUTTON}"


def more_than_one_question(said: Text) -> Iterator[str]:
    """One question at a time; a message that wraps a question asks none of its own."""
    asked = said.text.count("?") + len(placeholders(said.text) & _WRAPS_A_QUESTION)
    if asked > 1:
        yield f"{asked} questions"


def banned_words(said: Text) -> Iterator[str]:
    """No order, praise, threat, contempt for tools, product name, study or exclamation mark."""
    for what, pattern in _FORBIDDEN[said.lang].items():
        if match := pattern.search(said.text):
            yield f"{what}: {match[0]!r}"
    if match := _PRODUCTS.search(said.text):
        yield f"a product: {match[0]!r}"
    if match := _STUDY.search(said.text) or _STATISTIC.search(said.text):
        yield f"a figure or study from outside: {match[0]!r}"
    if "!" in said.text:
        yield "an exclamation mark"


def preaching(said: Text) -> Iterator[str]:
    """“Should” and “need to” ask, they never tell."""
    for sentence in re.findall(r"[^.?!…]+[.?!…]*", said.text):
        match = _PREACHING[said.lang].search(sentence)
        if match and not sentence.rstrip("” »").endswith("?"):
            yield f"{match[0]!r} outside a question"


def emoji(said: Text) -> Iterator[str]:
    """No emoji from the coach."""
    if found := [c for c in said.text if unicodedata.category(c) == "So"]:
        yield f"emoji: {''.join(found)}"


def typed_spacing(said: Text) -> Iterator[str]:
    """The source has plain spaces, in French also those before ? ; : » and after «."""
    if _NO_BREAK.search(said.text):
        yield "a no-break space in the source"
    bare = _CODE.sub("x", said.text)
    if said.lang == "fr" and (match := _UNSPACED.search(bare)):
        yield f"a space is missing: {match[0]!r}"
    if said.lang == "en" and (match := re.search(r"\s[?;:!](?=\s|$)|[«»]", bare)):
        yield f"French typography: {match[0]!r}"


def said_spacing(said: Text) -> Iterator[str]:
    """What French people read has no-break spaces there."""
    if said.lang == "fr":
        shown = _CODE.sub("x", french_spacing(said.text))
        if match := re.search(r" [?;:!»](?=\s|$)|« ", shown):
            yield f"a line may break at {match[0]!r}"


def gender(said: Text) -> Iterator[str]:
    """French that agrees with nobody: no “prêt·e”, no “prêt(e)”."""
    if said.lang == "fr" and (match := _GENDERED.search(said.text)):
        yield f"gendered writing: {match[0]!r}"


def elision(said: Text) -> Iterator[str]:
    """Nobody knows what letter a placeholder starts with: none stands behind de, à or que. A date is a figure.

    Somebody's name has no article: « à {name} » holds whatever its first letter.
    """
    if said.lang == "fr" and (match := _ELIDES.search(_TO_SOMEBODY.sub("à Ada", _DAY.sub("30", said.text)))):
        yield f"a placeholder after {match[0][:-1].strip()!r}"


# What a person could say (examples) or what a card quotes is not the coach's own voice: figures are welcome there.
VOICE: Final[tuple[Rule, ...]] = (
    too_long,
    more_than_one_question,
    banned_words,
    preaching,
    emoji,
    typed_spacing,
    said_spacing,
    gender,
    elision,
)
ANY_TEXT: Final[tuple[Rule, ...]] = (emoji, typed_spacing, said_spacing, gender)


def faults_of(said: Text) -> Iterator[str]:
    """Everything that is wrong with a text, each as `lang key: what`."""
    for rule in ANY_TEXT if said.key.startswith("example.") else VOICE:
        for what in rule(said):
            yield f"{said.lang} {said.key}: {what}"
