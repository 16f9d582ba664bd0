"""From the summary to a saved plan."""

from datetime import date

import pytest

from dialogs.lang import LANGS, Lang
from tests.dialogs.test_engine_wishes import Talk, talk_at


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("english", "french", "words", "day"),
    [
        ("Call Ana on Wednesday", "Appeler Ana mercredi", "all Ana|ppeler Ana", date(2026, 3, 4)),
        ("Lena, tomorrow, 30 minutes", "Lena, demain, 30 minutes", "Lena, 30 minutes", date(2026, 3, 3)),
        ("Book the room", "Réserver la salle", "ook the room|éserver la salle", None),
    ],
)
def test_the_first_action_keeps_its_words_and_its_day(
    lang: Lang, english: str, french: str, words: str, day: date | None
) -> None:
    talk = talk_at(lang, "commitment")
    talk.say(english, french)
    plan = talk.conversation.plan
    assert plan.commitment_on == day
    assert any(part in plan.commitment for part in words.split("|"))


@pytest.mark.parametrize(
    ("answer", "day"),
    [("yes", date(2026, 4, 30)), ("no", None), ("on 20 April", date(2026, 4, 20)), ("skip", date(2026, 4, 30))],
)
def test_the_check_in_is_half_way_or_on_the_day_wished(answer: str, day: date | None) -> None:
    talk = talk_at("en", "checkin")
    talk.say(answer)
    assert talk.conversation.plan.checkin_on == day


def close(talk: Talk, *said: str) -> Talk:
    for words in said:
        talk.say(words)
    assert talk.conversation.status == "closed"
    return talk


@pytest.mark.parametrize(
    ("said", "share", "reviewer", "state"),
    [
        (("only me",), "private", None, "ready"),
        (("in the channel",), "post", None, "ready"),
        (("send for review",), "review", "Ines", "ready"),
        (("Dana",), "review", "Dana", "ready"),
    ],
)
def test_who_sees_the_plan_is_the_person_s_choice(
    said: tuple[str, ...], share: str, reviewer: str | None, state: str
) -> None:
    plan = close(talk_at("en", "share"), *said).conversation.plan
    assert (plan.share, plan.reviewer, plan.state) == (share, reviewer, state)


def test_a_review_without_another_sponsor_asks_for_a_reader() -> None:
    talk = talk_at("en", "decision")
    talk.say("I decide")
    while talk.open[1] != "share":
        talk.say({"mechanism": "a list", "mechanism.level": "sometimes", "people": "the leads", "steps": "Ana lists it by 13 March",
                  "blockers": "no time", "commitment": "Call Ana", "ifthen": "I wait", "checkin": "yes"}[talk.open[1]])  # fmt: skip
    assert talk.press("btn.review") == ["ctl.reviewer"]
    assert close(talk, "Dana").conversation.plan.reviewer == "Dana"


def test_a_plan_with_gaps_is_saved_all_the_same() -> None:
    talk = talk_at("en", "problem.what")
    while talk.conversation.status != "closed":
        talk.say("skip")
    assert talk.conversation.plan.state == "in_coaching"
    assert talk.last.replies[-1].key == "close.done_plain"
