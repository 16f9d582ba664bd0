"""What the buttons under a reply are, on any chat platform: which stand in front, which is the clear yes, which open
something instead of being an answer.
"""

from collections.abc import Iterable
from typing import Final

from dialogs.life.keys import label_key
from dialogs.replies import Choice

OPEN_TALK: Final = "btn.open_talk"
"""Leads to the private talk; a press of it says nothing."""
SHEET: Final = "sheet."
"""Before the key of a sheet that the button opens: "sheet.settings"."""

_OFFER: Final = "btn.start"  # the button that makes a prompt an offer
_FACE_OF_AN_OFFER: Final = frozenset([_OFFER, "btn.later", "btn.no", OPEN_TALK])
_CLEAR_YES: Final = frozenset(
    [_OFFER, "btn.right", "btn.yes_done", "btn.still", "btn.approve", "btn.send_now", "btn.post_now", "btn.keep_draft"]
)
_ONLY_SHOWS: Final = frozenset(["btn.others", "btn.show", "btn.review_plan", "btn.open", "btn.all_plans"])


def leaves_buttons(key: str) -> bool:
    """Whether the message keeps its buttons when that one was pressed: it shows something, and answers nothing."""
    return label_key(key) in _ONLY_SHOWS


def behind_the_dots(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices of an offer that stand behind “…”: help is taken or declined at a glance, the rest is for later."""
    if not any(choice.key == _OFFER for choice in choices):
        return ()
    return tuple(choice for choice in choices if choice.key not in _FACE_OF_AN_OFFER)


def is_primary(choice: Choice, choices: Iterable[Choice]) -> bool:
    """Whether its button is the one that stands out: a clear yes, when it comes first."""
    return label_key(choice.key) in _CLEAR_YES and choice is next(iter(choices))
