"""Working days, Monday to Friday: what waits for people does not count their weekend. Holidays are not known here."""

from datetime import date, timedelta


def after_working_days(start: date, count: int) -> date:
    """The day `count` working days after another; that day itself for 0."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
