"""Who gets a digest: a person who said yes to it, how they are spoken to, and when they last heard something."""

from datetime import date, timedelta
from typing import Final

import msgspec

from dialogs.digest.period import WEEK
from dialogs.life.record import Party

FIRST_WEEK: Final = 7  # the first digest of a month comes on one of these days


class Reader(msgspec.Struct, frozen=True):
    """A reader of digests. `told_on` is the day of the last one they got; at first the day before they said yes.

    That is all that is remembered: what a digest says follows from the plans as they are.
    """

    party: Party
    told_on: date


def is_quiet_line_due(reader: Reader, day: date) -> bool:
    """Whether a week with nothing to tell is worth a line: with the first digest of a month, after a silent month.

    Rule of the coaching design, "Weekly digest": four silent weeks or five lie before it, it comes once a month at
    most, and the month that it names was silent.
    """
    if day.day > FIRST_WEEK:
        return False
    first_of_month_before = next(on for weeks in (4, 5) if (on := day - WEEK * weeks).day <= FIRST_WEEK)
    return reader.told_on <= first_of_month_before


def quiet_month(day: date) -> date:
    """A day of the month that was silent, for the line of that day."""
    return day.replace(day=1) - timedelta(days=1)
