"""A plan's life between people: sent, answered, changed, run, checked, ended. Each test is a short story."""

import pytest
from msgspec.structs import replace

from adapters.hearing import Room
from dialogs.life.record import Life, Party, Ref
from dialogs.plan import Plan
from storage.store import Store
from tests.bot.lives import IDEAS, KARIM, LEA, MAYA, Office


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


def owns_as_told(office: Office, plan: Plan = IDEAS) -> Ref:
    """A plan that the talk can take up again, because it was about another one since."""
    ref = office.owns(MAYA, plan)
    office.owns(MAYA, replace(IDEAS, number=2, state="dropped"))
    return ref


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


def test_reviewer_is_told_of_a_plans_past_only_since_it_was_sent(office: Office) -> None:
    owns_as_told(office, replace(IDEAS, problem="The boss sits on ideas"))
    office.command(MAYA, "edit 1 problem")
    office.say(MAYA, "Forms get lost, 30 in March alone")
    office.command(MAYA, "send @Karim 1", KARIM)
    office.press(MAYA, "btn.send_now")
    assert "The boss" in office.command(MAYA, "history 1").text
    for command in ("history", "export"):
        assert "The boss" not in office.command(KARIM, command).text


def test_follower_sees_the_plan_and_nothing_of_how_it_came_about(office: Office) -> None:
    office.owns(MAYA)
    office.command(MAYA, "post #team", rooms=(Room("#team", "team"),))
    office.press(MAYA, "btn.post_now")
    office.press(LEA, "btn.follow")
    assert office.command(LEA, "show").keys == ["plan.others"]
    assert office.command(LEA, "history").keys == ["cmd.history_none"]


def test_what_changed_tells_a_reviewer_nothing_of_something_sensitive(office: Office) -> None:
    owns_as_told(office)
    office.command(MAYA, "send @Karim 1", KARIM)
    office.press(MAYA, "btn.send_now")
    office.command(KARIM, 'change "Name who answers on Tuesdays"')
    office.command(MAYA, "edit 1 blockers")
    office.say(MAYA, "sensitive")
    office.say(MAYA, "Léa on 12 March")
    office.command(MAYA, "send 1")
    (again,) = office.press(MAYA, "btn.send_now").others[KARIM.id]
    assert "after your remark" in again.text
    assert "sensitive" not in again.text
    assert "(2 March):" not in again.text, "nothing that they see has changed"


def test_question_about_a_plan_is_not_asked_once_somebody_reads_it(office: Office) -> None:
    plan = owns_as_told(office)
    office.command(MAYA, "edit 1 steps")
    asked = office.say(MAYA, "Maya reads the forms by 9 March, Léa tells forty people by 13 March")
    assert asked.keys[-1] == "q.step.blocker"
    office.command(MAYA, "send @Karim 1", KARIM)
    assert office.press(MAYA, "btn.send_now").keys == ["send.done"]
    sent = office.record(plan)
    assert office.press(MAYA, "blk.volume").keys == ["ctl.stale"]
    assert office.record(plan) == sent


def test_new_figures_of_an_approved_plan_go_to_its_reviewer_without_another_question(office: Office) -> None:
    plan = owns_as_told(office)
    office.command(MAYA, "send @Karim 1", KARIM)
    office.press(MAYA, "btn.send_now")
    office.press(KARIM, "btn.approve")
    office.command(MAYA, "edit 1 objective")
    edited = office.say(MAYA, "operators trust the answers")
    assert edited.keys[-1] == "life.asked_again"
    assert edited.told(KARIM) == ["review.request"]
    assert office.state(plan) == "in_review"


def test_only_a_plan_that_can_be_dropped_is_meant_by_drop(office: Office) -> None:
    office.owns(MAYA, replace(IDEAS, state="done"))
    office.owns(MAYA, replace(IDEAS, number=2))
    assert office.command(MAYA, "drop").keys == ["drop.reason"]


def test_figure_is_the_check_ins_when_the_talk_was_left_before_it_was_asked(office: Office) -> None:
    running = Life(
        owner=Party(*MAYA.key, "Maya", zone=MAYA.zone, platform="test"), since=office.now, started_on=office.now.date()
    )
    plan = office.owns(MAYA, replace(IDEAS, state="running"), running)
    office.command(MAYA, "start")
    assert office.say(MAYA, "145 days").keys == ["q.problem.who"], "what the talk asks comes first"
    office.later(days=60)
    office.wake()
    assert "progress.card" in office.say(MAYA, "140 now").keys
    assert [reading.value for reading in office.record(plan).life.readings] == [140]


def test_talk_that_was_only_opened_is_no_plan_that_a_command_means(office: Office) -> None:
    office.owns(MAYA)
    office.command(MAYA, "start")
    assert "plan 1" in office.command(MAYA, "done").text


def test_words_that_are_no_part_of_a_plan_are_no_answer_either(office: Office) -> None:
    office.command(MAYA, "start")
    office.say(MAYA, IDEAS.problem)
    assert office.command(MAYA, "edit 1 zorg").keys == ["ctl.fix"]
    assert office.command(KARIM, "edit").keys == ["cmd.none"]


def test_plan_that_was_pasted_and_kept_can_be_sent_at_once(office: Office) -> None:
    office.command(
        MAYA, "review Problem: ideas wait 150 days\nSteps - Maya reads the forms by 9 March\nDecision - Karim said yes"
    )
    office.press(MAYA, "btn.keep_draft")
    shown = office.command(MAYA, "send @Karim", KARIM)
    assert shown.keys == ["plan.others", "send.confirm"]
    assert "Karim said yes" in shown.text


def test_number_that_answers_which_one_is_the_plans_own(office: Office) -> None:
    first = office.owns(MAYA)
    second = office.owns(MAYA, replace(IDEAS, number=2))
    office.owns(MAYA, replace(IDEAS, number=3, state="dropped"))
    which = office.command(MAYA, "drop idea")
    assert which.keys == ["cmd.which"], "one that is dropped is not asked about"
    office.say(MAYA, "2")
    office.press(MAYA, "drop.solved")
    assert [office.state(first), office.state(second)] == ["ready", "dropped"]


@pytest.mark.parametrize(
    ("said", "noted"), [("yes", "done"), ("Not yet.", "not_yet"), ("no", "not_yet"), ("start", "")]
)
def test_first_step_that_was_asked_about_is_told_in_a_word(office: Office, said: str, noted: str) -> None:
    plan = office.owns(MAYA)
    office.command(MAYA, "run")
    assert office.say(MAYA, "no").keys == ["ctl.nothing_open"], "nobody asked"
    office.later(days=8)
    assert [reply.key for heard in office.wake() for reply in heard.replies] == ["checkin.first_step"]
    office.say(MAYA, said)
    assert office.record(plan).life.first_step == noted


def test_text_pasted_on_one_line_is_read_by_its_headings(office: Office) -> None:
    office.command(MAYA, "review Problem: ideas wait 150 days for an answer. Objective: from 150 to 14 days by 30 June")
    office.press(MAYA, "btn.keep_draft")
    shown = office.command(MAYA, "seen").text
    assert "*Problem* ideas wait 150 days for an answer\n" in shown
    assert "150 → 14 days by 30 June" in shown


def test_an_answer_of_the_talk_is_no_reason_to_drop_another_plan(office: Office) -> None:
    plan = office.owns(MAYA)
    office.command(MAYA, "start")
    office.command(MAYA, "drop 1")
    assert office.say(MAYA, "Phones ring 30 times a day, unanswered").keys == ["q.problem.who"]
    assert office.state(plan) == "ready"
