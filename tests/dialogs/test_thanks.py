"""Thanks said alone are heard, and answer nothing."""

import pytest

from dialogs.lang import LANGS, Lang
from tests.dialogs.test_engine_wishes import STATES, talk_at

# Alone, and with a word of assent that makes a yes of them where a yes or a no is asked for.
ALONE = ("thanks", "thank you!", "great, thanks", "merci", "Merci beaucoup", "super, merci")
ASSENTING = ("ok thanks", "ok merci", "perfect, thank you", "parfait, merci")


@pytest.mark.parametrize("said", [*ALONE, *ASSENTING])
@pytest.mark.parametrize("slot", [slot for slot in STATES if slot != "checkin"])
@pytest.mark.parametrize("lang", LANGS)
def test_thanks_are_no_answer_and_the_question_is_put_again(lang: Lang, slot: str, said: str) -> None:
    talk = talk_at(lang, slot)
    before, opened = talk.conversation, talk.open
    assert talk.say(said) == ["ctl.thanks", opened[0]]
    assert talk.open == opened
    assert (talk.conversation.slots, talk.conversation.plan) == (before.slots, before.plan)


@pytest.mark.parametrize("said", ALONE)
def test_thanks_agree_to_no_reminder(said: str) -> None:
    talk = talk_at("en", "checkin")
    assert talk.say(said) == ["ctl.thanks", "q.checkin"]
    assert talk.conversation.is_empty("checkin")


@pytest.mark.parametrize("said", [*ASSENTING, "yup", "ouaip", "yes thanks", "merci, oui"])
def test_an_ok_with_thanks_agrees_to_the_reminder(said: str) -> None:
    talk = talk_at("fr", "checkin")
    assert talk.say(said) == ["q.share"]
    assert talk.conversation.plan.checkin_on is not None


@pytest.mark.parametrize("said", [*ALONE, *ASSENTING])
def test_thanks_for_a_pause_leave_it_at_that(said: str) -> None:
    talk = talk_at("en", "decision")
    opened = talk.open
    talk.say("pause")
    assert talk.say(said) == ["ctl.thanks"]
    assert talk.conversation.status == "paused"
    assert talk.say("resume") == ["ctl.resume"]
    assert talk.open == opened


@pytest.mark.parametrize("said", [*ALONE, *ASSENTING])
def test_thanks_at_the_end_open_no_new_talk(said: str) -> None:
    talk = talk_at("fr", "share")
    talk.press("btn.private")
    before = talk.conversation
    assert talk.say(said) == ["ctl.thanks"]
    assert (talk.conversation.status, talk.conversation.prompt) == ("closed", None)
    assert talk.conversation.plan == before.plan


def test_thanks_while_it_is_asked_what_becomes_of_the_notes_leave_that_to_the_person() -> None:
    talk = talk_at("en", "decision")
    talk.say("stop")
    assert talk.say("ok thanks") == ["ctl.thanks"]
    assert talk.open[0] == "ctl.stop"


def test_thanks_inside_an_answer_are_words_of_it() -> None:
    talk = talk_at("fr", "commitment")
    talk.say("merci, j'appelle Ana mercredi")
    assert talk.conversation.slot("commitment").text == "merci, j'appelle Ana mercredi"
