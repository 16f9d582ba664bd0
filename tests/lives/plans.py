"""Sample plans for the stories: ready ones, to be changed where a story needs less."""

from datetime import date
from typing import Any, Final

import msgspec

from dialogs.plan import Decision, Objective, Obstacle, Plan, Step
from tests.bot.lives import IDEAS

PANNES: Final = Plan(
    number=1,
    state="ready",
    problem="En janvier trois sites ont réparé la même pompe chacun de son côté, 9 heures à chaque fois",
    who="les 40 techniciens de maintenance",
    objective=Objective(
        "ne plus réparer deux fois", "réparations faites deux fois", 18, 9, "par mois", date(2026, 6, 30)
    ),
    decision=Decision("Karim", date(2026, 3, 9)),
    mechanism="l'heure des cas du jeudi, 12 cas en février",
    mechanism_level="works",
    people="les chefs de ligne, qui ouvrent chaque réunion par un cas",
    steps=(
        Step("ouvrir l'heure des cas aux trois sites", "Luc", date(2026, 3, 9), verdict="no_tool"),
        Step("trier les anciens cas", "Ana", date(2026, 3, 13), verdict="no_tool"),
    ),
    obstacles=(Obstacle("personne n'a une heure le jeudi"),),
    commitment="appeler Luc",
    commitment_on=date(2026, 3, 9),
    ifthen="alors Ana prend le jeudi",
)
SAMPLES: Final = {"ideas": IDEAS, "pannes": PANNES}


def samples(own: list[Any]) -> list[Plan]:
    """Somebody's plans, numbered from 1; one that comes several `times` is that many plans."""
    each: list[dict[str, Any]] = [{"like": what} if isinstance(what, str) else what for what in own]
    whole = [what for what in each for _ in range(what.get("times", 1))]
    return [_sample({k: v for k, v in what.items() if k != "times"}, number) for number, what in enumerate(whole, 1)]


def _sample(changes: dict[str, Any], number: int) -> Plan:
    """A plan `like` another in all but what is said of it."""
    like = msgspec.to_builtins(SAMPLES[changes["like"]])
    return msgspec.convert(like | changes | {"number": number}, Plan, strict=False)
