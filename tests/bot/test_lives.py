"""A plan's life between people: sent, answered, changed, run, checked, ended. Each test is a short story."""

import pytest
from msgspec.structs import replace

from storage.store import Store
from tests.bot.lives import IDEAS, KARIM, MAYA, Office


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


def test_owner_sees_what_the_reviewer_will_see_before_it_is_sent(office: Office) -> None:
    plan = office.owns(MAYA)
    shown = office.command(MAYA, "send @Karim", KARIM)
    assert shown.keys == ["plan.others", "send.confirm"]
    assert shown.others == {}
    assert office.state(plan) == "ready"

    sent = office.press(MAYA, "btn.send_now")
    assert sent.keys == ["send.done"]
    assert sent.told(KARIM) == ["review.request"]
    assert office.state(plan) == "in_review"


def test_reviewer_asks_for_one_change_and_then_says_yes(office: Office) -> None:
    plan = office.owns(MAYA)
    office.command(MAYA, "send @Karim", KARIM)
    office.press(MAYA, "btn.send_now")

    assert office.press(KARIM, "btn.request_changes").keys == ["review.change.ask"]
    asked = office.say(KARIM, "Name who answers on Tuesdays")
    assert asked.keys == ["review.noted_change"]
    assert asked.told(MAYA) == ["review.changes"]
    assert office.state(plan) == "changes_requested"

    assert office.press(MAYA, "btn.resend").keys == ["send.unchanged"]


def test_home_page_says_what_waits_for_a_reviewer(office: Office) -> None:
    office.owns(MAYA)
    office.command(MAYA, "send @Karim", KARIM)
    assert office.home(KARIM).waiting == ()
    office.press(MAYA, "btn.send_now")
    (waiting,) = office.home(KARIM).waiting
    assert "(Maya) waits for your word" in waiting
    office.press(KARIM, "btn.approve")
    assert office.home(KARIM).waiting == ()


def test_reviewer_who_is_forgotten_gives_the_plan_back(office: Office) -> None:
    plan = office.owns(MAYA)
    office.command(MAYA, "send @Karim", KARIM)
    office.press(MAYA, "btn.send_now")

    assert office.command(KARIM, "forget me").keys == ["data.forget_ask"]
    gone = office.press(KARIM, "btn.forget_all")
    assert gone.keys == ["data.forgotten"]
    assert gone.told(MAYA) == ["review.given_back"]
    assert office.state(plan) == "ready"
    assert office.record(plan).life.reviewer is None


def test_owner_who_is_forgotten_takes_the_plan_back(office: Office) -> None:
    office.owns(MAYA)
    office.command(MAYA, "send @Karim", KARIM)
    office.press(MAYA, "btn.send_now")
    office.command(MAYA, "forget me")
    assert office.press(MAYA, "btn.forget_all").told(KARIM) == ["review.withdrawn"]
    assert office.command(KARIM, "approve").keys == ["cmd.none"]
    assert office.press(KARIM, "btn.approve").keys == ["cmd.gone"], "a card of before is answered too"


def test_figure_said_out_of_the_blue_is_a_reading_of_the_plan_that_runs(office: Office) -> None:
    plan = office.owns(MAYA, replace(IDEAS, state="running"))
    heard = office.say(MAYA, "120 days now")
    assert heard.keys[0] == "progress.card"
    assert [reading.value for reading in office.record(plan).life.readings] == [120]

    office.press(MAYA, "btn.skip")
    assert office.say(MAYA, "Visitors wait 20 minutes at the gate since May, and nobody told us why")
    assert len(office.record(plan).life.readings) == 1, "a story begins a talk"
