"""A group that is named, and a group with what it does."""

import pytest

from dialogs.lang import Lang
from dialogs.reading.doing import says_what_is_done
from dialogs.reading.words import plain

DONE: list[tuple[Lang, str]] = [
    ("en", "counter staff use the sheet and note what's missing"),
    ("en", "team leaders read the forms every friday and answer"),
    ("en", "planners bring next week's draft to the lab"),
    ("en", "they note one fix each"),
    ("fr", "les chefs d'équipe lisent les consignes à voix haute"),
    ("fr", "le service presse prévient le support dans l'heure"),
    ("fr", "chaque chef note une panne le vendredi"),
    ("fr", "chacun dit le lundi sur quoi il travaille"),
]
NAMED: list[tuple[Lang, str]] = [
    ("en", "the shift leads in Lyon and the planners of line 2"),
    ("en", "people in the call centre"),
    ("en", "the help desk agents"),
    ("en", "shift leads"),
    ("fr", "les clients"),
    ("fr", "les techniciens des 9 dépôts"),
    ("fr", "les agents du support et le département qualité"),
    ("fr", "les chefs de dépôt et les acheteurs"),
]


@pytest.mark.parametrize(("lang", "said"), DONE)
def test_what_people_do_is_said(lang: Lang, said: str) -> None:
    assert says_what_is_done(plain(said), lang)


@pytest.mark.parametrize(("lang", "said"), NAMED)
def test_people_are_only_named(lang: Lang, said: str) -> None:
    assert not says_what_is_done(plain(said), lang)
