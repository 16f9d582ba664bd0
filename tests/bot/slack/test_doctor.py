"""`planfirst doctor` and `planfirst manifest`: what an administrator is told before and after the set-up."""

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.slack.manifest import SCOPES
from bot.cli import main
from bot.config import Settings, SlackSettings
from bot.operating import Check, check_platforms
from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.fakes.slack import SlackSim

KEYS = KeyRing([new_key()])


async def told(slack: SlackSim, folder: Path, **settings: Any) -> dict[str, Check]:
    """What the doctor says of Slack, by what it looked at."""
    store = Store.open(f"sqlite:///{folder / 'doctor.db'}", KEYS)
    try:
        given = SlackSettings(**({"api_url": slack.api_url} | settings))
        checks = await check_platforms(Settings("sqlite://", slack=given), store)
    finally:
        store.close()
    return {check.what: check for check in checks}


async def test_all_is_well(tmp_path: Path) -> None:
    async with SlackSim(scopes=" ".join(SCOPES)) as slack:
        said = await told(slack, tmp_path, bot_token=slack.bot_token, app_token=slack.app_token)
        assert all(check.well for check in said.values())
        assert said["slack token of Acme"].found == "works, as bot"
        assert said["slack scopes"].found == f"all {len(SCOPES)} granted"
        assert said["slack app token"].found == "Socket Mode can connect"
        assert "nothing came in" in said["slack events"].found


async def test_scopes_that_are_missing_or_idle_are_named(tmp_path: Path) -> None:
    granted = set(SCOPES) - {"im:history", "commands"} | {"files:write"}
    async with SlackSim(scopes=" ".join(granted)) as slack:
        scopes = (await told(slack, tmp_path, bot_token=slack.bot_token))["slack scopes"]
        assert not scopes.well
        assert "missing commands, im:history" in scopes.found
        assert "install the app again" in scopes.found
    async with SlackSim(scopes=" ".join(SCOPES) + " files:write") as slack:
        scopes = (await told(slack, tmp_path, bot_token=slack.bot_token))["slack scopes"]
        assert scopes.well
        assert scopes.found.endswith("not needed: files:write")


async def test_tokens_that_are_refused_say_what_to_do(tmp_path: Path) -> None:
    async with SlackSim() as slack:
        said = await told(slack, tmp_path, bot_token="xoxb-wrong", app_token="xapp-wrong")
    assert said["slack token"] == Check(
        False, "slack token", "refused (invalid_auth): install the app again, or copy its token anew"
    )
    assert "connections:write" in said["slack app token"].found


async def test_slack_that_cannot_be_reached_is_no_stack_trace(tmp_path: Path) -> None:
    async with SlackSim() as slack:
        nowhere = slack.api_url
    said = await told(slack, tmp_path, bot_token="xoxb-1", app_token="xapp-1", api_url=nowhere)
    assert "reachable" in said["slack token"].found
    assert "reachable" in said["slack app token"].found


async def test_a_service_that_nobody_installed_yet(tmp_path: Path) -> None:
    async with SlackSim() as slack:
        several = {
            "client_id": "1.2",
            "client_secret": "s",
            "signing_secret": "t",
            "public_url": "https://coach.example",
        }
        said = await told(slack, tmp_path, **several)
    assert "https://coach.example/slack/install" in said["slack"].found


def test_the_manifest_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest", "slack"]) == 0
    assert json.loads(capsys.readouterr().out)["settings"]["socket_mode_enabled"] is True
    assert main(["manifest", "slack", "--url", "https://coach.example", "--rotation"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["settings"]["token_rotation_enabled"] is True
    assert made["settings"]["interactivity"]["request_url"] == "https://coach.example/slack/events"


@pytest.mark.parametrize(
    ("arguments", "why"), [(["--url", "http://coach.example"], "https"), (["--rotation"], "needs --url")]
)
def test_a_manifest_that_slack_would_refuse_is_not_printed(
    arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["manifest", "slack", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert why in printed.err
