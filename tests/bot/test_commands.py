"""The `/plan` commands, in both languages, at the desk."""

from pathlib import Path

import pytest

from bot.commands import Command, as_command
from dialogs.events import LanguageChosen
from dialogs.plan import Objective, Plan
from dialogs.replies import PlanCard
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.talking import ANA, BEN, MORNING, Talk, keys_of, rows, texts_of

PROBLEM = "Each pump fault is mended three times, 9 hours lost in May"


@pytest.mark.parametrize(
    ("typed", "name", "rest"),
    [
        ("/plan", "now", ""),
        ("/plan help", "help", ""),
        ("/plan aide", "help", ""),
        ("/plan start", "start", ""),
        ("/plan commencer", "start", ""),
        ("  /PLAN List ", "list", ""),
        ("/plan\tliste", "list", ""),
        ("/plan\nlist", "list", ""),
        ("/plan show  2", "show", "2"),
        ("/plan voir #2", "show", "#2"),
        ("/plan montrer", "show", ""),
        ("/plan dance now", None, "now"),
    ],
)
def test_command_is_read(typed: str, name: str | None, rest: str) -> None:
    command = as_command(typed)
    assert command is not None
    assert (command.name, command.rest) == (name, rest)


@pytest.mark.parametrize(
    "typed",
    ["", "/", "plan list", "a plan", "and /plan list", "/ plan", "/skip", "/aide", "/r/pumps", "/2 of them", "/…"],
)
def test_talk_is_no_command(typed: str) -> None:
    assert as_command(typed) is None


def test_other_slashed_word_is_a_command_that_there_is_not() -> None:
    assert as_command("/lst of things") == Command(None, "/lst", "")


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


@pytest.mark.parametrize("typed", ["/plan help", "/plan list", "/plan show", "/plan show 7", "/plan dance", "/dance"])
def test_looking_changes_nothing(ana: Talk, tmp_path: Path, typed: str) -> None:
    ana.say("/plan start", PROBLEM)
    stored = rows(tmp_path)
    assert len(ana.say(typed).replies) == 1
    assert rows(tmp_path) == stored


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/plan lsit", "I don't know `lsit`. Did you mean `/plan list`?"),
        ("/plan comencer", "I don't know `comencer`. Did you mean `/plan commencer`?"),
        ("/shwo", "I don't know `/shwo`. Did you mean `/plan show`?"),
        ("/plan xyzzy", "I don't know `xyzzy`. `/plan help` shows what there is."),
        ("/xyzzy", "I don't know `/xyzzy`. `/plan help` shows what there is."),
        ("/plan \x1b[31mred", "I don't know `red`. `/plan help` shows what there is."),
        (f"/plan {'z' * 20_000}", f"I don't know `{'z' * 40}`. `/plan help` shows what there is."),
    ],
)
def test_unknown_word_gets_what_was_probably_meant(ana: Talk, typed: str, said: str) -> None:
    assert texts_of(ana.say(typed)) == said


def test_mistyped_command_is_never_kept_as_an_answer(ana: Talk) -> None:
    ana.say("/plan start", "/lst", "/plan lst")
    assert ana.state().slots == {}
    assert keys_of(ana.say("/skip")) == ["ctl.skip", "q.problem.who"], "a wish about the talk may have its slash"


def test_start_opens_a_talk_and_asks_again_in_one_that_is_open(ana: Talk) -> None:
    assert keys_of(ana.say("/plan start")) == ["intercept.start", "q.problem"]
    ana.say(PROBLEM)
    assert keys_of(ana.say("/plan new")) == ["q.problem.who"]
    assert ana.state().plan.number == 1


def test_list_and_show_without_a_plan(ana: Talk) -> None:
    for typed in ("/plan list", "/plan show", "/plan show 1"):
        assert keys_of(ana.say(typed)) == ["cmd.none"]


def test_plan_of_the_talk_is_listed_and_shown_as_it_stands(ana: Talk) -> None:
    ana.say("/plan start", PROBLEM, "the technicians, every week")
    assert texts_of(ana.say("/plan list")).startswith("Your plans:\n1. Each pump fault is mended")
    (shown,) = ana.say("/plan show").replies
    assert isinstance(shown, PlanCard)
    assert shown.choices == ()
    assert "the technicians" in shown.text


def test_earlier_plan_is_shown_beside_the_talk(ana: Talk) -> None:
    ana.say("/plan start", PROBLEM, "stop")
    ana.press("btn.keep")
    ana.say("/plan start", "Orders wait 3 days at the desk since March")
    assert [line[:9] for line in texts_of(ana.say("/plan list")).splitlines()[1:]] == ["2. Orders", "1. Each p"]
    for number in ("1", "#1"):
        assert "pump fault" in texts_of(ana.say(f"/plan show {number}"))
    assert "Orders wait" in texts_of(ana.say("/plan show"))


def test_somebody_elses_number_is_none_of_yours(ana: Talk, store: Store) -> None:
    ana.say("/plan start", PROBLEM, "stop")
    ana.press("btn.keep")
    ana.say("/plan start", "Orders wait 3 days at the desk since March")
    ben = Talk(store, BEN)
    ben.say("/plan start", "Visitors wait 20 minutes at the gate since May")
    assert "gate" in texts_of(ben.say("/plan show 1"))
    assert texts_of(ben.say("/plan show 2")) == "There is no plan 2 of yours. `/plan list` shows yours."
    assert keys_of(ben.say(f"/plan show {'9' * 5000}")) == ["cmd.no_such"]


def test_long_list_is_cut_newest_first(ana: Talk, store: Store) -> None:
    def save_many(tx: Transaction) -> None:
        for number in range(1, 24):
            plan = Plan(number=number, state="ready", objective=Objective(outcome=f"gate {number} opens"))
            tx.plans.save(ANA.key, plan, MORNING, version=True)

    store.run_now(save_many)
    listed = texts_of(ana.say("/plan list")).splitlines()[1:]
    assert [line.split(".")[0] for line in listed[:-1]] == [str(n) for n in range(23, 3, -1)]
    assert listed[-1] == "Page 1 of 2. `/plan list 2` goes on."


def test_commands_answer_in_the_language_of_the_talk(ana: Talk) -> None:
    ana.take(LanguageChosen("fr"))
    assert texts_of(ana.say("/plan liste")) == "Vous n'avez pas encore de plan. `/plan commencer` en ouvre un."
    ana.say("/plan commencer", "9 heures perdues sur chaque panne, la dernière en mai")
    assert texts_of(ana.say("/plan liste")).startswith("Vos plans")
    assert texts_of(ana.say("/plan voir 4")).startswith("Vous n'avez pas de plan 4.")
    assert "/plan liste" in texts_of(ana.say("/plan lsite"))
