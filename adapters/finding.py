"""What a chat platform answers when an operator asks whether all is well (`planfirst doctor`)."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that was looked at; where it is not well, `found` says what to do."""

    well: bool
    what: str
    found: str
