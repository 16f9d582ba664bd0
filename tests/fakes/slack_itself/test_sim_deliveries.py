"""How events reach an app: signatures, retries, redeliveries, and what a payload says of people and rooms."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable

from aiohttp import web

from tests.fakes.slack import SlackSim
from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack_itself.bots import World, client_of, new_app, serving

Handler = Callable[[web.Request], Awaitable[web.Response]]


def _site(handler: Handler) -> web.Application:
    app = web.Application()
    app.router.add_post("/slack/events", handler)
    return app


async def test_events_are_retried_like_slack_does_and_interactions_are_not() -> None:
    seen: list[tuple[str | None, str | None]] = []

    async def failing_twice(request: web.Request) -> web.Response:
        seen.append((request.headers.get("x-slack-retry-num"), request.headers.get("x-slack-retry-reason")))
        return web.Response(status=500 if len(seen) < 3 else 200)

    async with serving(_site(failing_twice)) as url, SlackSim(time_scale=0.001) as slack:
        slack.connect_http(url)
        ann = slack.user("ann")
        room = slack.channel("general", [ann, slack.bot_user])
        await slack.say(ann, room, "hi")
        assert seen == [(None, None), ("1", "http_error"), ("2", "http_error")]
        seen.clear()
        await slack.slash(ann, room, "/plan")
        assert len(seen) == 1
        assert slack.user_errors == ["/plan: http 500"]
        assert len(slack.problems()) == 3  # event, command, and what the user saw


async def test_a_slow_app_times_out_four_times() -> None:
    tries: list[str | None] = []
    never = asyncio.Event()

    async def slow(request: web.Request) -> web.Response:
        tries.append(request.headers.get("x-slack-retry-num"))
        await never.wait()
        return web.Response()

    async with serving(_site(slow)) as url, SlackSim(time_scale=0.001, ack_timeout=0.1) as slack:
        slack.connect_http(url)
        ann = slack.user("ann")
        await slack.say(ann, slack.channel("general", [ann, slack.bot_user]), "hi")
        assert tries == [None, "1", "2", "3"]
        assert [attempt.reason for attempt in slack.deliveries[-1].attempts] == ["timeout"] * 4


async def test_an_app_may_ask_for_no_retry() -> None:
    async def no_retry(request: web.Request) -> web.Response:
        return web.Response(status=500, headers={"x-slack-no-retry": "1"})

    async with serving(_site(no_retry)) as url, SlackSim(time_scale=0.001) as slack:
        slack.connect_http(url)
        ann = slack.user("ann")
        await slack.say(ann, slack.channel("general", [ann, slack.bot_user]), "hi")
        assert len(slack.deliveries[-1].attempts) == 1


async def test_signatures_and_url_handshake(over_http: World) -> None:
    slack = over_http.slack
    assert await slack.verify_url()
    event = {"type": "message", "text": "x", "user": "U1", "channel": "C1"}
    body = json.dumps({"type": "event_callback", "event": event}).encode()
    assert (await slack.post_raw(body)).status == 200
    assert (await slack.post_raw(body, signature="v0=" + "0" * 64)).status == 401
    assert (await slack.post_raw(body, signature="")).status == 401
    assert (await slack.post_raw(body, secret="not-the-secret")).status == 401
    assert (await slack.post_raw(body, timestamp=str(int(time.time()) - 3600))).status == 401


async def test_unfurls_redeliveries_guests_and_slack_connect() -> None:
    async with SlackSim() as slack:
        app = new_app(slack)
        heard: list[tuple[str | None, str | None, bool, str]] = []

        @app.event("message")
        async def hear(event: Json, body: Json) -> None:
            shared = body["is_ext_shared_channel"]
            heard.append((event.get("subtype"), event.get("user_team"), shared, body["event_id"]))

        async with serving(app) as url:
            slack.connect_http(url)
            partner = slack.user("pat", slack.add_workspace("globex").id)
            guest = slack.user("gus", is_ultra_restricted=True)
            room = slack.channel("with-globex", [partner, guest, slack.bot_user], shared=True)
            sent = await slack.say(partner, room, "see https://example.com")
            await slack.unfurl(sent)
            again = next(d for d in slack.deliveries if d.payload["event"].get("ts") == sent.ts)
            await slack.redeliver(again)
            await slack.wait_for(lambda: len(heard) == 3)
        assert [subtype for subtype, *_ in heard] == [None, "message_changed", None]
        assert heard[0][1:3] == (partner.team, True)
        assert heard[0][3] == heard[2][3]
        client = client_of(slack)
        assert (await client.users_info(user=guest.id))["user"]["is_ultra_restricted"] is True
        assert (await client.conversations_info(channel=room.id))["channel"]["is_ext_shared"] is True


async def test_too_many_events_are_announced_without_an_inner_event() -> None:
    bodies: list[Json] = []

    async def keep(request: web.Request) -> web.Response:
        bodies.append(await request.json())
        return web.Response()

    async with serving(_site(keep)) as url, SlackSim() as slack:
        slack.connect_http(url)
        delivery = await slack.rate_limited()
        assert delivery.acked
        [body] = bodies
        assert (body["type"], body["team_id"]) == ("app_rate_limited", slack.team)
        assert body["minute_rate_limited"] % 60 == 0
        assert "event" not in body
