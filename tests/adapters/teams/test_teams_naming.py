"""Whom commands and dialogs name, over HTTP: accounts, what they are there, how they are reached; and the channel."""

import pytest

from adapters.hearing import Commanded, Named, Person, SheetSent
from adapters.port import To
from adapters.teams import naming, rooms
from adapters.teams.app import TeamsApp
from adapters.teams.place import read
from adapters.teams.sending import TeamsPlatform
from dialogs.events import Said
from dialogs.person import PersonId
from dialogs.replies import Ask, Choice, PlanCard, Row, Say
from tests.adapters.slack.recording import RecordingCoach
from tests.adapters.teams.recording import KeptAddresses
from tests.fakes.teams import Conversation, TeamsSim, Turn, User

SEND = Ask("cmd.send.sheet", "Who looks at it?", "", (Choice("sheet.send:3", "Pick somebody"),))
PLAN = PlanCard("plan.posted", "The plan", "The plan", (Row("Problem", "Faults come back"),))
ASKED = Say("review.asked", "Ann asks for your review.")


@pytest.fixture
def ann(teams: TeamsSim, app: TeamsApp) -> User:
    return teams.user("Ann Lee", locale="fr-FR", timezone="Europe/Paris")


@pytest.fixture
async def chat(teams: TeamsSim, ann: User) -> Conversation:
    return await teams.personal(ann)


@pytest.fixture
async def karim(teams: TeamsSim, app: TeamsApp) -> User:
    """He has the app, and never wrote to it."""
    karim = teams.user("Karim Haddad", locale="en-GB", timezone="Europe/London")
    (await teams.personal(karim, install=False)).installed = True
    return karim


@pytest.fixture
async def room(teams: TeamsSim, ann: User, karim: User) -> Conversation:
    return await teams.channel("Sales", "Plans", [ann, karim])


def commanded(coach: RecordingCoach) -> Commanded:
    event = coach.last.event
    assert isinstance(event, Commanded)
    return event


def only(coach: RecordingCoach) -> Named:
    (named,) = commanded(coach).people
    return named


def asked(teams: TeamsSim, who: User) -> int:
    """How often the roster was asked about them."""
    return sum(call.path.endswith(f"/members/{who.id}") for call in teams.calls)


def opened(teams: TeamsSim) -> int:
    """How often a chat was opened."""
    return sum(call.path.endswith("/v3/conversations") for call in teams.calls)


async def picking(teams: TeamsSim, platform: TeamsPlatform, ann: User, chat: Conversation, who: str) -> Turn:
    """Ann picks somebody in the dialog."""
    await platform.send(To(teams.tenant, ann.aad), SEND, "k")
    opened = (await teams.submit(ann, chat.messages[-1], "Pick somebody")).opened
    return await teams.submit_dialog(ann, opened, "Send", {"reviewer": who})


# ---- people ---------------------------------------------------------------------------------------------------


async def test_a_mention_in_a_channel_is_looked_up_and_reached(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, karim: User, room: Conversation
) -> None:
    await teams.say(ann, room, "plan send @Karim 3", mention=True, people=[karim])
    command = commanded(coach)
    assert (command.text, command.channel, command.rooms) == ("send @Karim 3", room.id, ())
    named = only(coach)
    assert named.person == Person(teams.tenant, karim.aad, "Karim", "fr", "Europe/Paris"), "as Ann, until he is known"
    assert named.standing == "member"

    chat = await teams.personal(karim, install=False)
    assert chat.messages == [], "nothing is shown to him before something is sent"
    await platform.send(To(teams.tenant, karim.aad, named.place), ASKED, "k")
    assert [message.text for message in chat.messages] == ["Ann asks for your review."]
    teams.assert_clean()


async def test_somebody_who_was_there_just_now_is_spoken_to_as_they_were(
    teams: TeamsSim, coach: RecordingCoach, ann: User, karim: User, room: Conversation
) -> None:
    await teams.say(karim, room, "plan list", mention=True)
    await teams.say(ann, room, "plan send @Karim", mention=True, people=[karim])
    assert (only(coach).person.lang, only(coach).person.zone) == ("en", "Europe/London")


