"""The interception budget, as a table: who, where and when the coach may offer itself."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.interception.judge import Finding
from dialogs.interception.manners import Answer, History, No, Offer, Scene, Yes, may_speak

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=PARIS)
FOUND = Finding(intercept=True, score=0.85, lang="en", tool="a Slack community")
HERE = Scene(channel_opted_in=True)
NEW = History()


def offered(days: float, answer: Answer = "none") -> Offer:
    return Offer(NOW - timedelta(days=days), answer)


@pytest.mark.parametrize(
    ("history", "scene", "at", "why"),
    [
        # who
        (NEW, HERE, "10:00", None),
        (NEW, Scene(channel_opted_in=True, author="guest"), "10:00", "author is guest"),
        (NEW, Scene(channel_opted_in=True, author="external"), "10:00", "author is external"),
        (NEW, Scene(channel_opted_in=True, author="bot"), "10:00", "author is bot"),
        # where
        (NEW, Scene(channel_opted_in=False), "10:00", "channel not opted in"),
        (NEW, Scene(channel_opted_in=True, thread_offered=True), "10:00", "offered in this thread already"),
        (NEW, Scene(channel_opted_in=True, offers_in_channel_today=4), "10:00", None),
        (
            NEW,
            Scene(channel_opted_in=True, offers_in_channel_today=5),
            "10:00",
            "channel had its offers today",
        ),
        # when
        (NEW, HERE, "07:59", "outside 8:00-19:00"),
        (NEW, HERE, "08:00", None),
        (NEW, HERE, "18:59", None),
        (NEW, HERE, "19:00", "outside 8:00-19:00"),
        (NEW, Scene(channel_opted_in=True, said_at=NOW - timedelta(minutes=2)), "10:00", None),
        (
            NEW,
            Scene(channel_opted_in=True, said_at=NOW - timedelta(minutes=3)),
            "10:00",
            "message is too old",
        ),
        # once in 14 days, 30 after a no, 90 after two in a row, never after "never"
        (History((offered(13.9),)), HERE, "10:00", "offered lately"),
        (History((offered(14),)), HERE, "10:00", None),
        (History((offered(14, "started"),)), HERE, "10:00", None),
        (History((offered(29.9, "no"),)), HERE, "10:00", "offered lately"),
        (History((offered(30, "no"),)), HERE, "10:00", None),
        (History((offered(50, "no"), offered(89.9, "no"))), HERE, "10:00", "offered lately"),
        (History((offered(130, "no"), offered(89.9, "no"))), HERE, "10:00", "offered lately"),
        (History((offered(130, "no"), offered(90, "no"))), HERE, "10:00", None),
        (History((offered(130, "no"), offered(90, "started"), offered(31, "no"))), HERE, "10:00", None),
        (History((offered(900, "never"), offered(800, "started"))), HERE, "10:00", "opted out"),
        (History(opted_out=True), HERE, "10:00", "opted out"),
        # talks and plans
        (History(talk_open=True), HERE, "10:00", "a talk is open"),
        (History(planned_tools=("the slack community",)), HERE, "10:00", "an open plan names this tool"),
        (History(planned_tools=("a podcast",)), HERE, "10:00", None),
        # asked for: always
        (
            History((offered(1, "never"),), opted_out=True, talk_open=True),
            Scene(channel_opted_in=False, author="guest", on_request=True),
            "23:00",
            None,
        ),
    ],
)
def test_manners(history: History, scene: Scene, at: str, why: str | None) -> None:
    hour, minute = map(int, at.split(":"))
    said = may_speak(FOUND, history, scene, NOW.replace(hour=hour, minute=minute))
    assert said == (No(why) if why else Yes())


def test_silence_on_what_is_not_tool_first() -> None:
    assert may_speak(Finding(intercept=False, score=0.1), NEW, HERE, NOW) == No("not tool-first")


def test_fifty_tool_first_messages_in_fourteen_days_get_one_offer() -> None:
    history, offers = NEW, 0
    for number in range(50):
        moment = NOW.replace(hour=8 + number % 11) + timedelta(days=number * 14 // 50)
        if may_speak(FOUND, history, HERE, moment) == Yes():
            offers += 1
            history = History((*history.offers, Offer(moment, "none")))
    assert offers == 1


def test_the_person_who_always_refuses_hears_of_it_five_times_a_year_at_most() -> None:
    history = NEW
    for day in range(365):
        moment = NOW + timedelta(days=day)
        if may_speak(FOUND, history, HERE, moment) == Yes():
            history = History((*history.offers, Offer(moment, "no")))
    assert [(offer.at - NOW).days for offer in history.offers] == [0, 30, 120, 210, 300]
