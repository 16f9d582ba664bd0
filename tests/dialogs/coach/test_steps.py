"""Steps as people write them: whose each is, and for when. Written on Monday 2 March 2026; *I* is Maya."""

from datetime import date

import pytest

from dialogs.coach.steps import MAX_STEPS, read_steps, verb_lowered, with_owner
from dialogs.lang import Lang

TODAY = date(2026, 3, 2)
# A message, and each step of it as "words | owner | day".
ENGLISH = {
    "I sort the ideas by Friday. Karim answers them on the 26th.": "sort the ideas | Maya | 6/3; answer them | Karim | 26/3",
    "Ana to list the faults by 13 March; Piotr to test one sheet next week": "list the faults | Ana | 13/3; test one sheet | Piotr | 13/3",
    "1. Ana lists the faults by Friday\n2. Piotr tests a sheet on line 2 next week\n3. I report to Ines by 31 March": "list the faults | Ana | 6/3; test a sheet on line 2 | Piotr | 13/3; report to Ines | Maya | 31/3",
    "- call the three sites (me, tomorrow)\n- list what they use (Ana, 13 March)": "call the three sites | Maya | 3/3; list what they use | Ana | 13/3",
    "Ana: list of faults by Friday": "list of faults | Ana | 6/3",
    "List of faults - Ana - by Friday": "list of faults | Ana | 6/3",
    "Two-hour drill on 25 March, I run it.": "two-hour drill | Maya | 25/3",
    "First I'll call Bruno tomorrow, then Samir names a buddy per newcomer by the 16th": "call Bruno | Maya | 3/3; name a buddy per newcomer | Samir | 16/3",
    "Ana lists the faults by Friday and Piotr tests a sheet next week": "list the faults | Ana | 6/3; test a sheet | Piotr | 13/3",
    "draft by Lena by 11 March": "draft | Lena | 11/3",
    "I'll ask Karim on Thursday whether line 2 can try it": "ask Karim whether line 2 can try it | Maya | 5/3",
    "Luc writes up the 12 cases by 13 March, I open the case hour on 19 March, each country lead names a stand-in by 31 March": "write up the 12 cases | Luc | 13/3; open the case hour | Maya | 19/3; name a stand-in | country lead | 31/3",
    "ask Ines for two hours a month by Thursday": "ask Ines for two hours a month | - | 5/3",
    "1 karim asks each lead on mon. 2 me: i empty the box fri 13 march. 3 answers on the board": "ask each lead | Karim | 9/3; empty the box | Maya | 13/3; answers on the board | - | -",
    "On Monday, I call both sites": "call both sites | Maya | 9/3",
    "Jonas in billing rewrites the bill text by 20 March": "rewrite the bill text | Jonas | 20/3",
    "a 15-minute call with Montreal to share out the studies, me from 9 March": "a 15-minute call with Montreal to share out the studies | Maya | 9/3",
    "I test them on one tender w/c 23 March": "test them on one tender | Maya | 23/3",
    "all 150 maintenance people put their question to the others": "all 150 maintenance people put their question to the others | - | -",
    "I send the list tomorrow to the 12 heads, they correct their line by the 13th": "send the list to the 12 heads | Maya | 3/3; they correct their line | - | 13/3",
    "Agree on a name": "agree on a name | - | -",
    "Find some time for the programme (Ana)": "find some time for the programme | Ana | -",
    "The HR team sends the survey in April": "The HR team sends the survey | - | 30/4",
}  # fmt: skip
FRENCH = {
    "Je trie les idées d'ici vendredi. Karim y répond le 26.": "trier les idées | Maya | 6/3; y répondre | Karim | 26/3",
    "Ana liste les pannes d'ici le 13 mars ; Piotr teste une fiche la semaine prochaine": "lister les pannes | Ana | 13/3; tester une fiche | Piotr | 13/3",
    "1. Ana liste les pannes d'ici vendredi\n2. Piotr teste une fiche la semaine prochaine\n3. Je présente à Inès d'ici le 31 mars": "lister les pannes | Ana | 6/3; tester une fiche | Piotr | 13/3; présenter à Inès | Maya | 31/3",
    "- appeler les trois sites (moi, demain)\n- lister ce qu'ils utilisent (Ana, 13 mars)": "appeler les trois sites | Maya | 3/3; lister ce qu'ils utilisent | Ana | 13/3",
    "lundi, j'en parle aux deux chefs d'équipe": "en parler aux deux chefs d'équipe | Maya | 9/3",
    "Les techniciens se posent leurs questions entre dépôts": "se poser leurs questions entre dépôts | techniciens | -",
    "je demande une heure à M. Lambert avant vendredi, Hélène leur envoie la liste chaque lundi, les chefs rappellent les candidats": "demander une heure à M. Lambert | Maya | 6/3; leur envoyer la liste chaque lundi | Hélène | -; rappeler les candidats | chefs | -",
    "Mehdi réunit les trois vendredi, moi je retire 12 champs d'ici le 16 mars": "réunir les trois | Mehdi | 6/3; retirer 12 champs | Maya | 16/3",
    "j'envoie la liste aux chefs demain, ils corrigent leur ligne pour le 13, et Fatou la relit tous les mois": "envoyer la liste aux chefs | Maya | 3/3; ils corrigent leur ligne | - | 13/3; la relire tous les mois | Fatou | -",
    "chaque chef de chantier les lit au briefing": "les lire au briefing | chef de chantier | -",
    "un point le lundi pour se répartir les études, moi dès le 9 mars": "un point le lundi pour se répartir les études | Maya | 9/3",
    "je choisis la couleur avec les hôtesses le 12 mars, le peintre peint le hall la semaine du 13 avril": "choisir la couleur avec les hôtesses | Maya | 12/3; peindre le hall | peintre | 13/4",
    "Je rencontre le chef et la responsable de la ligne 4": "rencontrer le chef et la responsable de la ligne 4 | Maya | -",
    "Ana : liste des pannes d'ici vendredi": "liste des pannes | Ana | 6/3",
    "Un appel le mardi à partir du 24 mars, c'est moi qui l'anime": "un appel le mardi | Maya | 24/3",
    "D'abord j'appelle Bruno demain, puis Samir nomme un parrain par arrivée d'ici le 16": "appeler Bruno | Maya | 3/3; nommer un parrain par arrivée | Samir | 16/3",
    "Marie et Tom rédigent la page d'ici le 20 mars": "rédiger la page | Marie | 20/3",
    "Paul s'occupe de la liste d'ici vendredi": "s'occuper de la liste | Paul | 6/3",
    "Je m'occupe de la liste d'ici vendredi": "s'occuper de la liste | Maya | 6/3",
    "Luc répète l'essai, Eva achète les fiches": "répéter l'essai | Luc | -; acheter les fiches | Eva | -",
    "Agnieszka fait tester une fiche par deux techniciens la semaine prochaine": "faire tester une fiche par deux techniciens | Agnieszka | 13/3",
    "demander à Inès deux heures par mois d'ici jeudi": "demander à Inès deux heures par mois | - | 5/3",
    "Réunion de lancement le 12 mars (Ana)": "réunion de lancement | Ana | 12/3",
    "On se réunit avec les deux ateliers le 24 mars": "On se réunit avec les deux ateliers | - | 24/3",
}  # fmt: skip
WRITTEN = [("en", said, steps) for said, steps in ENGLISH.items()] + [
    ("fr", said, steps) for said, steps in FRENCH.items()
]


