"""What of a message may be judged: the person's own words, and the language they are in.

A quoted colleague, a log, a link or a forwarded mail says nothing about what this person proposes.
Two forms are kept apart: `clean` keeps the letters as typed, because the coach quotes them; `plain` gives the
rules one spelling of the same length, so that a place found in one is the same place in the other.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from dialogs.content import tools_en, tools_fr
from dialogs.lang import Lang
from dialogs.reading.fold import fold

# Every repetition is bounded or stops at its own opening mark: one pass over any text.
_DROPPED: Final = re.compile(
    r"```.*?(?:```|\Z)"  # code block, closed or not
    r"|`[^`\n]*`"
    r"|(?m:^)[ \t]*>[^\n]*"  # quoted line
    r"|<[^<>\s][^<>\n]{0,2000}>"  # a platform's own link or mention, with its label: a pasted title
    r"|\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}\)"
    r"|\b(?:https?://|www\.)\S+",
    re.DOTALL,
)
_SPOKEN: Final = re.compile(r'"[^"\n]{1,400}"|“[^“”\n]{1,400}”|«[^«»\n]{1,400}»')
_FORWARDED: Final = re.compile(
    r"^[ \t]*(?:-{2,20} ?(?:original|forwarded) message|-{2,20} ?message (?:d.origine|transféré|initial)"
    r"|begin forwarded message|début du message (?:transféré|réexpédié)"
    r"|on [^\n]{5,100} wrote ?:|le [^\n]{5,100} a écrit\s?:"
    r"|(?:from|de) ?: [^\n]{1,200}\n(?:sent|date|to|envoyé|à|cc|subject|objet) ?:)",
    re.IGNORECASE | re.MULTILINE,
)
_MARKS: Final = ("`", ">", "[", '"', "“", "«", "://", "www.")
"""One of them is in every text that has something to drop."""
_SENTENCE_END: Final = re.compile(r"[.!?…;\n](?:(?=\s|$)|(?<=\n))")

_OTHER_LANGUAGES: Final = frozenset(
    fold(
        "der das und ist nicht wir ich ein eine einen einem einer soll sollen sollten wollen könnten mit für "
        "auf auch zu zum zur wird werden kann haben oder von den dem im sich vielleicht noch "
        "het een voor niet wij moeten zouden kunnen ook naar zijn van "
        "el los las una para por con pero como más muy deberíamos podemos crear hay nuestro nuestra del y "
        "que il gli della per non dovremmo creare anche sono nostro nostra di che "
        "o os uma não devemos criar também nosso nossa em"
    ).split()
)
"""German, Dutch, Spanish, Italian, Portuguese words that say little in English or French."""


def listed(words: str) -> tuple[str, ...]:
    """The entries of a word list of the content, folded: commas part them, line breaks are spaces."""
    return tuple(" ".join(fold(entry).split()) for entry in words.split(","))


_ENGLISH: Final = frozenset(listed(tools_en.FUNCTION_WORDS))
_FRENCH: Final = frozenset(listed(tools_fr.FUNCTION_WORDS))


class Sentence(NamedTuple):
    """One sentence, its end mark included: as typed, and `plain` (same length)."""

    typed: str
    plain: str


def clean(text: str) -> str:
    """The person's own words as typed: no quoted lines, code, links, forwarded mail or reported speech."""
    if "&" in text:
        from html import unescape  # its table of 2,000 names is loaded when one is met

        text = unescape(text)
    if "\n" in text and (forwarded := _FORWARDED.search(text)):
        text = text[: forwarded.start()]
    if any(mark in text for mark in _MARKS):
        text = _SPOKEN.sub(_short_quotes_stay, _DROPPED.sub(" ", text))
    return text


def _short_quotes_stay(match: re.Match[str]) -> str:
    """Four words in quotation marks are somebody's sentence; fewer are a name ("Community")."""
    return match[0] if len(match[0].split()) < 4 else " "


def plain(text: str) -> str:
    """`fold` with spaces for quotation and bold marks, so that a name in marks is a word; same length."""
    folded = fold(text).replace('"', " ").replace("*", " ")
    return folded if folded.isascii() else folded.replace("“", " ").replace("”", " ")


def sentences(typed: str) -> Iterator[Sentence]:
    """The sentences of a cleaned message, in order, blank ones left out."""
    whole, start = plain(typed), 0
    ends = [match.end() for match in _SENTENCE_END.finditer(whole)]
    for end in (*ends, len(whole)):
        if whole[start:end].strip():
            yield Sentence(typed[start:end], whole[start:end])
        start = end


def language(text: str, default: Lang) -> Lang | None:
    """The language by its function words; `default` if nothing tells, None for a third language."""
    words = set(plain(text).replace("'", " ").split())  # a mark stuck to a word may cost a vote, never the count
    english, french, foreign = len(words & _ENGLISH), len(words & _FRENCH), len(words & _OTHER_LANGUAGES)
    if foreign > max(english, french):
        return None
    if english == french:
        return default
    return "en" if english > french else "fr"
