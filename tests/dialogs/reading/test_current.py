"""One figure of today, however it is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lang import LANGS, Lang
from dialogs.plan import Objective
from dialogs.reading.current import current_figure

TODAY = date(2026, 5, 4)
JUNE = date(2026, 6, 30)
VISITS = Objective("", "repeat visits", 45, 25, "", JUNE)
SHARE = Objective("", "fixed at once", 45, 70, "%", JUNE)
WAIT = Objective("", "wait", 14, 3, "days", JUNE)
COST = Objective("", "cost", 2000, 1000, "€", JUNE)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("41", "en"),
        ("41 now", "en"),
        ("We're at 41.", "en"),
        ("roughly 41?", "en"),
        ("on est à 41", "fr"),
        ("on est à 41", "en"),
        ("from 45 to 41", "en"),
        ("it went down to 41 from 45", "en"),
        ("45 -> 41", "en"),
        ("45 → 41", "fr"),
        ("de 45 à 41", "fr"),
        ("passé de 45 à 41 depuis le 3 avril", "fr"),
        ("41 instead of 45", "en"),
        ("41 au lieu de 45", "fr"),
        ("On en est à 41, contre 45 avant", "fr"),
        ("41 (was 45)", "en"),
        ("we were at 45, now 41", "en"),
        ("last month 43, this month 41", "en"),
        ("3 new ones, 41 today", "en"),
        ("41, the target was 25 by June", "en"),
        ("we wanted 25 but we are at 41", "en"),
        ("on voulait 25, on a 41", "fr"),
        ("toujours loin des 25 : 41", "fr"),
        ("aujourd'hui 41, l'objectif était 25 pour fin juin", "fr"),
        ("41, 4 fewer than in March", "en"),
        ("ça a baissé de 4, on est à 41", "fr"),
        ("in 3 weeks it fell to 41", "en"),
        ("en 3 semaines on est passé à 41", "fr"),
        ("on 30 April it was 41", "en"),
        ("As of 30 April: 41", "en"),
        ("41 visits, target 25, baseline 45", "en"),
    ],
)
def test_todays_figure_is_found_among_others(text: str, lang: Lang) -> None:
    assert current_figure(text, lang, TODAY, VISITS) == 41


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("", "en"),
        ("no idea", "en"),
        ("don't know yet", "en"),
        ("je ne sais pas", "fr"),
        ("aucune idée", "fr"),
        ("on 12 May", "en"),
        ("le 12 mai", "fr"),
        ("the target is 25", "en"),
        ("25 is the target", "en"),
        ("l'objectif est 25", "fr"),
        ("4 fewer than last month", "en"),
        ("dropped by 4", "en"),
        ("4 de moins", "fr"),
        ("at 12:30", "en"),
    ],
)
def test_days_targets_and_differences_are_no_readings(text: str, lang: Lang) -> None:
    assert current_figure(text, lang, TODAY, VISITS) is None


@pytest.mark.parametrize(
    ("text", "lang", "objective", "value"),
    [
        ("it's 1,200", "en", VISITS, 1200),
        ("1 200", "fr", VISITS, 1200),
        ("0,5", "fr", VISITS, 0.5),
        ("25, target reached", "en", VISITS, 25),
        ("still 45", "en", VISITS, 45),
        ("forty", "en", VISITS, 40),
        ("none this month", "en", VISITS, 0),
        ("aucune", "fr", VISITS, 0),
        ("about 41%", "en", SHARE, 41),
        ("41", "en", SHARE, 41),
        ("8 of 10", "en", SHARE, 80),
        ("8 sur 10", "fr", SHARE, 80),
        ("12 hours", "en", SHARE, None),
        ("after 3 weeks we're at 12 days", "en", WAIT, 12),
        ("2 weeks", "en", WAIT, 14),
        ("1,500 euros", "en", COST, 1500),
        ("1 500 €", "fr", COST, 1500),
        ("€1,500", "en", COST, 1500),
    ],
)
def test_a_figure_is_told_in_the_objectives_unit(
    text: str, lang: Lang, objective: Objective, value: float | None
) -> None:
    assert current_figure(text, lang, TODAY, objective) == value


@given(st.integers(0, 99_999), st.sampled_from(LANGS))
def test_a_figure_alone_is_that_figure(value: int, lang: Lang) -> None:
    assert current_figure(f" {value:_} ".replace("_", " "), lang, TODAY, VISITS) == value or 2020 <= value <= 2040


@given(st.text(max_size=600), st.sampled_from(LANGS))
def test_any_text_has_a_figure_or_none(text: str, lang: Lang) -> None:
    read = current_figure(text, lang, TODAY, WAIT)
    assert read is None or read >= 0
