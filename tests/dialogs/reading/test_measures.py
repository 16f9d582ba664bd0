"""Answers to "where is that number today, where should it be, and by when", on Monday 2 March 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lang import LANGS, Lang
from dialogs.reading.measures import read_measure

TODAY = date(2026, 3, 2)

# lang, answer, today's figure, the one wanted, unit, day
ANSWERS: list[tuple[Lang, str, float | None, float | None, str, str | None]] = [
    ("en", "150 days at best today, 14 by the end of June", 150, 14, "days", "2026-06-30"),
    ("en", "26 hours in January, 2 by the end of May instead", 26, 2, "hours", "2026-05-31"),
    ("en", "from 40 to 25", 40, 25, "", None),
    ("en", "now 3, ideally 10", 3, 10, "", None),
    ("en", "30 by June, today 60", 60, 30, "", "2026-06-30"),
    ("en", "60 a month today, 30 by June", 60, 30, "", "2026-06-30"),
    ("en", "Repeat visits are 21% today, I want 14% by October", 21, 14, "%", "2026-10-31"),
    ("en", "30 per month by June", None, 30, "", "2026-06-30"),
    ("en", "under 14 days before summer", None, 14, "days", "2026-06-20"),
    ("en", "8 of 10 can name it", None, 8, "of 10", None),
    ("en", "it is 63 now", 63, None, "", None),
    ("en", "Our CEO wants time to hire under 40 days by June, it's 63 now", 63, 40, "days", "2026-06-30"),
    ("en", "60 today, half by June", 60, 30, "", "2026-06-30"),
    ("en", "half of 60 by June", 60, 30, "", "2026-06-30"),
    ("en", "20 now, we want to double it by June", 20, 40, "", "2026-06-30"),
    ("en", "5 a week today, zero by June", 5, 0, "", "2026-06-30"),
    ("en", "from 90 to 14 days by September", 90, 14, "days", "2026-09-30"),
    ("en", "By June from 90 to 14", 90, 14, "", "2026-06-30"),
    ("en", "from 90 days to 14 in six months", 90, 14, "days", "2026-09-02"),
    ("en", "60 today, 30 would be great", 60, 30, "", None),
    ("en", "about 60 I think, 30 by June", 60, 30, "", "2026-06-30"),
    ("en", "Technicians get an answer within 1 hour instead of 2 days by June", 48, 1, "hour", "2026-06-30"),
    ("en", "40% today, 90% by May", 40, 90, "%", "2026-05-31"),
    ("en", "One improvement per line and month, up from 0.3", 0.3, None, "", None),
    ("en", "Repeat faults down from 18 to 9 a month", 18, 9, "", None),
    ("en", "90% by the end of the year", None, 90, "%", "2026-12-31"),
    ("en", "60", None, 60, "", None),
    ("en", "30 by end of June, it's 60", 60, 30, "", "2026-06-30"),
    ("en", "an answer in 10 days today, 2 by June", 10, 2, "days", "2026-06-30"),
    ("en", "14% by October, it was 21", 21, 14, "%", "2026-10-31"),
    ("en", "1,200 now, 6,000 next year", 1200, 6000, "", "2027-12-31"),
    ("en", "no idea", None, None, "", None),
    ("en", "by June", None, None, "", "2026-06-30"),
    ("en", "60 → 30 by June", 60, 30, "", "2026-06-30"),
    ("en", "Currently 3 in 10, 8 in 10 by June", 3, 8, "of 10", "2026-06-30"),
    ("en", "today", None, None, "", None),
    ("en", "two or three a month today, zero by June", 3, 0, "", "2026-06-30"),
    ("fr", "18 aujourd'hui, 9 en septembre", 18, 9, "", "2026-09-30"),
    ("fr", "45 aujourd'hui je crois, 25 ce serait bien", 45, 25, "", None),
    ("fr", "de 40 à 25", 40, 25, "", None),
    ("fr", "j'en compte 18", 18, None, "", None),
    ("fr", "les pannes réparées deux fois, j'en compte 18 par mois", 18, None, "", None),
    ("fr", "de 90 à 14 jours d'ici septembre", 90, 14, "jours", "2026-09-30"),
    ("fr", "60 par mois aujourd'hui, 30 d'ici juin", 60, 30, "", "2026-06-30"),
    ("fr", "actuellement 3, idéalement 10", 3, 10, "", None),
    ("fr", "30 par mois d'ici juin", None, 30, "", "2026-06-30"),
    ("fr", "moins de 14 jours avant l'été", None, 14, "jours", "2026-06-20"),
    ("fr", "Les pannes répétées passent de 18 à 9 par mois", 18, 9, "", None),
    ("fr", "de 90 jours à 14 dans six mois", 90, 14, "jours", "2026-09-02"),
    ("fr", "40 % aujourd'hui, 90 % en mai", 40, 90, "%", "2026-05-31"),
    ("fr", "8 personnes sur 10 savent citer les deux priorités", None, 8, "sur 10", None),
    ("fr", "60 aujourd'hui, la moitié d'ici juin", 60, 30, "", "2026-06-30"),
    ("fr", "26 heures en janvier, 2 d'ici fin mai", 26, 2, "heures", "2026-05-31"),
    ("fr", "Une amélioration par ligne et par mois, contre 0,3", 0.3, None, "", None),
    ("fr", "une vingtaine par semaine, à vérifier", None, 20, "", None),
    ("fr", "on est à 63, on voudrait 40 d'ici juin", 63, 40, "", "2026-06-30"),
    ("fr", "réponse en 1 heure au lieu de 2 jours d'ici juin", 48, 1, "heure", "2026-06-30"),
    ("fr", "60, à diviser par deux d'ici juin", 60, 30, "", "2026-06-30"),
    ("fr", "30 d'ici juin, 60 aujourd'hui", 60, 30, "", "2026-06-30"),
    ("fr", "En juin, passer de 60 à 30", 60, 30, "", "2026-06-30"),
    ("fr", "fin septembre", None, None, "", "2026-09-30"),
    ("en", "today it takes 3 weeks; one week by June would be nice", 3, 1, "week", "2026-06-30"),
    ("fr", "2h aujourd'hui, 30 minutes d'ici l'été", 120, 30, "minutes", "2026-06-20"),
    ("fr", "63 jours, on vise 40 pour fin juin", 63, 40, "jours", "2026-06-30"),
]


@pytest.mark.parametrize(("lang", "text", "baseline", "target", "unit", "day"), ANSWERS)
def test_answer(
    lang: Lang, text: str, baseline: float | None, target: float | None, unit: str, day: str | None
) -> None:
    measure = read_measure(text, lang, TODAY)
    assert (measure.baseline, measure.target, measure.unit) == (baseline, target, unit)
    assert measure.day == (date.fromisoformat(day) if day else None)


def test_guess_is_marked() -> None:
    assert read_measure("45 aujourd'hui je crois, 25 ce serait bien", "fr", TODAY).estimate
    assert not read_measure("18 aujourd'hui, 9 en septembre", "fr", TODAY).estimate


WORDS = (
    "60 30 2 zero half double moitié today now aujourd'hui by june d'ici juin in 10 days hours 2 heures instead of "
    "au lieu de from to de à , ; and want january % of 10 sur"
)


@given(
    text=st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join) | st.text(max_size=60),
    lang=st.sampled_from(LANGS),
)
def test_any_answer_can_be_read(text: str, lang: Lang) -> None:
    measure = read_measure(text, lang, TODAY)
    assert measure.day is None or measure.day > TODAY
    assert measure.unit == "" or (measure.baseline, measure.target) != (None, None)
