"""What becomes due when time passes, and when."""

from datetime import date, timedelta

import pytest

from dialogs.coach.waiting import days_away, next_due
from dialogs.events import Elapsed
from tests.dialogs.test_engine_wishes import Talk, talk_at


def waited(talk: Talk, days: int) -> list[str]:
    talk.now += timedelta(days=days)
    return [reply.key for reply in talk.take(Elapsed()).replies]


@pytest.mark.parametrize(
    ("days", "keys"), [(1, []), (6, []), (7, ["nudge.coaching"]), (13, ["nudge.coaching"]), (14, ["ctl.resume_stale"])]
)
def test_a_nudge_after_five_working_days_a_question_after_two_weeks(days: int, keys: list[str]) -> None:
    assert waited(talk_at("en", "decision"), days) == keys


def test_the_next_day_on_which_something_is_due_is_known() -> None:
    talk = talk_at("en", "decision")
    assert next_due(talk.conversation) == date(2026, 3, 9)
    waited(talk, 7)
    assert next_due(talk.conversation) == date(2026, 3, 16)
    waited(talk, 7)
    assert next_due(talk.conversation) is None


def test_a_person_who_is_back_is_heard_before_anything_is_asked() -> None:
    talk = talk_at("en", "decision")
    talk.now += timedelta(days=20)
    assert talk.say("Ines said yes on Friday") == ["ctl.resume_stale"]
    assert talk.conversation.plan.decision.sponsor == "Ines"
    assert talk.press("btn.still") == ["q.mechanism"]


def test_a_week_s_absence_is_no_matter_to_who_is_back() -> None:
    talk = talk_at("en", "decision")
    talk.now += timedelta(days=8)
    assert talk.say("Ines said yes on Friday") == ["q.mechanism"]


@pytest.mark.parametrize(("wish", "away"), [("stop", 0), ("pause", 3)])
def test_only_a_talk_under_way_counts_the_days(wish: str, away: int) -> None:
    talk = talk_at("en", "decision")
    talk.say(wish)
    assert days_away(talk.conversation, talk.now + timedelta(days=3)) == away
