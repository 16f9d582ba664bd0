"""How people call a plan, and which one is meant."""

import pytest
from msgspec.structs import replace

from dialogs.life.naming import called
from dialogs.person import PersonId
from dialogs.plan import Objective, Plan
from tests.dialogs.life.early_plans import IDEAS, REPAIRS, record

MAYA = PersonId("T1", "Maya")
MINE = record(IDEAS)
MY_OTHER = record(replace(IDEAS, number=3, objective=Objective("Half of our how-to questions")))
HIS = record(REPAIRS, "Étienne", "fr")
HIS_THIRD = record(replace(REPAIRS, number=3, objective=Objective("Un appel du mardi à l'heure")), "Étienne", "fr")
HER_LIKE_MINE = record(replace(IDEAS, number=4, objective=Objective("An answer to every question")), "Priya")
ALL = (MY_OTHER, MINE, HIS, HIS_THIRD, HER_LIKE_MINE)


@pytest.mark.parametrize(
    ("which", "meant"),
    [
        ("", ALL),
        ("1", (MINE,)),
        ("#3", (MY_OTHER,)),  # the own one before that of somebody else
        ("2", (HIS,)),
        ("plan 2", (HIS,)),
        ("le plan n° 2", (HIS,)),
        ("étienne 3", (HIS_THIRD,)),
        ("ETIENNE 3", (HIS_THIRD,)),
        ("etienne mardi", (HIS_THIRD,)),
        ("idea", (MINE,)),
        ("every idea answer", (MINE,)),
        ("An answer to every idea", (MINE,)),
        ("reparer", (HIS,)),
        ("réparer deux fois", (HIS,)),
        ("answer", (MINE, HER_LIKE_MINE)),
        ("etienne", (HIS, HIS_THIRD)),
        ("7", ()),
        ("85", ()),
        ("?", ()),
        ("sales", ()),
    ],
)
def test_a_plan_is_called_by_number_title_or_owner(which: str, meant: tuple[object, ...]) -> None:
    assert called(which, ALL, MAYA, "en").matches == meant


@pytest.mark.parametrize(
    ("slip", "title"),
    [
        ("evry idae", "An answer to every idea"),
        ("awnser idea", "An answer to every idea"),
        ("repaerr deux", "Ne plus réparer deux fois"),
        ("quarterly sales", ""),
        ("9", ""),
    ],
)
def test_a_slip_finds_the_title_that_is_near(slip: str, title: str) -> None:
    assert called(slip, ALL, MAYA, "en") == ((), title)


def test_somebody_elses_plan_is_called_by_their_words() -> None:
    ours = record(Plan(number=5, objective=Objective("Fewer calls to our desk")), "Priya")
    assert called("our desk", [ours], MAYA, "en").matches == (ours,)
    assert called("fewer", [ours], PersonId("T1", "Priya"), "en").matches == (ours,)


def test_nobody_has_a_plan() -> None:
    assert called("", (), MAYA, "en") == called("ideas", (), MAYA, "fr") == ((), "")
