"""Targeted messages (public preview): seen by one person of a shared conversation, for a day."""

import pytest

from tests.fakes.teams import TeamsSim, User, UserError
from tests.fakes.teams.cards import Json
from tests.fakes.teams.tiny_bot import TinyBot, with_card

TARGETED = "?isTargetedActivity=true"
OK = {"type": "Action.Submit", "title": "OK"}


class Asked:
    """Ada asked the bot with a slash command, and the bot answered her alone."""

    def __init__(self, teams: TeamsSim, bot: TinyBot) -> None:
        self.teams, self.bot = teams, bot
        self.ada, self.bob = teams.user("Ada"), teams.user("Bob")

    async def ask(self) -> None:
        self.group = await self.teams.group("Wiki", [self.ada, self.bob])
        self.bot.answering = self.answer
        turn = await self.teams.say(self.ada, self.group, "plan", slash=True)
        self.asked, self.answered = turn.said, turn.replies[0]

    async def answer(self, activity: Json) -> None:
        to = {"recipient": {"id": activity["from"]["id"]}, **with_card(actions=[OK])}
        await self.bot.reply(activity, query=TARGETED, text="only you", **to)

    async def change(self, method: str, body: Json | None = None, query: str = TARGETED) -> int:
        url = f"{self.teams.service_url}v3/conversations/{self.group.id}/activities/{self.answered.id}{query}"
        return (await self.bot.call(method, url, body))[0]

    def texts(self, user: User) -> list[str]:
        return [message.text for message in self.teams.seen_by(user, self.group)]


@pytest.fixture
async def talk(teams: TeamsSim, bot: TinyBot) -> Asked:
    asked = Asked(teams, bot)
    await asked.ask()
    return asked


async def test_only_one_person_sees_the_command_and_the_answer(talk: Asked) -> None:
    assert talk.bot.heard[-1]["recipient"]["isTargeted"] is True
    assert talk.texts(talk.ada) == ["plan", "only you"]
    assert talk.texts(talk.bob) == []
    with pytest.raises(UserError, match="does not see"):
        await talk.teams.submit(talk.bob, talk.answered, "OK")
    talk.teams.assert_clean()


async def test_it_takes_no_reaction_and_no_reply(talk: Asked) -> None:
    with pytest.raises(UserError, match="no reaction"):
        await talk.teams.react(talk.ada, talk.answered)
    room = await talk.teams.channel("T", "C", [talk.ada])
    private = (await talk.teams.say(talk.ada, room, "plan", slash=True)).said
    with pytest.raises(UserError, match="no reply"):
        await talk.teams.say(talk.ada, room, "hm", thread=private)


async def test_it_is_edited_without_a_recipient_and_deleted(talk: Asked) -> None:
    new = {"type": "message", "text": "still only you"}
    assert await talk.change("PUT", {**new, "recipient": {"id": talk.ada.id}}) == 400
    assert await talk.change("PUT", new, query="") == 400
    assert await talk.change("PUT", new) == 200
    assert (talk.texts(talk.ada), talk.texts(talk.bob)) == (["plan", "still only you"], [])
    assert await talk.change("DELETE", query="") == 400
    assert await talk.change("DELETE") == 200
    assert talk.texts(talk.ada) == ["plan"]
    assert len(talk.teams.violations) == 3


async def test_after_a_day_it_is_gone(talk: Asked) -> None:
    talk.teams.let_pass(24 * 3600 + 1)
    assert talk.texts(talk.ada) == []
    assert await talk.change("PUT", {"type": "message", "text": "late"}) == 404
    assert await talk.change("DELETE") == 404
    with pytest.raises(UserError, match="deleted"):
        await talk.teams.submit(talk.ada, talk.answered, "OK")
    talk.teams.assert_clean()  # no bot can know the minute


async def test_by_the_directory_id_it_reaches_the_same_person(talk: Asked) -> None:
    to = {"recipient": {"id": talk.bob.aad}}
    assert (await talk.bot.reply(talk.bot.heard[-1], query=TARGETED, text="for Bob", **to))[0] == 201
    assert talk.texts(talk.bob) == ["for Bob"]


async def test_where_the_preview_is_not_there_it_is_a_bad_argument(talk: Asked) -> None:
    talk.teams.targeted_preview = False
    told = {"recipient": {"id": talk.ada.id}}
    status, answer = await talk.bot.reply(talk.bot.heard[-1], query=TARGETED, text="hi", **told)
    assert (status, answer["error"]["code"]) == (400, "BadArgument")
    talk.teams.assert_clean()


async def test_where_the_app_is_gone_the_status_is_404(talk: Asked) -> None:
    await talk.teams.uninstall(talk.group, talk.ada)
    told = {"recipient": {"id": talk.ada.id}}
    status, answer = await talk.bot.reply(talk.bot.heard[-1], query=TARGETED, text="hi", **told)
    assert (status, answer["error"]["code"]) == (404, "BotNotInConversationRoster")
