"""The tokens with which Teams speaks to the bot, and the OpenID metadata by which the bot can check them."""

from __future__ import annotations

import json
import time
import uuid
from typing import Any

import jwt
from aiohttp import web

from tests.fakes.teams.keys import key_of, new_key
from tests.fakes.teams.world import World

ISSUER = "https://api.botframework.com"
METADATA_PATH, KEYS_PATH = "/v1/.well-known/openidconfiguration", "/v1/.well-known/keys"


class ChannelTokens(World):
    """`key` signs under the id `kid`; `rogue_key` is for forgeries; `metadata_asked` counts the bot's look-ups."""

    def __init__(self, **world: Any) -> None:
        super().__init__(**world)
        self.key, self.kid = key_of("channel"), uuid.uuid4().hex[:16]
        self.rogue_key = key_of("rogue")
        self.metadata_asked = 0

    @property
    def metadata_url(self) -> str:
        return self.base + METADATA_PATH

    def rotate_keys(self) -> None:
        """New signing key and key id, as Microsoft does now and then; the old one is gone."""
        self.key, self.kid = new_key(), uuid.uuid4().hex[:16]

    def token(
        self,
        *,
        key: Any = None,
        kid: str | None = "",
        drop: tuple[str, ...] = (),
        algorithm: str = "RS256",
        **claims: Any,
    ) -> str:
        """A channel token for the bot, good for an hour; override or drop claims, or the key id, to make a bad one."""
        now = int(time.time())
        payload = {
            "iss": ISSUER, "aud": self.app_id, "serviceurl": self.service_url, "nbf": now - 300, "exp": now + 3600, **claims,
        }  # fmt: skip
        payload = {name: value for name, value in payload.items() if name not in drop}
        headers = {} if kid is None else {"kid": kid or self.kid}
        return jwt.encode(payload, self.key if key is None else key, algorithm=algorithm, headers=headers)

    def add_metadata(self, app: web.Application) -> None:
        app.router.add_get(METADATA_PATH, self._metadata)
        app.router.add_get(KEYS_PATH, self._keys)

    async def _metadata(self, _request: web.Request) -> web.Response:
        self.metadata_asked += 1
        return web.json_response(
            {
                "issuer": ISSUER,
                "authorization_endpoint": "https://invalid.botframework.com",
                "jwks_uri": self.base + KEYS_PATH,
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            }
        )

    async def _keys(self, _request: web.Request) -> web.Response:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        endorsed = ["msteams", "webchat", "directline", "emulator"]
        return web.json_response(
            {"keys": [{**public, "kid": self.kid, "use": "sig", "x5t": self.kid, "endorsements": endorsed}]}
        )
