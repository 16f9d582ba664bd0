"""Faults on demand: 429, 5xx, an error, a dropped connection, work done and then denied."""

import time

import pytest
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)

from tests.fakes.slack_itself.bots import BUTTON, World, client_of, refused


async def test_faults_and_retry_handlers(api: World) -> None:
    slack, room = api.slack, api.general
    careful = client_of(slack)
    careful.retry_handlers += [AsyncRateLimitErrorRetryHandler(max_retry_count=1)]
    careful.retry_handlers += [AsyncServerErrorRetryHandler(max_retry_count=1)]
    slack.inject("chat.postMessage", retry_after=1)
    start = time.monotonic()
    await careful.chat_postMessage(channel=room.id, text="after 429")
    assert time.monotonic() - start >= 1.0
    slack.inject("chat.postMessage", status=503)
    await careful.chat_postMessage(channel=room.id, text="after 503")
    slack.inject("chat.postMessage", error="fatal_error")
    assert await refused(api.client.chat_postMessage(channel=room.id, text="x")) == "fatal_error"
    slack.inject("chat.postMessage", drop=True)
    await api.client.chat_postMessage(channel=room.id, text="after a dropped connection")
    slack.inject("chat.postMessage", status=500, after=True)
    await careful.chat_postMessage(channel=room.id, text="twice")  # the SDK repeats what had been done
    texts = [m.text for m in slack.messages(room)]
    assert texts == ["after 429", "after 503", "after a dropped connection", "twice", "twice"]
    assert slack.repeats() == ["twice"]
    slack.assert_clean()  # injected faults are not held against the bot


async def test_a_delay_keeps_the_answer(api: World) -> None:
    api.slack.inject("auth.test", delay=0.2)
    start = time.monotonic()
    assert (await api.client.auth_test())["user_id"] == api.slack.bot_user.id
    assert time.monotonic() - start >= 0.2


@pytest.mark.parametrize("after", [False, True])
async def test_a_response_url_that_fails(api: World, after: bool) -> None:
    """Before the work the words are lost; after it they stand, and the app cannot know."""
    slack = api.slack
    await api.client.chat_postEphemeral(channel=api.general.id, user=api.ann.id, text="Start?", blocks=[BUTTON])
    [offer] = slack.ephemerals(api.ann)
    url = slack.new_response_url(api.ann, api.general, offer)
    slack.inject("response_url", status=500, after=after)
    answer = await slack.post(url, b'{"delete_original": true}', {"content-type": "application/json"})
    assert answer.status == 500
    assert offer.deleted is after
    slack.assert_clean()


async def test_a_response_url_works_five_times(api: World) -> None:
    slack = api.slack
    url = slack.new_response_url(api.ann, api.general)
    statuses = [
        (await slack.post(url, b'{"text": "x"}', {"content-type": "application/json"})).status for _ in range(6)
    ]
    assert statuses == [200] * 5 + [404]
