"""What a person can wish at any point works at every question, in both languages, and loses no answer."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from dialogs.coach.questions import BY_SLOT
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Clicked, Elapsed, Event, LanguageChosen, Moment, Said, Started, Submitted
from dialogs.lang import LANGS, Lang
from dialogs.replies import Form
from dialogs.turn import Outcome, PlanDeleted
from tests.dialogs.reading.test_intents import COMMANDS

NOW: Final = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))
ANSWERS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "problem.what": "In January three sites fixed the same pump fault separately, 9 hours each",
        "problem.who": "the 40 technicians, twice a month",
        "objective.outcome": "repairs done twice",
        "objective.numbers": "18 a month today, 9 by the end of June",
        "decision": "Ines said yes on Friday",
        "mechanism": "they ring Paul, who knows",
        "mechanism.level": "only sometimes",
        "people": "the six line leads",
        "steps": "Ana lists the faults by 13 March. Paul tests one sheet by 20 March.",
        "blockers": "the sheets end in a drawer",
        "step.blocker": "1",
        "commitment": "Call Ana on Wednesday",
        "ifthen": "I bring them to the Monday meeting",
        "checkin": "yes",
    },
    "fr": {
        "problem.what": "En janvier trois sites ont réparé la même pompe chacun de son côté, 9 heures à chaque fois",
        "problem.who": "les 40 techniciens, deux fois par mois",
        "objective.outcome": "les réparations faites deux fois",
        "objective.numbers": "18 par mois aujourd'hui, 9 d'ici fin juin",
        "decision": "Inès a dit oui vendredi",
        "mechanism": "ils appellent Paul, qui sait",
        "mechanism.level": "pas toujours",
        "people": "les six chefs de ligne",
        "steps": "Ana liste les pannes d'ici le 13 mars. Paul teste une fiche d'ici le 20 mars.",
        "blockers": "les fiches finissent dans un tiroir",
        "step.blocker": "1",
        "commitment": "Appeler Ana mercredi",
        "ifthen": "je les apporte à la réunion du lundi",
        "checkin": "oui",
    },
}
STATES: Final = (*ANSWERS["en"], "share")

# A wish, how it is said in each language, and the first message of its answer.
ASIDES: Final = (
    ("example", "example", "exemple", "ctl.example"),
    ("help", "help", "aide", "ctl.help"),
    ("privacy", "who sees this?", "qui voit ça ?", "ctl.privacy"),
    ("human", "can I talk to someone?", "je voudrais parler à quelqu'un", "ctl.human"),
    ("summary", "show me the plan", "voir le plan", "summary.card"),
    ("tu", "on peut se tutoyer", "on peut se tutoyer", "ctl.tu"),
    ("vous", "vouvoyez-moi", "vouvoyez-moi", "ctl.vous"),
    ("language", "in English please", "en français svp", "ctl.language"),
    ("resume", "where were we?", "où en étions-nous ?", "ctl.resume"),
)
INTERRUPTIONS: Final = (
    ("fix", "fix something", "corriger", "ctl.fix"),
    ("restart", "start over", "recommencer", "ctl.restart"),
    ("stop", "stop", "arrêter", "ctl.stop"),
    ("form", "give me the form", "donnez-moi le formulaire", "ctl.form"),
    ("sceptic", "waste of time", "perte de temps", "ctl.sceptic"),
    ("hurry", "too many questions", "trop de questions", "ctl.hurry"),
)


class Talk:
    """A talk in the making, a minute a turn."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.now = NOW
        self.conversation = Conversation(first_name="Maya", lang=lang)
        self.last: Outcome = self.take(Started())

    def take(self, event: Event) -> Outcome:
        self.now += timedelta(minutes=1)
        self.last = step(self.conversation, event, Moment(self.now))
        self.conversation = self.last.conversation
        return self.last

    def say(self, english: str, french: str | None = None) -> list[str]:
        """The keys of the answer to words in the language of the talk."""
        words = english if french is None or self.lang == "en" else french
        return [reply.key for reply in self.take(Said(words)).replies]

    def press(self, button: str) -> list[str]:
        return [reply.key for reply in self.take(Clicked(button)).replies]

    @property
    def open(self) -> tuple[str, str]:
        """The open prompt: its key and its slot."""
        prompt = self.conversation.prompt
        assert prompt is not None
        return prompt.key, prompt.slot


