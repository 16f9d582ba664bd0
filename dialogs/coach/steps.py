"""Reads the steps of a plan from what was typed: each step's words, its owner and its day.

“I sort the ideas by Friday. Karim answers them on the 26th.” gives two steps. What cannot be read is left open;
the review says it later, a wrong guess would put words in the person's mouth.
"""

import re
from datetime import date
from typing import Final, NamedTuple

import msgspec

from dialogs.coach.clauses import acting_group, name_head, split_steps
from dialogs.coach.quoting import without_dates
from dialogs.lang import Lang
from dialogs.plan import Step
from dialogs.reading.dates import find_dates
from dialogs.reading.grammar import NAME, Grammar, grammar, is_infinitive, names_in

_OWNER_WORDS: Final = 3  # a longer reply without a name says something else: “they don't see it”
MAX_STEPS: Final = 7  # more than that is no longer “the first steps”; the rest stays in the last one

_IN_BRACKETS: Final = re.compile(rf"\s*\(\s*({NAME})[\s,;]*\)")
_EMPTY_BRACKETS: Final = re.compile(r"\s*\([\s,;]*\)")
_BEFORE_COLON: Final = re.compile(rf"({NAME})\s*:\s+")
_DETERMINER: Final = re.compile(
    r"^(?:each|every|all|both|the|our|my|l[ea]|chaque|tous les|toutes les|les|nos|mes)\s+", re.I
)
_EDGES: Final = " \t,;:.–—-"
_FR_INFINITIVES: Final = {
    "fais": "faire", "fait": "faire", "font": "faire", "vais": "aller", "va": "aller", "vois": "voir",
    "voit": "voir",  "jette": "jeter", "prends": "prendre", "prend": "prendre", "écris": "écrire",
    "écrit": "écrire", "appelle": "appeler", "mets": "mettre", "met": "mettre", "tiens": "tenir", "tient": "tenir",
    "réunis": "réunir", "réunit": "réunir", "choisis": "choisir", "choisit": "choisir", "ouvre": "ouvrir",
    "offre": "offrir", "répond": "répondre", "réponds": "répondre", "lis": "lire", "relis": "relire",
    "relit": "relire", "revois": "revoir", "lit": "lire", "dis": "dire", "dit": "dire", "envoie": "envoyer",
    "essaie": "essayer", "suis": "suivre", "suit": "suivre", "finis": "finir", "finit": "finir", "viens": "venir",
    "vient": "venir", "reprends": "reprendre", "reprend": "reprendre", "construis": "construire",
    "construit": "construire", "définis": "définir", "définit": "définir", "reçois": "recevoir",
    "reçoit": "recevoir", "peins": "peindre", "peint": "peindre",
}  # fmt: skip
_FR_PRONOUNS: Final = frozenset({"le", "la", "les", "lui", "leur", "en", "y", "se"})
# How a verb ends and how its infinitive does: devient, maintient, finissent, répondent, perdent, rédigent.
_FR_ENDINGS: Final = (
    ("ppellent", "ppeler"),
    ("ppelle", "ppeler"),
    ("jettent", "jeter"),
    ("vient", "venir"),
    ("tient", "tenir"),
    ("issent", "ir"),
    ("ndent", "ndre"),
    ("rdent", "rdre"),
    ("ent", "er"),
)
_GRAVE: Final = re.compile(r"è(?=[^è]{1,2}e$)")
_MUTE_E: Final = re.compile(r"(?:mèn|[lps]èv|[cdgp]èl|chèt|pès|sèm|crèv)e$")


class _Owned(NamedTuple):
    """Who, and the words left. `person` is the grammatical person of their verb, 0 when it is no conjugated verb."""

    owner: str | None
    rest: str
    person: int = 0


def read_steps(text: str, lang: Lang, today: date, me: str) -> tuple[Step, ...]:
    """The steps in the order typed, at most seven; `me` is the name put for *I*."""
    steps: list[Step] = []
    for clause in split_steps(text, lang)[:MAX_STEPS]:
        step = _step(clause.text, lang, today, me)
        if clause.follows and steps and step.owner is None:
            step = _carried_on(step, steps[-1].owner, lang)
        if step.text:
            steps.append(step)
        elif steps:
            steps[-1] = _completed(steps[-1], step)
    return tuple(steps)


def _completed(step: Step, told: Step) -> Step:
    """“…, me from 9 March”: who and when, told behind the step they belong to."""
    return msgspec.structs.replace(step, owner=step.owner or told.owner, due=step.due or told.due)


def _carried_on(step: Step, owner: str | None, lang: Lang) -> Step:
    """“…, then share it with Marie”, “…, puis il répond”: the same person goes on, unless it says *we*."""
    g = grammar(lang)
    if g.collectives.match(step.text):
        return step
    words = _infinitive(g.they_go_on.sub("", step.text), lang, third_person=g.they_go_on.match(step.text) is not None)
    return msgspec.structs.replace(step, text=words, owner=owner)


