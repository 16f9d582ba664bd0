"""Typed answers to questions with buttons: a number, the label, or other words for one of them."""

import pytest

from dialogs.coach.choosing import meant, named
from dialogs.content.script import SCRIPT
from dialogs.conversation import Prompt
from dialogs.lang import Lang


def prompt_of(key: str) -> Prompt:
    return Prompt(key, "1.1.0", SCRIPT[key].slot or "", 0, "", SCRIPT[key].chips)


@pytest.mark.parametrize(
    ("key", "lang", "typed", "button"),
    [
        ("q.mechanism.proof", "en", "2", "btn.mech.fragile"),
        ("q.mechanism.proof", "en", "yes, it works", "btn.mech.works"),
        ("q.mechanism.proof", "fr", "Il n'y a rien.", "btn.mech.none"),
        ("q.step.human", "fr", "pas le temps", "blk.time"),
        ("q.step.size", "en", "4", "btn.size.xl"),
        ("q.step.size", "en", "9", None),
        ("ctl.stop", "en", "delete them", "btn.delete"),
        ("q.step.blocker", "fr", "dit puis perdu", "blk.lost"),
    ],
)
def test_a_button_can_be_typed_by_its_number_or_label(key: str, lang: Lang, typed: str, button: str | None) -> None:
    assert named(prompt_of(key), typed, lang) == button


@pytest.mark.parametrize(
    ("key", "lang", "typed", "button"),
    [
        ("q.mechanism.proof", "en", "it depends", "btn.mech.fragile"),
        ("q.mechanism.proof", "fr", "de temps en temps", "btn.mech.fragile"),
        ("q.mechanism.proof", "en", "yes it does", "btn.mech.works"),
        ("q.step.blocker", "en", "nothing", "blk.none"),
        ("q.step.blocker", "en", "people can't find it", "blk.cant_find"),
        ("q.step.blocker", "en", "it's a matter of trust", "blk.trust"),
        ("q.step.blocker", "fr", "pas le temps", "blk.time"),
        ("q.step.human", "en", "nobody is in charge", "blk.owner"),
        ("q.step.size", "en", "about 20 people", "btn.size.m"),
        ("q.step.size", "fr", "700 personnes", "btn.size.xl"),
        ("q.step.distance", "en", "in several time zones", "btn.dist.tz"),
        ("q.step.rhythm", "fr", "toutes les semaines", "btn.rhy.week"),
        ("q.step.purpose", "en", "finding answers", "btn.pur.find"),
        ("q.share", "en", "only me", "btn.private"),
        ("q.mechanism.proof", "en", "each one has a buddy, but only in two of the five teams", "btn.mech.fragile"),
        ("q.mechanism.proof", "en", "so so", "btn.mech.fragile"),
        ("q.mechanism.proof", "fr", "oui mais uniquement sur deux lignes", "btn.mech.fragile"),
        ("ctl.resume_stale", "en", "it's still on", "btn.still"),
        ("ctl.resume_stale", "en", "no longer needed I'm afraid", "btn.drop"),
        ("ctl.resume_stale", "fr", "oui ça tient toujours", "btn.still"),
        ("ctl.resume_stale", "fr", "ça a pas mal changé", "btn.changed"),
        ("q.step.size", "en", "hard to say", None),
        ("q.mechanism.proof", "en", "bananas", None),
    ],
)
def test_other_words_mean_a_button(key: str, lang: Lang, typed: str, button: str | None) -> None:
    assert meant(prompt_of(key), typed, lang) == button


def test_a_question_without_buttons_has_no_choice() -> None:
    question = Prompt("q.problem", "1.1.0", "problem.what")
    assert named(question, "1", "en") is None
    assert meant(question, "nothing", "en") is None
