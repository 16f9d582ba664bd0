"""The private offer for a message in a channel: to whom, in which words, what each answer does, and all that gets none.

It is made in the author's own chat, or, where the operator wants the preview, in the channel for their eyes only. In
each of these talks nothing of the coach's stands in public: the fixture looks, at the end.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.company import Company
from tests.bot.teams.world import World, words
from tests.fakes.teams import User
from tests.transcripts.playing import START

TOOL = "We should launch a Slack community for innovation"
ANOTHER = "Let's buy a chatbot for onboarding"
NO_TOOL = "Who has the minutes of Monday's meeting?"
OFFER = ["Let's go", "Later", "No thanks", "Why this?", "Not what I meant", "Don't ask me again", "Not in this channel"]


def in_the_channel(office: World, user: User, text: str, **more: object) -> None:
    office.says(user, text, office.team_room, **more)


# ---- the offer --------------------------------------------------------------------------------------------------


def test_the_author_alone_is_offered_help_in_their_own_words(office: World, ann: User, ben: User) -> None:
    in_the_channel(office, ann, TOOL)

    (offer,) = office.told(ann)
    (text,) = words([offer])
    assert text.startswith("Hi Ann, Planfirst here.")
    assert "a Slack community" in text
    assert "“innovation”" in text
    assert offer.buttons(ann) == OFFER
    assert office.told(ben) == []


def test_a_reply_in_a_thread_is_heard_like_any_other(office: World, ann: User, ben: User) -> None:
    root = office.says(ben, NO_TOOL, office.team_room).said
    in_the_channel(office, ann, TOOL, thread=root)
    assert office.heard() == ["intercept.open"]

    in_the_channel(office, ben, ANOTHER, thread=root)
    assert office.heard() == [], "one offer for a thread"


def test_in_a_chat_of_several_it_is_as_in_a_channel(office: World, ann: User, ben: User) -> None:
    chat = office.do(office.teams.group("Ideas", [ann, ben], rsc=True))
    office.opted_in("on", chat)
    office.says(ben, TOOL, chat)
    assert words(office.told(ben))[0].startswith("Hi Ben, Planfirst here.")


def test_in_french(office: World) -> None:
    lea = office.colleague("Léa", "fr")
    in_the_channel(office, lea, "On devrait lancer un podcast pour l'innovation")

    (text,) = words(office.told(lea))
    assert text.startswith("Bonjour Léa, ici Planfirst.")
    assert "un podcast" in text


# ---- its answers ------------------------------------------------------------------------------------------------


def test_lets_go_begins_the_talk_below_the_offer(office: World, ann: User) -> None:
    in_the_channel(office, ann, TOOL)
    office.presses(ann, "btn.start")

    assert office.heard() == ["intercept.open", "intercept.start", "q.problem"]
    offer, _, question = office.told(ann)
    assert offer.buttons() == []
    assert words([offer])[0].endswith("✓ Let's go")
    assert words([question])[0].startswith("What happens today that you'd like to see change?")


def test_later_asks_when_and_comes_back_then(office: World, ann: User) -> None:
    in_the_channel(office, ann, TOOL)
    office.presses(ann, "btn.later")
    asked = office.told(ann)[-1]
    assert words([asked])[0].startswith("Fine. When suits you?")

    office.presses(ann, "btn.tomorrow")
    assert "I'll ask again then:" in words(office.told(ann))[-1]
    office.heard()
    office.clock(START + timedelta(hours=22))
    office.tick()
    assert office.heard() == [], "eight in the morning is not nine yet"

    office.clock(START + timedelta(hours=23, minutes=1))
    office.tick()
    assert office.heard() == ["intercept.open"]
    office.presses(ann, "btn.start")
    assert office.heard() == ["intercept.start", "q.problem"]
    assert [message.buttons() for message in office.told(ann)[:-1]] == [[], [], [], [], []]


def test_no_is_taken_for_an_answer(office: World, ann: User) -> None:
    in_the_channel(office, ann, TOOL)
    office.presses(ann, "btn.no")

    offer, said = office.told(ann)
    assert words([offer])[0].endswith("✓ No thanks")
    assert offer.buttons() == [], "whoever looks at it tomorrow finds no buttons either"
    assert words([said])[0].startswith("Understood, I'll leave it there.")
    assert office.talk_of(ann).offer is None


def test_why_explains_and_the_offer_still_stands(office: World, ann: User) -> None:
    in_the_channel(office, ann, TOOL)
    office.presses(ann, "btn.why")

    offer, why = office.told(ann)
    assert offer.buttons() == []
    assert words([why])[0].startswith("Your message names a tool, not yet a problem or a plan.")
    assert why.buttons(ann) == [label for label in OFFER if label != "Why this?"]
    office.presses(ann, "btn.start")
    assert office.heard()[-2:] == ["intercept.start", "q.problem"]


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("btn.never", "Done, I won't step in on your messages any more."),
        ("btn.not_here", "Fine, no more offers to you in this channel."),
    ],
)
def test_a_way_out_is_confirmed(office: World, ann: User, button: str, answer: str) -> None:
    in_the_channel(office, ann, TOOL)
    office.presses(ann, button)

    offer, said = office.told(ann)
    assert offer.buttons() == said.buttons() == []
    assert words([said])[0].startswith(answer)


def test_who_was_misread_may_give_the_sentence(office: World, ann: User) -> None:
    in_the_channel(office, ann, TOOL)
    office.presses(ann, "btn.not_meant")

    _, asked = office.told(ann)
    assert words([asked])[0].startswith("Thank you, I had misread it. I'll leave it there.")
    assert asked.buttons(ann) == ["I'll type it again", "Not now"]

    office.presses(ann, "btn.give_sentence")
    office.says(ann, TOOL)
    assert office.heard()[-2:] == ["feedback.type", "feedback.kept"]


def test_never_is_for_good_until_it_is_undone(office: World, ann: User) -> None:
    in_the_channel(office, ann, TOOL)
    office.presses(ann, "btn.never")
    office.clock(START + timedelta(days=200))
    in_the_channel(office, ann, ANOTHER)
    assert office.heard() == ["intercept.open", "intercept.optout"]

    office.says(ann, "plan me on")
    in_the_channel(office, ann, ANOTHER)
    assert office.heard() == ["cmd.me.on", "intercept.open"]


def test_not_here_is_for_this_channel_alone(office: World, ann: User) -> None:
    elsewhere = office.do(office.teams.channel("Maintenance", "Projects", [ann], rsc=True))
    office.opted_in("on", elsewhere)
    office.heard()
    in_the_channel(office, ann, TOOL)
    office.presses(ann, "btn.not_here")
    office.clock(START + timedelta(days=98))
    in_the_channel(office, ann, ANOTHER)
    assert office.heard() == ["intercept.open", "intercept.not_here"]

    office.says(ann, ANOTHER, elsewhere)
    assert office.heard() == ["intercept.open"]


# ---- how often, and to whom -------------------------------------------------------------------------------------


def test_the_second_message_within_two_weeks_is_met_with_silence(office: World, ann: User, ben: User) -> None:
    in_the_channel(office, ann, TOOL)
    in_the_channel(office, ann, ANOTHER)
    assert office.heard() == ["intercept.open"]

    in_the_channel(office, ben, ANOTHER)
    assert office.heard() == ["intercept.open"], "another person is another matter"

    office.clock(START + timedelta(days=14, minutes=5))
    in_the_channel(office, ann, ANOTHER)
    assert office.heard() == ["intercept.open"]


def test_what_names_no_tool_makes_no_call_at_all(office: World, ann: User) -> None:
    before = len(office.teams.calls)
    in_the_channel(office, ann, NO_TOOL)
    assert len(office.teams.calls) == before


def test_where_nobody_opted_in_there_is_silence(office: World, ann: User) -> None:
    elsewhere = office.do(office.teams.channel("Maintenance", "Projects", [ann], rsc=True))
    office.heard()
    before = len(office.teams.calls)
    turn = office.says(ann, TOOL, elsewhere)
    assert turn.status == 200
    assert len(office.teams.calls) == before, "she is not even looked up"


def test_without_consent_nothing_is_heard_and_a_mention_works(office: World, ann: User) -> None:
    office.team_room.rsc = False
    turn = office.says(ann, TOOL, office.team_room)
    assert not turn.delivered

    in_the_channel(office, ann, TOOL, mention=True)
    assert len(office.told(ann)) == 2
    assert office.heard()[-2:] == ["intercept.start", "q.problem"]
    assert office.talk_of(ann).plan.trigger_tool == "a Slack community"


@pytest.mark.parametrize(
    "what",
    [
        {"userRole": "guest"},
        {"userRole": "anonymous"},
        {"userPrincipalName": "gus_partner.test#EXT#@example.onmicrosoft.com"},
        {"tenantId": "of-another-company"},
    ],
)
def test_guests_and_strangers_get_no_offer(
    office: World, ann: User, what: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = ann.roster_entry() | what
    monkeypatch.setattr(ann, "roster_entry", lambda: entry)
    in_the_channel(office, ann, TOOL)
    assert office.heard() == []
    assert any("/members/" in call.path for call in office.teams.calls), "the roster was asked"


def test_other_bots_get_no_offer(office: World, ann: User) -> None:
    before = len(office.teams.calls)
    said = office.teams.activity("message", ann, office.team_room, **office.teams.written(TOOL))
    said["from"] = {"id": "28:of-somebody-else", "name": "Jira"}
    turn = office.do(office.teams.deliver(said))
    assert turn.status == 200
    assert len(office.teams.calls) == before


# ---- messages that change ---------------------------------------------------------------------------------------


def test_an_offer_whose_message_was_edited_away_is_taken_back(office: World, ann: User) -> None:
    message = office.says(ann, TOOL, office.team_room).said
    office.do(office.teams.edit(ann, message, "Never mind."))
    assert office.told(ann) == []
    assert office.talk_of(ann).offer is None


def test_an_offer_whose_message_was_deleted_is_taken_back(office: World, ann: User) -> None:
    message = office.says(ann, TOOL, office.team_room).said
    office.do(office.teams.delete(ann, message))
    assert office.told(ann) == []
    assert office.heard() == ["intercept.open"], "and nobody says a word about it"


def test_what_was_begun_stays_when_its_message_goes(office: World, ann: User) -> None:
    message = office.says(ann, TOOL, office.team_room).said
    office.presses(ann, "btn.start")
    office.do(office.teams.delete(ann, message))
    assert len(office.told(ann)) == 3
    assert office.talk_of(ann).status == "talking"


def test_an_explanation_that_is_left_behind_is_kindly_over(office: World, ann: User) -> None:
    message = office.says(ann, TOOL, office.team_room).said
    office.presses(ann, "btn.why")
    office.do(office.teams.delete(ann, message))
    office.presses(ann, "btn.start")
    assert words(office.told(ann))[-1].startswith("That offer is over, and nothing of it is kept.")


def test_a_message_edited_into_one_that_names_a_tool_brings_the_offer(office: World, ann: User) -> None:
    message = office.says(ann, NO_TOOL, office.team_room).said
    office.do(office.teams.edit(ann, message, TOOL))
    assert office.heard() == ["intercept.open"]


def test_a_reaction_changes_nothing(office: World, ann: User, ben: User) -> None:
    message = office.says(ann, TOOL, office.team_room).said
    office.do(office.teams.react(ben, message))
    office.presses(ann, "btn.start")
    assert "intercept.gone" not in office.heard()


# ---- plan here --------------------------------------------------------------------------------------------------


def test_a_channel_is_turned_on_and_off_by_its_people(office: World, ann: User, ben: User) -> None:
    in_the_channel(office, ann, "plan here off", mention=True)
    in_the_channel(office, ben, TOOL)
    assert office.heard() == ["cmd.here.off"]

    in_the_channel(office, ann, "plan here on", mention=True)
    in_the_channel(office, ben, TOOL)
    assert office.heard() == ["cmd.here.on", "intercept.open"]
    assert (len(office.told(ann)), len(office.told(ben))) == (2, 1)


def test_in_the_shadow_it_counts_stays_silent_and_reports_after_two_weeks(office: World, ann: User, ben: User) -> None:
    in_the_channel(office, ann, "plan here shadow", mention=True)
    in_the_channel(office, ann, ANOTHER)
    in_the_channel(office, ben, TOOL)
    assert office.heard() == ["cmd.here.shadow"]

    office.clock(START + timedelta(days=14, minutes=1))
    office.tick()
    assert office.heard() == ["shadow.report", "shadow.signs", "cmd.here.shadow_over"]
    report = words(office.told(ann))[1]
    assert "2 times" in report
    assert "2 people" in report
    assert office.told(ben) == []


@pytest.mark.parametrize("place", ["channel", "chat"])
def test_whoever_brings_it_and_nobody_else_is_told_that_it_is_silent(
    office: World, ann: User, ben: User, place: str
) -> None:
    if place == "channel":
        office.do(office.teams.channel("Projects", "General", [ann, ben], rsc=True))
    else:
        office.do(office.teams.group("Projects", [ann, ben], rsc=True))
    (said,) = office.told(ann)
    assert "/plan here on" in words([said])[0]
    assert office.told(ben) == []


# ---- whispers, where the operator wants the preview -------------------------------------------------------------


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with World(tmp_path, Company(), START, monkeypatch, targeted=True) as made:
        made.opted_in()
        yield made
        made.teams.assert_clean()
        assert made.faults() == []
        assert made.seen_in_public() == []


def test_the_offer_stands_where_the_message_does_for_its_author_alone(preview: World) -> None:
    ann, ben = preview.colleague("Ann"), preview.colleague("Ben")
    root = preview.says(ben, NO_TOOL, preview.team_room).said
    in_the_channel(preview, ann, TOOL, thread=root)

    (offer,) = preview.whispered(ann)
    assert offer.thread == root.id
    assert offer.buttons(ann) == OFFER
    assert preview.whispered(ben) == preview.told(ann) == []


def test_its_answer_takes_its_place(preview: World) -> None:
    ann = preview.colleague("Ann")
    in_the_channel(preview, ann, TOOL)
    preview.presses(ann, "btn.no")

    (said,) = preview.whispered(ann)
    assert words([said])[0].startswith("Understood, I'll leave it there.")
    assert said.buttons() == []
    assert preview.told(ann) == []


def test_lets_go_moves_to_the_private_chat_and_says_so_there(preview: World) -> None:
    ann = preview.colleague("Ann")
    in_the_channel(preview, ann, TOOL)
    preview.presses(ann, "btn.start")

    (pointer,) = preview.whispered(ann)
    assert "We go on in our private conversation." in words([pointer])[0]
    assert pointer.buttons(ann) == ["Open"], "and the answer to the press does not hide it"
    assert len(preview.told(ann)) == 2


def test_a_whisper_is_taken_back_with_its_message(preview: World) -> None:
    ann = preview.colleague("Ann")
    message = preview.says(ann, TOOL, preview.team_room).said
    preview.do(preview.teams.delete(ann, message))
    assert preview.whispered(ann) == []


def test_where_teams_knows_no_whispers_the_offer_is_made_in_private(preview: World) -> None:
    ann = preview.colleague("Ann")
    preview.teams.targeted_preview = False
    in_the_channel(preview, ann, TOOL)
    assert preview.whispered(ann) == []
    assert words(preview.told(ann))[0].startswith("Hi Ann, Planfirst here.")


def test_a_slash_command_is_answered_to_their_eyes_only(preview: World) -> None:
    ann, ben = preview.colleague("Ann"), preview.colleague("Ben")
    in_the_channel(preview, ann, "/plan list", slash=True)
    (said,) = preview.whispered(ann)
    assert words([said])[0].startswith("You have no plan yet.")
    assert preview.whispered(ben) == []
