"""Replies as Teams messages: as somebody looked at them, and within Teams' limits whatever is said."""

import html
import json
import re
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.teams import limits
from adapters.teams.cards import as_message, message, settled, shown
from adapters.teams.text import size
from dialogs.replies import Ask, Choice, Field, Form, PlanCard, Point, ProgressCard, Reply, Row, Say
from tests.adapters.golden import is_golden
from tests.adapters.slack.samples import NO, REPLIES, START
from tests.fakes.teams.card_check import CardCheck
from tests.fakes.teams.card_schema import card_errors
from tests.fakes.teams.cards import actions, texts, walk
from tests.fakes.teams.message_check import MessageCheck
from tests.fakes.teams.record import Record

TALK = "https://teams.microsoft.com/l/chat/0/0?users=28:app"


def found_wrong(activity: dict[str, Any]) -> list[str]:
    """What Teams refuses, loses or shows badly."""
    record = Record()
    MessageCheck(record, CardCheck(record, card_errors)).check(activity)
    return [*record.violations, *record.warnings]


def content(activity: dict[str, Any]) -> dict[str, Any]:
    (attachment,) = activity["attachments"]
    card: dict[str, Any] = attachment["content"]
    return card


def pressable(activity: dict[str, Any]) -> list[dict[str, Any]]:
    """The buttons as a client shows them: what one falls back to is no other button."""
    return [one for one in actions(content(activity)) if one["type"] != "Action.Submit" or "verb" not in one["data"]]


def said(card: dict[str, Any]) -> str:
    """All lines of a card's body, each line as one."""
    lines = [node["inlines"] for node in walk(card["body"]) if node.get("type") == "RichTextBlock"]
    return "\n".join("".join(run["text"] for run in line) for line in lines)


@pytest.mark.parametrize("name", REPLIES)
def test_reply_looks_as_it_did(name: str) -> None:
    activity = message(REPLIES[name], TALK)
    is_golden("teams", name, activity)
    assert found_wrong(activity) == []


def test_offer_is_taken_or_declined_with_a_button_and_the_rest_is_behind_the_dots() -> None:
    buttons = pressable(message(REPLIES["offer"]))
    assert [(one["verb"], one.get("style"), one.get("mode")) for one in buttons] == [
        ("btn.start", "positive", None),
        ("btn.later", None, None),
        ("btn.no", None, None),
        ("btn.why", None, "secondary"),
        ("btn.never", None, "secondary"),
        ("btn.not_here", None, "secondary"),
    ]


def test_press_says_what_was_asked_and_answered() -> None:
    yes = pressable(message(REPLIES["ask_yes"]))[0]
    assert yes["data"] == {"token": "1.1", "answer": "That's right", "shown": {"text": REPLIES["ask_yes"].text}}
    assert yes["fallback"]["data"] == {"verb": "btn.right", "token": "1.1", "answer": "That's right"}


def test_no_answer_is_pushed_where_no_yes_is_clear() -> None:
    fixing = pressable(message(REPLIES["ask_eight"]))
    declined_first = pressable(message(Ask("q", "Shall we?", "1", (NO, START))))
    assert len(fixing) == 8
    assert not any("style" in one for one in (*fixing, *declined_first))


def test_link_to_the_talk_opens_it_and_is_not_there_where_none_is_known() -> None:
    (link,) = pressable(message(REPLIES["over_there"], TALK))
    assert (link["type"], link["url"]) == ("Action.OpenUrl", TALK)
    assert pressable(message(REPLIES["over_there"])) == []


def test_short_form_is_opened_by_a_button_that_knows_its_prompt() -> None:
    (button,) = pressable(message(REPLIES["form"]))
    assert button["data"] == {"msteams": {"type": "task/fetch"}, "sheet": "edit.plan", "about": "", "token": "1.3"}


def test_plain_words_are_no_card_and_say_their_marks_in_tags() -> None:
    activity = message(Say("a", "*Try it*: say `/plan`.\nA <b> & *x\n\n2*3*4"))
    assert activity["text"] == "<b>Try it</b>: say <code>/plan</code>.<br>A &lt;b&gt; &amp; *x<br><br>2*3*4"
    assert activity["summary"] == "Try it: say /plan. A <b> & *x 2*3*4"
    assert "attachments" not in activity