async def test_somebody_who_is_known_is_spoken_to_in_their_own_language(
    teams: TeamsSim, coach: RecordingCoach, ann: User, karim: User, room: Conversation
) -> None:
    known = Person(teams.tenant, karim.aad, "Karim", "en", "Europe/London")
    coach.people[known.key] = known
    await teams.say(ann, room, "/plan send @Karim", mention=True, people=[karim])
    assert only(coach).person == known


async def test_somebody_who_wrote_before_is_reached_where_they_did(
    teams: TeamsSim, coach: RecordingCoach, kept: KeptAddresses, ann: User, karim: User, room: Conversation
) -> None:
    theirs = await teams.personal(karim)
    await teams.say(karim, theirs, "hello")
    assert PersonId(teams.tenant, karim.aad) in kept.rows
    await teams.say(ann, room, "plan send @Karim", mention=True, people=[karim])
    assert read(only(coach).place).conversation == theirs.id
    assert opened(teams) == 0


async def test_a_mention_in_private_is_told_by_the_chat_with_them(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation, karim: User
) -> None:
    await teams.say(ann, chat, "plan send 3 @Karim", people=[karim])
    assert commanded(coach).text == "send 3 @Karim"
    named = only(coach)
    assert (named.person.id, named.person.first_name, named.standing) == (karim.aad, "Karim", "member")
    teams.assert_clean()


async def test_several_are_named_in_their_order_and_each_once(
    teams: TeamsSim, coach: RecordingCoach, ann: User, karim: User, room: Conversation
) -> None:
    zoe = teams.user("Zoé Martin")
    room.members.append(zoe)
    await teams.say(ann, room, "/plan send @Zoé @Karim @Zoé", mention=True, people=[zoe, karim, zoe])
    assert [named.person.first_name for named in commanded(coach).people] == ["Zoé", "Karim"]


async def test_a_guest_is_one(teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation) -> None:
    guy = teams.user("Guy Other", guest=True)
    room.members.append(guy)
    await teams.say(ann, room, "plan send @Guy", mention=True, people=[guy])
    assert (only(coach).standing, only(coach).place) == ("guest", "")
    assert opened(teams) == 0


async def test_another_bot_is_one_and_teams_need_not_be_asked(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation
) -> None:
    bot = teams.user("Poll Bot")
    bot.id = "28:polls"
    await teams.say(ann, room, "plan send @Poll", mention=True, people=[bot])
    assert (only(coach).standing, asked(teams, bot)) == ("bot", 0)


async def test_whoever_left_is_gone(
    teams: TeamsSim, coach: RecordingCoach, ann: User, karim: User, room: Conversation
) -> None:
    teams.dismiss(karim)
    await teams.say(ann, room, "plan send @Karim", mention=True, people=[karim])
    assert (only(coach).standing, only(coach).person.first_name) == ("gone", "Karim")


