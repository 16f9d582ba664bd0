"""What nobody means well, or nobody meant at all, in the whole of Teams: a kind word or silence, and nothing lost."""

import pytest

from storage.channels import ChannelId
from tests.bot.slack.test_private_talk import PROBLEM
from tests.bot.teams.test_interception import TOOL
from tests.bot.teams.test_private_talk import begin, to_a_question
from tests.bot.teams.world import World, words
from tests.fakes.teams import User
from tests.fakes.teams.cards import walk

WHO = "the 85 operators, all year round"


def waits(office: World) -> object:
    """What is still to be said."""
    return office.store.run_now(lambda tx: tx.outbox.waiting_since())


# ---- people who leave, and who come back ------------------------------------------------------------------------


def test_who_blocked_it_is_let_be_and_finds_the_talk_where_it_was(office: World, ann: User) -> None:
    begin(office, ann)
    office.says(ann, PROBLEM)
    before = office.talk_of(ann)
    office.teams.block(ann)
    office.says(ann, TOOL, office.team_room)
    office.says(ann, "plan list", office.team_room, mention=True)
    assert waits(office) is None, "it is given up, and not tried for a day"

    office.teams.unblock(ann)
    office.heard()
    office.says(ann, WHO)
    assert office.heard() == ["reflect.problem", "q.objective"]
    assert office.talk_of(ann).plan.number == before.plan.number


def test_who_removed_the_app_is_spoken_to_no_more(office: World, ann: User) -> None:
    begin(office, ann)
    office.do(office.teams.uninstall(office.chat(ann), ann))
    office.do(office.teams.uninstall(office.team_room, ann))
    calls = len(office.teams.calls)
    office.tick()
    assert len(office.teams.calls) == calls

    office.do(office.teams.install(office.chat(ann), ann))
    office.heard()
    office.says(ann, PROBLEM)
    assert office.heard() == ["q.problem.who"], "the talk goes on where it was"


def test_who_removed_it_in_private_is_reached_again_where_they_speak(office: World, ann: User) -> None:
    office.do(office.teams.uninstall(office.chat(ann), ann))
    office.says(ann, "", office.team_room, mention=True)
    assert words(office.told(ann))[-1].startswith("What happens today that you'd like to see change?")


def test_teams_moves_in_the_middle_of_a_talk(office: World, ann: User) -> None:
    question = to_a_question(office, ann)
    office.teams.move("amer")
    office.presses(ann, "btn.mech.fragile")
    office.says(ann, "Karim and the 6 shift leads")
    assert office.heard() == ["q.people", "q.steps"]
    assert question.buttons() == []


# ---- other companies --------------------------------------------------------------------------------------------


def test_another_company_is_refused_whatever_it_says(office: World) -> None:
    tenant = office.teams.add_tenant()
    eve = office.teams.user("Eve Example", tenant=tenant)
    room = office.teams.place("19:theirs@thread.tacv2", "channel", [eve], installed=True, rsc=True)
    chat = office.teams.place("a:theirs", "personal", [eve], installed=True)
    office.store.run_now(lambda tx: tx.channels.put(ChannelId(tenant, room.id), "on"))
    office.heard()
    turns = [
        office.says(eve, TOOL, room),
        office.says(eve, TOOL, room, mention=True),
        office.says(eve, "hello", chat),
        *office.do(office.teams.install(chat, eve)),
    ]
    assert {turn.status for turn in turns} == {403}
    assert office.heard() == []


# ---- what is said -----------------------------------------------------------------------------------------------


def test_a_text_without_end_is_refused_kindly(office: World, ann: User) -> None:
    begin(office, ann)
    office.says(ann, "word " * 8000)
    assert office.heard() == ["ctl.too_long"]
    assert office.talk_of(ann).slots == {}


def test_a_channel_message_without_end_is_judged_like_any_other(office: World, ann: User) -> None:
    turn = office.says(ann, f"{TOOL}. " + "word " * 7900, office.team_room)
    assert turn.status == 200
    assert len(office.told(ann)) <= 1


def test_words_are_words_whatever_signs_are_in_them(office: World, ann: User) -> None:
    begin(office, ann)
    office.says(
        ann, "<at>Everyone</at> nobody answers the 30 ideas & we **lose** [people](https://example.com) <b>now</b>"
    )
    office.says(ann, WHO)

    said = office.told(ann)
    assert any("people" in text for text in words(said)), "it was quoted"
    assert not any(tag in message.text for message in said for tag in ("<at>", "<b>now", "<a"))
    shown = [node for message in said for node in walk(message.card() or {}) if "people" in node.get("text", "")]
    assert {node["type"] for node in shown} <= {"TextRun"}, "Teams reads no Markdown in these"


@pytest.mark.parametrize("text", ["🚀🚀", "…", "???"])
def test_signs_alone_are_answered_and_never_kept_as_an_answer(office: World, ann: User, text: str) -> None:
    begin(office, ann)
    office.says(ann, text)
    assert len(office.heard()) == 1
    assert office.talk_of(ann).slots == {}


def test_a_picture_without_a_word_is_no_answer(office: World, ann: User) -> None:
    picture = {"contentType": "image/png", "contentUrl": "https://example.com/plan.png"}
    said = office.teams.activity("message", ann, office.chat(ann), attachments=[picture])
    turn = office.do(office.teams.deliver(said))
    assert turn.status == 200
    assert office.heard() == []


# ---- cards ------------------------------------------------------------------------------------------------------


def test_a_card_of_an_older_release_says_so_and_changes_nothing(office: World, ann: User) -> None:
    office.says(ann, TOOL, office.team_room)
    (offer,) = office.told(ann)
    card = offer.card()
    assert card is not None
    button = card["body"][-1]["actions"][0]
    button["verb"] = "begin_v0"
    turn = office.do(office.teams.submit(ann, offer, button["title"]))
    assert (turn.notice or "").startswith("This comes from an older version of Planfirst")
    assert office.talk_of(ann).status == "offered"


def test_a_forged_token_of_a_prompt_answers_nothing(office: World, ann: User) -> None:
    question = to_a_question(office, ann)
    before = office.talk_of(ann).slots
    for button in _buttons(question.card()):
        button["data"]["token"] = "9.9.9"
    office.presses(ann, "btn.mech.fragile")
    assert office.heard() == ["ctl.stale"]
    assert office.talk_of(ann).slots == before


def test_a_card_that_somebody_else_presses_is_of_their_own_talk(office: World, ann: User, ben: User) -> None:
    question = to_a_question(office, ann)
    before = office.talk_of(ann)
    data = {
        "verb": "btn.mech.fragile",
        "token": before.prompt.token if before.prompt else "",
        "answer": "Only sometimes",
    }
    forged = office.teams.activity("message", ben, office.chat(ben), value=data, replyToId=question.id)
    office.do(office.teams.deliver(forged))
    assert office.talk_of(ann) == before
    assert office.heard() == ["ctl.stale"]


def _buttons(node: object) -> list[dict[str, dict[str, str]]]:
    """The buttons in a card that are answered at once."""
    if isinstance(node, list):
        return [button for one in node for button in _buttons(one)]
    if not isinstance(node, dict):
        return []
    found = [node] if node.get("type") == "Action.Execute" else []
    return found + [button for one in node.values() for button in _buttons(one)]
