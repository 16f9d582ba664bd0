"""The gate: whose request it is, whether it can be read, whether it matters."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.gate import FORGET, WINDOW, Gate, Pass, Refuse
from dialogs.interception.judge import Finding, judge
from tests.fakes.slack import sign

SECRET = "of-the-app"
NOW = 1_790_000_000.0
PODCAST = "We should launch a podcast"
FORM = "application/x-www-form-urlencoded"


def tool_first(text: str) -> Finding | None:
    finding = judge(text)
    return finding if finding.intercept else None


@pytest.fixture
def gate() -> Gate:
    return Gate(SECRET, tool_first, lambda: NOW)


def signed(
    body: bytes, kind: str = "application/json", at: str = str(int(NOW)), secret: str = SECRET
) -> dict[str, str]:
    return {"content-type": kind, "x-slack-request-timestamp": at, "x-slack-signature": sign(secret, at, body)}


def envelope(**event: Any) -> dict[str, Any]:
    said = {"type": "message", "channel": "C1", "user": "U1", "ts": "1.2", "channel_type": "channel", **event}
    return {"type": "event_callback", "team_id": "T1", "event": said, "authorizations": [{"user_id": "UBOT"}]}


def look(gate: Gate, payload: object) -> object:
    body = json.dumps(payload).encode()
    return gate.look(signed(body), body)


# ---- whose it is ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(b"{}", secret="another"),
        signed(b"{} "),
        {**signed(b"{}"), "x-slack-signature": ""},
        {**signed(b"{}"), "x-slack-signature": "v0=é€"},
        {**signed(b"{}"), "x-slack-request-timestamp": str(int(NOW) - 1)},
        signed(b"{}", at=str(int(NOW) - WINDOW - 1)),
        signed(b"{}", at=str(int(NOW) + WINDOW + 1)),
        signed(b"{}", at=""),
        signed(b"{}", at="now"),
        signed(b"{}", at="-5"),
        signed(b"{}", at="²"),
        signed(b"{}", at="9" * 5000),
    ],
)
def test_who_is_not_slack_is_refused_before_anything_is_read(gate: Gate, headers: dict[str, str]) -> None:
    assert gate.look(headers, b"{}") == Refuse(401)


def test_a_signature_is_good_for_five_minutes(gate: Gate) -> None:
    assert gate.look(signed(b"{}", at=str(int(NOW) - WINDOW)), b"{}") == Pass({})


@pytest.mark.parametrize("body", [b'{"type": "event_ca', b"payload=%7Bbroken", b"[" * 100_000, b"\xff\xfe{"])
def test_unsigned_nonsense_is_refused_like_anything_unsigned(gate: Gate, body: bytes) -> None:
    assert gate.look({"content-type": FORM}, body) == Refuse(401)


def test_slack_looks_after_the_certificate_unsigned(gate: Gate) -> None:
    assert gate.look({"content-type": FORM}, b"ssl_check=1&token=abc") is FORGET


# ---- whether it can be read -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/json"),
        (b'{"type": "event_callback", "event": {"type"', "application/json"),
        (b"[1, 2]", "application/json"),
        (b'"text"', "application/json"),
        (b'{"a": ' * 5000 + b"1" + b"}" * 5000, "application/json"),
        (b'{"type": "event_callback", "event": {"type": "x", "b": ' + b"[" * 50_000, "application/json"),
        (b'{"type": "\xff"}', "application/json"),
        (b"payload=%7B%22type%22", FORM),
        (b"payload=%5B1%5D", FORM),
        (b"payload=", FORM),
        (b"\xff\xfe", FORM),
        (b"hello", "text/plain"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_bad_request(gate: Gate, body: bytes, kind: str) -> None:
    assert gate.look(signed(body, kind), body) == Refuse(400)


def test_a_command_is_its_fields_whatever_word_is_typed(gate: Gate) -> None:
    body = b"command=%2Fplan&text=start+payload&user_id=U1"
    fields = {"command": "/plan", "text": "start payload", "user_id": "U1"}
    assert gate.look(signed(body, f"{FORM}; charset=utf-8"), body) == Pass(fields)


def test_an_interaction_is_the_json_in_its_form(gate: Gate) -> None:
    body = b"payload=%7B%22type%22%3A%20%22block_actions%22%7D"
    assert gate.look(signed(body, FORM), body) == Pass({"type": "block_actions"})


@given(st.binary(max_size=300))
def test_no_body_is_too_strange(body: bytes) -> None:
    gate = Gate(SECRET, tool_first, lambda: NOW)
    for kind in ("application/json", FORM):
        assert gate.look(signed(body, kind), body) is not None
        gate.look(signed(b"{" + body, kind), b"{" + body)


# ---- whether it matters ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "event",
    [
        {"text": PODCAST},
        {"text": PODCAST, "subtype": "thread_broadcast"},
        {"text": PODCAST, "subtype": "file_share", "files": [{}]},
        {"text": PODCAST, "thread_ts": None},
        {"text": "<@UBOT> hello"},
        {"text": "<@UBOT|planfirst> hello"},
        {"text": "hello", "channel": "D1"},
        {"subtype": "message_changed", "message": {"text": "ok"}, "previous_message": {"text": PODCAST}},
        {"subtype": "message_changed", "message": {"text": PODCAST}, "previous_message": {"text": "ok"}},
        {"subtype": "message_changed", "channel": "D1", "message": {"text": "b"}, "previous_message": {"text": "a"}},
        {"subtype": "message_deleted", "previous_message": {"text": PODCAST}},
        {"type": "app_mention", "text": "hello"},
        {"type": "reaction_added", "item": {}},
        {"type": "channel_created", "channel": {"id": "C9"}},
        {"type": "team_join", "user": {"id": "U1"}, "text": 5},
    ],
)
def test_what_may_matter_goes_on_whole(gate: Gate, event: dict[str, Any]) -> None:
    payload = envelope(**event)
    assert look(gate, payload) == Pass(payload)
    assert gate.hear(payload) == Pass(payload)


@pytest.mark.parametrize(
    "event",
    [
        {"text": "Lunch at noon?"},
        {"text": ""},
        {"text": None},
        {"text": "ask <@UJIM> about it"},
        {"text": PODCAST, "bot_id": "B1"},
        {"text": PODCAST, "subtype": "bot_message"},
        {"text": PODCAST, "subtype": "channel_join"},
        {"text": "hello", "channel": "D1", "bot_id": "B1"},
        {"subtype": "message_changed", "message": {"text": PODCAST}, "previous_message": {"text": PODCAST}},
        {"subtype": "message_changed", "message": {"text": "b"}, "previous_message": {"text": "a"}},
        {"subtype": "message_changed", "message": {"text": PODCAST, "bot_id": "B1"}, "previous_message": {"text": "a"}},
        {"subtype": "message_changed"},
        {"subtype": "message_deleted", "previous_message": {"text": "a"}},
        {"subtype": "message_deleted"},
        {"subtype": "message_replied"},
    ],
)
def test_what_does_not_matter_is_forgotten(gate: Gate, event: dict[str, Any]) -> None:
    payload = envelope(**event)
    assert look(gate, payload) is FORGET
    assert gate.hear(payload) is FORGET


def test_where_other_companies_read_along_nothing_matters(gate: Gate) -> None:
    assert look(gate, {**envelope(text=PODCAST), "is_ext_shared_channel": True}) is FORGET


def test_escapes_are_undone_before_it_is_judged() -> None:
    heard: list[str] = []
    gate = Gate(SECRET, lambda text: heard.append(text), lambda: NOW)
    look(gate, envelope(text="a &lt;b&gt; &amp; <https://x.test|x>"))
    assert heard == ["a <b> & <https://x.test>"]
