"""The local Microsoft Teams as one object: start it, point the bot at it, and play the people.

It plays three parts on 127.0.0.1: the Teams client with the Bot Connector (activities go to the bot's /api/messages,
signed like the real channel's when there is an app id; the bot's messages come in on /v3/conversations/...), the
channel's OpenID metadata, and the Entra token endpoint (https). It knows nothing of the bot's code.

    async with TeamsSim("http://127.0.0.1:3978/api/messages") as teams:
        ada = teams.user("Ada Lovelace", locale="fr-FR")
        chat = await teams.personal(ada)  # installs the app: installationUpdate + conversationUpdate
        turn = await teams.say(ada, chat, "hello")
        assert turn.status == 200 and "hello" in turn.replies[0].text
        turn = await teams.submit(ada, turn.replies[0], "Send answer", {"problem": "too many mails"})
        teams.assert_clean()

What real Teams would refuse, or a user would not get, lands in `teams.violations`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

import aiohttp
from aiohttp import web

from tests.fakes.teams.card_check import CardValidator
from tests.fakes.teams.card_schema import card_errors
from tests.fakes.teams.connector import MAX_BODY
from tests.fakes.teams.faults import Fault
from tests.fakes.teams.installing import Installing
from tests.fakes.teams.limits import ANSWER_SECONDS
from tests.fakes.teams.pressing import Pressing


class TeamsSim(Installing, Pressing):
    """`answer_seconds`: how long the connector waits for the bot. `quiet`: seconds without a call after which a turn is
    over. `rate_limits`: whether calls over the limits get 429. `card_validator`: the official schema unless told."""

    def __init__(
        self,
        bot_url: str,
        *,
        app_id: str = "",
        app_secret: str = "",
        tenant: str | None = None,
        bot_name: str = "Planfirst",
        rate_limits: bool = False,
        card_validator: CardValidator | None = card_errors,
        answer_seconds: float = ANSWER_SECONDS,
        quiet: float = 0.15,
    ) -> None:
        super().__init__(
            bot_url, card_validator, answer_seconds=answer_seconds, quiet=quiet, app_id=app_id, app_secret=app_secret,
            tenant=tenant, bot_name=bot_name, rate_limits=rate_limits,
        )  # fmt: skip

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self.stop()

    async def start(self) -> None:
        app = web.Application(client_max_size=MAX_BODY)
        self.add_metadata(app)
        self.connector.add_routes(app)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        await self.entra.start()
        self.http = aiohttp.ClientSession()

    async def stop(self) -> None:
        await self.http.close()
        await self._runner.cleanup()
        await self.entra.stop()

    @property
    def authority(self) -> str:
        """What MSAL is pointed at."""
        return self.entra.authority

    @property
    def ca_file(self) -> Path:
        """The certificate authority of the token endpoint."""
        return self.entra.ca_file

    def fail(
        self,
        status: int,
        *,
        times: int = 1,
        method: str | None = None,
        path: str = "",
        retry_after: str | None = None,
        code: str = "",
        after_accept: bool = False,
    ) -> None:
        """The next `times` matching calls of the bot get `status`; with after_accept they are carried out all the same
        (a lost answer)."""
        self.connector.faults.order(Fault(status, times, method, path, retry_after, code, after_accept))
