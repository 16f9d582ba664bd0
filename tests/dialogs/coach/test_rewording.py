"""An edited message: the answer that it gave is corrected, anything else is passed over in silence."""

from datetime import date

import msgspec
import pytest

from dialogs.conversation import to_json
from dialogs.events import Clicked, Event, Reworded, Said
from dialogs.lang import LANGS, Lang
from tests.dialogs.test_engine_wishes import ANSWERS, Talk, talk_at
from tests.dialogs.test_properties import LONG


def keys(talk: Talk, event: Event) -> list[str]:
    return [reply.key for reply in talk.take(event).replies]


def closed(lang: Lang) -> Talk:
    talk = talk_at(lang, "share")
    talk.press("btn.private")
    return talk


@pytest.mark.parametrize("lang", LANGS)
def test_the_answer_of_an_edited_message_is_corrected_and_the_question_put_again(lang: Lang) -> None:
    talk = talk_at(lang, "people")
    after = {"en": "the 45 technicians, twice a month", "fr": "les 45 techniciens, deux fois par mois"}[lang]
    assert keys(talk, Reworded(ANSWERS[lang]["problem.who"], after)) == ["ctl.fixed", "q.people"]
    assert talk.conversation.slot("problem.who").text == talk.conversation.plan.who == after


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("slot", ["problem.what", "people", "blockers", "commitment", "ifthen"])
def test_in_a_closed_talk_the_correction_is_said_and_nothing_asked(lang: Lang, slot: str) -> None:
    talk, before = closed(lang), ANSWERS[lang][slot]
    assert keys(talk, Reworded(before, f"{before} (Max)"))[0] == "ctl.fixed"
    assert (talk.conversation.status, talk.conversation.prompt) == ("closed", None)
    assert "Max" in talk.conversation.slot(slot).text
    assert "Max" in msgspec.json.encode(talk.conversation.plan).decode()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("before", ["skip", "retour", "1", "Yes, it works", "Pas toujours", "never said"])
def test_a_message_that_gave_no_answer_is_passed_over_in_silence(lang: Lang, before: str) -> None:
    talk = talk_at(lang, "people")
    kept = talk.conversation
    assert keys(talk, Reworded(before, "the 45 technicians")) == []
    assert (talk.conversation.slots, talk.conversation.prompt) == (kept.slots, kept.prompt)


@pytest.mark.parametrize("after", ["the 40 technicians, twice a month", "", "…", " \n"])
def test_an_edit_that_says_nothing_else_changes_nothing(after: str) -> None:
    talk = talk_at("en", "people")
    assert keys(talk, Reworded("the 40 technicians, twice a month", after)) == []
    assert talk.conversation.plan.who == "the 40 technicians, twice a month"


def test_a_capital_letter_is_a_change() -> None:
    talk = talk_at("en", "decision")
    talk.say("karim, plant manager, said yes on Friday")
    keys(talk, Reworded("karim, plant manager, said yes on Friday", "Karim, plant manager, said yes on Friday"))
    assert talk.conversation.slot("decision").text.startswith("Karim")


@pytest.mark.parametrize("lang", LANGS)
def test_a_better_answer_to_a_probed_question_is_taken_and_the_talk_goes_on(lang: Lang) -> None:
    talk = talk_at(lang, "objective.outcome")
    assert talk.say("innovation", "l'innovation") == ["probe.one_word_objective"]
    better = ANSWERS[lang]["objective.outcome"]
    before = {"en": "innovation", "fr": "l'innovation"}[lang]
    assert keys(talk, Reworded(before, better)) == ["ctl.fixed", "q.objective.numbers"]
    assert talk.say("back", "retour") == ["ctl.back"]
    assert better in talk.last.replies[0].text


def test_words_as_weak_as_before_leave_the_probe_to_ask_for_the_rest() -> None:
    talk = talk_at("en", "objective.outcome")
    talk.say("innovation")
    assert keys(talk, Reworded("innovation", "engagement")) == []
    assert talk.open == ("probe.one_word_objective", "objective.outcome")
    assert talk.conversation.slot("objective.outcome").text == "engagement"


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_were_not_understood_are_heard_again(lang: Lang) -> None:
    talk = talk_at(lang, "problem.who")
    assert talk.say("no", "non") == ["ctl.no_match"]
    before = {"en": "no", "fr": "non"}[lang]
    assert keys(talk, Reworded(before, ANSWERS[lang]["problem.who"]))[-1] == "q.objective"


def test_a_command_edited_after_a_miss_is_no_answer() -> None:
    talk = talk_at("en", "problem.who")
    talk.say("why")
    talk.say("no")
    assert keys(talk, Reworded("why", "why on earth")) == []
    assert talk.open[1] == "problem.who"


def test_of_an_answer_told_in_two_messages_only_the_edited_one_changes() -> None:
    talk = talk_at("en", "objective.outcome")
    assert talk.say("people share what they know") == ["probe.no_measure"]
    talk.say("tickets answered twice")
    keys(talk, Reworded("tickets answered twice", "tickets opened again"))
    objective = talk.conversation.plan.objective
    assert (objective.outcome, objective.measure) == ("people share what they know", "tickets opened again")
    keys(talk, Reworded("people share what they know", "people find what they need"))
    objective = talk.conversation.plan.objective
    assert (objective.outcome, objective.measure) == ("people find what they need", "tickets opened again")


