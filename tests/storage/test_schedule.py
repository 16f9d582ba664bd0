"""What is due later is due on the person's clock, also in the weeks in which clocks change."""

from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.person import PersonId
from storage.schedule import Scheduled, WallClock, next_due
from storage.store import Store
from storage.transaction import Transaction

ANA, BEN = PersonId("acme", "ana"), PersonId("acme", "ben")
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
MONDAY, SATURDAY, SUNDAY = 0, 5, 6


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "at", "weekday", "after", "due"),
    [
        # Mondays at nine stay Mondays at nine, in winter and in summer time.
        ("Europe/Paris", "09:00", MONDAY, "2025-03-24 08:00", "2025-03-31 07:00"),
        ("Europe/Paris", "09:00", MONDAY, "2025-03-24 07:59", "2025-03-24 08:00"),
        ("Europe/Paris", "09:00", MONDAY, "2025-10-20 07:00", "2025-10-27 08:00"),
        # Paris goes from 2:00 to 3:00 on 30 March 2025, at 1:00 UTC, and from 3:00 to 2:00 on 26 October.
        ("Europe/Paris", "02:30", SUNDAY, "2025-03-29 12:00", "2025-03-30 01:00"),
        ("Europe/Paris", "02:00", SUNDAY, "2025-03-29 12:00", "2025-03-30 01:00"),
        ("Europe/Paris", "03:00", SUNDAY, "2025-03-29 12:00", "2025-03-30 01:00"),
        ("Europe/Paris", "02:30", SUNDAY, "2025-10-25 12:00", "2025-10-26 00:30"),
        ("Europe/Paris", "02:30", SUNDAY, "2025-10-26 00:30", "2025-11-02 01:30"),
        ("Europe/Paris", "03:00", SUNDAY, "2025-10-25 12:00", "2025-10-26 02:00"),
        # New York goes from 2:00 to 3:00 on 9 March 2025, at 7:00 UTC, and from 2:00 to 1:00 on 2 November.
        ("America/New_York", "02:15", SUNDAY, "2025-03-08 12:00", "2025-03-09 07:00"),
        ("America/New_York", "01:15", SUNDAY, "2025-11-01 12:00", "2025-11-02 05:15"),
        ("America/New_York", "01:15", SUNDAY, "2025-11-02 05:15", "2025-11-09 06:15"),
        # Lord Howe moves by half an hour: from 2:00 to 2:30 on 5 October 2025 (4 October 15:30 UTC), back on 6 April.
        ("Australia/Lord_Howe", "02:10", SUNDAY, "2025-10-03 00:00", "2025-10-04 15:30"),
        ("Australia/Lord_Howe", "01:40", SUNDAY, "2025-04-04 00:00", "2025-04-05 14:40"),
        # Cairo's clocks jump at midnight: 24 April 2026 begins at 1:00.
        ("Africa/Cairo", "00:00", None, "2026-04-23 12:00", "2026-04-23 22:00"),
        # Samoa had no 30 December 2011: what was due on that Friday is due as Saturday begins.
        ("Pacific/Apia", "09:00", 4, "2011-12-29 12:00", "2011-12-30 10:00"),
        # No weekday is every day.
        ("Europe/Paris", "09:00", None, "2025-03-29 08:00", "2025-03-30 07:00"),
        # A new day there, yesterday here.
        ("Pacific/Kiritimati", "00:30", SATURDAY, "2025-03-14 09:00", "2025-03-14 10:30"),
    ],
)
def test_next_due(zone: str, at: str, weekday: int | None, after: str, due: str) -> None:
    assert next_due(WallClock(time.fromisoformat(at), zone, weekday), utc(after)) == utc(due)


@given(
    st.sampled_from(["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC"]),
    st.times(),
    st.sampled_from([None, 0, 3, 6]),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
)
def test_next_is_after_and_within_a_week(zone: str, at: time, weekday: int | None, after: datetime) -> None:
    clock = WallClock(at, zone, weekday)
    due = next_due(clock, after)
    period = timedelta(days=1 if weekday is None else 7)
    assert after < due <= after + period + timedelta(hours=1)
    assert next_due(clock, due) > due


def row(kind: str = "nudge", subject: PersonId = ANA, due: datetime = NOW, weekday: int | None = None) -> Scheduled:
    return Scheduled(kind, subject, due, WallClock(time(9, 30), "Europe/Paris", weekday), b'{"plan":3}')


def test_what_is_due_comes_as_it_was_put_the_longest_due_first(store: Store) -> None:
    later = row("purge", BEN, NOW + timedelta(hours=1))
    store.run_now(lambda tx: tx.schedule.put(later))
    store.run_now(lambda tx: tx.schedule.put(row()))
    assert store.run_now(lambda tx: tx.schedule.due(NOW)) == (row(),)
    assert store.run_now(lambda tx: tx.schedule.due(NOW + timedelta(days=3))) == (row(), later), "late, never skipped"
    assert store.run_now(lambda tx: tx.schedule.due(NOW + timedelta(days=3), 1)) == (row(),)


def test_one_of_a_kind_for_each_subject(store: Store) -> None:
    store.run_now(lambda tx: tx.schedule.put(row(due=NOW - timedelta(days=1))))
    store.run_now(lambda tx: tx.schedule.put(row()))
    assert store.run_now(lambda tx: tx.schedule.due(NOW)) == (row(),)


def test_what_fired_is_removed(store: Store) -> None:
    store.run_now(lambda tx: tx.schedule.put(row()))
    store.run_now(lambda tx: tx.schedule.put(row(subject=BEN)))
    store.run_now(lambda tx: tx.schedule.remove("nudge", BEN))
    store.run_now(lambda tx: tx.schedule.remove("nudge", BEN))
    assert store.run_now(lambda tx: tx.schedule.due(NOW)) == (row(),)


def put(tx: Transaction, one: Scheduled) -> None:
    tx.schedule.put(one)


def test_what_comes_back_each_week_is_moved_on(store: Store) -> None:
    weekly, other = row("digest", weekday=MONDAY), row("digest", BEN, weekday=MONDAY)
    for one in (row(), weekly, other):
        store.run_now(partial(put, one=one))
    assert store.run_now(lambda tx: tx.schedule.due(NOW)) == (row(),)
    assert set(store.run_now(lambda tx: tx.schedule.due_weekly(NOW))) == {weekly, other}
    friday = WallClock(time(16), "Europe/Berlin", 4)
    moved = weekly._replace(due=NOW + timedelta(days=4), clock=friday, payload=b"{}")
    store.run_now(lambda tx: tx.schedule.moved([moved, other._replace(due=NOW + timedelta(days=7))]))
    assert store.run_now(lambda tx: tx.schedule.due_weekly(NOW)) == ()
    assert store.run_now(lambda tx: tx.schedule.due_weekly(NOW + timedelta(days=4))) == (moved,)
    assert store.run_now(lambda tx: tx.schedule.get("digest", ANA)) == moved
    assert store.run_now(lambda tx: tx.schedule.get("nudge", BEN)) is None
