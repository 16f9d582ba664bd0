"""What Teams does when the bot is slow, gone, or somewhere else."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from tests.fakes.teams import BotUnreachable, TeamsSim
from tests.fakes.teams.cards import Json
from tests.fakes.teams.tiny_bot import TinyBot, with_card

SAVE = {"type": "Action.Execute", "title": "Save", "verb": "save"}
FORM = with_card(actions=[{"type": "Action.Submit", "title": "Send"}])["attachments"][0]
DIALOG = {"task": {"type": "continue", "value": {"title": "T", "card": FORM}}}


@pytest.fixture
async def teams(bot: TinyBot) -> AsyncIterator[TeamsSim]:
    """A connector that gives up after a quarter of a second."""
    async with TeamsSim(bot.url, quiet=0.02, answer_seconds=0.25) as teams:
        yield teams


def too_slow(bot: TinyBot, times: int) -> None:
    """The bot takes an activity, but answers too late: the first `times` times."""
    late = iter([True] * times)

    async def answering(activity: Json) -> web.Response:
        if next(late, False):
            await asyncio.Event().wait()
        return web.json_response(
            {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "ok"}
        )

    bot.answering = answering


async def test_an_unanswered_message_comes_again_under_its_own_id(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    bot.heard.clear()
    too_slow(bot, 1)
    turn = await teams.say(ada, chat, "hello")
    assert [a["id"] for a in bot.heard] == [turn.said.id] * 2
    assert [attempt.status for attempt in teams.deliveries[-2:]] == [504, 200]
    assert (turn.status, len(teams.violations)) == (200, 1)
    assert "did not answer within" in teams.violations[0]


async def test_an_unanswered_invoke_comes_again_and_then_with_a_new_id(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    await bot.reply(bot.heard[-1], **with_card(actions=[SAVE]))
    message = teams.seen_by(ada, chat)[-1]
    bot.heard.clear()
    too_slow(bot, 2)
    turn = await teams.submit(ada, message, "Save")
    first, second, third = bot.heard
    assert first == second
    assert third == {**first, "id": third["id"]}
    assert third["id"] != first["id"]
    assert turn.notice == "ok"


async def test_teams_gives_up_in_the_end(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    bot.heard.clear()
    too_slow(bot, 9)
    assert (await teams.say(ada, chat, "hello")).status == 504
    assert len(bot.heard) == 2
    teams.resends = False
    assert (await teams.say(ada, chat, "hello")).status == 504
    assert len(bot.heard) == 3


async def test_a_failed_submit_of_a_message_extension_comes_twice_more(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    statuses = iter([200, 500, 502, 200])

    async def answering(activity: Json) -> web.Response:
        opening = activity["name"] == "composeExtension/fetchTask"
        return web.json_response(DIALOG if opening else {}, status=next(statuses))

    bot.answering = answering
    bot.heard.clear()
    opened = (await teams.compose_action(ada, chat, "newPlan")).opened
    turn = await teams.submit_dialog(ada, opened, "Send")
    assert (turn.status, turn.dialog) == (200, None)
    assert len({a["id"] for a in bot.heard[1:]}) == 1
    assert [said.split(":")[0] for said in teams.violations] == [
        "the bot answered 500 to invoke composeExtension/submitAction",
        "the bot answered 502 to invoke composeExtension/submitAction",
    ]


async def test_a_failed_message_does_not_come_again(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)

    async def broken(activity: Json) -> web.Response:
        return web.Response(status=500)

    bot.answering = broken
    bot.heard.clear()
    assert (await teams.say(ada, chat, "hello")).status == 500
    assert len(bot.heard) == 1
    assert "may stop delivering" in teams.violations[0]


async def test_what_was_delivered_can_come_again(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    turn = await teams.say(ada, chat, "once")
    again = await teams.redeliver(turn)
    assert bot.heard[-1] == bot.heard[-2]
    assert again.message is turn.message
    assert again.text == "echo: once"  # this bot has no memory
    with pytest.raises(AssertionError, match="only an invoke"):
        await teams.redeliver(turn, new_id=True)


async def test_nobody_at_home(teams: TeamsSim) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    teams.bot_url = "http://127.0.0.1:9/api/messages"
    with pytest.raises(BotUnreachable):
        await teams.say(ada, chat, "hello")


async def test_a_bot_dies_in_the_middle_and_comes_back_to_the_same_world(teams: TeamsSim) -> None:
    ada = teams.user("Ada")
    reached = asyncio.Event()

    async def dying(activity: Json) -> None:
        reached.set()
        await asyncio.Event().wait()

    async with TinyBot() as first:
        teams.bot_url = first.url
        chat = await teams.personal(ada)
        card_of_before = with_card(actions=[SAVE])
        await first.reply(first.heard[-1], **card_of_before)
        first.answering = dying
        teams.answer_seconds = 60.0
        saying = asyncio.create_task(teams.say(ada, chat, "hello"))
        await reached.wait()
    with pytest.raises(BotUnreachable) as dead:
        await saying

    async with TinyBot() as second:
        teams.bot_url = second.url
        turn = await teams.redeliver(dead.value.turn)
        assert second.heard[0]["id"] == turn.said.id
        assert turn.text == "echo: hello"
        too_slow(second, 0)
        assert (await teams.submit(ada, teams.seen_by(ada, chat)[0], "Save")).notice == "ok"
    teams.assert_clean()


async def test_teams_moves_to_another_region(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    old = (await teams.say(ada, chat, "hello")).activity
    teams.move("amer")
    assert (await bot.reply(old, text="a late word"))[0] == 404
    assert "not under the service URL" in teams.violations[0]
    turn = await teams.say(ada, chat, "hello again")
    assert turn.activity["serviceUrl"] == teams.service_url != old["serviceUrl"]
    assert turn.text == "echo: hello again"
