"""How things are done today: an answer that says how well it works is not asked for it again."""

import pytest

from dialogs.lang import Lang
from tests.dialogs.test_engine_wishes import talk_at

TOLD: list[tuple[Lang, str, str]] = [
    ("en", "suggestion forms in a box by the canteen, nobody opens it", "fragile"),
    ("en", "each one gets a buddy, but only in two of the five teams", "fragile"),
    ("en", "a sheet of standard answers, it works for half of the questions", "fragile"),
    ("en", "a paper on the board, about a third look at it", "fragile"),
    ("en", "a weekly case hour, it works: 12 solved", "works"),
    ("fr", "une liste de contacts mais personne ne la met à jour", "fragile"),
    ("fr", "un cahier de consignes, ça marche une fois sur deux", "fragile"),
    ("fr", "un affichage, la moitié le lit", "fragile"),
    ("fr", "un point le vendredi, ça marche : 60 pannes réglées", "works"),
]


@pytest.mark.parametrize(("lang", "said", "level"), TOLD)
def test_a_level_that_was_told_is_not_asked(lang: Lang, said: str, level: str) -> None:
    talk = talk_at(lang, "mechanism")
    talk.say(said)
    assert (talk.conversation.plan.mechanism_level, talk.open[1]) == (level, "people")


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "a weekly case hour by phone"), ("fr", "un mail aux chefs de chantier, qui le lisent quand ils peuvent")],
)
def test_a_level_that_was_not_told_is_asked(lang: Lang, said: str) -> None:
    talk = talk_at(lang, "mechanism")
    talk.say(said)
    assert talk.open == ("q.mechanism.proof", "mechanism.level")
