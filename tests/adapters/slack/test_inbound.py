"""Translation: what Slack never sends today gives no draft, and raises nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.hearing import Commanded, SheetSent
from adapters.slack.inbound import events, noticed
from adapters.slack.place import Place
from adapters.slack.pressed import Wanted, interactions, understood, wanted
from dialogs.events import Clicked, Reworded, Said, Started, Unsaid
from dialogs.interception.judge import Finding, judge

PODCAST = "We should launch a podcast"


def tool_first(text: str) -> Finding | None:
    finding = judge(text)
    return finding if finding.intercept else None


def event(**inner: Any) -> dict[str, Any]:
    return {"type": "event_callback", "team_id": "T1", "authorizations": [{"user_id": "UBOT"}], "event": inner}


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=5,
)
EVENT_FIELDS = [
    "subtype", "channel", "ts", "user", "text", "thread_ts", "bot_id", "message", "previous_message", "inviter",
    "event_ts", "user_team", "source_team", "edited",
]  # fmt: skip
FIELDS = [
    "command", "text", "user", "user_id", "channel_id", "trigger_id", "actions", "container", "message", "view",
    "response_url", "callback_id", "action_ts", "channel",
]  # fmt: skip


@given(st.sampled_from(["message", "app_mention", "member_joined_channel"]),
       st.dictionaries(st.sampled_from(EVENT_FIELDS), ANY_JSON))  # fmt: skip
def test_no_event_is_too_strange(kind: str, fields: dict[str, Any]) -> None:
    assert isinstance(events(event(**fields, type=kind), tool_first), tuple)


@given(st.sampled_from(["block_actions", "message_action", "shortcut", "view_submission", "view_closed", "unheard_of"]),
       st.dictionaries(st.sampled_from(FIELDS), ANY_JSON))  # fmt: skip
def test_no_interaction_is_too_strange(kind: str, fields: dict[str, Any]) -> None:
    body = {**fields, "type": kind}
    assert isinstance(interactions(body, tool_first), tuple)
    assert wanted(body) is None or isinstance(wanted(body), Wanted)
    assert understood(body) in (True, False)


@pytest.mark.parametrize(
    "inner",
    [
        {"user_team": "T2"},
        {"source_team": "T2"},
        {"bot_id": "B1"},
        {"user": None},
    ],
)
def test_said_by_others_it_is_no_concern(inner: dict[str, Any]) -> None:
    said = {"type": "message", "channel": "C1", "ts": "1.2", "user": "U1", "text": PODCAST}
    assert events(event(**said), tool_first)
    assert events(event(**{**said, **inner}), tool_first) == ()
    assert events(event(**{**said, **inner, "type": "app_mention"}), tool_first) == ()


def test_an_edit_of_the_same_message_has_a_source_of_its_own() -> None:
    change = {
        "type": "message",
        "subtype": "message_changed",
        "channel": "C1",
        "ts": "9.9",
        "message": {"ts": "1.2", "user": "U1", "text": PODCAST, "edited": {"ts": "3.4", "user": "U1"}},
        "previous_message": {"ts": "1.2", "user": "U1", "text": "ok"},
    }
    unsaid, seen = events(event(**change), tool_first)
    assert (unsaid.source, unsaid.event) == ("unsaid/C1/1.2/3.4", Unsaid("C1/1.2"))
    assert seen.source == "message/C1/1.2/3.4"
    (reworded,) = events(event(**{**change, "channel": "D1"}), tool_first)
    assert reworded.event == Reworded("ok", PODCAST)
    assert reworded.place == Place("D1", "1.2", "1.2")


def test_a_message_in_a_thread_of_the_private_talk_stays_in_it() -> None:
    said = {"type": "message", "channel": "D1", "ts": "5.6", "thread_ts": "1.2", "user": "U1", "text": " ten "}
    (draft,) = events(event(**said), tool_first)
    assert (draft.event, draft.place) == (Said("ten"), Place("D1", "1.2", "5.6"))


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ({"action_id": "home.start"}, Started()),
        ({"action_id": "home.continue"}, Started()),
        ({"action_id": "home.show", "value": "3"}, Commanded("show 3")),
        ({"action_id": "btn.no", "value": "1.1"}, Clicked("btn.no", "1.1")),
        ({"action_id": "btn.no"}, Clicked("btn.no", None)),
        ({"action_id": "chk.flat", "value": "1.1"}, Clicked("chk.flat", "1.1")),
        ({"action_id": "btn.approve:T1/U1/3@2"}, Clicked("btn.approve:T1/U1/3@2", None)),
        ({"action_id": "more", "selected_option": {"value": "btn.why|1.1"}}, Clicked("btn.why", "1.1")),
    ],
)
def test_each_button_means_one_thing(action: dict[str, Any], expected: object) -> None:
    body = {"type": "block_actions", "user": {"id": "U1"}, "actions": [action], "container": {"view_id": "V1"}}
    (draft,) = interactions(body, tool_first)
    assert draft.event == expected
    assert wanted(body) is None
    assert understood(body)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ({"action_id": "home.settings", "value": ""}, Wanted("settings")),
        ({"action_id": "home.edit", "value": "3"}, Wanted("edit.plan", "3")),
        ({"action_id": "sheet", "value": "edit.step:3/2"}, Wanted("edit.step", "3/2")),
        ({"action_id": "sheet.send:3", "value": "send:3"}, Wanted("send", "3")),
        ({"action_id": "form", "value": "1.1"}, Wanted("edit.plan", token="1.1")),
    ],
)
def test_a_button_may_open_a_window(action: dict[str, Any], expected: Wanted) -> None:
    body = {"type": "block_actions", "user": {"id": "U1"}, "actions": [action], "container": {"view_id": "V1"}}
    assert wanted(body) == expected
    assert interactions(body, tool_first) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("settings", Wanted("settings")),
        ("Réglages", Wanted("settings")),
        ("edit", Wanted("edit.plan")),
        ("modifier #12", Wanted("edit.plan", "12")),
        ("send", Wanted("send")),
        ("Envoyer 3", Wanted("send", "3")),
        ("send <@U1|karim> 3", None),
        ("edit the second step", None),
        ("settings now please", None),
        ("start", None),
        ("", None),
    ],
)
def test_a_command_may_open_a_window(text: str, expected: Wanted | None) -> None:
    body = {"command": "/plan", "text": text, "user_id": "U1", "channel_id": "C1", "trigger_id": "1.2"}
    assert wanted(body) == expected
    assert (interactions(body, tool_first) == ()) is (expected is not None)


def test_a_press_on_a_link_to_a_page_tells_nothing() -> None:
    action = {"action_id": "page.btn.export", "action_ts": "1.2"}
    body = {"type": "block_actions", "user": {"id": "U1"}, "actions": [action], "container": {"channel_id": "D1"}}
    assert (interactions(body, tool_first), wanted(body), understood(body)) == ((), None, True)


def test_a_press_on_a_posted_card_is_answered_beside_it() -> None:
    action = {"action_id": "btn.follow:T1/U1/3@2"}
    container = {"channel_id": "C1", "message_ts": "1.2", "thread_ts": "1.2", "is_ephemeral": False}
    body = {"type": "block_actions", "user": {"id": "U2"}, "actions": [action], "container": container}
    (draft,) = interactions(body | {"message": {"blocks": []}, "response_url": "https://x.example"}, tool_first)
    assert (draft.place, draft.public, draft.shown, draft.url) == (Place("C1"), True, "", "https://x.example")


@pytest.mark.parametrize(
    ("text", "expected"), [("Ana calls five", Commanded("review Ana calls five")), (" ", Started()), ("", Started())]
)
def test_a_message_is_reviewed_or_thought_through_when_it_has_no_words(text: str, expected: object) -> None:
    body = {"type": "message_action", "callback_id": "review_plan", "action_ts": "1.2", "user": {"id": "U1"}}
    (draft,) = interactions(body | {"message": {"text": text}, "channel": {"id": "C1"}}, tool_first)
    assert draft.event == expected


@pytest.mark.parametrize("said", ["/plan", "/PLAN send <@U2>", " /plan review one\ntwo "])
def test_a_command_that_was_written_as_a_message_is_one(said: str) -> None:
    (draft,) = events(event(type="message", channel="D1", ts="5.6", user="U1", text=said), tool_first)
    assert draft.event == Commanded(said.strip()[5:].strip())
    assert draft.in_the_talk


@pytest.mark.parametrize("said", ["/planned", "/skip", "we have a /plan", "/plan-b"])
def test_all_else_is_said(said: str) -> None:
    (draft,) = events(event(type="message", channel="D1", ts="5.6", user="U1", text=said), tool_first)
    assert draft.event == Said(said)


def test_a_sheet_of_another_release_is_not_read() -> None:
    view = {"id": "V1", "callback_id": "edit.plan", "private_metadata": "not json", "state": {"values": {}}}
    body = {"type": "view_submission", "user": {"id": "U1"}, "view": view}
    assert interactions(body, tool_first) == ()
    (draft,) = interactions({**body, "view": {**view, "private_metadata": '{"about":"3","lang":"en"}'}}, tool_first)
    assert (draft.event, draft.source) == (SheetSent("edit.plan", "3", {}), "sheet/V1")


def test_of_a_message_asked_about_only_the_reading_goes_on() -> None:
    about = noticed(tool_first(PODCAST), "C1/1.2")
    assert about is not None
    assert (about.tool, about.source) == ("a podcast", "C1/1.2")
    assert noticed(None) is None
