"""The token with which the bot speaks to Teams: one for all, got from the company's Entra and renewed before it ends.

The Bot Framework's SDK gets one for every turn, inside the event loop. Here MSAL, which the SDK uses too, is asked in a
thread, by one caller for all; and a token that still holds is used until there is another.
"""

import asyncio
import re
import time
from collections.abc import Callable
from typing import Any, Final, NamedTuple

import structlog

from adapters.port import Later

SCOPE: Final = "https://api.botframework.com/.default"
LOGIN_URL: Final = "https://login.microsoftonline.com"
EARLY: Final = 300.0  # seconds before its end at which a token is renewed; earlier MSAL would give the same one again
PATIENCE: Final = 4.0  # seconds that a message waits for a token; delivery gives a message five
TIMEOUT: Final = 5.0  # seconds for one request of MSAL, which has none of its own

_CODE: Final = re.compile(r"AADSTS\d+")

log = structlog.get_logger()


class _Token(NamedTuple):
    text: str
    ends_at: float


_NONE: Final = _Token("", float("-inf"))


class _Denied(Exception):  # noqa: N818 - it is an answer
    """Entra gives no token. Its code says why: the secret is wrong or over, most of the time."""


class Credentials:
    """The bot in the eyes of Entra: a single-tenant app. Its secret is in no repr and no log."""

    def __init__(
        self, app_id: str, password: str, tenant_id: str, login_url: str = "", clock: Callable[[], float] = time.time
    ) -> None:
        """`login_url` is the whole authority, in place of Microsoft's with the tenant. `clock` gives Unix seconds."""
        self._app_id = app_id
        self._password = password
        self._authority = login_url or f"{LOGIN_URL}/{tenant_id}"
        self._clock = clock
        self._msal: Any = None
        self._held = _NONE
        self._renewal: asyncio.Task[None] | None = None

    async def token(self) -> str:
        """A token that holds now. Raises Later when none can be had."""
        if self._ends_within(EARLY):
            renewal = self._renew()
            if self._ends_within(0.0):
                await asyncio.wait([renewal], timeout=PATIENCE)
        if self._ends_within(0.0):
            raise Later
        return self._held.text

    def drop(self, token: str) -> None:
        """Teams does not take that token: the next one is a new one."""
        if self._held.text == token:
            self._held, self._msal = _NONE, None  # MSAL would give it again

    def _ends_within(self, seconds: float) -> bool:
        return self._held.ends_at - seconds <= self._clock()

    def _renew(self) -> asyncio.Task[None]:
        """The renewal that runs; one at a time, whoever wants it and however long Entra takes."""
        if self._renewal is None or self._renewal.done():
            self._renewal = asyncio.create_task(self._renewed())
        return self._renewal

    async def _renewed(self) -> None:
        try:
            self._held = await asyncio.to_thread(self._ask)
        except Exception as error:  # those of MSAL's HTTP client, and others: without a token a message waits
            code = str(error) if isinstance(error, _Denied) else ""
            log.warning("teams.no_token", error=type(error).__name__, code=code)

    def _ask(self) -> _Token:
        if self._msal is None:
            from msal import ConfidentialClientApplication  # here: importing it takes a while

            self._msal = ConfidentialClientApplication(
                self._app_id, client_credential=self._password, authority=self._authority, timeout=TIMEOUT
            )
        try:
            answer = self._msal.acquire_token_for_client([SCOPE])
        finally:
            self._msal.http_client.close()  # its connection: nobody needs it for an hour
        if "access_token" not in answer:
            code = _CODE.search(str(answer.get("error_description")))
            raise _Denied(code[0] if code else str(answer.get("error")))
        return _Token(answer["access_token"], self._clock() + float(answer["expires_in"]))
