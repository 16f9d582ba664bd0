"""Looks a message up in the person's language and register, with the typography of that language."""

from functools import cache

from dialogs.content.messages_en import MESSAGES as EN
from dialogs.content.messages_fr import MESSAGES as FR
from dialogs.content.messages_fr_tu import MESSAGES as FR_TU
from dialogs.lang import Lang
from dialogs.saying import french_spacing


@cache
def text_of(key: str, lang: Lang, familiar: bool = False) -> str:
    """The template of a message. `familiar` says *tu* in French where such a wording exists.

    Raises KeyError for a key that the script does not have.
    """
    if lang == "en":
        return EN[key]
    return french_spacing(FR_TU[key] if familiar and key in FR_TU else FR[key])
