"""Planfirst in a local Teams, and in a local Slack beside it: one process, one database, two doors."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.config import TeamsSettings
from bot.doors import Door
from bot.teams import Teams
from dialogs.company import Company
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation as Talk
from dialogs.lang import LANGS
from dialogs.person import PersonId
from storage.channels import ChannelId, Listening
from tests.bot.slack.world import World as SlackWorld
from tests.fakes.teams import Conversation, Message, TeamsSim, Turn, User

NOBODY = "http://127.0.0.1:9/api/messages"  # until the app listens
APP_ID, SECRET = "11111111-2222-3333-4444-555555555555", "of-the-bot"


class World(SlackWorld):
    """A company in Teams with one channel whose members let the bot read along (RSC)."""

    def __init__(
        self, folder: Path, company: Company, now: datetime | None, patch: pytest.MonkeyPatch, *, targeted: bool = False
    ) -> None:
        super().__init__(folder, "http", company, now)
        self._patch = patch
        self._targeted = targeted
        self._greeted: dict[str, int] = {}

    # ---- the stage --------------------------------------------------------------------------------------------

    def clock(self, at: datetime) -> None:
        super().clock(at)
        self.teams.let_pass(at.timestamp() - self.teams.now())

    def member(self, name: str, lang: str = "en") -> User:
        """Somebody of the company who has the app, and is in the channel."""
        user = self.teams.user(f"{name} Example", locale="fr-FR" if lang == "fr" else "en-GB")
        self.do(self.teams.personal(user))
        self.team_room.members.append(user)
        return user

    def colleague(self, name: str, lang: str = "en") -> User:
        """A member who has read the greeting of a new app long ago."""
        user = self.member(name, lang)
        self._greeted[user.id] = len(self.chat(user).messages)
        self.heard()
        return user

    def opted_in(self, how: Listening = "on", room: Conversation | None = None) -> None:
        """People of the channel decided so before."""
        here = ChannelId(self.teams.tenant, (room or self.team_room).id)
        self.store.run_now(lambda tx: tx.channels.put(here, how))

    def talk_of(self, user: User) -> Talk:
        """The state of somebody's talk."""
        key = PersonId(self.teams.tenant, user.aad)
        kept = self.store.run_now(lambda tx: tx.conversations.load(tx.links.home_of(key)))
        return kept.conversation if kept else Talk()

    # ---- what people do ---------------------------------------------------------------------------------------

    def chat(self, user: User) -> Conversation:
        """Their own chat with the coach."""
        chat = self.teams.personal_of(user)
        assert chat is not None
        return chat

    def says(self, user: User, text: str, room: Conversation | None = None, **more: Any) -> Turn:
        """Write in the channel, or to the coach."""
        return self.do(self.teams.say(user, room or self.chat(user), text, **more))

    def presses(self, user: User, button: str) -> Turn:
        """Press the button of that key where it was last shown."""
        message, title = self.newest(user, button)
        return self.do(self.teams.submit(user, message, title))

    def newest(self, user: User, button: str) -> tuple[Message, str]:
        """The newest message that shows them this button, and its label."""
        labels = {text_of(button, lang) for lang in LANGS}
        rooms = (self.team_room, self.chat(user))
        seen = [message for room in rooms for message in self.teams.seen_by(user, room)]
        for message in sorted(seen, key=lambda one: one.id, reverse=True):
            for title in message.buttons(user):
                if title in labels:
                    return message, title
        raise AssertionError(f"nobody shows {button}")

    def told(self, user: User) -> list[Message]:
        """What the coach said in their own chat and they still see, the greeting of a new app left out."""
        said = self.chat(user).messages[self._greeted.get(user.id, 0) :]
        return [message for message in said if message.author == "bot" and not message.deleted]

    def whispered(self, user: User, room: Conversation | None = None) -> list[Message]:
        """What stands where others read, before this person's eyes only."""
        return [m for m in self.teams.seen_by(user, room or self.team_room) if m.targeted_to and m.author == "bot"]

    def seen_in_public(self) -> list[Message]:
        """What the coach said where others read, to everybody."""
        rooms = (room for room in self.teams.conversations.values() if room.type != "personal")
        return [m for room in rooms for m in room.messages if m.author == "bot" and m.targeted_to is None]

    # ---- Planfirst's side -------------------------------------------------------------------------------------

    async def _open(self) -> None:
        self.teams = TeamsSim(NOBODY, app_id=APP_ID, app_secret=SECRET, quiet=0.01)
        await self.teams.start()
        self._patch.setenv("REQUESTS_CA_BUNDLE", str(self.teams.ca_file))
        await super()._open()
        self.teams.bot_url = f"{self.url}/api/messages"
        founder = self.teams.user("Founder Example")
        await self.teams.personal(founder)
        self.team_room = await self.teams.channel("Maintenance", "General", [founder], rsc=True)

    async def _close(self) -> None:
        await super()._close()
        await self.teams.stop()

    def more_doors(self) -> tuple[Door, ...]:
        settings = TeamsSettings(
            APP_ID, SECRET, self.teams.tenant, self.teams.metadata_url, self.teams.authority,
            frozenset({"127.0.0.1"}), self._targeted,
        )  # fmt: skip
        self.door = Teams(settings, self.store, clock=self.sim.now)
        return (self.door,)

    async def _idle(self) -> bool:
        return await super()._idle() and self.door.idle


def words(messages: Iterable[Message], reader: User | None = None) -> list[str]:
    """What messages say, with ordinary spaces."""
    return [message.words(reader).replace("\u00a0", " ").replace("\u202f", " ") for message in messages]
