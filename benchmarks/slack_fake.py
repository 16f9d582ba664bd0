"""A Slack that says yes to everything and counts: `python -m benchmarks.slack_fake PORT`. GET /counts tells."""

import sys
from collections import Counter
from itertools import count
from typing import Any

from aiohttp import web

from benchmarks.slack_requests import BOT, TEAM


class Fake:
    """The Web API, as far as what is measured here calls it."""

    def __init__(self) -> None:
        self._called: Counter[str] = Counter()
        self._numbers = count(1)

    async def call(self, request: web.Request) -> web.Response:
        """Answer any method."""
        method = request.match_info["method"]
        self._called[method] += 1
        asked = await request.json() if request.content_type == "application/json" else dict(await request.post())
        return web.json_response({"ok": True, **self._answer(method, {**request.query, **asked})})

    def _answer(self, method: str, asked: dict[str, Any]) -> dict[str, Any]:
        match method:
            case "auth.test":
                return {"team_id": TEAM, "user_id": BOT, "bot_id": "B0LAN0Z89"}
            case "bots.info":
                return {"bot": {"app_id": "A0MDYCDME"}}
            case "users.info":
                profile = {"first_name": "Amélie"}
                user = {
                    "id": asked["user"],
                    "team_id": TEAM,
                    "profile": profile,
                    "locale": "fr-FR",
                    "tz": "Europe/Paris",
                }
                return {"user": user}
            case "conversations.open":
                return {"channel": {"id": f"D{asked['users'][1:]}"}}
            case "chat.postMessage":
                return {"channel": asked["channel"], "ts": f"1800000000.{next(self._numbers):06d}"}
            case _:
                return {}

    async def counts(self, _request: web.Request) -> web.Response:
        """How often each method was called."""
        return web.json_response(self._called)


def main(port: int) -> None:
    """Serve until killed."""
    fake, app = Fake(), web.Application()
    app.router.add_route("*", "/api/{method}", fake.call)
    app.router.add_get("/counts", fake.counts)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))
