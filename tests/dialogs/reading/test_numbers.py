"""The figures people type, and the words that make them a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lang import LANGS, Lang
from dialogs.reading.numbers import find_numbers, is_estimate


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("en", "1,200 of them", [(1200, "")]),
        ("en", "6,000 parts", [(6000, "")]),
        ("en", "0.3 per line", [(0.3, "")]),
        ("en", "1,200,300.5", [(1_200_300.5, "")]),
        ("fr", "1.200.300,5 ou 1.200", [(1_200_300.5, ""), (1200, "")]),
        ("en", "21% today", [(21, "%")]),
        ("en", "12 per cent", [(12, "%")]),
        ("en", "400k views", [(400_000, "")]),
        ("en", "3 in 10", [(3, "of 10")]),
        ("en", "8 of 10 can", [(8, "of 10")]),
        ("en", "8/10", [(8, "of 10")]),
        ("en", "4 people out of 10", [(4, "of 10")]),
        ("en", "26 hours, then 2", [(26, "hours"), (2, "")]),
        ("en", "a 15-minute talk", [(15, "minute")]),
        ("en", "€400 or 5 euros", [(400, "€"), (5, "euros")]),
        ("en", "two shift leads, one hour a month", [(2, ""), (1, "hour")]),
        ("en", "half a dozen calls", [(6, "")]),
        ("en", "zero", [(0, "")]),
        ("fr", "1 200 pièces", [(1200, "")]),
        ("fr", "1\u202f200,5", [(1200.5, "")]),
        ("fr", "0,3 par ligne", [(0.3, "")]),
        ("fr", "24 % ou 24%", [(24, "%"), (24, "%")]),
        ("fr", "3 sur 10", [(3, "sur 10")]),
        ("fr", "8 personnes sur 10", [(8, "sur 10")]),
        ("fr", "une vingtaine par semaine", [(20, "")]),
        ("fr", "deux ou trois fois", [(2, ""), (3, "")]),
        ("fr", "9 heures perdues", [(9, "heures")]),
        ("fr", "une heure", [(1, "heure")]),
    ],
)
def test_figures(lang: Lang, text: str, figures: list[tuple[float, str]]) -> None:
    assert [(number.value, number.unit) for number in find_numbers(text, lang)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "at 8:30",
        "9 am",
        "v2.3",
        "python 3.11.7",
        "the 3rd shift",
        "T3",
        "A-12",
        "24/7",
        "no one",
        "https://x.y/12",
    ],
)
def test_times_versions_and_codes_are_no_figures(text: str) -> None:
    assert find_numbers(text, "en") == ()


def test_dates_can_be_left_out() -> None:
    text = "14 by 30 June"
    assert [number.value for number in find_numbers(text, "en", skip=[(3, len(text))])] == [14]


@pytest.mark.parametrize(
    ("lang", "text", "guess"),
    [
        ("en", "about 20 a week, I'd have to check", True),
        ("en", "63 I think", True),
        ("en", "63 exactly", False),
        ("fr", "45 aujourd'hui je crois", True),
        ("fr", "une vingtaine", True),
        ("fr", "20, à vérifier", True),
        ("fr", "20 par semaine", False),
    ],
)
def test_guess(lang: Lang, text: str, guess: bool) -> None:
    assert is_estimate(text, lang) is guess


@given(
    text=st.text(alphabet="0123456789 ,./:%k€-àa", max_size=30) | st.text(max_size=60),
    lang=st.sampled_from(LANGS),
)
def test_any_text_can_be_read(text: str, lang: Lang) -> None:
    end = 0
    for number in find_numbers(text, lang):
        assert end <= number.start < number.end <= len(text)
        assert number.value >= 0
        end = number.end


@given(value=st.integers(min_value=0, max_value=999_999_999))
def test_grouped_thousands_are_read_back(value: int) -> None:
    assert [number.value for number in find_numbers(f"{value:,}", "en")] == [value]
    assert [number.value for number in find_numbers(f"{value:,}".replace(",", " "), "fr")] == [value]
