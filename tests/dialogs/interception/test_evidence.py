"""What stands where around a tool: the same words say something else in another place."""

from dialogs.interception.evidence import Piece
from dialogs.interception.judge import read_message
from dialogs.interception.text import Spoken


def pieces(text: str, lang: Spoken = "en") -> set[Piece]:
    reading = read_message(text, lang)
    assert reading is not None
    (seen,) = reading.seen
    return seen.evidence


def test_a_sign_is_told_by_its_place() -> None:
    assert ("left", "should") in pieces("we should start a podcast")
    assert ("before", "should") in pieces("you should know, a podcast is out")
    assert ("behind", "should") in pieces("the podcast is out, you should listen")
    assert ("right", "should") in pieces("a podcast should help")


def test_the_words_next_to_the_tool_are_told_one_by_one() -> None:
    around = pieces("please start a podcast today")
    assert {("-1", "indef"), ("-2", "start"), ("1", "soon"), ("2", "edge")} <= around


def test_other_sentences_count_for_the_message_only() -> None:
    around = pieces("We need a podcast. It is broken.")
    assert ("message", "bug") in around
    assert ("behind", "bug") not in around
    assert ("message", "earlier") in around


def test_a_but_that_turns_the_tool_down_is_told_from_another() -> None:
    assert ("behind", "but not") in pieces("a podcast would be nice, but nobody has time")
    assert ("behind", "but not") not in pieces("a podcast is new, but we should start")


def test_the_signs_are_the_same_in_each_language() -> None:
    asked = {
        "en": "we should start a podcast",
        "fr": "on devrait lancer un podcast",
        "es": "deberíamos crear un podcast",
    }
    for lang, text in asked.items():
        assert {("left", "should"), ("-1", "indef")} <= pieces(text, lang)  # type: ignore[arg-type]


def test_plans_show_by_their_figures_and_kinds() -> None:
    planned = pieces("A podcast from May, weekly: questions from 40 to 10, we count in June")
    assert {("message", "plan 4"), ("message", "figures 2")} <= planned
