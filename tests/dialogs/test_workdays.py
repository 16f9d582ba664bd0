"""Working days: Monday to Friday."""

from datetime import date

import pytest

from dialogs.workdays import after_working_days

FRIDAY = date(2026, 3, 6)


@pytest.mark.parametrize(
    ("count", "day"),
    [(0, FRIDAY), (1, date(2026, 3, 9)), (5, date(2026, 3, 13)), (6, date(2026, 3, 16)), (15, date(2026, 3, 27))],
)
def test_a_weekend_does_not_count(count: int, day: date) -> None:
    assert after_working_days(FRIDAY, count) == day


def test_counted_from_a_saturday_the_first_one_is_monday() -> None:
    assert after_working_days(date(2026, 3, 7), 1) == date(2026, 3, 9)
