"""The oracle of the year sees what is wrong: a test that cannot fail proves nothing."""

from datetime import UTC, date, datetime

from dialogs.replies import DigestCard, DigestSection, Say
from tests.year.oracle import Week, faults, week_of
from tests.year.village import SECRET, Note

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
MONDAY = date(2026, 3, 9)
WEEK = Week(frozenset({"P001"}), 1, 1, 0, 0, 0)


def note(done: str, who: str = "") -> Note:
    return Note(NOON, NOON.date(), "ann", "P001", done, who)


def digest(*lines: str, more: str = "", totals: str = "") -> DigestCard:
    section = DigestSection("Waiting for you", lines, more)
    return DigestCard("digest.head", "\n".join(lines), "", "", (section,), totals, "")


def test_what_is_right_has_no_fault() -> None:
    assert faults(digest("• P001 (Ann): your yes"), WEEK) == []


def test_what_is_wrong_is_found() -> None:
    assert faults(digest("• P002 (Ann): your yes"), WEEK) == ["names P002"]
    assert faults(digest(f"• P001 (Ann): {SECRET}"), WEEK) == ["something private"]
    assert faults(digest("• P001", more="+ 2 more"), WEEK) == ["3 waiting, not 1"]
    assert faults(digest("x" * 901), WEEK) == ["too long"]
    assert faults(digest("• P001", totals="1 running."), WEEK) == ["totals of few people"]
    assert faults(Say("digest.quiet", "Nothing"), WEEK) == ["quiet in a week with news"]


def test_what_a_reader_sees_hangs_on_what_was_done() -> None:
    sent = week_of([note("send_now", "ben")], "ben", "UTC", MONDAY, datetime(2026, 3, 9, 9, tzinfo=UTC))
    assert (sent.sees, sent.waiting, sent.tells) == (frozenset({"P001"}), 1, True)
    for log in ([note("send_now", "joe")], [note("send_now", "ben"), note("withdraw")]):
        assert not week_of(log, "ben", "UTC", MONDAY, datetime(2026, 3, 9, 9, tzinfo=UTC)).sees
