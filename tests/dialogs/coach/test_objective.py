"""The objective: what is counted, today's figure, the target and the day. Written on Monday 2 March 2026."""

from datetime import date

import pytest

from dialogs.coach.objective import missing_figure, read_count, read_numbers, read_outcome
from dialogs.lang import Lang
from dialogs.plan import Objective

TODAY = date(2026, 3, 2)
# An answer, what is counted, and "baseline > target unit day".
ENGLISH = {
    "repeat visits are 21% today, I want 14% by October": ("repeat visits", "21 > 14 % 31/10"),
    "lost requests, 60 a week today, 10 by the end of June": ("lost requests", "60 > 10 30/6"),
    "cut the time to hire from 63 to 40 days by June": ("cut the time to hire", "63 > 40 days 30/6"),
    "a first public answer within 2 hours": ("a first public answer", "? > 2 hours"),
    "Time to first answer: 26 hours today, 2 by May": ("Time to first answer", "26 > 2 hours 31/5"),
    "we want less than 5 complaints per week": ("complaints per week", "? > 5"),
    "3 accidents a month, 1 by December": ("accidents a month", "3 > 1 31/12"),
    "ok: 120 repeat calls a week down to 60 by the end of May. I counted them last week": (
        "repeat calls a week",
        "120 > 60 31/5",
    ),
    "no complaint instead of 3 a month, by June": ("no complaint", "3 > ? 30/6"),
    "9 days to 4 by July": ("", "9 > 4 days 31/7"),
    "an answer to each idea": ("", "? > ?"),
}
FRENCH = {
    "les visites répétées sont à 21 % aujourd'hui, je veux 14 % d'ici octobre": (
        "les visites répétées",
        "21 > 14 % 31/10",
    ),
    "demandes perdues, 60 par semaine aujourd'hui, 10 d'ici fin juin": ("demandes perdues", "60 > 10 30/6"),
    "Délai de première réponse : 26 heures aujourd'hui, 2 d'ici mai": (
        "Délai de première réponse",
        "26 > 2 heures 31/5",
    ),
    "moins de 5 réclamations par semaine": ("réclamations par semaine", "? > 5"),
    "3 accidents par mois, 1 d'ici décembre": ("accidents par mois", "3 > 1 31/12"),
    "zéro remarque de visiteur au lieu de 3 par mois, pour le 30 avril": ("zéro remarque de visiteur", "3 > 0 30/4"),
    "on est à 120 appels par jour, ramener à 60 fin mai": ("appels par jour", "120 > 60 31/5"),
    "prévenir les chantiers : 5 sur 5 au lieu de 2 sur 5, fin avril": ("prévenir les chantiers", "2 > 5 sur 5 30/4"),
    "trouver la bonne personne le jour même, aujourd'hui il leur faut 3 jours": (
        "trouver la bonne personne le jour même",
        "3 > ? jours",
    ),
    "une réponse à chaque idée": ("", "? > ?"),
}
ANSWERS = [("en", said, *read) for said, read in ENGLISH.items()] + [
    ("fr", said, *read) for said, read in FRENCH.items()
]


def in_short(objective: Objective) -> str:
    start, end = (("?" if figure is None else f"{figure:g}") for figure in (objective.baseline, objective.target))
    day = f"{objective.due.day}/{objective.due.month}" if objective.due else ""
    return " ".join(filter(None, (f"{start} > {end}", objective.unit, day)))


@pytest.mark.parametrize(("lang", "said", "measure", "figures"), ANSWERS)
def test_the_result_is_read_with_the_figures_that_come_along(lang: Lang, said: str, measure: str, figures: str) -> None:
    objective = read_outcome(said, lang, TODAY, Objective())
    assert (objective.measure, in_short(objective)) == (measure, figures)
    assert objective.outcome == said


@pytest.mark.parametrize(
    ("lang", "said", "figures"),
    [
        ("en", "150 days at best today, 14 by the end of June", "150 > 14 days 30/6"),
        ("en", "from 40 to 25 by June", "40 > 25 30/6"),
        ("fr", "18 aujourd'hui, 9 en septembre", "18 > 9 30/9"),
        ("fr", "de 40 à 25 jours d'ici juin", "40 > 25 jours 30/6"),
    ],
)
def test_the_numbers_keep_the_words_of_the_result(lang: Lang, said: str, figures: str) -> None:
    objective = read_numbers(said, lang, TODAY, Objective("an answer to each idea"))
    assert (objective.outcome, in_short(objective)) == ("an answer to each idea", figures)


def test_a_bare_figure_completes_the_one_that_stands() -> None:
    target = read_numbers("30 by June", "en", TODAY, Objective("late answers"))
    assert missing_figure(target) == "no_baseline"
    whole = read_numbers("60, I think", "en", TODAY, target)
    assert (in_short(whole), whole.estimate, missing_figure(whole)) == ("60 > 30 30/6", True, None)


def test_todays_figure_is_told_in_the_unit_of_the_target() -> None:
    target = read_outcome("j'aimerais qu'on réponde en 5 jours d'ici fin mai", "fr", TODAY, Objective())
    assert target.measure == "qu'on réponde"
    assert in_short(read_numbers("trois semaines aujourd'hui", "fr", TODAY, target)) == "21 > 5 jours 31/5"


def test_a_day_completes_the_figures() -> None:
    undated = read_numbers("45 aujourd'hui je crois, 25 ce serait bien", "fr", TODAY, Objective("autonomes plus tôt"))
    assert (missing_figure(undated), undated.estimate) == ("no_date", True)
    assert in_short(read_numbers("fin septembre", "fr", TODAY, undated)) == "45 > 25 30/9"


def test_another_result_starts_another_count_and_a_count_names_its_measure() -> None:
    before = Objective("late answers", measure="late answers", baseline=60, target=30)
    assert in_short(read_outcome("happier customers", "en", TODAY, before)) == "? > ?"
    counted = read_count(
        "les pannes réparées deux fois, j'en compte 18 par mois", "fr", TODAY, Objective("regarder avant")
    )
    assert (counted.outcome, counted.measure, counted.baseline) == (
        "regarder avant",
        "les pannes réparées deux fois",
        18,
    )
