"""A user with a card: what the client checks before it sends, what a press sends, and what the answer does."""

from typing import Any

import pytest
from aiohttp import web

from tests.fakes.teams import Message, TeamsSim, User, UserError
from tests.fakes.teams.cards import ADAPTIVE_CARD, Json
from tests.fakes.teams.tiny_bot import TinyBot, card, with_card

PROBLEM = {
    "type": "Input.Text",
    "id": "problem",
    "label": "Problem",
    "isRequired": True,
    "errorMessage": "Tell us",
    "maxLength": 20,
}
WHO = {
    "type": "Input.ChoiceSet", "id": "who", "label": "Who?", "value": "team",
    "choices": [{"title": "My team", "value": "team"}, {"title": "All", "value": "all"}],
}  # fmt: skip
DAYS = {"type": "Input.Number", "id": "days", "label": "Days", "min": 1, "max": 9, "errorMessage": "1 to 9"}
CODE = {"type": "Input.Text", "id": "code", "label": "Code", "regex": "^[A-Z]+$", "errorMessage": "Capitals"}
SURE = {"type": "Input.Toggle", "id": "sure", "title": "Sure", "label": "Sure?"}
ACTIONS = [
    {"type": "Action.Submit", "title": "Send", "data": {"kind": "answer"}},
    {"type": "Action.Execute", "title": "Save", "verb": "save", "data": {"kind": "draft"}},
    {"type": "Action.Submit", "title": "Form", "data": {"msteams": {"type": "task/fetch"}, "kind": "form"}},
    {"type": "Action.Submit", "title": "Cancel", "associatedInputs": "none"},
    {"type": "Action.Submit", "title": "Plan", "data": {"msteams": {"type": "imBack", "value": "/plan"}}},
    {"type": "Action.OpenUrl", "title": "Read", "url": "https://example.com"},
]
MORE = [
    {"type": "Action.ToggleVisibility", "title": "Hide", "targetElements": []},
    {"type": "Action.Submit", "title": "Twin"},
    {"type": "Action.Submit", "title": "Twin"},
    {"type": "Action.Submit", "title": "Off", "isEnabled": False},
]
FORM = card(
    {"type": "Input.Text", "id": "objective", "label": "Objective", "isRequired": True, "errorMessage": "Needed"},
    actions=[{"type": "Action.Submit", "title": "Keep", "data": {"kind": "objective"}}],
)
DONE = card({"type": "TextBlock", "text": "Draft saved", "wrap": True})


def opens(content: Json, **more: Any) -> Json:
    return {
        "task": {
            "type": "continue",
            "value": {"title": "Objective first", "card": {"contentType": ADAPTIVE_CARD, "content": content}, **more},
        }
    }


def answers(bot: TinyBot, *bodies: Any) -> None:
    """The bot answers these, one after the other."""
    to_come = iter(bodies)

    async def answering(activity: Json) -> web.Response:
        return web.json_response(next(to_come))

    bot.answering = answering


@pytest.fixture
def ada(teams: TeamsSim) -> User:
    return teams.user("Ada")


@pytest.fixture
def bob(teams: TeamsSim) -> User:
    return teams.user("Bob")


@pytest.fixture
async def message(teams: TeamsSim, bot: TinyBot, ada: User, bob: User) -> Message:
    """A card in a group of two."""
    group = await teams.group("Wiki", [ada, bob])
    await bot.reply(bot.heard[-1], text="Before a tool:", **with_card(PROBLEM, WHO, DAYS, CODE, SURE, actions=ACTIONS))
    teams.assert_clean()
    return teams.seen_by(ada, group)[-1]


async def test_what_is_shown(message: Message, ada: User) -> None:
    assert message.buttons() == ["Send", "Save", "Form", "Cancel", "Plan", "Read"]
    assert message.words(ada).splitlines()[:3] == ["Before a tool:", "Problem", "Who?"]


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({}, "required: Tell us"),
        ({"problem": "x", "who": "nobody"}, "no choice"),
        ({"problem": "x", "typo": "y"}, "no input"),
        ({"problem": "x", "days": "12"}, "out of range: 1 to 9"),
        ({"problem": "x", "code": "abc"}, "does not match: Capitals"),
    ],
)
async def test_the_client_checks_before_it_sends(
    teams: TeamsSim, bot: TinyBot, message: Message, ada: User, filled: Json, said: str
) -> None:
    heard = len(bot.heard)
    with pytest.raises(UserError, match=said):
        await teams.submit(ada, message, "Send", filled)
    assert len(bot.heard) == heard