def test_words_of_a_plan_are_words_whatever_they_look_like() -> None:
    spicy = "*a* [b](https://x.example) <at>Ana</at> `c` # d"
    card = PlanCard("summary.card", spicy, spicy, (Row(spicy, spicy),), token="1", choices=(START,))
    assert texts({"body": content(message(card))["body"]}) == [spicy, spicy, spicy]


@pytest.mark.parametrize("name", ["ask_yes", "card_asking", "offer"])
def test_answered_question_shows_its_answer_and_no_button(name: str) -> None:
    carried = pressable(message(REPLIES[name]))[0]["data"]
    assert carried["shown"] == shown(REPLIES[name])
    activity = as_message(settled(json.loads(json.dumps(carried["shown"])), carried["answer"]))
    assert actions(content(activity)) == []
    assert said(content(activity)) == f"{said(content(message(REPLIES[name])))}\n✓ {carried['answer']}"
    assert found_wrong(activity) == []
    is_golden("teams", f"settled_{name}", activity)


def test_plan_for_a_reviewer_says_who_asks_above_it_and_what_was_found_below() -> None:
    review = REPLIES["card_review"]
    assert isinstance(review, PlanCard)
    lines = said(content(message(review))).splitlines()
    assert lines[0] == review.intro
    assert lines[1] == review.title
    assert lines[-len(review.notes) :] == [note.replace("*", "") for note in review.notes]


def test_buttons_about_a_plan_name_it() -> None:
    approve, *_ = pressable(message(REPLIES["card_review"]))
    assert (approve["verb"], approve["style"]) == ("btn.approve:T1/U1/3@2", "positive")
    assert approve["data"] == {"token": "", "answer": "Approve", "shown": shown(REPLIES["card_review"])}


def test_button_that_only_shows_more_leaves_its_card_as_it_is() -> None:
    others, done = (Choice(f"btn.{name}:T1/U1/3@2", name) for name in ("others", "finish"))
    first, second = pressable(message(Ask("q", "Now?", "", (others, done))))
    assert first["data"] == {"token": "", "answer": "others", "stays": True}
    assert first["fallback"]["data"]["stays"]
    assert second["data"]["shown"] == {"text": "Now?"}


def test_card_that_all_read_stays_whoever_presses() -> None:
    posted = msgspec.structs.replace(REPLIES["card_review"], audience="channel")
    assert {one["data"]["stays"] for one in pressable(message(posted))} == {True}


def test_button_opens_a_page_or_a_dialog_about_that_plan() -> None:
    send, edit, page = pressable(message(REPLIES["card_links"]))
    assert send["data"] == {"msteams": {"type": "task/fetch"}, "sheet": "send", "about": "3"}
    assert edit["data"]["sheet"] == "edit.plan"
    assert (page["type"], page["url"]) == ("Action.OpenUrl", "https://coach.example/export/abc")


def test_progress_is_words_with_a_bar_and_a_chart_where_the_client_has_charts() -> None:
    card = content(message(REPLIES["progress"]))
    (chart,) = (node for node in card["body"] if node["type"] == "Chart.Line")
    assert "▓▓▓▓▓▓▓▓░░ 74%" in said(card)
    assert (chart["fallback"], chart["yAxisTitle"]) == ("drop", "%")
    readings, way = chart["data"]
    assert [(one["x"], one["y"]) for one in readings["values"]] == [
        ("2026-03-02", 40.0),
        ("2026-04-01", 52.0),
        ("2026-05-04", 61.5),
        ("2026-06-30", 74.0),
    ]
    assert (way["legend"], len(way["values"])) == ("40 → 80", 2)


def test_one_reading_is_no_line() -> None:
    assert all(node["type"] != "Chart.Line" for node in content(message(REPLIES["progress_once"]))["body"])


def test_question_out_of_date_just_loses_its_buttons() -> None:
    assert said(settled(shown(REPLIES["ask_yes"]), "")) == said(content(message(REPLIES["ask_yes"])))


def test_what_was_never_shown_cannot_be_settled() -> None:
    with pytest.raises(msgspec.ValidationError):
        settled({"text": ["x"]}, "Yes")


def test_long_plan_is_still_there_when_it_is_approved() -> None:
    rows = tuple(Row(f"Part {number}", "A sentence of a plan, and one more. " * 8) for number in range(10))
    asking = PlanCard("summary.card", "text", "Title", rows, token="1", choices=(START, NO))
    first, second = pressable(message(asking))
    assert len(first["data"]["shown"]["rows"]) == len(second["data"]["shown"]["rows"]) == 10


