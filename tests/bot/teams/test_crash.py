"""kill -9 between what somebody says in Teams and what they read: nothing is lost.

The process is the real one, started as in production, and dies at each point that matters, line by line of one talk.
Teams comes again with what got no answer, and the process is started again, as an orchestrator would. Nobody can ask
Teams whether a message exists: one that was on its way as the process died is said again, and no other, nor an offer.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from dialogs.company import Company
from dialogs.person import PersonId
from storage.channels import ChannelId
from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.bot.slack.test_crash import SECONDS, TALK
from tests.bot.teams.world import APP_ID, NOBODY, SECRET, World, words
from tests.crash.processes import Replica
from tests.fakes.teams import BotUnreachable, Conversation, Message, TeamsSim, Turn, User
from tests.fakes.teams.errors import Refused
from tests.fakes.teams.faults import Fault

TOOL: Final = "We should launch a Slack community for innovation"
IN_DOUBT: Final = ("after_send 1", "in the call")  # the message may have arrived, and nobody knows
NOWHERE: Final = "nowhere 0"


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What is said to each line, when nothing happens."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch, World(folder, Company(), None, patch) as office:
        ann = office.colleague("Ann")
        said = []
        for line, _ in TALK:
            before = len(office.told(ann))
            office.says(ann, line)
            said.append(words(office.told(ann)[before:]))
        return said


@pytest.fixture
async def teams() -> AsyncIterator[TeamsSim]:
    async with TeamsSim(NOBODY, app_id=APP_ID, app_secret=SECRET, quiet=0.05) as running:
        yield running


class Fatal(Fault):
    """The process is killed as Teams answers that it has a message. The sign that it is writing is none."""

    def __init__(self, process: Replica, messages: dict[str, Message]) -> None:
        super().__init__(504, times=9, method="POST", path="/activities", after_accept=True)
        self._process, self._messages, self._before = process, messages, self._count(messages)

    def refusal(self) -> Refused:
        if self._count(self._messages) > self._before:
            self._process.kill()
            self.times = 0
        return super().refusal()

    def _count(self, messages: dict[str, Message]) -> int:
        return sum(message.author == "bot" for message in messages.values())


class Office:
    """A process, and one person in front of it. It is not started yet."""

    def __init__(self, teams: TeamsSim, folder: Path) -> None:
        self._teams, self._key, self._database = teams, new_key(), f"sqlite:///{folder / 'planfirst.db'}"
        environment = {
            "PLANFIRST_DATABASE_URL": self._database,
            "PLANFIRST_SECRET_KEYS": self._key,
            "MICROSOFT_APP_ID": APP_ID,
            "MICROSOFT_APP_PASSWORD": SECRET,
            "MICROSOFT_APP_TENANT_ID": teams.tenant,
            "MICROSOFT_OPENID_METADATA_URL": teams.metadata_url,
            "MICROSOFT_LOGIN_URL": teams.authority,
            "MICROSOFT_SERVICE_URL_ALLOW": "127.0.0.1",
            "REQUESTS_CA_BUNDLE": str(teams.ca_file),
        }
        self.process = Replica("teams", environment, folder / "log", "tests.bot.teams.process")
        teams.bot_url = f"{self.process.url}/api/messages"

    async def start(self, dies_at: str = NOWHERE) -> None:
        if self.process.up:  # politely: what is being said is noted as said
            await self.process.stop()
        self.process.environment["CRASH_AT"] = dies_at
        await self.process.start()

    async def person(self) -> User:
        """Somebody who was greeted."""
        await self.start()
        user = self._teams.user("Ann Example", locale="en-GB")
        chat = await self._teams.personal(user)
        await self._teams.wait_for(lambda: chat.messages, SECONDS)
        return user

    async def dies(self) -> None:
        async with asyncio.timeout(SECONDS):
            while self.process.up:  # noqa: ASYNC110 - a process tells nobody of its end
                await asyncio.sleep(0.02)

    def will_die_in_the_call(self) -> None:
        """Teams has its next message, and it dies before it hears so."""
        self._teams.connector.faults.order(Fatal(self.process, self._teams.messages))

    def store(self) -> Store:
        return Store.open(self._database, KeyRing([self._key]))


@pytest.fixture
async def office(teams: TeamsSim, tmp_path: Path) -> AsyncIterator[Office]:
    made = Office(teams, tmp_path)
    yield made
    made.process.kill()


def by_bot(chat: Conversation) -> list[Message]:
    return [message for message in chat.messages if message.author == "bot"][1:]  # after the greeting


async def answered(turn: "asyncio.Task[Turn]") -> Turn:
    """The turn, or the one that could not be delivered."""
    try:
        return await turn
    except BotUnreachable as error:
        return error.turn


async def test_a_talk_goes_on_over_every_death(teams: TeamsSim, office: Office, undisturbed: list[list[str]]) -> None:
    ann = await office.person()
    chat = await teams.personal(ann)
    wanted: list[str] = []
    turns: list[Turn] = []
    for (line, where), answers in zip(TALK, undisturbed, strict=True):
        in_the_call = where == "in the call"
        await office.start(NOWHERE if in_the_call else where)
        if in_the_call:
            office.will_die_in_the_call()
        saying = asyncio.create_task(teams.say(ann, chat, line))
        await office.dies()
        await office.start()
        turns.append(await answered(saying))
        if not turns[-1].delivered:
            turns[-1] = await teams.redeliver(turns[-1])
        wanted += [answers[0], *answers] if where in IN_DOUBT else answers
        await teams.wait_for(lambda: len(by_bot(chat)) >= len(wanted), SECONDS)  # noqa: B023 - it is waited for here
    for turn in turns:
        assert (await teams.redeliver(turn)).status == 200
    assert office.process.killed == len(TALK)
    assert office.process.fallen == len(TALK), "it was asked to end before each line, and never ended by itself"
    await office.process.stop()

    assert words(by_bot(chat)) == wanted
    teams.assert_clean()
    store = office.store()
    left = store.run_now(lambda tx: (tx.inbox.waiting_since(), tx.outbox.waiting_since(), tx.outbox.dead_letters()))
    store.close()
    assert left == (None, None, ())


async def test_no_death_makes_an_offer_twice_nor_loses_its_answer(teams: TeamsSim, office: Office) -> None:
    ann = await office.person()
    chat = await teams.personal(ann)
    room = await teams.channel("Maintenance", "General", [ann], rsc=True)
    await office.process.stop()
    store = office.store()
    store.run_now(lambda tx: tx.channels.put(ChannelId(teams.tenant, room.id), "on"))
    store.close()

    await office.start("after_send 1")
    await teams.say(ann, room, TOOL)
    await office.dies()
    await office.start("before_ack 1")
    (offer,) = [message for message in by_bot(chat) if "Let's go" in message.buttons(ann)]
    with pytest.raises(BotUnreachable) as died:
        await teams.submit(ann, offer, "Let's go")
    await office.dies()
    await office.start()
    await teams.redeliver(died.value.turn, new_id=True)
    await teams.wait_for(lambda: not offer.buttons(), SECONDS)
    await office.process.stop()

    store = office.store()
    talk = store.run_now(lambda tx: tx.conversations.load(PersonId(teams.tenant, ann.aad)))
    store.close()
    assert talk is not None
    assert talk.conversation.status == "talking"
    assert [text[:8] for text in words(by_bot(chat))][-3:] == ["Hi Ann, ", "A few sh", "What hap"]
    teams.assert_clean()
