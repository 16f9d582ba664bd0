"""The talk in the app's direct message: the ways into it, what a question becomes once answered, and its windows."""

import asyncio
from datetime import timedelta

import pytest

from tests.bot.slack.world import World, buttons, words
from tests.fakes.slack import User
from tests.transcripts.playing import START

TOOL = "We should launch a Slack community for innovation"
PROBLEM = "People on the line gave us 30 ideas in the October survey and nobody ever answered them"
WITH_MUCH = "The night shift mends the same fault three times. We need a wiki so that faults are closed faster by June."
TO_THE_TOOLS = (
    PROBLEM,
    "the 85 operators, all year round",
    "They'd get an answer to each idea, in days rather than never",
    "150 days at best today, 14 by the end of June",
    "Karim said yes on Monday",
    "they tell their shift lead, who sometimes passes it on",
)
STEPS = "I sort the 30 ideas with two shift leads by Friday 13 March. Karim answers all of them in one go on the 26th."


def begin(slack: World, user: User) -> None:
    slack.command(user, "start")
    slack.heard()


def with_steps(slack: World, user: User) -> None:
    """A talk that got as far as a plan with two steps."""
    begin(slack, user)
    for line in TO_THE_TOOLS:
        slack.write(user, line)
    slack.press(user, "btn.mech.fragile")
    slack.write(user, "Karim and the 6 shift leads")
    slack.write(user, STEPS)
    assert slack.heard()[-1] == "q.blockers"


# ---- ways in ----------------------------------------------------------------------------------------------------


def test_the_first_word_is_answered_in_its_own_thread(slack: World, ann: User) -> None:
    said = slack.write(ann, "hello")
    (welcome,) = slack.talk(ann)
    assert welcome.thread_ts == said.ts
    assert words([welcome])[0].startswith("Hello Ann.")


def test_a_mention_in_a_thread_opens_the_talk_in_private(slack: World, ann: User, ben: User) -> None:
    root = slack.write(ben, "Any ideas for Monday?", slack.room)
    slack.write(ben, "I have none.", slack.room, thread=root)
    slack.write(ann, f"<@{slack.sim.bot_user.id}>", slack.room, thread=root)

    assert slack.heard() == ["cmd.over_there", "intercept.start", "q.problem"]
    (pointer,) = slack.whispers(ann)
    assert pointer.thread_ts == root.ts
    assert buttons(pointer) == ["btn.open_talk"]


def test_what_is_said_in_a_channel_is_no_answer_in_the_talk(slack: World, ann: User) -> None:
    us = f"<@{slack.sim.bot_user.id}>"
    slack.write(ann, "/plan start")
    slack.write(ann, f"Has anybody tried {us} already? It asked me odd things", slack.room)

    assert slack.heard() == ["intercept.start", "q.problem", "cmd.over_there", "q.problem"]
    assert slack.conversation(ann).plan.problem == ""

    slack.write(ann, f"{us} stop", slack.room)
    assert slack.conversation(ann).status != "talking"
    slack.again = [pointer.words for pointer in slack.whispers(ann)[:1]]


def test_a_colleagues_message_is_thought_through_by_shortcut(slack: World, ann: User, ben: User) -> None:
    slack.listens("off")
    message = slack.write(ben, TOOL, slack.room)
    slack.do(slack.sim.shortcut(ann, "think_through", message))

    assert slack.heard() == ["cmd.over_there", "intercept.start", "q.problem"]
    assert slack.conversation(ann).plan.trigger_tool == "a Slack community"
    assert slack.whispers(ben) == slack.talk(ben) == []


def test_what_a_plan_names_is_there_when_somebody_comes_with_it(slack: World, ann: User, ben: User) -> None:
    message = slack.write(
        ben,
        "We will launch a podcast to cut the time to answer tickets from 10 days to 5 days by June. First, Ana records two episodes.",
        slack.room,
    )
    assert slack.whispers(ben) == [], "a plan is left alone"
    slack.do(slack.sim.shortcut(ann, "think_through", message))
    offer = slack.conversation(ann).offer
    assert offer is not None
    assert (offer.tool, offer.goal, offer.due) == ("a podcast", "cut the time", "by June")


def test_the_global_shortcut_starts_a_talk(slack: World, ann: User) -> None:
    slack.do(slack.sim.shortcut(ann, "start_plan"))
    assert slack.heard() == ["intercept.start", "q.problem"]
    assert slack.whispers(ann) == []


