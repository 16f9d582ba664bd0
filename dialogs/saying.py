"""How days and figures are written in an answer, and French spacing.

Formats are CLDR's (Babel) with two habits it does not know: a day of this year goes without its year, and
French has "1er". Babel is loaded at the first day or figure said (some 30 ms). Days and figures once said are
kept, as a plan says the same ones at every turn; free text is never kept: it is somebody's words.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from dialogs.lang import Lang

_LOCALES: Final[dict[Lang, str]] = {"en": "en_GB", "fr": "fr"}
_NO_BREAK: Final = "\u00a0"
_FAR_DAYS: Final = 334  # eleven months: nearer than that, a day without its year is not ambiguous
_SIGNS: Final = frozenset("%€$£")


@lru_cache(maxsize=1024)
def day(when: date, lang: Lang, today: date) -> str:
    """ "30 June", "1er mars"; with the year when the day is more than eleven months away."""
    from babel.dates import format_date

    far = abs((when - today).days) > _FAR_DAYS
    written = format_date(when, "d MMMM y" if far else "d MMMM", locale=_LOCALES[lang])
    return f"1er{written[1:]}" if lang == "fr" and when.day == 1 else written


@lru_cache(maxsize=1024)
def number(value: float, lang: Lang) -> str:
    """ "1,200", "1 200" (narrow no-break space), "0,3": at most two decimals."""
    from babel.numbers import format_decimal

    return format_decimal(round(value, 2), format="#,##0.##", locale=_LOCALES[lang])


@lru_cache(maxsize=1024)
def figure(value: float, unit: str, lang: Lang) -> str:
    """A number with its unit: "21%", "21 %", "€5", "14 days", "1 day", "8 of 10"."""
    written = number(value, lang)
    if unit in _SIGNS:
        if lang == "fr":
            return f"{written}{_NO_BREAK}{unit}"
        return f"{written}%" if unit == "%" else f"{unit}{written}"
    return f"{written} {_agreed(value, unit, lang)}".rstrip()


def plural(value: float, lang: Lang) -> bool:
    """Whether a figure asks for the plural, by CLDR's rules: French counts from two, and English says 0 days."""
    return abs(value) >= 2 if lang == "fr" else abs(value) != 1


def with_label(label: str, words: str, lang: Lang) -> str:
    """ "Problem: the words"; in French a space stands before the colon."""
    return f"{label} : {words}" if lang == "fr" else f"{label}: {words}"


def _agreed(value: float, unit: str, lang: Lang) -> str:
    """The unit in the number the figure asks for."""
    if not unit.isalpha() or (len(unit) < 3 and unit != "an"):
        return unit
    bare = unit if unit == "mois" else unit.removesuffix("s")
    return f"{bare}s" if plural(value, lang) and bare != "mois" else bare


# What must stay as it is: links, Slack's <…> and &amp;, code, :emoji:.
_UNTOUCHED: Final = r"https?://\S+|<[^>\s][^>]*>|&(?:amp|lt|gt);|`[^`]*`|(?<!\w):[\w+-]+:"
_FRENCH: Final = re.compile(
    r"(?=[h<&`:»?!;%€« \u00a0\u202f])(?:"  # most characters are left after one look
    rf"(?P<untouched>{_UNTOUCHED})"
    r"|(?<=[\w)\]}»”\"’'*…%€`])[ \u00a0\u202f]?(?P<before>»|[?!;:]+(?=[\s)\]»”\"*_]|$))"
    r"|(?<=\d)[ \u00a0\u202f]?(?P<sign>[%€])"
    r"|«[ \u00a0\u202f]?(?P<opened>))"
)


def spaced(text: str, lang: Lang) -> str:
    """The text with the spaces of its language."""
    return french_spacing(text) if lang == "fr" else text


def french_spacing(text: str) -> str:
    """No-break spaces before ? ! ; : » % € and after «, except in links, code, times and smileys."""
    return _FRENCH.sub(_spaced, text)


def _spaced(match: re.Match[str]) -> str:
    if match["untouched"]:
        return match["untouched"]
    if match["opened"] is not None:
        return f"«{_NO_BREAK}"
    return f"{_NO_BREAK}{match['before'] or match['sign']}"
