"""The word lists are found in what people type, and nothing else is."""

import re
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lang import LANGS, Lang
from dialogs.reading.lettertree import letter_tree
from dialogs.reading.owners import has_owner
from dialogs.reading.words import (
    content_words,
    found,
    plain,
    says,
    says_any,
    says_only,
    without,
    word_count,
)


def test_plain_is_one_spelling_for_all() -> None:
    assert plain("  D’ICI\u00a0FÉVRIER\n ou « mai »\u202f! ") == plain("d'ici fevrier ou « mai » !")
    assert plain("re\u0301sume\u0301") == "resume"


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("list_name", "text", "lang", "word"),
    [
        ("tool", "We want a wiki.", "en", "wiki"),
        ("tool", "la communauté des experts", "fr", "communaute"),
        ("tool", "l'outil", "fr", "outil"),
        ("measure", "80% of cases", "en", "%"),
        ("measure", "3days", "en", "days"),
        ("missing_tool", "on n'a pas d'outil", "fr", "on n'a pas d'"),
        ("date", "30 d’ici Juin", "fr", "d'ici"),
        ("tool", "teams do not talk", "en", None),
        ("tool", "appliqué à la lettre", "fr", None),
        ("adoption", "we would like an answer", "en", None),
        ("fomo", "les livraisons arrivent en retard chez le client", "fr", None),
        ("activity", "training", "en", "training"),
        ("activity", "trainings", "en", None),
    ],
)
def test_a_list_is_found_between_word_borders(list_name: str, text: str, lang: Lang, word: str | None) -> None:
    assert found(list_name, plain(text), lang) == word
    assert says(list_name, plain(text), lang) == (word is not None)


def test_several_lists_are_looked_for_at_once() -> None:
    assert says_any(("fomo", "tool"), "we want a wiki", "en")
    assert not says_any(("fomo", "tool"), "we want an answer", "en")


@pytest.mark.parametrize(
    ("list_name", "text", "lang", "only"),
    [
        ("nothing", "nothing at all, honestly", "en", True),
        ("nothing", "nothing is written down, they ring paul", "en", False),
        ("dunno", "je ne sais pas trop", "fr", True),
        ("dunno", "je ne sais pas si les gens suivront", "fr", False),
        ("everyone", "tout le monde, tous les jours", "fr", True),
        ("everyone", "the night shift", "en", False),
    ],
)
def test_a_list_and_nothing_else(list_name: str, text: str, lang: Lang, only: bool) -> None:
    assert says_only(list_name, text, lang) == only


def test_a_list_is_taken_out() -> None:
    assert without("calendar", "60 today, 30 by 12 may 2026", "en").split() == ["60", "today,", "30", "by"]


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("they don't answer the calls", "en", ("don't", "answer", "calls")),
        ("qu'ils partagent plus", "fr", ("partagent", "plus")),
        ("l'engagement", "fr", ("engagement",)),
        ("", "en", ()),
    ],
)
def test_content_words_are_what_is_left_without_small_words(text: str, lang: Lang, words: tuple[str, ...]) -> None:
    assert content_words(text, lang) == words


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("ça va ?", 2), ("80 % d'ici juin", 3), ("« oui »", 1), ("...", 0)]
)
def test_lone_marks_are_no_words(text: str, count: int) -> None:
    assert word_count(text) == count


@given(
    st.lists(st.text("abc ", min_size=1, max_size=5).map(str.strip).filter(bool), min_size=1, max_size=8),
    st.text("abc ", max_size=12),
)
def test_a_letter_tree_matches_what_its_list_matches(words: list[str], text: str) -> None:
    plainly, tree = (re.compile(rf"(?:{expression})") for expression in ("|".join(words), letter_tree("|".join(words))))
    assert (plainly.search(text) is None) == (tree.search(text) is None)
    assert all(tree.fullmatch(word) for word in words)


def test_a_letter_tree_keeps_groups_classes_and_quantifiers_whole() -> None:
    tree = re.compile(letter_tree(r"colou?r|colt|(?:red|re[ad]+y) one|\d+ cats|(?:big )?dog"))
    for matched in ("color", "colour", "colt", "red one", "ready one", "12 cats", "big dog", "dog"):
        assert tree.fullmatch(matched)
    assert not any(tree.fullmatch(letter) for letter in ascii_lowercase)


@pytest.mark.parametrize(
    ("steps", "lang"),
    [
        ("Ana lists the faults by Friday", "en"),
        ("ana lists the faults by friday", "en"),
        ("List the faults (Ana, Friday)", "en"),
        ("by 12 May, Piotr calls five leavers", "en"),
        ("my colleague tests it", "en"),
        ("Olivier liste les pannes", "fr"),
        ("la directrice signe vendredi", "fr"),
        ("j'appelle cinq personnes", "fr"),
        ("liste des pannes - moi", "fr"),
    ],
)
def test_somebody_carries_the_step(steps: str, lang: Lang) -> None:
    assert has_owner(steps, lang)


@pytest.mark.parametrize(
    ("steps", "lang"),
    [
        ("The team lists the faults by Friday", "en"),
        ("Draft the sheet by Friday, then test it in May", "en"),
        ("HR does the interviews", "en"),
        ("someone lists the faults", "en"),
        ("Rédiger la fiche d'ici vendredi", "fr"),
        ("La DSI installe Teams en mai", "fr"),
        ("on liste les pannes", "fr"),
        ("Réunion avec les équipes mardi", "fr"),
    ],
)
def test_nobody_carries_the_step(steps: str, lang: Lang) -> None:
    assert not has_owner(steps, lang)


@given(st.text(max_size=60), st.sampled_from(LANGS))
def test_any_text_may_be_asked_for_an_owner(steps: str, lang: Lang) -> None:
    assert has_owner(f"I do it. {steps}" if lang == "en" else f"je le fais. {steps}", lang)
