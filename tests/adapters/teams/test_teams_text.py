"""Words on their way in and out of Teams."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.marks import Mark, marks, plain, xml
from adapters.teams.text import cut, escaped, one_line, pieces, safe, size, typed

BOT = {"type": "mention", "mentioned": {"id": "28:app", "name": "Plan"}, "text": "<at>Plan</at>"}
ANA = {"type": "mention", "mentioned": {"id": "29:ana", "name": "Ana Silva"}, "text": "<at>Ana Silva</at>"}


def said(text: Any, *entities: Any, html: str | None = None) -> dict[str, Any]:
    attachments = [] if html is None else [{"contentType": "text/html", "content": html}]
    return {"text": text, "entities": list(entities), "attachments": attachments}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("We need an app", "We need an app"),
        ("<at>Plan</at>&nbsp;our Plan is a Planning tool", "our Plan is a Planning tool"),
        ("Ask <at>Ana Silva</at>, <at>Plan</at>", "Ask Ana Silva,"),
        ("<p>We need <strong>an app</strong></p>\n<ul><li>one</li><li>two</li></ul>", "We need an app\none\ntwo"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("a < b and c > d, a <T> and </3", "a < b and c > d, a <T> and </3"),
        ("<blockquote>They need<blockquote>x</blockquote> a bot</blockquote><p>No</p>", "No"),
        ("</blockquote>still here", "still here"),
        ("first<br/>second<attachment id='1'></attachment>", "first\nsecond"),
    ],
)
def test_what_a_person_typed_is_read_out_of_what_teams_made_of_it(text: str, meant: str) -> None:
    assert typed(said(text, BOT, ANA)) == meant


def test_quoted_message_is_told_from_what_was_typed_by_the_html_alone() -> None:
    quoted = '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Marc</strong><p>Buy it</p></blockquote>'
    mention = '<span itemtype="http://schema.skype.com/Mention" itemid="0">Plan</span>'
    html = f"{quoted}<p>{mention}&nbsp;Why a plan &amp; who?</p>"
    assert typed(said("Marc\r\nBuy it\r\n<at>Plan</at> Why a plan & who?", BOT, html=html)) == "Why a plan & who?"


def test_text_counts_where_nothing_is_quoted_and_html_where_there_is_no_text() -> None:
    assert typed(said("We need *this*", html="<p>We need <b>this</b></p>")) == "We need *this*"
    assert typed(said(None, html="<p>We need <b>this</b></p>")) == "We need this"


@pytest.mark.parametrize(
    "activity",
    [
        {},
        {"text": None, "entities": None, "attachments": None},
        {"text": 3, "entities": "x", "attachments": {"contentType": "text/html"}},
        {"entities": [None, {"mentioned": None}, {"mentioned": {"id": 28}, "text": None}], "attachments": [None, {}]},
        {"attachments": [{"contentType": "text/html", "content": None}]},
    ],
)
def test_strange_activity_says_nothing(activity: dict[str, Any]) -> None:
    assert typed(activity) == ""


@given(st.text(st.sampled_from("<>/&;ab \n") | st.characters(codec="utf-8")), st.text(st.sampled_from("<>/pat ")))
def test_anything_can_be_read(text: str, html: str) -> None:
    assert isinstance(typed(said(text, BOT, html=html)), str)


@given(st.text(st.characters(codec="utf-8", exclude_characters="<&")))
def test_words_without_tags_are_as_they_were_typed(text: str) -> None:
    assert typed(said(text)) == text.strip()


def test_marks_of_ours_are_found_and_nothing_else_is_one() -> None:
    assert [*marks("*Try it*: say `/plan`")] == [
        Mark("Try it", "bold"),
        Mark(": say "),
        Mark("/plan", "code"),
    ]
    for text in ("2 * 3 * 4", "a*b*c", "** x **", "*a\nb*", "``", "5 *"):
        assert [*marks(text)] == [Mark(text)]


@given(st.text(st.sampled_from("*` a\n")))
def test_marks_hold_every_word(text: str) -> None:
    assert "".join(mark.text for mark in marks(text)).replace("*", "").replace("`", "") == text.replace(
        "*", ""
    ).replace("`", "")


def test_message_without_a_card_is_three_tags_and_words() -> None:
    assert xml("*A*<b>&</b>\n\n\n`b`\nc") == "<b>A</b>&lt;b&gt;&amp;&lt;/b&gt;<br><br><code>b</code><br>c"
    assert xml(" \n") == "…"


def test_line_without_marks_for_places_that_know_none() -> None:
    assert plain("*Try it*\nsay `/plan`", 50) == "Try it say /plan"
    assert one_line(" *\n", 50) == "*"
    assert one_line(" \n", 50) == "…"


def test_no_date_is_put_in_place_of_words_and_no_control_character_is_sent() -> None:
    assert safe("{{DATE(2026-03-01T00:00:00Z)}}\x00\x1b\x85a\tb") == "{\u2060{DATE(2026-03-01T00:00:00Z)}}a\tb"


def test_words_beside_boxes_look_as_they_were() -> None:
    assert escaped("line_2 [a](b) <x>").replace("\u2060", "") == "line_2 [a](b) <x>"
    assert escaped("- maintenance") == "\u2060- maintenance"
    assert escaped("*a* `b`") == "∗a∗ ˋbˋ"


def test_size_is_counted_in_utf_16() -> None:
    assert size("aé") == 8  # with its quotes
    assert size("😀") == 8
    assert size("\ud800") == 6  # half of a sign, as a client may cut it


def test_cut_ends_at_a_word() -> None:
    assert cut("Adjust a step, then go on", 20) == "Adjust a step, then…"
    assert cut("Adjust a step, then go on", 15) == "Adjust a step…"
    assert cut("Fits", 4) == "Fits"


@given(st.text(st.sampled_from("ab. ")).map(lambda text: text * 40), st.integers(min_value=20, max_value=300))
def test_pieces_hold_every_word_and_none_is_too_long(text: str, most: int) -> None:
    found = pieces(text, most)
    assert all(0 < len(piece) <= most for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert len(cut(text, most)) <= most
