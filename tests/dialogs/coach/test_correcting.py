"""Corrections by the way: the figure goes in place, the slot is the one that counts the same thing."""

from datetime import date

import pytest

from dialogs.coach.correcting import amended
from dialogs.lang import LANGS, Lang
from tests.dialogs.test_engine_wishes import talk_at


@pytest.mark.parametrize(
    ("old", "correction", "new"),
    [
        ("the 40 technicians, twice a month", "45 technicians", "the 45 technicians, twice a month"),
        ("the 11 country leads: they host", "country leads is 10, Brazil has none yet", "the 10 country leads: they host; Brazil has none yet"),
        ("les 40 techniciens, deux fois par mois", "c'est 45 techniciens", "les 45 techniciens, deux fois par mois"),
        ("the night shift", "it's the day shift", "the day shift"),
        ("18 a month", "20 people", "20 people"),
        ("9 days to 4", "it's 12 days not 9", "12 days to 4"),
        ("9 jours, 4 d'ici juin", "c'est 12 jours et pas 9", "12 jours, 4 d'ici juin"),
    ],
)  # fmt: skip
def test_a_figure_is_corrected_in_place(old: str, correction: str, new: str) -> None:
    assert amended(old, correction) == new


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("english", "french", "slot", "text"),
    [
        ("no, it's 45 technicians", "non, c'est 45 techniciens", "problem.who", "45"),
        ("change the target to 8", "changer la cible à 8", "objective.numbers", "8"),
        ("actually the decision is Dana", "en fait la décision c'est Dana", "decision", "Dana"),
    ],
)
def test_a_correction_finds_its_slot(lang: Lang, english: str, french: str, slot: str, text: str) -> None:
    talk = talk_at(lang, "people")
    assert talk.say(english, french)[0] == "ctl.fixed"
    assert text in talk.conversation.slot(slot).text
    assert talk.open[1] == "people"


@pytest.mark.parametrize("lang", LANGS)
def test_a_bare_figure_right_after_the_reflection_corrects_the_one_said(lang: Lang) -> None:
    talk = talk_at(lang, "objective.outcome")
    talk.say(
        "first change shipped in 4 weeks instead of 9, by September",
        "premier envoi en 4 semaines au lieu de 9, d'ici septembre",
    )
    talk.say("no wait, 3 weeks", "non attendez, 3 semaines")
    objective = talk.conversation.plan.objective
    assert (objective.baseline, objective.target, talk.open[1]) == (9, 3, "decision")


@pytest.mark.parametrize("lang", LANGS)
def test_one_corrected_figure_leaves_the_day_that_was_told_elsewhere(lang: Lang) -> None:
    talk = talk_at(lang, "objective.outcome")
    talk.say("9 days to 4", "de 9 jours à 4")
    talk.say("by July", "d'ici juillet")
    talk.say("actually it's 12 days not 9", "en fait c'est 12 jours, pas 9")
    objective = talk.conversation.plan.objective
    assert (objective.baseline, objective.target, objective.due) == (12, 4, date(2026, 7, 31))


@pytest.mark.parametrize("lang", LANGS)
def test_only_what_depends_on_a_changed_answer_is_asked_again(lang: Lang) -> None:
    talk = talk_at(lang, "steps")
    talk.say("change the objective", "changer l'objectif")
    talk.say("hours lost on a known fault", "les heures perdues sur une panne connue")
    assert talk.open[1] == "objective.numbers"
    talk.say("160 a month today, 40 by the end of June", "160 par mois aujourd'hui, 40 d'ici fin juin")
    assert talk.open[1] == "steps"
