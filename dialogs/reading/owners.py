"""Does somebody carry the steps? A first person, a name or a role is an owner; a team or “someone” is not.

Only whether there is one, to decide on a probe; whose each step is, is read in coach/steps.py. In doubt there
is an owner: asking “who does it?” about a step that says so is worse than not asking.
"""

import re
from typing import Final

from dialogs.lang import Lang
from dialogs.reading.grammar import NAME, grammar, is_infinitive
from dialogs.reading.words import plain, says, says_any, word_count, words

_NAME: Final = re.compile(rf"(?<![\w'’]){NAME}(?![\w])")
_CLAUSE_START: Final = re.compile(r"(?:^|[.!?:;•*–\n-]|\d[.)]|,\s*(?:and|then|et|puis))\s*$")
# A name typed without its capital: “ana lists”, “(ana, friday)”, “ana: …”.
_IN_BRACKETS: Final = r"|\(([a-z]{2,12})[,)]|^([a-z]{2,12}) ?[:-] "
_LOWER_OWNER: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"(?:^|[.;,] ?|\bthen |\band )([a-z]{2,12}) (?:will |to |then )?[a-z]{3,}s(?= )" + _IN_BRACKETS),
    "fr": re.compile(
        r"(?:^|[.;,] ?|\bpuis |\bet )([a-z]{2,12}) (?:va )?[a-z]{2,}(?:e|t|ent|a)"
        r"(?= (?:le|la|les|l'|un|une|des|\d))" + _IN_BRACKETS
    ),
}
# Lists of words that are no person, however they are written.
_NOBODY: Final = ("department", "collective", "date", "tool", "everyone")


def has_owner(typed: str, lang: Lang) -> bool:
    """Whether the steps name a first person, a person or a role."""
    text = plain(typed)
    if says("first_person", text, lang) or says("one_role", text, lang):
        return True
    if any(_is_name(match, typed, lang) for match in _NAME.finditer(typed)):
        return True
    if typed == typed.lower() and _lower_owner(text, lang):
        return True
    return _name_alone(text, lang)


def _is_name(match: re.Match[str], typed: str, lang: Lang) -> bool:
    """A capital in mid-sentence is a name; at the start, what follows decides."""
    word = match[0].lower()
    if word in grammar(lang).no_names or _is_nobody(plain(word), lang):
        return False
    if not _CLAUSE_START.search(typed[: match.start()]):
        return True
    return not _ordinary(word, lang) and _acts(typed[match.end() :], lang)


def _is_nobody(word: str, lang: Lang) -> bool:
    return says_any(_NOBODY, word, lang)


def _ordinary(word: str, lang: Lang) -> bool:
    if word in grammar(lang).imperatives or says("step_word", plain(word), lang):
        return True
    return is_infinitive(word, lang) and not says("name_like_verb", plain(word), lang)


def _acts(rest: str, lang: Lang) -> bool:
    """Whether what follows the capital reads like what a person does: “Ana lists”, “Karim, by Friday”."""
    if re.match(r"\s*(?:[:,(–-]|&|and [A-Z]|et [A-Z]|$)", rest):
        return True
    following = words(plain(rest), lang)
    if not following:
        return True
    word, g = following[0], grammar(lang)
    if word in g.auxiliaries:
        return True
    if word in g.determiners or says("date", word, lang):
        return False
    return word.endswith("s" if lang == "en" else ("e", "t", "a", "d", "ent"))


def _lower_owner(text: str, lang: Lang) -> bool:
    """“ana lists the faults”, “list the faults (ana)”: a name typed without its capital."""
    for match in _LOWER_OWNER[lang].finditer(text):
        word = next(filter(None, match.groups()))
        g = grammar(lang)
        common = word in g.no_names or word in g.determiners or _ordinary(word, lang)
        if not common and not _is_nobody(word, lang):
            return True
    return False


def _name_alone(text: str, lang: Lang) -> bool:
    """“ana and piotr”: the reply to “who does it?”, with nothing else in it."""
    if word_count(text) > 3 or says_any(("collective", "department", "activity"), text, lang):
        return False
    first = words(text, lang)[:1]
    return bool(first) and not _ordinary(first[0], lang) and not says("tool_work", text, lang)