def talk_at(lang: Lang, slot: str) -> Talk:
    """A talk that has come to the question of a slot."""
    talk = Talk(lang)
    while talk.open[1] != slot:
        talk.say(ANSWERS[lang][talk.open[1]])
    return talk


@pytest.fixture(params=[(lang, slot) for lang in LANGS for slot in STATES], ids=lambda p: f"{p[0]}-{p[1]}")
def talk(request: pytest.FixtureRequest) -> Talk:
    """A talk at each question in turn, in each language."""
    return talk_at(*request.param)


@pytest.mark.parametrize(("wish", "english", "french", "key"), ASIDES, ids=[row[0] for row in ASIDES])
def test_an_aside_is_answered_and_the_question_stays(
    talk: Talk, wish: str, english: str, french: str, key: str
) -> None:
    before, opened = talk.conversation, talk.open
    assert talk.say(english, french)[0] == key
    assert talk.open == opened
    assert (talk.conversation.slots, talk.conversation.plan) == (before.slots, before.plan)


def test_why_is_answered_for_this_very_question(talk: Talk) -> None:
    opened = talk.open
    why = BY_SLOT[opened[1]].why if opened[1] in BY_SLOT else "why.step"
    assert talk.say("why do you ask?", "pourquoi ?")[0] == why
    assert talk.open == opened


def test_a_repeat_puts_the_same_question(talk: Talk) -> None:
    opened = talk.open
    assert talk.say("say that again", "répétez") == [opened[0]]
    assert talk.open == opened


@pytest.mark.parametrize(("wish", "english", "french", "key"), INTERRUPTIONS, ids=[row[0] for row in INTERRUPTIONS])
def test_an_interruption_keeps_the_question_for_later(
    talk: Talk, wish: str, english: str, french: str, key: str
) -> None:
    before, opened = talk.conversation, talk.open
    assert talk.say(english, french) == [key]
    assert talk.conversation.held is not None
    assert talk.conversation.slots == before.slots
    talk.say("where were we?", "où en étions-nous ?")
    assert talk.open == opened


def test_a_pause_of_days_ends_with_a_recap_and_the_same_question(talk: Talk) -> None:
    before, opened = talk.conversation, talk.open
    assert talk.say("pause, I have a meeting", "pause, je file en réunion") == ["ctl.pause"]
    talk.now += timedelta(days=3)
    assert talk.say("I'm back", "je suis de retour") == ["ctl.resume"]
    assert talk.open == opened
    assert talk.conversation.slots == before.slots


def test_what_is_said_after_a_pause_is_an_answer(talk: Talk) -> None:
    opened = talk.open
    talk.say("pause")
    if opened[1] == "checkin":
        talk.say("on 20 April", "le 20 avril")
    else:
        talk.say(ANSWERS[talk.lang].get(opened[1], "1"))
    assert talk.conversation.status in ("talking", "closed")
    assert talk.conversation.prompt is None or talk.open != opened or opened[1] == "step.blocker"


def test_a_skip_goes_on_and_leaves_a_mark(talk: Talk) -> None:
    slot = talk.open[1]
    assert talk.say("skip this one please", "on peut passer ?")[0] == "ctl.skip"
    if slot == "step.blocker":
        assert "pending" in [step.verdict for step in talk.conversation.plan.steps]
    else:
        assert talk.conversation.slot(slot).state == "open"


