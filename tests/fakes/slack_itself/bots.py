"""Small apps on slack-bolt with which the local Slack is judged: one that behaves, and how to serve one."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import Channel, SlackSim, User
from tests.fakes.slack.blockkit.schema import Json

SECTION: Json = {"type": "section", "text": {"type": "mrkdwn", "text": "hi"}}
MODAL: Json = {
    "type": "modal",
    "callback_id": "plan",
    "title": {"type": "plain_text", "text": "Plan"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "problem",
            "label": {"type": "plain_text", "text": "Problem"},
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}
BUTTON: Json = {
    "type": "actions",
    "elements": [{"type": "button", "action_id": "start", "text": {"type": "plain_text", "text": "Start"}}],
}


@dataclass
class World:
    """The local Slack, two people in a channel with the bot, and a client of the bot."""

    slack: SlackSim
    ann: User
    ben: User
    general: Channel
    client: AsyncWebClient


def client_of(slack: SlackSim, token: str | None = None) -> AsyncWebClient:
    return AsyncWebClient(token=token or slack.bot_token, base_url=slack.api_url)


def new_app(slack: SlackSim) -> AsyncApp:
    """An app that does nothing yet."""
    return AsyncApp(client=client_of(slack), signing_secret=slack.signing_secret)


def echo_app(slack: SlackSim) -> AsyncApp:
    """Echoes in the thread, offers a button for /plan, opens a modal, writes to the person."""
    app = new_app(slack)

    @app.message("")
    async def echo(message: Json, client: AsyncWebClient) -> None:
        if message.get("bot_id") or message.get("subtype"):
            return
        thread = message.get("thread_ts") or message["ts"]
        await client.chat_postMessage(channel=message["channel"], text=f"echo: {message['text']}", thread_ts=thread)

    @app.event("message")
    @app.event("app_mention")
    @app.event("member_joined_channel")
    async def ignore() -> None: ...

    @app.command("/plan")
    async def plan(ack: Any, command: Json, client: AsyncWebClient) -> None:
        await ack(text=f"reviewing {command['text']}")
        place = {"channel": command["channel_id"], "user": command["user_id"]}
        await client.chat_postEphemeral(**place, text="Start?", blocks=[BUTTON])

    @app.action("start")
    async def start(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.view("plan")
    async def saved(ack: Any, view: Json, body: Json, client: AsyncWebClient) -> None:
        problem = view["state"]["values"]["problem"]["text"]["value"]
        if len(problem) < 10:
            await ack(response_action="errors", errors={"problem": "Say a little more"})
            return
        await ack()
        await client.chat_postMessage(channel=body["user"]["id"], text=f"saved: {problem}")

    return app


@asynccontextmanager
async def serving(app: AsyncApp | web.Application) -> AsyncIterator[str]:
    """The app on a free port; gives its request URL."""
    runner = web.AppRunner(app.web_app() if isinstance(app, AsyncApp) else app, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()


async def refused(call: Awaitable[Any]) -> str:
    """Slack's word for refusing this call."""
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])
