"""Reads who can say yes, and where that yes stands."""

import re
from datetime import date
from typing import Final

import msgspec

from dialogs.lang import Lang
from dialogs.plan import Decision
from dialogs.reading.dates import find_dates
from dialogs.reading.grammar import Grammar, grammar, names_in

# “Me, I'm the head of the site”: the role is the person's own.
_ME_FIRST: Final = re.compile(r"(?:me|it'?s me|that'?s me|i'?m the|i am the|moi|c'est moi|je suis l)\b", re.I)
# “karim, plant manager”: a name typed without its capital, told by the role behind it.
_LOWER_NAME: Final = re.compile(r"(?!(?:well|so|ok|okay|hmm|alors|bon|ben|euh|hum)\b)([a-zà-ÿ]{2,12})(?:,| \()\s*")
_PLACES: Final = r"(?:for|in|at|from|near|pour|à|de|du|vers)"


def read_decision(text: str, lang: Lang, today: date, me: str, before: Decision | None = None) -> Decision:
    """The decision as said in `text`, on top of what was said `before`; `me` is the name put for *I*."""
    before = before or Decision()
    g = grammar(lang)
    yes = g.said_yes.search(text) is not None and g.not_yet.search(text) is None
    sponsor = _sponsor(text, g, lang, me) or before.sponsor
    if sponsor == me and _decides_alone(text, g):
        return Decision(sponsor=me, said_yes=True, said_yes_on=today)
    found = find_dates(text, lang, today, past=yes)
    on = found[-1].day if found else None
    if yes:
        return Decision(sponsor=sponsor, said_yes=True, said_yes_on=on)
    return msgspec.structs.replace(before, sponsor=sponsor, ask_on=on or before.ask_on)


def _sponsor(text: str, g: Grammar, lang: Lang, me: str) -> str:
    names = names_in(text, lang)
    if names:
        # “Agnieszka for Gdansk”: the word behind a preposition is a place more often than a person.
        return next((name for name in names if not re.search(rf"\b{_PLACES}\s+{name}\b", text, re.I)), names[0])
    said = text.strip()
    if (match := _LOWER_NAME.match(said)) and match[1] not in g.no_names and _is_role(said[match.end() :], g):
        return match[1].capitalize()
    if not _ME_FIRST.match(said) and (role := g.role.search(text) or g.bare_role.match(said)):
        return role.group(0)
    return me if _decides_alone(text, g) else ""


def _is_role(said: str, g: Grammar) -> bool:
    return g.role.match(said) is not None or g.bare_role.match(said) is not None


def _decides_alone(text: str, g: Grammar) -> bool:
    return g.self_decides.match(text.strip()) is not None