async def test_a_submit_is_a_message_with_a_value(teams: TeamsSim, bot: TinyBot, message: Message, ada: User) -> None:
    await teams.submit(ada, message, "Send", {"problem": "mails " * 9, "code": "AB"})
    sent = bot.heard[-1]
    assert (sent["type"], sent.get("text"), sent["replyToId"]) == ("message", None, message.id)
    assert sent["value"] == {
        "kind": "answer", "problem": "mails mails mails ma", "who": "team", "days": "", "code": "AB", "sure": "false",
    }  # fmt: skip


async def test_other_buttons(teams: TeamsSim, bot: TinyBot, message: Message, ada: User) -> None:
    await teams.submit(ada, message, "Cancel")
    assert bot.heard[-1]["value"] == {}
    await teams.submit(ada, message, "Plan", {"problem": "x"})
    assert (bot.heard[-1]["text"], bot.heard[-1]["value"]) == ("/plan", "/plan")
    assert (await teams.submit(ada, message, "Read")).url == "https://example.com"


async def test_buttons_that_do_not_reach_the_bot(teams: TeamsSim, bot: TinyBot, ada: User, bob: User) -> None:
    chat = await teams.personal(ada)
    await bot.reply(bot.heard[-1], **with_card(actions=MORE))
    message = teams.seen_by(ada, chat)[-1]
    said = (await teams.say(ada, chat, "what is this?")).said
    heard = len(bot.heard)
    assert not (await teams.submit(ada, message, "Hide")).delivered
    for title, why in {"Sned": "no button", "Twin": "2 buttons", "Off": "disabled"}.items():
        with pytest.raises(UserError, match=why):
            await teams.submit(ada, message, title)
    with pytest.raises(UserError, match="no card"):
        await teams.submit(ada, said, "Send")
    with pytest.raises(UserError, match="not in that conversation"):
        await teams.submit(bob, message, "Hide")
    assert teams.seen_by(bob, chat) == []
    assert len(bot.heard) == heard


async def test_an_execute_replaces_the_card_for_who_pressed(
    teams: TeamsSim, bot: TinyBot, message: Message, ada: User, bob: User
) -> None:
    answers(bot, {"statusCode": 200, "type": ADAPTIVE_CARD, "value": DONE})
    await teams.submit(ada, message, "Save", {"problem": "too many mails"})
    assert bot.heard[-1]["value"]["action"]["verb"] == "save"
    assert bot.heard[-1]["value"]["trigger"] == "manual"
    assert "Draft saved" in message.words(ada)
    assert "Draft saved" not in message.words(bob)
    with pytest.raises(UserError, match="no button"):
        await teams.submit(ada, message, "Save", {"problem": "again"})
    teams.assert_clean()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "without statusCode/type"),
        ({"statusCode": 200, "type": "image/png"}, "unknown type"),
        ({"statusCode": 200, "type": ADAPTIVE_CARD, "value": {**DONE, "version": "1.6"}}, "version '1.6'"),
    ],
)
async def test_a_wrong_answer_to_an_execute_is_noted(
    teams: TeamsSim, bot: TinyBot, message: Message, ada: User, body: Json, said: str
) -> None:
    answers(bot, body)
    await teams.submit(ada, message, "Save", {"problem": "x"})
    assert said in teams.violations[0]


async def test_words_as_answer(teams: TeamsSim, bot: TinyBot, message: Message, ada: User) -> None:
    said = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Saved"}
    failed = {
        "statusCode": 400,
        "type": "application/vnd.microsoft.error",
        "value": {"code": "x", "message": "Too late"},
    }
    answers(bot, said, failed)
    notices = [(await teams.submit(ada, message, "Save", {"problem": "x"})).notice for _ in range(2)]
    assert notices == ["Saved", "Too late"]
    teams.assert_clean()


