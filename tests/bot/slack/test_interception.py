"""The private offer in a channel: to whom, in which words, what each answer does to it, and all that gets none.

In each of these talks nothing of the coach's stands in public: the fixture looks, at the end.
"""

from datetime import timedelta
from typing import Any

import pytest

from tests.bot.slack.world import World, buttons, menu, words
from tests.fakes.slack import User
from tests.transcripts.playing import START

TOOL = "We should launch a Slack community for innovation"
ANOTHER = "Let's buy a chatbot for onboarding"
NO_TOOL = "Who has the minutes of Monday's meeting?"


def entries(values: list[str]) -> list[str]:
    return [value.partition("|")[0] for value in values]


# ---- the offer --------------------------------------------------------------------------------------------------


def test_the_author_alone_is_offered_help_in_their_own_words(slack: World, ann: User, ben: User) -> None:
    slack.write(ann, TOOL, slack.room)

    (offer,) = slack.whispers(ann)
    assert offer.channel == slack.room.id
    assert offer.thread_ts is None, "in a thread of its own nobody would see it"
    (text,) = words([offer])
    assert text.startswith("Hi Ann, Planfirst here.")
    assert "a Slack community" in text
    assert "“innovation”" in text
    assert buttons(offer) == ["btn.start", "btn.later", "btn.no"]
    assert entries(menu(offer)) == ["btn.why", "btn.not_meant", "btn.never", "btn.not_here"]
    assert slack.whispers(ben) == []
    assert slack.talk(ann) == []


def test_in_a_thread_the_offer_stands_in_the_thread(slack: World, ann: User, ben: User) -> None:
    root = slack.write(ben, NO_TOOL, slack.room)
    slack.write(ben, "Nobody, it seems.", slack.room, thread=root)
    slack.write(ann, TOOL, slack.room, thread=root)

    (offer,) = slack.whispers(ann)
    assert offer.thread_ts == root.ts


def test_in_french(slack: World) -> None:
    lea = slack.person("Léa", "fr")
    slack.write(lea, "On devrait lancer un podcast pour l'innovation", slack.room)

    (text,) = words(slack.whispers(lea))
    assert text.startswith("Bonjour Léa, ici Planfirst.")
    assert "un podcast" in text


# ---- its answers ------------------------------------------------------------------------------------------------


def test_lets_go_moves_to_the_private_talk_and_says_so_in_place_of_the_offer(slack: World, ann: User) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, "btn.start")

    (pointer,) = slack.whispers(ann)
    assert "We go on in our private conversation." in words([pointer])[0]
    assert buttons(pointer) == ["btn.open_talk"]
    assert f"team={slack.sim.team}" in str(pointer.blocks)
    assert slack.heard() == ["intercept.open", "cmd.over_there", "intercept.start", "q.problem"]
    assert words(slack.talk(ann))[1].startswith("What happens today that you'd like to see change?")

    slack.press(ann, "btn.open_talk")
    assert slack.heard() == [], "Slack opens the talk, the coach has nothing to do"


def test_later_asks_when_and_comes_back_then_in_private(slack: World, ann: User) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, "btn.later")

    (asked,) = slack.whispers(ann)
    assert words([asked])[0].startswith("Fine. When suits you?")
    assert buttons(asked) == ["btn.today", "btn.tomorrow", "btn.monday"]

    slack.press(ann, "btn.tomorrow")
    (said,) = slack.whispers(ann)
    assert "I'll ask again then:" in words([said])[0]
    assert buttons(said) == []
    assert slack.talk(ann) == []

    slack.clock(START + timedelta(hours=22))
    slack.tick()
    assert slack.talk(ann) == [], "eight in the morning is not nine yet"
    slack.clock(START + timedelta(hours=23, minutes=1))
    slack.tick()
    (again,) = slack.talk(ann)
    assert words([again])[0].startswith("Hi Ann, Planfirst here.")

    slack.press(ann, "btn.start")
    assert slack.heard()[-2:] == ["intercept.start", "q.problem"]
    assert buttons(slack.talk(ann)[0]) == [], "the offer in the talk shows its answer and no buttons"


def test_no_deletes_the_offer(slack: World, ann: User) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, "btn.no")

    assert slack.whispers(ann) == []
    assert slack.talk(ann) == []
    assert slack.conversation(ann).offer is None


