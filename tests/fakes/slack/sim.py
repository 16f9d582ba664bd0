"""The local Slack as a test sees it: start it, point an app at it, play people, read what happened.

    async with SlackSim() as slack:
        ann = slack.user("ann")
        general = slack.channel("general", [ann, slack.bot_user])
        slack.connect_http("http://127.0.0.1:3000/slack/events")
        await slack.say(ann, general, "we should launch a social plan")
        hint = await slack.wait_ephemeral(ann)
        await slack.click(ann, hint, "plan_start")
        await slack.submit(ann, {"problem": "support tickets take five days"})
        slack.assert_clean()

It listens on 127.0.0.1 only. What Slack would refuse is refused with Slack's own error codes; deliveries are signed
and retried as Slack does, the pauses multiplied by time_scale. Not modelled: link unfurling by apps, search,
canvases, lists, calls, several apps at once. Numbers and shapes come from docs.slack.dev; nothing here was checked
against the real Slack.
"""

import json
import uuid
from contextlib import suppress
from typing import Self

import aiohttp
from aiohttp import web

from tests.fakes.slack.interacting import Interacting
from tests.fakes.slack.methods.files import receive_upload
from tests.fakes.slack.reading import Reading
from tests.fakes.slack.shapes import Attempt
from tests.fakes.slack.signing import sign
from tests.fakes.slack.talking import Talking
from tests.fakes.slack.web_api import WebApi

_LARGEST_REQUEST = 64 * 2**20  # bytes


class SlackSim(Talking, Interacting, WebApi, Reading):
    """Use it as an async context manager."""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=_LARGEST_REQUEST)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/upload/{file}", self._upload)
        app.router.add_post("/respond/{id}", self._respond)
        app.router.add_get("/socket/{ticket}", self._socket)
        app.router.add_get("/oauth/v2/authorize", self._authorize_page)
        self._runner = web.AppRunner(app, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self._http = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in list(self._tasks):
            task.cancel()
        for socket in self._sockets:
            await socket.close()
        await self._http.close()
        await self._runner.cleanup()

    async def _upload(self, request: web.Request) -> web.Response:
        return await receive_upload(self, request)

    # ---- checks of the app's endpoint, and attacks on it ------------------------------

    async def post_raw(
        self,
        body: bytes,
        *,
        content_type: str = "application/json",
        signature: str | None = None,
        timestamp: str | None = None,
        secret: str | None = None,
        headers: dict[str, str] | None = None,
        to: str = "event",
    ) -> Attempt:
        """A request as an attacker would forge it. signature None: a right one (made with `secret`); "": none."""
        timestamp = str(int(self.now())) if timestamp is None else timestamp
        signature = sign(secret or self.signing_secret, timestamp, body) if signature is None else signature
        sent = {"content-type": content_type, **(headers or {})}
        if signature:
            sent["x-slack-signature"] = signature
        if timestamp:
            sent["x-slack-request-timestamp"] = timestamp
        return await self.post(self._urls[to], body, sent)

    async def verify_url(self) -> bool:
        """The handshake when a request URL is entered in the app settings."""
        challenge = uuid.uuid4().hex
        question = {"type": "url_verification", "token": self.verification_token, "challenge": challenge}
        attempt = await self.post_raw(json.dumps(question).encode())
        if not attempt.ok:
            return False
        with suppress(ValueError):
            return bool(json.loads(attempt.body).get("challenge") == challenge)
        return attempt.body.strip() == challenge
