"""A real coached talk, in French, with other names and numbers for every person.

No two people say the same words, as in life: a cache of what was read before must not flatter the engine.
The first nine turns hold two weak answers, like the peers' form.
"""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from dialogs.company import Company, Tool
from dialogs.conversation import Conversation
from dialogs.events import Clicked, Event, Moment, Noticed, Said

TURNS: Final = 9
MOMENT: Final = Moment(datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Paris")))
COMPANY: Final = Company(tools=(Tool("le wiki maintenance", "knowledge_base"),), tool_contact="le guichet numérique")

_FIRST = ("Belle", "Château", "Clair", "Franche", "Haute", "Mont", "Neuve", "Pont", "Roche", "Saint-Paul")
_LAST = ("bourg", "champ", "court", "fontaine", "lieu", "mare", "roche", "val", "vigne", "ville")
_NAMES = (
    "Agnieszka",
    "Béatrice",
    "Chloé",
    "Danuta",
    "Esther",
    "Fanny",
    "Gisèle",
    "Hélène",
    "Irène",
    "Justyna",
)


def beginning() -> Conversation:
    """The talk before its first event."""
    return Conversation(first_name="Étienne", lang="fr")


def events(number: int) -> tuple[Event, ...]:
    """Everything person `number` says and presses, from the offer to the saved plan."""
    town, other, name = _town(number), _town(number * 7 + 13), _NAMES[number // 3 % 10]
    problem = f"on ne partage rien entre {town} et {other}"
    count, due = 20 + number % 30, 5 + number % 20
    return (
        Noticed("une communauté Teams", "fr", problem=problem, people="les techniciens"),
        Clicked("btn.start"),
        Clicked("btn.right"),
        Said(
            f"La semaine dernière, {other} a refait une réparation de réducteur que {town} avait faite en "
            f"janvier. {2 + number % 30} heures perdues."
        ),
        Said(f"les {count} techniciens de {town} et {other}, deux ou trois fois par mois"),
        Said("qu'ils partagent plus"),  # one_word_objective
        Said(f"Avant de démonter, regarder si {other} l'a déjà fait"),  # no_measure
        Said(f"les pannes réparées deux fois, j'en compte {count} par mois"),
        Said(f"{count} aujourd'hui, {count // 2} en septembre"),
        Said(f"C'est moi pour {town}, {name} pour {other}, elle a dit oui vendredi"),
        Said("Ils appellent Paul, il a tout en tête, mais il ne note pas"),
        Clicked("btn.mech.fragile"),
        Said("Paul et les deux chefs d'atelier"),
        Said(
            f"Paul liste les 10 pannes les plus fréquentes d'ici vendredi. {name} fait tester une fiche par "
            f"deux techniciens la semaine prochaine. Et un appel de {due} minutes le mardi entre les deux "
            "ateliers, à partir du 24 mars, c'est moi qui l'anime."
        ),
        Said(f"Les fiches finissent dans un tiroir et à {other} on ne retrouve rien sur le serveur"),
        Clicked("blk.cant_find"),
        Said("Voir Paul pour la liste, demain matin"),
        Said("on met un code sur la machine qui ouvre la fiche"),
        Said("oui"),
        Clicked("btn.private"),
    )


def _town(number: int) -> str:
    return _FIRST[number % 10] + _LAST[number // 10 % 10] + ("", "-sur-Mer", "-les-Bains")[number // 100 % 3]
