"""“Not what I meant”: it is believed, listed for those who look after the coach, and learned from if somebody agrees."""

import json
from datetime import timedelta

import pytest

from adapters.hearing import Commanded, Forgotten, Person
from bot.feedback import review_list
from bot.scheduler import KEEP_SIGNS
from dialogs.lang import Lang
from storage.store import Store
from tests.bot.running import World
from tests.bot.talking import ANA, TOOL_FIRST, Talk, keys_of, texts_of
from tests.conftest import FilesHolding, Planfirst

SENTENCE = "My daughter's class should launch a TikTok page, they say"


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


def listed(store: Store) -> list[dict[str, object]]:
    return [json.loads(line) for line in review_list(store.run_now(lambda tx: tx.offers.misread()))]


def misread(talk: Talk) -> Talk:
    talk.channel()
    talk.press("btn.not_meant")
    return talk


def test_it_is_asked_once_for_their_eyes_only_and_nothing_opens(ana: Talk) -> None:
    ana.channel()
    answer = ana.press("btn.not_meant")
    assert keys_of(answer) == ["intercept.not_meant"], "one message"
    assert "May I keep that sentence" in texts_of(answer)
    assert answer.replies[0].audience == "only_you"


def test_when_and_on_which_signs_is_listed_without_a_word(ana: Talk, store: Store) -> None:
    made = ana.now + timedelta(minutes=1)
    misread(ana)
    [line] = listed(store)
    assert line["at"] == made.isoformat().replace("+00:00", "Z")
    assert line["lang"] == "en"
    assert isinstance(line["score"], float)
    assert "start" in line["signals"]  # type: ignore[operator]
    assert line["sentence"] is None
    assert "TikTok" not in json.dumps(line)


@pytest.mark.parametrize("no", ["btn.cancel", "no", "no thanks"])
def test_a_no_leaves_it_at_that(ana: Talk, store: Store, no: str) -> None:
    misread(ana)
    answer = ana.press(no) if no.startswith("btn.") else ana.say(no)
    assert keys_of(answer) == ["life.left"]
    assert listed(store)[0]["sentence"] is None
    assert ana.state().prompt is None


@pytest.mark.parametrize("yes", ["btn.give_sentence", "yes"])
def test_who_agrees_types_it_again_and_it_is_listed(ana: Talk, store: Store, yes: str) -> None:
    misread(ana)
    asked = ana.press(yes) if yes.startswith("btn.") else ana.say(yes)
    assert keys_of(asked) == ["feedback.type"]
    assert asked.replies[0].audience == "direct", "that is typed in private"
    assert keys_of(ana.say(SENTENCE)) == ["feedback.kept"]
    assert listed(store)[0]["sentence"] == SENTENCE
    assert ana.state().prompt is None


def test_who_changes_their_mind_gives_nothing(ana: Talk, store: Store) -> None:
    misread(ana).press("btn.give_sentence")
    assert keys_of(ana.press("btn.cancel")) == ["life.left"]
    assert keys_of(ana.say(SENTENCE)) != ["feedback.kept"]
    assert listed(store)[0]["sentence"] is None


def test_other_words_are_no_consent(ana: Talk, store: Store) -> None:
    misread(ana)
    answer = ana.say("Thirty ideas came in May and nobody answered any of them")
    assert "feedback.kept" not in keys_of(answer)
    assert ana.state().status == "talking", "they begin a talk, as ever"
    assert listed(store)[0]["sentence"] is None


def test_what_is_said_in_a_channel_is_never_taken(ana: Talk, store: Store) -> None:
    misread(ana).press("btn.give_sentence")
    ana.channel("We should launch a podcast")
    assert listed(store)[0]["sentence"] is None


def test_a_sentence_too_long_is_asked_for_again(ana: Talk, store: Store) -> None:
    misread(ana).press("btn.give_sentence")
    assert keys_of(ana.say("long " * 201)) == ["ctl.too_long", "feedback.type"]
    assert keys_of(ana.say(SENTENCE)) == ["feedback.kept"]


def test_a_talk_that_was_stopped_is_still_there(ana: Talk) -> None:
    ana.command("start")
    ana.say("Thirty ideas came in May and nobody answered any of them", "stop", "keep")
    before = ana.state()
    misread(ana.later(days=1)).press("btn.give_sentence")
    ana.say(SENTENCE)
    after = ana.state()
    assert (after.status, after.slots, after.plan) == (before.status, before.slots, before.plan)


@pytest.mark.parametrize(("lang", "words"), [("en", "Also 1 sentence"), ("fr", "aussi 1 phrase")])
def test_they_see_that_it_is_kept_and_can_have_it_deleted(store: Store, lang: Lang, words: str) -> None:
    talk = Talk(store, Person("acme", "zoe", "Zoé", lang))
    misread(talk).press("btn.give_sentence")
    assert "data.sentences" not in keys_of(talk.command("data"))
    misread(Talk(store, Person("acme", "kim", "Kim"))).press("btn.give_sentence")
    again = Talk(store, Person("acme", "noa", "Noa", lang))
    again.channel("Il faudrait un chatbot pour les questions RH" if lang == "fr" else TOOL_FIRST)
    again.press("btn.not_meant")
    again.press("btn.give_sentence")
    again.say(SENTENCE)
    assert words in texts_of(again.command("data")).replace("\u00a0", " ")
    again.take(Forgotten())
    assert SENTENCE not in json.dumps(listed(store))
    assert len(listed(store)) == 2


async def test_after_ninety_days_signs_and_sentence_go(world: World, files_holding: FilesHolding) -> None:
    talk = Talk(world.store)
    misread(talk).press("btn.give_sentence")
    talk.say(SENTENCE)
    assert files_holding(SENTENCE) == [], "it is sealed"
    world.later(days=KEEP_SIGNS.days, minutes=1)
    assert len(listed(world.store)) == 1
    world.later(hours=2)
    await world.runtime.scheduler.sweep()
    assert listed(world.store) == []
    assert [made.answer for made in world.store.run_now(lambda tx: tx.offers.of_person(ANA.key))] == ["not_meant"]


def test_the_list_is_printed_for_the_operator(planfirst: Planfirst) -> None:
    lines = [{"say": TOOL_FIRST, "where": "channel"}, {"press": "btn.not_meant"}, {"press": "btn.give_sentence"}]
    typed = "\n".join(json.dumps(line) for line in (*lines, {"say": SENTENCE}))
    noon = "2026-03-02T12:00:00+00:00"
    assert planfirst("chat", "--json", "--now", noon, typed=typed).returncode == 0
    done = planfirst("judge", "--feedback")
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["sentence"] for line in done.stdout.splitlines()] == [SENTENCE]


def test_a_command_in_between_is_no_sentence(ana: Talk, store: Store) -> None:
    misread(ana).press("btn.give_sentence")
    assert keys_of(ana.take(Commanded("help"))) == ["cmd.help"]
    assert listed(store)[0]["sentence"] is None
