"""Replies as Slack messages: as somebody looked at them, and within Slack's limits whatever is said."""

import json
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.blocks import Links, Rendered, rendered, settled, without_actions
from dialogs.replies import Ask, Choice, Field, Form, PlanCard, Point, ProgressCard, Reply, Row, Say
from tests.adapters.slack.golden import is_golden
from tests.adapters.slack.samples import NO, PROGRESS, REPLIES, START
from tests.fakes.slack.blockkit import check_payload, lint_payload

LINKS = Links("A0PLANFIRST", "T0ACME")


def posted(message: Rendered) -> dict[str, Any]:
    return {"channel": "D0LEA", "text": message.text, "blocks": list(message.blocks)}


def pressable(message: Rendered) -> list[dict[str, Any]]:
    return [element for block in message.blocks if block["type"] == "actions" for element in block["elements"]]


@pytest.mark.parametrize("name", REPLIES)
def test_reply_looks_as_it_did(name: str) -> None:
    message = posted(rendered(REPLIES[name], LINKS))
    is_golden(name, {"text": message["text"], "blocks": message["blocks"]})
    assert check_payload("chat.postMessage", message) == []
    assert lint_payload("chat.postMessage", message) == []


def test_offer_is_taken_or_declined_with_a_button_and_the_rest_is_in_its_menu() -> None:
    *buttons, menu = pressable(rendered(REPLIES["offer"], LINKS))
    assert [(one["action_id"], one["value"], one.get("style")) for one in buttons] == [
        ("btn.start", "0.1", "primary"),
        ("btn.later", "0.1", None),
        ("btn.no", "0.1", None),
    ]
    assert menu["action_id"] == "more"
    assert [one["value"] for one in menu["options"]] == ["btn.why|0.1", "btn.never|0.1", "btn.not_here|0.1"]


def test_no_answer_is_pushed_where_no_yes_is_clear() -> None:
    fixing = pressable(rendered(REPLIES["ask_eight"], LINKS))
    declined_first = pressable(rendered(Ask("q", "Shall we?", "1", (NO, START)), LINKS))
    assert not any("style" in one for one in (*fixing, *declined_first))


def test_link_to_the_talk_opens_it() -> None:
    (link,) = pressable(rendered(REPLIES["over_there"], LINKS))
    assert link["url"] == "https://slack.com/app_redirect?app=A0PLANFIRST&team=T0ACME"


def test_a_button_about_a_plan_names_it_and_approval_stands_out() -> None:
    buttons = pressable(rendered(REPLIES["card_review"], LINKS))
    assert [(one["action_id"], one.get("style")) for one in buttons] == [
        ("btn.approve:T1/U1/3@2", "primary"),
        ("btn.change:T1/U1/3@2", None),
        ("btn.comment:T1/U1/3@2", None),
    ]


def test_a_button_opens_a_window_or_a_page() -> None:
    send, edit, page = pressable(rendered(REPLIES["card_links"], LINKS))
    assert (send["value"], edit["value"]) == ("send:3", "edit.plan:3")
    assert (page["url"], page["action_id"]) == ("https://coach.example/export/abc", "page.export.print")


def chart_in(message: Rendered) -> dict[str, Any]:
    (block,) = [block for block in message.blocks if block["type"] == "data_visualization"]
    chart: dict[str, Any] = block["chart"]
    return chart


def test_readings_stand_beside_the_straight_way_to_the_target() -> None:
    read, way = chart_in(rendered(PROGRESS, LINKS))["series"]
    days = ["2026-03-02", "2026-04-01", "2026-05-04", "2026-06-30"]
    assert [point["label"] for point in read["data"]] == [point["label"] for point in way["data"]] == days
    assert [point["value"] for point in read["data"]] == [40.0, 52.0, 61.5, 74.0]
    assert (way["name"], [point["value"] for point in way["data"]]) == ("40 → 80", [40.0, 50.0, 61.0, 80.0])


def test_after_its_day_the_target_stays_where_it_is() -> None:
    late = msgspec.structs.replace(PROGRESS, readings=(*PROGRESS.readings, Point(date(2026, 7, 30), 83.0)))
    assert chart_in(rendered(late, LINKS))["series"][1]["data"][-1] == {"label": "2026-07-30", "value": 80.0}


def test_of_many_readings_the_newest_are_drawn() -> None:
    many = tuple(Point(date(2026, 3, 2) + timedelta(days), float(days)) for days in range(1, 31))
    chart = chart_in(rendered(msgspec.structs.replace(PROGRESS, readings=many), LINKS))
    assert chart["axis_config"]["categories"] == [point.on.isoformat() for point in many[-20:]]


def test_a_chart_says_no_more_than_the_text_and_stands_where_messages_stay() -> None:
    assert rendered(PROGRESS, LINKS).text == PROGRESS.text
    whispered = rendered(msgspec.structs.replace(PROGRESS, audience="only_you"), LINKS)
    once = rendered(REPLIES["progress_once"], LINKS)
    for message in (whispered, once):
        assert [block["type"] for block in message.blocks] == ["section", "actions"]


def test_nobody_can_make_the_coach_call_a_channel() -> None:
    said = rendered(Say("a", "You wrote: <!channel> @here <!subteam^S1>"), LINKS)
    assert said.text == "You wrote: &lt;!channel&gt; @\u2060here &lt;!subteam^S1&gt;"
    assert said.blocks[0]["text"]["text"] == said.text