async def test_a_view_of_ones_own(teams: TeamsSim, bot: TinyBot, ada: User, bob: User) -> None:
    group = await teams.group("Wiki", [ada, bob])
    look = {"type": "Action.Execute", "title": "Refresh", "verb": "view"}
    await bot.reply(bot.heard[-1], **with_card(refresh={"userIds": [ada.id], "action": look}))
    message = teams.seen_by(ada, group)[-1]
    answers(bot, {"statusCode": 200, "type": ADAPTIVE_CARD, "value": DONE})
    assert not (await teams.refresh(bob, message)).delivered
    assert (await teams.refresh(ada, message)).delivered
    assert bot.heard[-1]["value"]["trigger"] == "automatic"
    assert ("Draft saved" in message.words(ada), "Draft saved" in message.words(bob)) == (True, False)
    teams.assert_clean()


async def test_a_dialog_from_a_card(teams: TeamsSim, bot: TinyBot, message: Message, bob: User) -> None:
    answers(bot, opens(FORM), opens(DONE), {"task": {"type": "message", "value": "Thank you"}})
    opened = (await teams.submit(bob, message, "Form", {"problem": "x"})).opened
    assert (opened.title, bot.heard[-1]["name"], bot.heard[-1]["value"]["data"]["kind"]) == (
        "Objective first",
        "task/fetch",
        "form",
    )
    with pytest.raises(UserError, match="required: Needed"):
        await teams.submit_dialog(bob, opened, "Keep")
    turn = await teams.submit_dialog(bob, opened, "Keep", {"objective": "half the mails"})
    assert bot.heard[-1]["value"]["data"] == {"kind": "objective", "objective": "half the mails"}
    assert turn.opened.card == DONE
    assert (await teams.submit_dialog(bob, opened, "Keep", {"objective": "x"})).notice == "Thank you"
    teams.assert_clean()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "without a task"),
        ({"task": {"type": "later"}}, "task type 'later'"),
        (opens({**FORM, "version": "2.0"}), "version '2.0'"),
        ({"task": {"type": "continue", "value": {"title": "T"}}}, "neither card nor url"),
        (
            {"task": {"type": "continue", "value": {"title": "T", "card": {"content": FORM}}}},
            "must be an Adaptive Card",
        ),
    ],
)
async def test_a_wrong_dialog_is_noted(
    teams: TeamsSim, bot: TinyBot, message: Message, ada: User, body: Json, said: str
) -> None:
    answers(bot, body)
    await teams.submit(ada, message, "Form", {"problem": "x"})
    assert said in teams.violations[0]


async def test_a_dialog_without_a_title_is_warned_about(
    teams: TeamsSim, bot: TinyBot, message: Message, ada: User
) -> None:
    answers(bot, opens(FORM, title=""))
    teams.warnings.clear()
    await teams.submit(ada, message, "Form", {"problem": "x"})
    assert "a dialog without title" in teams.warnings


async def test_a_message_action_hands_over_what_somebody_said(
    teams: TeamsSim, bot: TinyBot, ada: User, bob: User
) -> None:
    room = await teams.channel("Sales", "Plans", [ada, bob])
    said = (await teams.say(bob, room, "we should launch a <wiki>")).said
    answers(bot, opens(FORM), None)
    opened = (await teams.message_action(ada, said, "reviewPlan")).opened
    asked = bot.heard[-1]["value"]
    assert (asked["commandId"], asked["messagePayload"]["id"]) == ("reviewPlan", said.id)
    assert asked["messagePayload"]["body"]["content"] == "<p>we should launch a &lt;wiki&gt;</p>"
    assert asked["messagePayload"]["from"]["user"]["id"] == bob.aad
    turn = await teams.submit_dialog(ada, opened, "Keep", {"objective": "half the mails"})
    assert (bot.heard[-1]["name"], turn.dialog) == ("composeExtension/submitAction", None)
    assert bot.heard[-1]["conversation"]["id"] == f"{room.id};messageid={said.id}"
    teams.assert_clean()


async def test_a_broken_bot_is_noted(teams: TeamsSim, bot: TinyBot, message: Message, ada: User) -> None:
    async def broken(activity: Json) -> web.Response:
        return web.Response(status=500)

    bot.answering = broken
    await teams.submit(ada, message, "Save", {"problem": "x"})
    await teams.submit(ada, message, "Form", {"problem": "x"})
    noted = " / ".join(teams.violations)
    assert "Something went wrong" in noted
    assert "Unable to reach app" in noted
