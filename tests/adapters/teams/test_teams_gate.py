"""The gate: whose activity it is, whether it can be read, whether it matters."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.gate import Forget, Gate, Pass, Refuse
from adapters.teams.hosts import Hosts
from adapters.teams.trust import Untrusted
from dialogs.interception.judge import Finding, judge
from tests.fakes.teams import Conversation, TeamsSim

PODCAST = "We should launch a podcast"
SMALL_TALK = "Lunch at noon?"
TEAMS = TeamsSim("http://127.0.0.1/")  # never started: it only writes activities here
TEAMS.base = "https://smba.trafficmanager.net"
ANN = TEAMS.user("Ann Lee")
PRIVATE = TEAMS.place("a:1", "personal", [ANN])
GROUP = TEAMS.place("19:g@thread.v2", "groupChat", [ANN])
CHANNEL = TEAMS.place("19:c@thread.tacv2", "channel", [ANN])
SIGNED = {"Content-Type": "application/json; charset=utf-8", "Authorization": "Bearer good"}


class OneToken:
    """Knows one token, for any channel; what it was asked is written down."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    async def check(self, authorization: str, channel_id: str, service_url: str) -> Mapping[str, Any]:
        self.asked.append((channel_id, service_url))
        if authorization != "Bearer good":
            raise Untrusted("signature")
        return {"aud": "us"}


