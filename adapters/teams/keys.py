"""The keys with which Teams signs what it sends, as the channel's OpenID metadata publishes them.

Microsoft changes them now and then without a word: a token with a key that nobody knows yet is a reason to look at
once, but not more than once a minute, for anybody can send such tokens. While no look succeeds, the known keys stay.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import aiohttp
import jwt
import msgspec
import structlog

from adapters.teams.http import Http

METADATA_URL: Final = "https://login.botframework.com/v1/.well-known/openidconfiguration"
DAY: Final = 24 * 3600.0  # seconds for which keys are taken as they are ("refresh ... at least once every 24 hours")
MINUTE: Final = 60.0  # seconds between two looks for a key that was not there
AFTER_FAILURE: Final = 5.0  # seconds, where Microsoft did not answer: until then we may be deaf
STILL_GOOD: Final = 300.0  # seconds for which known keys are used before another look that may fail too

log = structlog.get_logger()


class Key(NamedTuple):
    """A public RSA key, and the channels whose activities it may sign."""

    public: jwt.PyJWK
    endorsements: frozenset[str]


class _Metadata(msgspec.Struct):
    jwks_uri: str


class _Published(msgspec.Struct):
    keys: list[dict[str, Any]]


class Keys:
    """The keys of one process. `clock` gives seconds that never go back."""

    def __init__(
        self, http: Http, metadata_url: str = METADATA_URL, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._http = http
        self._metadata_url = metadata_url
        self._clock = clock
        self._keys: Mapping[str, Key] = {}
        self._fresh_until = self._look_after = float("-inf")
        self._looking = asyncio.Lock()

    async def get(self, kid: str) -> Key | None:
        """The key of that id; None when there is none, as far as can be known now."""
        if self._must_look(kid):
            async with self._looking:
                if self._must_look(kid):
                    await self._look()
        return self._keys.get(kid)

    def _must_look(self, kid: str) -> bool:
        now = self._clock()
        return now > self._fresh_until if kid in self._keys else now > self._look_after

    async def _look(self) -> None:
        try:
            self._keys = await self._published()
        except (aiohttp.ClientError, TimeoutError, msgspec.DecodeError, jwt.PyJWTError) as error:
            log.warning("teams.keys_not_told", error=type(error).__name__)
            good, pause = STILL_GOOD, AFTER_FAILURE
        else:
            good, pause = DAY, MINUTE
        now = self._clock()
        self._fresh_until, self._look_after = now + good, now + pause

    async def _published(self) -> Mapping[str, Key]:
        metadata = msgspec.json.decode(await self._read(self._metadata_url), type=_Metadata)
        published = msgspec.json.decode(await self._read(metadata.jwks_uri), type=_Published)
        keys = {key["kid"]: _key(key) for key in published.keys if key.get("kty") == "RSA" and "kid" in key}
        if not keys:
            raise msgspec.ValidationError("no RSA key in it")
        return keys

    async def _read(self, url: str) -> bytes:
        async with self._http.request("GET", url) as answer:
            if answer.status != 200:
                raise aiohttp.ClientPayloadError(f"HTTP {answer.status}")  # a redirect too: none is followed
            return await answer.read()


def _key(key: dict[str, Any]) -> Key:
    return Key(jwt.PyJWK(key, algorithm="RS256"), frozenset(key.get("endorsements") or ()))
