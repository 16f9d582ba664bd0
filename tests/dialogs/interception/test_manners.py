"""The interception budget: who, where and when the coach may offer itself; as a table, then over years of messages."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogs.interception.judge import THRESHOLDS, Finding, Mode
from dialogs.interception.manners import Answer, History, No, Offer, Scene, Yes, may_speak

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=PARIS)
FOUND = Finding(intercept=True, score=1.0, lang="en", tool="a Slack community")
HERE = Scene(channel_opted_in=True)
SHADOW = Scene(channel_opted_in=True, shadow=True)
NEW = History()
LATE = (time(13), time(22))


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
        (History(quiet_here=True), HERE, "10:00", "not wanted in this channel"),
        # where
        (NEW, Scene(channel_opted_in=True, shared_channel=True), "10:00", "channel is shared with others"),
        (NEW, Scene(channel_opted_in=True, offers_in_company_this_hour=29), "10:00", None),
        (
            NEW,
            Scene(channel_opted_in=True, offers_in_company_this_hour=30),
            "10:00",
            "company had its offers this hour",
        ),
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
        (NEW, HERE, "07:59", "outside their hours"),
        (NEW, HERE, "08:00", None),
        (NEW, HERE, "18:59", None),
        (NEW, HERE, "19:00", "outside their hours"),
        (History(hours=LATE), HERE, "12:59", "outside their hours"),
        (History(hours=LATE), HERE, "13:00", None),
        (History(hours=LATE), HERE, "21:59", None),
        (History(hours=LATE), HERE, "22:00", "outside their hours"),
        (History(hours=LATE), Scene(channel_opted_in=True, any_hour=True), "04:00", None),
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
        # "not here" is a no elsewhere, "not what I meant" a long one
        (History((offered(29.9, "not_here"),)), HERE, "10:00", "offered lately"),
        (History((offered(30, "not_here"),)), HERE, "10:00", None),
        (History((offered(89.9, "not_meant"),)), HERE, "10:00", "offered lately"),
        (History((offered(90, "not_meant"),)), HERE, "10:00", None),
        (History((offered(120, "not_meant"), offered(30, "no"))), HERE, "10:00", "offered lately"),
        # in the shadow, what was only counted counts
        (History((offered(1, "shadow"),)), HERE, "10:00", None),
        (History((offered(1, "shadow"),)), SHADOW, "10:00", "offered lately"),
        (History((offered(14, "shadow"),)), SHADOW, "10:00", None),
        (History((offered(13, "none"),)), SHADOW, "10:00", "offered lately"),
        (History((offered(50, "no"), offered(40, "shadow"), offered(31, "no"))), HERE, "10:00", "offered lately"),
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


@pytest.mark.parametrize("mode", get_args(Mode))
def test_a_channel_s_threshold_is_included(mode: Mode) -> None:
    here = replace(HERE, mode=mode)
    sure = replace(FOUND, score=THRESHOLDS[mode])
    assert may_speak(sure, NEW, here, NOW) == Yes()
    less = replace(FOUND, score=THRESHOLDS[mode] - 0.001)
    assert may_speak(less, NEW, here, NOW) == No("not sure enough for this channel")


@pytest.mark.parametrize(
    ("days", "answer", "score", "why"),
    [
        (90, "not_meant", THRESHOLDS["strict"], None),
        (90, "not_meant", THRESHOLDS["strict"] - 0.001, "not sure enough for them"),
        (364, "not_meant", THRESHOLDS["normal"], "not sure enough for them"),
        (365, "not_meant", THRESHOLDS["normal"], None),
        (364, "no", THRESHOLDS["normal"], None),
    ],
)
def test_who_was_misread_hears_for_a_year_only_what_is_sure(
    days: int, answer: Answer, score: float, why: str | None
) -> None:
    said = may_speak(replace(FOUND, score=score), History((offered(days, answer),)), HERE, NOW)
    assert said == (No(why) if why else Yes())


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


class Message(NamedTuple):
    """A tool-first message of one person: hours after the one before, in a channel, and what they answer to an offer."""

    hours_later: int
    channel: str
    answer: Answer


messages = st.lists(
    st.builds(
        Message,
        st.integers(0, 24 * 45),
        st.sampled_from(["general", "ideas"]),
        st.sampled_from([answer for answer in get_args(Answer) if answer != "shadow"]),
    ),
    max_size=60,
)


class Made(NamedTuple):
    """An offer that came of a message."""

    channel: str
    offer: Offer


def lived(years: Sequence[Message], scene: Scene = HERE) -> list[Made]:
    """The offers that these messages bring, each answered as they say; "not here" is remembered as a wish."""
    made: list[Made] = []
    now = NOW
    for message in years:
        now += timedelta(hours=message.hours_later)
        unwanted = any(one.channel == message.channel and one.offer.answer == "not_here" for one in made)
        history = History(tuple(one.offer for one in made), quiet_here=unwanted)
        if may_speak(FOUND, history, scene, now) == Yes():
            made.append(Made(message.channel, Offer(now, "shadow" if scene.shadow else message.answer)))
    return made


@given(years=messages)
def test_offers_keep_their_distance_whatever_is_answered(years: list[Message]) -> None:
    made = [one.offer for one in lived(years)]
    for before, after in pairwise(made):
        least = {"not_meant": 90, "no": 30, "not_here": 30}.get(before.answer, 14)
        assert after.at - before.at >= timedelta(days=least)
    for first, second, after in zip(made, made[1:], made[2:], strict=False):
        if {first.answer, second.answer} <= {"no", "not_meant", "not_here"}:
            assert after.at - second.at >= timedelta(days=90)


@given(years=messages)
def test_what_is_not_wanted_does_not_come_again(years: list[Message]) -> None:
    made = lived(years)
    assert all(8 <= one.offer.at.hour < 19 for one in made)
    assert all(one.offer.answer != "never" for one in made[:-1])
    for channel in ("general", "ideas"):
        answers = [one.offer.answer for one in made if one.channel == channel]
        assert "not_here" not in answers[:-1]


@given(years=messages)
def test_the_shadow_counts_as_often_as_the_coach_would_speak_unanswered(years: list[Message]) -> None:
    unanswered = [message._replace(answer="none") for message in years]
    assert [one.offer.at for one in lived(years, SHADOW)] == [one.offer.at for one in lived(unanswered)]


past_offers = st.builds(offered, st.integers(0, 400), st.sampled_from(get_args(Answer)))
histories = st.builds(
    History,
    st.lists(past_offers, max_size=5, unique_by=lambda offer: offer.at).map(tuple),
    st.booleans(),
    st.booleans(),
    st.sampled_from([(), ("a Slack community",)]),
    st.booleans(),
    st.sampled_from([(time(8), time(19)), LATE]),
)
scenes = st.builds(
    Scene,
    st.booleans(),
    thread_offered=st.booleans(),
    offers_in_channel_today=st.integers(0, 6),
    offers_in_company_this_hour=st.integers(0, 31),
    author=st.sampled_from(["member", "guest", "external", "bot"]),
    said_at=st.sampled_from([None, NOW, NOW - timedelta(minutes=5)]),
    shared_channel=st.booleans(),
    shadow=st.booleans(),
    any_hour=st.booleans(),
)


@given(history=histories, scene=scenes)
def test_asked_for_the_coach_always_answers(history: History, scene: Scene) -> None:
    assert may_speak(FOUND, history, replace(scene, on_request=True), NOW) == Yes()


@given(history=histories, scene=scenes, data=st.data())
def test_offers_may_be_told_in_any_order(history: History, scene: Scene, data: st.DataObject) -> None:
    shuffled = replace(history, offers=tuple(data.draw(st.permutations(history.offers))))
    assert may_speak(FOUND, shuffled, scene, NOW) == may_speak(FOUND, history, scene, NOW)


@given(history=histories, scene=scenes)
def test_nobody_outside_is_spoken_to_nor_read_along_with(history: History, scene: Scene) -> None:
    outside = scene.author != "member" or scene.shared_channel or not scene.channel_opted_in
    if outside or history.opted_out or history.quiet_here:
        assert may_speak(FOUND, history, scene, NOW) != Yes()
