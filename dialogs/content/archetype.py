"""The shape of an archetype: a business matter that often hides behind the wish for a tool."""

from typing import NamedTuple


class Archetype(NamedTuple):
    """One business matter in one language.

    `words` are regular expressions on folded text by which it is recognised; the rest is said to people, as a
    label or as examples when they are stuck. No tool is named in it: it is shown before the plan exists.
    """

    label: str
    words: tuple[str, ...]
    probes: tuple[str, ...]
    objectives: tuple[str, ...]
    mechanisms: tuple[str, ...]
