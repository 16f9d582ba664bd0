"""What `planfirst doctor` asks Microsoft: does it give the bot a token, and does it publish the keys of what it sends.

Every answer says what to do. Nobody can be asked whether the endpoint is right or whether owners agreed that messages
without a mention arrive; that something arrived is the proof, and the caller knows what did.
"""

import asyncio
import re
from functools import partial
from typing import Any, Final

import aiohttp
import msgspec

from adapters.finding import Finding
from adapters.teams.credentials import LOGIN_URL, SCOPE
from adapters.teams.http import Http
from adapters.teams.keys import METADATA_URL

WAIT: Final = 10  # seconds for one answer: an operator waits

_TOKEN: Final = "teams token"  # noqa: S105 - what was looked at
_KEYS: Final = "teams keys"
_CODE: Final = re.compile(r"AADSTS\d+")
# Source: learn.microsoft.com, "Microsoft Entra authentication and authorization error codes".
_ADVICE: Final = {
    "AADSTS7000215": "MICROSOFT_APP_PASSWORD is wrong; it takes the secret's value, not its id",
    "AADSTS7000222": "the secret is over: make a new one for MICROSOFT_APP_PASSWORD",
    "AADSTS700016": "no app of that id in the tenant: look at MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID",
}


class _Metadata(msgspec.Struct):
    jwks_uri: str


class _Key(msgspec.Struct):
    endorsements: list[str] = []


class _Published(msgspec.Struct):
    keys: list[_Key]


async def check_token(app_id: str, password: str, tenant_id: str, login_url: str = "") -> Finding:
    """Whether Entra gives the bot a token. `login_url` as `Credentials` takes it."""
    authority = login_url or f"{LOGIN_URL}/{tenant_id}"
    try:
        answer = await asyncio.to_thread(_token_from, authority, app_id, password)
    except ValueError:  # MSAL's, where Entra knows no such tenant
        return Finding(False, _TOKEN, f"{authority} is nobody's: look at MICROSOFT_APP_TENANT_ID")
    except Exception as error:  # those of MSAL and of its HTTP client are of many kinds
        return Finding(False, _TOKEN, f"{type(error).__name__}: is {authority} reachable from here?")
    if "access_token" in answer:
        return Finding(True, _TOKEN, f"Entra gives one for {app_id}")
    code = _CODE.search(str(answer.get("error_description")))
    reason = code[0] if code else str(answer.get("error"))
    return Finding(False, _TOKEN, f"refused ({reason}): {_ADVICE.get(reason, 'look the code up at Microsoft')}")


async def check_keys(metadata_url: str = "") -> Finding:
    """Whether the keys can be read with which Teams signs what it sends."""
    url, http = metadata_url or METADATA_URL, Http()
    try:
        metadata = msgspec.json.decode(await _read(http, url), type=_Metadata)
        published = msgspec.json.decode(await _read(http, metadata.jwks_uri), type=_Published)
    except (aiohttp.ClientError, TimeoutError, msgspec.DecodeError, ValueError) as error:
        return Finding(False, _KEYS, f"{type(error).__name__}: is {url} reachable from here?")
    finally:
        await http.close()
    ours = sum("msteams" in key.endorsements for key in published.keys)
    return Finding(ours > 0, _KEYS, f"{ours} for Teams at {url}")


def _token_from(authority: str, app_id: str, password: str) -> dict[str, Any]:
    from msal import ConfidentialClientApplication  # here: importing it takes a while
    from requests import Session  # MSAL's HTTP client: its own it would leave open where it fails

    with Session() as session:
        limited: Any = session
        limited.request = partial(session.request, timeout=WAIT)
        app = ConfidentialClientApplication(
            app_id, client_credential=password, authority=authority, http_client=limited
        )
        answer: dict[str, Any] = app.acquire_token_for_client([SCOPE])
        return answer


async def _read(http: Http, url: str) -> bytes:
    async with http.request("GET", url) as answer:
        answer.raise_for_status()
        return await answer.read()
