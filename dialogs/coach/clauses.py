"""Cuts what was typed into one clause a step: sentences, list items, and clauses that bring their own subject."""

import re
from typing import Final, NamedTuple

from dialogs.lang import Lang
from dialogs.reading.grammar import NAME, Grammar, grammar, is_infinitive

MIN_WORDS: Final = 3  # what stands before a cut is a clause, not “the texts and”

_ABBREVIATED: Final = r"(?<!\b(?:Dr|Mr|Ms|Pr|St).)(?<!\b(?:Mrs|Mme).)(?<!\bM.)"
# The mark comes first and what stands before it is looked at afterwards: most places are left at once.
_SENTENCE_END: Final = re.compile(
    rf"[.!?](?=\s|$)(?:(?<!\d.){_ABBREVIATED}|(?<=\d\.)(?=\s+\D))\s*|[;\n]+\s*", re.DOTALL
)
_LIST_MARK: Final = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[-•*–—])[ \t]+", re.MULTILINE)
_NUMBERED: Final = re.compile(r"(?:^|\s)\d{1,2}[.)]\s+")
# “1 ana asks … 2 me: …”: numbers without a mark, told by their order.
_COUNTED: Final = re.compile(r"\s*1:?\s+(?=\D)(.+?)[\s,;.]+2:?\s+(?=\D)(.+?)(?:[\s,;.]+3:?\s+(?=\D)(.+))?$", re.DOTALL)
_THEN: Final = re.compile(r",?\s+(?:and\s+|et\s+)?(?:then|puis|ensuite)\s+", re.I)
_NAME_HEAD: Final = re.compile(
    rf"({NAME})(?:\s*\([^)]*\)|,[^,]{{3,30}},|\s+(?:in|from|at|du|de|des|à|au|chez)\s+(?:l[ae]\s+)?[\w-]+)?"
    rf"(\s+(?:et|and)\s+(?:{NAME}|I|me|moi)(?:,?\s+(?:on|nous))?(?=\s))?\s+"
)
_LOWER_NAME: Final = re.compile(r"([a-z]{3,12})\s+([a-z]{3,}s)\s")
_DOES_IT: Final = re.compile(r"(?:le|la|les)\s+[a-zà-ÿ]+(?:it|nd)(?:\s|$)")  # « Fatou la relit »
_VERB_NEXT: Final = re.compile(
    r"\s+(?:(?:le|la|les|lui|leur|se)\s+[a-zà-ÿ]+(?:it|nd|ent)\s"
    r"|(?!(?:we|he|she|on|nous|je|elle|elles|ils|les|des?|une|entre|contre|comme)\s)[a-zà-ÿ]+(?:s|nt|e)\s)"
)


class Clause(NamedTuple):
    """The words of one step as typed. `follows`: it carries on the clause before it (“…, then …”)."""

    text: str
    follows: bool = False


def split_steps(text: str, lang: Lang) -> list[Clause]:
    """The clauses in the order typed. “I run it” is an owner for what stands before, no clause of its own."""
    g = grammar(lang)
    clauses: list[Clause] = []
    for sentence in _SENTENCE_END.split(_without_marks(text)):
        for clause in _split_sentence(sentence.strip(), g, lang):
            if clauses and _tail_only(clause.text, g):
                clauses[-1] = Clause(f"{clauses[-1].text}, {clause.text}", clauses[-1].follows)
            elif any(c.isalnum() for c in clause.text):
                clauses.append(clause)
    return clauses


def acting_group(clause: str, g: Grammar) -> re.Match[str] | None:
    """“each country lead names…”, “depot leads read…” open a clause; “the 26th” or “all of them” do not."""
    if match := g.roles.match(clause):
        return match
    match = g.group.match(clause)
    others = match.group().lower().split()[1:] if match else []
    if match is None or any(word in g.no_names and word != "de" for word in others):
        return None
    return match if _VERB_NEXT.match(clause[match.end() :]) else None


def name_head(clause: str, g: Grammar, lang: Lang) -> re.Match[str] | None:
    """A name at the start, with its verb behind; None for an imperative or a noun with a capital letter."""
    head = None if g.roles.match(clause) else _NAME_HEAD.match(clause)
    if head is None:
        return _lower_name_head(clause, g) if lang == "en" else None
    name, following = head.group(1), clause[head.end() :].split()
    if not following or name.lower() in g.no_names or name.lower() in g.imperatives:
        return None
    first = following[0].lower()
    if head.group(2):
        return head
    if lang == "en":
        return head if first in g.auxiliaries or first.endswith(("s", "'ll")) else None
    if first in g.pronouns or _DOES_IT.match(" ".join(following)):
        return head
    if first in g.determiners or first.startswith(("l'", "d'")):
        return None
    return None if is_infinitive(name, lang) and not first.endswith(("e", "t", "a")) else head


def _lower_name_head(clause: str, g: Grammar) -> re.Match[str] | None:
    """“ana lists the faults”: a name typed without its capital, told by the verb in -s behind it."""
    match = _LOWER_NAME.match(clause)
    if match is None or match.group(1) in g.no_names | g.imperatives | g.determiners:
        return None
    if match.group(1).endswith("s") or g.collectives.match(clause):
        return None
    return re.match(r"([a-z]{3,12})\s+", clause)


def _without_marks(text: str) -> str:
    """List marks at the start of lines, and “1) … 2) …” inside a line, become line breaks."""
    if len(_NUMBERED.findall(text)) > 1:
        text = _NUMBERED.sub("\n", text)
    elif counted := _COUNTED.match(text):
        text = "\n".join(filter(None, counted.groups()))
    return _LIST_MARK.sub("", text)


def _split_sentence(sentence: str, g: Grammar, lang: Lang) -> list[Clause]:
    clauses: list[Clause] = []
    for part in _THEN.split(sentence):
        follows = bool(clauses)
        if follows and len(clauses[-1].text.split()) < MIN_WORDS:
            clauses[-1] = Clause(f"{clauses[-1].text}, {part}", clauses[-1].follows)
            continue
        first, *others = _split_subjects(part, g, lang)
        clauses += [Clause(first, follows), *map(Clause, others)]
    return clauses


def _split_subjects(sentence: str, g: Grammar, lang: Lang) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in g.clause_and.finditer(sentence):
        left, right = sentence[start : match.start()], sentence[match.end() :]
        bracketed = left.rstrip().endswith(")") and right.rstrip().endswith(")")
        if len(left.split()) >= MIN_WORDS and (bracketed or _has_subject(right, g, lang)) and not _tail_only(right, g):
            parts.append(left)
            start = match.end()
    parts.append(sentence[start:])
    return parts


def _tail_only(clause: str, g: Grammar) -> bool:
    """“I run it”, “c'est moi qui l'anime”, “Jo does it tomorrow”."""
    said = clause.strip()
    mine = g.tail_me.match(said)
    other = g.tail_other.match(said)
    return (mine is not None and mine.end() == len(said)) or other is not None


def _has_subject(clause: str, g: Grammar, lang: Lang) -> bool:
    clause = clause[g.connectors.match(clause).end() :]  # type: ignore[union-attr]
    return (
        bool(g.me.match(clause) or g.we.match(clause))
        or acting_group(clause, g) is not None
        or name_head(clause, g, lang) is not None
    )