def _step(clause: str, lang: Lang, today: date, me: str) -> Step:
    g = grammar(lang)
    dates = find_dates(clause, lang, today)
    bare = without_dates(clause, dates).lstrip(_EDGES)
    bare = bare[g.connectors.match(bare).end() :]  # type: ignore[union-attr]
    owned = _owner(bare, g, lang, me)
    words = _tidy(owned.rest)
    if owned.person:
        words = _infinitive(words, lang, third_person=owned.person == 3)
    return Step(
        text=verb_lowered(words, lang) if owned.owner is None else _lower_first(words),
        owner=owned.owner,
        due=dates[-1].day if dates else None,
        source=clause,
    )


def _owner(clause: str, g: Grammar, lang: Lang, me: str) -> _Owned:
    if (match := _IN_BRACKETS.search(clause)) and match[1].lower() not in g.no_names:
        return _Owned(match[1], f"{clause[: match.start()]} {clause[match.end() :]}")
    if (match := g.tail_other.search(clause)) and match.start():
        return _Owned(match[1], clause[: match.start()])
    if (match := _BEFORE_COLON.match(clause)) and match[1].lower() not in g.no_names:
        return _Owned(match[1], clause[match.end() :])
    if match := g.me.match(clause):
        return _Owned(me, g.tail_me.sub("", _after_me(clause[match.end() :], g)), person=1)
    if head := name_head(clause, g, lang):
        name = head.group(1)
        return _Owned(name[:1].upper() + name[1:], clause[head.end() :], person=3)
    if match := g.tail_me.search(clause):
        return _Owned(me, clause[: match.start()])
    if (match := g.tail_name.search(clause.rstrip(_EDGES))) and match.group(1).lower() not in g.no_names:
        return _Owned(match.group(1), clause[: match.start()])
    if g.collectives.match(clause):
        return _Owned(None, clause)
    if group := acting_group(clause, g):
        return _Owned(_DETERMINER.sub("", group[0]), clause[group.end() :], person=3)
    return _Owned(None, clause)


def _after_me(words: str, g: Grammar) -> str:
    """“me: I empty the box”, « moi je retire »: said twice, it is one owner."""
    again = g.me.match(words.lstrip(_EDGES))
    return words.lstrip(_EDGES)[again.end() :] if again else words


def _infinitive(words: str, lang: Lang, third_person: bool) -> str:
    """“answers them” -> “answer them”, « liste les pannes » -> « lister les pannes »."""
    verb, _, rest = words.partition(" ")
    if lang == "fr" and verb.lower() == "me":
        verb = "se"
    if lang == "fr" and verb.lower() in _FR_PRONOUNS:
        return f"{verb.lower()} {_infinitive(rest, lang, third_person)}"
    if lang == "fr":
        verb = _FR_INFINITIVES.get(verb.lower()) or _fr_infinitive(re.sub("^m'", "s'", verb))
    elif verb.lower() in ("will", "to", "can"):
        return rest
    elif third_person and verb.endswith("ies"):
        verb = f"{verb[:-3]}y"
    elif third_person and verb.endswith(("sses", "shes", "ches", "xes", "goes", "does")):
        verb = verb[:-2]
    elif third_person and verb.endswith("s") and not verb.endswith("ss"):
        verb = verb[:-1]
    return f"{verb} {rest}".strip()


def _tidy(words: str) -> str:
    """No blank before a comma and no empty brackets where a name or a day was cut out."""
    return re.sub(r"\s+([,;])", r"\1", _EMPTY_BRACKETS.sub("", words)).strip(_EDGES)


def _fr_infinitive(verb: str) -> str:
    """“liste” -> “lister”, “répète” -> “répéter”, “rédigent” -> “rédiger”; as typed where no rule fits."""
    lower = verb.lower()
    for ending, infinitive in _FR_ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return f"{lower.removesuffix(ending)}{infinitive}"
    if not lower.endswith("e") or len(lower) <= 3:
        return verb
    accent = "e" if _MUTE_E.search(lower) else "é"
    return f"{_GRAVE.sub(accent, lower)}r"


def _lower_first(words: str) -> str:
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def verb_lowered(words: str, lang: Lang) -> str:
    """“Book a room” -> “book a room”, for the middle of a sentence; a name that opens keeps its capital."""
    verb = words.split(" ", 1)[0]
    opens_with_verb = verb.lower() in grammar(lang).imperatives or is_infinitive(verb, lang)
    return _lower_first(words) if opens_with_verb else words


def with_owner(steps: tuple[Step, ...], reply: str, reread: tuple[Step, ...], lang: Lang, me: str) -> tuple[Step, ...]:
    """The steps after “who does it?”: told anew in full, or the same steps with the name in the reply."""
    if reread and all(step.owner and len(step.text.split()) >= 3 for step in reread):
        return reread
    names = names_in(reply, lang)
    owner = names[0] if names else (me if grammar(lang).me.search(f"{reply} ") else reply.strip(_EDGES))
    if not names and owner != me and len(owner.split()) > _OWNER_WORDS:
        return steps
    return tuple(step if step.owner else msgspec.structs.replace(step, owner=owner) for step in steps)
