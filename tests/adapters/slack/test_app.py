"""The app behind a strict local Slack, over HTTP: what is taken, what is not, and what people see of a failure."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from structlog.testing import capture_logs

from adapters.hearing import Commanded, Forgotten, Invited, Seen, SheetSent
from adapters.slack.app import SlackApp
from adapters.slack.place import read, unsealed
from adapters.slack.workspaces import Install
from dialogs.events import Clicked, Reworded, Said, Started, Submitted, Unsaid
from tests.adapters.slack.installed import Kept, install_in
from tests.adapters.slack.recording import PlainSealer, RecordingCoach
from tests.fakes.slack import Channel, SlackSim, User

PODCAST = "We should launch a podcast"
FORUM = "We should launch a community forum"
SMALL_TALK = "Lunch at noon?"


@pytest.fixture
def ann(slack: SlackSim, over_http: SlackApp) -> User:
    return slack.user("ann", real_name="Ann Lee")


@pytest.fixture
def room(slack: SlackSim, ann: User) -> Channel:
    return slack.channel("general", [ann, slack.bot_user])


# ---- said in a channel ----------------------------------------------------------------------------------------


async def test_a_tool_first_message_is_handed_to_the_coach_with_its_place(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    said = await slack.say(ann, room, PODCAST)
    happened = coach.last
    assert isinstance(happened.event, Seen)
    assert happened.event.finding.tool == "a podcast"
    assert happened.event.words == PODCAST, "for a second opinion, in memory"
    assert happened.event.message == f"{room.id}/{said.ts}"
    assert happened.event.said_at == datetime.fromtimestamp(float(said.ts), UTC)
    assert (happened.person.id, happened.person.first_name, happened.public) == (ann.id, "Ann", True)
    place = read(happened.place)
    assert (place.channel, place.thread, place.message) == (room.id, "", said.ts)
    assert coach.sources == [f"message/{room.id}/{said.ts}"]
    slack.assert_clean()


async def test_any_other_message_leaves_no_trace(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.say(ann, room, SMALL_TALK)
    await slack.quiet()
    assert (coach.tries, slack.calls) == (0, [])
    assert [delivery.attempts[0].body for delivery in slack.deliveries] == [""]


async def test_a_message_in_a_thread_is_answered_there(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    root = await slack.say(ann, room, SMALL_TALK)
    await slack.say(ann, room, PODCAST, thread=root)
    assert read(coach.last.place).thread == root.ts


async def test_what_was_typed_is_judged_not_what_slack_made_of_it(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.say(ann, room, "We should launch a Q&A forum, 5 < 6")
    assert coach.judged[0] == "We should launch a Q&A forum, 5 < 6"


async def test_bots_and_workflows_are_not_listened_to(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    bot = slack.other_bot("jira")
    room.members.add(bot.id)
    await slack.say(bot, room, PODCAST)
    await slack.event(
        {"type": "message", "subtype": "bot_message", "channel": room.id, "ts": "1.2", "text": PODCAST, "bot_id": "B9"}
    )
    assert coach.tries == 0


@pytest.mark.parametrize("kind", [{"is_restricted": True}, {"is_ultra_restricted": True}, {"is_stranger": True}])
async def test_guests_and_strangers_are_not_listened_to(
    slack: SlackSim, coach: RecordingCoach, room: Channel, kind: dict[str, Any]
) -> None:
    guest = slack.user("gil", **kind)
    room.members.add(guest.id)
    await slack.say(guest, room, PODCAST)
    await slack.say(guest, room, f"<@{slack.bot_user.id}> {PODCAST}")
    assert coach.tries == 0


async def test_where_another_company_reads_along_there_is_silence(
    slack: SlackSim, coach: RecordingCoach, ann: User
) -> None:
    shared = slack.channel("with-acme", [ann, slack.bot_user], shared=True)
    await slack.say(ann, shared, PODCAST)
    await slack.say(ann, shared, f"<@{slack.bot_user.id}> help")
    assert coach.tries == 0


async def test_notices_files_and_reactions_are_acknowledged_and_dropped(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    said = await slack.say(ann, room, SMALL_TALK)
    await slack.react(ann, said, "wave")
    await slack.join(slack.user("bea"), room)
    await slack.event({"type": "channel_created", "channel": {"id": "C9", "name": "new"}})
    await slack.event({"type": "app_context_changed", "context": {"entities": []}})
    await slack.event({"type": "something_new_of_2031", "user": {"id": "U1"}})
    assert coach.tries == 0
    slack.assert_clean()


# ---- said otherwise, or taken back ----------------------------------------------------------------------------


async def test_an_edited_message_is_judged_again_and_its_offer_unsaid(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    said = await slack.say(ann, room, PODCAST)
    await slack.edit(ann, said, FORUM)
    first, gone, again = coach.events
    assert isinstance(first, Seen)
    assert gone == Unsaid(f"{room.id}/{said.ts}")
    assert isinstance(again, Seen)
    assert again.finding.tool == "a community forum"
    assert len(set(coach.sources)) == 3


async def test_an_edit_that_takes_the_tool_out_unsays_it(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    said = await slack.say(ann, room, PODCAST)
    await slack.edit(ann, said, SMALL_TALK)
    assert coach.events[1:] == [Unsaid(f"{room.id}/{said.ts}")]


async def test_a_link_preview_is_no_edit(slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel) -> None:
    said = await slack.say(ann, room, PODCAST)
    await slack.unfurl(said)
    assert len(coach.taken) == 1


async def test_an_edit_between_two_messages_of_no_concern_is_forgotten(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    said = await slack.say(ann, room, SMALL_TALK)
    await slack.edit(ann, said, "Lunch at one?")
    await slack.delete(ann, said)
    assert coach.tries == 0


async def test_a_deleted_message_is_unsaid(slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel) -> None:
    said = await slack.say(ann, room, PODCAST)
    await slack.delete(ann, said)
    assert coach.events[1:] == [Unsaid(f"{room.id}/{said.ts}")]


# ---- called by name -------------------------------------------------------------------------------------------


async def test_a_mention_comes_twice_and_counts_once(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.say(ann, room, f"<@{slack.bot_user.id}> can you help me")
    assert [delivery.payload["event"]["type"] for delivery in slack.deliveries] == ["message", "app_mention"]
    assert coach.events == [Said("can you help me")]
    assert coach.last.public
    slack.assert_clean()


async def test_a_mention_alone_starts_and_one_with_a_tool_starts_on_it(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    us = f"<@{slack.bot_user.id}>"
    await slack.say(ann, room, us)
    await slack.say(ann, room, f"{us} {PODCAST}")
    await slack.say(ann, room, f"{us} /plan here on")
    alone, about, command = coach.events
    assert alone == Started()
    assert isinstance(about, Started)
    assert about.noticed is not None
    assert about.noticed.tool == "a podcast"
    assert command == Commanded("here on", room.id, member=True)


# ---- the private talk -----------------------------------------------------------------------------------------


async def test_what_is_said_in_private_is_the_root_of_a_thread_and_shows_that_an_answer_comes(
    slack: SlackSim, coach: RecordingCoach, ann: User
) -> None:
    dm = slack.dm(ann)
    said = await slack.say(ann, dm, "faults come back & back")
    assert coach.events == [Said("faults come back & back")]
    place = read(coach.last.place)
    assert (place.channel, place.thread, place.message, coach.last.public) == (dm.id, said.ts, said.ts, False)
    await slack.wait_for(lambda: slack.called("assistant.threads.setStatus"))
    assert slack.called("assistant.threads.setStatus")[0].args["thread_ts"] == said.ts
    slack.assert_clean()


async def test_an_answer_that_was_edited_is_reworded_and_a_deleted_one_stands(
    slack: SlackSim, coach: RecordingCoach, ann: User
) -> None:
    said = await slack.say(ann, slack.dm(ann), "ten a week")
    await slack.edit(ann, said, "twelve a week")
    await slack.unfurl(said)
    await slack.delete(ann, said)
    assert coach.events == [Said("ten a week"), Reworded("ten a week", "twelve a week")]


async def test_a_file_without_a_word_says_nothing(slack: SlackSim, coach: RecordingCoach, ann: User) -> None:
    await slack.say(ann, slack.dm(ann), "", files=[{"id": "F1", "name": "x.png"}])
    assert coach.tries == 0


async def test_in_the_tab_of_messages_stand_first_words_in_the_own_language(
    slack: SlackSim, over_http: SlackApp
) -> None:
    lea = slack.user("lea", locale="fr-FR")
    await slack.open_home(lea, "messages")
    await slack.wait_for(lambda: slack.called("assistant.threads.setSuggestedPrompts"))
    call = slack.called("assistant.threads.setSuggestedPrompts")[0]
    prompts = json.loads(call.args["prompts"]) if isinstance(call.args["prompts"], str) else call.args["prompts"]
    assert prompts[0] == {"title": "Commencer un plan", "message": "/plan commencer"}
    slack.assert_clean()


# ---- kept before it is acknowledged ---------------------------------------------------------------------------


async def test_what_could_not_be_kept_is_sent_again_and_runs_once(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    coach.away = 1
    await slack.say(ann, room, PODCAST)
    delivery = slack.deliveries[-1]
    assert [attempt.status for attempt in delivery.attempts] == [500, 200]
    await slack.redeliver(delivery)
    assert (len(coach.taken), coach.tries) == (1, 3)


async def test_the_same_event_at_the_same_time_counts_once(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.say(ann, room, PODCAST)
    for number in range(1, 4):
        assert (await slack.redeliver(slack.deliveries[-1], number)).status == 200
    assert len(coach.taken) == 1


# ---- commands and shortcuts -----------------------------------------------------------------------------------


async def test_a_command_is_taken_with_a_sealed_way_back(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    done = await slack.slash(ann, room, "/plan", "start the payload & more")
    assert coach.last.event == Commanded("start the payload & more", room.id)
    place = read(coach.last.place)
    assert unsealed(place.url, PlainSealer(), slack.now()) == done.payload["response_url"]
    assert done.payload["response_url"] not in coach.last.place
    assert (coach.last.public, done.reply) == (True, None)
    slack.assert_clean()


async def test_a_command_in_private_is_answered_in_private(slack: SlackSim, coach: RecordingCoach, ann: User) -> None:
    await slack.slash(ann, slack.dm(ann), "/plan", "list")
    assert (coach.last.event, coach.last.place, coach.last.public) == (Commanded("list"), "", False)


@pytest.mark.parametrize(("shared", "member"), [(False, True), (True, True), (False, False)])
async def test_before_it_listens_in_a_channel_slack_is_asked_who_reads_there(
    slack: SlackSim, coach: RecordingCoach, ann: User, shared: bool, member: bool
) -> None:
    people: list[User] = [ann, slack.bot_user] if member else [ann]
    room = slack.channel("plans", people, shared=shared)
    await slack.slash(ann, room, "/plan", "here on")
    assert coach.last.event == Commanded("here on", room.id, shared, member)


async def test_a_private_channel_that_it_is_not_in_is_not_found(
    slack: SlackSim, coach: RecordingCoach, ann: User
) -> None:
    await slack.slash(ann, slack.channel("secret", [ann], kind="group"), "/plan", "ici")
    assert isinstance(coach.last.event, Commanded)
    assert coach.last.event.member is False


@pytest.mark.parametrize("fault", [{"error": "missing_scope"}, {"drop": True, "times": 5}])
async def test_where_slack_does_not_tell_of_a_channel_the_command_is_taken_all_the_same(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel, fault: dict[str, Any]
) -> None:
    slack.inject("conversations.info", **fault)
    await slack.slash(ann, room, "/plan", "here on")
    assert coach.last.event == Commanded("here on", room.id, member=None)


async def test_whoever_brings_the_coach_into_a_channel_is_known(
    slack: SlackSim, coach: RecordingCoach, ann: User
) -> None:
    room = slack.channel("plans", [ann])
    await slack.join(slack.bot_user, room, inviter=ann)
    assert coach.events == [Invited(room.id)]
    assert (coach.last.person.id, read(coach.last.place).channel, coach.last.public) == (ann.id, room.id, True)


async def test_a_message_can_be_thought_through_by_shortcut(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    said = await slack.say(slack.user("bea"), slack.channel("ideas", ["bea", "ann"]), PODCAST)
    await slack.shortcut(ann, "think_through", said)
    await slack.shortcut(ann, "start_plan")
    about, alone = coach.events
    assert isinstance(about, Started)
    assert about.noticed is not None
    assert about.noticed.tool == "a podcast"
    assert (coach.taken[0].public, coach.taken[1].public, alone) == (True, False, Started())
    slack.assert_clean()


# ---- presses --------------------------------------------------------------------------------------------------


def buttons(*names: str, menu: str = "") -> list[dict[str, object]]:
    drawn: list[dict[str, object]] = [
        {"type": "button", "action_id": name, "value": "1.1", "text": {"type": "plain_text", "text": name}}
        for name in names
    ]
    if menu:
        option = {"text": {"type": "plain_text", "text": "Why this?"}, "value": menu}
        drawn.append({"type": "overflow", "action_id": "more", "options": [option]})
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": "What now?"}},
        {"type": "actions", "block_id": "ask:1.1", "elements": drawn},
    ]


async def offered(slack: SlackSim, app: SlackApp, ann: User, room: Channel, *names: str, menu: str = "") -> None:
    client = app._homes._clients.posting(slack.bot_token)
    await client.chat_postEphemeral(channel=room.id, user=ann.id, text="What now?", blocks=buttons(*names, menu=menu))


async def asked(slack: SlackSim, app: SlackApp, ann: User, *names: str) -> None:
    client = app._homes._clients.posting(slack.bot_token)
    await client.chat_postMessage(channel=slack.dm(ann).id, text="What now?", blocks=buttons(*names))


async def test_a_press_on_an_offer(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await offered(slack, over_http, ann, room, "btn.start", "btn.no", menu="btn.why|1.1")
    offer = await slack.wait_ephemeral(ann)
    done = await slack.click(ann, offer, "btn.start")
    await slack.click(ann, offer, "more", "btn.why|1.1")
    assert coach.events == [Clicked("btn.start", "1.1"), Clicked("btn.why", "1.1")]
    place = read(coach.taken[0].place)
    assert done is not None
    assert unsealed(place.url, PlainSealer(), slack.now()) == done.payload["response_url"]
    assert (place.channel, place.message) == (room.id, offer.ts)
    assert (coach.last.public, coach.last.shown) == (True, "ephemeral")
    slack.assert_clean()


async def test_a_press_in_private_brings_what_it_stood_on(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User
) -> None:
    await asked(slack, over_http, ann, "btn.right")
    question = await slack.wait_message(slack.dm(ann))
    await slack.click(ann, question, "btn.right")
    place, shown = read(coach.last.place), json.loads(coach.last.shown)
    assert (place.channel, place.thread, place.message) == (slack.dm(ann).id, question.ts, question.ts)
    assert [block["type"] for block in shown] == ["section"]
    assert not coach.last.public


async def test_two_presses_at_once_are_two_events_of_one_prompt(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User
) -> None:
    await asked(slack, over_http, ann, "btn.right", "btn.fix")
    question = await slack.wait_message(slack.dm(ann))
    await asyncio.gather(slack.click(ann, question, "btn.right"), slack.click(ann, question, "btn.fix"))
    assert {event.button for event in coach.events if isinstance(event, Clicked)} == {"btn.right", "btn.fix"}
    assert len(set(coach.sources)) == 2


async def test_the_link_into_the_private_talk_is_acknowledged_and_no_more(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await offered(slack, over_http, ann, room, "btn.open_talk")
    await slack.click(ann, await slack.wait_ephemeral(ann), "btn.open_talk")
    assert coach.tries == 0
    slack.assert_clean()


async def test_a_button_of_an_older_release_is_answered_kindly(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User
) -> None:
    await asked(slack, over_http, ann, "plan_start")
    await slack.click(ann, await slack.wait_message(slack.dm(ann)), "plan_start")
    word = await slack.wait_ephemeral(ann)
    assert "older version" in word.words
    assert coach.tries == 0
    slack.assert_clean()


# ---- windows --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "key"), [("settings", "settings"), ("réglages", "settings"), ("edit 3", "edit.plan")]
)
async def test_a_sheet_is_opened_by_command_filled_in_and_taken_once(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel, typed: str, key: str
) -> None:
    await slack.slash(ann, room, "/plan", typed)
    await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id") == key)
    assert coach.tries == 0
    await slack.submit(ann)
    sent = coach.last.event
    assert isinstance(sent, SheetSent)
    assert sent.key == key
    assert slack.modal(ann) is None
    slack.assert_clean()


async def test_what_has_to_be_mended_stands_at_its_input_and_nothing_is_lost(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "edit")
    await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id"))
    coach.mend = {"objective.outcome": "That is a lot of words.", "not.here": "Lost?"}
    done = await slack.submit(ann, {"objective.outcome": "fewer faults"})
    assert done.errors == {"objective.outcome": "That is a lot of words."}
    assert (coach.taken, slack.modal(ann) is not None) == ([], True)
    coach.mend = {"not.here": "The hours end before they begin."}
    done = await slack.submit(ann, {"objective.outcome": "fewer faults"})
    assert list(done.errors.values()) == ["The hours end before they begin."]
    coach.mend = {}
    await slack.submit(ann, {"objective.outcome": "fewer faults"})
    assert isinstance(coach.last.event, SheetSent)
    assert coach.last.event.values["objective.outcome"] == "fewer faults"
    slack.assert_clean()


async def test_a_sheet_that_cannot_be_kept_stays_open_with_a_number(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "edit")
    await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id"))
    coach.away = 1
    done = await slack.submit(ann)
    assert "fault is on our side" in next(iter(done.errors.values()))
    await slack.submit(ann)
    assert len(coach.taken) == 1


async def test_a_sheet_about_something_that_is_gone_says_so(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    coach.missing = True
    await slack.slash(ann, room, "/plan", "edit 9")
    await slack.wait_for(lambda: (view := slack.modal(ann)) and "no such plan" in json.dumps(view.content))
    slack.assert_clean()


async def test_a_window_whose_storage_is_away_says_so(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    coach.away = 1
    await slack.slash(ann, room, "/plan", "settings")
    await slack.wait_for(lambda: (view := slack.modal(ann)) and "on our side" in json.dumps(view.content))


async def test_a_press_that_came_too_late_for_its_window_is_told(slack: SlackSim, ann: User, room: Channel) -> None:
    slack.inject("views.open", error="expired_trigger_id")
    await slack.slash(ann, room, "/plan", "settings")
    assert "press once more" in (await slack.wait_ephemeral(ann)).words


async def test_a_window_that_slack_does_not_open_is_told(slack: SlackSim, ann: User, room: Channel) -> None:
    slack.inject("views.open", error="token_revoked")
    await slack.slash(ann, room, "/plan", "settings")
    assert "on our side" in (await slack.wait_ephemeral(ann)).words


async def test_a_window_that_was_closed_before_it_was_filled_stays_closed(
    slack: SlackSim, over_http: SlackApp, ann: User, room: Channel
) -> None:
    slack.inject("views.update", error="not_found")
    await slack.slash(ann, room, "/plan", "settings")
    await slack.wait_for(lambda: slack.called("views.update") and over_http.idle)
    assert slack.ephemerals(ann) == []


async def test_where_nothing_shows_that_an_answer_comes_the_talk_goes_on(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User, capsys: pytest.CaptureFixture[str]
) -> None:
    slack.inject("assistant.threads.setStatus", error="method_not_supported_for_channel_type")
    await slack.say(ann, slack.dm(ann), "ten a week")
    await slack.wait_for(lambda: slack.called("assistant.threads.setStatus") and over_http.idle)
    assert coach.events == [Said("ten a week")]
    assert "errand" not in capsys.readouterr().out


async def test_a_small_call_that_fails_is_logged_by_its_code(
    slack: SlackSim, over_http: SlackApp, ann: User, capsys: pytest.CaptureFixture[str]
) -> None:
    slack.inject("views.publish", error="not_enabled")
    await slack.open_home(ann)
    await slack.wait_for(lambda: slack.called("views.publish") and over_http.idle)
    assert "not_enabled" in capsys.readouterr().out


async def test_the_short_form_is_opened_from_the_talk_and_submitted_to_its_prompt(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User
) -> None:
    await asked(slack, over_http, ann, "form")
    await slack.click(ann, await slack.wait_message(slack.dm(ann)), "form")
    await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id") == "form")
    await slack.submit(ann, {"problem.what": "faults come back"})
    submitted = coach.last.event
    assert isinstance(submitted, Submitted)
    assert (submitted.token, submitted.fields["problem.what"]) == ("1.1", "faults come back")
    slack.assert_clean()


async def test_a_step_is_edited_on_top_of_the_plan_and_both_windows_close(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "edit")
    plan = await slack.wait_for(
        lambda: (view := slack.modal(ann)) and view.content.get("callback_id") == "edit.plan" and view
    )
    link = next(block for block in plan.content["blocks"] if block.get("accessory", {}).get("action_id") == "sheet")
    await slack.click(ann, plan, "sheet", block_id=link["block_id"])
    await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id") == "edit.step")
    await slack.submit(ann)
    assert isinstance(coach.last.event, SheetSent)
    assert (coach.last.event.key, slack.modal(ann)) == ("edit.step", None)
    slack.assert_clean()


async def test_everything_about_a_person_is_forgotten_from_the_settings(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "settings")
    sheet = await slack.wait_for(
        lambda: (view := slack.modal(ann)) and view.content.get("callback_id") == "settings" and view
    )
    await slack.click(ann, sheet, "sheet")
    assert coach.events == [Forgotten()]
    await slack.wait_for(lambda: (view := slack.modal(ann)) and "being deleted" in json.dumps(view.content))
    slack.assert_clean()


async def test_a_window_of_an_older_release_keeps_what_was_filled_in(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "edit")
    view = await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id") and view)
    view.content["callback_id"] = "plan_form_2025"
    done = await slack.submit(ann, {"problem.what": "faults come back"})
    assert "older version" in done.errors["problem.what"]
    assert coach.tries == 0
    slack.assert_clean()


# ---- the Home tab ---------------------------------------------------------------------------------------------


async def test_the_home_tab_is_drawn_when_opened_and_fresh_after_a_change(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User
) -> None:
    await slack.say(ann, slack.dm(ann), "hello")
    person = coach.last.person
    over_http.refresh(person)
    await slack.open_home(ann)
    await slack.wait_for(lambda: slack.home(ann))
    over_http.refresh(person)
    over_http.refresh(person)
    await slack.wait_for(lambda: coach.shown == 2)
    await over_http.close()
    assert len(slack.called("views.publish")) == 2
    slack.assert_clean()


async def test_the_home_tab_says_when_it_cannot_be_drawn(slack: SlackSim, coach: RecordingCoach, ann: User) -> None:
    coach.away = 1
    await slack.open_home(ann)
    view = await slack.wait_for(lambda: slack.home(ann))
    assert "on our side" in json.dumps(view.content)


# ---- workspaces that come and go ------------------------------------------------------------------------------


async def test_an_app_that_was_removed_is_forgotten_at_once(
    slack: SlackSim, over_http: SlackApp, installs: Kept, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.say(ann, room, PODCAST)
    for delivery in await slack.uninstall():
        assert delivery.acked
    assert installs.rows == {}
    late = await slack.redeliver(slack.deliveries[0])
    assert (late.status, len(coach.taken)) == (200, 1)


async def test_a_farewell_that_comes_after_a_new_installation_is_of_the_older_one(
    slack: SlackSim, installs: Kept, over_http: SlackApp
) -> None:
    await slack.event({"type": "app_uninstalled"})
    assert installs.rows != {}, "its token works"


async def test_tokens_of_people_are_no_tokens_of_ours(slack: SlackSim, installs: Kept, over_http: SlackApp) -> None:
    await slack.event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}})
    assert installs.rows != {}


async def test_in_a_workspace_without_the_app_people_are_told(
    slack: SlackSim, installs: Kept, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await slack.slash(ann, room, "/plan", "edit")
    await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id"))
    installs.rows.clear()
    over: list[str] = []
    slack.advance(120)
    done = await slack.slash(ann, room, "/plan", "list")
    over.append(done.reply.words if done.reply else "")
    over += (await slack.submit(ann)).errors.values()
    assert all("not installed here any more" in words and "n'est plus installé" in words for words in over)
    assert coach.tries == 0
    slack.assert_clean()


async def test_a_workspace_without_the_app_is_logged_once_however_often_it_knocks(
    slack: SlackSim, installs: Kept, ann: User, room: Channel
) -> None:
    installs.rows.clear()
    with capture_logs() as logged:
        for _ in range(3):
            await slack.slash(ann, room, "/plan", "list")
    turned_away = [one["tenant"] for one in logged if one["event"] == "slack.turned_away"]
    assert turned_away == [slack.team]


async def test_a_press_in_a_workspace_without_the_app_is_answered_too(
    slack: SlackSim, over_http: SlackApp, installs: Kept, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await offered(slack, over_http, ann, room, "btn.start")
    offer = await slack.wait_ephemeral(ann)
    installs.rows.clear()
    slack.advance(120)
    await slack.click(ann, offer, "btn.start")
    assert "not installed here any more" in (await slack.wait_ephemeral(ann, after=offer)).words
    assert coach.tries == 0


async def test_one_workspace_never_speaks_for_another(
    slack: SlackSim, over_http: SlackApp, installs: Kept, coach: RecordingCoach, ann: User
) -> None:
    other = slack.add_workspace("globex", install=True)
    await installs.put(install_in(slack, other.id))
    bob = slack.user("bob", other.id)
    room = slack.channel(
        "plans", [bob, slack.workspaces[other.id].users[install_in(slack, other.id).bot_user]], team=other.id
    )
    await slack.say(bob, room, PODCAST)
    assert coach.last.person.tenant == other.id
    assert {call.token for call in slack.called("users.info")} == {install_in(slack, other.id).token}


async def test_in_a_grid_the_tenant_names_organisation_and_workspace(
    slack: SlackSim, over_http: SlackApp, installs: Kept, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    mine: Install = install_in(slack)
    await installs.put(
        Install("E1", "", mine.token, mine.bot_user, mine.bot_id, mine.app_id, mine.scopes, org_wide=True)
    )
    await slack.event(
        {"type": "message", "channel": room.id, "ts": "1700000000.000100", "user": ann.id, "text": PODCAST},
        authorizations=[
            {"enterprise_id": "E1", "team_id": None, "user_id": mine.bot_user, "is_enterprise_install": True}
        ],
    )
    assert coach.last.person.tenant == f"E1/{slack.team}"


# ---- failures are told where the person is --------------------------------------------------------------------


async def test_a_command_that_fails_answers_with_a_number(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    coach.away = 1
    done = await slack.slash(ann, room, "/plan", "list")
    assert done.reply is not None
    assert "on our side" in done.reply.words


async def test_a_press_that_fails_is_told_beside_the_button(
    slack: SlackSim, over_http: SlackApp, coach: RecordingCoach, ann: User, room: Channel
) -> None:
    await offered(slack, over_http, ann, room, "btn.start")
    coach.away = 1
    offer = await slack.wait_ephemeral(ann)
    await slack.click(ann, offer, "btn.start")
    assert "on our side" in (await slack.wait_ephemeral(ann, after=offer)).words
    slack.assert_clean()


async def test_a_shortcut_that_fails_is_told_in_private(slack: SlackSim, coach: RecordingCoach, ann: User) -> None:
    coach.away = 1
    await slack.shortcut(ann, "start_plan")
    assert "on our side" in (await slack.wait_message(slack.dm(ann))).words


async def test_nothing_that_is_said_reaches_the_log(
    slack: SlackSim, coach: RecordingCoach, ann: User, room: Channel, capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level("DEBUG")
    coach.away = 1
    secret = "We should launch a podcast about mangosteens"
    await slack.say(ann, room, secret)
    await slack.say(ann, slack.dm(ann), secret)
    await slack.slash(ann, room, "/plan", secret)
    await slack.post_raw(json.dumps({"text": secret}).encode(), signature="v0=wrong")
    printed = capsys.readouterr()
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("adapters", "slack_bolt"))]
    assert "slack.fault" in printed.out + printed.err
    assert "mangosteens" not in printed.out + printed.err + " ".join(ours)
