"""The tools, step by step, as a person goes through them."""

import pytest

from dialogs.company import Company, Tool
from dialogs.engine import step
from dialogs.errors import ToolGateClosed
from dialogs.events import Clicked, Moment, Said
from dialogs.lang import LANGS, Lang
from dialogs.turn import Turn
from tests.dialogs.test_engine_wishes import NOW, Talk, talk_at

WIKI = Company(tools=(Tool("the Qorb", "knowledge_base"),))


def said_at(talk: Talk, *events: Said | Clicked) -> str:
    """What the coach says to these events in a company with a wiki."""
    texts = []
    for event in events:
        outcome = step(talk.conversation, event, Moment(NOW), WIKI)
        talk.conversation = outcome.conversation
        texts += [reply.text for reply in outcome.replies]
    return "\n".join(texts)


@pytest.mark.parametrize("lang", LANGS)
def test_two_steps_that_need_the_same_kind_of_tool_name_it_once(lang: Lang) -> None:
    talk = talk_at(lang, "blockers")
    said = said_at(talk, Said("skip"), Clicked("blk.cant_find"), Clicked("blk.cant_find"))
    kind = {"en": "a searchable knowledge base", "fr": "une base de connaissances"}[lang]
    before_the_card = said.split("*\n*")[0]
    assert before_the_card.count(kind) == 1
    assert before_the_card.count("the Qorb") == 2


@pytest.mark.parametrize("lang", LANGS)
def test_a_verdict_is_looked_at_again_when_the_person_knows_better(lang: Lang) -> None:
    talk = talk_at(lang, "commitment")
    talk.say("no, we do need it", "si, on en a besoin")
    assert talk.open[0] == "verdict.disagree"
    talk.say("clients never call back", "les clients ne rappellent jamais")
    assert talk.last.replies[0].key == "verdict.override"
    assert len(talk.conversation.plan.overrides) == 1
    assert talk.open[1] == "commitment"


def test_no_verdict_that_names_a_tool_can_leave_before_the_plan() -> None:
    early = talk_at("en", "decision")
    with pytest.raises(ToolGateClosed):
        Turn(early.conversation, Moment(NOW), WIKI).say("verdict.have", tool_name="the Qorb")


def test_a_step_that_nobody_can_judge_yet_says_why() -> None:
    talk = talk_at("en", "step.blocker")
    talk.say("can't say before the trial")
    assert "verdict.pending" in [reply.key for reply in talk.last.replies]
    assert any("the trial" in reply.text for reply in talk.last.replies)


@pytest.mark.parametrize("lang", LANGS)
def test_an_obstacle_that_was_only_implied_can_be_denied(lang: Lang) -> None:
    talk = talk_at(lang, "steps")
    talk.say(
        "I look up answers for the 620 engineers of all plants every week. Ana lists the faults by 13 March.",
        "Je cherche des réponses pour les 620 ingénieurs de toutes les usines toutes les semaines. Ana liste les pannes d'ici le 13 mars.",
    )
    talk.say("nothing", "rien")
    assert talk.open[0] == "q.step.implied"
    assert "verdict.no_tool" in talk.say("no", "non")
    assert talk.conversation.plan.steps[0].verdict == "no_tool"
    assert talk.open[1] == "commitment"
