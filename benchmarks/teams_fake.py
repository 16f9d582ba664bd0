"""A Microsoft that says yes to everything and counts: `python -m benchmarks.teams_fake PORT`. GET /counts tells.

It signs as Teams does (GET /token is for whoever plays Teams), publishes its key, and takes what a bot says.
"""

import sys
import time
from collections import Counter
from itertools import count
from typing import Any, Final

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from benchmarks.teams_requests import APP_ID, SERVICE_URL

KEY_ID: Final = "benchmark"


class Fake:
    """Teams as far as what is measured here looks at it."""

    def __init__(self, port: int) -> None:
        self._keys_url = f"http://127.0.0.1:{port}/keys"
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._called: Counter[str] = Counter()
        self._numbers = count(1)

    async def token(self, _request: web.Request) -> web.Response:
        """What Teams shows the bot, good for an hour."""
        now = int(time.time())
        claims = {
            "iss": "https://api.botframework.com",
            "aud": APP_ID,
            "serviceurl": SERVICE_URL,
            "nbf": now,
            "exp": now + 3600,
        }
        return web.Response(text=jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": KEY_ID}))

    async def metadata(self, _request: web.Request) -> web.Response:
        """Where the keys are."""
        return web.json_response({"jwks_uri": self._keys_url, "id_token_signing_alg_values_supported": ["RS256"]})

    async def keys(self, _request: web.Request) -> web.Response:
        """The one key."""
        public: dict[str, Any] = RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return web.json_response({"keys": [{**public, "kid": KEY_ID, "use": "sig", "endorsements": ["msteams"]}]})

    async def call(self, request: web.Request) -> web.Response:
        """Any call of the Bot Connector."""
        await request.json()
        self._called[request.method] += 1
        return web.json_response({"id": f"{next(self._numbers)}"}, status=201)

    async def counts(self, _request: web.Request) -> web.Response:
        """How often each was called."""
        return web.json_response(self._called)


def main(port: int) -> None:
    """Serve until killed."""
    fake, app = Fake(port), web.Application()
    app.router.add_get("/token", fake.token)
    app.router.add_get("/metadata", fake.metadata)
    app.router.add_get("/keys", fake.keys)
    app.router.add_get("/counts", fake.counts)
    app.router.add_route("*", "/v3/{path:.*}", fake.call)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))
