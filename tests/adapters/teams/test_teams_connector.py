import asyncio
import logging
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from adapters.port import DeliveryFailed, InDoubt, Later, Refused
from adapters.teams.connector import Barred, Connector, Gone
from adapters.teams.credentials import EARLY, Credentials
from adapters.teams.hosts import Hosts
from adapters.teams.http import Http
from adapters.teams.place import Room
from tests.adapters.teams.conftest import APP_ID, APP_SECRET
from tests.adapters.teams.office import Clock, channel_of, chat_of
from tests.fakes.teams import TeamsSim

NOWHERE = "http://127.0.0.1:9/"  # nobody listens there
WORDS = "our churn doubled in May"
SAID = {"type": "message", "text": WORDS}
OTHER = {"type": "message", "text": "And now?"}

Call = Callable[[], Awaitable[Any]]


async def failure(call: Awaitable[Any]) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as raised:
        await call
    assert WORDS not in "".join(traceback.format_exception(raised.value))
    return raised.value


# ---- calls ------------------------------------------------------------------------------------------------------


async def test_a_message_arrives_is_changed_and_taken_back(teams: TeamsSim, connector: Connector) -> None:
    ann = teams.user("Ann")
    chat = await chat_of(teams, ann)
    room = Room(teams.service_url, chat.id)
    message = await connector.send(room, SAID)
    assert [one.text for one in teams.seen_by(ann, chat)] == [WORDS]
    await connector.update(room, message, OTHER)
    assert [one.text for one in teams.seen_by(ann, chat)] == [OTHER["text"]]
    await connector.delete(room, message)
    assert teams.seen_by(ann, chat) == []
    assert all(call.authorized for call in teams.calls)
    teams.assert_clean()


async def test_a_service_url_may_end_with_a_slash_or_not(teams: TeamsSim, connector: Connector) -> None:
    chat = await chat_of(teams, teams.user("Ann"))
    for url in (teams.service_url, teams.service_url.rstrip("/")):
        await connector.send(Room(url, chat.id), SAID)
    assert len({call.path for call in teams.calls}) == 1


async def test_in_a_channel_it_stands_in_the_thread(teams: TeamsSim, connector: Connector) -> None:
    ann = teams.user("Ann")
    channel = await channel_of(teams, ann)
    said = (await teams.say(ann, channel, "a podcast!")).said
    await connector.send(Room(teams.service_url, f"{channel.id};messageid={said.id}"), SAID)
    assert [one.thread for one in channel.messages] == [said.id, said.id]
    teams.assert_clean()


async def test_a_targeted_message_is_seen_by_its_person_alone(teams: TeamsSim, connector: Connector) -> None:
    ann, bob = teams.user("Ann"), teams.user("Bob")
    channel = await channel_of(teams, ann, bob)
    room = Room(teams.service_url, channel.id)
    message = await connector.send(room, SAID | {"recipient": {"id": ann.id}}, targeted=True)
    await connector.update(room, message, OTHER, targeted=True)
    assert [one.text for one in teams.seen_by(ann, channel)] == [OTHER["text"]]
    assert teams.seen_by(bob, channel) == []
    await connector.delete(room, message, targeted=True)
    assert teams.seen_by(ann, channel) == []
    teams.assert_clean()


async def test_a_personal_chat_is_opened_with_somebody_for_whom_the_app_is_installed(
    teams: TeamsSim, connector: Connector
) -> None:
    ann = teams.user("Ann")
    await channel_of(teams, ann)
    opened = await connector.open(teams.service_url, tenant=teams.tenant, user=ann.id, bot=teams.bot["id"])
    await connector.send(Room(teams.service_url, opened), SAID)
    chat = teams.personal_of(ann)
    assert chat is not None
    assert chat.id == opened
    assert [one.text for one in teams.seen_by(ann, chat)] == [WORDS]
    teams.assert_clean()


async def test_with_nobody_else(teams: TeamsSim, connector: Connector) -> None:
    stranger = teams.user("Eve")
    wanted = connector.open(teams.service_url, tenant=teams.tenant, user=stranger.id, bot=teams.bot["id"])
    assert isinstance(await failure(wanted), Barred)


async def test_the_roster_says_who_somebody_is(teams: TeamsSim, connector: Connector) -> None:
    ann = teams.user("Ann Berg")
    channel = await channel_of(teams, ann)
    member = await connector.member(Room(teams.service_url, channel.id), ann.id)
    assert (member.user_principal_name, member.tenant_id) == ("ann.berg@example.test", teams.tenant)
    assert isinstance(await failure(connector.member(Room(teams.service_url, channel.id), "29:nobody")), Gone)