def test_a_command_in_a_channel_points_to_the_talk(slack: World, ann: User) -> None:
    slack.command(ann, "start")
    (pointer,) = slack.whispers(ann)
    assert buttons(pointer) == ["btn.open_talk"]
    assert len(slack.talk(ann)) == 2


def test_a_command_in_the_talk_is_answered_there(slack: World, ann: User) -> None:
    slack.command(ann, "list", slack.sim.dm(ann))
    assert words(slack.talk(ann))[0].startswith("You have no plan yet.")


# ---- questions and answers --------------------------------------------------------------------------------------


def test_a_question_that_was_answered_by_a_button_shows_the_answer_and_no_buttons(slack: World, ann: User) -> None:
    begin(slack, ann)
    for line in TO_THE_TOOLS:
        slack.write(ann, line)
    question = slack.latest(ann, "btn.mech.fragile")
    slack.press(ann, "btn.mech.fragile")

    assert buttons(question) == []
    assert "✓ Only sometimes" in words([question])[0]
    assert words([question])[0].startswith("And when people use it")
    assert slack.heard()[-1] == "q.people"


def test_two_presses_at_once_are_one_answer(slack: World, ann: User) -> None:
    begin(slack, ann)
    for line in TO_THE_TOOLS:
        slack.write(ann, line)
    slack.heard()
    question = slack.latest(ann, "btn.mech.fragile")

    async def both() -> None:
        await asyncio.gather(
            slack.pressing(ann, question, "btn.mech.fragile"), slack.pressing(ann, question, "btn.mech.works")
        )

    slack.do(both())
    assert sorted(slack.heard()) == ["ctl.stale", "q.people"]
    assert buttons(question) == []
    assert question.words.splitlines()[-1] in ("✓ Only sometimes", "✓ Yes, it works"), "the first press stands"


def test_a_button_of_an_earlier_question_changes_nothing(slack: World, ann: User) -> None:
    begin(slack, ann)
    for line in TO_THE_TOOLS:
        slack.write(ann, line)
    question = slack.latest(ann, "btn.mech.fragile")
    slack.write(ann, "only sometimes")
    before = slack.conversation(ann).slots
    slack.heard()

    slack.do(slack.pressing(ann, question, "btn.mech.works"))
    assert slack.heard() == ["ctl.stale"]
    assert slack.conversation(ann).slots == before
    assert buttons(question) == []


def test_an_answer_that_is_edited_is_corrected(slack: World, ann: User) -> None:
    begin(slack, ann)
    answer = slack.write(ann, PROBLEM)
    slack.heard()
    slack.do(
        slack.sim.edit(ann, answer, "The same pump fault was mended three times in October, each time from scratch")
    )

    assert slack.heard() == ["ctl.fixed", "q.problem.who"]
    slack.again = ["Who feels it most, and roughly how often?"]
    assert "pump fault" in str(slack.conversation(ann).slots["problem.what"])


def test_a_deleted_answer_stands(slack: World, ann: User) -> None:
    begin(slack, ann)
    answer = slack.write(ann, PROBLEM)
    before = slack.conversation(ann).slots
    slack.do(slack.sim.delete(ann, answer))
    assert slack.conversation(ann).slots == before


def test_while_it_thinks_it_says_so(slack: World, ann: User) -> None:
    said = slack.write(ann, "hello")
    status = slack.sim.threads[slack.sim.dm(ann).id, said.ts]
    assert status == {"status": "is thinking…"}


def test_whoever_opens_the_talk_finds_words_to_begin_with(slack: World) -> None:
    lea = slack.person("Léa", "fr")
    slack.do(slack.sim.open_home(lea, "messages"))
    prompts = slack.sim.threads[slack.sim.dm(lea).id, ""]["prompts"]
    assert [one["message"] for one in prompts] == ["/plan commencer", "/plan liste", "/plan aide"]

    slack.write(lea, prompts[0]["message"])
    assert slack.heard() == ["intercept.start", "q.problem"]


# ---- the home page ----------------------------------------------------------------------------------------------


def test_the_home_page_is_fresh_after_each_change(slack: World, ann: User) -> None:
    slack.do(slack.sim.open_home(ann))
    first = str(slack.sim.home(ann))
    assert "No plan yet." in first

    begin(slack, ann)
    slack.write(ann, PROBLEM)
    slack.wait_for(lambda: "Who feels it most" in str(slack.sim.home(ann)))


