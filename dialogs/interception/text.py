"""What of a message may be judged: the person's own words, and the language they are in.

A quoted colleague, a log, a link or a forwarded mail says nothing about what this person proposes.
Two forms are kept apart: `clean` keeps the letters as typed, because the coach quotes them; `plain` gives the
rules one spelling of the same length, so that a place found in one is the same place in the other.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, Literal, NamedTuple

from dialogs.content import tools_de, tools_en, tools_es, tools_fr
from dialogs.lang import Lang
from dialogs.reading.fold import fold

Spoken = Literal["en", "fr", "de", "es"]
"""A language that is judged. The coach itself talks two of them."""

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
_SAID: Final = re.compile(
    r'"[^"\n]{1,400}"|“[^“”\n]{1,400}”|«[^«»\n]{1,400}»|„[^„“”\n]{1,400}[“”]'
    r"|(?<!\w)['‘](?=\w)(?:[^'‘’\n]|(?<=\w)['’](?=\w)){1,200}['’](?!\w)"  # 'let's be on TikTok'
)
_FORWARDED: Final = re.compile(
    r"^[ \t]*(?:-{2,20} ?(?:original|forwarded) message|-{2,20} ?message (?:d.origine|transféré|initial)"
    r"|begin forwarded message|début du message (?:transféré|réexpédié)"
    r"|on [^\n]{5,100} wrote ?:|le [^\n]{5,100} a écrit\s?:"
    r"|(?:from|de) ?: [^\n]{1,200}\n(?:sent|date|to|envoyé|à|cc|subject|objet) ?:)",
    re.IGNORECASE | re.MULTILINE,
)
_MARKS: Final = ("`", ">", "[", '"', "“", "«", "://", "www.", " '", "‘")
"""One of them is in every text that has something to drop."""
_STRETCHES: Final = 2
_AROUND: Final = 120  # characters
_SENTENCE_END: Final = re.compile(r"[.!?…;\n](?:(?=\s|$)|(?<=\n))")

_OTHER_LANGUAGES: Final = frozenset(
    fold(
        "het een voor niet wij moeten zouden kunnen ook naar zijn van de en "
        "il gli della per non dovremmo creare anche sono nostro nostra di che con una "
        "o os uma não devemos criar também nosso nossa em para que"
    ).split()
)
"""Dutch, Italian, Portuguese words that say little in the languages that are judged."""


def listed(words: str) -> tuple[str, ...]:
    """The entries of a word list of the content, folded: commas part them, line breaks are spaces."""
    return tuple(" ".join(fold(entry).split()) for entry in words.split(","))


_SPOKEN: Final[tuple[tuple[Spoken, frozenset[str]], ...]] = (
    ("en", frozenset(listed(tools_en.FUNCTION_WORDS))),
    ("fr", frozenset(listed(tools_fr.FUNCTION_WORDS))),
    ("de", frozenset(listed(tools_de.FUNCTION_WORDS))),
    ("es", frozenset(listed(tools_es.FUNCTION_WORDS))),
)


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
        text = _SAID.sub(_short_quotes_stay, _DROPPED.sub(" ", text))
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


def excerpt(typed: str, words: Sequence[str]) -> str:
    """Of a long text only what stands around the first few folded `words`, each stretch a sentence of its own."""
    whole = plain(typed)
    places = sorted(
        match.start() for word in words for match in islice(re.finditer(re.escape(word), whole), _STRETCHES)
    )
    stretches: list[tuple[int, int]] = []
    for place in places:
        start, end = max(0, place - _AROUND), place + _AROUND
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return "\n".join(typed[start:end] for start, end in stretches[:_STRETCHES])


def spoken(text: str, default: Lang) -> Spoken | None:
    """The language by its function words; `default` if nothing tells, None for one that is not judged."""
    words = set(plain(text).replace("'", " ").split())  # a mark stuck to a word may cost a vote, never the count
    votes = {lang: len(words & known) for lang, known in _SPOKEN}
    best = max(votes.values())
    if len(words & _OTHER_LANGUAGES) > best:
        return None
    return default if votes[default] == best else next(lang for lang in votes if votes[lang] == best)


def language(text: str, default: Lang) -> Lang | None:
    """The same, but None for a language that the coach does not talk."""
    lang = spoken(text, default)
    return lang if lang == "en" or lang == "fr" else None
