"""The talk in the personal chat: the ways into it, what a question becomes once answered, and its dialogs."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest

from adapters.teams.inbound import WORDS
from bot.commands import _WORDS
from tests.bot.slack.test_private_talk import PROBLEM, STEPS, TO_THE_TOOLS, TOOL
from tests.bot.teams.world import World, words
from tests.fakes.teams import Dialog, Message, Turn, User
from tests.transcripts.playing import START

CHOSEN = "Only sometimes"


def begin(office: World, user: User) -> None:
    office.says(user, "plan start")
    office.heard()


def to_a_question(office: World, user: User) -> Message:
    """A talk that got as far as a question with buttons."""
    begin(office, user)
    for line in TO_THE_TOOLS:
        office.says(user, line)
    office.heard()
    question, label = office.newest(user, "btn.mech.fragile")
    assert label == CHOSEN
    return question


def with_steps(office: World, user: User) -> None:
    """A talk that got as far as a plan with two steps."""
    to_a_question(office, user)
    office.presses(user, "btn.mech.fragile")
    office.says(user, "Karim and the 6 shift leads")
    office.says(user, STEPS)
    assert office.heard()[-1] == "q.blockers"


def dialog(office: World, user: User, command: str, button: str) -> Dialog:
    """The dialog behind the button that a command is answered with."""
    office.says(user, f"plan {command}")
    office.heard()
    return office.do(office.teams.submit(user, office.told(user)[-1], button)).opened


def sent(office: World, user: User, opened: Dialog, values: dict[str, str], button: str = "Save") -> Turn:
    return office.do(office.teams.submit_dialog(user, opened, button, values))


def line(opened: Dialog, link: str) -> dict[str, Any]:
    """What a line of a dialog that opens another sends."""
    data = (one["selectAction"]["data"] for one in (opened.card or {})["body"] if "selectAction" in one)
    return next(one for one in data if one["link"] == link)


# ---- ways in ----------------------------------------------------------------------------------------------------


def test_whoever_installs_it_is_told_what_it_does(office: World) -> None:
    lea = office.member("Léa", "fr")
    assert office.heard()[-1] == "cmd.help"
    assert "/plan" in words(office.told(lea))[-1]


def test_the_first_word_is_answered(office: World, ann: User) -> None:
    office.says(ann, "hello")
    (welcome,) = office.told(ann)
    assert words([welcome])[0].startswith("Hello Ann.")


@pytest.mark.parametrize("how", ["plan list", "/plan list", "Plan liste"])
def test_a_command_in_the_chat_is_answered_there(office: World, ann: User, how: str) -> None:
    office.says(ann, how)
    assert words(office.told(ann))[0].startswith("You have no plan yet.")


@pytest.mark.parametrize("place", ["thread", "chat"])
def test_a_mention_opens_the_talk_in_private(office: World, ann: User, ben: User, place: str) -> None:
    if place == "thread":
        root = office.says(ben, "Any ideas for Monday?", office.team_room).said
        office.says(ann, "", office.team_room, thread=root, mention=True)
    else:
        office.says(ann, "", office.do(office.teams.group("Ideas", [ben, ann])), mention=True)
    assert words(office.told(ann))[-1].startswith("What happens today that you'd like to see change?")
    assert office.talk_of(ann).status == "talking"
    assert office.talk_of(ben).status == "idle"


def test_a_command_in_a_channel_is_answered_in_private(office: World, ann: User) -> None:
    office.says(ann, "plan list", office.team_room, mention=True)
    assert words(office.told(ann))[0].startswith("You have no plan yet.")


def test_what_a_plan_names_is_there_when_somebody_comes_with_it(office: World, ann: User, ben: User) -> None:
    message = office.says(
        ben,
        "We will launch a podcast to cut the time to answer tickets from 10 days to 5 days by June. First, Ana records two episodes.",
        office.team_room,
    ).said
    office.do(office.teams.message_action(ann, message, "thinkThrough"))
    offer = office.talk_of(ann).offer
    assert offer is not None
    assert (offer.tool, offer.goal, offer.due) == ("a podcast", "cut the time", "by June")


def test_a_colleagues_message_is_thought_through_from_its_menu(office: World, ann: User, ben: User) -> None:
    office.opted_in("off")
    message = office.says(ben, TOOL, office.team_room).said
    turn = office.do(office.teams.message_action(ann, message, "thinkThrough"))

    assert "We go on in our private conversation." in str(turn.opened.card)
    assert office.heard() == ["intercept.start", "q.problem"]
    assert office.talk_of(ann).plan.trigger_tool == "a Slack community"
    assert office.told(ben) == []


def test_each_command_is_one_without_its_slash_too() -> None:
    """Teams' list of commands types them so, and its clients keep the slash for their own."""
    assert set(WORDS) == set(_WORDS) - {""}


