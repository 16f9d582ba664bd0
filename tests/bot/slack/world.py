"""Planfirst in a local Slack: the real app, runtime and database on one side, the strict simulator on the other.

Both live in an event loop of their own thread, so that a talk is written down as a talk: one line after the other.
Both have one clock, Slack's, which runs on from wherever it is put.
"""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal, Self, TypeVar

from aiohttp import web

from adapters.port import Platform, To
from bot.coach import RunningCoach
from bot.config import SlackSettings
from bot.desk import Answer, Desk
from bot.doors import Door, Doors
from bot.slack import Slack
from bot.worker import Runtime
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.person import PersonId
from dialogs.replies import Reply
from storage.channels import ChannelId, Listening
from storage.secrets import KeyRing, new_key
from storage.store import Store
from storage.transaction import Transaction
from tests.fakes.slack import Channel, Message, SlackSim, User
from tests.fakes.slack.shapes import Delivery, View

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
    """A workspace with one channel, and Planfirst in it. `said` is all that went to the platform, in order.

    `again`: what is rightly said twice in one place.
    """

    def __init__(
        self, folder: Path, line: Line, company: Company, now: datetime | None = None, *, several: bool = False
    ) -> None:
        """`several`: workspaces install the app by themselves, and none has yet."""
        self.folder = folder
        self.line = line
        self.company = company
        self.several = several
        self.said: list[Reply] = []
        self.again: list[str] = []
        self.loop = asyncio.new_event_loop()
        self._now = now
        self._heard = 0
        self._port = free_port()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self.run(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._close())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(SECONDS)
        self.loop.close()

    # ---- the stage --------------------------------------------------------------------------------------------

    @property
    def url(self) -> str:
        """Where Slack and browsers reach Planfirst."""
        return f"http://127.0.0.1:{self._port}"

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do it in the world's loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(SECONDS * 2)

    def clock(self, at: datetime) -> None:
        """It is that time now, for Slack and for us."""
        self.sim.offset = at.timestamp() - time.time()

    def person(self, name: str, lang: str = "en", **more: Any) -> User:
        """Somebody who is in the channel."""
        user = self.sim.user(name.lower(), real_name=name, locale="fr-FR" if lang == "fr" else "en-GB", **more)
        self.room.members.add(user.id)
        return user

    def listens(self, how: Listening = "on", room: Channel | None = None) -> None:
        """People of the channel decided so before."""
        here = ChannelId(self.sim.team, (room or self.room).id)
        self.store.run_now(lambda tx: tx.channels.put(here, how))

    def settle(self) -> None:
        """Wait until nothing waits any more: no event, no message, no small call."""
        self.run(self._settled())

    def tick(self) -> None:
        """What is due by now is said."""
        self.run(self.runtime.scheduler.tick())
        self.settle()

    def wait_for(self, condition: Callable[[], T | None]) -> T:
        """The first true value of it."""
        return self.run(self.sim.wait_for(condition, SECONDS))

    # ---- what people do ---------------------------------------------------------------------------------------

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Something that people do in Slack, with all that comes of it."""
        done = self.run(work)
        self.settle()
        return done

    def write(self, user: User, text: str, room: Channel | None = None, **more: Any) -> Message:
        """Write in the channel, or in the private talk where the coach spoke last."""
        place = room or self.sim.dm(user)
        if room is None and "thread" not in more:
            spoken = self.sim.messages(place, by_bot=True)
            more["thread"] = spoken[-1] if spoken else None
        return self.do(self.sim.say(user, place, text, **more))

    def press(self, user: User, button: str) -> Delivery | None:
        """Press a button where it was last shown."""
        return self.do(self.pressing(user, self.latest(user, button), button))

    def pressing(self, user: User, message: Message, button: str) -> Coroutine[Any, Any, Delivery | None]:
        """Press a button of a message, or choose the entry behind its three dots."""
        if message.has(button):
            return self.sim.click(user, message, button)
        return self.sim.click(user, message, "more", in_menu(message, button))

    def command(self, user: User, text: str, room: Channel | None = None) -> Delivery:
        """Type /plan in the channel, or in another."""
        return self.do(self.sim.slash(user, room or self.room, "/plan", text))

    # ---- what they see ----------------------------------------------------------------------------------------

    def heard(self) -> list[str]:
        """The keys of what the coach said since this was last asked."""
        news, self._heard = self.said[self._heard :], len(self.said)
        return [reply.key for reply in news]

    def whispers(self, user: User) -> list[Message]:
        """What stands in channels before this person's eyes only."""
        return self.sim.ephemerals(user)

    def talk(self, user: User) -> list[Message]:
        """What the coach said in their private talk."""
        return self.sim.messages(self.sim.dm(user), by_bot=True)

    def in_public(self) -> list[Message]:
        """What the coach said where others read: nothing, ever."""
        rooms = [room for one in self.sim.workspaces.values() for room in one.channels.values() if room.kind != "im"]
        said = (message for room in rooms for message in self.sim.messages(room, by_bot=True))
        return [message for message in said if message.subtype != "channel_join"]

    def latest(self, user: User, action: str) -> Message:
        """The newest message before somebody's eyes that has this button, or this entry behind the dots."""
        seen = [*self.whispers(user), *self.talk(user)]
        return next(m for m in sorted(seen, key=lambda m: m.ts, reverse=True) if m.has(action) or in_menu(m, action))

    def modal(self, user: User, key: str) -> View:
        """The window on top of their screen, when it is that one and filled."""

        def shown() -> View | None:
            view = self.sim.modal(user)
            return view if view and view.content.get("callback_id") == key else None

        return self.wait_for(shown)

    def conversation(self, user: User) -> Conversation:
        """The state of somebody's talk."""
        kept = self.store.run_now(lambda tx: tx.conversations.load(PersonId(user.team, user.id)))
        return kept.conversation if kept else Conversation()

    def faults(self) -> list[str]:
        """All that a strict reviewer would hold against us, and every word that others can read."""
        public = [f"in public: {message.words}" for message in self.in_public()]
        return [*self.sim.problems(), *self.sim.lint(), *public]

    # ---- Planfirst's side -------------------------------------------------------------------------------------

    async def _open(self) -> None:
        self.sim = await SlackSim().__aenter__()
        if self._now is not None:
            self.clock(self._now)
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
        self.slack = Slack(self._settings(), self.store, keys, clock=self.sim.now)
        self.doors = Doors((self.slack, *self.more_doors()))
        self.desk = WatchedDesk(self.company)
        platforms = [door.platform for door in self.doors]
        for platform in platforms:
            self._watch(platform)
        self.runtime = Runtime(
            self.store, self.desk, platforms, clock=self._clock, jitter=lambda: 0.2, told=self.doors.told
        )
        self.doors.listen(RunningCoach(self.store, self.runtime.intake, self.desk, clock=self._clock))
        await self.runtime.start()
        app = web.Application()
        for door in self.doors:
            door.add_to(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True).start()
        if self.line == "http":
            self.sim.connect_http(f"{self.url}/slack/events")
        else:
            await self.slack.start()
            await self.sim.socket_connected()

    async def stop(self) -> None:
        """Stop Planfirst as SIGTERM does."""
        await self._runner.cleanup()
        await self.doors.shut()
        await self.runtime.stop()
        await self.doors.close()
        self.store.close()

    def more_doors(self) -> tuple[Door, ...]:
        """Other platforms in the same process."""
        return ()

    def _settings(self) -> SlackSettings:
        sim = self.sim
        where = {"api_url": sim.api_url, "authorize_url": sim.authorize_url, "public_url": self.url}
        if self.several:
            app = {"client_id": sim.client_id, "client_secret": sim.client_secret}
        else:
            app = {"bot_token": sim.bot_token, "app_token": sim.app_token if self.line == "socket" else ""}
        return SlackSettings(signing_secret=sim.signing_secret, **app, **where)

    def _watch(self, platform: Platform) -> None:
        send = platform.send

        async def watched(to: To, reply: Reply, key: str) -> str:
            sent = await send(to, reply, key)
            self.said.append(reply)
            return sent

        setattr(platform, "send", watched)  # noqa: B010

    def _clock(self, _tx: Transaction) -> datetime:
        return datetime.fromtimestamp(self.sim.now(), UTC)

    async def _settled(self) -> None:
        async with asyncio.timeout(SECONDS):
            while not await self._idle():  # noqa: ASYNC110 - what it waits for is in the database
                await asyncio.sleep(0.005)

    async def _idle(self) -> bool:
        waiting = await self.store.run(lambda tx: (tx.inbox.waiting_since(), tx.outbox.waiting_since()))
        return waiting == (None, None) and not self.sim._tasks and self.slack.idle


def in_menu(message: Message, button: str) -> str | None:
    """The value of that entry behind a message's three dots; None when there is none."""
    return next((value for value in menu(message) if value.startswith(f"{button}|")), None)


def menu(message: Message) -> list[str]:
    """The values of the entries behind a message's three dots."""
    elements = [element for block in message.blocks or [] for element in block.get("elements", [])]
    return [option["value"] for element in elements for option in element.get("options", [])]


def buttons(message: Message) -> list[str]:
    """The buttons under a message, in their order."""
    elements = [element for block in message.blocks or [] for element in block.get("elements", [])]
    return [element["action_id"] for element in elements if element.get("type") == "button"]


def named(message: Message, button: str) -> str:
    """The whole key of a message's button, with the plan that it is about; empty when it has no such button."""
    return next((key for key in buttons(message) if key.partition(":")[0] == button), "")


def words(messages: Iterable[Message]) -> list[str]:
    """What messages say, with ordinary spaces."""
    return [message.words.replace("\u00a0", " ").replace("\u202f", " ") for message in messages]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