def test_back_shows_the_answer_before_and_a_skip_keeps_it(talk: Talk) -> None:
    opened, before = talk.open, talk.conversation.slots
    if not talk.conversation.trail:
        assert talk.say("back", "retour")[0] == "ctl.no_back"
        return
    slot = talk.conversation.trail[-1].slot
    assert talk.say("back", "retour") == ["ctl.back"]
    assert talk.open[1] == slot
    talk.say("skip", "passer")
    assert talk.open == opened
    assert talk.conversation.slots == before


def test_back_goes_all_the_way_to_the_first_question(talk: Talk) -> None:
    for _ in STATES:
        talk.say("back", "retour")
    assert talk.open[1] == "problem.what"
    assert talk.say("back", "retour")[0] == "ctl.no_back"


def test_a_stop_keeps_or_deletes_as_wished(talk: Talk) -> None:
    before, opened = talk.conversation, talk.open
    talk.say("stop, this is enough", "j'arrête")
    assert talk.press("btn.keep") == ["ctl.kept"]
    talk.say("resume", "reprendre")
    assert (talk.open, talk.conversation.slots) == (opened, before.slots)
    talk.say("stop", "arrêter")
    assert talk.press("btn.delete") == ["ctl.deleted"]
    assert talk.last.facts == (PlanDeleted(before.plan.number),)
    assert not talk.conversation.slots
    assert talk.conversation.plan.number == 0


def test_a_new_start_is_only_made_when_confirmed(talk: Talk) -> None:
    before, opened = talk.conversation, talk.open
    talk.say("start over", "recommencer")
    talk.press("btn.keep_going")
    assert (talk.open, talk.conversation.slots) == (opened, before.slots)
    talk.say("start over", "recommencer")
    assert talk.press("btn.restart")[-1] == "q.problem"
    assert not talk.conversation.slots
    assert talk.conversation.plan.number == before.plan.number + 1


def test_the_summary_can_be_had_at_once(talk: Talk) -> None:
    talk.say("too many questions", "trop de questions")
    assert "btn.summary" in talk.conversation.prompt.buttons  # type: ignore[union-attr]
    talk.press("btn.summary")
    assert talk.conversation.summary_shown
    assert talk.open[1] in ("commitment", "ifthen", "checkin", "share")


def test_a_sceptic_is_answered_once_then_given_the_way_out(talk: Talk) -> None:
    opened = talk.open
    assert talk.say("you bots", "encore un robot") == ["ctl.sceptic"]
    talk.press("btn.keep_going")
    assert talk.open == opened
    assert talk.say("you bots", "encore un robot") == ["ctl.hurry"]


def test_who_insists_twice_is_pointed_to_the_tool_desk_and_let_go(talk: Talk) -> None:
    opened = talk.open
    first = talk.say("which tool do you recommend?", "quel outil me conseillez-vous ?")
    if talk.conversation.summary_shown:
        assert (first[0], talk.open) == ("summary.card", opened), "the verdicts are said: the plan is the answer"
        return
    assert first == ["ctl.insist1"]
    assert talk.conversation.held is not None
    assert talk.say("just tell me which tool", "donnez-moi juste l'outil") == ["ctl.insist2"]
    assert talk.conversation.status == "stopped"
    assert talk.press("btn.send_notes") == ["summary.card"]


def test_the_form_takes_the_place_of_the_questions(talk: Talk) -> None:
    talk.say("give me the form", "donnez-moi le formulaire")
    form = talk.last.replies[0]
    assert isinstance(form, Form)
    talk.take(Submitted({"objective.outcome": "errors per week", "steps": ""}, form.token))
    assert talk.conversation.plan.objective.outcome == "errors per week"
    assert talk.open[1] != "objective.outcome"


