"""Does an answer say what somebody does, or only name them? “Shift leads read the notes” against “shift leads”.

A sign beside the word list: a verb behind the people it belongs to. In doubt the people are only named.
"""

import re
from itertools import pairwise
from typing import Final

from dialogs.lang import Lang
from dialogs.reading.grammar import grammar
from dialogs.reading.words import says, words

# What stands before a noun: “the call”, “in support”, “who plan”.
_BEFORE_A_NOUN: Final = frozenset({"of", "in", "for", "from", "at", "on", "with", "by", "who", "and", "or"})
# « les chefs lisent », « le service prévient », « chaque chef note les » ; not « les clients », « le département ».
_FRENCH: Final = re.compile(
    r"\b(?:les|nos|mes|tous|toutes)\s.*?\b(?!(?:cli|ag|par|pati|presid|resid|adher|souv|recemm)ent\b)(?!\w*ment\b)\w{2,}ent\b"
    r"|\b(?:le|la|chaque|mon|ma|notre|un|une)\s\w+(?:\s\w+)?\s(?!et\b|fait\b)\w*(?:ient|end|it|oit)\b"
    r"|\bchaque\s\w+(?:\sd\w+\s\w+)?\s\w+[et]\s(?:le|la|les|l'|un|une|des|ses|son|sa|leur|a|au|en|sur)\b"
)


def says_what_is_done(text: str, lang: Lang) -> bool:
    """Whether the plain text says what people do."""
    return says("behaviour", text, lang) or (_verb_follows(text) if lang == "en" else _FRENCH.search(text) is not None)


def _verb_follows(text: str) -> bool:
    """An English verb in its base form, behind its people and in front of what is done."""
    g, said = grammar("en"), words(text, "en")
    return any(
        verb in g.imperatives and before not in g.determiners | _BEFORE_A_NOUN for before, verb in pairwise(said[:-1])
    )
