"""Reads the steps of a plan from what was typed: each step's words, its owner and its day.

“I sort the ideas by Friday. Karim answers them on the 26th.” gives two steps. What cannot be read is left open;
the review says it later, a wrong guess would put words in the person's mouth.
"""

import re
from datetime import date
from typing import Final, NamedTuple

import msgspec

from dialogs.coach.quoting import without_dates
from dialogs.lang import Lang
from dialogs.plan import Step
from dialogs.reading.dates import find_dates
from dialogs.reading.grammar import NAME, Grammar, grammar, names_in

MAX_STEPS: Final = 7  # more than that is no longer “the first steps”; the rest stays in the last one

_SENTENCE_END: Final = re.compile(r"(?:(?<!\d)[.!?]|(?<=\d)\.(?=\s+\D))(?:\s+|$)|[;\n]+\s*")
_LIST_MARK: Final = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[-•*–—])[ \t]+", re.MULTILINE)
_NAME_HEAD: Final = re.compile(rf"({NAME})(?:\s*\([^)]*\)|,[^,]{{3,30}},)?\s+(?:et\s+{NAME}\s+|and\s+{NAME}\s+)?")
_LOWER_NAME: Final = re.compile(r"([a-z]{3,12})\s+([a-z]{3,}s)\s")
_VERB_NEXT: Final = re.compile(r"\s+(?!(?:we|he|she|on|nous|je|elle|elles|ils|les)\s)[a-zà-ÿ]+(?:s|nt|e)\s")
_DETERMINER: Final = re.compile(r"^(?:each|every|all|both|the|our|my|chaque|tous les|toutes les|les|nos|mes)\s+", re.I)
_EDGES: Final = " \t,;:.–—-"
_FR_INFINITIVES: Final = {
    "fais": "faire", "fait": "faire", "font": "faire", "vais": "aller", "va": "aller", "vois": "voir",
    "voit": "voir", "prends": "prendre", "prend": "prendre", "écris": "écrire", "écrit": "écrire",
    "appelle": "appeler", "mets": "mettre", "met": "mettre", "tiens": "tenir", "tient": "tenir",
    "réunis": "réunir", "réunit": "réunir", "choisis": "choisir", "choisit": "choisir", "ouvre": "ouvrir",
    "offre": "offrir", "définis": "définir", "définit": "définir", "reçois": "recevoir", "reçoit": "recevoir",
}  # fmt: skip
_FR_PRONOUNS: Final = frozenset({"le", "la", "les", "lui", "leur", "en", "y"})
_FR_INFINITIVE: Final = re.compile(r"^[A-ZÀ-Ý][a-zà-ÿ]+(?:er|ir|re|oir)$")


class _Owned(NamedTuple):
    owner: str | None
    rest: str
    third_person: bool = False


def read_steps(text: str, lang: Lang, today: date, me: str) -> tuple[Step, ...]:
    """The steps in the order typed, at most seven; `me` is the name put for *I*."""
    clauses = split_steps(text, lang)
    return tuple(step for step in (_step(clause, lang, today, me) for clause in clauses[:MAX_STEPS]) if step.text)


def split_steps(text: str, lang: Lang) -> list[str]:
    """One clause a step: sentences, lines and list items, and clauses that bring their own subject."""
    g = grammar(lang)
    clauses: list[str] = []
    for sentence in _SENTENCE_END.split(_LIST_MARK.sub("", text)):
        for clause in _split_subjects(sentence.strip(), g, lang):
            if clauses and _tail_only(clause, g):
                clauses[-1] += f", {clause}"
            elif any(c.isalnum() for c in clause):
                clauses.append(clause)
    return clauses


def _split_subjects(sentence: str, g: Grammar, lang: Lang) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in g.clause_and.finditer(sentence):
        left, right = sentence[start : match.start()], sentence[match.end() :]
        if len(left.split()) > 2 and _has_subject(right, g, lang) and not _tail_only(right, g):
            parts.append(left)
            start = match.end()
    parts.append(sentence[start:])
    return parts


def _tail_only(clause: str, g: Grammar) -> bool:
    """“I run it”, “c'est moi qui l'anime”: an owner for what stands before, no step of its own."""
    match = g.tail_me.match(clause.strip())
    return match is not None and match.end() == len(clause.strip())


def _has_subject(clause: str, g: Grammar, lang: Lang) -> bool:
    clause = clause[g.connectors.match(clause).end() :]  # type: ignore[union-attr]
    return bool(g.me.match(clause)) or _group_with_verb(clause, g) or _name_head(clause, g, lang) is not None


def _group_with_verb(clause: str, g: Grammar) -> bool:
    """“each country lead names…” opens a clause; “the 26th” or “all of them” does not."""
    match = g.group.match(clause)
    if match is None or any(word.lower() in g.no_names for word in match.group().split()[1:]):
        return False
    return _VERB_NEXT.match(clause[match.end() :]) is not None