# ---- questions and answers --------------------------------------------------------------------------------------


def test_a_question_that_was_answered_by_a_button_shows_the_answer_and_no_buttons(office: World, ann: User) -> None:
    question = to_a_question(office, ann)
    turn = office.presses(ann, "btn.mech.fragile")

    assert turn.body["type"] == "application/vnd.microsoft.card.adaptive", "she sees it at once"
    for reader in (ann, None):
        assert question.buttons(reader) == []
        assert f"✓ {CHOSEN}" in question.words(reader)
    assert words([question])[0].startswith("And when people use it")
    assert office.heard()[-1] == "q.people"


def test_an_older_client_presses_by_a_message(office: World, ann: User) -> None:
    question = to_a_question(office, ann)
    data = {"verb": "btn.mech.fragile", "token": office.talk_of(ann).prompt.token, "answer": CHOSEN}  # type: ignore[union-attr]
    pressed = office.teams.activity("message", ann, office.chat(ann), value=data, replyToId=question.id)
    office.do(office.teams.deliver(pressed))
    assert office.heard()[-1] == "q.people"


@pytest.mark.parametrize("new_id", [False, True])
def test_a_press_that_teams_sends_again_counts_once(office: World, ann: User, new_id: bool) -> None:
    to_a_question(office, ann)
    turn = office.presses(ann, "btn.mech.fragile")
    state = office.talk_of(ann)
    office.heard()
    office.do(office.teams.redeliver(turn, new_id=new_id))
    assert office.heard() == []
    assert office.talk_of(ann) == state


def test_two_presses_at_once_are_one_answer(office: World, ann: User) -> None:
    question = to_a_question(office, ann)

    async def both() -> None:
        presses = (office.teams.submit(ann, question, label) for label in (CHOSEN, "Yes, it works"))
        await asyncio.gather(*presses)

    office.do(both())
    assert sorted(office.heard()) == ["ctl.stale", "q.people"]
    assert question.buttons() == []


def test_a_button_of_an_earlier_question_changes_nothing(office: World, ann: User) -> None:
    question = to_a_question(office, ann)
    office.says(ann, "only sometimes")
    before = office.talk_of(ann).slots
    office.heard()

    office.do(office.teams.submit(ann, question, "Yes, it works"))
    assert office.heard() == ["ctl.stale"]
    assert office.talk_of(ann).slots == before
    assert question.buttons() == []


def test_an_edit_and_a_deletion_in_the_chat_change_nothing(office: World, ann: User) -> None:
    begin(office, ann)
    answer = office.says(ann, PROBLEM).said
    before = office.talk_of(ann).slots
    office.heard()
    office.do(office.teams.edit(ann, answer, "The same pump fault was mended three times"))
    office.do(office.teams.delete(ann, answer))
    assert office.heard() == []
    assert office.talk_of(ann).slots == before


def test_while_it_thinks_it_shows_so(office: World, ann: User) -> None:
    before = len(office.teams.calls)
    office.says(ann, "hello")
    kinds = [call.body["type"] for call in office.teams.calls[before:]]
    assert sorted(kinds) == ["message", "typing"]


