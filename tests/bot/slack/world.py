"""Planfirst in a local Slack: the real app, runtime and database on one side, the strict simulator on the other.

Both live in an event loop of their own thread, so that a talk is written down as a talk: one line after the other.
"""

import asyncio
import threading
import time
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from aiohttp import web

from adapters.port import To
from bot.coach import RunningCoach
from bot.config import SlackSettings
from bot.desk import Answer, Desk
from bot.slack import Slack
from bot.worker import Runtime
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.person import PersonId
from dialogs.replies import Reply
from storage.secrets import KeyRing, new_key
from storage.store import Store
from storage.transaction import Transaction
from tests.fakes.slack import Channel, Message, SlackSim, User

T = TypeVar("T")
Line = Literal["http", "socket"]
SECONDS: Final = 20.0  # in which anything happens, or a test fails


class WatchedDesk(Desk):
    """A desk that keeps its last answer to look at."""

    last: Answer | None = None

    def take(self, tx: Transaction, *arguments: Any) -> Answer:
        self.last = super().take(tx, *arguments)
        return self.last


class World:
    """A workspace with one channel, and Planfirst in it. `said` is all that went to the platform, in order."""

    def __init__(self, folder: Path, line: Line, company: Company, now: datetime | None = None) -> None:
        self.folder = folder
        self.line = line
        self.company = company
        self.now = now
        self.said: list[Reply] = []
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> "World":
        self._thread.start()
        self.run(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._close())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(SECONDS)
        self.loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do it in the world's loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(SECONDS * 2)

    def clock(self, at: datetime) -> None:
        """It is that time now, for Slack and for us."""
        self.now = at
        self.sim.offset = at.timestamp() - time.time()

    def person(self, name: str, lang: str = "en", **more: Any) -> User:
        """Somebody who is in the channel."""
        user = self.sim.user(name.lower(), real_name=name, locale="fr-FR" if lang == "fr" else "en-GB", **more)
        self.room.members.add(user.id)
        return user

    def settle(self) -> None:
        """Wait until nothing waits any more: no event, no message, no small call."""
        self.run(self._settled())

    def conversation(self, user: User) -> Conversation:
        """The state of somebody's talk."""
        kept = self.store.run_now(lambda tx: tx.conversations.load(PersonId(self.sim.team, user.id)))
        assert kept is not None
        return kept.conversation

    def latest(self, user: User, action: str) -> Message:
        """The newest message before somebody's eyes that has this button, or this entry behind the dots."""
        seen = [*self.sim.ephemerals(user), *self.sim.messages(self.sim.dm(user), by_bot=True)]
        return next(m for m in sorted(seen, key=lambda m: m.ts, reverse=True) if m.has(action) or in_menu(m, action))

    def press(self, user: User, button: str) -> None:
        """Press a button where it was last shown."""
        message = self.latest(user, button)
        if message.has(button):
            self.run(self.sim.click(user, message, button))
        else:
            self.run(self.sim.click(user, message, "more", in_menu(message, button)))
        self.settle()

    def write(self, user: User, text: str, room: Channel | None = None, **more: Any) -> Message:
        """Write in the channel, or in the private talk where the coach spoke last."""
        place = room or self.sim.dm(user)
        if room is None and "thread" not in more:
            spoken = self.sim.messages(place, by_bot=True)
            more["thread"] = spoken[-1] if spoken else None
        message = self.run(self.sim.say(user, place, text, **more))
        self.settle()
        return message

    async def _open(self) -> None:
        self.sim = await SlackSim().__aenter__()
        if self.now is not None:
            self.clock(self.now)
        self.room = self.sim.channel("general", [self.sim.bot_user])
        self.key = new_key()
        await self.start()

    async def _close(self) -> None:
        await self.stop()
        await self.sim.__aexit__()

    async def start(self) -> None:
        """Start Planfirst, on the database that is there or a new one."""
        keys = KeyRing([self.key])
        self.store = Store.open(f"sqlite:///{self.folder / 'slack.db'}", keys)
        settings = SlackSettings(
            bot_token=self.sim.bot_token,
            signing_secret=self.sim.signing_secret,
            app_token=self.sim.app_token if self.line == "socket" else "",
            api_url=self.sim.api_url,
        )
        self.slack = Slack(settings, self.store, keys, clock=self._time)
        self._watch(self.slack)
        self.desk = WatchedDesk(self.company)
        self.runtime = Runtime(
            self.store, self.desk, [self.slack.platform], clock=self._clock, jitter=lambda: 0.2, told=self.slack.told
        )
        self.slack.listen(RunningCoach(self.store, self.runtime.intake, self.desk, clock=self._clock))
        await self.runtime.start()
        app = web.Application()
        self.slack.add_to(app)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        if self.line == "http":
            self.sim.connect_http(f"http://127.0.0.1:{self._runner.addresses[0][1]}/slack/events")
        else:
            await self.slack.start()
            await self.sim.socket_connected()

    async def stop(self) -> None:
        """Stop Planfirst as SIGTERM does."""
        await self._runner.cleanup()
        await self.slack.stop()
        await self.runtime.stop()
        await self.slack.close()
        self.store.close()

    def _watch(self, slack: Slack) -> None:
        send = slack.platform.send

        async def watched(to: To, reply: Reply, key: str) -> str:
            sent = await send(to, reply, key)
            self.said.append(reply)
            return sent

        setattr(slack.platform, "send", watched)  # noqa: B010

    def _time(self) -> float:
        return self.now.timestamp() if self.now else time.time()

    def _clock(self, tx: Transaction) -> datetime:
        return self.now.astimezone(UTC) if self.now else tx.now()

    async def _settled(self) -> None:
        async with asyncio.timeout(SECONDS):
            while not await self._idle():  # noqa: ASYNC110 - what it waits for is in the database
                await asyncio.sleep(0.005)

    async def _idle(self) -> bool:
        waiting = await self.store.run(lambda tx: (tx.inbox.waiting_since(), tx.outbox.waiting_since()))
        return waiting == (None, None) and not self.sim._tasks and self.slack.idle


def in_menu(message: Message, button: str) -> str | None:
    """The value of that entry behind a message's three dots; None when there is none."""
    for block in message.blocks or []:
        for element in block.get("elements", []):
            for option in element.get("options", []):
                if option["value"].startswith(f"{button}|"):
                    value: str = option["value"]
                    return value
    return None
