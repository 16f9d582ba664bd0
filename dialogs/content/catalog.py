"""Looks a message up in the person's language and register, with the typography of that language."""

from functools import cache

from dialogs.content.messages_en import MESSAGES as EN
from dialogs.content.messages_fr import MESSAGES as FR
from dialogs.content.messages_fr_tu import MESSAGES as FR_TU
from dialogs.lang import Lang
from dialogs.saying import french_spacing, number, plural


@cache
def text_of(key: str, lang: Lang, familiar: bool = False) -> str:
    """The template of a message. `familiar` says *tu* in French where such a wording exists.

    Raises KeyError for a key that the script does not have.
    """
    if lang == "en":
        return EN[key]
    return french_spacing(FR_TU[key] if familiar and key in FR_TU else FR[key])


def counted(key: str, count: int, lang: Lang) -> str:
    """A count in words: `counted("count.people", 3, "en")` is "3 people".

    Raises KeyError for a key that the script does not have in one and in many.
    """
    form = "other" if plural(count, lang) else "one"
    return text_of(f"{key}.{form}", lang).format(count=number(count, lang))
