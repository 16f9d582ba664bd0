"""Days, figures and French spacing as the coach writes them. `~` stands for a no-break space."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import saying
from dialogs.lang import LANGS, Lang
from dialogs.reading.dates import find_dates

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("when", "english", "french"),
    [
        (date(2026, 6, 30), "30 June", "30 juin"),
        (date(2026, 3, 1), "1 March", "1er mars"),
        (date(2026, 8, 11), "11 August", "11 août"),
        (date(2027, 6, 1), "1 June 2027", "1er juin 2027"),
        (date(2024, 2, 29), "29 February 2024", "29 février 2024"),
    ],
)
def test_day(when: date, english: str, french: str) -> None:
    assert saying.day(when, "en", TODAY) == english
    assert saying.day(when, "fr", TODAY) == french


@given(ahead=st.integers(min_value=0, max_value=800), lang=st.sampled_from(LANGS))
def test_day_said_is_the_day_read(ahead: int, lang: Lang) -> None:
    when = TODAY + timedelta(days=ahead)
    assert [found.day for found in find_dates(saying.day(when, lang, TODAY), lang, TODAY)] == [when]


@pytest.mark.parametrize(
    ("value", "unit", "lang", "written"),
    [
        (21, "%", "en", "21%"),
        (21, "%", "fr", "21~%"),
        (400, "€", "en", "€400"),
        (400, "€", "fr", "400~€"),
        (1200, "", "en", "1,200"),
        (1200, "", "fr", "1\u202f200"),
        (0.3, "", "en", "0.3"),
        (0.3, "", "fr", "0,3"),
        (14, "days", "en", "14 days"),
        (1, "days", "en", "1 day"),
        (48, "hour", "en", "48 hours"),
        (1.5, "jours", "fr", "1,5 jour"),
        (1, "mois", "fr", "1 mois"),
        (8, "of 10", "en", "8 of 10"),
    ],
)
def test_figure(value: float, unit: str, lang: Lang, written: str) -> None:
    assert saying.figure(value, unit, lang) == written.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("typed", "spaced"),
    [
        ("Bonjour ! Qui ?", "Bonjour~! Qui~?"),
        ("Et aujourd'hui?", "Et aujourd'hui~?"),
        ("« oui » et «non»; la suite : rien", "«~oui~» et «~non~»~; la suite~: rien"),
        ("*Objectif* : 24 % ou 5€", "*Objectif*~: 24~% ou 5~€"),
        ("à 8:30, voir https://a.b/?x=1", "à 8:30, voir https://a.b/?x=1"),
        (
            "<https://a.b|le lien ?> R&amp;D `a ?` :tada: :)",
            "<https://a.b|le lien ?> R&amp;D `a ?` :tada: :)",
        ),
        ("vraiment?! (?)", "vraiment~?! (?)"),
        ("« {step} » : qui ?", "«~{step}~»~: qui~?"),
        ("Dire `/plan list` ?", "Dire `/plan list`~?"),
    ],
)
def test_french_spacing(typed: str, spaced: str) -> None:
    assert saying.french_spacing(typed) == spaced.replace("~", "\u00a0")


@given(st.text(alphabet="aé1 ?!:;«»%€<>`&\u00a0", max_size=40))
def test_french_spacing_twice_changes_nothing(text: str) -> None:
    once = saying.french_spacing(text)
    assert saying.french_spacing(once) == once
