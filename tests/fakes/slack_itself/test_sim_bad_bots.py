"""Bad bots: each does one thing wrong, and the local Slack must notice."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import SlackSim
from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack_itself.bots import MODAL, SECTION, new_app, serving


def no_catch_all(app: AsyncApp) -> None:
    """Subscribes to messages and listens to none."""


def loud(app: AsyncApp) -> None:
    @app.event("message")
    async def answer(event: Json, client: AsyncWebClient) -> None:
        await client.chat_postMessage(channel=event["channel"], text="x", blocks=[SECTION] * 51)


def orphan_threads(app: AsyncApp) -> None:
    @app.event("message")
    async def answer(event: Json, client: AsyncWebClient) -> None:
        if not event.get("bot_id"):
            await client.chat_postMessage(channel=event["channel"], text="x", thread_ts="1700000000.000001")


def wrong_person(app: AsyncApp) -> None:
    @app.event("message")
    async def answer(event: Json, client: AsyncWebClient) -> None:
        await client.chat_postEphemeral(channel=event["channel"], user="U0NOBODY", text="x")


def typo(app: AsyncApp) -> None:
    @app.event("message")
    async def answer(event: Json, client: AsyncWebClient) -> None:
        if not event.get("bot_id"):
            said = {"channel": event["channel"], "text": "x", "thread": event["ts"]}
            await client.api_call("chat.postMessage", json=said)


def sleepy_command(app: AsyncApp) -> None:
    @app.event("message")
    async def ignore() -> None: ...

    @app.command("/plan")
    async def slow(ack: Any) -> None:
        await asyncio.sleep(0.6)
        await ack()


def wrong_error_block(app: AsyncApp) -> None:
    @app.event("message")
    async def ignore() -> None: ...

    @app.command("/plan")
    async def plan(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.view("plan")
    async def refuse(ack: Any) -> None:
        await ack(response_action="errors", errors={"no_such_block": "sorry"})


@pytest.mark.parametrize(
    ("bad", "word"),
    [
        (no_catch_all, "first delivery failed (status 404)"),
        (loud, "no more than 50 items"),
        (orphan_threads, "names no message"),
        (wrong_person, "user_not_in_channel"),
        (typo, "unknown argument"),
        (sleepy_command, "operation_timeout"),
        (wrong_error_block, "is no block_id of an input block"),
    ],
)
async def test_bad_bots_are_noticed(bad: Callable[[AsyncApp], None], word: str) -> None:
    async with SlackSim(ack_timeout=0.4, time_scale=0.001) as slack:
        app = new_app(slack)
        bad(app)
        async with serving(app) as url:
            slack.connect_http(url)
            ann = slack.user("ann")
            room = slack.channel("general", [ann, slack.bot_user])
            await slack.say(ann, room, "hello")
            if bad in (sleepy_command, wrong_error_block):
                await slack.slash(ann, room, "/plan")
            if bad is wrong_error_block:
                await slack.wait_modal(ann)
                await slack.submit(ann, {"problem": "x"})
            await slack.wait_for(lambda: [line for line in slack.problems() if word in line])
