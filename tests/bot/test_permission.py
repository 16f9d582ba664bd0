"""May the coach speak? On a real database: good manners with what is remembered of people, threads and channels."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from adapters.hearing import Person
from dialogs.company import Company
from storage.store import Store
from tests.bot.talking import ANA, BEN, MORNING, TOOL_FIRST, Talk, keys_of, rows, texts_of
from tests.bot.test_desk import PROBLEM, TO_THE_END, TO_THE_SUMMARY, begun


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


# ---- may I speak? ---------------------------------------------------------------------------------------------


def test_tool_first_message_gets_the_offer(ana: Talk) -> None:
    answer = ana.channel(TOOL_FIRST)
    assert (keys_of(answer), answer.quiet) == (["intercept.open"], "")
    assert "“recruiting”" in texts_of(answer)


@pytest.mark.parametrize(
    ("answered", "days", "quiet"),
    [
        ((), 13, "offered lately"),
        ((), 14, ""),
        (("btn.no",), 14, "offered lately"),
        (("btn.no",), 29, "offered lately"),
        (("btn.no",), 30, ""),
        (("btn.start",), 1, "a talk is open"),
        (("btn.start",), 400, "a talk is open"),
        (("btn.never",), 1, "opted out"),
        (("btn.never",), 4000, "opted out"),
    ],
)
def test_second_tool_first_message(ana: Talk, answered: tuple[str, ...], days: int, quiet: str) -> None:
    ana.channel()
    for button in answered:
        ana.press(button)
    answer = ana.later(days=days).channel("We need a chatbot")
    assert answer.quiet == quiet
    assert keys_of(answer) == ([] if quiet else ["intercept.open_nogoal"])


@pytest.mark.parametrize(("days", "quiet"), [(31, "offered lately"), (89, "offered lately"), (90, "")])
def test_two_refusals_are_believed_for_90_days(ana: Talk, days: int, quiet: str) -> None:
    ana.channel()
    ana.press("btn.no")
    ana.later(days=30).channel()
    ana.press("btn.no")
    assert ana.later(days=days).channel().quiet == quiet


def test_opting_out_outlives_the_talk_and_being_forgotten(ana: Talk, store: Store) -> None:
    ana.channel()
    assert keys_of(ana.press("btn.never")) == ["intercept.optout"]
    store.run_now(lambda tx: tx.forget(ANA.key))
    assert keys_of(ana.say("/plan start")) == ["intercept.start", "q.problem"], "asked for, the coach always answers"
    ana.called(first_name="Anna").say(PROBLEM, "stop")
    ana.press("btn.delete")
    assert ana.later(days=1000).channel().quiet == "opted out"


def test_plan_that_is_open_on_the_tool_keeps_the_coach_quiet(ana: Talk) -> None:
    begun(ana).say(PROBLEM, *TO_THE_SUMMARY, *TO_THE_END)
    assert ana.later(days=20).channel("We should launch the TikTok page").quiet == "an open plan names this tool"
    assert ana.channel("We need a chatbot").quiet == ""


def test_a_channel_gets_five_offers_a_day(store: Store) -> None:
    quiet = [Talk(store, msgspec.structs.replace(ANA, id=f"p{n}")).channel().quiet for n in range(6)]
    assert quiet == ["", "", "", "", "", "channel had its offers today"]
    assert Talk(store, BEN).later(days=1).channel().quiet == ""


@pytest.mark.parametrize(("hour", "quiet"), [(-3, "outside their hours"), (8.9, ""), (9, "outside their hours")])
def test_hours_are_those_of_the_person(ana: Talk, hour: float, quiet: str) -> None:
    assert ana.later(hours=hour).channel().quiet == quiet


def test_channel_that_did_not_opt_in_is_left_alone(ana: Talk, store: Store, tmp_path: Path) -> None:
    stored = rows(tmp_path)
    assert ana.channel(channel="random").quiet == "channel not opted in"
    assert rows(tmp_path) == stored


def test_offer_asked_for_later_comes_at_that_time(ana: Talk) -> None:
    ana.channel()
    ana.press("btn.later")
    assert "tomorrow" not in texts_of(ana.press("btn.tomorrow"))
    assert ana.wait(hours=20).replies == ()
    assert keys_of(ana.wait(hours=3)) == ["intercept.open"]


# ---- messages of channels -------------------------------------------------------------------------------------


def test_a_thread_has_one_offer_whoever_writes_in_it(ana: Talk, store: Store) -> None:
    assert ana.channel(message="team/17.1").quiet == ""
    assert Talk(store, BEN).channel(message="team/17.2", thread="17.1").quiet == "offered in this thread already"
    assert Talk(store, BEN).channel(message="team/17.3").quiet == ""


@pytest.mark.parametrize(
    ("seen", "quiet"),
    [
        ({"author": "guest"}, "author is guest"),
        ({"author": "external"}, "author is external"),
        ({"author": "bot"}, "author is bot"),
        ({"shared": True}, "channel is shared with others"),
        ({"said_at": MORNING - timedelta(minutes=2)}, "message is too old"),
        ({"said_at": MORNING}, ""),
    ],
)
def test_who_wrote_a_message_when_and_who_reads_it_matters(ana: Talk, seen: dict[str, Any], quiet: str) -> None:
    assert ana.channel(**seen).quiet == quiet


def test_an_offer_knows_its_message(ana: Talk) -> None:
    ana.channel(message="team/17.1")
    assert ana.state().offer.source == "team/17.1"  # type: ignore[union-attr]


def test_thirty_offers_an_hour_in_a_company_are_a_fault_of_ours(store: Store) -> None:
    company = Company(channels=tuple(f"c{n}" for n in range(31)))

    def offer(n: int, tenant: str = "acme") -> str:
        return Talk(store, Person(tenant, f"p{n}", "P"), company).later(seconds=n).channel(channel=f"c{n}").quiet

    assert {offer(n) for n in range(30)} == {""}
    assert offer(30) == "company had its offers this hour"
    assert offer(30, "zeta") == ""
    assert Talk(store, BEN, company).later(hours=2).channel(channel="c1").quiet == ""


# ---- what people prefer ---------------------------------------------------------------------------------------


def test_who_wants_none_in_a_channel_gets_none_there(ana: Talk) -> None:
    ana.channel()
    assert keys_of(ana.press("btn.not_here")) == ["intercept.not_here"]
    ana.later(days=100)
    assert ana.channel().quiet == "not wanted in this channel"
    ana.command("here on", "pumps")
    assert ana.channel(channel="pumps").quiet == ""


def test_opting_out_has_a_way_back(ana: Talk) -> None:
    assert keys_of(ana.say("/plan me")) == ["cmd.me.status_on"]
    assert keys_of(ana.say("/plan me off")) == ["cmd.me.off"]
    assert keys_of(ana.command("me")) == ["cmd.me.status_off"]
    assert ana.channel().quiet == "opted out"
    assert keys_of(ana.say("/plan moi oui")) == ["cmd.me.on"]
    assert ana.channel().quiet == ""


def test_who_said_never_and_came_back_is_left_alone_as_after_a_no(ana: Talk) -> None:
    ana.channel()
    ana.press("btn.never")
    ana.later(days=20).say("/plan me on")
    assert ana.channel().quiet == "offered lately"
    assert ana.later(days=10).channel().quiet == ""


def test_opting_out_again_does_not_move_the_day(ana: Talk, store: Store) -> None:
    def since() -> datetime | None:
        known = store.run_now(lambda tx: tx.people.get(ANA.key))
        return known.opted_out_at if known else None

    ana.say("/plan me off")
    first = since()
    ana.later(days=3).say("/plan me off")
    assert since() == first == MORNING + timedelta(minutes=1)
