"""Words on their way in and out of Slack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.text import bold, cut, mrkdwn, pieces, plain, typed, with_channels
from dialogs.interception.text import clean

# Texts full of what Slack has a meaning for.
SPICY = st.text(st.sampled_from("&<>*_~`|@#!:;. \n\u00a0aé😀ש") | st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("We need &lt;b&gt; &amp;amp; more", "We need <b> &amp; more"),
        ("Use <https://x.example/?a=1&amp;b=2|the app>", "Use <https://x.example/?a=1&b=2>"),
        ("Mail <mailto:ana@x.example|ana@x.example>", "Mail ana@x.example"),
        ("Ask <@U1|ana> in <#C1|general>", "Ask <@U1> in <#C1>"),
        ("<!here> listen, <!subteam^S1|@it>", "<!here> listen, @it"),
        ("By <!date^1392734382^{date}|18 February>", "By 18 February"),
        ("a < b", "a < b"),
        (":+1::skin-tone-3:", "👍"),
        (":rocket: :tada:", "🙂 🙂"),
        ("up :rocket: and away", "up :rocket: and away"),
    ],
)
def test_what_a_person_typed_is_read_out_of_what_slack_made_of_it(sent: str, meant: str) -> None:
    assert typed(sent) == meant


def test_what_was_not_typed_is_not_judged() -> None:
    assert clean(typed("See <https://x.example|We need an app>, <@U1>")).split() == ["See", ","]


@given(SPICY)
def test_whatever_is_typed_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert typed(f"{escaped} a") == f"{text} a"


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("*Problem* `/plan` A & B < C", "*Problem* `/plan` A &amp; B &lt; C"),
        ("<!channel> <!here|here> <!subteam^S1>", "&lt;!channel&gt; &lt;!here|here&gt; &lt;!subteam^S1&gt;"),
        ("@channel, @Here, x@everyone", "@\u2060channel, @\u2060Here, x@everyone"),
        ("<@U1> has <https://x.example/?a&b>, see <#C1>", "<@U1> has <https://x.example/?a&amp;b>, see <#C1>"),
        ("<https://x.example|our bank>", "&lt;https://x.example|our bank&gt;"),
    ],
)
def test_only_people_channels_and_bare_links_are_more_than_text(said: str, sent: str) -> None:
    assert mrkdwn(said) == sent


def test_label_in_bold_stays_bold() -> None:
    assert bold("2 * 3\nfaults") == "*2 3 faults*"
    assert bold(" * ") == ""


def test_plain_text_is_one_line_without_marks_of_a_link() -> None:
    assert plain("Read\n<https://x.example>", 50) == "Read https://x.example"
    assert plain(" \n", 50) == "…"


def test_cut_ends_at_a_word() -> None:
    assert cut("Adjust a step, then go on", 20) == "Adjust a step, then…"
    assert cut("Adjust a step, then go on", 15) == "Adjust a step…"
    assert cut("Fits", 4) == "Fits"


def test_long_text_is_parted_behind_a_paragraph_else_a_sentence_else_a_word() -> None:
    assert pieces("one two.\n\nthree. four", 14) == ["one two.", "three. four"]
    assert pieces("one. two, three four", 14) == ["one. two,", "three four"]
    assert pieces("one two. three four", 14) == ["one two.", "three four"]
    assert pieces("  ") == []


def test_neither_an_escape_nor_a_link_is_cut_in_two() -> None:
    assert pieces("aaaaaaaa&amp;b", 10) == ["aaaaaaaa", "&amp;b"]
    assert pieces("see:<https://x.example/>", 20) == ["see:", "<https://x.example/>"]


@given(SPICY.map(lambda text: text * 40), st.integers(min_value=300, max_value=3_000))
def test_pieces_hold_every_word_and_none_is_too_long(text: str, most: int) -> None:
    found = pieces(mrkdwn(text), most)
    assert all(0 < len(piece) <= most for piece in found)
    assert "".join("".join(found).split()) == "".join(mrkdwn(text).split())
    assert len(cut(text, most)) <= most


def test_the_id_of_a_channel_becomes_a_link_that_shows_its_name() -> None:
    assert mrkdwn(with_channels("C0123456789, G0123456789")) == "<#C0123456789>, <#G0123456789>"
    assert with_channels("<#C0123456789> COMMUNITY CAFETERIA C3PO") == "<#C0123456789> COMMUNITY CAFETERIA C3PO"
