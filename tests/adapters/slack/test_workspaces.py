import asyncio

import msgspec
import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack.client import Clients
from adapters.slack.one_workspace import OneWorkspace
from adapters.slack.workspaces import EARLY, FRESH, PAUSES, Gone, Install, Unready, Workspaces, parts, tenant_of
from tests.adapters.slack.installed import Kept, install_in
from tests.fakes.slack import SlackSim

HOUR = 3600.0


@pytest.fixture
def near_expiry(slack: SlackSim, installs: Kept) -> Install:
    """A token with a quarter of an hour to go."""
    slack.token_rotation = True
    slack.install(slack.team)
    install = install_in(slack)
    slack.advance((install.expires_at or 0.0) - slack.now() - EARLY / 2)
    installs.rows = {install.row: install}
    return install


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pauses between attempts to keep a token are there, only short."""
    monkeypatch.setattr("adapters.slack.workspaces.PAUSES", tuple(pause / 1000 for pause in PAUSES))


def renewals(slack: SlackSim) -> int:
    return len(slack.called("oauth.v2.access"))


def test_a_tenant_is_its_team_and_in_a_grid_its_enterprise_as_well() -> None:
    assert tenant_of(None, "T1") == tenant_of("", "T1") == "T1"
    assert tenant_of("E1", "T1") == "E1/T1"
    assert parts("T1") == ("", "T1")
    assert parts("E1/T1") == ("E1", "T1")
    assert parts(tenant_of("E1", None)) == ("E1", "")


def test_no_token_is_shown_by_accident() -> None:
    install = Install("", "T1", "xoxb-secret", "U1", "B1", "A1", (), refresh_token="xoxe-secret")
    assert "secret" not in f"{install!r} {install} {[install]}"


# ---- whose token it is ------------------------------------------------------------------------------------------


async def test_two_workspaces_never_share_a_token(slack: SlackSim, installs: Kept, workspaces: Workspaces) -> None:
    other = slack.add_workspace("globex", install=True)
    await installs.put(install_in(slack, other.id))
    tokens = [(await workspaces.of(tenant)).token for tenant in (slack.team, other.id, slack.team, other.id)]
    assert tokens == [install_in(slack).token, install_in(slack, other.id).token] * 2


async def test_a_token_is_read_once_in_a_while(slack: SlackSim, installs: Kept, workspaces: Workspaces) -> None:
    for _ in range(5):
        await workspaces.of(slack.team)
    assert len(installs.asked) == 1
    slack.advance(FRESH + 1)
    await workspaces.of(slack.team)
    assert len(installs.asked) == 2


async def test_an_organisation_speaks_for_all_its_workspaces_but_the_workspaces_own_installation_comes_first(
    slack: SlackSim, installs: Kept, workspaces: Workspaces
) -> None:
    own = msgspec.structs.replace(install_in(slack, enterprise="E1"), team="T1", token="xoxb-own")
    org = msgspec.structs.replace(own, team="", token="xoxb-org", org_wide=True)
    await installs.put(own)
    await installs.put(org)
    assert (await workspaces.of("E1/T1")).token == "xoxb-own"
    assert (await workspaces.of("E1/T2")).token == "xoxb-org"
    with pytest.raises(Gone):
        await workspaces.of("E2/T1")
    with pytest.raises(Gone):
        await workspaces.of("T1")


async def test_an_organisation_that_removed_the_app_is_forgotten_with_all_its_workspaces(
    slack: SlackSim, installs: Kept, workspaces: Workspaces
) -> None:
    await installs.put(msgspec.structs.replace(install_in(slack), enterprise="E1", team="", org_wide=True))
    await workspaces.of("E1/T1")
    await workspaces.of("E1/T2")
    await installs.remove("E1", "")
    workspaces.forget("E1/")
    for tenant in ("E1/T1", "E1/T2"):
        with pytest.raises(Gone):
            await workspaces.of(tenant)


async def test_a_removed_app_is_gone_at_once(slack: SlackSim, installs: Kept, workspaces: Workspaces) -> None:
    await workspaces.of(slack.team)
    await installs.remove("", slack.team)
    workspaces.forget(slack.team)
    with pytest.raises(Gone):
        await workspaces.of(slack.team)


async def test_a_token_that_was_being_read_when_its_app_was_removed_is_not_known_afterwards(
    slack: SlackSim, installs: Kept, clients: Clients
) -> None:
    class Slow(Kept):
        async def get(self, enterprise: str, team: str) -> Install | None:
            found = await super().get(enterprise, team)
            read.set()
            await released.wait()
            return found

    read, released, slow = asyncio.Event(), asyncio.Event(), Slow(*installs.rows.values())
    workspaces = Workspaces(slow, clients)
    reading = asyncio.create_task(workspaces.of(slack.team))
    await read.wait()
    await slow.remove("", slack.team)
    workspaces.forget(slack.team)
    released.set()
    await reading
    with pytest.raises(Gone):
        await workspaces.of(slack.team)


# ---- renewal ----------------------------------------------------------------------------------------------------


async def test_ten_who_need_a_token_near_its_expiry_renew_it_once(
    slack: SlackSim, near_expiry: Install, installs: Kept, workspaces: Workspaces
) -> None:
    tokens = await asyncio.gather(*(workspaces.of(slack.team) for _ in range(10)))
    assert {install.token for install in tokens} == {near_expiry.token}  # good for some minutes yet: nobody waits
    await workspaces.close()
    assert renewals(slack) == 1
    renewed = await workspaces.of(slack.team)
    assert renewed.token != near_expiry.token
    assert installs.rows[renewed.row] == renewed
    assert renewed.expires_at is not None
    assert renewed.expires_at - slack.now() > 11 * HOUR
    assert renewals(slack) == 1


async def test_two_processes_renew_it_once(
    slack: SlackSim, near_expiry: Install, installs: Kept, clients: Clients, workspaces: Workspaces
) -> None:
    other = Workspaces(installs, clients, slack.client_id, slack.client_secret, slack.now)
    await asyncio.gather(*(one.of(slack.team) for one in [workspaces, other] * 5))
    await asyncio.gather(workspaces.close(), other.close())
    assert renewals(slack) == 1
    slack.advance(FRESH + 1)  # until then the other process may go on with the old token, which is still good
    assert (await other.of(slack.team)).token == (await workspaces.of(slack.team)).token != near_expiry.token


async def test_after_it_expired_ten_wait_for_one_renewal(
    slack: SlackSim, near_expiry: Install, workspaces: Workspaces
) -> None:
    slack.advance(EARLY)
    tokens = {install.token for install in await asyncio.gather(*(workspaces.of(slack.team) for _ in range(10)))}
    assert len(tokens) == 1
    assert near_expiry.token not in tokens
    assert renewals(slack) == 1


@pytest.mark.parametrize("fault", [{"status": 500}, {"error": "invalid_refresh_token"}, {"drop": True}])
async def test_when_renewal_fails_the_old_token_goes_on_until_it_expires(
    slack: SlackSim, near_expiry: Install, installs: Kept, workspaces: Workspaces, fault: dict[str, object]
) -> None:
    slack.inject("oauth.v2.access", times=99, **fault)  # type: ignore[arg-type]
    assert await workspaces.of(slack.team) == near_expiry
    await workspaces.close()
    assert await workspaces.of(slack.team) == near_expiry
    slack.advance(EARLY)
    with pytest.raises(Unready):
        await workspaces.of(slack.team)


async def test_a_renewal_that_failed_is_tried_again_when_its_claim_is_over(
    slack: SlackSim, near_expiry: Install, installs: Kept, workspaces: Workspaces
) -> None:
    slack.inject("oauth.v2.access", status=503)
    await workspaces.of(slack.team)
    await workspaces.close()
    slack.advance(FRESH + 1)
    installs.claims.clear()
    await workspaces.of(slack.team)
    await workspaces.close()
    assert (await workspaces.of(slack.team)).token != near_expiry.token


async def test_whoever_began_a_renewal_may_be_cancelled_and_the_new_token_is_kept(
    slack: SlackSim, near_expiry: Install, installs: Kept, workspaces: Workspaces
) -> None:
    slack.advance(EARLY)
    slack.inject("oauth.v2.access", delay=0.2)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(workspaces.of(slack.team), 0.05)
    await workspaces.close()
    assert installs.rows[near_expiry.row].token != near_expiry.token
    assert renewals(slack) == 1


@pytest.mark.usefixtures("impatient")
async def test_a_new_token_outlives_a_storage_that_is_away_for_a_moment(
    slack: SlackSim, near_expiry: Install, installs: Kept, workspaces: Workspaces
) -> None:
    installs.away = 3
    await workspaces.of(slack.team)
    await workspaces.close()
    assert installs.rows[near_expiry.row].token != near_expiry.token
    assert renewals(slack) == 1


async def test_a_token_that_slack_calls_expired_is_renewed_whatever_our_clock_says(
    slack: SlackSim, near_expiry: Install, clients: Clients, installs: Kept
) -> None:
    slow_clock = Workspaces(installs, clients, slack.client_id, slack.client_secret, lambda: slack.now() - 2 * HOUR)
    refused = await slow_clock.of(slack.team)
    renewed = await slow_clock.instead_of(refused, slack.team, expired=True)
    assert renewed.token != refused.token
    assert (await slow_clock.of(slack.team)).token == renewed.token


async def test_instead_of_a_revoked_token_there_is_the_one_of_a_newer_installation_or_none(
    slack: SlackSim, installs: Kept, workspaces: Workspaces
) -> None:
    refused = await workspaces.of(slack.team)
    with pytest.raises(Gone):
        await workspaces.instead_of(refused, slack.team, expired=False)
    slack.install(slack.team)
    await installs.put(install_in(slack))
    assert await workspaces.instead_of(refused, slack.team, expired=False) == install_in(slack)


async def test_nothing_secret_is_logged(
    slack: SlackSim, near_expiry: Install, installs: Kept, workspaces: Workspaces,
    everything_logged: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    slack.inject("oauth.v2.access", error="invalid_refresh_token")
    await workspaces.of(slack.team)
    await workspaces.close()
    slack.advance(FRESH + 1)
    installs.claims.clear()
    await workspaces.of(slack.team)
    await workspaces.close()
    renewed = await workspaces.of(slack.team)
    printed = capsys.readouterr()
    written = everything_logged.text + printed.out + printed.err
    assert "slack.token_not_renewed" in written
    assert "slack.token_renewed" in written
    secrets = {near_expiry.token, near_expiry.refresh_token, renewed.token, renewed.refresh_token, slack.client_secret}
    assert not [secret for secret in secrets if secret in written]


# ---- one workspace, by its bot token ----------------------------------------------------------------------------


async def test_a_bot_token_is_looked_at_once_and_stands_for_one_workspace(slack: SlackSim, clients: Clients) -> None:
    workspaces = Workspaces(OneWorkspace(slack.bot_token, clients), clients)
    found = await asyncio.gather(*(workspaces.of(slack.team) for _ in range(5)))
    assert {one.bot_user for one in found} == {slack.bot_user.id}
    assert found[0].app_id == slack.app_id
    assert "chat:write" in found[0].scopes
    with pytest.raises(Gone):
        await workspaces.of(slack.add_workspace("globex").id)
    assert len(slack.called("auth.test")) == 1


async def test_the_bot_token_of_an_organisation_stands_for_all_its_workspaces(
    slack: SlackSim, clients: Clients
) -> None:
    slack.add_workspace("paris", enterprise="E1")
    made = slack.install_org("E1")
    workspaces = Workspaces(OneWorkspace(made.token, clients), clients)
    assert (await workspaces.of("E1/T1")).token == (await workspaces.of("E1/T2")).token == made.token
    with pytest.raises(Gone):
        await workspaces.of("E2/T1")


async def test_a_bot_token_is_asked_about_again_for_as_long_as_slack_does_not_tell(
    slack: SlackSim, clients: Clients
) -> None:
    workspaces = Workspaces(OneWorkspace(slack.bot_token, clients), clients)
    slack.inject("auth.test", status=503, times=2)  # asked twice at once
    with pytest.raises(Unready):
        await workspaces.of(slack.team)
    assert (await workspaces.of(slack.team)).token == slack.bot_token


async def test_a_bot_token_that_stands_for_nothing_is_gone(slack: SlackSim, clients: Clients) -> None:
    one = OneWorkspace("xoxb-wrong", clients)
    with pytest.raises(Gone):
        await Workspaces(one, clients).of(slack.team)
    assert await one.all() == ()


async def test_a_bot_token_whose_app_was_removed_is_gone(slack: SlackSim, clients: Clients) -> None:
    one = OneWorkspace(slack.bot_token, clients)
    workspaces = Workspaces(one, clients)
    assert await one.all() == (await workspaces.of(slack.team),)
    await slack.uninstall()
    await one.remove("", slack.team)
    workspaces.forget(slack.team)
    with pytest.raises(Gone):
        await workspaces.of(slack.team)


# ---- Bolt -------------------------------------------------------------------------------------------------------


async def test_bolt_learns_from_us_whose_token_it_is_and_asks_slack_nothing(
    slack: SlackSim, workspaces: Workspaces
) -> None:
    heard: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    app = AsyncApp(signing_secret="s", authorize=workspaces.authorize, request_verification_enabled=False)

    @app.event("app_mention")
    async def mentioned(context: dict[str, str], body: dict[str, object]) -> None:
        heard.put_nowait((context["bot_token"], context["bot_user_id"]))

    answer = await app.async_dispatch(mention_in(slack.team))
    assert answer.status == 200
    assert await asyncio.wait_for(heard.get(), 5) == (slack.bot_token, slack.bot_user.id)
    assert slack.calls == []
    assert await workspaces.authorize(context=None, enterprise_id=None, team_id="T9", user_id="U1") is None


def mention_in(team: str) -> AsyncBoltRequest:
    event = {"type": "app_mention", "user": "U1", "text": "<@U2> hello", "channel": "C1", "ts": "1.2"}
    body = {"type": "event_callback", "team_id": team, "event": event, "event_id": "Ev1", "api_app_id": "A1"}
    return AsyncBoltRequest(body=msgspec.json.encode(body).decode(), headers={"content-type": ["application/json"]})
