"""The manifest: what Slack's form takes, and no scope without a reason that people can read."""

import re
from pathlib import Path

import pytest

from adapters.slack.manifest import EVENTS, SCOPES, manifest
from adapters.slack.pressed import understood

ROOT = Path(__file__).parents[3]

# Event -> the scope without which Slack does not send it (docs.slack.dev, each event's page).
NEEDS = {
    "app_mention": "app_mentions:read",
    "member_joined_channel": "channels:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
}


def test_over_http_every_request_comes_to_one_address() -> None:
    made = manifest("https://coach.example/")
    events = "https://coach.example/slack/events"
    assert made["settings"]["event_subscriptions"]["request_url"] == events
    assert made["settings"]["interactivity"]["request_url"] == events
    assert made["features"]["slash_commands"][0]["url"] == events
    assert made["oauth_config"]["redirect_urls"] == ["https://coach.example/slack/oauth_redirect"]
    assert made["settings"]["socket_mode_enabled"] is False


def test_over_socket_mode_no_address_is_named() -> None:
    made = manifest(None)
    assert made["settings"]["socket_mode_enabled"] is True
    assert "url" not in str(made["settings"])
    assert "url" not in made["features"]["slash_commands"][0]
    assert "redirect_urls" not in made["oauth_config"]


@pytest.mark.parametrize("event", sorted(NEEDS))
def test_each_event_has_its_scope(event: str) -> None:
    assert event in EVENTS
    assert NEEDS[event] in SCOPES


def test_texts_fit_slacks_form() -> None:
    made = manifest(None)
    shown = made["display_information"]
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
    assert all(len(one["name"]) <= 24 and len(one["description"]) <= 150 for one in made["features"]["shortcuts"])
    assert len(made["features"]["agent_view"]["suggested_prompts"]) <= 4


def test_the_privacy_page_gives_the_reason_of_each_scope() -> None:
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([a-z_]+:?[a-z_]*)` \|", page, re.MULTILINE))
    assert told == set(SCOPES)


def test_every_shortcut_is_one_that_the_app_knows() -> None:
    shortcuts = manifest(None)["features"]["shortcuts"]
    kinds = {"message": "message_action", "global": "shortcut"}
    assert all(understood({"type": kinds[one["type"]], "callback_id": one["callback_id"]}) for one in shortcuts)
    assert not understood({"type": "shortcut", "callback_id": "another"})


def test_whom_a_command_names_comes_with_their_id() -> None:
    assert manifest(None)["features"]["slash_commands"][0]["should_escape"] is True
