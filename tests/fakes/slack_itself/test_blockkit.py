"""The Block Kit checker: each documented limit, one step on either side."""

import json

import pytest

from tests.fakes.slack import blockkit
from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack_itself.bots import MODAL, SECTION


def text(n: int) -> Json:
    return {"type": "plain_text", "text": "x" * n}


@pytest.mark.parametrize(
    ("good", "bad", "word"),
    [
        ({"type": "section", "text": text(3000)}, {"type": "section", "text": text(3001)}, "less than 3001"),
        (
            {"type": "section", "fields": [text(2000)] * 6},
            {"type": "section", "fields": [text(2001)]},
            "less than 2001",
        ),
        (
            {"type": "section", "fields": [text(1)] * 10},
            {"type": "section", "fields": [text(1)] * 11},
            "no more than 10",
        ),
        ({"type": "header", "text": text(150)}, {"type": "header", "text": text(151)}, "less than 151"),
        (
            {"type": "header", "text": text(1)},
            {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
            "plain_text",
        ),
        (
            {"type": "context", "elements": [text(1)] * 10},
            {"type": "context", "elements": [text(1)] * 11},
            "no more than 10",
        ),
        (
            {"type": "actions", "elements": [{"type": "button", "text": text(75)}] * 1},
            {"type": "actions", "elements": [{"type": "button", "text": text(76)}]},
            "less than 76",
        ),
        (
            {"type": "actions", "elements": [{"type": "button", "text": text(1), "action_id": "a" * 255}]},
            {"type": "actions", "elements": [{"type": "button", "text": text(1), "action_id": "a" * 256}]},
            "less than 256",
        ),
        (
            {"type": "actions", "elements": [{"type": "button", "text": text(1), "value": "v" * 2000}]},
            {"type": "actions", "elements": [{"type": "button", "text": text(1), "value": "v" * 2001}]},
            "less than 2001",
        ),
        (
            {"type": "actions", "elements": [{"type": "button", "text": text(1)}] * 25},
            {"type": "actions", "elements": []},
            "no fewer than 1",
        ),
        ({"type": "divider", "block_id": "b" * 255}, {"type": "divider", "block_id": "b" * 256}, "less than 256"),
        ({"type": "divider"}, {"type": "divider", "text": text(1)}, "no such field"),
        (
            {"type": "image", "image_url": "https://x.test/a.png", "alt_text": "a"},
            {"type": "image", "image_url": "https://x.test/a.png"},
            "alt_text",
        ),
        (
            {
                "type": "section",
                "text": text(1),
                "accessory": {"type": "overflow", "options": [{"text": text(75), "value": str(n)} for n in range(5)]},
            },
            {
                "type": "section",
                "text": text(1),
                "accessory": {"type": "overflow", "options": [{"text": text(1), "value": str(n)} for n in range(6)]},
            },
            "no more than 5",
        ),
        (
            {
                "type": "section",
                "text": text(1),
                "accessory": {
                    "type": "static_select",
                    "options": [{"text": text(1), "value": str(n)} for n in range(100)],
                },
            },
            {
                "type": "section",
                "text": text(1),
                "accessory": {
                    "type": "static_select",
                    "options": [{"text": text(1), "value": str(n)} for n in range(101)],
                },
            },
            "no more than 100",
        ),
        ({"type": "markdown", "text": "m" * 12000}, {"type": "markdown", "text": "m" * 12001}, "less than 12001"),
        (
            {
                "type": "data_visualization",
                "title": "t",
                "chart": {"type": "pie", "segments": [{"label": "a", "value": 1}]},
            },
            {
                "type": "data_visualization",
                "title": "t",
                "chart": {"type": "pie", "segments": [{"label": "a", "value": 0}]},
            },
            "more than 0",
        ),
    ],
)
def test_block_limits(good: Json, bad: Json, word: str) -> None:
    assert blockkit.check_blocks([good]) == []
    assert any(word in line for line in blockkit.check_blocks([bad])), blockkit.check_blocks([bad])


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({}, None),
        ({"title": text(25)}, "less than 25"),
        ({"submit": None}, "submit is required"),
        ({"private_metadata": "x" * 3001}, "less than 3001"),
        ({"callback_id": "x" * 256}, "less than 256"),
        ({"blocks": [SECTION] * 101}, "no more than 100"),
        ({"blocks": []}, "no fewer than 1"),
        ({"blocks": [{"type": "markdown", "text": "x"}]}, "not allowed in a modal"),
        ({"type": "home"}, "must be modal"),
        ({"surprise": 1}, "no such field"),
    ],
)
def test_view_limits(change: Json, word: str | None) -> None:
    view = {k: v for k, v in {**MODAL, **change}.items() if v is not None}
    found = blockkit.check_view(view, "modal")
    assert (not found) if word is None else any(word in line for line in found), found


def test_checker_reads_form_encoded_json_and_reports_bad_json() -> None:
    assert blockkit.check_payload("chat.postMessage", {"channel": "C012", "blocks": json.dumps([SECTION])}) == []
    assert (
        "is not valid JSON"
        in blockkit.check_payload("chat.postMessage", {"channel": "C012", "text": "x", "blocks": "[{"})[0]
    )
    assert (
        "unknown argument"
        in blockkit.check_payload("chat.postMessage", {"channel": "C012", "text": "x", "thred_ts": "1"})[0]
    )
    many = [{"type": "section", "text": text(3000)}] * 5
    assert any(
        "too long" in line
        for line in blockkit.check_payload("chat.postMessage", {"channel": "C012", "text": "x", "blocks": many})
    )


def test_lint() -> None:
    words = " ".join(
        blockkit.lint_payload(
            "chat.postMessage",
            {
                "channel": "C012",
                "blocks": [
                    {"type": "section", "text": {"type": "mrkdwn", "text": "**bold** <b> <!channel>"}},
                    {"type": "actions", "elements": [{"type": "button", "style": "primary", "text": text(31)}] * 2},
                ],
            },
        )
    )
    for word in (
        "blocks without text",
        "Markdown inside mrkdwn",
        "unescaped",
        "pings a whole channel",
        "more than one primary",
        "cut after",
        "without action_id",
    ):
        assert word in words
