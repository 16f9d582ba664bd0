"""The app behind a strict local Teams, over HTTP: what is taken, what is not, and what people see of a failure."""

import json
import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import msgspec
import pytest
import structlog

from adapters.hearing import Commanded, Forgotten, Invited, Seen, SheetSent
from adapters.port import To
from adapters.teams.addresses import Addresses
from adapters.teams.app import TeamsApp
from adapters.teams.place import Place, read, write
from adapters.teams.sending import TeamsPlatform
from dialogs.content.catalog import text_of
from dialogs.events import Clicked, Said, Started, Submitted, Unsaid
from dialogs.person import PersonId
from dialogs.replies import Ask, Choice, Field, Form, Reply
from tests.adapters.slack.recording import RecordingCoach
from tests.adapters.slack.samples import REPLIES
from tests.adapters.teams.recording import KeptAddresses
from tests.fakes.teams import Conversation, Dialog, Message, TeamsSim, Turn, User
from tests.fakes.teams.cards import find_action

PODCAST = "We should launch a podcast"
FORUM = "We should launch a community forum"
SMALL_TALK = "Lunch at noon?"
QUESTION = Ask(
    "problem.what", "What is it that goes wrong?", "t1", (Choice("btn.skip", "Skip"), Choice("btn.why", "Why?"))
)
FORM = Form("form", "In one go, if you like.", "t2", (Field("problem", "Problem"), Field("objective", "Objective")))


@pytest.fixture
def ann(teams: TeamsSim, app: TeamsApp) -> User:
    return teams.user("Ann Lee")


@pytest.fixture
async def chat(teams: TeamsSim, coach: RecordingCoach, ann: User) -> Conversation:
    """The private talk, with its first words forgotten."""
    chat = await teams.personal(ann)
    coach.taken.clear()
    coach.sources.clear()
    return chat


@pytest.fixture
async def room(teams: TeamsSim, coach: RecordingCoach, ann: User) -> Conversation:
    """A channel whose owner lets the coach read along."""
    room = await teams.channel("Sales", "Plans", [ann], rsc=True)
    coach.taken.clear()
    coach.sources.clear()
    coach.tries = 0
    return room


def word(key: str) -> str:
    """The app's own words as Teams shows them: what is to be typed has no marks around it."""
    return text_of(key, "en").replace("`", "")


def told(turn: Turn) -> str:
    """What an invoke was answered in words: a bare text, or a dialog that says nothing else."""
    if turn.notice is not None:
        return turn.notice
    body = turn.opened.card["body"] if turn.opened.card else []
    return "".join(run["text"] for block in body for run in block.get("inlines", ()))


async def shown(teams: TeamsSim, platform: TeamsPlatform, chat: Conversation, reply: Reply) -> Message:
    """A message of the coach in the private talk."""
    await platform.send(To(chat.tenant, chat.members[0].aad), reply, "k")
    return chat.messages[-1]


# ---- said where others read -----------------------------------------------------------------------------------


async def test_a_tool_first_message_is_handed_to_the_coach_with_its_place(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation
) -> None:
    turn = await teams.say(ann, room, PODCAST)
    assert (turn.status, turn.body) == (200, None)
    happened = coach.last
    assert isinstance(happened.event, Seen)
    assert happened.event.finding.tool == "a podcast"
    assert (happened.event.channel, happened.event.message) == (room.id, f"{room.id}/{turn.said.id}")
    assert (happened.event.thread, happened.event.author) == ("", "member")
    assert happened.event.said_at == datetime.fromisoformat(turn.activity["timestamp"])
    person = happened.person
    assert (person.tenant, person.id, person.first_name, person.zone) == (teams.tenant, ann.aad, "Ann", "Europe/Paris")
    assert (happened.platform, happened.public, happened.at.tzinfo) == ("teams", True, UTC)
    place = read(happened.place)
    assert (place.conversation, place.root, place.message, place.user) == (room.id, turn.said.id, turn.said.id, ann.id)
    assert coach.sources == [f"message/{room.id}/{turn.said.id}"]
    teams.assert_clean()


