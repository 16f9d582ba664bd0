"""Obstacles in the person's words: where one ends, what kind it is, and which step it touches."""

from datetime import date

import pytest

from dialogs.coach.obstacles import known_blocker, read_obstacles, sensitive_obstacle, touching
from dialogs.coach.steps import read_steps
from dialogs.lang import Lang
from dialogs.plan import Obstacle

TODAY = date(2026, 3, 2)
SAID: list[tuple[Lang, str, list[tuple[str, str | None]]]] = [
    ("en", "Karim cancels because of production, and maintenance takes ideas as criticism", [("Karim cancels because of production", None), ("maintenance takes ideas as criticism", None)]),
    ("en", "it fails if country leads run out of time", [("country leads run out of time", "time")]),
    ("en", "nobody has time for it", [("nobody has time for it", "time")]),
    ("en", "legal wants to see every line before it goes out", [("legal wants to see every line before it goes out", "decision")]),
    ("en", "night shift can't log in; day shift is too busy", [("night shift can't log in", "access"), ("day shift is too busy", "time")]),
    ("en", "The risk is that nobody answers", [("nobody answers", "owner")]),
    ("en", "Honestly? The planners don't trust the figures", [("The planners don't trust the figures", "trust")]),
    ("en", "nothing", []),
    ("en", "nothing really", []),
    ("en", "nothing special comes to mind", []),
    ("fr", "rien de spécial", []),
    ("fr", "je ne vois rien de bloquant", []),
    ("fr", "Les fiches finissent dans un tiroir et à Gdansk on ne retrouve rien sur le serveur", [("Les fiches finissent dans un tiroir", "lost"), ("à Gdansk on ne retrouve rien sur le serveur", "cant_find")]),
    ("fr", "ça échoue si les responsables manquent de temps", [("les responsables manquent de temps", "time")]),
    ("fr", "personne n'a le temps", [("personne n'a le temps", "time")]),
    ("fr", "la règle veut que les accès s'ouvrent une fois le contrat signé, donc trop tard", [("la règle veut que les accès s'ouvrent une fois le contrat signé, donc trop tard", "decision")]),
    ("fr", "rien", []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "said", "obstacles"), SAID)
def test_each_obstacle_keeps_its_words_and_gets_its_kind(
    lang: Lang, said: str, obstacles: list[tuple[str, str | None]]
) -> None:
    assert [(obstacle.text, obstacle.kind) for obstacle in read_obstacles(said, lang)] == obstacles


@pytest.mark.parametrize(("lang", "said"), [("en", "silos and mindset"), ("fr", "les silos et les mentalités")])
def test_an_abstraction_stays_whole_and_is_marked(lang: Lang, said: str) -> None:
    (obstacle,) = read_obstacles(said, lang)
    assert (obstacle.text, obstacle.abstract) == (said, True)


@pytest.mark.parametrize(
    ("said", "touched"), [("the sheets end in a drawer", 1), ("the director changes", 1), ("nobody lists faults", 0)]
)
def test_an_obstacle_touches_the_step_whose_words_it_shares_else_the_last(said: str, touched: int) -> None:
    steps = read_steps("Paul lists the faults by Friday. Ana tests a sheet by 20 March.", "en", TODAY, "Maya")
    obstacles = read_obstacles(said, "en")
    assert touching(steps, obstacles, "en")[touched] == list(obstacles)
    assert touching(steps, obstacles, "en")[1 - touched] == []


@pytest.mark.parametrize(("said", "touched"), [("we're never there at the same time", 0), ("no time", 1)])
def test_distance_stands_in_the_way_of_what_comes_back_rather_than_of_one_call(said: str, touched: int) -> None:
    steps = read_steps(
        "I hold a 15-minute point every Monday. Bernard lists the studies by Friday.", "en", TODAY, "Maya"
    )
    assert touching(steps, read_obstacles(said, "en"), "en")[touched]


@pytest.mark.parametrize(
    ("kinds", "known"),
    [
        ([], "none"),
        (["time"], "time"),
        ([None], None),
        (["cant_find"], None),
        (["time", "trust"], None),
        (["time", "time"], "time"),
    ],
)
def test_only_a_human_obstacle_is_taken_without_asking(kinds: list[str | None], known: str | None) -> None:
    assert known_blocker([Obstacle(text="x", kind=kind) for kind in kinds]) == known


@pytest.mark.parametrize(
    ("lang", "reply", "day"),
    [
        ("en", "Ella, on Thursday", date(2026, 3, 5)),
        ("fr", "Ella, jeudi", date(2026, 3, 5)),
        ("en", "I'd rather not", None),
    ],
)
def test_a_sensitive_obstacle_keeps_a_day_at_most(lang: Lang, reply: str, day: date | None) -> None:
    assert sensitive_obstacle(reply, lang, TODAY) == Obstacle(sensitive=True, talk_on=day)
