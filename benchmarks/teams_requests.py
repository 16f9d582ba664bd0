"""What Teams sends of a channel where the bot hears everything: ordinary messages of a company, ready for the wire."""

from datetime import UTC, datetime
from html import escape
from typing import Any, Final

import msgspec

from benchmarks.chatter import texts

APP_ID: Final = "6f8d4f1a-52c5-4c2f-8ad6-7b6b7b3fc024"
TENANT: Final = "72f988bf-86f1-41af-91ab-2d7cd011db47"
CHANNEL: Final = "19:253b1f341670408fb6bc1ae5b0c9b4ac@thread.tacv2"
SERVICE_URL: Final = f"https://smba.trafficmanager.net/emea/{TENANT}/"


def in_channel(token: str, first: int, count: int) -> list[bytes]:
    """Requests for messages, numbered from `first` on, all under one token as Teams has it."""
    return [_request(token, _activity(number, text)) for number, text in enumerate(texts(first, count), first)]


def _activity(number: int, text: str) -> dict[str, Any]:
    said_at = datetime.fromtimestamp(1_700_000_000 + number, UTC).isoformat(timespec="milliseconds")
    ms = f"{1_700_000_000_000 + number * 1000}"
    person, team = number % 500, "19:0e3d4b7a1f5c4f0f9a2b6d8c7e1a3f5d@thread.tacv2"
    return {
        "text": text,
        "textFormat": "plain",
        "attachments": [{"contentType": "text/html", "content": f"<p>{escape(text, quote=False)}</p>"}],
        "type": "message",
        "timestamp": said_at.replace("+00:00", "Z"),
        "localTimestamp": said_at,
        "id": ms,
        "channelId": "msteams",
        "serviceUrl": SERVICE_URL,
        "from": {
            "id": f"29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7CZ-NJWi7me2{person:04d}",
            "name": "Amélie Lefèvre",
            "aadObjectId": f"7b6b7b3f-52c5-4c2f-8ad6-{person:012d}",
        },
        "conversation": {
            "isGroup": True,
            "conversationType": "channel",
            "tenantId": TENANT,
            "id": f"{CHANNEL};messageid={ms}",
        },
        "recipient": {"id": f"28:{APP_ID}", "name": "Planfirst"},
        "entities": [
            {"locale": "fr-FR", "country": "FR", "platform": "Web", "timezone": "Europe/Paris", "type": "clientInfo"}
        ],
        "channelData": {
            "teamsChannelId": CHANNEL,
            "teamsTeamId": team,
            "channel": {"id": CHANNEL},
            "team": {"id": team},
            "tenant": {"id": TENANT},
        },
        "locale": "fr-FR",
        "localTimezone": "Europe/Paris",
    }


def _request(token: str, activity: dict[str, Any]) -> bytes:
    body = msgspec.json.encode(activity)
    head = (
        "POST /api/messages HTTP/1.1",
        "Host: 127.0.0.1",
        "User-Agent: Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
        f"Authorization: Bearer {token}",
        f"Content-Length: {len(body)}",
        "Content-Type: application/json; charset=utf-8",
    )
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body