NASTY = (
    "**bold** _it_ [a](https://x.example) <b>",
    "<at>Ana</at> {{DATE(2026-03-01T00:00:00Z)}}",
    "*" * 40 + "`",
    "Ça va\u00a0? Très « bien »",
    "😀👩‍👩‍👧",
    "שלום مرحبا\x00\x1f",
    'A "sentence" that ends. ',
    "word ",
    "# - > 1. ",
    "&amp;\\",
    "\n\n",
    "\n",
)
ANY_TEXT = st.text() | st.builds(
    lambda parts, times: ("".join(parts) * times)[:40_000],
    st.lists(st.sampled_from(NASTY) | st.text(max_size=20), max_size=8),
    st.sampled_from((1, 30, 2_000)),
)
LABEL = st.text(min_size=1, max_size=200)
CHOICES = st.lists(
    st.builds(Choice, st.from_regex(r"(btn|fix|blk)\.[a-z_]{1,20}", fullmatch=True) | st.just("btn.start"), LABEL),
    max_size=25,
    unique_by=lambda choice: choice.key,
).map(tuple)
POINT = st.builds(Point, st.dates(), st.floats(allow_nan=False, allow_infinity=False))
TOKEN = st.from_regex(r"[0-9a-z.]{1,40}", fullmatch=True)
ANY_REPLY = st.one_of(
    st.builds(Say, st.just("a"), ANY_TEXT),
    st.builds(Ask, st.sampled_from(("q.problem", "intercept.open")), ANY_TEXT, TOKEN, CHOICES),
    st.builds(Form, st.just("ctl.form"), ANY_TEXT, TOKEN, st.lists(st.builds(Field, st.just("s"), LABEL, ANY_TEXT)).map(tuple)),
    st.builds(
        PlanCard, st.just("summary.card"), ANY_TEXT, ANY_TEXT, st.lists(st.builds(Row, LABEL, ANY_TEXT), max_size=60).map(tuple),
        ANY_TEXT, st.lists(ANY_TEXT, max_size=4).map(tuple), TOKEN | st.just(""), CHOICES,
    ),
    st.builds(
        ProgressCard, st.just("progress.card"), ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT,
        st.lists(POINT, min_size=2, max_size=2).map(tuple), st.lists(POINT, max_size=80).map(tuple), TOKEN | st.just(""), CHOICES,
    ),
)  # fmt: skip
TAGS = re.compile(r"</?(?:b|code)>|<br>")


def is_only_words(activity: dict[str, Any]) -> bool:
    """Nothing in it is read as Markdown, as a mention, or as a tag that we did not write."""
    if "attachments" in activity:
        kinds = {node.get("type") for node in walk(content(activity)["body"])}
        words = texts({"body": content(activity)["body"]})
        return kinds <= {
            "RichTextBlock",
            "TextRun",
            "ColumnSet",
            "Column",
            "ActionSet",
            "Action.Execute",
            "Action.Submit",
            "Chart.Line",
            None,  # a line of a chart, and its points
        } and not any("{{DATE(" in one for one in words)
    left = TAGS.sub("", activity["text"])
    return "<" not in left and html.escape(html.unescape(left), quote=False) == left


@settings(deadline=None)
@given(ANY_REPLY)
def test_whatever_is_said_teams_takes_it(reply: Reply) -> None:
    activity = message(reply, TALK)
    assert found_wrong(activity) == []
    assert size(activity) <= limits.ACTIVITY
    assert 0 < len(activity["summary"]) <= limits.SUMMARY
    assert is_only_words(activity)


@settings(deadline=None)
@given(ANY_REPLY, ANY_TEXT)
def test_whatever_was_answered_teams_takes_it(reply: Reply, answer: str) -> None:
    activity = as_message(settled(shown(reply), answer[:75]))
    assert found_wrong(activity) == []
    assert size(activity) <= limits.ACTIVITY
    assert is_only_words(activity)


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("ab .<&"), min_size=50, max_size=200), min_size=5, max_size=10).map("\n".join))
def test_nothing_is_lost_that_has_room(text: str) -> None:
    shown_text = html.unescape(message(Say("a", text))["text"].replace("<br>", "\n"))
    asked = said(content(message(Ask("q", text, "1"))))
    assert "".join(text.split()) == "".join(shown_text.split()) == "".join(asked.split())