def test_why_explains_in_place_of_the_offer_which_still_stands(slack: World, ann: User) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, "btn.why")

    (why,) = slack.whispers(ann)
    assert words([why])[0].startswith("Your message names a tool, not yet a problem or a plan.")
    assert buttons(why) == ["btn.start", "btn.later", "btn.no"]
    assert entries(menu(why)) == ["btn.not_meant", "btn.never", "btn.not_here"]

    slack.press(ann, "btn.start")
    assert slack.heard()[-2:] == ["intercept.start", "q.problem"]


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("btn.never", "Done, I won't step in on your messages any more."),
        ("btn.not_here", "Fine, no more offers to you in this channel."),
    ],
)
def test_a_way_out_behind_the_dots_is_confirmed_in_place_of_the_offer(
    slack: World, ann: User, button: str, answer: str
) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, button)

    (said,) = slack.whispers(ann)
    assert words([said])[0].startswith(answer)
    assert buttons(said) == menu(said) == []
    assert slack.talk(ann) == []


def test_who_was_misread_may_give_the_sentence_in_private(slack: World, ann: User) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, "btn.not_meant")

    (asked,) = slack.whispers(ann)
    assert words([asked])[0].startswith("Thank you, I had misread it. I'll leave it there.\nMay I keep that sentence")
    assert buttons(asked) == ["btn.give_sentence", "btn.cancel"]
    assert slack.talk(ann) == [], "nothing opens by itself"

    slack.press(ann, "btn.give_sentence")
    assert "feedback.type" in slack.heard()
    slack.write(ann, TOOL)
    assert slack.heard() == ["feedback.kept"]


def test_never_is_for_good_until_it_is_undone(slack: World, ann: User) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, "btn.never")
    slack.clock(START + timedelta(days=200))
    slack.write(ann, ANOTHER, slack.room)
    assert slack.heard() == ["intercept.open", "intercept.optout"]

    slack.command(ann, "me on")
    slack.write(ann, ANOTHER, slack.room)
    assert slack.heard() == ["cmd.me.on", "intercept.open"]


def test_not_here_is_for_this_channel_alone(slack: World, ann: User) -> None:
    elsewhere = slack.sim.channel("projects", [ann, slack.sim.bot_user])
    slack.listens("on", elsewhere)
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, "btn.not_here")
    slack.clock(START + timedelta(days=98))
    slack.write(ann, ANOTHER, slack.room)
    assert slack.heard() == ["intercept.open", "intercept.not_here"]

    slack.write(ann, ANOTHER, elsewhere)
    assert slack.heard() == ["intercept.open"]


# ---- how often, and to whom -------------------------------------------------------------------------------------


def test_the_second_message_within_two_weeks_is_met_with_silence(slack: World, ann: User, ben: User) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.write(ann, ANOTHER, slack.room)
    assert slack.heard() == ["intercept.open"]

    slack.write(ben, ANOTHER, slack.room)
    assert slack.heard() == ["intercept.open"], "another person is another matter"
    assert len(slack.whispers(ann)) == len(slack.whispers(ben)) == 1

    slack.clock(START + timedelta(days=14, minutes=5))
    slack.write(ann, ANOTHER, slack.room)
    assert slack.heard() == ["intercept.open"]


def test_what_names_no_tool_makes_no_call_at_all(slack: World, ann: User) -> None:
    slack.write(ann, NO_TOOL, slack.room)
    assert slack.sim.calls == []


def test_in_a_channel_that_did_not_opt_in_there_is_silence(slack: World, ann: User) -> None:
    slack.write(slack.person("Eve"), TOOL, slack.room)
    elsewhere, calls = slack.sim.channel("random", [ann, slack.sim.bot_user]), len(slack.sim.calls)
    slack.write(ann, TOOL, elsewhere)
    assert slack.heard() == ["intercept.open"], "Eve's"
    assert len(slack.sim.calls) == calls, "Ann is not even looked up"


@pytest.mark.parametrize("what", [{"is_restricted": True}, {"is_ultra_restricted": True}, {"is_stranger": True}])
def test_guests_and_strangers_get_no_offer(slack: World, what: dict[str, Any]) -> None:
    guest = slack.person("Gus", **what)
    slack.write(guest, TOOL, slack.room)
    assert slack.whispers(guest) == []


def test_where_another_company_reads_along_there_is_silence(slack: World, ann: User) -> None:
    shared = slack.sim.channel("with-partners", [ann, slack.sim.bot_user], shared=True)
    slack.listens("on", shared)
    slack.write(ann, TOOL, shared)
    assert slack.heard() == []
    assert slack.sim.calls == []


def test_other_bots_and_workflows_get_no_offer(slack: World) -> None:
    jira = slack.sim.other_bot("jira")
    slack.room.members.add(jira.id)
    slack.write(jira, TOOL, slack.room)
    workflow = {"type": "message", "subtype": "bot_message", "bot_id": "B0FLOW", "text": TOOL}
    slack.do(slack.sim.event({**workflow, "channel": slack.room.id, "channel_type": "channel", "ts": "1772442001.1"}))
    assert slack.sim.calls == []


