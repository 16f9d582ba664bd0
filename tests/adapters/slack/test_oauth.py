import asyncio
import secrets
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

from adapters.slack.client import Clients
from adapters.slack.oauth import INSTALL_PATH, REDIRECT_PATH, STATE_SECONDS, Flow, oauth_flow
from adapters.slack.workspaces import Install, Workspaces
from tests.adapters.slack.installed import Kept, install_in
from tests.fakes.slack import Attempt, SlackSim


class OneTimeWords:
    """States in memory. Its clock is Slack's."""

    def __init__(self, slack: SlackSim) -> None:
        self._slack = slack
        self._until: dict[str, float] = {}

    async def issue(self) -> str:
        state = secrets.token_hex(16)
        self._until[state] = self._slack.now() + STATE_SECONDS
        return state

    async def consume(self, state: str) -> bool:
        return self._until.pop(state, 0.0) > self._slack.now()


class Site:
    """Our two pages, on the network, as a browser finds them."""

    def __init__(self, flow: Flow, url: str) -> None:
        self.flow = flow
        self.url = url + INSTALL_PATH


@pytest.fixture
def empty() -> Kept:
    return Kept()


@pytest.fixture
async def site(slack: SlackSim, clients: Clients, empty: Kept) -> AsyncIterator[Site]:
    workspaces = Workspaces(empty, clients)

    async def answer(request: web.Request) -> web.Response:
        bolt_request = await to_bolt_request(request)
        installing = request.path == INSTALL_PATH
        done = await (flow.handle_installation(bolt_request) if installing else flow.handle_callback(bolt_request))
        return await to_aiohttp_response(done)

    app = web.Application()
    app.router.add_get(INSTALL_PATH, answer)
    app.router.add_get(REDIRECT_PATH, answer)
    runner = web.AppRunner(app)
    await runner.setup()
    listening = web.TCPSite(runner, "127.0.0.1", 0)
    await listening.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    flow = oauth_flow(
        clients, empty, workspaces, OneTimeWords(slack), client_id=slack.client_id, client_secret=slack.client_secret,
        public_url=url + "/", authorize_url=slack.authorize_url,
    )  # fmt: skip
    yield Site(flow, url)
    await runner.cleanup()


async def open_page(site: Site, slack: SlackSim, query: str = "", **headers: str) -> tuple[int, str, str]:
    """Status, text and the place that it points to."""
    async with slack._http.get(site.url + query, headers=headers, allow_redirects=False) as page:
        return page.status, await page.text(), page.headers.get("location", "")


async def test_an_administrator_installs_the_app(slack: SlackSim, site: Site, empty: Kept) -> None:
    back = await slack.install_from_browser(site.url)
    assert back.status == 200
    assert "Planfirst is installed" in back.body
    kept = empty.rows["", slack.team]
    assert kept.token == slack.bot_token
    assert (kept.bot_user, kept.app_id, kept.installer) == (slack.bot_user.id, slack.app_id, "U0SIMOWNER")
    assert kept.expires_at is None
    assert "chat:write" in kept.scopes


async def test_a_token_that_expires_is_kept_with_what_renews_it(slack: SlackSim, site: Site, empty: Kept) -> None:
    slack.token_rotation = True
    await slack.install_from_browser(site.url)
    kept = empty.rows["", slack.team]
    assert kept.refresh_token.startswith("xoxe-")
    assert kept.expires_at is not None
    assert 11 * 3600 < kept.expires_at - slack.now() <= 12 * 3600


async def test_the_pages_speak_the_language_of_the_browser(slack: SlackSim, site: Site) -> None:
    query = f"{site.url.replace(INSTALL_PATH, REDIRECT_PATH)}?error=access_denied"
    for languages, words in (("fr-CA,fr;q=0.9", "Vous avez annulé"), ("de,en;q=0.8,fr;q=0.5", "You cancelled")):
        async with slack._http.get(query, headers={"Accept-Language": languages}) as page:
            assert words in await page.text()


async def test_an_installation_that_is_cancelled_changes_nothing(slack: SlackSim, site: Site, empty: Kept) -> None:
    back = await slack.install_from_browser(site.url, cancel=True)
    assert back.status == 200
    assert "Nothing was changed" in back.body
    assert empty.rows == {}


async def test_a_forged_state_is_refused(slack: SlackSim, site: Site, empty: Kept) -> None:
    back = await slack.install_from_browser(site.url, state="forged")
    assert_refused(back, 400, empty)


async def test_another_browser_than_the_one_that_asked_is_refused(slack: SlackSim, site: Site, empty: Kept) -> None:
    back = await slack.install_from_browser(site.url, forget_cookie=True)
    assert_refused(back, 400, empty)


