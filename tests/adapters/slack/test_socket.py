"""The same app over Socket Mode: nothing is dropped, nothing counts twice, and a lost line comes back."""

import json

from structlog.testing import capture_logs

from adapters.hearing import Commanded, Seen, SheetSent
from adapters.slack.app import SlackApp
from adapters.slack.client import Clients
from adapters.slack.socket import SocketMode
from dialogs.events import Clicked, Said
from tests.adapters.slack.recording import RecordingCoach
from tests.fakes.slack import SlackSim

PODCAST = "We should launch a podcast"


async def test_the_first_delivery_says_retry_0_and_is_taken(
    slack: SlackSim, over_socket: SlackApp, coach: RecordingCoach
) -> None:
    ann = slack.user("ann")
    room = slack.channel("general", [ann, slack.bot_user])
    await slack.say(ann, room, PODCAST)
    await slack.say(ann, slack.dm(ann), "ten a week")
    assert isinstance(coach.events[0], Seen)
    assert coach.events[1:] == [Said("ten a week")]
    await slack.wait_for(lambda: slack.called("assistant.threads.setStatus"))
    slack.assert_clean()


async def test_what_does_not_matter_is_acknowledged_and_forgotten(
    slack: SlackSim, over_socket: SlackApp, coach: RecordingCoach
) -> None:
    ann = slack.user("ann")
    await slack.say(ann, slack.channel("general", [ann, slack.bot_user]), "Lunch at noon?")
    assert slack.deliveries[-1].acked
    assert coach.tries == 0
    assert [call.method for call in slack.calls] == ["apps.connections.open"]


async def test_what_could_not_be_kept_is_not_acknowledged_and_comes_again(
    slack: SlackSim, over_socket: SlackApp, coach: RecordingCoach
) -> None:
    slack.ack_timeout = 0.3
    ann = slack.user("ann")
    coach.away = 1
    await slack.say(ann, slack.dm(ann), "ten a week")
    assert [attempt.reason for attempt in slack.deliveries[-1].attempts] == ["timeout", ""]
    assert coach.events == [Said("ten a week")]


async def test_a_line_that_slack_ends_is_opened_again(
    slack: SlackSim, over_socket: SlackApp, coach: RecordingCoach
) -> None:
    ann = slack.user("ann")
    await slack.disconnect_socket()
    await slack.wait_for(lambda: slack._sockets, what="for a new socket")
    await slack.say(ann, slack.dm(ann), "still there?")
    assert coach.events == [Said("still there?")]


async def test_the_same_event_over_two_sockets_counts_once(
    slack: SlackSim, over_socket: SlackApp, clients: Clients, coach: RecordingCoach
) -> None:
    second = SocketMode(over_socket, slack.app_token, clients, ping=0.2)
    await second.start()
    ann = slack.user("ann")
    await slack.say(ann, slack.dm(ann), "ten a week")
    await slack.redeliver(slack.deliveries[-1])
    assert (coach.events, coach.tries) == ([Said("ten a week")], 2)
    await second.stop()


async def test_commands_presses_and_windows_answer_over_the_socket(
    slack: SlackSim, over_socket: SlackApp, clients: Clients, coach: RecordingCoach
) -> None:
    ann = slack.user("ann")
    room = slack.channel("general", [ann, slack.bot_user])
    await slack.slash(ann, room, "/plan", "list")
    button = {"type": "button", "action_id": "btn.no", "value": "1.1", "text": {"type": "plain_text", "text": "No"}}
    await clients.posting(slack.bot_token).chat_postMessage(
        channel=slack.dm(ann).id,
        text="Well?",
        blocks=[{"type": "actions", "block_id": "ask:1.1", "elements": [button]}],
    )
    await slack.click(ann, await slack.wait_message(slack.dm(ann)), "btn.no")
    await slack.slash(ann, room, "/plan", "edit")
    await slack.wait_for(lambda: (view := slack.modal(ann)) and view.content.get("callback_id"))
    coach.mend = {"problem.what": "Too long."}
    assert (await slack.submit(ann)).errors == coach.mend
    coach.mend = {}
    await slack.submit(ann)
    command, press, sheet = coach.events
    assert (command, press) == (Commanded("list", room.id), Clicked("btn.no", "1.1"))
    assert isinstance(sheet, SheetSent)
    coach.away = 1
    failed = await slack.slash(ann, room, "/plan", "list")
    assert failed.reply is not None
    assert "on our side" in failed.reply.words
    slack.assert_clean()


async def test_an_app_that_is_gone_says_so_over_the_socket(
    slack: SlackSim, over_socket: SlackApp, coach: RecordingCoach
) -> None:
    ann = slack.user("ann")
    room = slack.channel("general", [ann, slack.bot_user])
    await slack.uninstall()
    late = {"type": "message", "channel": room.id, "ts": "1.2", "user": ann.id, "text": PODCAST}
    body = {"team_id": slack.team, "type": "event_callback", "event": late}
    assert (await over_socket.dispatch(json.loads(json.dumps(body)))).status == 200
    assert coach.tries == 0


async def test_a_token_that_slack_refuses_keeps_nothing_else_from_starting(
    slack: SlackSim, app: SlackApp, clients: Clients, coach: RecordingCoach
) -> None:
    refused = SocketMode(app, "xapp-wrong", clients, ping=0.1, patience=0.1)
    with capture_logs() as logs:
        await refused.start()
        await slack.wait_for(lambda: len(slack.called("apps.connections.open")) > 1, what="for another try")
        await refused.stop()
    assert {"event": "slack.socket_refused", "error": "SlackApiError", "code": "invalid_auth"}.items() <= logs[
        0
    ].items()