# ---- messages that change ---------------------------------------------------------------------------------------


def test_an_offer_whose_message_was_edited_away_is_kindly_over(slack: World, ann: User) -> None:
    message = slack.write(ann, TOOL, slack.room)
    slack.do(slack.sim.edit(ann, message, "Never mind."))
    assert slack.conversation(ann).offer is None

    slack.press(ann, "btn.start")
    (said,) = slack.whispers(ann)
    assert words([said])[0].startswith("That offer is over, and nothing of it is kept.")
    assert buttons(said) == []
    assert slack.talk(ann) == []


def test_an_offer_whose_message_was_deleted_is_kindly_over(slack: World, ann: User) -> None:
    message = slack.write(ann, TOOL, slack.room)
    slack.do(slack.sim.delete(ann, message))
    slack.press(ann, "btn.why")

    (said,) = slack.whispers(ann)
    assert words([said])[0].startswith("That offer is over")


def test_a_message_edited_into_one_that_names_a_tool_brings_the_offer(slack: World, ann: User) -> None:
    message = slack.write(ann, NO_TOOL, slack.room)
    slack.do(slack.sim.edit(ann, message, TOOL))

    (offer,) = slack.whispers(ann)
    assert "a Slack community" in words([offer])[0]


def test_a_link_preview_changes_nothing(slack: World, ann: User) -> None:
    message = slack.write(ann, f"{TOOL}: https://example.com/", slack.room)
    slack.do(slack.sim.unfurl(message))
    assert slack.heard() == ["intercept.open"]

    slack.press(ann, "btn.start")
    assert "intercept.gone" not in slack.heard()


def test_a_message_that_mentions_the_coach_counts_once(slack: World, ann: User) -> None:
    slack.write(ann, f"<@{slack.sim.bot_user.id}> {TOOL}", slack.room)

    heard = [delivery.name for delivery in slack.sim.deliveries if TOOL in str(delivery.payload)]
    assert heard == ["message", "app_mention"]
    assert slack.heard() == ["cmd.over_there", "intercept.start", "q.problem"]
    assert len(slack.whispers(ann)) == 1


# ---- /plan here -------------------------------------------------------------------------------------------------


def test_a_channel_is_turned_on_and_off_by_its_people(slack: World, ann: User, ben: User) -> None:
    slack.command(ann, "here off")
    slack.write(ben, TOOL, slack.room)
    assert slack.heard() == ["cmd.here.off"]

    slack.command(ann, "here on")
    slack.write(ben, TOOL, slack.room)
    assert slack.heard() == ["cmd.here.on", "intercept.open"]
    assert len(slack.whispers(ann)) == 2, "both answers, for her alone"
    assert len(slack.whispers(ben)) == 1


def test_in_the_shadow_it_counts_stays_silent_and_reports_after_two_weeks(slack: World, ann: User, ben: User) -> None:
    slack.command(ann, "here shadow")
    slack.write(ann, ANOTHER, slack.room)
    slack.write(ben, TOOL, slack.room)
    assert slack.heard() == ["cmd.here.shadow"]

    slack.clock(START + timedelta(days=14, minutes=1))
    slack.tick()
    assert slack.heard() == ["shadow.report", "shadow.signs", "cmd.here.shadow_over"]
    report = words(slack.whispers(ann))[1]
    assert "2 times" in report
    assert "2 people" in report
    assert slack.whispers(ben) == []


def test_a_shared_channel_cannot_be_turned_on(slack: World, ann: User) -> None:
    shared = slack.sim.channel("with-partners", [ann, slack.sim.bot_user], shared=True)
    slack.command(ann, "here on", shared)
    assert slack.heard() == ["cmd.here.shared"]
    slack.write(ann, TOOL, shared)
    assert slack.heard() == []


def test_where_it_is_no_member_it_asks_to_be_invited(slack: World, ann: User) -> None:
    elsewhere = slack.sim.channel("projects", [ann])
    slack.command(ann, "here on", elsewhere)
    assert slack.heard() == ["cmd.here.not_member"]


def test_whoever_invites_it_and_nobody_else_is_told_that_it_is_silent(slack: World, ann: User, ben: User) -> None:
    elsewhere = slack.sim.channel("projects", [ann, ben])
    slack.do(slack.sim.join(slack.sim.bot_user, elsewhere, inviter=ann))

    (said,) = slack.whispers(ann)
    assert "`/plan here on`" in words([said])[0]
    assert slack.whispers(ben) == []
