"""How much Teams takes, and what looks well there. Source: learn.microsoft.com, “Microsoft Teams platform”."""

from typing import Final

ACTIVITY: Final = 28 * 1024
"""Bytes of a message in UTF-16, all of it. 100 KB are documented, on older pages 40 and 28."""
BODY: Final = 16 * 1024  # ours: what a card says; its buttons have the rest

ACTIONS: Final = 6  # "Adaptive Cards in Teams support six primary actions"

# Ours, in characters: Teams tells no limit for these, and cuts off what does not fit where it is shown.
PARAGRAPH: Final = 1_200  # one element of a card
BUTTON: Final = 60
CHOICE: Final = 75
TITLE: Final = 150
DIALOG_TITLE: Final = 60
LABEL: Final = 200
WORTH_CUTTING: Final = 40  # a text shorter than that is left out rather than cut
SUMMARY: Final = 200  # what a notification shows

INPUT: Final = 4_000  # longest text of an input
RADIOS: Final = 7  # choices seen at once; more are a menu
ROW: Final = 38  # characters of buttons side by side on a phone 360 points wide, where a button's frame is as wide as
FRAME: Final = 4
LABELS: Final = "96px"  # the column of labels beside a plan
