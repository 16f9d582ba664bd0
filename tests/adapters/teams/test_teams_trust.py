import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.http import Http
from adapters.teams.keys import AFTER_FAILURE, DAY, MINUTE, STILL_GOOD, Keys
from adapters.teams.trust import Tokens, Untrusted
from tests.adapters.teams.conftest import APP_ID
from tests.adapters.teams.office import Clock
from tests.fakes.teams import ISSUER, TeamsSim
from tests.fakes.teams.channel_tokens import KEYS_PATH

TEAMS = "msteams"


class Door:
    """Whoever wants in has to show a token of Teams."""

    def __init__(self, teams: TeamsSim, http: Http, metadata_url: str) -> None:
        self.teams = teams
        self.keys_clock = Clock()
        self.clock = Clock(time.time())
        self.tokens = Tokens(APP_ID, Keys(http, metadata_url, self.keys_clock), self.clock)

    async def check(self, token: str, channel: str = TEAMS, url: str = "") -> Any:
        return await self.tokens.check(f"Bearer {token}", channel, url or self.teams.service_url)

    async def refusal(self, token: str, channel: str = TEAMS, url: str = "") -> str:
        with pytest.raises(Untrusted) as refused:
            await self.check(token, channel, url)
        assert token not in repr(refused.value)
        return str(refused.value)


@pytest.fixture
def door(teams: TeamsSim, http: Http) -> Door:
    return Door(teams, http, teams.metadata_url)


# ---- the token --------------------------------------------------------------------------------------------------


async def test_teams_comes_in(teams: TeamsSim, door: Door) -> None:
    claims = await door.check(teams.token())
    assert (claims["iss"], claims["aud"]) == (ISSUER, APP_ID)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"aud": "another bot"}, "audience"),
        ({"aud": ["another bot"]}, "audience"),
        ({"drop": ("aud",)}, "missing_claim"),
        ({"iss": "https://evil.example"}, "issuer"),
        ({"iss": f"{ISSUER}/"}, "issuer"),
        ({"drop": ("iss",)}, "missing_claim"),
        ({"exp": time.time() - 600}, "expired"),
        ({"exp": "soon"}, "malformed"),
        ({"drop": ("exp",)}, "missing_claim"),
        ({"nbf": time.time() + 600}, "not_yet"),
        ({"kid": "nope"}, "unknown_key"),
        ({"kid": None}, "unknown_key"),
        ({"key": "", "algorithm": "none"}, "algorithm"),
        ({"key": "x" * 32, "algorithm": "HS256"}, "algorithm"),
        ({"algorithm": "RS512"}, "algorithm"),
        ({"algorithm": "PS256"}, "algorithm"),
        ({"drop": ("serviceurl",)}, "service_url"),
        ({"serviceurl": 7}, "service_url"),
        ({"serviceurl": "https://smba.trafficmanager.net/x/"}, "service_url"),
    ],
)
async def test_who_is_not_teams_stays_outside(teams: TeamsSim, door: Door, bad: dict[str, Any], reason: str) -> None:
    assert await door.refusal(teams.token(**bad)) == reason


async def test_a_forged_signature_is_seen(teams: TeamsSim, door: Door) -> None:
    assert await door.refusal(teams.token(key=teams.rogue_key)) == "signature"
    head, body, signature = teams.token().split(".")
    assert await door.refusal(f"{head}.{body}.{signature[:-8]}AAAAAAAA") == "signature"
    other = teams.token(aud="another bot").split(".")[1]
    assert await door.refusal(f"{head}.{other}.{signature}") == "signature"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "abc", "Bearer\tabc"])
async def test_without_a_token_nobody_comes_in(teams: TeamsSim, door: Door, header: str) -> None:
    with pytest.raises(Untrusted, match="no_token"):
        await door.tokens.check(header, TEAMS, teams.service_url)
    assert teams.metadata_asked == 0


@given(st.text() | st.text().map("Bearer {}".format) | st.just("Bearer a.b.c") | st.just("Bearer \udce9"))
def test_whatever_the_header_says_it_is_refused_in_one_word(header: str) -> None:
    tokens = Tokens(APP_ID, Keys(Http()))
    with pytest.raises(Untrusted, match=r"^(no_token|malformed)$"):
        asyncio.run(tokens.check(header, TEAMS, "https://smba.trafficmanager.net/"))


async def test_the_name_of_the_scheme_may_be_in_any_case(teams: TeamsSim, door: Door) -> None:
    assert await door.tokens.check(f"bearer {teams.token()}", TEAMS, teams.service_url)


async def test_clocks_may_differ_by_some_minutes(teams: TeamsSim, door: Door) -> None:
    assert await door.check(teams.token(exp=time.time() - 240))
    assert await door.check(teams.token(nbf=time.time() + 240))


@pytest.mark.parametrize("channel", ["", "slack", "MSTEAMS", "msteams "])
async def test_a_key_is_good_for_the_channels_that_it_is_endorsed_for(
    teams: TeamsSim, door: Door, channel: str
) -> None:
    assert await door.refusal(teams.token(), channel) == "endorsement"


async def test_a_token_is_good_for_one_service_url(teams: TeamsSim, door: Door) -> None:
    for url in ("https://smba.trafficmanager.net/emea/", f"{teams.service_url}x", " "):
        assert await door.refusal(teams.token(), url=url) == "service_url"
    assert await door.check(teams.token(), url=teams.service_url.rstrip("/"))
    assert await door.check(teams.token(drop=("serviceurl",), serviceUrl=teams.service_url))


def test_a_bot_without_an_id_lets_nobody_in() -> None:
    with pytest.raises(ValueError, match="app id"):
        Tokens("", Keys(Http()))


# ---- what was checked is remembered -----------------------------------------------------------------------------


