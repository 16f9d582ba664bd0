"""How we speak to Microsoft: one HTTP session for all, so that connections are kept."""

from contextlib import AbstractAsyncContextManager
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from yarl import URL

from adapters.proxy import proxy_to

TIMEOUT: Final = 4.0  # seconds for one call; delivery gives a message five, Teams gives a dialog as many
MOST_HOSTS: Final = 32  # whose way out is remembered: a few are allowed, and the one of the keys


class Http:
    """The session of one process, made by the first call in the loop that runs then."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        self._proxy = lru_cache(MOST_HOSTS)(proxy_to)

    def request(self, method: str, url: str, **more: Any) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """One request, to the letter of `url`. No redirect is followed: the bot's token would go along."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT))
        proxy = self._proxy("{0.scheme}://{0.netloc}".format(urlsplit(url)))
        return self._session.request(method, URL(url, encoded=True), allow_redirects=False, proxy=proxy, **more)

    async def close(self) -> None:
        """Close the session. A later call would open another."""
        if self._session is not None:
            await self._session.close()
            self._session = None
