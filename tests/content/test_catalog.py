"""Counts in words: the number asked for is the one that each language uses, and the words exist for both."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from dialogs.content.catalog import counted
from dialogs.lang import LANGS, Lang
from dialogs.saying import plural


@pytest.mark.parametrize(
    ("key", "count", "english", "french"),
    [
        ("count.times", 1, "1 time", "1 fois"),
        ("count.times", 4, "4 times", "4 fois"),
        ("count.people", 0, "0 people", "0 personne"),
        ("count.people", 1, "1 person", "1 personne"),
        ("count.people", 3, "3 people", "3 personnes"),
        ("count.days", 1, "1 day", "1 jour"),
        ("count.days", 1200, "1,200 days", "1\u202f200 jours"),
    ],
)
def test_a_count_in_words(key: str, count: int, english: str, french: str) -> None:
    assert (counted(key, count, "en"), counted(key, count, "fr")) == (english, french)


@given(count=st.integers(0, 10**7), lang=st.sampled_from(LANGS))
def test_the_plural_is_the_one_of_unicode(count: int, lang: Lang) -> None:
    assert plural(count, lang) == (Locale(lang).plural_form(count) != "one")
