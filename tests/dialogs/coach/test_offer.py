"""The private offer: what is remembered of its answer, and how it goes when its message goes."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Clicked, Elapsed, Event, Moment, Noticed, Said, Started, Unsaid
from dialogs.turn import OfferAnswered, Outcome

NOW: Final = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))
MESSAGE: Final = Noticed("a wiki", "en", goal="fewer questions", source="C1/7.1")
GONE: Final = Unsaid("C1/7.1")


def after(*events: Event, days: int = 0) -> Outcome:
    """What the last of these events gives; all but the last happen at once, the last some days later."""
    conversation = Conversation(first_name="Maya")
    for event in events[:-1]:
        conversation = step(conversation, event, Moment(NOW)).conversation
    return step(conversation, events[-1], Moment(NOW + timedelta(days=days)))


def keys_of(outcome: Outcome) -> list[str]:
    return [reply.key for reply in outcome.replies]


@pytest.mark.parametrize(
    ("button", "answer", "key"),
    [
        ("btn.no", "no", "intercept.declined"),
        ("btn.not_meant", "not_meant", "intercept.not_meant"),
        ("btn.never", "never", "intercept.optout"),
        ("btn.not_here", "not_here", "intercept.not_here"),
    ],
)
@pytest.mark.parametrize("before", [(), (Clicked("btn.why"),)])
def test_of_a_refusal_only_the_answer_is_kept(button: str, answer: str, key: str, before: tuple[Event, ...]) -> None:
    refused = after(MESSAGE, *before, Clicked(button))
    assert keys_of(refused) == [key]
    assert refused.facts == (OfferAnswered(answer),)
    assert (refused.conversation.status, refused.conversation.offer) == ("idle", None)
    assert all(reply.audience == "only_you" for reply in refused.replies)


def test_later_and_a_start_are_answers_too() -> None:
    assert after(MESSAGE, Clicked("btn.later")).facts == (OfferAnswered("later"),)
    assert after(MESSAGE, Clicked("btn.start")).facts == (OfferAnswered("yes"),)
    assert after(MESSAGE, Started(MESSAGE)).facts == (OfferAnswered("yes"),)
    assert after(Started(MESSAGE)).facts == ()


def test_the_offer_goes_with_its_message_without_a_word() -> None:
    gone = after(MESSAGE, GONE)
    assert (gone.replies, gone.facts) == ((), ())
    assert (gone.conversation.status, gone.conversation.offer, gone.conversation.prompt) == ("idle", None, None)


@pytest.mark.parametrize("doubt", ["what a waste of time", "just tell me which tool"])
def test_nor_is_it_held_back_for_after_a_doubt(doubt: str) -> None:
    assert after(MESSAGE, Said(doubt)).conversation.held is not None
    assert after(MESSAGE, Said(doubt), GONE).conversation.held is None
    assert after(MESSAGE, Said(doubt), Said("no")).conversation.held is None


@pytest.mark.parametrize("end", [Clicked("btn.no"), GONE])
def test_a_talk_that_was_stopped_waits_as_before(end: Event) -> None:
    stopped = (Started(), Said("New people wait 8 days for a badge"), Said("stop"), Clicked("btn.keep"))
    refused = after(*stopped, MESSAGE, end).conversation
    assert refused.status == "stopped"
    again = after(*stopped, MESSAGE, end, Said("resume"))
    assert "8 days for a badge" in again.replies[-1].text
    assert (again.conversation.status, again.conversation.offer) == ("talking", None)


@pytest.mark.parametrize("source", ["C1/7.2", ""])
def test_another_message_takes_nothing_back(source: str) -> None:
    offered = after(MESSAGE).conversation
    still = after(MESSAGE, Unsaid(source)).conversation
    assert (still.status, still.offer, still.prompt) == ("offered", offered.offer, offered.prompt)


def test_no_reminder_comes_with_the_news_that_its_message_is_gone() -> None:
    later = (MESSAGE, Clicked("btn.later"), Clicked("btn.today"))
    assert keys_of(after(*later, Elapsed(), days=1)) == ["intercept.open"]
    gone = after(*later, GONE, days=1)
    assert (gone.replies, gone.conversation.remind_at) == ((), None)


def test_a_talk_that_began_does_not_hear_of_it() -> None:
    talking = after(MESSAGE, Clicked("btn.start")).conversation
    told = after(MESSAGE, Clicked("btn.start"), GONE, days=20)
    assert told.replies == ()
    assert (told.conversation.prompt, told.conversation.offer) == (talking.prompt, talking.offer)
    assert told.conversation.last_at == talking.last_at  # nor does it end the silence of who talks


def test_a_late_press_is_told_that_nothing_is_kept() -> None:
    late = after(MESSAGE, GONE, Clicked("btn.start", "0.1.0"))
    assert keys_of(late) == ["intercept.gone"]
    assert late.replies[0].audience == "only_you"
    assert keys_of(after(MESSAGE, Elapsed(), Clicked("btn.why", "0.0.0"))) == ["ctl.stale"]
    assert keys_of(after(MESSAGE, Clicked("btn.start"), Clicked("btn.no"))) == ["ctl.stale"]
    assert keys_of(after(MESSAGE, GONE, Clicked("btn.right", "0.1.0"))) == ["ctl.stale"]


def test_a_talk_asked_for_on_a_message_shows_what_it_said() -> None:
    about = Noticed("a wiki", "fr", problem="nobody finds anything", people="the engineers", source="C1/8.1")
    begun = after(MESSAGE, Started(about))
    assert keys_of(begun) == ["intercept.start", "prefill.confirm"]
    assert "nobody finds anything" in begun.replies[1].text
    assert begun.conversation.lang == "fr"
    assert begun.conversation.plan.trigger_tool == "a wiki"
