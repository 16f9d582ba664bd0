"""Whether an activity comes from Teams: its token is checked as the Bot Connector's documentation demands.

Teams sends the same token with all that it says to one service URL for an hour. What checks a signature costs more than
all the rest of a channel message: so a token is checked once for each channel and service URL, and then remembered.

Source: learn.microsoft.com, "Authenticate requests from the Bot Connector service to your bot".
"""

import hashlib
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

import jwt

from adapters.recent import Recent
from adapters.teams.keys import Key, Keys

ISSUERS: Final = ("https://api.botframework.com", "https://api.botframework.us")  # the second: GCC High and DoD
ALGORITHM: Final = "RS256"
SKEW: Final = 300.0  # seconds that two clocks may differ
MOST_TOKENS: Final = 1000  # remembered; Teams uses one for each service URL at a time

_REASONS: Final[Mapping[type[Exception], str]] = {
    jwt.ExpiredSignatureError: "expired",
    jwt.ImmatureSignatureError: "not_yet",
    jwt.InvalidAlgorithmError: "algorithm",
    jwt.InvalidAudienceError: "audience",
    jwt.InvalidIssuerError: "issuer",
    jwt.InvalidSignatureError: "signature",
    jwt.MissingRequiredClaimError: "missing_claim",
}

Claims = Mapping[str, Any]


class Untrusted(Exception):  # noqa: N818 - says what is so
    """It does not come from Teams, as far as its token shows. The only argument is one word that says why."""


class Tokens:
    """The tokens of what Teams sends to one bot."""

    def __init__(self, app_id: str, keys: Keys, clock: Callable[[], float] = time.time) -> None:
        """`clock` gives Unix seconds: until when a token is remembered. Raises ValueError without an app id."""
        if not app_id:
            raise ValueError("without an app id no token can be for this bot")
        self._app_id = app_id
        self._keys = keys
        self._clock = clock
        self._checked = Recent[bytes, Claims](MOST_TOKENS, clock)

    async def check(self, authorization: str, channel_id: str, service_url: str) -> Claims:
        """The claims of the token in an Authorization header, for an activity of that channel and service URL.

        Raises Untrusted.
        """
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Untrusted("no_token")
        name = _name(token, channel_id, service_url)
        claims = self._checked.get(name)
        if claims is None:
            claims = await self._verified(token, channel_id, service_url)
            self._checked.put(name, claims, float(claims["exp"]) - self._clock())
        return claims

    async def _verified(self, token: str, channel_id: str, service_url: str) -> Claims:
        try:
            key = await self._key(token)
            claims = self._decoded(token, key)
        except (jwt.PyJWTError, UnicodeError) as error:  # a header may have bytes that are no text
            raise Untrusted(_REASONS.get(type(error), "malformed")) from None
        if channel_id not in key.endorsements:
            raise Untrusted("endorsement")
        # Documented as serviceUrl; what Teams sends is all in small letters.
        claimed = claims.get("serviceurl") or claims.get("serviceUrl")
        if not isinstance(claimed, str) or claimed.rstrip("/") != service_url.rstrip("/"):
            raise Untrusted("service_url")
        return claims

    async def _key(self, token: str) -> Key:
        header = jwt.get_unverified_header(token)
        if header.get("alg") != ALGORITHM:
            raise Untrusted("algorithm")  # before anything is fetched for it
        key = await self._keys.get(header.get("kid", ""))
        if key is None:
            raise Untrusted("unknown_key")
        return key

    def _decoded(self, token: str, key: Key) -> Claims:
        claims: Claims = jwt.decode(
            token,
            key.public,
            algorithms=[ALGORITHM],
            audience=self._app_id,
            issuer=ISSUERS,
            leeway=SKEW,
            options={"require": ["exp", "iss", "aud"]},
        )
        return claims


def _name(token: str, channel_id: str, service_url: str) -> bytes:
    """Not the token itself: whoever sees our memory could speak as Teams. Lengths keep the parts apart."""
    parts = f"{len(channel_id)} {len(service_url)} {channel_id}{service_url}{token}"
    return hashlib.sha256(parts.encode(errors="surrogatepass")).digest()
