"""“Just tell me which tool”: heard, asked once what for, then pointed to the desk. No tool is ever named."""

import pytest

from dialogs.conversation import Slot
from dialogs.events import Noticed
from dialogs.lang import LANGS, Lang
from dialogs.plan import Objective
from tests.dialogs.test_engine_wishes import Talk, talk_at


def offered(lang: Lang) -> Talk:
    """A talk that has just been offered."""
    talk = Talk(lang)
    talk.take(Noticed("a Slack channel" if lang == "en" else "un canal Slack", lang))
    return talk


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_tool_is_for_becomes_the_objective(lang: Lang) -> None:
    talk = talk_at(lang, "problem.what")
    talk.say("just tell me which tool", "donnez-moi juste l'outil")
    answer = "Answer clients within 2 hours" if lang == "en" else "Répondre aux clients en 2 heures"
    talk.say(answer)
    assert talk.conversation.slot("objective.outcome").text == answer
    assert talk.open[1] == "problem.what"


@pytest.mark.parametrize("lang", LANGS)
def test_the_notes_go_along_or_are_deleted(lang: Lang) -> None:
    talk = talk_at(lang, "decision")
    for _ in range(2):
        talk.say("just tell me which tool", "donnez-moi juste l'outil")
    assert talk.open[0] == "ctl.insist2"
    assert talk.press("btn.delete") == ["ctl.deleted"]


@pytest.mark.parametrize("lang", LANGS)
def test_who_was_pointed_to_the_desk_can_still_come_back(lang: Lang) -> None:
    talk = talk_at(lang, "decision")
    for _ in range(2):
        talk.say("just tell me which tool", "donnez-moi juste l'outil")
    talk.say("resume", "reprendre")
    assert talk.open[1] == "decision"


@pytest.mark.parametrize("lang", LANGS)
def test_an_objection_to_the_offer_is_answered_and_a_yes_begins(lang: Lang) -> None:
    talk = offered(lang)
    assert talk.say("I know these bots", "encore un robot") == ["ctl.sceptic"]
    assert talk.say("ok, five minutes", "ok, cinq minutes") == ["intercept.start", "q.problem"]


@pytest.mark.parametrize("lang", LANGS)
def test_who_goes_on_after_an_objection_is_not_welcomed_back(lang: Lang) -> None:
    talk = talk_at(lang, "problem.who")
    talk.say("this is a waste of time", "c'est une perte de temps")
    assert talk.say("ok go on", "bon, on continue") == ["q.problem.who"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_disagreement_is_about_the_step_whose_words_it_shares_however_they_are_written(lang: Lang) -> None:
    talk = talk_at(lang, "commitment")
    talk.say("no, we do need it", "si, on en a besoin")
    talk.say("FAULTS come in at any hour", "des PANNES, il en vient à toute heure")
    assert talk.conversation.plan.overrides[0].step == talk.conversation.plan.steps[0].text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("no really, just get us a Slack channel", "bon écoute, c'est un canal Slack qu'il me faut, point barre"),
        ("I want Slack", "je veux Slack et c'est tout"),
    ],
)
def test_the_tool_of_the_offer_wanted_again_and_nothing_more_is_insisting(
    lang: Lang, english: str, french: str
) -> None:
    talk = offered(lang)
    talk.press("btn.start")
    assert talk.say(english, french) == ["ctl.insist1"]
    assert talk.say(english, french) == ["ctl.insist2"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_goes_wrong_with_the_tool_is_an_answer(lang: Lang) -> None:
    talk = offered(lang)
    talk.press("btn.start")
    talk.say("we need Slack because 12 orders got lost in mails", "il nous faut Slack, 12 commandes se sont perdues")
    assert talk.open == ("q.problem.who", "problem.who")


@pytest.mark.parametrize("answer", ["I don't know", "je ne sais pas trop", "No idea. Just tell me which tool."])
def test_no_idea_what_the_tool_is_for_is_no_objective(answer: str) -> None:
    talk = talk_at("en", "problem.what")
    talk.say("just tell me which tool")
    talk.say(answer)
    assert talk.conversation.slot("objective.outcome") == Slot()
    assert talk.conversation.plan.objective == Objective()
