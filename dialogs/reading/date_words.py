"""The words people write dates with, compiled to one pattern per language.

Month and weekday names are CLDR's (Babel); the little words around them ("by", "d'ici", "end of", "next",
"every") are ours. The pattern says that a stretch of text is a date and of which form; which day it is, is
worked out in `dates.py`. Forms, with an example each:

    numeric  "2026-06-30", "30/06"        dated    "30 June", "Friday 13 March"
    period   "end of June", "next week"   offset   "in two weeks", "il y a trois mois"
    near     "tomorrow morning", "hier"   weekly   "next Tuesday", "jeudi 26"
    ordinal  "on the 26th", "dès le 16"   rhythm   "every Thursday", "le mardi": no date, swallowed whole

All is matched on folded text (see `fold.py`); a space in a pattern stands for any white space.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from dialogs.lang import Lang
from dialogs.reading.fold import fold, one_of
from dialogs.reading.numbers import COUNT_WORDS, UNITS


class DateWords(NamedTuple):
    """The date words of a language. `gate` is cheap: without a hit there is no date in the text.

    Both patterns begin with the character before a word, so that a search skips from border to border.
    """

    gate: re.Pattern[str]
    pattern: re.Pattern[str]
    months: dict[str, int]  # name -> 1..12
    weekdays: dict[str, int]  # name -> 0 (Monday)..6
    ambiguous: frozenset[str]  # names that need a word before them to be a date


# First and last (month, day) of a season or feast. Seasons are the astronomical ones, to the day.
_SPRING: Final = ((3, 20), (6, 20))
_SUMMER: Final = ((6, 21), (9, 21))
_AUTUMN: Final = ((9, 22), (12, 20))
_WINTER: Final = ((12, 21), (3, 19))
_CHRISTMAS: Final = ((12, 25), (12, 25))
SEASONS: Final = {
    "spring": _SPRING, "summer": _SUMMER, "autumn": _AUTUMN, "fall": _AUTUMN, "winter": _WINTER,
    "printemps": _SPRING, "ete": _SUMMER, "automne": _AUTUMN, "hiver": _WINTER,
    "christmas": _CHRISTMAS, "noel": _CHRISTMAS, "rentree": ((9, 1), (9, 1)),
}  # fmt: skip
UNIT_WORDS: Final = {
    "day": "day", "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "jour": "day", "semaine": "week", "mois": "month", "trimestre": "quarter",
    "annee": "year", "an": "year",
}  # fmt: skip
EDGES: Final = {
    "start": "start", "beginning": "start", "early": "start", "debut": "start",
    "mid": "middle", "middle": "middle", "mi": "middle", "milieu": "middle",
    "end": "end", "late": "end", "fin": "end", "courant": "end",
}  # fmt: skip
RELATIVE: Final = {
    "last": -1, "dernier": -1, "derniere": -1, "passe": -1, "passee": -1,
    "this": 0, "current": 0, "ce": 0, "cet": 0, "cette": 0,
    "next": 1, "coming": 1, "prochain": 1, "prochaine": 1, "suivant": 1, "suivante": 1,
}  # fmt: skip
NEAR: Final = {
    "the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "this": 0, "tomorrow": 1,
    "the day after tomorrow": 2, "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "ce": 0, "cet": 0,
    "demain": 1, "apres-demain": 2,
}  # fmt: skip

# Spellings that CLDR does not list, months then weekdays.
_ALSO: Final[dict[Lang, dict[str, int]]] = {"en": {"sept": 9}, "fr": {"jan": 1, "juill": 7}}
_ALSO_WEEKDAYS: Final = {"tues": 1, "thurs": 3}
# Short weekdays that are no other word.
_PLAIN_SHORT: Final = frozenset({"tues", "thurs", "thu", "fri"})
# First names and verbs: months only in company ("by June", "30 June", "end of May") or alone.
_NAMES_AND_VERBS: Final[dict[Lang, frozenset[str]]] = {
    "en": frozenset({"march", "april", "may", "june", "august"}),
    "fr": frozenset({"avril"}),
}

_NUMERIC: Final = r"20\d\d-\d\d?-\d\d?(?!\d)|\d\d?\.\d\d?\.20\d\d\b|\d\d?/\d\d?(?:/(?:20)?\d\d)?(?![\d/%])"
_RANGE: Final = r"(?:\d\d?(?:st|nd|rd|th|er)?(?: ?[-–] ?| to | and | au | et ))?"

# The word before a date says what the date does: a deadline (its "eve" if the period must not have begun),
# an opening, a look back, or just a place in time.
LEADS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "by": "by", "until": "by", "till": "by", "within": "by", "no later than": "by", "due": "by",
        "for": "by", "before": "eve", "since": "since", "from": "opening", "starting": "opening",
        "as of": "opening", "on": "at", "in": "at", "at": "at", "of": "at", "to": "at", "after": "at",
        "during": "at",
    },
    "fr": {
        "d'ici": "by", "d'ici a": "by", "d'ici au": "by", "au plus tard": "by", "jusqu'a": "by",
        "jusqu'au": "by", "jusqu'en": "by", "pour": "by", "sous": "by", "avant": "eve", "depuis": "since",
        "a partir de": "opening", "a partir du": "opening", "a compter de": "opening",
        "a compter du": "opening", "des": "opening", "en": "at", "a": "at", "au": "at", "dans": "at",
        "apres": "at", "vers": "at", "courant": "at", "du": "at", "de": "at", "d'": "at",
    },
}  # fmt: skip
_AFTER_LEAD: Final[dict[Lang, str]] = {"en": " (?:about |around |on )?", "fr": "(?: |(?<='))"}
# A weekday after one of these is a habit or a thing ("their Monday meeting"), not a day.
_DETERMINERS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("every", "each", "most", "any", "between", "per", "a", "an", "one", "some", "the", "his", "her",
           "our", "their", "my", "your"),
    "fr": ("chaque", "tous les", "toutes les", "entre", "un", "une", "le", "les", "du", "au", "des", "son",
           "sa", "leur", "notre", "votre", "mon"),
}  # fmt: skip
_RHYTHM: Final[dict[Lang, str]] = {
    # “ask her Thursday” names a day, “her Thursday meeting” does not.
    "en": r"(?!her {weekday}(?: ?$| ?[.,;:!?)]| (?:morning|afternoon|evening|and|about|at|for|if|whether)\b))"
    r"{determiner} (?:other |second |first |last |single )?{weekday}(?:,? (?:and|or|to) {weekday})*\b"
    r"(?!,? \d)|(?:every|each) {month}\b|{weekday}s?(?: to | through | ?[-–] ?){weekday}",
    "fr": r"{determiner} {weekday}s?(?:,? (?:et|ou|au) (?:le )?{weekday}s?)*\b(?! \d| prochain| dernier)"
    r"|chaque {month}\b|{weekday} au {weekday}",
}
_FORMS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "numeric": _NUMERIC,
        "dated": rf"(?:the )?(?:{{weekday}},? (?:the )?)?"
        rf"(?:{_RANGE}\d\d?(?:st|nd|rd|th)?(?: of)? {{month}}\b"
        r"|{month}\.? (?:the )?\d\d?(?:st|nd|rd|th)?\b(?!{measured}))(?:[.,]? 20\d\d\b)?",
        "period": r"(?:the )?(?:(?:end|start|beginning|middle|mid|early|late)(?: of |-| )(?:the )?)?"
        r"(?:{month}\b(?:\.? 20\d\d\b)?|(?:(?:this|next|last|coming|current) )?"
        r"(?:(?:week|month|quarter)\b|year\b(?:'s)?(?:[- ]end\b)?|spring\b|summer\b|autumn\b|fall\b|winter\b"
        r"|christmas\b)|q[1-4]\b(?: 20\d\d\b)?|20\d\d\b(?!{measured}))",
        "offset": r"(?:the )?(?:next |coming )?(?:\d+ (?:or|to) )?(?P<count>{count}) (?:of )?"
        r"(?P<unit>day|week|fortnight|month|year)s?\b"
        r"(?P<ago> ago\b)?",
        "near": r"(?P<when>the day after tomorrow|the day before yesterday|tomorrow|today|tonight|yesterday"
        r"|this(?= morning| afternoon| evening))\b{moment}",
        "weekly": r"(?:(?:this|next|last|coming) )?{weekday}\b{moment}"
        r"(?:,? (?:the )?\d\d?(?:st|nd|rd|th)?\b(?!{measured}))?",
        "ordinal": r"(?:the )?\d\d?(?:st|nd|rd|th)\b(?! (?:shift|floor|line|week|month|quarter|year|half|time"
        r"|day|round|site|plant|version|draft|call)s?\b)",
    },
    "fr": {
        "numeric": f"(?:le )?(?:{_NUMERIC})",
        "dated": rf"(?:le )?(?:{{weekday}},? (?:le )?)?{_RANGE}\d\d?(?:er)? {{month}}\b(?:\.? 20\d\d\b)?",
        "period": r"(?:l[ea] |l')?(?:(?:fin|debut|mi|milieu|courant)(?:-| )(?:d[eu] |d')?(?:la |l')?)?"
        r"(?:mois d[e'] ?)?(?:{month}\b(?:\.? 20\d\d\b)?|(?:(?:ce|cet|cette) )?"
        r"(?:semaine|mois|trimestre|annee|an|printemps|(?:(?<=l')|(?<=cet\s)|(?<=en\s))(?:ete|automne|hiver)"
        r"|noel|rentree)\b(?: (?:prochaine?|suivante?|derniere?|passee?)\b)?"
        r"|t[1-4]\b(?: 20\d\d\b)?|20\d\d\b(?!{measured}))",
        "offset": r"(?P<ago>il y a )?(?:les )?(?:\d+ (?:ou|a) )?(?P<count>{count}) (?:prochaine?s |de )?"
        r"(?P<unit>jour|semaine|mois|annee|an)s?\b",
        "near": r"(?P<when>aujourd'hui|apres-demain|demain|avant-hier|hier|ce(?= matin| midi| soir)"
        r"|cet(?= apres-midi))\b{moment}",
        "weekly": r"(?:ce |le )?{weekday}\b(?: (?:prochain|dernier)\b)?{moment}"
        r"(?: (?:le )?\d\d?(?:er)?\b(?!{measured}))?",
        "ordinal": r"(?:le |(?<=tir\sdu\s)|(?<=qu'au\s)|(?<=ici\sau\s))\d\d?(?:er)?\b"
        r"(?!{measured}| {weekday})",
    },
}
_MOMENT: Final[dict[Lang, str]] = {
    "en": r"(?: (?:early |late )?(?:morning|afternoon|evening|night|noon)\b)?",
    "fr": r"(?: (?:dans l'|a )?(?:matin|midi|soir|apres-midi)\b)?",
}
# After these a number is a measure, not a day: "June 30 per month", "vendredi 3 personnes".
_MEASURED: Final[dict[Lang, str]] = {
    "en": rf" ?%|[.,:/]\d|[ -](?:{UNITS['en']}|people\b|times\b|per\b|a\b|percent\b|of \d)",
    "fr": rf" ?%| ?h\b|[.,:/]\d|e\b|eme\b| (?:{UNITS['fr']}|personnes\b|gens\b|fois\b|par\b|pour cent\b"
    r"|sur \d)",
}
_ONE: Final[dict[Lang, tuple[str, ...]]] = {"en": ("one", "an", "a"), "fr": ("une", "un")}
_GATE_DIGITS: Final[dict[Lang, str]] = {
    "en": r"\d+(?:[-/.]\d|st|nd|rd|th)|q[1-4]\b|20\d\d",
    "fr": r"\d+[-/.]\d|(?:le|au|du) \d|t[1-4]\b|20\d\d",
}
_DAY_WORDS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("today", "tonight", "yesterday", "tomorrow", "morning", "afternoon", "evening"),
    "fr": ("aujourd", "demain", "hier", "matin", "midi", "soir"),
}


@lru_cache(maxsize=2)
def date_words(lang: Lang) -> DateWords:
    """The date words of a language. Babel is loaded here, once and late: it takes some 30 ms."""
    from babel import Locale

    locale = Locale.parse(lang)
    long_months = _folded(locale.months["format"]["wide"])
    months = _folded(locale.months["format"]["abbreviated"]) | _ALSO[lang] | long_months
    weekdays = _folded(locale.days["format"]["wide"])
    # French short names are words or first names: "mar.", "ven.", "Sam".
    short = _folded(locale.days["format"]["abbreviated"]) | _ALSO_WEEKDAYS if lang == "en" else {}
    gate_words = {*months, *weekdays, *short, *UNIT_WORDS, *SEASONS, *_DAY_WORDS[lang]}
    names = {
        "month": one_of(months),
        "weekday": one_of(weekdays | short),
        "count": rf"(?:\d{{1,3}}|{one_of(COUNT_WORDS[lang])}|{one_of(_ONE[lang])})",
        "determiner": one_of(_DETERMINERS[lang]),
        "moment": _MOMENT[lang],
        "measured": _MEASURED[lang],
    }
    return DateWords(
        gate=re.compile(rf"\W(?:{one_of(gate_words)}s?\b|{_GATE_DIGITS[lang]})"),
        pattern=_pattern(lang, names, gate_words),
        months=months,
        weekdays=weekdays | short,
        ambiguous=_NAMES_AND_VERBS[lang] | (months.keys() - long_months.keys()) | (short.keys() - _PLAIN_SHORT),
    )


def _folded(names: dict[int, str]) -> dict[str, int]:
    return {fold(name).rstrip("."): number for number, name in names.items()}


def _pattern(lang: Lang, names: dict[str, str], gate_words: set[str]) -> re.Pattern[str]:
    forms = "|".join(f"(?P<{name}>{form})" for name, form in _FORMS[lang].items())
    lead = f"(?:(?P<lead>{one_of(LEADS[lang])}){_AFTER_LEAD[lang]})?"
    whole = f"(?:(?P<rhythm>{_RHYTHM[lang]})|{lead}(?:{forms}))"
    for name, pattern in names.items():
        whole = whole.replace(f"{{{name}}}", pattern)
    spaced = whole.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"[^\w/.@-](?={_first_words(lang, gate_words)}){spaced}")


def _first_words(lang: Lang, gate_words: set[str]) -> str:
    """Any way that a match can begin: looked at first, it makes the pattern twice as fast."""
    tables = (LEADS[lang], _DETERMINERS[lang], COUNT_WORDS[lang], EDGES, RELATIVE, gate_words)
    words = {word for table in tables for phrase in table for word in re.findall(r"^[a-z]+", phrase)}
    return rf"\d|[qt]\d|{one_of(words | set(_ONE[lang]))}\b|il\b|l'"
