"""The company directory's token endpoint: the bot fetches there what it needs to speak to Teams. https, own certificate."""

from __future__ import annotations

import asyncio
import datetime as dt
import ipaddress
import ssl
import tempfile
import time
from functools import cache
from pathlib import Path

import jwt
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from tests.fakes.teams.keys import key_of
from tests.fakes.teams.world import World

AUDIENCE = "https://api.botframework.com"


@cache
def _certificate() -> bytes:
    """For 127.0.0.1, its own authority, valid for two days."""
    key, now, here = key_of("entra"), dt.datetime.now(dt.UTC), ipaddress.ip_address("127.0.0.1")
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=2))
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.IPAddress(here)]), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _private_key() -> bytes:
    pem, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key_of("entra").private_bytes(serialization.Encoding.PEM, pem, plain)


class Entra:
    """`authority` is what MSAL is pointed at: it asks login.microsoftonline.com about hosts that it does not know,
    except for authorities that look like ADFS. `ca_file` is for REQUESTS_CA_BUNDLE or an ssl context."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._folder = tempfile.TemporaryDirectory(prefix="teams_sim.")
        self.ca_file = Path(self._folder.name) / "entra.pem"

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._discovery)
        app.router.add_get("/{tenant}/.well-known/openid-configuration", self._discovery)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=self._tls()).start()
        self.url = f"https://127.0.0.1:{self._runner.addresses[0][1]}"
        self.authority = f"{self.url}/adfs"

    async def stop(self) -> None:
        await self._runner.cleanup()
        self._folder.cleanup()

    def knows(self, authorization: str) -> bool:
        """Whether an Authorization header carries a token that was issued here to this bot."""
        scheme, _, token = authorization.partition(" ")
        try:
            claims = jwt.decode(token, key_of("entra").public_key(), algorithms=["RS256"], audience=AUDIENCE)
        except jwt.PyJWTError:
            return False
        return scheme == "Bearer" and claims.get("appid") == self._world.app_id

    def _tls(self) -> ssl.SSLContext:
        key_file = self.ca_file.with_suffix(".key")
        self.ca_file.write_bytes(_certificate())
        key_file.write_bytes(_private_key())
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.ca_file, key_file)
        return context

    async def _discovery(self, request: web.Request) -> web.Response:
        base = f"{self.url}/{request.match_info['tenant']}"
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                "token_endpoint": f"{base}/oauth2/v2.0/token",
            }
        )

    async def _token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        self._world.token_requests.append({"at": time.time(), "tenant": request.match_info["tenant"], **form})
        await asyncio.sleep(self._world.latency)
        if not self._is_the_bot(form):
            return _refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret.")
        if f"{AUDIENCE}/.default" not in form.get("scope", ""):
            return _refusal(400, "invalid_scope", "AADSTS70011")
        now = int(time.time())
        claims = {"aud": AUDIENCE, "appid": self._world.app_id, "iat": now, "exp": now + 3600}
        token = jwt.encode(claims, key_of("entra"), algorithm="RS256")
        return web.json_response({"token_type": "Bearer", "expires_in": 3599, "access_token": token})

    def _is_the_bot(self, form: dict[str, str]) -> bool:
        wanted = {
            "grant_type": "client_credentials", "client_id": self._world.app_id, "client_secret": self._world.app_secret,
        }  # fmt: skip
        return wanted.items() <= form.items()


def _refusal(status: int, error: str, description: str) -> web.Response:
    return web.json_response({"error": error, "error_description": description}, status=status)
