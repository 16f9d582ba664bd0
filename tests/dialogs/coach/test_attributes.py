"""What the words of a step and of an obstacle tell, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.coach.attributes import PlanWords, read_attributes, read_blocker
from dialogs.coach.verdict import decide, next_question
from dialogs.content.verdict_table import ATTRIBUTES
from dialogs.lang import LANGS, Lang

PLANT = PlanWords(
    who="the 85 operators, all year round",
    mechanism="they tell their shift lead, who sometimes passes it on",
    mechanism_level="fragile",
    dated=True,
)
TWO_SITES = PlanWords(
    who="les 40 techniciens des deux sites, deux ou trois fois par mois",
    problem="Gdansk a refait une réparation de réducteur que Lyon avait faite en janvier",
    mechanism="Ils appellent Paul, il a tout en tête, mais il ne note pas",
    mechanism_level="fragile",
    dated=True,
)
COUNTRIES = PlanWords(
    who="620 field engineers in 11 countries",
    mechanism="Every Thursday we run a case hour by phone and it works",
    mechanism_level="works",
    dated=True,
)
PRESS_OFFICE = PlanWords(
    who="my 3 people, and the care team who take the calls, maybe four times a year",
    mechanism="a duty phone, but whoever holds it can't approve a reply",
    mechanism_level="fragile",
    dated=True,
)
LOGISTICS = PlanWords(
    who="les nouveaux de la logistique, 4 par mois",
    problem="Le dernier arrivé a attendu 8 jours son badge et ses accès",
    mechanism="un parrain, quand on y pense",
    mechanism_level="fragile",
    dated=True,
)

# Whole plans: each step as typed, the blocker known of it, and the verdict that follows without another question.
STEPS: list[tuple[str, PlanWords, Lang, str, str, str]] = [
    ("I sort the 30 ideas with two shift leads by Friday 13 March", PLANT, "en", "none", "no_tool", "R7"),
    ("Karim answers all of them in one go on the 26th", PLANT, "en", "time", "no_tool", "R1"),
    ("Paul liste les 10 pannes les plus fréquentes d'ici vendredi", TWO_SITES, "fr", "none", "no_tool", "R8"),
    ("Agnieszka fait tester une fiche par deux techniciens la semaine prochaine", TWO_SITES, "fr", "cant_find", "unblock", "R6"),
    ("Et un appel de 20 minutes le mardi entre les deux ateliers, à partir du 24 mars, c'est moi qui l'anime", TWO_SITES, "fr", "none", "no_tool", "R8"),
    ("Luc writes up the 12 cases by 13 March", COUNTRIES, "en", "none", "no_tool", "R8"),
    ("I open the case hour to all 11 countries on 19 March with questions asked between two Thursdays", COUNTRIES, "en", "none", "radical", "R3"),
    ("each country lead names a stand-in by 31 March", COUNTRIES, "en", "time", "no_tool", "R1"),
    ("I write a one-page who-approves-what with Lena from legal by 11 March", PRESS_OFFICE, "en", "decision", "no_tool", "R1"),
    ("Two-hour drill on 25 March, I run it", PRESS_OFFICE, "en", "none", "no_tool", "R8"),
    ("Je demande à Bruno la liste des accès par poste avant le 13 mars", LOGISTICS, "fr", "decision", "no_tool", "R1"),
    ("Samir nomme un parrain par arrivée dès le 16", LOGISTICS, "fr", "none", "no_tool", "R8"),
    ("Je fais un bilan à 30 jours avec chacun", LOGISTICS._replace(dated=False), "fr", "none", "no_tool", "R8"),
]  # fmt: skip


@pytest.mark.parametrize(("step", "plan", "lang", "blocker", "verdict", "rule"), STEPS, ids=[s[0][:40] for s in STEPS])
def test_the_words_of_a_plan_are_enough_for_its_verdicts(
    step: str, plan: PlanWords, lang: Lang, blocker: str, verdict: str, rule: str
) -> None:
    known = {**read_attributes(step, plan, lang), "blocker": blocker}
    assert next_question(known) is None
    assert decide(known)[:2] == (verdict, rule)


# One step, one plan around it, and the attributes that must be read. Those not named must not be.
READ: list[tuple[str, PlanWords, Lang, str]] = [
    ("interview five leavers by June", PlanWords(dated=True), "en", "purpose=collect size=s rhythm=once"),
    ("a buddy for each new hire", PlanWords(who="newcomers in the shops, 6 a month"), "en", "purpose=bond rhythm=monthly"),
    ("Ines announces the rule at the stand-up", PlanWords(), "en", "purpose=inform"),
    ("Ines announces the rule on 3 May", PlanWords(who="400 people", dated=True), "en", "purpose=inform rhythm=once"),
    ("tell all drivers every morning", PlanWords(who="the 120 drivers of 9 depots"), "en", "purpose=inform size=l rhythm=daily distance=multi_site"),
    ("drivers without e-mail get the notes weekly", PlanWords(), "en", "rhythm=weekly reach=not_covered"),
    ("choose the colour with the 3 managers", PlanWords(), "en", "purpose=decide size=s"),
    ("ring back every unhappy client within two days", PlanWords(), "en", "distance=outside latency=week"),
    ("answer within the hour", PlanWords(mechanism_level="none"), "en", "latency=minutes mechanism=none"),
    ("extend the case hour to the Brazil team by May", PlanWords(mechanism="a case hour every Thursday", dated=True), "en", "purpose=find_answers rhythm=weekly"),
    ("150 people put their question to the other plants and answer each other every day", PlanWords(), "en", "purpose=find_answers size=l rhythm=daily distance=multi_site"),
    ("a call between Lyon and Gdansk on Tuesdays", PlanWords(), "en", "rhythm=weekly distance=multi_site"),
    ("collect the best sheets from the head nurses", PlanWords(who="200 nurses in 4 hospitals"), "en", "purpose=collect"),
    ("ask the nurses what helps", PlanWords(who="200 nurses in 4 hospitals"), "en", "purpose=collect size=l distance=multi_site"),
    ("every nurse signs", PlanWords(who="200 nurses in 4 hospitals"), "en", "size=l distance=multi_site"),
    ("remove the old form on 1 June", PlanWords(dated=True), "en", "size=s rhythm=once"),
    ("review the results on 30 June", PlanWords(dated=True), "en", "size=s rhythm=once"),
    ("write to all patients", PlanWords(), "en", "purpose=inform"),
    ("keep the signed sheets as proof", PlanWords(), "en", "keep=proof"),
    ("1,200 people on the same floor", PlanWords(), "en", "size=xl distance=same_site"),
    ("interroger cinq partants avant juin", PlanWords(dated=True), "fr", "purpose=collect size=s rhythm=once"),
    ("réunion du lundi avec les 14 techniciens", PlanWords(), "fr", "size=m rhythm=weekly"),
    ("le mardi 24 mars, Paul choisit la couleur", PlanWords(dated=True), "fr", "purpose=decide size=s rhythm=once"),
    ("informer tous les chauffeurs chaque jour", PlanWords(who="les 120 chauffeurs de 9 dépôts"), "fr", "purpose=inform size=l rhythm=daily distance=multi_site"),
    ("rappeler chaque client sous deux jours", PlanWords(), "fr", "purpose=inform distance=outside latency=week"),
    ("un tête-à-tête mensuel", PlanWords(), "fr", "purpose=bond size=s rhythm=monthly"),
    ("repeindre le hall", PlanWords(), "fr", "purpose=co_produce"),
    ("on verra", PlanWords(), "fr", ""),
]  # fmt: skip


@pytest.mark.parametrize(("step", "plan", "lang", "expected"), READ, ids=[r[0] for r in READ])
def test_read_attributes(step: str, plan: PlanWords, lang: Lang, expected: str) -> None:
    assert read_attributes(step, plan, lang) == dict(pair.split("=") for pair in expected.split())


@given(step=st.text(), who=st.text(), problem=st.text(), mechanism=st.text(), lang=st.sampled_from(LANGS))
def test_whatever_is_typed_only_known_values_come_out(
    step: str, who: str, problem: str, mechanism: str, lang: Lang
) -> None:
    read = read_attributes(step, PlanWords(who, problem, mechanism, "works", dated=True), lang)
    assert all(value in ATTRIBUTES[name] for name, value in read.items())


OBSTACLES_EN = """
decision       legal wants to see every line before it goes out
decision       the works council hasn't approved it
decision       we're still waiting for the go-ahead from head office
decision       no budget this year
owner          nobody is in charge of replying
owner          no one follows up after the meeting
owner          the person who ran it left the company
time           country leads run out of time
time           managers have no time for this
time           everyone is too busy with the year-end closing
time           candidates wait three weeks because managers are busy
incentive      Sales won't share leads: bonuses are individual
incentive      there's nothing in it for the experts
incentive      the plants compete for the same budget
trust          Shift leads fear an idea means extra work
trust          people are afraid of being judged
skill          managers have never been trained to hold that talk
skill          they don't know how to write a sheet
unclear        it isn't clear what we expect from them
unclear        nobody understands the new rule
cant_find      people can't find the right document
cant_find      newcomers don't know who to ask
lost           the notes get lost between shifts
lost           what Paul says is never written down
volume         too many e-mails
volume         the desk is overwhelmed by messages
too_slow       answers take two days
too_slow       the answer comes too late
access         suppliers have no access to our files
access         contractors can't log in
not_seen       drivers never see the notes
not_seen       nobody reads the newsletter
distance_time  the two teams can never meet
distance_time  we work on opposite shifts
-              Karim cancels because of production
-              maintenance takes ideas as criticism
-              can't say before the drill
-              Resistance to change
-              the summer break
-              the supplier delivers the parts in May
-              the new line starts on 3 June
-              the printer breaks down
"""
OBSTACLES_FR = """
decision       la règle veut que les accès s'ouvrent une fois le contrat signé, donc trop tard
decision       le CSE n'a pas encore donné son accord
decision       on attend le feu vert du siège
decision       le juridique doit tout relire
owner          personne ne s'en occupe
owner          il n'y a pas de pilote
time           les chefs d'équipe sont débordés
time           la production passe avant
time           on manque de temps
incentive      les primes sont individuelles
incentive      ils n'y voient pas l'intérêt
trust          Les chefs d'équipe craignent du travail en plus
trust          les gens ont peur d'être jugés
skill          les managers ne savent pas faire
skill          personne n'est formé
unclear        ce n'est pas clair
unclear        on ne sait pas quoi faire au juste
cant_find      à Gdansk on ne retrouve rien sur le serveur
cant_find      les nouveaux ne savent pas à qui demander
lost           les consignes se perdent entre deux équipes
lost           les fiches finissent dans un tiroir
lost           Paul ne note rien
volume         trop de demandes
volume         l'astreinte est débordée par les messages
too_slow       la réponse arrive trop tard
too_slow       on attend trois jours une réponse
access         les prestataires n'ont pas accès aux plans
not_seen       les chauffeurs ne voient pas les consignes
not_seen       l'atelier n'a pas de mail
distance_time  les deux équipes ne se croisent jamais
distance_time  le décalage horaire avec le Mexique
-              Karim annule à cause de la production
-              la maintenance prend les idées pour des critiques
-              La résistance au changement
-              les vacances d'été
-              le fournisseur livre en mai
-              la nouvelle ligne démarre en juin
-              le client change sa commande
"""


def obstacles(lines: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, text in (line.split(None, 1) for line in lines.strip().splitlines())]


@pytest.mark.parametrize(("kind", "text"), obstacles(OBSTACLES_EN))
def test_read_blocker_in_english(kind: str, text: str) -> None:
    assert (read_blocker(text, "en") or "-") == kind


@pytest.mark.parametrize(("kind", "text"), obstacles(OBSTACLES_FR))
def test_read_blocker_in_french(kind: str, text: str) -> None:
    assert (read_blocker(text, "fr") or "-") == kind
