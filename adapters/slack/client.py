"""How we speak to Slack: one HTTP session for all, one client for each token, and no word of what is said in a log.

slack_sdk opens a connection for every call unless it is given a session, reads the environment for every client that
it makes, and puts each request into a debug line whether anybody reads it or not.
"""

import logging
from functools import lru_cache
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.proxy import proxy_to

API_URL: Final = "https://slack.com/api/"
TIMEOUT: Final = 4.0  # seconds for one call; delivery gives a message five
MOST_TOKENS: Final = 1000  # whose clients are kept
DEAD_TOKEN: Final = {"invalid_auth", "account_inactive", "token_revoked", "not_authed"}
"""Slack's codes for a token that stands for nothing any more."""

# Its own level, so that no setting of the root logger lets the SDK write down messages.
_quiet: Final = logging.getLogger("adapters.slack.sdk")
_quiet.setLevel(logging.WARNING)


class Clients:
    """The clients of one process."""

    def __init__(self, api_url: str = API_URL) -> None:
        self._api_url = api_url
        self._session: aiohttp.ClientSession | None = None
        self.posting = lru_cache(MOST_TOKENS)(self._posting)
        self.asking = lru_cache(MOST_TOKENS)(self._asking)

    @property
    def session(self) -> aiohttp.ClientSession:
        """The session of all calls, made by the first in the loop that runs then."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=TIMEOUT), proxy=proxy_to(self._api_url)
            )
        return self._session

    async def close(self) -> None:
        """Close the session. A later call would open another."""
        self.posting.cache_clear()
        self.asking.cache_clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _posting(self, token: str) -> AsyncWebClient:
        """A client for what must not be done twice: it tries once, and the outbox knows when to try again."""
        return self._client(token)

    def _asking(self, token: str) -> AsyncWebClient:
        """A client for questions: it asks again when Slack says to wait (429), fails (500, 503) or hangs up."""
        client = self._client(token)
        client.retry_handlers += [
            AsyncConnectionErrorRetryHandler(),
            AsyncRateLimitErrorRetryHandler(),
            AsyncServerErrorRetryHandler(),
        ]
        return client

    def _client(self, token: str) -> AsyncWebClient:
        client = _Client(token or None, self._api_url, session=self.session, logger=_quiet, retry_handlers=[])
        client.proxy = None  # the session's
        return client


class _Client(AsyncWebClient):
    """slack_sdk's, without what aiohttp 4 takes away: its BasicAuth, of which aiohttp warns today."""

    async def oauth_v2_access(self, *, client_id: str, client_secret: str, **form: Any) -> AsyncSlackResponse:
        """Exchange a code, or a refresh token. Slack takes the app's id and secret in the form as well."""
        return await self.api_call(
            "oauth.v2.access", data={"client_id": client_id, "client_secret": client_secret} | form
        )


def word_for(error: BaseException) -> str:
    """Slack's code of a failure, for the log; empty for one that is not Slack's."""
    return code_of(error) if isinstance(error, SlackApiError) else ""


def code_of(error: SlackApiError) -> str:
    """Slack's own code of an error; empty where its answer has none."""
    return code_in(error.response)


def code_in(response: Any) -> str:
    """The code in an answer. `response` is slack_sdk's, or aiohttp's where it could not be read."""
    data = getattr(response, "data", None)
    return str(data.get("error", "")) if isinstance(data, dict) else ""