async def test_any_other_message_leaves_no_trace(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation, kept: KeptAddresses
) -> None:
    with structlog.testing.capture_logs() as logs:
        turn = await teams.say(ann, room, SMALL_TALK)
    assert (turn.status, turn.body) == (200, None)
    assert (coach.tries, teams.calls, kept.rows, logs) == (0, [], {}, [])


async def test_a_group_is_read_like_a_channel(teams: TeamsSim, coach: RecordingCoach, ann: User) -> None:
    group = await teams.group("Plans", [ann], rsc=True)
    await teams.say(ann, group, PODCAST)
    assert isinstance(coach.last.event, Seen)
    assert coach.last.event.channel == group.id


async def test_where_its_people_did_not_let_it_nobody_is_looked_up(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no(tenant: str, channel: str) -> bool:
        return False

    monkeypatch.setattr(coach, "listens", no)
    await teams.say(ann, room, PODCAST)
    assert (coach.tries, teams.calls) == (0, [])


async def test_guests_are_not_listened_to(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = ann.roster_entry() | {"userPrincipalName": "ann_other.com#EXT#@ours.onmicrosoft.com"}
    monkeypatch.setattr(User, "roster_entry", lambda self: entry)
    await teams.say(ann, room, PODCAST)
    await teams.say(ann, room, PODCAST, mention=True)
    assert coach.tries == 0


async def test_an_edit_unsays_the_offer_and_a_deleted_message_too(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation
) -> None:
    turn = await teams.say(ann, room, PODCAST)
    await teams.edit(ann, turn.said, FORUM)
    await teams.edit(ann, turn.said, SMALL_TALK)
    await teams.delete(ann, turn.said)
    first, gone, again, gone_too, deleted = (happened.event for happened in coach.taken)
    name = f"{room.id}/{turn.said.id}"
    assert gone == gone_too == deleted == Unsaid(name)
    assert isinstance(first, Seen)
    assert isinstance(again, Seen)
    assert again.finding.tool == "a community forum"
    assert len(set(coach.sources)) == 5
    teams.assert_clean()


async def test_what_comes_twice_counts_once(
    teams: TeamsSim, coach: RecordingCoach, ann: User, room: Conversation
) -> None:
    for turn in (await teams.say(ann, room, PODCAST), await teams.say(ann, room, "plan list", mention=True)):
        await teams.redeliver(turn)
    assert len(coach.taken) == 2
    assert coach.tries == 4


# ---- called by name -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "event"),
    [("plan list", "list"), ("/plan here on", "here on"), ("plan", "")],
)
async def test_a_mention_carries_a_command(
    teams: TeamsSim, coach: RecordingCoach, ann: User, words: str, event: str
) -> None:
    channel = await teams.channel("Sales", "Plans", [ann])
    await teams.say(ann, channel, words, mention=True)
    assert coach.last.event == Commanded(event, channel.id, member=True)
    assert coach.last.public


async def test_a_slash_command_comes_without_a_mention(teams: TeamsSim, coach: RecordingCoach, ann: User) -> None:
    group = await teams.group("Plans", [ann])
    await teams.say(ann, group, "plan list", slash=True)
    assert coach.last.event == Commanded("list", group.id, member=True)


async def test_a_mention_in_a_thread_starts_a_talk_about_what_it_says(
    teams: TeamsSim, coach: RecordingCoach, ann: User
) -> None:
    channel = await teams.channel("Sales", "Plans", [ann])
    root = await teams.say(ann, channel, "hello", mention=True)
    turn = await teams.say(ann, channel, PODCAST, mention=True, thread=root.said)
    assert isinstance(coach.last.event, Started)
    assert coach.last.event.noticed is not None
    assert coach.last.event.noticed.source == f"{channel.id}/{turn.said.id}"
    assert read(coach.last.place).root == root.said.id


# ---- in private -----------------------------------------------------------------------------------------------


async def test_a_person_who_installs_it_hears_what_it_does(
    teams: TeamsSim, coach: RecordingCoach, ann: User, kept: KeptAddresses
) -> None:
    chat = await teams.personal(ann)
    assert coach.events == [Commanded("help")]
    address = kept.rows[PersonId(teams.tenant, ann.aad)]
    assert (address.conversation, address.user, address.service_url) == (chat.id, ann.id, teams.service_url)
    teams.assert_clean()


async def test_a_line_is_said_and_the_coach_is_seen_to_write(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation
) -> None:
    await teams.say(ann, chat, "My team loses orders")
    assert coach.last.event == Said("My team loses orders")
    assert not coach.last.public
    await teams.wait_for(lambda: teams.calls)
    assert teams.calls[0].body == {"type": "typing"}
    teams.assert_clean()


async def test_words_with_a_value_are_words(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation
) -> None:
    await teams.deliver(teams.activity("message", ann, chat, text="hello", value={"verb": "btn.no"}))
    assert coach.events == [Said("hello")]


async def test_nobody_else_sees_the_coach_write(teams: TeamsSim, coach: RecordingCoach, ann: User) -> None:
    group = await teams.group("Plans", [ann])
    await teams.say(ann, group, "what is this?", mention=True)
    assert coach.last.event == Said("what is this?")
    assert [call.method for call in teams.calls] == ["GET"]  # who that is


async def test_words_are_cleaned_of_what_teams_makes_of_them(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation
) -> None:
    await teams.say(ann, chat, "5 < 6 & more", mention=True)
    assert coach.last.event == Said("5 < 6 & more")


async def test_the_address_is_written_when_it_changes_only(
    teams: TeamsSim, ann: User, chat: Conversation, kept: KeptAddresses
) -> None:
    await teams.say(ann, chat, "one")
    await teams.say(ann, chat, "two")
    assert kept.writes == 1
    teams.move("amer")
    await teams.say(ann, chat, "three")
    assert kept.writes == 2
    assert kept.rows[PersonId(teams.tenant, ann.aad)].service_url == teams.service_url


@pytest.mark.parametrize("upgrade", [False, True])
async def test_who_removes_it_is_written_to_no_more(
    teams: TeamsSim, ann: User, chat: Conversation, kept: KeptAddresses, upgrade: bool
) -> None:
    await teams.uninstall(chat, ann, upgrade=upgrade)
    assert kept.rows == {}


async def test_a_new_release_says_nothing_and_forgets_nobody(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation, kept: KeptAddresses
) -> None:
    await teams.install(chat, ann, upgrade=True)
    assert coach.taken == []
    assert len(kept.rows) == 1


async def test_who_brings_it_into_a_channel_is_told_how_it_is_there(
    teams: TeamsSim, coach: RecordingCoach, ann: User
) -> None:
    channel = await teams.channel("Sales", "Plans", [ann])
    assert coach.events == [Invited(channel.id)]
    assert coach.last.person.id == ann.aad


async def test_edits_and_deletions_in_private_change_nothing(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation
) -> None:
    turn = await teams.say(ann, chat, "My team loses orders")
    await teams.edit(ann, turn.said, "My team loses all orders")
    await teams.delete(ann, turn.said)
    await teams.undelete(ann, turn.said)
    assert len(coach.taken) == 1
    teams.assert_clean()


# ---- pressed --------------------------------------------------------------------------------------------------


async def test_a_pressed_card_shows_its_answer_at_once(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    await teams.submit(ann, message, "Skip")
    happened = coach.last
    assert happened.event == Clicked("btn.skip", "t1")
    assert json.loads(happened.shown) == {"text": QUESTION.text}
    place = read(happened.place)
    assert (place.message, place.pressed, happened.public) == (message.id, True, False)
    assert message.buttons(ann) == []
    assert QUESTION.text in message.words(ann)
    assert "✓ Skip" in message.words(ann)
    teams.assert_clean()


@pytest.mark.parametrize("new_id", [False, True])
async def test_a_press_that_comes_again_counts_once_and_is_answered_again(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation, new_id: bool
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    turn = await teams.submit(ann, message, "Skip")
    again = await teams.redeliver(turn, new_id=new_id)
    assert len(coach.taken) == 1
    assert again.body == turn.body


async def test_an_older_client_presses_by_a_message(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    card = message.card()
    assert card is not None
    card["actions"] = [action["fallback"] for action in card["actions"]]
    turn = await teams.submit(ann, message, "Skip")
    assert (turn.status, turn.activity["type"]) == (200, "message")
    assert coach.events == [Clicked("btn.skip", "t1")]
    assert read(coach.last.place).message == message.id


async def test_a_card_of_an_older_release_is_answered_in_words(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    card = message.card()
    assert card is not None
    card["actions"][0]["verb"] = "skip-it"
    turn = await teams.submit(ann, message, "Skip")
    assert turn.notice == word("app.older")
    old = {"type": "Action.Submit", "title": "Old", "data": {"kind": "answer"}}
    card["actions"] = [old]
    await teams.submit(ann, message, "Old")
    await teams.wait_for(lambda: "older version" in chat.messages[-1].text)
    assert coach.taken == []
    teams.assert_clean()


async def test_a_press_that_could_not_be_kept_is_told_in_words(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, chat: Conversation, ann: User
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    coach.away = 1
    with structlog.testing.capture_logs() as logs:
        turn = await teams.submit(ann, message, "Skip")
    (fault,) = (entry for entry in logs if entry["event"] == "teams.fault")
    assert turn.status == 200
    assert turn.notice == text_of("app.failed", "en").format(reference=fault["id"])
    assert message.buttons(ann) == ["Skip", "Why?"]
    await teams.submit(ann, message, "Skip")
    assert coach.events == [Clicked("btn.skip", "t1")]


# ---- dialogs --------------------------------------------------------------------------------------------------


def _nonce(dialog: Dialog) -> Any:
    return find_action(dialog.card or {}, "Save")["data"]["nonce"]


async def opened(teams: TeamsSim, user: User, message: Message, sheet: str, about: str = "") -> Any:
    return await teams.open_dialog(user, message, {"sheet": sheet, "about": about})


async def test_a_sheet_is_filled_in_and_taken_once(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    turn = await opened(teams, ann, message, "edit.step", "3/1")
    assert turn.opened.title == "Step 2"
    sent = await teams.submit_dialog(ann, turn.opened, "Save", {"owner": "Bea"})
    assert (sent.status, sent.body) == (200, None)
    event = coach.last.event
    assert isinstance(event, SheetSent)
    assert (event.key, event.about) == ("edit.step", "3/1")
    assert event.values == {"text": "Try it on line 2", "owner": "Bea", "due": "2026-03-17"}
    await teams.redeliver(sent)
    await teams.redeliver(sent, new_id=True)
    assert len(coach.taken) == 1
    teams.assert_clean()


async def test_a_sheet_that_is_opened_again_is_another_one(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    for _ in range(2):
        turn = await opened(teams, ann, message, "edit.step", "3/1")
        await teams.submit_dialog(ann, turn.opened, "Save")
    assert len(coach.taken) == 2


async def test_what_has_to_be_mended_is_said_in_the_sheet_and_nothing_typed_is_lost(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    turn = await opened(teams, ann, message, "edit.step", "3/1")
    coach.mend = {"due": "That day is over."}
    again = await teams.submit_dialog(ann, turn.opened, "Save", {"owner": "Bea"})
    assert "That day is over." in json.dumps(again.opened.card)
    assert _nonce(again.opened) == _nonce(turn.opened)
    assert coach.taken == []
    coach.mend = {}
    await teams.submit_dialog(ann, again.opened, "Save")
    assert isinstance(coach.last.event, SheetSent)
    assert coach.last.event.values["owner"] == "Bea"
    teams.assert_clean()


async def test_the_short_form_of_a_prompt_answers_it(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, FORM)
    turn = await teams.submit(ann, message, message.buttons()[0])
    await teams.submit_dialog(ann, turn.opened, "Save", {"objective.outcome": "closed within a day"})
    event = coach.last.event
    assert isinstance(event, Submitted)
    assert event.token == "t2"
    assert event.fields["objective.outcome"] == "closed within a day"
    teams.assert_clean()


async def test_a_link_in_a_sheet_opens_another(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    plan = await opened(teams, ann, message, "edit.plan", "3")
    data = {"sheet": "edit.plan", "about": "3", "nonce": "n", "link": "edit.step:3/1"}
    value = {"data": data, "context": {"theme": "default"}}
    step = await teams.invoke("task/submit", ann, chat, value, message)
    assert "edit.step:3/1" in json.dumps(plan.opened.card)
    assert step.body["task"]["value"]["title"] == "Step 2"


async def test_all_about_a_person_is_deleted_when_they_are_sure(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    turn = await opened(teams, ann, message, "settings")
    sent = await teams.submit_dialog(ann, turn.opened, text_of("btn.yes_done", "fr"))
    assert sent.notice == text_of("app.forgetting", "en")
    await teams.redeliver(sent, new_id=True)
    assert coach.events == [Forgotten()]


async def test_a_sheet_of_what_is_gone_or_of_another_release_is_told_in_words(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    assert told(await opened(teams, ann, message, "edit.everything")) == word("app.older")
    turn = await opened(teams, ann, message, "edit.step", "3/1")
    coach.missing = True
    assert told(await opened(teams, ann, message, "edit.plan")) == word("app.nothing_there")
    sent = await teams.submit_dialog(ann, turn.opened, "Save")
    assert sent.notice == word("app.nothing_there")
    assert coach.taken == []


async def test_a_dialog_that_could_not_be_opened_or_taken_says_so(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    coach.away = 1
    assert "this number helps" in told(await opened(teams, ann, message, "settings"))
    turn = await opened(teams, ann, message, "edit.step", "3/1")
    coach.away = 1
    assert "this number helps" in ((await teams.submit_dialog(ann, turn.opened, "Save")).notice or "")


# ---- message actions, feedback --------------------------------------------------------------------------------


async def test_a_message_is_thought_through_in_private(teams: TeamsSim, coach: RecordingCoach, ann: User) -> None:
    bob = teams.user("Bob")
    group = await teams.group("Plans", [ann, bob])
    message = (await teams.say(bob, group, PODCAST)).said
    coach.taken.clear()
    turn = await teams.message_action(ann, message, "thinkThrough")
    assert told(turn) == text_of("cmd.over_there", "en")
    await teams.redeliver(turn)
    await teams.redeliver(turn, new_id=True)
    (happened,) = coach.taken
    assert isinstance(happened.event, Started)
    assert happened.event.noticed is not None
    assert (happened.event.noticed.tool, happened.person.id, happened.public) == ("a podcast", ann.aad, False)
    teams.assert_clean()


async def test_a_plan_in_a_message_is_reviewed_in_private(teams: TeamsSim, coach: RecordingCoach, ann: User) -> None:
    group = await teams.group("Plans", [ann])
    message = (await teams.say(ann, group, "Problem: late orders. Step: call Ana.")).said
    assert told(await teams.message_action(ann, message, "reviewPlan")) == text_of("cmd.over_there", "en")
    assert (coach.last.event, coach.last.public) == (Commanded("review Problem: late orders. Step: call Ana."), False)
    teams.assert_clean()


async def test_a_button_that_only_shows_more_works_as_often_as_it_is_pressed(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    seen, finish = "btn.others:T1/U1/3@2", "btn.finish:T1/U1/3@2"
    card = await shown(
        teams, platform, chat, Ask("plan.card", "The plan", "", (Choice(seen, "Seen"), Choice(finish, "Done")))
    )
    turns = [await teams.submit(ann, card, "Seen") for _ in range(2)]
    assert ([turn.notice for turn in turns], card.buttons(ann)) == (["✓ Seen"] * 2, ["Seen", "Done"])
    await teams.redeliver(turns[0], new_id=True)
    await teams.submit(ann, card, "Done")
    assert coach.events == [Clicked(seen, None), Clicked(seen, None), Clicked(finish, None)]
    assert [happened.shown for happened in coach.taken] == ["", "", '{"text":"The plan"}']
    assert (card.words(ann), card.buttons(ann)) == ("The plan\n✓ Done", [])
    teams.assert_clean()


async def test_a_press_on_what_was_posted_leaves_it_for_the_others(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, room: Conversation
) -> None:
    posted = msgspec.structs.replace(REPLIES["card_review"], audience="channel")
    place = Place(teams.service_url, room.id, "channel", bot=teams.bot["id"])
    await platform.send(To(teams.tenant, ann.aad, write(place)), posted, "k")
    card = room.messages[-1]
    turn = await teams.submit(ann, card, "Comment")
    assert (turn.notice, card.buttons(ann)) == ("✓ Comment", ["Approve", "Ask for a change", "Comment"])
    assert (coach.last.event, coach.last.public, coach.last.shown) == (Clicked("btn.comment:T1/U1/3@2", None), True, "")
    teams.assert_clean()


async def test_another_action_is_answered_in_words(teams: TeamsSim, coach: RecordingCoach, ann: User) -> None:
    group = await teams.group("Plans", [ann])
    message = (await teams.say(ann, group, PODCAST)).said
    assert told(await teams.message_action(ann, message, "translate")) == word("app.older")


async def test_feedback_is_counted_and_its_words_are_not_read(
    teams: TeamsSim, coach: RecordingCoach, platform: TeamsPlatform, ann: User, chat: Conversation
) -> None:
    message = await shown(teams, platform, chat, QUESTION)
    message.activity["channelData"] = {"feedbackLoop": {"type": "default"}}
    with structlog.testing.capture_logs() as logs:
        turn = await teams.feedback(ann, message, "dislike", "you ask too much")
    assert (turn.status, turn.body) == (200, None)
    assert logs == [{"event": "teams.feedback", "log_level": "info", "reaction": "dislike"}]
    assert coach.taken == []


@pytest.mark.parametrize("judged", ["reaction-of-2031", None, 5])
async def test_feedback_of_another_kind_is_no_matter(
    teams: TeamsSim, ann: User, chat: Conversation, judged: object
) -> None:
    value = {"actionName": "feedback", "actionValue": {"reaction": judged}}
    with structlog.testing.capture_logs() as logs:
        turn = await teams.invoke("message/submitAction", ann, chat, value, None)
    assert (turn.status, turn.body, logs) == (200, None, [])


# ---- what Teams and others may send ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["typing", "event", "endOfConversation", "somethingOf2031", "conversationUpdate"])
async def test_what_nobody_knows_is_fine(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation, kind: str
) -> None:
    turn = await teams.deliver(teams.activity(kind, ann, chat, name="new", value={"a": 1}))
    assert (turn.status, coach.taken) == (200, [])


@pytest.mark.parametrize(
    "name", ["fileConsent/invoke", "signin/verifyState", "composeExtension/query", "new/of2031", None]
)
async def test_an_invoke_that_is_not_ours_is_not_implemented(
    teams: TeamsSim, ann: User, chat: Conversation, name: str | None
) -> None:
    turn = await teams.deliver(teams.activity("invoke", ann, chat, name=name, value={"a": 1}))
    assert (turn.status, turn.body) == (501, None)


@pytest.mark.parametrize("name", ["adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/fetchTask"])
@pytest.mark.parametrize("value", [None, 1, "x", [], {}, {"data": 1}, {"action": {"verb": 1}}, {"commandId": []}])
async def test_an_invoke_of_no_shape_is_answered_in_words(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation, name: str, value: Any
) -> None:
    turn = await teams.deliver(teams.activity("invoke", ann, chat, name=name, value=value))
    assert turn.status == 200
    said = "".join(re.findall(r'"(?:text|value)": "([^"]*)"', json.dumps(turn.body, ensure_ascii=False)))
    assert word("app.older") in said
    assert coach.taken == []


async def test_bots_are_not_listened_to(teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation) -> None:
    other = {"id": "28:another", "name": "Another"}
    turn = await teams.deliver(teams.activity("message", ann, chat, text="hello") | {"from": other})
    assert (turn.status, coach.taken) == (200, [])


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"type": "message"}', b"\xff"])
async def test_what_is_no_activity_is_refused(
    teams: TeamsSim, coach: RecordingCoach, app: TeamsApp, body: bytes
) -> None:
    assert (await teams.post({}, raw=body)).status == 400
    assert coach.tries == 0


async def test_what_is_too_big_is_refused(teams: TeamsSim, coach: RecordingCoach, app: TeamsApp) -> None:
    headers = {"Content-Type": "application/json"}
    async with teams.http.post(teams.bot_url, data=BytesIO(b" " * 2_000_000), headers=headers) as answer:
        assert answer.status == 413
    assert coach.tries == 0


async def test_what_botbuilder_cannot_read_is_refused(teams: TeamsSim, ann: User, chat: Conversation) -> None:
    odd = teams.activity("message", ann, chat, text="hello", suggestedActions=5, reactionsAdded="x", timestamp="soon")
    assert (await teams.post(odd)).status == 400


async def test_who_is_not_teams_is_refused_and_the_log_says_why_without_a_word_of_it(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation
) -> None:
    activity = teams.activity("message", ann, chat, text=PODCAST)
    with structlog.testing.capture_logs() as logs:
        none = await teams.post(activity, token=None)
        forged = await teams.post(activity, token=teams.token(key=teams.rogue_key, serviceurl=teams.service_url))
    assert (none.status, forged.status, coach.taken) == (401, 401, [])
    assert [entry["why"] for entry in logs] == ["no_token", "signature"]
    assert PODCAST not in json.dumps(logs)


async def test_an_answer_is_never_sent_to_a_stranger_s_host(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation
) -> None:
    stranger = "https://smba.trafficmanager.net.example.com/"
    activity = teams.activity("message", ann, chat, text="hello", serviceUrl=stranger)
    assert (await teams.post(activity)).status == 403
    assert coach.taken == []


async def test_what_could_not_be_kept_is_not_acknowledged_and_comes_again(
    teams: TeamsSim, coach: RecordingCoach, ann: User, chat: Conversation
) -> None:
    coach.away = 1
    with structlog.testing.capture_logs() as logs:
        turn = await teams.say(ann, chat, "My team loses orders")
    assert (turn.status, coach.taken) == (503, [])
    assert "orders" not in json.dumps(logs)
    assert (await teams.redeliver(turn)).status == 200
    assert coach.events == [Said("My team loses orders")]


async def test_an_address_that_could_not_be_kept_keeps_nothing(
    teams: TeamsSim, coach: RecordingCoach, ann: User, app: TeamsApp, kept: KeptAddresses, addresses: Addresses
) -> None:
    kept.away = 1
    chat = await teams.personal(ann, install=False)
    chat.installed = True
    turn = await teams.say(ann, chat, "hello")
    assert (turn.status, coach.taken) == (503, [])
    assert await addresses.of(PersonId(teams.tenant, ann.aad)) is None


async def test_typing_that_fails_is_no_matter(
    teams: TeamsSim, coach: RecordingCoach, app: TeamsApp, ann: User, chat: Conversation
) -> None:
    teams.fail(500, method="POST")
    with structlog.testing.capture_logs() as logs:
        turn = await teams.say(ann, chat, "hello")
        await teams.wait_for(lambda: app.idle and teams.calls)
    assert turn.status == 200
    assert [entry["event"] for entry in logs if entry["log_level"] == "warning"] == ["teams.errand_failed"]
    assert coach.events == [Said("hello")]


async def test_nothing_that_was_said_is_in_the_log(
    teams: TeamsSim, ann: User, chat: Conversation, room: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    with structlog.testing.capture_logs() as logs:
        await teams.say(ann, chat, "a secret of mine")
        await teams.say(ann, room, f"{PODCAST}, a secret of mine")
        await teams.say(ann, room, "a secret of mine")
    assert "secret" not in json.dumps(logs) + caplog.text
