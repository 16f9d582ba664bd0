"""The person's own words, cut and turned so that the coach can say them back."""

import re
from collections.abc import Sequence
from typing import Final

from dialogs.lang import Lang
from dialogs.reading.dates import FoundDate

_PROOF: Final = re.compile(
    r"[:;.(]|,?\s(?:and|et)\s(?:it|that|ça|cela)\b|,\s(?:it|that|ça|cela)\b|,?\s(?:but|mais)\s|,\s(?=\d)"
    r"|\s(?:that\s|which\s|qui\s)?(?:works|marchent|marche|fonctionne|fonctionnent)\b",
    re.I,
)

# What a date leaves behind when it is cut out: “… par deux techniciens la”, “… the”.
_LEFT_BEHIND: Final = re.compile(
    r"\s+(?:la|le|les|the|sometime|w/[cbe]|week (?:commencing|beginning|ending)"
    r"|(?:(?:in|during|dans|pendant)\s+)?(?:the week(?: of| starting)?|la semaine(?: du)?))$",
    re.I,
)

_GROUP_OPENERS: Final[dict[Lang, frozenset[str]]] = {
    "en": frozenset(["the", "a", "an", "our", "my", "all", "every", "each", "some", "new", "night", "people"]),
    "fr": frozenset(["les", "la", "le", "nos", "notre", "mes", "mon", "ma", "tous", "toutes", "chaque", "des"]),
}
_BRACKET_END: Final = re.compile(r"[\s,;]+\)")  # “(me, tomorrow)” without its day is “(me)”
_PART_END: Final = re.compile(r"[,;.(]")

QUOTE_WORDS: Final = 15  # design: a quotation is at most 15 of the person's words

_TURNED: Final[dict[Lang, tuple[tuple[re.Pattern[str], str], ...]]] = {
    "en": ((re.compile(r"\b(?:my|our)\b", re.I), "your"), (re.compile(r"\b(?:us|me)\b", re.I), "you")),
    "fr": (
        (re.compile(r"\b(?:mon|ma|notre)\b", re.I), "votre"),
        (re.compile(r"\b(?:mes|nos)\b", re.I), "vos"),
    ),
}
_INDEFINITE: Final[dict[Lang, tuple[tuple[re.Pattern[str], str], ...]]] = {
    "en": ((re.compile(r"^(?:an?|some|our own|our)\s+", re.I), "the "),),
    "fr": (
        (re.compile(r"^(?:un|une|notre|mon|ma)\s+(?=[aeiouyéèêâîôh])", re.I), "l'"),
        (re.compile(r"^(?:une|notre propre|notre)\s+", re.I), "la "),
        (re.compile(r"^un\s+", re.I), "le "),
        (re.compile(r"^des\s+", re.I), "les "),
    ),
}
_OTHER_INDEFINITE: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:une?|des|notre)\s+", re.I),
    "fr": re.compile(r"^(?:an?|some|our)\s+(?!part)", re.I),
}
# What people say before and after they name somebody: “ok, let's say the night shift then”.
_NAMING: Final = re.compile(
    r"^(?:(?:ok(?:ay)?|well|so|let'?s say|i'?d say|mostly|mainly|probably|honestly|disons|je dirais|surtout|plutôt|bon"
    r"|ben|euh|alors|eh bien)\b[\s,:]*)+|,?\s+(?:then|i guess|i'?d say|i suppose|alors|du coup|je dirais)\W*$",
    re.I,
)


def quote(text: str, words: int = QUOTE_WORDS) -> str:
    """At most `words` words of the text, without line breaks, quotation marks and closing punctuation."""
    parts = text.replace("“", "").replace("”", "").replace("«", "").replace("»", "").split()
    kept = " ".join(parts[:words]).strip(" .,;:!?…")
    return f"{kept}…" if len(parts) > words else kept


def without_dates(text: str, dates: Sequence[FoundDate]) -> str:
    """The text without its dates, in the order found, and without the article that stood before one."""
    for found in reversed(dates):
        before = _LEFT_BEHIND.sub("", text[: found.start].rstrip())
        after = text[found.end :].lstrip()
        text = f"{before} {after.lstrip(' ,') if before.endswith(',') else after}"
    return _BRACKET_END.sub(")", text).strip()


def turned(text: str, lang: Lang) -> str:
    """The person's *my* and *our* as *your*, for a sentence that the coach says."""
    for pattern, other in _TURNED[lang]:
        text = pattern.sub(other, text)
    return text


def definite(tool: str, lang: Lang) -> str:
    """The tool phrase with a definite article: “a Slack community” -> “the Slack community”."""
    for pattern, article in _INDEFINITE[lang]:
        changed, count = pattern.subn(article, tool, count=1)
        if count:
            return changed
    # In another language than the talk's its gender is unknown: it stands without an article.
    return _OTHER_INDEFINITE[lang].sub("", tool)


def first_part(text: str) -> str:
    """The text up to its first comma or full stop: the group without its rhythm."""
    return _PART_END.split(text, maxsplit=1)[0].strip() or text.strip()


def named_group(text: str) -> str:
    """The people named in an answer, without the words that lead to them; as typed when nothing else is left."""
    return _NAMING.sub("", text.strip()) or text


def way_of(mechanism: str) -> str:
    """The existing way itself, without its proof: “a weekly case hour” of “a weekly case hour: 12 solved”."""
    return _PROOF.split(mechanism, maxsplit=1)[0].strip() or mechanism


def in_a_sentence(words: str, lang: Lang) -> str:
    """A group as it stands in the middle of a sentence: “The 40 technicians” -> “the 40 technicians”."""
    first = words.split(" ", 1)[0].lower()
    return words[:1].lower() + words[1:] if first in _GROUP_OPENERS[lang] else words


def sentence_case(text: str) -> str:
    """The text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]