class Ear:
    """A judge that writes down what it was given."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def judge(self, text: str) -> Finding | None:
        self.heard.append(text)
        finding = judge(text)
        return finding if finding.intercept else None


@pytest.fixture
def trust() -> OneToken:
    return OneToken()


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def gate(trust: OneToken, ear: Ear) -> Gate:
    return Gate(trust, Hosts(), ear.judge, TEAMS.tenant)


def said(
    text: str, place: Conversation, *, mention: bool = False, kind: str = "message", **fields: Any
) -> dict[str, Any]:
    return TEAMS.activity(kind, ANN, place, **TEAMS.written(text, mention=mention), **fields)


async def look(gate: Gate, activity: object, headers: Mapping[str, str] = SIGNED) -> Refuse | Forget | Pass:
    return await gate.look(headers, json.dumps(activity).encode())


# ---- whose it is ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer forged", "Basic good"])
async def test_who_is_not_teams_is_refused_and_nothing_is_judged(gate: Gate, ear: Ear, authorization: str) -> None:
    headers = {**SIGNED, "Authorization": authorization}
    assert await look(gate, said(PODCAST, CHANNEL), headers) == Refuse(401, "signature")
    assert ear.heard == []


async def test_the_token_is_checked_for_the_activity_s_own_channel_and_service(gate: Gate, trust: OneToken) -> None:
    await look(gate, said(PODCAST, CHANNEL))
    assert trust.asked == [("msteams", TEAMS.service_url)]


async def test_an_answer_is_never_sent_to_a_stranger_s_host(gate: Gate) -> None:
    stranger = said(PODCAST, PRIVATE, serviceUrl="https://smba.trafficmanager.net.example.com/")
    assert await look(gate, stranger) == Refuse(403, "service_host")


async def test_the_app_of_one_company_serves_no_other(gate: Gate, ear: Ear) -> None:
    elsewhere = said(PODCAST, PRIVATE, channelData={"tenant": {"id": "of-another-company"}})
    assert await look(gate, elsewhere) == Refuse(403, "tenant")
    untold = said(PODCAST, PRIVATE, channelData={"tenant": None})
    assert isinstance(await look(gate, untold), Pass)
    assert ear.heard == []


# ---- whether it can be read -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b'"message"', b"{", b'{"a":' * 2000, b"\xff\xfe", b'{"type": "message"}', b"%PDF", b"a=b"],
)
async def test_what_is_no_activity_is_refused(gate: Gate, trust: OneToken, body: bytes) -> None:
    assert await gate.look(SIGNED, body) == Refuse(400, "no_activity")
    assert trust.asked == []


@pytest.mark.parametrize("missing", ["type", "serviceUrl", "channelId", "conversation"])
async def test_an_activity_from_nowhere_is_none(gate: Gate, missing: str) -> None:
    activity = said(PODCAST, PRIVATE)
    assert await look(gate, {name: value for name, value in activity.items() if name != missing}) == Refuse(
        400, "no_activity"
    )
    assert await look(gate, {**activity, missing: 5}) == Refuse(400, "no_activity")


async def test_only_json_is_read(gate: Gate) -> None:
    form = {**SIGNED, "Content-Type": "text/plain"}
    assert await look(gate, said(PODCAST, PRIVATE), form) == Refuse(400, "no_json")
    assert await look(gate, said(PODCAST, PRIVATE), {}) == Refuse(400, "no_json")


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(said("x", CHANNEL, value=1, name="n"))), ANY_JSON, max_size=3))
async def test_no_activity_is_too_strange(fields: dict[str, Any]) -> None:
    gate = Gate(OneToken(), Hosts(), Ear().judge, TEAMS.tenant)
    assert isinstance(await look(gate, {**said(PODCAST, CHANNEL), **fields}), Refuse | Forget | Pass)


# ---- whether it matters ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [GROUP, CHANNEL])
async def test_a_message_that_is_not_tool_first_ends_here(gate: Gate, ear: Ear, place: Conversation) -> None:
    assert isinstance(await look(gate, said(SMALL_TALK, place)), Forget)
    assert ear.heard == [SMALL_TALK]


@pytest.mark.parametrize("place", [GROUP, CHANNEL])
async def test_a_tool_first_message_goes_on_whole(gate: Gate, place: Conversation) -> None:
    activity = said(PODCAST, place)
    passed = await look(gate, activity)
    assert isinstance(passed, Pass)
    assert (passed.payload, passed.claims) == (activity, {"aud": "us"})
    assert passed.activity.words() == PODCAST


async def test_what_is_quoted_is_not_what_is_said(gate: Gate, ear: Ear) -> None:
    rich = f'<blockquote itemtype="http://schema.skype.com/Reply"><p>{PODCAST}</p></blockquote><p>No.</p>'
    activity = TEAMS.activity("message", ANN, GROUP, **TEAMS.written(f"{PODCAST} No.", rich=rich))
    assert isinstance(await look(gate, activity), Forget)
    assert ear.heard == ["No."]


@pytest.mark.parametrize(
    "activity",
    [
        said(SMALL_TALK, PRIVATE),
        said(SMALL_TALK, GROUP, mention=True),
        said(SMALL_TALK, GROUP, recipient={**TEAMS.bot, "isTargeted": True}),
        said(SMALL_TALK, GROUP, kind="messageUpdate"),
        TEAMS.activity("messageDelete", ANN, GROUP),
        TEAMS.activity("message", ANN, GROUP, value={"verb": "btn.no"}),
        TEAMS.activity("invoke", ANN, GROUP, name="task/fetch"),
        TEAMS.activity("installationUpdate", ANN, CHANNEL, action="add"),
    ],
    ids=["private", "mention", "slash", "edit", "delete", "press", "invoke", "install"],
)
async def test_what_is_meant_for_the_coach_goes_on_unjudged(gate: Gate, ear: Ear, activity: dict[str, Any]) -> None:
    assert isinstance(await look(gate, activity), Pass)
    assert ear.heard == []


@pytest.mark.parametrize(
    "activity",
    [
        said(PODCAST, CHANNEL) | {"from": {"id": "28:another-bot"}},
        said(PODCAST, CHANNEL) | {"from": {"name": "nobody"}},
        TEAMS.activity("typing", ANN, PRIVATE),
        TEAMS.activity("conversationUpdate", ANN, PRIVATE, membersAdded=[{"id": ANN.id}]),
        TEAMS.activity("messageReaction", ANN, PRIVATE, reactionsAdded=[{"type": "like"}]),
        TEAMS.activity("event", ANN, PRIVATE, name="application/vnd.microsoft.readReceipt", value={}),
        TEAMS.activity("somethingOf2031", ANN, PRIVATE),
    ],
    ids=["bot", "nobody", "typing", "members", "reaction", "receipt", "unknown"],
)
async def test_what_is_no_matter_ends_here(gate: Gate, ear: Ear, activity: dict[str, Any]) -> None:
    assert isinstance(await look(gate, activity), Forget)
    assert ear.heard == []


async def test_fields_and_entities_that_nobody_knows_yet_do_no_harm(gate: Gate) -> None:
    new = [{"type": "somethingOf2031", "mentioned": [1]}, {"type": "mention", "mentioned": None}, {"type": "mention"}]
    assert isinstance(await look(gate, said(PODCAST, CHANNEL) | {"entities": new, "shiny": {"new": True}}), Pass)
