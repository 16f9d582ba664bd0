"""Install, rotation, removal: one workspace, two workspaces, a whole organisation."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store import FileInstallationStore
from slack_sdk.oauth.state_store import FileOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import Channel, SlackSim, User
from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack_itself.bots import client_of, refused, serving

# slack_sdk builds its oauth.v2.access request with a class that aiohttp 3.14 calls old.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


@dataclass
class Installable:
    url: str
    store: FileInstallationStore

    @property
    def install_url(self) -> str:
        return self.url.replace("/slack/events", "/slack/install")


@asynccontextmanager
async def installable(slack: SlackSim, folder: Path) -> AsyncIterator[Installable]:
    """An app that anybody may install, and that answers "ok"."""
    store = FileInstallationStore(base_dir=str(folder / "installations"), client_id=slack.client_id)
    settings = AsyncOAuthSettings(
        client_id=slack.client_id,
        client_secret=slack.client_secret,
        scopes=["chat:write", "channels:history"],
        installation_store=store,
        state_store=FileOAuthStateStore(expiration_seconds=600, base_dir=str(folder / "states")),
        authorization_url=slack.authorize_url,
    )
    # The store again here: else Bolt's token rotator talks to slack.com past our client.
    app = AsyncApp(
        signing_secret=slack.signing_secret,
        oauth_settings=settings,
        installation_store=store,
        client=AsyncWebClient(base_url=slack.api_url),
    )
    app.enable_token_revocation_listeners()

    @app.event("message")
    async def answer(event: Json, say: Any) -> None:
        if not event.get("bot_id"):
            await say("ok")

    async with serving(app) as url:
        slack.connect_http(url)
        yield Installable(url, store)


async def _answered(slack: SlackSim, ann: User, room: Channel) -> str:
    sent = await slack.say(ann, room, "hello")
    return (await slack.wait_message(room, after=sent)).text


def _room(slack: SlackSim, team: str) -> tuple[User, Channel]:
    ann = slack.user("ann", team)
    bot = slack.workspaces[team].users[slack.installation(team).bot_user]
    return ann, slack.channel("general", [ann, bot], team=team)


async def test_two_workspaces_install_and_the_browser_must_be_the_same(tmp_path: Path) -> None:
    async with SlackSim() as slack, installable(slack, tmp_path) as bot:
        other = slack.add_workspace("globex")
        assert (await slack.install_from_browser(bot.install_url)).status == 200
        assert (await slack.install_from_browser(bot.install_url, team=other.id)).status == 200
        assert (await slack.install_from_browser(bot.install_url, forget_cookie=True)).status == 400
        assert (await slack.install_from_browser(bot.install_url, state="forged")).status == 400
        assert "access_denied" in (await slack.install_from_browser(bot.install_url, cancel=True)).body
        for team in (slack.team, other.id):
            assert await _answered(slack, *_room(slack, team)) == "ok"
            assert slack.called("chat.postMessage")[-1].team == team


@pytest.mark.parametrize("first", ["tokens_revoked", "app_uninstalled"])
async def test_a_removal_is_two_events_in_either_order(
    tmp_path: Path, first: Literal["tokens_revoked", "app_uninstalled"]
) -> None:
    async with SlackSim() as slack, installable(slack, tmp_path) as bot:
        other = slack.add_workspace("globex")
        await slack.install_from_browser(bot.install_url)
        await slack.install_from_browser(bot.install_url, team=other.id)
        token = slack.installation(other.id).token
        events = await slack.uninstall(other.id, first=first)
        assert events[0].payload["event"]["type"] == first
        assert len(events) == 2
        assert await refused(client_of(slack, token).auth_test()) == "account_inactive"
        await slack.wait_for(lambda: bot.store.find_bot(enterprise_id=None, team_id=other.id) is None)
        assert bot.store.find_bot(enterprise_id=None, team_id=slack.team)


async def test_a_token_near_its_end_is_refreshed_once(tmp_path: Path) -> None:
    async with SlackSim(token_rotation=True) as slack, installable(slack, tmp_path) as bot:
        await slack.install_from_browser(bot.install_url)
        first = slack.bot_token
        saved = bot.store.find_installation(enterprise_id=None, team_id=slack.team)
        assert saved
        refresh, saved.bot_token_expires_at = saved.bot_refresh_token, int(time.time()) + 60
        bot.store.save(saved)
        assert await _answered(slack, *_room(slack, slack.team)) == "ok"
        assert slack.called("chat.postMessage")[-1].token != first
        used = slack.called("oauth.v2.access")[-1].args
        assert (used["grant_type"], used["refresh_token"]) == ("refresh_token", refresh)
        again = client_of(slack).oauth_v2_access(
            client_id=slack.client_id, client_secret=slack.client_secret, grant_type="refresh_token",
            refresh_token=str(refresh),
        )  # fmt: skip
        assert await refused(again) == "invalid_refresh_token"


async def test_a_token_that_expired_is_refused() -> None:
    async with SlackSim(token_rotation=True) as slack:
        token = slack.bot_token
        slack.advance(43_201)
        assert await refused(client_of(slack, token).auth_test()) == "token_expired"


# ---- a whole organisation ------------------------------------------------------------


async def test_an_organisation_installs_for_all_its_workspaces(tmp_path: Path) -> None:
    async with SlackSim() as slack, installable(slack, tmp_path) as bot:
        teams = [slack.add_workspace(name, enterprise="E0ACME").id for name in ("paris", "lyon")]
        assert (await slack.install_from_browser(bot.install_url, enterprise="E0ACME")).status == 200
        granted = slack.called("oauth.v2.access")[-1].response
        assert granted["is_enterprise_install"] is True
        assert granted["team"] is None
        assert granted["enterprise"]["id"] == "E0ACME"
        for team in teams:
            assert await _answered(slack, *_room(slack, team)) == "ok"
            assert slack.called("chat.postMessage")[-1].team == team
        tokens = {call.token for call in slack.called("chat.postMessage")}
        assert tokens == {granted["access_token"]}
        said = next(d.payload for d in slack.deliveries if d.payload["event"]["type"] == "message")
        assert (said["team_id"], said["enterprise_id"]) == (teams[0], "E0ACME")
        [authorization] = said["authorizations"]
        assert authorization["is_enterprise_install"] is True
        assert authorization["team_id"] is None


async def test_interactions_in_an_organisation_say_so() -> None:
    async with SlackSim() as slack, serving_nothing(slack):
        team = slack.add_workspace("paris", enterprise="E0ACME").id
        slack.install_org("E0ACME")
        ann, room = _room(slack, team)
        command = (await slack.slash(ann, room, "/plan")).payload
        assert (command["is_enterprise_install"], command["enterprise_id"]) == ("true", "E0ACME")
        shortcut = (await slack.shortcut(ann, "think")).payload
        assert shortcut["is_enterprise_install"] is True
        assert shortcut["enterprise"]["id"] == "E0ACME"


async def test_an_org_wide_token_must_name_the_workspace_it_lists() -> None:
    async with SlackSim() as slack:
        paris = slack.add_workspace("paris", enterprise="E0ACME")
        token = slack.install_org("E0ACME").token
        _, room = _room(slack, paris.id)
        client = client_of(slack, token)
        assert await refused(client.conversations_list()) == "missing_argument"
        listed = await client.conversations_list(team_id=paris.id)
        assert [one["id"] for one in listed["channels"]] == [room.id]
        assert (await client.auth_test())["is_enterprise_install"] is True
        assert [one["id"] for one in (await client.auth_teams_list())["teams"]] == [paris.id]


async def test_an_organisation_removes_the_app(tmp_path: Path) -> None:
    async with SlackSim() as slack, installable(slack, tmp_path) as bot:
        slack.add_workspace("paris", enterprise="E0ACME")
        await slack.install_from_browser(bot.install_url, enterprise="E0ACME")
        events = await slack.uninstall(enterprise="E0ACME")
        assert [event.acked for event in events] == [True, True]
        assert all("team_id" not in event.payload for event in events)
        await slack.wait_for(
            lambda: bot.store.find_bot(enterprise_id="E0ACME", team_id=None, is_enterprise_install=True) is None
        )


@asynccontextmanager
async def serving_nothing(slack: SlackSim) -> AsyncIterator[None]:
    """An app that acknowledges everything."""

    async def fine(request: web.Request) -> web.Response:
        return web.Response()

    site = web.Application()
    site.router.add_post("/slack/events", fine)
    async with serving(site) as url:
        slack.connect_http(url)
        yield