def test_a_bare_figure_keeps_the_sense_it_had() -> None:
    talk = talk_at("en", "objective.numbers")
    assert talk.say("9 by June") == ["probe.no_baseline"]
    talk.say("18")
    keys(talk, Reworded("18", "20"))
    keys(talk, Reworded("9 by June", "8 by June"))
    objective = talk.conversation.plan.objective
    assert (objective.baseline, objective.target, objective.due) == (20, 8, date(2026, 6, 30))


def test_figures_told_with_the_outcome_count_for_those_told_after_it() -> None:
    talk = talk_at("en", "objective.outcome")
    talk.say("answers within 25 days by June")
    assert talk.open[1] == "objective.numbers"
    talk.say("40")
    keys(talk, Reworded("40", "42"))
    objective = talk.conversation.plan.objective
    assert (objective.baseline, objective.target, objective.due) == (42, 25, date(2026, 6, 30))
    assert talk.conversation.slot("objective.numbers").state == "given"


def test_words_missed_at_an_earlier_question_are_not_heard_at_a_later_one() -> None:
    talk = talk_at("en", "problem.who")
    talk.say("no")
    talk.say("the 40 technicians, twice a month")
    assert keys(talk, Reworded("no", "the 40 technicians")) == []


def test_a_day_that_was_told_in_words_stays_the_day_it_was() -> None:
    talk = talk_at("en", "steps")
    talk.say("Ana lists the faults by Friday. Paul tests one sheet by next Tuesday.")
    days = [step.due for step in talk.conversation.plan.steps]
    talk.now = talk.now.replace(day=11)  # nine days later “by Friday” would be another one
    before = talk.conversation.slot("steps").text
    keys(talk, Reworded(before, before.replace("one sheet", "two sheets")))
    ana, paul = talk.conversation.plan.steps
    assert (ana.due, paul.text) == (days[0], "test two sheets")


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_words_in_two_answers_correct_the_one_given_last(lang: Lang) -> None:
    talk = talk_at(lang, "people")
    twice = ANSWERS[lang]["problem.who"]
    talk.take(Said(twice))
    keys(talk, Reworded(twice, f"{twice} (Max)"))
    assert "Max" in talk.conversation.slot("people").text
    assert "Max" not in talk.conversation.slot("problem.who").text


@pytest.mark.parametrize("lang", LANGS)
def test_a_long_message_is_read_again_for_what_it_gave(lang: Lang) -> None:
    talk = Talk(lang)
    talk.take(Said(LONG[lang]))
    before = talk.conversation
    figure, other = {"en": ("21%", "24%"), "fr": ("18 pannes", "24 pannes")}[lang]
    said = keys(talk, Reworded(LONG[lang], LONG[lang].replace(figure, other)))
    assert said.count("ctl.fixed") == 1
    assert talk.conversation.plan.objective.baseline == 24
    assert talk.conversation.plan.steps == before.plan.steps
    assert talk.conversation.plan.decision == before.plan.decision


@pytest.mark.parametrize("lang", LANGS)
def test_verdicts_follow_an_edited_obstacle(lang: Lang) -> None:
    talk = closed(lang)
    assert {step.verdict for step in talk.conversation.plan.steps} == {"no_tool"}
    after = {"en": "it's hard to find the right sheet", "fr": "on ne trouve pas la bonne fiche"}[lang]
    said = keys(talk, Reworded(ANSWERS[lang]["blockers"], after))
    assert said[0] == "ctl.fixed"
    assert set(said[1:]) == {"ctl.fixed_verdict"}
    assert "pending" in {step.verdict for step in talk.conversation.plan.steps}


@pytest.mark.parametrize("lang", LANGS)
def test_words_edited_away_as_sensitive_leave_no_trace(lang: Lang) -> None:
    talk = talk_at(lang, "commitment")
    before = ANSWERS[lang]["blockers"]
    hidden = {"en": "sensitive", "fr": "sensible"}[lang]
    assert keys(talk, Reworded(before, hidden)) == ["probe.avoided"]
    talk.say("Ella, on Thursday", "Ella, jeudi")
    kept = to_json(talk.conversation).decode()
    assert before not in kept
    assert "Ella" not in kept
    (obstacle,) = talk.conversation.plan.obstacles
    assert (obstacle.sensitive, obstacle.talk_on) == (True, date(2026, 3, 5))


@pytest.mark.parametrize("lang", LANGS)
def test_a_talk_that_pauses_goes_on_pausing(lang: Lang) -> None:
    talk = talk_at(lang, "people")
    talk.say("pause", "pause")
    before = ANSWERS[lang]["problem.who"]
    assert keys(talk, Reworded(before, f"{before} (Max)")) == ["ctl.fixed"]
    assert talk.conversation.status == "paused"
    assert talk.say("resume", "reprendre") == ["ctl.resume"]


def test_what_is_too_long_changes_nothing_and_is_said() -> None:
    talk = talk_at("en", "people")
    assert keys(talk, Reworded("the 40 technicians, twice a month", "x" * 5000)) == ["ctl.too_long"]
    assert talk.conversation.plan.who == "the 40 technicians, twice a month"


def test_the_buttons_of_the_question_before_the_edit_are_out_of_date() -> None:
    talk = talk_at("en", "step.blocker")
    prompt = talk.conversation.prompt
    assert prompt is not None
    keys(talk, Reworded("the 40 technicians, twice a month", "the 45 technicians, twice a month"))
    assert keys(talk, Clicked("blk.none", prompt.token)) == ["ctl.stale"]