@pytest.mark.parametrize(("lang", "said", "steps"), WRITTEN)
def test_steps_are_read_with_their_owner_and_day(lang: Lang, said: str, steps: str) -> None:
    read = [
        f"{step.text} | {step.owner or '-'} | {f'{step.due.day}/{step.due.month}' if step.due else '-'}"
        for step in read_steps(said, lang, TODAY, "Maya")
    ]
    assert "; ".join(read) == steps


def test_no_more_than_the_first_steps_are_taken() -> None:
    assert len(read_steps("\n".join(f"Ana writes chapter {i}" for i in range(20)), "en", TODAY, "Maya")) == MAX_STEPS


@pytest.mark.parametrize(
    ("lang", "reply", "owner"),
    [("en", "Ana", "Ana"), ("en", "I do", "Maya"), ("fr", "c'est Ana", "Ana"), ("fr", "moi", "Maya")],
)
def test_the_name_given_for_a_step_is_its_owner(lang: Lang, reply: str, owner: str) -> None:
    unowned = read_steps("list of faults by Friday", "en", TODAY, "Maya")
    (step,) = with_owner(unowned, reply, read_steps(reply, lang, TODAY, "Maya"), lang, "Maya")
    assert (step.text, step.owner, step.due) == ("list of faults", owner, date(2026, 3, 6))


def test_a_reply_that_names_nobody_is_no_owner() -> None:
    unowned = read_steps("The team lists the faults", "en", TODAY, "Maya")
    assert with_owner(unowned, "they don't see it", (), "en", "Maya") == unowned


def test_steps_told_anew_take_the_place_of_the_first() -> None:
    unowned = read_steps("The team lists the faults", "en", TODAY, "Maya")
    anew = read_steps("Ana lists the ten faults by Friday", "en", TODAY, "Maya")
    assert with_owner(unowned, "Ana lists the ten faults by Friday", anew, "en", "Maya") == anew


@pytest.mark.parametrize(
    ("lang", "said", "lowered"),
    [
        ("en", "Book a room", "book a room"),
        ("en", "Lena, 30 minutes", "Lena, 30 minutes"),
        ("fr", "Appeler Ana", "appeler Ana"),
        ("fr", "Ana au téléphone", "Ana au téléphone"),
    ],
)
def test_a_verb_that_opens_is_lowered_and_a_name_is_not(lang: Lang, said: str, lowered: str) -> None:
    assert verb_lowered(said, lang) == lowered
