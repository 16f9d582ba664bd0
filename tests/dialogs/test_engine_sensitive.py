"""What cannot be written down leaves a marker and a day, and no word of it anywhere."""

from datetime import date

import pytest

from dialogs.conversation import to_json
from dialogs.events import Submitted
from dialogs.lang import LANGS, Lang
from tests.dialogs.test_engine_wishes import Talk, talk_at

AVOIDED: dict[Lang, str] = {
    "en": "it's political, Gordon hates Ella and I can't write that here",
    "fr": "c'est politique, Gordon déteste Ella, je ne peux pas l'écrire ici",
}
IN_PERSON: dict[Lang, str] = {"en": "Ella Brown, I'll see her on Thursday", "fr": "Ella Brown, je la vois jeudi"}
SECRETS = ("Gordon", "Ella", "Brown", "hates", "déteste", "political", "politique")


def nothing_of_it(talk: Talk) -> None:
    written = to_json(talk.conversation).decode() + "".join(reply.text for reply in talk.last.replies)
    written += "".join(read.value for read in talk.last.read.values())
    assert not [secret for secret in SECRETS if secret in written]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("slot", ["problem.what", "problem.who", "decision", "mechanism", "people", "blockers"])
def test_only_a_marker_and_a_day_are_kept(lang: Lang, slot: str) -> None:
    talk = talk_at(lang, slot)
    assert talk.say(AVOIDED[lang]) == ["probe.avoided"]
    nothing_of_it(talk)
    talk.say(IN_PERSON[lang])
    nothing_of_it(talk)
    (obstacle,) = talk.conversation.plan.obstacles
    assert (obstacle.sensitive, obstacle.text, obstacle.talk_on) == (True, "", date(2026, 3, 5))
    talk.say("show me the plan", "voir le plan")
    nothing_of_it(talk)


@pytest.mark.parametrize("lang", LANGS)
def test_how_well_the_way_works_may_be_sensitive(lang: Lang) -> None:
    talk = talk_at(lang, "mechanism")
    talk.say("a duty phone", "un téléphone d'astreinte")
    assert talk.say("sensitive", "sensible") == ["probe.avoided"]
    assert talk.say(IN_PERSON[lang]) == ["q.people"]
    nothing_of_it(talk)
    assert talk.conversation.slot("mechanism").text


@pytest.mark.parametrize("lang", LANGS)
def test_a_second_sensitive_answer_keeps_the_day_of_the_first(lang: Lang) -> None:
    talk = talk_at(lang, "people")
    talk.say("sensitive", "sensible")
    talk.say(IN_PERSON[lang])
    talk.say("Ana lists the faults by 13 March", "Ana liste les pannes d'ici le 13 mars")
    talk.say("sensitive", "sensible")
    talk.say("Ella too, the same day", "Ella aussi, le même jour")
    (obstacle,) = talk.conversation.plan.obstacles
    assert obstacle.talk_on == date(2026, 3, 5)


@pytest.mark.parametrize("lang", LANGS)
def test_no_parry_is_asked_for_what_is_sensitive(lang: Lang) -> None:
    talk = talk_at(lang, "blockers")
    talk.say("sensitive", "sensible")
    talk.say(IN_PERSON[lang])
    talk.say("Call Ana on Wednesday", "Appeler Ana mercredi")
    assert talk.open[1] == "checkin"


@pytest.mark.parametrize("lang", LANGS)
def test_a_marked_answer_can_be_told_after_all(lang: Lang) -> None:
    talk = talk_at(lang, "people")
    talk.say("sensitive", "sensible")
    talk.say(IN_PERSON[lang])
    talk.say("fix the people", "corriger les personnes")
    talk.say("the six line leads", "les six chefs de ligne")
    assert talk.conversation.plan.people
    assert not talk.conversation.slot("people").sensitive


@pytest.mark.parametrize("lang", LANGS)
def test_the_form_and_a_correction_keep_no_word_either(lang: Lang) -> None:
    talk = talk_at(lang, "people")
    talk.say("give me the form", "donnez-moi le formulaire")
    talk.take(Submitted({"decision": AVOIDED[lang]}))
    nothing_of_it(talk)
    assert talk.conversation.slot("decision").sensitive
    talk.say(f"change the problem to {AVOIDED['en']}", f"changer le problème en {AVOIDED['fr']}")
    nothing_of_it(talk)