async def test_a_state_is_good_for_one_time(slack: SlackSim, site: Site, empty: Kept) -> None:
    state = await site.flow.settings.state_store.async_issue()
    assert await come_back(slack, site, state) == 401  # its code is no good, but the state is used up
    slack._codes["code"] = {"team": slack.team, "user": "U1", "at": slack.now(), "redirect_uri": None, "scope": ""}
    assert await come_back(slack, site, state, "code") == 401
    assert "code" in slack._codes  # Slack was not even asked
    assert empty.rows == {}


async def test_a_state_that_is_too_old_is_refused(slack: SlackSim, site: Site, empty: Kept) -> None:
    state = await site.flow.settings.state_store.async_issue()
    slack.advance(STATE_SECONDS + 1)
    assert await come_back(slack, site, state) == 401
    assert slack.called("oauth.v2.access") == []


@pytest.mark.parametrize("fault", [{"error": "invalid_code"}, {"status": 500}, {"drop": True}])
async def test_when_slack_does_not_confirm_the_page_says_so(
    slack: SlackSim, site: Site, empty: Kept, fault: dict[str, object]
) -> None:
    slack.inject("oauth.v2.access", **fault)  # type: ignore[arg-type]
    back = await slack.install_from_browser(site.url)
    assert_refused(back, 401, empty)
    assert "Slack did not confirm" in back.body


async def test_when_we_cannot_keep_it_the_page_says_so(
    slack: SlackSim, site: Site, empty: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(install: Install) -> None:
        raise OSError("the storage is away")

    monkeypatch.setattr(empty, "put", away)
    back = await slack.install_from_browser(site.url)
    assert_refused(back, 500, empty)
    assert "could not keep" in back.body


async def test_what_is_installed_anew_takes_the_place_of_the_older_one_at_once(
    slack: SlackSim, site: Site, empty: Kept, clients: Clients
) -> None:
    await slack.install_from_browser(site.url)
    workspaces = site.flow.settings.installation_store._workspaces  # type: ignore[attr-defined]
    older = await workspaces.of(slack.team)
    await slack.install_from_browser(site.url)
    assert (await workspaces.of(slack.team)).token == slack.bot_token != older.token
    assert len(empty.rows) == 1


async def test_two_workspaces_are_installed_at_the_same_time(slack: SlackSim, site: Site, empty: Kept) -> None:
    other = slack.add_workspace("globex")
    await asyncio.gather(*(slack.install_from_browser(site.url, team) for team in (slack.team, other.id)))
    assert {row[1]: kept.token for row, kept in empty.rows.items()} == {
        team: install_in(slack, team).token for team in (slack.team, other.id)
    }


async def test_an_organisation_is_kept_without_a_team(slack: SlackSim, site: Site, empty: Kept) -> None:
    slack.add_workspace("paris", enterprise="E1")
    back = await slack.install_from_browser(site.url, enterprise="E1")
    assert "Planfirst is installed" in back.body
    ((row, kept),) = empty.rows.items()
    assert row == ("E1", "")
    assert kept.org_wide
    assert kept.token in slack.installations


async def test_what_a_visitor_puts_into_the_address_goes_nowhere(slack: SlackSim, site: Site) -> None:
    _, _, there = await open_page(site, slack, "?team=T1%26scope=admin%26redirect_uri=https://evil.example")
    assert there.startswith(slack.authorize_url)
    assert "evil" not in there
    assert "admin" not in there
    query = f"{site.url.replace(INSTALL_PATH, REDIRECT_PATH)}?error=%3Cscript%3Ealert(1)%3C/script%3E"
    async with slack._http.get(query) as page:
        assert "script" not in await page.text()


async def test_nothing_secret_is_logged_or_shown(
    slack: SlackSim, site: Site, empty: Kept, everything_logged: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    slack.token_rotation = True
    slack.inject("oauth.v2.access", error="fatal_error")
    pages = [(await slack.install_from_browser(site.url)).body for _ in range(2)]
    printed = capsys.readouterr()
    # The simulator's own access log has the addresses that browsers asked for.
    ours = "".join(record.getMessage() for record in everything_logged.records if record.name != "aiohttp.access")
    written = ours + printed.out + printed.err + "".join(pages)
    kept = empty.rows["", slack.team]
    codes = [call.args["code"] for call in slack.called("oauth.v2.access")]
    assert "slack.installed" in written
    assert "slack.not_installed" in written
    assert not [word for word in (kept.token, kept.refresh_token, slack.client_secret, *codes) if word in written]


def assert_refused(back: Attempt, status: int, installs: Kept) -> None:
    assert back.status == status
    assert "Planfirst is not installed" in back.body
    assert installs.rows == {}


async def come_back(slack: SlackSim, site: Site, state: str, code: str = "none") -> int:
    """A browser comes back from Slack with that state, and its cookie. Returns the status of our page."""
    address = f"{site.url.replace(INSTALL_PATH, REDIRECT_PATH)}?state={state}&code={code}"
    cookie = f"{site.flow.settings.state_cookie_name}={state}"
    async with slack._http.get(address, headers={"cookie": cookie}) as page:
        return page.status
