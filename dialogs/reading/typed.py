"""What a person typed, made safe to keep: printable, trimmed, and no longer than an answer is."""

import re
import unicodedata
from typing import Final

MAX_CHARACTERS: Final = 4000  # more is a document, not an answer; well above what a plan needs

_COLOURS: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")  # as a terminal pastes them


def printable(text: str) -> str:
    """The text without control characters and terminal colours, trimmed; line breaks stay.

    A no-break space is a space: French is full of them.
    """
    if text.isprintable():
        return text.strip()
    return "".join(filter(None, map(_kept, _COLOURS.sub("", text)))).strip()


def _kept(sign: str) -> str:
    if sign in "\n\t" or sign.isprintable():
        return sign
    return " " if unicodedata.category(sign) == "Zs" else ""