# ---- failures ---------------------------------------------------------------------------------------------------

CALLS = ("send", "targeted", "update", "delete", "open", "member")


async def calling(teams: TeamsSim, connector: Connector, name: str) -> Call:
    """A call that would work."""
    ann = teams.user("Ann")
    channel = Room(teams.service_url, (await channel_of(teams, ann)).id)
    room = Room(teams.service_url, (await chat_of(teams, ann)).id)
    message = await connector.send(room, SAID)
    calls: dict[str, Call] = {
        "send": lambda: connector.send(room, SAID),
        "targeted": lambda: connector.send(channel, SAID | {"recipient": {"id": ann.id}}, targeted=True),
        "update": lambda: connector.update(room, message, OTHER),
        "delete": lambda: connector.delete(room, message),
        "open": lambda: connector.open(room.service_url, tenant=teams.tenant, user=ann.id, bot=teams.bot["id"]),
        "member": lambda: connector.member(channel, ann.id),
    }
    return calls[name]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "BadSyntax", Refused),
        (403, "MessageWritesBlocked", Barred),
        (403, "BotNotInConversationRoster", Barred),
        (404, "ConversationNotFound", Gone),
        (404, "ActivityNotFoundInConversation", Gone),
        (413, "MessageSizeTooBig", Refused),
        (418, "SomeCodeOfTomorrow", Refused),
        (429, "TooManyRequests", Later),
        (412, "PreconditionFailed", Later),
        (401, "Unauthorized", Later),
        (500, "ServiceError", InDoubt),
        (502, "BadGateway", InDoubt),
        (503, "ServiceUnavailable", InDoubt),
        (504, "GatewayTimeout", InDoubt),
    ],
)
async def test_a_refusal_says_what_became_of_the_message(
    teams: TeamsSim, connector: Connector, name: str, status: int, code: str, kind: type[DeliveryFailed]
) -> None:
    call = await calling(teams, connector, name)
    before = len(teams.calls)
    teams.fail(status, code=code, times=9)
    failed = await failure(call())
    assert type(failed) is kind
    assert getattr(failed, "reason", code) == code
    assert len(teams.calls) == before + 1  # to try again is the outbox's, and nobody else's


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("status", [429, 412])
@pytest.mark.parametrize(("asked", "waits"), [("7", 7.0), (None, None), ("Wed, 21 Oct 2026 07:28:00 GMT", None)])
async def test_teams_says_how_long_to_wait(
    teams: TeamsSim, connector: Connector, name: str, status: int, asked: str | None, waits: float | None
) -> None:
    call = await calling(teams, connector, name)
    teams.fail(status, retry_after=asked)
    failed = await failure(call())
    assert isinstance(failed, Later)
    assert failed.retry_after == waits


async def test_the_real_limit_of_a_conversation_is_one_of_them(teams: TeamsSim, connector: Connector) -> None:
    room = Room(teams.service_url, (await chat_of(teams, teams.user("Ann"))).id)
    teams.rate_limits = True
    for _ in range(7):
        await connector.send(room, SAID)
    failed = await failure(connector.send(room, SAID))
    assert isinstance(failed, Later)
    assert failed.retry_after == 1.0


async def test_a_message_whose_answer_was_lost_is_in_doubt(teams: TeamsSim, connector: Connector) -> None:
    ann = teams.user("Ann")
    chat = await chat_of(teams, ann)
    teams.fail(504, after_accept=True)
    assert isinstance(await failure(connector.send(Room(teams.service_url, chat.id), SAID)), InDoubt)
    assert len(teams.seen_by(ann, chat)) == 1


async def test_who_blocked_the_coach_is_not_reached(teams: TeamsSim, connector: Connector) -> None:
    ann = teams.user("Ann")
    chat = await chat_of(teams, ann)
    teams.block(ann)
    failed = await failure(connector.send(Room(teams.service_url, chat.id), SAID))
    assert isinstance(failed, Barred)
    assert failed.reason == "MessageWritesBlocked"


async def test_a_service_url_that_is_dead_has_no_conversations(teams: TeamsSim, connector: Connector) -> None:
    chat = await chat_of(teams, teams.user("Ann"))
    room = Room(teams.service_url, chat.id)
    teams.move("amer")
    assert isinstance(await failure(connector.send(room, SAID)), Gone)
    assert await connector.send(Room(teams.service_url, chat.id), SAID)


async def test_when_nobody_listens_nothing_was_sent(teams: TeamsSim, connector: Connector) -> None:
    failed = await failure(connector.send(Room(NOWHERE, "a:1"), SAID))
    assert isinstance(failed, Later)
    assert failed.retry_after is None


