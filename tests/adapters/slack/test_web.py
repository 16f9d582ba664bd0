"""The paths that the app adds to the application of the process, and strange things that come in on them."""

import json
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from adapters.slack.app import SlackApp
from adapters.slack.client import Clients
from adapters.slack.oauth import oauth_flow
from adapters.slack.people import Directory
from adapters.slack.web import add_slack
from adapters.slack.workspaces import Workspaces
from tests.adapters.slack.installed import Kept
from tests.adapters.slack.recording import PlainSealer, RecordingCoach
from tests.adapters.slack.test_oauth import OneTimeWords
from tests.fakes.slack import SlackSim


async def test_slack_can_verify_the_address(slack: SlackSim, over_http: SlackApp) -> None:
    assert await slack.verify_url()


async def test_who_does_not_sign_gets_nothing_done(slack: SlackSim, over_http: SlackApp, coach: RecordingCoach) -> None:
    command = b"command=%2Fplan&text=start&user_id=U1&channel_id=C1&trigger_id=1&team_id=T1"
    forged = await slack.post_raw(command, content_type="application/x-www-form-urlencoded", signature="v0=0")
    old = await slack.post_raw(b"{}", timestamp=str(int(slack.now()) - 301))
    torn = await slack.post_raw(b'{"type": "event_callb', signature="")
    assert [forged.status, old.status, torn.status] == [401, 401, 401]
    assert coach.tries == 0


async def test_refused_requests_are_counted_in_one_line_a_minute(slack: SlackSim, over_http: SlackApp) -> None:
    with capture_logs() as logged:
        for _ in range(3):
            await slack.post_raw(b'{"text": "mangosteens"}', signature="v0=0")
        slack.advance(61)
        await slack.post_raw(b"{}", signature="v0=0")
    told = [(one["log_level"], one["event"], one["requests"]) for one in logged]
    assert told == [("warning", "slack.bad_signature", 1), ("warning", "slack.bad_signature", 3)]


async def test_what_is_signed_but_torn_is_a_bad_request(slack: SlackSim, over_http: SlackApp) -> None:
    assert (await slack.post_raw(b'{"type": "event_callb')).status == 400
    form = await slack.post_raw(b"payload=%7B%22", content_type="application/x-www-form-urlencoded")
    assert form.status == 400


async def test_a_body_of_more_than_a_megabyte_is_not_read(
    slack: SlackSim, clients: Clients, over_http: SlackApp
) -> None:
    large = BytesIO(b"x" * (1024**2 + 1))
    async with clients.session.post(slack._urls["event"], data=large) as answer:
        assert answer.status == 413


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"type": "event_callback"},
        {"type": "event_callback", "event": 5},
        {"type": "event_callback", "event": {}},
        {"type": "event_callback", "event": {"type": 7}},
        {"type": "event_callback", "authorizations": 5},
        {"type": "event_callback", "authorizations": [5], "event": {"type": "message", "user": 5, "text": "x"}},
        {"type": "block_actions"},
        {"type": "block_actions", "user": 5},
        {"type": "block_actions", "actions": []},
        {"type": "block_actions", "actions": [{}], "user": {"id": "U1"}},
        {"type": "view_submission"},
        {"type": "view_submission", "view": {}, "user": {"id": "U1"}},
        {"type": "view_closed", "view": {"callback_id": "x"}, "user": {"id": "U1"}},
        {"type": "block_suggestion", "action_id": "x", "block_id": "y", "value": "", "user": {"id": "U1"}},
        {"type": "interactive_message", "callback_id": "x", "actions": [{}], "user": {"id": "U1"}},
        {"type": "shortcut", "callback_id": "older", "user": {"id": "U1"}, "trigger_id": "1.2"},
        {"type": "app_rate_limited", "minute_rate_limited": 1_700_000_000},
    ],
    ids=str,
)
async def test_nothing_that_is_signed_is_a_fault_of_ours(
    slack: SlackSim, over_http: SlackApp, payload: dict[str, Any]
) -> None:
    body = json.dumps({"team_id": slack.team, **payload}).encode()
    assert (await slack.post_raw(body)).status < 500


async def test_what_slack_may_send_is_acknowledged_though_nobody_waits_for_it(
    slack: SlackSim, over_http: SlackApp
) -> None:
    who = {"team": {"id": slack.team}, "user": {"id": slack.user("ann").id}}
    options = {"type": "block_suggestion", "action_id": "x", "block_id": "y", "value": "", **who}
    answer = await slack.post_raw(json.dumps(options).encode())
    assert (answer.status, json.loads(answer.body)) == (200, {"options": []})
    for payload in (
        {"type": "view_closed", "view": {"callback_id": "x"}, **who},
        {"type": "shortcut", "callback_id": "older", "trigger_id": "1.2", **who},
        {"type": "app_rate_limited", "team_id": slack.team},
    ):
        assert (await slack.post_raw(json.dumps(payload).encode())).status == 200


async def test_where_the_app_cannot_be_installed_there_is_no_such_path(app: SlackApp) -> None:
    site = web.Application()
    add_slack(site, app, None)
    assert [resource.canonical for resource in site.router.resources()] == ["/slack/events"]


async def test_nothing_is_read_from_the_environment(
    slack: SlackSim, coach: RecordingCoach, workspaces: Workspaces, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        monkeypatch.setenv(name, "from-the-environment")
    people = Directory(clients, workspaces, coach.known, slack.now)
    app = SlackApp(coach, workspaces, people, clients, PlainSealer(), signing_secret=slack.signing_secret)
    ann = slack.user("ann")
    said = {"type": "message", "channel": slack.dm(ann).id, "ts": "1.2", "user": ann.id, "text": "ten a week"}
    body = {"type": "event_callback", "team_id": slack.team, "event": said}
    assert (await app.dispatch(body)).status == 200
    await app.close()
    assert len(coach.taken) == 1
    assert {call.token for call in slack.calls} == {slack.bot_token}


async def test_where_the_app_can_be_installed_the_way_there_and_back_is_open(
    slack: SlackSim, app: SlackApp, installs: Kept, workspaces: Workspaces, clients: Clients
) -> None:
    flow = oauth_flow(
        clients, installs, workspaces, OneTimeWords(slack), client_id=slack.client_id,
        client_secret=slack.client_secret, public_url="https://planfirst.test", authorize_url=slack.authorize_url,
    )  # fmt: skip
    site = web.Application()
    add_slack(site, app, flow)
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with clients.session.get(f"{address}/slack/install", allow_redirects=False) as page:
        assert page.headers["location"].startswith(slack.authorize_url)
    async with clients.session.get(f"{address}/slack/oauth_redirect?error=access_denied") as page:
        assert page.status == 200
    await runner.cleanup()
