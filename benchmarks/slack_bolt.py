"""The peer: slack-bolt as it comes, in aiohttp, with an empty listener: `python -m benchmarks.slack_bolt PORT`.

Its best case: whose token it is, it is told at once, where an app as it comes would ask a database.
"""

import sys
from typing import Any

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from benchmarks.slack_requests import BOT, SECRET, TEAM


async def authorize(**_: Any) -> AuthorizeResult:
    """The one workspace there is."""
    return AuthorizeResult(
        enterprise_id=None, team_id=TEAM, bot_user_id=BOT, bot_id="B0LAN0Z89", bot_token="xoxb-0-benchmark"
    )


async def listen() -> None:
    """Hear a message and do nothing."""


def main(port: int) -> None:
    """Serve until killed."""
    bolt = AsyncApp(signing_secret=SECRET, authorize=authorize)
    bolt.event("message")(listen)

    async def handle(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    app = web.Application()
    app.router.add_post("/slack/events", handle)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))