async def test_when_teams_is_slow_the_message_is_in_doubt(
    teams: TeamsSim, connector: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.teams.http.TIMEOUT", 0.2)
    room = Room(teams.service_url, (await chat_of(teams, teams.user("Ann"))).id)
    await connector.send(room, SAID)
    teams.latency = 1.0
    assert isinstance(await failure(connector.send(room, SAID)), InDoubt)


class Odd:
    """Something between us and Teams that answers in its own way."""

    def __init__(self) -> None:
        self.url = ""
        self.heard: list[web.BaseRequest] = []
        self.status, self.body, self.headers = 200, "", dict[str, str]()
        self.hangs_up = False

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        self.heard.append(request)
        if self.hangs_up and request.transport is not None:
            request.transport.close()
        return web.Response(status=self.status, text=self.body, headers=self.headers)


@pytest.fixture
async def odd() -> AsyncIterator[Odd]:
    odd = Odd()
    runner = web.ServerRunner(web.Server(odd))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    odd.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    yield odd
    await runner.cleanup()


@pytest.mark.parametrize("status", [400, 403, 407, 418])
@pytest.mark.parametrize("body", ["<html>Access denied</html>", "", "{}", '{"error": {}}', '{"message": "{}"}', "[]"])
async def test_what_is_refused_without_a_code_of_teams_passes(
    connector: Connector, odd: Odd, status: int, body: str
) -> None:
    odd.status, odd.body = status, body
    assert type(await failure(connector.send(Room(odd.url, "a:1"), SAID))) is Later


@pytest.mark.parametrize(("status", "kind"), [(404, Gone), (413, Refused)])
async def test_what_is_not_there_or_too_big_is_so_for_everybody(
    connector: Connector, odd: Odd, status: int, kind: type[DeliveryFailed]
) -> None:
    odd.status = status
    assert type(await failure(connector.send(Room(odd.url, "a:1"), SAID))) is kind


async def test_the_token_is_not_carried_along_by_a_redirect(connector: Connector, odd: Odd) -> None:
    odd.status, odd.headers = 307, {"Location": f"{odd.url}elsewhere"}
    assert type(await failure(connector.send(Room(odd.url, "a:1"), SAID))) is Later
    assert [request.path for request in odd.heard] == ["/v3/conversations/a:1/activities"]


async def test_who_hangs_up_leaves_the_message_in_doubt(connector: Connector, odd: Odd) -> None:
    odd.hangs_up = True
    assert type(await failure(connector.send(Room(odd.url, "a:1"), SAID))) is InDoubt


@pytest.mark.parametrize("body", ["", "?", "{}", "[]"])
async def test_what_was_said_is_said_even_where_teams_tells_no_id(connector: Connector, odd: Odd, body: str) -> None:
    odd.status, odd.body = 201, body
    room = Room(odd.url, "a:1")
    assert await connector.send(room, SAID) == ""
    assert type(await failure(connector.open(odd.url, tenant="t", user="29:a", bot="28:b"))) is InDoubt


async def test_a_roster_that_cannot_be_read_tells_nothing(connector: Connector, odd: Odd) -> None:
    odd.body = "[]"
    assert type(await failure(connector.member(Room(odd.url, "a:1"), "29:a"))) is InDoubt


@pytest.mark.parametrize("url", ["https://evil.example/", "http://smba.trafficmanager.net/", "", "http://localhost/"])
async def test_to_another_host_goes_nothing(teams: TeamsSim, connector: Connector, url: str) -> None:
    failed = await failure(connector.send(Room(url, "a:1"), SAID))
    assert isinstance(failed, Refused)
    assert failed.reason == "service_host"
    assert teams.token_requests == []


async def test_ids_cannot_lead_out_of_their_place(connector: Connector, odd: Odd) -> None:
    await connector.update(Room(odd.url, "19:x/../../evil?a=b#c"), "1/../2", SAID)
    (heard,) = odd.heard
    assert heard.raw_path == "/v3/conversations/19%3Ax%2F..%2F..%2Fevil%3Fa%3Db%23c/activities/1%2F..%2F2"


# ---- the bot's own token ----------------------------------------------------------------------------------------


async def test_one_token_is_enough_for_all(teams: TeamsSim, connector: Connector) -> None:
    room = Room(teams.service_url, (await chat_of(teams, teams.user("Ann"))).id)
    await asyncio.gather(*(connector.send(room, SAID) for _ in range(20)))
    assert len(teams.token_requests) == 1
    teams.assert_clean()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Everybody's: ours, MSAL's and Entra's."""
    clock = Clock(time.time())
    monkeypatch.setattr(time, "time", clock)
    return clock


async def test_a_token_is_renewed_before_it_ends(teams: TeamsSim, clock: Clock) -> None:
    credentials = Credentials(APP_ID, APP_SECRET, teams.tenant, teams.authority, clock)
    first = await credentials.token()
    clock.now += 3598 - EARLY
    assert await credentials.token() == first
    credentials.drop("another")
    assert await credentials.token() == first
    assert len(teams.token_requests) == 1
    clock.now += 2
    await credentials.token()
    await teams.wait_for(lambda: len(teams.token_requests) == 2)


async def test_the_old_token_is_used_while_entra_takes_its_time(teams: TeamsSim, clock: Clock) -> None:
    credentials = Credentials(APP_ID, APP_SECRET, teams.tenant, teams.authority, clock)
    first = await credentials.token()
    teams.latency = 1.0
    clock.now += 3600 - EARLY
    async with asyncio.timeout(0.5):
        assert [await credentials.token() for _ in range(5)] == [first] * 5
    await teams.wait_for(lambda: len(teams.token_requests) == 2)
    clock.now += EARLY  # the first one has ended
    assert await credentials.token() != first
    assert len(teams.token_requests) == 2


async def test_the_old_token_is_used_while_entra_is_away(teams: TeamsSim, clock: Clock) -> None:
    credentials = Credentials(APP_ID, APP_SECRET, teams.tenant, teams.authority, clock)
    first = await credentials.token()
    teams.app_secret = "another by now"
    clock.now += 3600 - EARLY
    with capture_logs() as logs:
        assert await credentials.token() == first
        await teams.wait_for(lambda: logs)
        assert await credentials.token() == first
    clock.now += EARLY
    with pytest.raises(Later):
        await credentials.token()


async def test_a_token_that_teams_does_not_take_any_more_is_given_up(teams: TeamsSim, connector: Connector) -> None:
    room = Room(teams.service_url, (await chat_of(teams, teams.user("Ann"))).id)
    await connector.send(room, SAID)
    teams.fail(401)
    assert isinstance(await failure(connector.send(room, SAID)), Later)
    await connector.send(room, SAID)
    assert len(teams.token_requests) == 2


async def test_without_a_token_a_message_waits_and_the_log_says_why(
    teams: TeamsSim, http: Http, hosts: Hosts, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    credentials = Credentials(APP_ID, "an-older-secret", teams.tenant, teams.authority)
    connector = Connector(credentials, http, hosts)
    with capture_logs() as logs:
        assert isinstance(await failure(connector.send(Room(teams.service_url, "a:1"), SAID)), Later)
    assert [(line["event"], line["code"]) for line in logs] == [("teams.no_token", "AADSTS7000215")]
    everything = f"{logs} {caplog.text} {credentials!r} {vars(connector)}"
    assert "an-older-secret" not in everything
    assert WORDS not in everything
    assert not [call for call in teams.calls if call.method == "POST"]


async def test_no_log_has_a_secret_a_token_or_a_word(
    teams: TeamsSim, http: Http, hosts: Hosts, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    credentials = Credentials(APP_ID, APP_SECRET, teams.tenant, teams.authority)
    room = Room(teams.service_url, (await chat_of(teams, teams.user("Ann"))).id)
    await Connector(credentials, http, hosts).send(room, SAID)
    token = await credentials.token()
    assert caplog.records  # the libraries do talk
    assert not [word for word in (APP_SECRET, token, WORDS) if word in caplog.text]


async def test_when_entra_is_away_a_message_waits(http: Http, hosts: Hosts) -> None:
    connector = Connector(Credentials(APP_ID, APP_SECRET, "t", "https://127.0.0.1:9/adfs"), http, hosts)
    with capture_logs() as logs:
        assert isinstance(await failure(connector.send(Room(NOWHERE, "a:1"), SAID)), Later)
    assert [line["event"] for line in logs] == ["teams.no_token"]


async def test_when_entra_is_slow_a_message_waits_no_longer_than_delivery_does(
    teams: TeamsSim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.teams.credentials.PATIENCE", 0.05)
    teams.latency = 0.5
    credentials = Credentials(APP_ID, APP_SECRET, teams.tenant, teams.authority)
    refused = await asyncio.gather(*(credentials.token() for _ in range(5)), return_exceptions=True)
    assert [type(one) for one in refused] == [Later] * 5
    await teams.wait_for(lambda: len(teams.token_requests) == 1)
    monkeypatch.setattr("adapters.teams.credentials.PATIENCE", 5.0)
    assert await credentials.token()  # of the very request that they did not wait for
    assert len(teams.token_requests) == 1
