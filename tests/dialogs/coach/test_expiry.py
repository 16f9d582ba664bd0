"""What nobody comes back to: an offer is forgotten, notes are announced to go and then go, any word ends the count."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from dialogs.coach.expiry import expires_on
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Clicked, Elapsed, Event, Moment, Noticed, Said, Started
from dialogs.turn import Outcome, PlanDeleted

NOW: Final = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))
PROBLEM: Final = Said("The last newcomer waited 8 days for a badge in May")


def after(days: int, event: Event, conversation: Conversation) -> Outcome:
    return step(conversation, event, Moment(NOW + timedelta(days=days)))


def begun() -> Conversation:
    return after(0, PROBLEM, after(0, Started(), Conversation(first_name="Maya")).conversation).conversation


def test_an_offer_that_nobody_answers_leaves_nothing_of_the_message() -> None:
    offered = after(0, Noticed("a wiki", "en", problem="new people are lost"), Conversation()).conversation
    assert expires_on(offered) == (NOW + timedelta(days=14)).date()
    kept = after(13, Elapsed(), offered)
    assert kept.conversation.offer is not None
    gone = after(14, Elapsed(), offered)
    assert (gone.conversation.status, gone.conversation.offer, gone.replies) == ("idle", None, ())


def test_notes_go_two_weeks_after_it_was_announced_and_not_before() -> None:
    announced = after(200, Elapsed(), begun()).conversation
    assert announced.delete_on == (NOW + timedelta(days=214)).date()
    assert after(213, Elapsed(), announced).conversation.plan.problem
    gone = after(214, Elapsed(), announced)
    assert [reply.key for reply in gone.replies] == ["ctl.expired"]
    assert "newcomer" in gone.replies[0].text
    assert gone.facts == (PlanDeleted(1),)
    assert gone.conversation.plan.problem == ""
    assert expires_on(gone.conversation) is None


def test_any_word_ends_the_count() -> None:
    announced = after(90, Elapsed(), begun()).conversation
    back = after(100, Said("the newcomers, 4 a month"), announced).conversation
    assert (back.delete_on, back.plan.who) == (None, "the newcomers, 4 a month")
    assert expires_on(back) == (NOW + timedelta(days=190)).date()


def test_an_offer_that_was_put_off_has_its_two_weeks_from_the_day_it_is_made_again() -> None:
    offered = after(0, Noticed("a wiki", "en", problem="new people are lost"), Conversation()).conversation
    put_off = after(0, Said("on 30 March"), after(0, Clicked("btn.later"), offered).conversation).conversation
    again = after(28, Elapsed(), put_off)
    assert [reply.key for reply in again.replies] == ["intercept.open"]
    assert again.conversation.offer is not None
    assert after(41, Elapsed(), again.conversation).conversation.offer is not None
    assert after(42, Elapsed(), again.conversation).conversation.offer is None
