"""The grammar of a language, compiled once: how steps, owners and yeses are found."""

import re
from functools import cache
from types import ModuleType
from typing import Final, NamedTuple

from dialogs.content import grammar_en, grammar_fr
from dialogs.lang import Lang

NAME: Final = r"[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?"

_MODULES: Final[dict[Lang, ModuleType]] = {"en": grammar_en, "fr": grammar_fr}


class Grammar(NamedTuple):
    """Compiled patterns and word sets of one language."""

    me: re.Pattern[str]
    connectors: re.Pattern[str]
    collectives: re.Pattern[str]
    roles: re.Pattern[str]
    group: re.Pattern[str]
    tail_me: re.Pattern[str]
    tail_name: re.Pattern[str]
    tail_other: re.Pattern[str]
    we: re.Pattern[str]
    they_go_on: re.Pattern[str]
    said_yes: re.Pattern[str]
    not_yet: re.Pattern[str]
    self_decides: re.Pattern[str]
    role: re.Pattern[str]
    bare_role: re.Pattern[str]
    conditional: re.Pattern[str]
    clause_and: re.Pattern[str]
    auxiliaries: frozenset[str]
    imperatives: frozenset[str]
    no_names: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]  # before a verb, as what it does is done to: « leur envoie »


@cache
def grammar(lang: Lang) -> Grammar:
    """The grammar of a language."""
    module = _MODULES[lang]
    return Grammar(
        me=re.compile(rf"{module.ME}(?=[\s,:]|(?<='))\s*", re.I),
        connectors=re.compile(rf"(?:[-•*–]\s*|\d+[.)]\s+)?{module.CONNECTORS}*", re.I),
        collectives=re.compile(rf"{module.COLLECTIVES}\b\s*", re.I),
        roles=re.compile(module.ROLES, re.I),
        group=re.compile(rf"{module.GROUP}(?=\s)", re.I),
        tail_me=re.compile(module.TAIL_ME, re.I),
        tail_name=re.compile(module.TAIL_NAME.format(name=NAME)),
        tail_other=re.compile(module.TAIL_OTHER.format(name=NAME)),
        we=re.compile(module.WE, re.I),
        they_go_on=re.compile(module.THEY_GO_ON, re.I),
        said_yes=re.compile(module.SAID_YES, re.I),
        not_yet=re.compile(module.NOT_YET, re.I),
        self_decides=re.compile(module.SELF_DECIDES, re.I),
        role=re.compile(module.ROLE, re.I),
        bare_role=re.compile(module.BARE_ROLE, re.I),
        conditional=re.compile(module.CONDITIONAL, re.I),
        clause_and=re.compile(module.CLAUSE_AND, re.I),
        auxiliaries=module.AUXILIARIES,
        imperatives=module.IMPERATIVES,
        no_names=module.NO_NAMES,
        determiners=module.DETERMINERS,
        pronouns=module.PRONOUNS,
    )


# A title belongs to the name: “Mme Roche”, not “Mme”.
_NAME: Final = re.compile(rf"(?:(?:Mme|Mlle|Mrs|Mr|Ms|Dr|M(?=\.\s))\.?\s)?{NAME}")

# « faire », « vendre », « suivre », « recevoir »; a name such as “Pierre” has another ending.
_FR_INFINITIVE: Final = re.compile(r"[a-zà-ÿ]+(?:er|ir|[cdiptuv]re)", re.I)


def is_infinitive(word: str, lang: Lang) -> bool:
    """Whether the word has the form of a French infinitive; an English one has no form of its own."""
    return lang == "fr" and _FR_INFINITIVE.fullmatch(word) is not None


def names_in(text: str, lang: Lang) -> list[str]:
    """Words that look like a person's name: capitalised, and no common word of the language."""
    common = grammar(lang).no_names
    return [word for word in _NAME.findall(text) if word.lower() not in common]
