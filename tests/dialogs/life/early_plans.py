"""Two plans half way through their talk, an English and a French one, and what becomes a record of them."""

from datetime import date
from typing import Final

from dialogs.lang import Lang
from dialogs.life.record import Life, Party, Record, Ref
from dialogs.plan import Decision, Objective, Obstacle, Plan, Step

TODAY: Final = date(2026, 3, 2)

IDEAS: Final = Plan(
    number=1,
    state="in_coaching",
    archetype="innovation",
    trigger_tool="a Slack community",
    problem="30 ideas from October, none answered",
    who="the 85 operators",
    objective=Objective("An answer to every idea", "days from idea to answer", 150, 14, "days", due=date(2026, 6, 30)),
    decision=Decision("Karim"),
    mechanism="they tell their shift lead",
    mechanism_level="fragile",
    people="Karim and the 6 shift leads",
    steps=(
        Step("sort the 30 ideas", "Maya", date(2026, 3, 13), "I sort the 30 ideas by Friday 13 March"),
        Step("answer all of them in one go", "Karim", date(2026, 3, 26), "Karim answers all of them on the 26th"),
    ),
)
REPAIRS: Final = Plan(
    number=2,
    state="in_coaching",
    archetype="cross_site",
    problem="Gdansk a refait une réparation que Lyon avait faite en janvier, 9 heures perdues",
    who="les 40 techniciens des deux sites",
    # No day for the target yet, only one for the next look at the figure.
    objective=Objective("Ne plus réparer deux fois", "pannes réparées deux fois par mois", 18, 9, "pannes"),
    checkin_on=date(2026, 9, 30),
    decision=Decision("Agnieszka", said_yes=True, said_yes_on=date(2026, 2, 27)),
    mechanism="ils appellent Paul",
    mechanism_level="fragile",
    people="Paul et les deux chefs d'atelier",
    steps=(Step("lister les 10 pannes", "Paul", date(2026, 3, 6)),),
    obstacles=(Obstacle("les mentalités", abstract=True),),
    weak={"blockers": "abstract_blocker"},
)


def record(plan: Plan, owner: str = "Maya", lang: Lang = "en", *, life: Life | None = None) -> Record:
    """The plan of a person of the company T1, whose id is their name."""
    party = Party("T1", owner, owner, lang)
    return Record(Ref("T1", owner, plan.number), plan, life or Life(owner=party))
