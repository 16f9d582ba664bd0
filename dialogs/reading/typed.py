"""What a person typed, made safe to keep: printable, trimmed, and no longer than an answer is."""

import re
from typing import Final

MAX_CHARACTERS: Final = 4000  # more is a document, not an answer; well above what a plan needs

_COLOURS: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")  # as a terminal pastes them


def printable(text: str) -> str:
    """The text without control characters and terminal colours, trimmed; line breaks stay."""
    if text.isprintable():
        return text.strip()
    return "".join(c for c in _COLOURS.sub("", text) if c in "\n\t" or c.isprintable()).strip()