async def test_a_token_is_checked_once_until_it_ends(teams: TeamsSim, door: Door) -> None:
    token = teams.token()
    await door.check(token)
    teams.rotate_keys()
    door.keys_clock.now += DAY + 1  # who looked now would find that the key is gone
    for _ in range(3):
        assert (await door.check(token))["aud"] == APP_ID
    assert teams.metadata_asked == 1
    door.clock.now += 3601
    assert await door.refusal(token) == "unknown_key"


async def test_what_was_checked_for_one_place_is_not_good_for_another(teams: TeamsSim, door: Door) -> None:
    token = teams.token()
    await door.check(token)
    assert await door.refusal(token, "slack") == "endorsement"
    assert await door.refusal(token, url="https://smba.trafficmanager.net/") == "service_url"
    # The same signs in a row, cut in another place.
    assert await door.refusal(token, f"{TEAMS}{teams.service_url[0]}", teams.service_url[1:]) == "endorsement"


async def test_a_refusal_is_not_remembered(teams: TeamsSim, door: Door) -> None:
    token = teams.token(kid="tomorrow")
    assert await door.refusal(token) == "unknown_key"
    teams.kid = "tomorrow"
    door.keys_clock.now += MINUTE + 1
    assert await door.check(token)


# ---- keys -------------------------------------------------------------------------------------------------------


async def test_a_key_that_is_new_is_known_within_a_minute(teams: TeamsSim, door: Door) -> None:
    await door.check(teams.token())
    old = teams.token(nbf=1)
    teams.rotate_keys()
    assert await door.refusal(teams.token()) == "unknown_key"
    door.keys_clock.now += MINUTE + 1
    assert await door.check(teams.token())
    assert await door.refusal(old) == "unknown_key"


async def test_a_key_that_is_new_after_a_quiet_minute_is_known_at_once(teams: TeamsSim, door: Door) -> None:
    await door.check(teams.token())
    door.keys_clock.now += MINUTE + 1
    teams.rotate_keys()
    assert await door.check(teams.token())


async def test_forgers_do_not_make_us_look_more_than_once_a_minute(teams: TeamsSim, door: Door) -> None:
    for n in range(20):
        await door.refusal(teams.token(kid=f"forged-{n}"))
    assert teams.metadata_asked == 1
    door.keys_clock.now += MINUTE + 1
    for n in range(20):
        await door.refusal(teams.token(kid=f"forged-{n}"))
    assert teams.metadata_asked == 2


async def test_many_at_once_look_once(teams: TeamsSim, door: Door) -> None:
    await asyncio.gather(*(door.check(teams.token(n=n)) for n in range(20)))
    assert teams.metadata_asked == 1


async def test_keys_are_looked_at_once_a_day(teams: TeamsSim, door: Door) -> None:
    await door.check(teams.token(n=1))
    door.keys_clock.now += DAY - 1
    await door.check(teams.token(n=2))
    assert teams.metadata_asked == 1
    door.keys_clock.now += 2
    await door.check(teams.token(n=3))
    assert teams.metadata_asked == 2


class Microsoft:
    """Where the keys are published, on good days and on bad ones."""

    def __init__(self, teams: TeamsSim) -> None:
        self.teams = teams
        self.asked = 0
        self.url = ""
        self.bad: web.Response | None = None

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        if self.bad is not None:
            return web.Response(status=self.bad.status, body=self.bad.body, headers=self.bad.headers)
        async with self.teams.http.get(self.teams.metadata_url) as told:
            return web.json_response(await told.json())


@pytest.fixture
async def microsoft(teams: TeamsSim) -> AsyncIterator[Microsoft]:
    there = Microsoft(teams)
    app = web.Application()
    app.router.add_get("/openid", there.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    there.url = f"http://127.0.0.1:{runner.addresses[0][1]}/openid"
    yield there
    await runner.cleanup()


def bad_days(teams: TeamsSim, microsoft: Microsoft) -> list[web.Response]:
    return [
        web.json_response({"jwks_uri": teams.base + KEYS_PATH}, status=500),
        web.Response(status=302, headers={"Location": teams.metadata_url}),
        web.Response(text="<html>"),
        web.json_response([]),
        web.json_response({"jwks_uri": 7}),
        web.json_response({"jwks_uri": "http://127.0.0.1:9/"}),
        web.json_response({"jwks_uri": "no url"}),
        web.json_response({"jwks_uri": teams.metadata_url}),
        web.json_response({"jwks_uri": microsoft.url, "keys": []}),
    ]


@pytest.mark.parametrize("day", range(9))
async def test_known_keys_stay_while_microsoft_does_not_tell(
    teams: TeamsSim, http: Http, microsoft: Microsoft, day: int
) -> None:
    door = Door(teams, http, microsoft.url)
    await door.check(teams.token(n=1))
    microsoft.bad = bad_days(teams, microsoft)[day]
    door.keys_clock.now += DAY + 1
    assert await door.check(teams.token(n=2))
    asked = microsoft.asked
    door.keys_clock.now += STILL_GOOD - 1
    assert await door.check(teams.token(n=3))
    assert microsoft.asked == asked  # nobody waits for Microsoft all the time
    microsoft.bad = None
    door.keys_clock.now += 2
    assert await door.check(teams.token(n=4))
    assert microsoft.asked == asked + 1


async def test_who_could_not_look_looks_again_soon(teams: TeamsSim, http: Http, microsoft: Microsoft) -> None:
    door = Door(teams, http, microsoft.url)
    microsoft.bad = web.Response(status=503)
    assert await door.refusal(teams.token()) == "unknown_key"
    microsoft.bad = None
    assert await door.refusal(teams.token()) == "unknown_key"
    door.keys_clock.now += AFTER_FAILURE + 1
    assert await door.check(teams.token())