async def test_whoever_has_not_the_app_cannot_be_reached(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    zoe = teams.user("Zoé Martin")
    await picking(teams, platform, ann, chat, zoe.aad)
    sent = coach.last.event
    assert isinstance(sent, SheetSent)
    assert [named.standing for named in sent.people] == ["unreachable"]


@pytest.mark.parametrize("status", [429, 503])
async def test_nothing_is_sent_to_whom_teams_does_not_tell(
    teams: TeamsSim, coach: RecordingCoach, ann: User, karim: User, room: Conversation, status: int
) -> None:
    teams.fail(status, path=f"/members/{karim.id}")
    await teams.say(ann, room, "plan send @Karim", mention=True, people=[karim])
    assert (only(coach).standing, only(coach).place) == ("unreachable", "")


async def test_nobody_waits_long_for_a_name(
    teams: TeamsSim,
    coach: RecordingCoach,
    ann: User,
    karim: User,
    room: Conversation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(naming, "PATIENCE", 0.02)
    teams.latency = 0.2
    turn = await teams.say(ann, room, "plan send @Karim", mention=True, people=[karim])
    assert (turn.status, only(coach).standing) == (200, "unreachable")


async def test_talk_and_other_commands_ask_nobody(
    teams: TeamsSim, coach: RecordingCoach, ann: User, karim: User, chat: Conversation
) -> None:
    await teams.say(ann, chat, "plan list")
    assert (commanded(coach), teams.calls) == (Commanded("list"), [])
    await teams.say(ann, chat, "I will ask @Karim on Monday", people=[karim])
    assert coach.last.event == Said("I will ask Karim Haddad on Monday")
    assert asked(teams, karim) == opened(teams) == 0


# ---- picked in the dialog -------------------------------------------------------------------------------------


async def test_who_is_picked_in_the_dialog_comes_with_their_account(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation, karim: User
) -> None:
    turn = await picking(teams, platform, ann, chat, karim.aad)
    assert (turn.status, turn.body) == (200, None)
    sent = coach.last.event
    assert isinstance(sent, SheetSent)
    assert (sent.key, sent.about, sent.values) == ("send", "3", {"reviewer": karim.aad})
    (named,) = sent.people
    assert (named.person.id, named.person.first_name, named.standing) == (karim.aad, "Karim", "member")
    await platform.send(To(teams.tenant, karim.aad, named.place), ASKED, "k2")
    assert len((await teams.personal(karim, install=False)).messages) == 1
    teams.assert_clean()


async def test_one_may_pick_oneself_and_the_coach_hears_it(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    await picking(teams, platform, ann, chat, ann.aad)
    sent = coach.last.event
    assert isinstance(sent, SheetSent)
    assert [named.person.key for named in sent.people] == [coach.last.person.key]


async def test_what_has_to_be_mended_keeps_the_dialog_open(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation, karim: User
) -> None:
    coach.mend = {"reviewer": "Karim is on leave."}
    turn = await picking(teams, platform, ann, chat, karim.aad)
    assert turn.opened.title == "Send it to a person"


# ---- the channel ----------------------------------------------------------------------------------------------


async def test_what_shall_be_posted_knows_its_channel_and_is_read_by_everybody_there(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, room: Conversation
) -> None:
    thread = (await teams.say(ann, room, "Any news?", mention=True)).said
    await teams.say(ann, room, "plan post 3", mention=True, thread=thread)
    (there,) = commanded(coach).rooms
    assert (there.name, there.shared, there.member) == ("Plans", False, True)

    reply = PlanCard(PLAN.key, PLAN.text, PLAN.title, PLAN.rows, audience="channel")
    await platform.send(To(teams.tenant, ann.aad, there.place), reply, "k")
    posted = room.messages[-1]
    assert (posted.thread, posted.targeted_to) == (posted.id, None), "a thread of its own, for all"
    assert "Faults come back" in posted.words()
    teams.assert_clean()


async def test_general_has_a_name_in_the_language_of_who_asks(
    teams: TeamsSim, coach: RecordingCoach, ann: User
) -> None:
    general = await teams.channel("Ventes", "General", [ann])
    await teams.say(ann, general, "plan publier", mention=True)
    assert [there.name for there in commanded(coach).rooms] == ["Général"]


@pytest.mark.parametrize(("topic", "name"), [("Line 2", "Line 2"), ("", "cette conversation")])
async def test_a_group_chat_is_called_as_people_called_it(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, topic: str, name: str
) -> None:
    group = await teams.group(topic, [ann])
    await teams.say(ann, group, "plan post", mention=True)
    (there,) = commanded(coach).rooms
    assert (there.name, there.member) == (name, True)
    reply = PlanCard(PLAN.key, PLAN.text, PLAN.title, PLAN.rows, audience="channel")
    await platform.send(To(teams.tenant, ann.aad, there.place), reply, "k")
    assert "Faults come back" in group.messages[-1].words()


async def test_a_channel_that_others_share_is_one(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation
) -> None:
    room.membership = "shared"
    await teams.say(ann, room, "plan post", mention=True)
    assert [there.shared for there in commanded(coach).rooms] == [True]


async def test_where_teams_does_not_tell_others_may_read(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    teams.fail(503, path="/teams/")
    await teams.say(ann, room, "plan post", mention=True)
    monkeypatch.setattr(rooms, "PATIENCE", 0.02)
    teams.latency = 0.2
    await teams.say(ann, room, "plan post 2", mention=True)
    places = [one.event.rooms for one in coach.taken if isinstance(one.event, Commanded) and one.event.rooms]
    assert [(there.name, there.shared, there.member) for (there,) in places] == [("ce canal", True, None)] * 2


async def test_in_private_there_is_no_channel_to_post_in(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation
) -> None:
    await teams.say(ann, chat, "plan post 3")
    assert (commanded(coach).text, commanded(coach).rooms) == ("post 3", ())
