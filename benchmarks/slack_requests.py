"""What Slack sends, signed and ready for the wire: ordinary messages of a company."""

import hashlib
import hmac
import time
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from benchmarks.chatter import texts

SECRET: Final = "8f742231b10e8888abcd99yyyzzz85a5"  # an example of Slack's documentation
TEAM: Final = "T061EG9R6"
BOT: Final = "U0LAN0Z89"


def in_channel(first: int, count: int) -> list[bytes]:
    """Requests for messages of a public channel, numbered from `first` on."""
    return [
        _signed(_payload(number, text, f"U{number % 500:08d}", "C024BE91L", "channel"))
        for number, text in enumerate(texts(first, count), first)
    ]


def in_private(first: int, count: int, people: Iterable[int]) -> list[bytes]:
    """Requests for messages that the people send to the app itself, everybody in turn."""
    everybody = list(people)
    return [
        _signed(_payload(number, text, person_of(everybody, number), f"D{number % len(everybody):08d}", "im"))
        for number, text in enumerate(texts(first, count), first)
    ]


def person_of(people: list[int], number: int) -> str:
    """Who says the message of that number."""
    return f"U{people[number % len(people)]:08d}"


def _payload(number: int, text: str, user: str, channel: str, kind: str) -> dict[str, Any]:
    ts = f"{1_700_000_000 + number}.000100"
    words = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    event = {
        "user": user,
        "type": "message",
        "ts": ts,
        "client_msg_id": f"7b6b7b3f-52c5-4c2f-8ad6-{number:012d}",
        "text": text,
        "team": TEAM,
        "blocks": [{"type": "rich_text", "block_id": "Xvq4e", "elements": [words]}],
        "channel": channel,
        "event_ts": ts,
        "channel_type": kind,
    }
    grant = {"enterprise_id": None, "team_id": TEAM, "user_id": BOT, "is_bot": True, "is_enterprise_install": False}
    return {
        "token": "XXYYZZ",
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": "A0MDYCDME",
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{number:010d}",
        "event_time": 1_700_000_000 + number,
        "authorizations": [grant],
        "is_ext_shared_channel": False,
        "event_context": "4-eyJldCI6Im1lc3NhZ2UiLCJ0aWQiOiJUMDYxRUc5UjYiLCJhaWQiOiJBME1EWUNETUUifQ",
    }


def _signed(payload: dict[str, Any]) -> bytes:
    """The request, good for five minutes."""
    body, now = msgspec.json.encode(payload), str(int(time.time()))
    signature = hmac.new(SECRET.encode(), f"v0:{now}:".encode() + body, hashlib.sha256).hexdigest()
    head = (
        "POST /slack/events HTTP/1.1",
        "Host: 127.0.0.1",
        "Accept-Encoding: gzip,deflate",
        "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)",
        "Accept: */*",
        f"X-Slack-Signature: v0={signature}",
        f"X-Slack-Request-Timestamp: {now}",
        f"Content-Length: {len(body)}",
        "Content-Type: application/json",
    )
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body