def test_thumbs_change_nothing(office: World, ann: User) -> None:
    office.says(ann, "hello")
    welcome = office.told(ann)[-1]
    welcome.activity["channelData"] = {"feedbackLoop": {"type": "default"}}
    office.heard()
    turn = office.do(office.teams.feedback(ann, welcome, "dislike", "too long"))
    assert turn.status == 200
    assert office.heard() == []


# ---- dialogs ----------------------------------------------------------------------------------------------------


def test_a_plan_is_edited_in_a_dialog_and_what_cannot_be_kept_is_sent_back(office: World, ann: User) -> None:
    with_steps(office, ann)
    opened = dialog(office, ann, "edit", "Edit")

    again = sent(office, ann, opened, {"steps": "?!", "decision": "Claire said yes"})
    shown = json.dumps(again.opened.card)
    assert "I read no step in this. One is enough, with who does it." in shown
    assert "Claire said yes" in shown, "what was typed is not lost"
    assert office.heard() == []

    closed = sent(office, ann, again.opened, {"steps": "I sort the ideas by Friday 20 March"})
    assert closed.dialog is None
    assert office.heard()[0] == "edit.done"
    (step,) = office.talk_of(ann).plan.steps
    assert step.due == (START + timedelta(days=18)).date()


def test_a_dialog_that_is_sent_twice_counts_once(office: World, ann: User) -> None:
    with_steps(office, ann)
    opened = dialog(office, ann, "edit", "Edit")
    turn = sent(office, ann, opened, {"steps": "I sort the ideas by Friday 20 March"})
    said = office.heard()
    office.do(office.teams.redeliver(turn, new_id=True))
    assert office.heard() == []
    assert said[0] == "edit.done"


def test_a_step_is_edited_in_a_dialog_of_its_own(office: World, ann: User) -> None:
    with_steps(office, ann)
    plan = dialog(office, ann, "edit", "Edit")
    value = {"data": line(plan, "edit.step:1/1"), "context": {"theme": "default"}}
    turn = office.do(office.teams.invoke("task/submit", ann, office.chat(ann), value, plan.message))
    step = Dialog("", turn.body["task"]["value"]["card"]["content"], None, office.chat(ann), plan.message)

    wrong = sent(office, ann, step, {"due": "2026-02-27"})
    assert "That day is over. Which one is meant?" in json.dumps(wrong.opened.card)
    done = sent(office, ann, wrong.opened, {"owner": "Claire", "due": "2026-03-27"})
    assert done.dialog is None
    assert office.talk_of(ann).plan.steps[1].owner == "Claire"


def test_language_hours_and_offers_are_settings(office: World, ann: User) -> None:
    opened = dialog(office, ann, "settings", "Settings")
    wrong = sent(office, ann, opened, {"lang": "fr", "from": "14:00", "to": "12:00"})
    assert "This comes before the start." in json.dumps(wrong.opened.card)

    sent(office, ann, wrong.opened, {"lang": "fr", "from": "14:00", "to": "16:00"})
    assert words(office.told(ann))[-1] == "C'est enregistré."
    office.says(ann, TOOL, office.team_room)
    assert office.heard() == ["settings.saved"], "it is ten o'clock"
    office.clock(START + timedelta(hours=5))
    office.says(ann, TOOL, office.team_room)
    assert office.heard() == ["intercept.open"]


def test_all_about_a_person_is_deleted_from_the_settings(office: World, ann: User) -> None:
    begin(office, ann)
    office.says(ann, PROBLEM)
    opened = dialog(office, ann, "settings", "Settings")
    turn = sent(office, ann, opened, {}, "Yes")

    assert turn.notice
    assert office.heard() == ["data.forgotten"]
    assert office.talk_of(ann).plan.number == 0
    office.says(ann, "hello")
    assert office.heard() == ["ctl.welcome"], "and she can begin anew"


def test_an_earlier_plan_that_is_gone_opens_no_form(office: World, ann: User) -> None:
    with_steps(office, ann)
    opened = dialog(office, ann, "edit", "Edit")
    (opened.card or {})["actions"][0]["data"]["about"] = "7"
    turn = sent(office, ann, opened, {})
    assert turn.notice == "There is no such plan of yours any more. /plan list shows those that there are."
