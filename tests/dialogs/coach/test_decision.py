"""Who can say yes, and where the yes stands. Written on Monday 2 March 2026; *I* is Maya."""

from datetime import date

import pytest

from dialogs.coach.decision import read_decision
from dialogs.lang import Lang
from dialogs.plan import Decision

TODAY = date(2026, 3, 2)
# An answer, and "sponsor", "sponsor yes", "sponsor yes day" or "sponsor ask day".
ENGLISH = {
    "Karim, the plant manager. Not yet.": "Karim",
    "I can decide": "Maya yes 2/3",
    "it's me": "Maya yes 2/3",
    "Me, I'm the head of the site": "Maya yes 2/3",
    "Ines said yes on Friday": "Ines yes 27/2",
    "Dana (VP service) said yes on 2 February": "Dana yes 2/2",
    "Henrik, the COO. He said yes on Friday, to a new process, not to a tool": "Henrik yes 27/2",
    "Karim already agreed": "Karim yes",
    "karim, plant manager. not asked yet": "Karim",
    "plant manager, i'll ask on thursday": "plant manager ask 5/3",
    "well, the boss. not yet": "the boss",
    "Anna, head of engineering. I'll ask her Thursday": "Anna ask 5/3",
    "karim, the boss. ask him thurs": "Karim ask 5/3",
    "Mrs Bell, she said yes on Friday": "Mrs Bell yes 27/2",
    "I'll ask Ines on Thursday": "Ines ask 5/3",
    "The plant director. I'll ask her tomorrow": "The plant director ask 3/3",
    "the board, on 20 March": "the board ask 20/3",
    "Not decided yet, Ana would have to say yes": "Ana",
    "nobody has decided": "",
    "no idea who": "",
}
FRENCH = {
    "Karim, le directeur d'usine. Pas encore.": "Karim",
    "karim, directeur d'usine, pas encore": "Karim",
    "la directrice de production, Mme Roche, elle a dit oui vendredi": "Mme Roche yes 27/2",
    "M. Lambert est d'accord": "M. Lambert yes",
    "C'est moi qui décide": "Maya yes 2/3",
    "moi": "Maya yes 2/3",
    "Inès a dit oui vendredi": "Inès yes 27/2",
    "le DG, feu vert donné hier": "le DG yes 1/3",
    "Karim a déjà validé": "Karim yes",
    "C'est moi pour Lyon, Agnieszka pour Gdansk, elle a dit oui vendredi": "Agnieszka yes 27/2",
    "je demande à Inès jeudi": "Inès ask 5/3",
    "Inès, pas encore, je la vois jeudi": "Inès ask 5/3",
    "La directrice du site. Je lui demande demain": "La directrice du site ask 3/3",
    "le codir, le 20 mars": "le codir ask 20/3",
    "personne n'a décidé": "",
}
ANSWERS = [("en", *row) for row in ENGLISH.items()] + [("fr", *row) for row in FRENCH.items()]


def in_short(decision: Decision) -> str:
    on = decision.said_yes_on or decision.ask_on
    state = "yes" if decision.said_yes else "ask" if decision.ask_on else ""
    return " ".join(filter(None, (decision.sponsor, state, f"{on.day}/{on.month}" if on else "")))


@pytest.mark.parametrize(("lang", "answer", "decision"), ANSWERS)
def test_the_sponsor_and_the_yes_are_read(lang: Lang, answer: str, decision: str) -> None:
    assert in_short(read_decision(answer, lang, TODAY, "Maya")) == decision


def test_the_reply_to_a_probe_adds_to_the_sponsor() -> None:
    before = read_decision("Karim, the plant manager. Not yet.", "en", TODAY, "Maya")
    assert in_short(read_decision("I'll ask him on Thursday", "en", TODAY, "Maya", before)) == "Karim ask 5/3"
    assert in_short(read_decision("he said yes this morning", "en", TODAY, "Maya", before)).startswith("Karim yes")
