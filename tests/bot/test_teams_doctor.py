"""`planfirst doctor` and `planfirst manifest` for Teams: what an administrator is told before and after the set-up."""

import io
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from aiohttp import web

from bot.cli import main
from bot.config import Settings, TeamsSettings
from bot.operating import Check, check_platforms
from dialogs.person import PersonId
from storage.channels import ChannelId, Listening
from storage.inbox import Incoming
from storage.store import Store
from tests.fakes.teams import TeamsSim

APP, SECRET = "11111111-2222-3333-4444-555555555555", "of-the-bot"
NOBODY = "http://127.0.0.1:9/api/messages"
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def teams(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TeamsSim]:
    async with TeamsSim(NOBODY, app_id=APP, app_secret=SECRET) as running:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(running.ca_file))
        yield running


async def told(teams: TeamsSim, store: Store, **settings: Any) -> dict[str, Check]:
    """What the doctor says of Teams, by what it looked at."""
    given = {"password": SECRET, "metadata_url": teams.metadata_url, "login_url": teams.authority} | settings
    wanted = Settings("sqlite://", teams=TeamsSettings(app_id=APP, tenant_id=teams.tenant, **given))
    return {check.what: check for check in await check_platforms(wanted, store)}


@asynccontextmanager
async def serving(site: web.Application, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """Host and port of a site of our own."""
    runner = web.AppRunner(site)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    yield f"127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


def turned(store: Store, tenant: str, channel: str, how: Listening = "on") -> None:
    store.run_now(lambda tx: tx.channels.put(ChannelId(tenant, channel), how))


async def test_all_is_well(teams: TeamsSim, store: Store) -> None:
    said = await told(teams, store)
    assert all(check.well for check in said.values())
    assert said["teams token"].found == f"Entra gives one for {APP}"
    assert said["teams keys"].found.endswith(f"for Teams at {teams.metadata_url}")
    assert "nothing came in" in said["teams events"].found
    assert "plan here on" in said["teams consent"].found


async def test_a_wrong_secret_says_what_to_do(teams: TeamsSim, store: Store) -> None:
    token = (await told(teams, store, password="another"))["teams token"]
    assert not token.well
    assert token.found.startswith("refused (AADSTS7000215): MICROSOFT_APP_PASSWORD is wrong")


async def test_a_tenant_that_there_is_not(teams: TeamsSim, store: Store) -> None:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(teams.ca_file, teams.ca_file.with_suffix(".key"))
    async with serving(web.Application(), tls) as address:
        token = (await told(teams, store, login_url=f"https://{address}/adfs"))["teams token"]
    assert not token.well
    assert token.found.endswith("/adfs is nobody's: look at MICROSOFT_APP_TENANT_ID")


async def test_microsoft_that_cannot_be_reached_is_no_stack_trace(teams: TeamsSim, store: Store) -> None:
    nowhere = {"login_url": "https://127.0.0.1:9/adfs", "metadata_url": "http://127.0.0.1:9/keys"}
    said = await told(teams, store, **nowhere)
    for what, url in (("teams token", nowhere["login_url"]), ("teams keys", nowhere["metadata_url"])):
        assert not said[what].well
        assert said[what].found.endswith(f"is {url} reachable from here?")


@pytest.mark.parametrize(
    "published", ["<html>sign in here</html>", "{}", '{"jwks_uri": "no address"}', '{"jwks_uri": 1}']
)
async def test_a_page_in_place_of_the_keys_is_no_stack_trace(published: str, teams: TeamsSim, store: Store) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text=published)

    site = web.Application()
    site.router.add_get("/keys", answer)
    async with serving(site) as address:
        url = f"http://{address}/keys"
        keys = (await told(teams, store, metadata_url=url))["teams keys"]
    assert not keys.well
    assert url in keys.found


async def test_when_something_last_came_in(teams: TeamsSim, store: Store) -> None:
    came = Incoming("message/a:1/1", PersonId(teams.tenant, "ann"), "teams", "", b"{}")
    store.run_now(lambda tx: tx.inbox.add(came, MONDAY))
    events = (await told(teams, store))["teams events"]
    assert events.found == "the last that was kept came in at 2026-03-02 09:00 UTC"


async def test_where_messages_without_a_mention_arrive(teams: TeamsSim, store: Store) -> None:
    turned(store, teams.tenant, "19:launch@thread.tacv2")
    turned(store, teams.tenant, "19:sales@thread.tacv2", "shadow")
    turned(store, teams.tenant, "19:closed@thread.tacv2", "off")
    turned(store, "another company", "19:theirs@thread.tacv2")
    store.run_now(
        lambda tx: tx.offers.record(PersonId(teams.tenant, "ann"), "19:sales@thread.tacv2", "1", MONDAY, "shadow")
    )
    consent = (await told(teams, store))["teams consent"]
    assert consent.well  # a quiet channel is no fault
    assert "in 1 of 2 channels; not yet in 19:launch@thread.tacv2: did an owner agree?" in consent.found


async def test_many_silent_channels_are_not_all_named(teams: TeamsSim, store: Store) -> None:
    for number in range(7):
        turned(store, teams.tenant, f"19:{number}@thread.tacv2")
    consent = (await told(teams, store))["teams consent"]
    assert consent.found.count("@thread") == 5
    assert ", …: did" in consent.found


def test_the_package_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MICROSOFT_APP_ID", APP)
    monkeypatch.setenv("PLANFIRST_PUBLIC_URL", "https://coach.example")
    versions = []
    for arguments in ([], ["--targeted"]):
        out = tmp_path / f"{len(arguments)}.zip"
        assert main(["manifest", "teams", "--out", str(out), *arguments]) == 0
        assert str(out) in capsys.readouterr().out
        with ZipFile(io.BytesIO(out.read_bytes())) as packed:
            made = json.loads(packed.read("manifest.json"))
        assert made["id"] == APP
        assert made["validDomains"] == ["coach.example"]
        versions.append(made["manifestVersion"])
    assert versions == ["1.24", "1.29"]


@pytest.mark.parametrize(
    ("app_id", "url", "out", "why"),
    [
        ("", "https://coach.example", "app.zip", "MICROSOFT_APP_ID"),
        ("planfirst", "https://coach.example", "app.zip", "MICROSOFT_APP_ID"),
        (APP, "", "app.zip", "PLANFIRST_PUBLIC_URL"),
        (APP, "http://coach.example", "app.zip", "https"),
        (APP, "https://coach.example", "no/such/folder/app.zip", "cannot be written"),
    ],
)
def test_a_package_that_teams_would_refuse_is_not_written(
    app_id: str,
    url: str,
    out: str,
    why: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("MICROSOFT_APP_ID", app_id)
    monkeypatch.setenv("PLANFIRST_PUBLIC_URL", url)
    assert main(["manifest", "teams", "--out", str(tmp_path / out)]) == 2
    assert why in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
