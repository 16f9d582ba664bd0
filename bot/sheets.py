"""Which platforms open a form in a window of its own; on the others a button that would open one is left away."""

from typing import Final

from msgspec.structs import replace

from adapters.choices import SHEET
from dialogs.replies import Reply, choices_of

WITH_SHEETS: Final = frozenset({"slack", "teams"})


def without_sheets(reply: Reply, platform: str) -> Reply:
    """The reply as that platform can show it."""
    kept = tuple(choice for choice in choices_of(reply) if not choice.key.startswith(SHEET))
    if platform in WITH_SHEETS or len(kept) == len(choices_of(reply)):
        return reply
    return replace(reply, choices=kept)
