"""Several answers in one long message: each sentence goes to its slot, all of it is shown, only the rest is asked."""

import pytest

from dialogs.coach.questions import PLAN_QUESTIONS
from dialogs.lang import Lang
from tests.dialogs.test_engine_wishes import Talk, talk_at

WHOLE: dict[Lang, str] = {
    "en": (
        "The 620 advisers of 11 countries look for answers every day. In February they lost 300 hours on it. "
        "The lunch hour works well, 30 answers in February. Hours lost are 300 a month today, I want 100 by 30 September. "
        "Dana said yes on Friday. The advisers will have to host one hour each. Luc opens the lunch hour on 19 March. "
        "Ana asks for the room by 13 March. It fails if nobody has the time."
    ),
    "fr": (
        "Les 620 conseillers de 11 pays cherchent des réponses tous les jours. En février ils y ont perdu 300 heures. "
        "L'heure du midi, ça marche bien, 30 réponses en février. Les heures perdues sont à 300 par mois aujourd'hui, je veux 100 d'ici le 30 septembre. "
        "Dana a dit oui vendredi. Les conseillers vont devoir animer une heure chacun. Luc ouvre l'heure du midi le 19 mars. "
        "Ana demande la salle d'ici le 13 mars. Ça échoue si personne n'a le temps."
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", WHOLE)
def test_a_message_that_says_it_all_leaves_nothing_to_ask(lang: Lang) -> None:
    talk = Talk(lang)
    assert talk.say(WHOLE[lang])[0] == "ctl.multi"
    assert all(talk.conversation.slot(question.slot).state == "given" for question in PLAN_QUESTIONS)
    plan = talk.conversation.plan
    assert (plan.objective.baseline, plan.objective.target, plan.decision.sponsor) == (300, 100, "Dana")
    assert [step.owner for step in plan.steps] == ["Luc", "Ana"]
    assert plan.mechanism_level == "works"
    assert [obstacle.kind for obstacle in plan.obstacles] == ["time"]


@pytest.mark.parametrize("lang", WHOLE)
def test_what_was_answered_before_stays_as_it_was(lang: Lang) -> None:
    talk = talk_at(lang, "objective.outcome")
    before = {slot: talk.conversation.slot(slot) for slot in ("problem.what", "problem.who")}
    talk.say(WHOLE[lang])
    assert {slot: talk.conversation.slot(slot) for slot in before} == before


def test_parts_that_are_named_go_where_they_belong() -> None:
    talk = Talk("en")
    talk.say(
        "Problem: three sites fixed the same fault in January, 9 hours each.\n"
        "Objective: repairs done twice from 18 to 9 a month by June.\n"
        "Decision: Ines said yes on Monday.\nSteps: Ana lists the faults by Friday."
    )
    slots = talk.conversation.slots
    assert {name for name, slot in slots.items() if slot.state == "given"} >= {
        "problem.what", "objective.outcome", "decision", "steps",
    }  # fmt: skip
    assert talk.open[1] == "problem.who"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Since September the 240 people of the service centres hear of decisions from the rumour mill, 31% were asked their opinion, and I would like that to be 50% by the end of June. Helen, our COO, agreed last week."),
        ("fr", "On a 14 postes de soudeurs ouverts depuis septembre et les candidats attendent trois semaines une réponse des chefs d'atelier, et j'aimerais qu'on réponde en 5 jours d'ici fin mai. M. Lambert est d'accord."),
    ],
)  # fmt: skip
def test_a_wish_in_the_middle_of_a_long_sentence_is_the_objective(lang: Lang, said: str) -> None:
    talk = Talk(lang)
    assert talk.say(said)[0] == "ctl.multi"
    objective = talk.conversation.plan.objective
    assert (objective.target, objective.due is not None, talk.conversation.plan.decision.said_yes) == (
        50 if lang == "en" else 5,
        True,
        True,
    )


@pytest.mark.parametrize(
    "answer",
    [
        "People on the line gave us 30 ideas in the October survey and nobody ever answered them",
        "We wait two weeks for the parts, then two more for the papers, and by then the customer has bought elsewhere again",
    ],
)
def test_one_answer_stays_one_answer(answer: str) -> None:
    talk = Talk("en")
    assert talk.say(answer)[-1] == "q.problem.who"
    assert talk.conversation.slot("problem.what").text == answer


def test_what_was_noted_is_shown_as_it_was_typed() -> None:
    talk = Talk("en")
    talk.say(WHOLE["en"].replace("Dana said yes on Friday", "The head of sales : Dana, said yes on Friday"))
    assert "The head of sales : Dana" in talk.last.replies[0].text
