"""Both directions are signed for real: the bot can check Teams with its published keys, Teams checks the bot."""

import ssl
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import jwt
import pytest

from tests.fakes.teams import ISSUER, TeamsSim
from tests.fakes.teams.cards import Json
from tests.fakes.teams.tiny_bot import TinyBot

APP, SECRET = "11111111-2222-3333-4444-555555555555", "s3cret"
FORM = {"grant_type": "client_credentials", "client_id": APP, "client_secret": SECRET, "scope": f"{ISSUER}/.default"}


@pytest.fixture
async def teams(bot: TinyBot) -> AsyncIterator[TeamsSim]:
    async with TeamsSim(bot.url, app_id=APP, app_secret=SECRET, quiet=0.02) as teams:
        yield teams


async def claims_of(teams: TeamsSim, token: str) -> Json:
    """As a strict bot reads a token: by the metadata, with the key that the token names."""
    async with teams.http.get(teams.metadata_url) as answer:
        metadata = await answer.json()
    async with teams.http.get(metadata["jwks_uri"]) as answer:
        keys = {key["kid"]: key for key in (await answer.json())["keys"]}
    key = keys[jwt.get_unverified_header(token)["kid"]]
    assert "msteams" in key["endorsements"]
    claims: Json = jwt.decode(token, jwt.PyJWK(key).key, algorithms=["RS256"], audience=APP, issuer=metadata["issuer"])
    return claims


async def asked_for(teams: TeamsSim, **changed: str) -> tuple[int, Json]:
    trusting = ssl.create_default_context(cafile=str(teams.ca_file))
    url = f"{teams.authority}/oauth2/v2.0/token"
    async with teams.http.post(url, data={**FORM, **changed}, ssl=trusting) as answer:
        return answer.status, await answer.json()


async def test_what_teams_sends_is_signed_for_the_bot_and_for_its_service_url(teams: TeamsSim, bot: TinyBot) -> None:
    seen: list[Json] = []

    async def look(activity: Json) -> None:
        seen.append(await claims_of(teams, bot.heard_headers[-1]["Authorization"].removeprefix("Bearer ")))

    bot.answering = look
    ada = teams.user("Ada")
    await teams.say(ada, await teams.personal(ada), "hello")
    assert {claims["serviceurl"] for claims in seen} == {bot.heard[-1]["serviceUrl"]}


async def test_keys_rotate(teams: TeamsSim) -> None:
    before = teams.token()
    teams.rotate_keys()
    assert (await claims_of(teams, teams.token()))["aud"] == APP
    with pytest.raises(KeyError):
        await claims_of(teams, before)
    assert teams.metadata_asked == 2


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ({"aud": "another bot"}, jwt.InvalidAudienceError),
        ({"iss": "https://evil.example"}, jwt.InvalidIssuerError),
        ({"exp": int(time.time()) - 600}, jwt.ExpiredSignatureError),
        ({"nbf": int(time.time()) + 600}, jwt.ImmatureSignatureError),
        ({"drop": ("aud",)}, jwt.MissingRequiredClaimError),
        ({"kid": "nope"}, KeyError),
        ({"kid": None}, KeyError),
        ({"key": "", "algorithm": "none"}, jwt.InvalidAlgorithmError),
        ({"key": "x" * 32, "algorithm": "HS256"}, jwt.InvalidAlgorithmError),
    ],
)
async def test_bad_tokens_can_be_made(teams: TeamsSim, bad: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        await claims_of(teams, teams.token(**bad))


async def test_a_forged_token_has_the_wrong_signature(teams: TeamsSim) -> None:
    with pytest.raises(jwt.InvalidSignatureError):
        await claims_of(teams, teams.token(key=teams.rogue_key))


async def test_a_delivery_can_carry_any_token_or_none(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada, install=False)
    for token in (None, "abc"):
        await teams.post(teams.activity("message", ada, chat, text="hi"), token=token)
    await teams.post(None, raw=b"{", headers={"Content-Type": "text/plain"})
    assert [headers.get("Authorization") for headers in bot.heard_headers[:2]] == [None, "Bearer abc"]
    assert bot.heard_headers[2]["Authorization"].startswith("Bearer ey")


async def test_entra_knows_the_bot_by_its_secret(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    status, granted = await asked_for(teams)
    assert (status, granted["token_type"]) == (200, "Bearer")
    url = f"{teams.service_url}v3/conversations/{chat.id}/activities"
    assert (await bot.call("POST", url, {"type": "message", "text": "hi"}, token=granted["access_token"]))[0] == 201
    assert [call.authorized for call in teams.calls] == [True]
    teams.assert_clean()


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"client_secret": "x"}, 401),
        ({"client_id": "x"}, 401),
        ({"grant_type": "password"}, 401),
        ({"scope": "x"}, 400),
    ],
)
async def test_entra_gives_nothing_to_others(teams: TeamsSim, changed: dict[str, str], status: int) -> None:
    got, answer = await asked_for(teams, **changed)
    assert (got, "access_token" in answer) == (status, False)
    assert len(teams.token_requests) == 1


async def test_only_who_has_its_certificate_reaches_entra(teams: TeamsSim) -> None:
    with pytest.raises(aiohttp.ClientConnectorCertificateError):
        await teams.http.post(f"{teams.authority}/oauth2/v2.0/token", data=FORM)


async def test_without_a_token_of_entra_the_connector_does_nothing(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    url = f"{teams.service_url}v3/conversations/{chat.id}/activities"
    for token in ("", "abc", teams.token()):
        assert (await bot.call("POST", url, {"type": "message", "text": "x"}, token=token))[0] == 401
    assert len(teams.violations) == 3
    assert not teams.seen_by(ada, chat)
