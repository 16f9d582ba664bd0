"""Where an answer goes: talks are held in private, and nothing is ever said to a whole channel."""

import pytest

from bot.desk import Answer
from dialogs.events import Clicked, LanguageChosen, Said, Started
from dialogs.replies import Choice, PlanCard, choices_of
from storage.store import Store
from tests.bot.talking import Talk
from tests.bot.test_desk import PROBLEM


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


def placed(answer: Answer) -> list[tuple[str, str]]:
    return [(reply.key, reply.audience) for reply in answer.replies]


def test_a_talk_begun_in_a_channel_goes_on_in_private_and_that_is_said_there(ana: Talk) -> None:
    answer = ana.take(Started(), public=True)
    assert placed(answer) == [
        ("cmd.over_there", "only_you"), ("intercept.start", "direct"), ("q.problem", "direct"),
    ]  # fmt: skip
    (link,) = choices_of(answer.replies[0])
    assert link == Choice("btn.open_talk", "Open")
    assert placed(ana.say(PROBLEM)) == [("q.problem.who", "direct")]


def test_an_offer_is_taken_up_in_private(ana: Talk) -> None:
    assert placed(ana.channel()) == [("intercept.open", "only_you")]
    assert placed(ana.take(Clicked("btn.why"), public=True)) == [("intercept.why", "only_you")]
    assert placed(ana.take(Clicked("btn.start"), public=True))[0] == ("cmd.over_there", "only_you")


def test_where_nothing_is_asked_the_answer_comes_where_they_are(ana: Talk) -> None:
    ana.say("/plan start")
    assert placed(ana.take(Clicked("btn.start", "9.9.9"), public=True)) == [("ctl.stale", "only_you")]
    assert placed(ana.take(Said("pause"), public=True)) == [("ctl.pause", "only_you")]


def test_commands_in_a_channel_are_answered_there_for_them_alone(ana: Talk) -> None:
    ana.say("/plan start", PROBLEM)
    for text, key in (
        ("list", "cmd.list"),
        ("help", "cmd.help"),
        ("xyzzy", "cmd.unknown"),
    ):
        assert placed(ana.command(text)) == [(key, "only_you")]
    assert placed(ana.command("edit")) == [("cmd.over_there", "only_you"), ("ctl.fix", "direct")]
    (shown,) = ana.command("show 1").replies
    assert isinstance(shown, PlanCard)
    assert shown.audience == "only_you"
    assert placed(ana.command("start"))[0] == ("cmd.over_there", "only_you")


def test_it_says_in_their_language_where_the_talk_goes_on(ana: Talk) -> None:
    ana.take(LanguageChosen("fr"))
    assert choices_of(ana.take(Started(), public=True).replies[0]) == (Choice("btn.open_talk", "Ouvrir"),)
