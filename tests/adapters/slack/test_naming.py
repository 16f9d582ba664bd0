"""Whom and which channels a command names, as Slack writes them down and as the coach gets to know them."""

import time
from typing import Any

import pytest

from adapters.hearing import Commanded, Named, Person, Room, SheetSent
from adapters.slack.app import SlackApp
from adapters.slack.place import Place, write
from tests.adapters.slack.recording import RecordingCoach
from tests.fakes.slack import Channel, SlackSim, User


@pytest.fixture
def ann(slack: SlackSim, over_http: SlackApp) -> User:
    return slack.user("ann", real_name="Ann Lee")


@pytest.fixture
def karim(slack: SlackSim) -> User:
    return slack.user("karim.b", real_name="Karim Benali", locale="fr-FR")


@pytest.fixture
def room(slack: SlackSim, ann: User) -> Channel:
    return slack.channel("general", [ann, slack.bot_user])


def commanded(coach: RecordingCoach) -> Commanded:
    event = coach.last.event
    assert isinstance(event, Commanded)
    return event


def posted_in(channel: Channel, name: str, **more: Any) -> Room:
    return Room(name, write(Place(channel.id)), **more)


# ---- people -----------------------------------------------------------------------------------------------------


async def test_a_reviewer_is_named_by_a_mention(
    slack: SlackSim, coach: RecordingCoach, ann: User, karim: User, room: Channel
) -> None:
    done = await slack.slash(ann, room, "/plan", "send @karim.b 3")
    assert done.payload["text"] == f"send <@{karim.id}|karim.b> 3"
    them = Named(Person(slack.team, karim.id, "Karim", "fr", "Europe/Paris"))
    assert commanded(coach) == Commanded("send @Karim 3", room.id, people=(them,))
    slack.assert_clean()


async def test_in_a_message_a_mention_has_no_label_and_is_read_all_the_same(
    slack: SlackSim, coach: RecordingCoach, ann: User, karim: User, room: Channel
) -> None:
    await slack.say(ann, room, f"<@{slack.bot_user.id}> /plan envoyer <@{karim.id}> 3")
    called = commanded(coach)
    assert (called.text, called.people[0].person.id, called.member) == ("envoyer @Karim 3", karim.id, True)
    await slack.say(ann, slack.dm(ann), f"/plan send <@{karim.id}>")
    private = commanded(coach)
    assert (private.text, private.people, private.channel) == ("send @Karim", called.people, "")
    assert coach.last.public is False
    slack.assert_clean()


@pytest.mark.parametrize(
    ("kind", "standing"),
    [
        ({}, "member"),
        ({"is_restricted": True}, "guest"),
        ({"is_ultra_restricted": True}, "guest"),
        ({"is_stranger": True}, "external"),
        ({"is_bot": True}, "bot"),
        ({"deleted": True}, "gone"),
    ],
)
async def test_whoever_is_named_is_told_apart(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel, kind: dict[str, Any], standing: str
) -> None:
    slack.user("gil", **kind)
    await slack.slash(ann, room, "/plan", "send 3 @gil")
    (named,) = commanded(coach).people
    assert (commanded(coach).text, named.person.first_name, named.standing) == ("send 3 @Gil", "Gil", standing)