def _step(clause: str, lang: Lang, today: date, me: str) -> Step:
    g = grammar(lang)
    dates = find_dates(clause, lang, today)
    bare = without_dates(clause, dates)
    bare = bare[g.connectors.match(bare).end() :]  # type: ignore[union-attr]
    owned = _owner(bare, g, lang, me)
    words = owned.rest.strip(_EDGES)
    if owned.owner is not None:
        words = _infinitive(words, lang, owned.third_person)
    return Step(text=_lower_first(words), owner=owned.owner, due=dates[-1].day if dates else None, source=clause)


def _owner(clause: str, g: Grammar, lang: Lang, me: str) -> _Owned:
    if match := g.me.match(clause):
        return _Owned(me, g.tail_me.sub("", clause[match.end() :]))
    if head := _name_head(clause, g, lang):
        return _Owned(head.group(1), clause[head.end() :], third_person=True)
    if match := g.tail_me.search(clause):
        return _Owned(me, clause[: match.start()])
    if (match := g.tail_name.search(clause.rstrip(_EDGES))) and match.group(1).lower() not in g.no_names:
        return _Owned(match.group(1), clause[: match.start()])
    if g.collectives.match(clause):
        return _Owned(None, clause)
    if _group_with_verb(clause, g):
        end = g.group.match(clause).end()  # type: ignore[union-attr]
        return _Owned(_DETERMINER.sub("", clause[:end]), clause[end:], third_person=True)
    return _Owned(None, clause)


def _name_head(clause: str, g: Grammar, lang: Lang) -> re.Match[str] | None:
    """A name at the start, with its verb behind; None for an imperative or a noun with a capital letter."""
    head = _NAME_HEAD.match(clause)
    if head is None:
        return _lower_name_head(clause, g) if lang == "en" else None
    name, following = head.group(1), clause[head.end() :].split()
    if not following or name.lower() in g.no_names or name.lower() in g.imperatives:
        return None
    first = following[0].lower()
    if lang == "en":
        return head if first in g.auxiliaries or first.endswith(("s", "'ll")) else None
    if first in g.determiners or first.startswith(("l'", "d'")):
        return None
    return None if _FR_INFINITIVE.match(name) and not first.endswith(("e", "t", "a")) else head


def _lower_name_head(clause: str, g: Grammar) -> re.Match[str] | None:
    """“ana lists the faults”: a name typed without its capital, told by the verb in -s behind it."""
    match = _LOWER_NAME.match(clause)
    if match is None or match.group(1) in g.no_names | g.imperatives | g.determiners:
        return None
    if match.group(1).endswith("s") or g.collectives.match(clause):
        return None
    return re.match(r"([a-z]{3,12})\s+", clause)


def _infinitive(words: str, lang: Lang, third_person: bool) -> str:
    """“answers them” -> “answer them”, « liste les pannes » -> « lister les pannes »."""
    verb, _, rest = words.partition(" ")
    if lang == "fr" and verb.lower() in _FR_PRONOUNS:
        return f"{verb.lower()} {_infinitive(rest, lang, third_person)}"
    if lang == "fr":
        lower = verb.lower()
        verb = _FR_INFINITIVES.get(lower, f"{lower}r" if lower.endswith("e") and len(lower) > 3 else verb)
    elif verb.lower() in ("will", "to", "can"):
        return rest
    elif third_person and verb.endswith("ies"):
        verb = f"{verb[:-3]}y"
    elif third_person and verb.endswith(("sses", "shes", "ches", "xes", "goes", "does")):
        verb = verb[:-2]
    elif third_person and verb.endswith("s") and not verb.endswith("ss"):
        verb = verb[:-1]
    return f"{verb} {rest}".strip()


def _lower_first(words: str) -> str:
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def verb_lowered(words: str, lang: Lang) -> str:
    """“Book a room” -> “book a room”, for the middle of a sentence; a name that opens keeps its capital."""
    verb = words.split(" ", 1)[0]
    opens_with_verb = verb.lower() in grammar(lang).imperatives or (lang == "fr" and _FR_INFINITIVE.match(verb))
    return _lower_first(words) if opens_with_verb else words


def with_owner(steps: tuple[Step, ...], reply: str, reread: tuple[Step, ...], lang: Lang, me: str) -> tuple[Step, ...]:
    """The steps after “who does it?”: told anew in full, or the same steps with the name in the reply."""
    if reread and all(step.owner and len(step.text.split()) >= 3 for step in reread):
        return reread
    names = names_in(reply, lang)
    owner = names[0] if names else (me if grammar(lang).me.search(reply) else reply.strip(_EDGES))
    return tuple(step if step.owner else msgspec.structs.replace(step, owner=owner) for step in steps)