@pytest.mark.parametrize("lang", LANGS)
def test_no_idea_in_the_form_is_an_open_point_and_not_the_plan(lang: Lang) -> None:
    talk = talk_at(lang, "problem.what")
    talk.say("give me the form", "donnez-moi le formulaire")
    talk.take(Submitted({"problem.what": "no idea" if lang == "en" else "aucune idée"}))
    slot = talk.conversation.slot("problem.what")
    assert (slot.state, slot.pattern, talk.conversation.plan.problem) == ("open", "dont_know", "")


def test_the_other_language_can_be_chosen_with_a_switch(talk: Talk) -> None:
    other: Lang = "fr" if talk.lang == "en" else "en"
    opened = talk.open
    talk.take(LanguageChosen(other))
    assert talk.conversation.lang == other
    assert talk.open == opened


def test_a_press_on_another_question_changes_nothing(talk: Talk) -> None:
    before = talk.conversation
    for event in (
        Clicked("btn.delete"),
        Clicked("btn.private", "0.0.0"),
        Clicked("nonsense"),
        Submitted({"steps": "x"}),
    ):
        outcome = talk.take(event)
        assert [reply.key for reply in outcome.replies] == ["ctl.stale"]
    assert (talk.conversation.slots, talk.conversation.plan, talk.conversation.prompt) == (
        before.slots,
        before.plan,
        before.prompt,
    )


@pytest.mark.parametrize("typed", ["", "  \n", "🚀🚀", "\x00\x07", "x" * 20_000])
def test_bad_input_loses_nothing_and_gets_a_word(talk: Talk, typed: str) -> None:
    before, opened = talk.conversation, talk.open
    assert talk.say(typed)[0] in ("ctl.empty", "ctl.no_match", "ctl.too_long")
    assert (talk.open, talk.conversation.slots, talk.conversation.plan) == (opened, before.slots, before.plan)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("slot", "english", "french"),
    [("steps", "nothing", "rien"), ("commitment", "nothing at all", "rien du tout"), ("ifthen", "yes", "oui")],
)
def test_a_word_that_is_no_answer_is_asked_for_once_more(lang: Lang, slot: str, english: str, french: str) -> None:
    talk = talk_at(lang, slot)
    assert talk.say(english, french) == ["ctl.no_match"]
    assert talk.conversation.slot(slot).text == ""


def test_another_language_is_asked_for_in_words_of_ours(talk: Talk) -> None:
    before, opened = talk.conversation, talk.open
    assert talk.say("wir haben leider keine Ahnung wer das Problem hat und wie oft") == ["ctl.languages"]
    assert (talk.open, talk.conversation.slots) == (opened, before.slots)


def test_silence_gets_one_nudge_and_after_two_weeks_one_question(talk: Talk) -> None:
    opened = talk.open
    keys = []
    for _ in range(30):
        talk.now += timedelta(days=1)
        keys += [reply.key for reply in talk.take(Elapsed()).replies]
    assert keys == ["nudge.coaching", "ctl.resume_stale"]
    talk.press("btn.still")
    assert talk.open == opened


UNDERSTOOD = [(name, line) for name, lines in COMMANDS.items() for line in lines.splitlines()]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("name", "line"), UNDERSTOOD, ids=[f"{name}-{line[:20]}" for name, line in UNDERSTOOD])
def test_no_wish_becomes_an_answer(lang: Lang, name: str, line: str) -> None:
    talk = talk_at(lang, "problem.who")
    talk.say(line)
    assert not talk.conversation.slot("problem.who").text or name in ("fix", "yes", "no", "insist")


@pytest.mark.parametrize(("thumb", "keys"), [("👍", ["intercept.start", "q.problem"]), ("🚀", ["ctl.no_match"])])
def test_a_thumb_alone_is_a_word_and_another_sign_is_none(thumb: str, keys: list[str]) -> None:
    welcomed = step(Conversation(first_name="Ana"), Said("hello"), Moment(NOW)).conversation
    assert [reply.key for reply in step(welcomed, Said(thumb), Moment(NOW)).replies] == keys
