"""The seven days that a digest tells of, in the calendar of its reader."""

from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

WEEK: Final = timedelta(days=7)


class Period(NamedTuple):
    """Seven whole days, both ends included. `zone` is the reader's, an IANA name."""

    first: date
    last: date
    zone: str

    def holds(self, day: date | None) -> bool:
        """Whether it is one of these days."""
        return day is not None and self.first <= day <= self.last

    def day_of(self, moment: datetime | None) -> date | None:
        """The reader's calendar day of a moment; None for none."""
        return None if moment is None else moment.astimezone(ZoneInfo(self.zone)).date()


def week_before(day: date, zone: str) -> Period:
    """The seven days that end on the evening before that day."""
    return Period(day - WEEK, day - timedelta(days=1), zone)


def week_until(day: date, zone: str) -> Period:
    """The seven days that end on that day."""
    return week_before(day + timedelta(days=1), zone)