def test_a_talk_is_started_and_settings_are_opened_from_the_home_page(slack: World, ann: User) -> None:
    slack.do(slack.sim.open_home(ann))
    home = slack.sim.home(ann)
    assert home is not None
    slack.do(slack.sim.click(ann, home, "home.start"))
    assert slack.heard() == ["intercept.start", "q.problem"]

    slack.wait_for(lambda: "home.continue" in str(slack.sim.home(ann)))
    home = slack.sim.home(ann)
    assert home is not None
    slack.do(slack.sim.click(ann, home, "home.settings"))
    slack.modal(ann, "settings")


# ---- windows ----------------------------------------------------------------------------------------------------


def test_a_plan_is_edited_in_one_window_and_what_cannot_be_kept_is_sent_back(slack: World, ann: User) -> None:
    with_steps(slack, ann)
    slack.command(ann, "edit")
    slack.modal(ann, "edit.plan")

    sent = slack.do(slack.sim.submit(ann, {"steps": "?!", "decision": "Claire said yes"}))
    assert sent.errors == {"steps": "I read no step in this. One is enough, with who does it."}
    assert slack.heard() == []

    slack.do(slack.sim.submit(ann, {"steps": "I sort the ideas by Friday 20 March"}))
    assert slack.sim.modal(ann) is None
    assert slack.heard()[0] == "edit.done"
    (step,) = slack.conversation(ann).plan.steps
    assert step.due == (START + timedelta(days=18)).date()


def test_a_step_is_edited_in_a_window_on_top(slack: World, ann: User) -> None:
    with_steps(slack, ann)
    slack.command(ann, "edit")
    plan = slack.modal(ann, "edit.plan")
    link = next(block for block in plan.content["blocks"] if "edit.step:1/1" in str(block))
    slack.do(slack.sim.click(ann, plan, "sheet", block_id=link["block_id"]))
    slack.modal(ann, "edit.step")

    wrong = slack.do(slack.sim.submit(ann, {"due": "2026-02-27"}))
    assert wrong.errors == {"due": "That day is over. Which one is meant?"}
    slack.do(slack.sim.submit(ann, {"owner": "Claire", "due": "2026-03-27"}))
    assert slack.sim.modal(ann) is None, "the one below would show what was before"
    assert slack.conversation(ann).plan.steps[1].owner == "Claire"


def test_language_hours_and_offers_are_settings(slack: World, ann: User) -> None:
    slack.command(ann, "settings")
    slack.modal(ann, "settings")
    wrong = slack.do(slack.sim.submit(ann, {"lang": "fr", "from": "14:00", "to": "12:00"}))
    assert wrong.errors == {"to": "This comes before the start."}

    slack.do(slack.sim.submit(ann, {"lang": "fr", "from": "14:00", "to": "16:00"}))
    assert words(slack.talk(ann)) == ["C'est enregistré."]
    slack.write(ann, TOOL, slack.room)
    assert slack.whispers(ann) == [], "it is ten o'clock"
    slack.clock(START + timedelta(hours=5))
    slack.write(ann, TOOL, slack.room)
    assert len(slack.whispers(ann)) == 1


def test_offers_are_turned_off_in_the_settings(slack: World, ann: User) -> None:
    slack.command(ann, "réglages")
    slack.modal(ann, "settings")
    slack.do(slack.sim.submit(ann, {"offers": "off"}))
    slack.write(ann, TOOL, slack.room)
    assert slack.heard() == ["settings.saved"]


def test_all_about_a_person_is_deleted_from_the_settings(slack: World, ann: User) -> None:
    begin(slack, ann)
    slack.write(ann, PROBLEM)
    slack.command(ann, "settings")
    settings = slack.modal(ann, "settings")
    slack.heard()
    slack.do(slack.sim.click(ann, settings, "sheet", block_id="link:forget", confirm=False))
    assert slack.heard() == [], "the client asks back first"

    slack.do(slack.sim.click(ann, settings, "sheet", block_id="link:forget"))
    assert slack.heard() == ["data.forgotten"]
    assert slack.conversation(ann).plan.number == 0


def test_an_earlier_plan_that_is_gone_opens_no_form(slack: World, ann: User) -> None:
    slack.command(ann, "edit 7")
    view = slack.wait_for(lambda: slack.sim.modal(ann))
    slack.wait_for(lambda: "There is no such plan of yours any more." in str(slack.sim.modal(ann)))
    assert view.content["type"] == "modal"


@pytest.mark.parametrize("line", ["PLANFIRST HELP", "/plan help"])
def test_words_are_answered_whatever_they_are(slack: World, ann: User, line: str) -> None:
    slack.write(ann, line)
    assert len(slack.heard()) == 1