async def test_a_name_of_two_words_is_one_word(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    jean = slack.user("jp", first_name="Jean Pierre")
    await slack.slash(ann, room, "/plan", "pass @jp 3")
    assert commanded(coach).text == "pass @Jean-Pierre 3"
    assert commanded(coach).people[0].person == Person(slack.team, jean.id, "Jean Pierre", zone="Europe/Paris")


async def test_an_account_that_never_was_is_gone(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "send <@U0NOBODY|nobody>")
    assert commanded(coach).people == (Named(Person(slack.team, "U0NOBODY", "nobody"), "gone"),)


async def test_whom_slack_does_not_tell_of_in_time_counts_as_a_stranger(
    slack: SlackSim, coach: RecordingCoach, ann: User, karim: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "list")
    slack.inject("users.info", delay=9.0, times=5)
    began = time.monotonic()
    done = await slack.slash(ann, room, "/plan", "send @karim.b 3")
    assert done.acked
    assert time.monotonic() - began < 2.5
    assert commanded(coach).text == "send @karim.b 3"
    assert commanded(coach).people == (Named(Person(slack.team, karim.id, "karim.b"), "external"),)


async def test_other_commands_keep_the_name_and_ask_nobody(
    slack: SlackSim, coach: RecordingCoach, ann: User, karim: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "change ask @karim.b & tell #general")
    assert commanded(coach) == Commanded("change ask @karim.b & tell #general", room.id)
    assert (slack.asked_about(karim), slack.called("conversations.info")) == ([], [])


async def test_a_person_is_asked_for_once_however_often_they_are_named(
    slack: SlackSim, coach: RecordingCoach, ann: User, karim: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "send @karim.b and again @karim.b")
    await slack.slash(ann, room, "/plan", "send @karim.b 4")
    assert [len(event.people) for event in coach.events if isinstance(event, Commanded)] == [1, 1]
    assert len(slack.asked_about(karim)) == 1


# ---- channels ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("shared", "member"), [(False, True), (True, True), (False, False)])
async def test_a_channel_to_post_in_is_named_and_looked_at(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel, shared: bool, member: bool
) -> None:
    people: list[User] = [ann, slack.bot_user] if member else [ann]
    plans = slack.channel("plans", people, shared=shared)
    await slack.slash(ann, room, "/plan", "post 3 #plans")
    assert commanded(coach).text == "post 3 #plans"
    assert commanded(coach).rooms == (posted_in(plans, "#plans", shared=shared, member=member),)


async def test_where_no_channel_is_named_it_is_the_one_that_it_was_said_in(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "publier 3")
    assert commanded(coach).rooms == (posted_in(room, "#general", member=True),)
    await slack.slash(ann, slack.dm(ann), "/plan", "post 3")
    assert commanded(coach).rooms == ()


async def test_a_private_channel_has_no_label_and_is_not_found_from_outside(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    inside = slack.channel("core", [ann, slack.bot_user], kind="group")
    outside = slack.channel("board", [ann], kind="group")
    await slack.slash(ann, room, "/plan", "post #core #board")
    assert commanded(coach).text == f"post #core #{outside.id}"
    assert commanded(coach).rooms == (
        posted_in(inside, "#core", member=True),
        posted_in(outside, f"<#{outside.id}>", member=False),
    )


@pytest.mark.parametrize("fault", [{"error": "missing_scope"}, {"drop": True, "times": 5}, {"delay": 9.0}])
async def test_a_channel_that_slack_does_not_tell_of_in_time_counts_as_shared(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel, fault: dict[str, Any]
) -> None:
    slack.inject("conversations.info", **fault)
    done = await slack.slash(ann, room, "/plan", "post")
    assert done.acked
    assert commanded(coach).rooms == (posted_in(room, f"<#{room.id}>", shared=True, member=None),)


# ---- picked and pasted --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "about"), [("send", ""), ("send 3", "3"), ("Envoyer #3", "3")])
async def test_without_a_mention_a_window_asks_who(
    slack: SlackSim, coach: RecordingCoach, ann: User, karim: User, room: Channel, typed: str, about: str
) -> None:
    await slack.slash(ann, room, "/plan", typed)
    await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id") == "send")
    assert (coach.tries, coach.asked_for) == (0, [("send", about)])
    await slack.submit(ann, {"reviewer": karim})
    sent = coach.last.event
    assert isinstance(sent, SheetSent)
    assert sent.values == {"reviewer": karim.id}
    assert sent.people == (Named(Person(slack.team, karim.id, "Karim", "fr", "Europe/Paris")),)
    assert coach.checked == [sent]
    assert slack.modal(ann) is None
    slack.assert_clean()


async def test_a_message_is_reviewed_by_its_menu_in_private(
    slack: SlackSim, coach: RecordingCoach, ann: User, karim: User, room: Channel
) -> None:
    room.members.add(karim.id)
    said = await slack.say(karim, room, f"Requests get lost.\n<@{karim.id}> asks < 5 people & <#{room.id}> by Friday")
    await slack.shortcut(ann, "review_plan", said)
    assert commanded(coach).text == "review Requests get lost.\n@Karim asks < 5 people & #general by Friday"
    assert (coach.last.person.id, coach.last.place, coach.last.public) == (ann.id, "", False)
    slack.assert_clean()
