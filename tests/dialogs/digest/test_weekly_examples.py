"""The two digests of the coaching design, to the letter (but Priya's change is *theirs*: nobody told us more)."""

from dialogs.digest.reader import Reader
from dialogs.digest.weekly import weekly
from dialogs.replies import DigestCard
from tests.dialogs.digest.weeks import KARIM, LEA, MONDAY, example

ENGLISH = """\
*Your plans, week of 2 March*
Two decisions wait for you; one number is behind.

*Waiting for you*
• An answer to every idea (Maya): your yes, 6 days
• First answer in two hours (Priya): their change to read, 2 days

*Stuck*
• Half the how-to tickets (Ben): 12 days, no date for the next step

*Numbers*
▓▓░░░░░░░░ Days to first solo job: 41 (42 last week; 45 → 25 by Sept)
▓▓▓▓░░░░░░ Repairs done twice: 14 (16 last week; 18 → 9 by Sept)

5 running (+1), 1 approved, 1 dropped: solved another way.
_You see plans sent to you or posted. Nothing else._"""

FRENCH = """\
*Vos plans, semaine du 2 mars*
Deux décisions vous attendent ; un chiffre est en retard.

*En attente de vous*
• Une réponse à chaque idée (Maya) : votre accord, 6 jours
• Première réponse en deux heures (Priya) : son changement à relire, 2 jours

*À l'arrêt*
• Moitié moins de tickets comment faire (Ben) : 12 jours, pas de date pour la suite

*Chiffres*
▓▓░░░░░░░░ Jours avant la première mission seul : 41 (42 la semaine passée ; 45 → 25 d'ici sept.)
▓▓▓▓░░░░░░ Pannes réparées deux fois : 14 (16 la semaine passée ; 18 → 9 d'ici sept.)

5 en cours (+1), 1 accordé, 1 abandonné : réglé autrement.
_Vous voyez les plans qui vous ont été envoyés ou publiés. Rien d'autre._"""


def test_english_example() -> None:
    titles = ("an answer to every idea", "first answer in two hours", "half the how-to tickets")
    plans = example(KARIM, titles, ("days to first solo job", "repairs done twice"))
    digest = weekly(Reader(KARIM, MONDAY), plans, MONDAY, MONDAY)
    assert isinstance(digest, DigestCard)
    assert digest.text == ENGLISH
    assert [choice.label for choice in digest.choices] == ["Open (1)", "Open (2)", "All my plans", "Settings"]


def test_french_example() -> None:
    titles = ("une réponse à chaque idée", "première réponse en deux heures", "moitié moins de tickets comment faire")
    measures = ("jours avant la première mission seul", "pannes réparées deux fois")
    digest = weekly(Reader(LEA, MONDAY), example(LEA, titles, measures), MONDAY, MONDAY)
    assert isinstance(digest, DigestCard)
    assert digest.text.replace("\u00a0", " ") == FRENCH
    assert " :" not in digest.text
    assert [choice.label for choice in digest.choices] == ["Ouvrir (1)", "Ouvrir (2)", "Tous mes plans", "Réglages"]