@pytest.mark.parametrize("name", ["ask_yes", "card_asking", "form"])
def test_answered_question_shows_its_answer_and_no_button(name: str) -> None:
    shown = json.dumps(without_actions(rendered(REPLIES[name], LINKS).blocks))
    message = settled(shown, "That's right")
    assert pressable(message) == []
    assert message.blocks[-1]["elements"][0]["text"] == "✓ That's right"
    assert message.text.endswith("✓ That's right")
    assert check_payload("chat.update", {"ts": "1700000000.000100", **posted(message)}) == []
    is_golden(f"settled_{name}", {"text": message.text, "blocks": list(message.blocks)})


def test_answered_card_calls_nobody_either() -> None:
    card = PlanCard(
        "summary.card", "*<!channel>*", "<!channel>", (Row("Problem", "<!here>"),), token="1", choices=(START,)
    )
    message = settled(json.dumps(without_actions(rendered(card, LINKS).blocks)), "<!everyone>")
    assert message.text == "&lt;!channel&gt;\n*Problem*\n&lt;!here&gt;\n✓ &lt;!everyone&gt;"


def test_question_out_of_date_just_loses_its_buttons() -> None:
    blocks = without_actions(rendered(REPLIES["ask_yes"], LINKS).blocks)
    assert settled(json.dumps(blocks), "").blocks == tuple(blocks)


def test_what_is_beside_a_paragraph_goes_with_the_buttons() -> None:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "x"}}
    assert without_actions([{**section, "accessory": {"type": "button"}}, {"type": "actions"}]) == [section]


def test_what_was_never_shown_cannot_be_settled() -> None:
    with pytest.raises(msgspec.DecodeError):
        settled("ephemeral", "Yes")


NASTY = (
    "<!channel> & <@U1> *_~`",
    "@channel @here",
    "<https://x.example/" + "a" * 300 + ">",
    "Ça va\u00a0? Très « bien »",
    "😀👩‍👩‍👧",
    "שלום مرحبا",
    "A sentence that ends. ",
    "word ",
    "&",
    "\n\n",
)
ANY_TEXT = st.text() | st.builds(
    lambda parts, times: ("".join(parts) * times)[:40_000],
    st.lists(st.sampled_from(NASTY) | st.text(max_size=20), max_size=8),
    st.sampled_from((1, 30, 2_000)),
)
LABEL = st.text(min_size=1, max_size=200)
CHOICES = st.lists(
    st.builds(
        Choice,
        st.from_regex(r"(btn|fix|blk|sheet)\.[a-z_]{1,20}(:T1/U1/[0-9]{1,3}@[0-9])?", fullmatch=True)
        | st.just("btn.start"),
        LABEL,
        st.sampled_from(("", "https://coach.example/export/abc")),
    ),
    max_size=25,
    unique_by=lambda choice: choice.key,
).map(tuple)
POINTS = st.lists(
    st.builds(Point, st.dates(), st.floats(-1e9, 1e9)), max_size=40, unique_by=lambda point: point.on
).map(lambda points: tuple(sorted(points, key=lambda point: point.on)))
TOKEN = st.from_regex(r"[0-9a-z.]{1,40}", fullmatch=True)
ANY_REPLY = st.one_of(
    st.builds(Say, st.just("a"), ANY_TEXT),
    st.builds(Ask, st.sampled_from(("q.problem", "intercept.open")), ANY_TEXT, TOKEN, CHOICES),
    st.builds(Form, st.just("ctl.form"), ANY_TEXT, TOKEN, st.lists(st.builds(Field, st.just("s"), LABEL, ANY_TEXT)).map(tuple)),
    st.builds(PlanCard, st.just("summary.card"), ANY_TEXT, ANY_TEXT, st.lists(st.builds(Row, LABEL, ANY_TEXT), max_size=60).map(tuple), ANY_TEXT, st.lists(ANY_TEXT, max_size=3).map(tuple), TOKEN, CHOICES),
    st.builds(ProgressCard, st.just("progress"), ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, POINTS.map(lambda p: p[:2]), POINTS, TOKEN, CHOICES),
)  # fmt: skip


@settings(deadline=None)
@given(ANY_REPLY)
def test_whatever_is_said_slack_takes_it(reply: Reply) -> None:
    message = rendered(reply, LINKS)
    assert check_payload("chat.postMessage", posted(message)) == []
    assert 0 < len(message.text) <= 4_000
    found = lint_payload("chat.postMessage", posted(message))
    assert not [line for line in found if "ping" in line or "primary" in line or "text" in line.split()[:3]]


@settings(deadline=None)
@given(ANY_REPLY, ANY_TEXT)
def test_whatever_was_answered_slack_takes_it(reply: Reply, answer: str) -> None:
    shown = json.dumps(without_actions(rendered(reply, LINKS).blocks))
    message = settled(shown, answer[:75])
    assert check_payload("chat.update", {"ts": "1700000000.000100", **posted(message)}) == []
    assert not [line for line in lint_payload("chat.update", posted(message)) if "ping" in line]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab .\n<&"), min_size=1_000, max_size=9_000))
def test_nothing_is_lost_that_has_room(text: str) -> None:
    shown = "".join(block["text"]["text"] for block in rendered(Say("a", text[:2_000]), LINKS).blocks)
    assert "".join(shown.split()) == "".join(text[:2_000].replace("&", "&amp;").replace("<", "&lt;").split())
