"""Reading what happened, as people saw it and as a strict reviewer would; waiting for it."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from tests.fakes.slack.shapes import Call, Channel, Delivery, Message, User, View
from tests.fakes.slack.world import World

# What a bot can only learn from its own bookkeeping, not from a fault of its call.
_HARMLESS_ERRORS = {"already_reacted", "already_in_channel"}
Found = TypeVar("Found")


class Reading(World):
    """Nothing here changes anything."""

    def messages(
        self,
        channel: Channel | None = None,
        thread: str | None = None,
        by_bot: bool | None = None,
        deleted: bool = False,
    ) -> list[Message]:
        """What everybody in the channel sees."""
        bots = self.bot_users()
        return [
            m
            for m in self._said(channel)
            if not m.ephemeral_to
            and (deleted or not m.deleted)
            and (thread is None or thread in (m.thread_ts, m.ts))
            and (by_bot is None or (m.user in bots) == by_bot)
        ]

    def _said(self, channel: Channel | None) -> list[Message]:
        rooms = [channel.id] if channel else list(self.history)
        return [m for room in rooms for m in self.history.get(room, [])]

    def ephemerals(self, user: User, channel: Channel | None = None, unseen: bool = False) -> list[Message]:
        """Messages only this user sees; unseen=True also gives those that never reached a screen."""
        mine = (m for m in self._said(channel) if m.ephemeral_to == user.id)
        return [m for m in mine if not m.deleted and (m.visible or unseen)]

    def modal(self, user: User) -> View | None:
        """The topmost one on this user's screen."""
        stack = self.modals.get(user.id)
        return stack[-1] if stack else None

    def home(self, user: User) -> View | None:
        return self.homes.get(user.id)

    def called(self, method: str) -> list[Call]:
        return [c for c in self.calls if c.method == method]

    def asked_about(self, user: User) -> list[Call]:
        """The users.info calls for this user: a bot that caches makes one."""
        return [c for c in self.called("users.info") if c.args.get("user") == user.id]

    # ---- judging ------------------------------------------------------------------

    def problems(self) -> list[str]:
        """Everything a strict reviewer would hold against the bot."""
        found = [line for call in self.calls for line in _faults_of(call)]
        found += [line for delivery in self.deliveries for line in _failures_of(delivery)]
        return found + [f"a user saw: {line}" for line in self.user_errors]

    def assert_clean(self) -> None:
        assert not self.problems(), "\n".join(self.problems())

    def lint(self) -> list[str]:
        """What Slack accepts and users suffer from."""
        return [f"call {c.n} {c.method}: {line}" for c in self.calls for line in c.lint]

    def pace(self) -> list[tuple[str, float]]:
        """Posts that followed another one to the same conversation within a second: (channel, gap)."""
        last: dict[str, float] = {}
        close = []
        for call in (c for c in self.called("chat.postMessage") if c.ok):
            room = call.response["channel"]
            if call.at - last.get(room, float("-inf")) < 1.0:
                close.append((room, call.at - last[room]))
            last[room] = call.at
        return close

    def repeats(self) -> list[str]:
        """The bot said the same thing twice in one place: what a missing deduplication looks like."""
        bots, seen, twice = self.bot_users(), set(), []
        for m in self._said(None):
            key = (m.channel, m.thread_ts, m.ephemeral_to, m.words)
            if m.user in bots and not m.subtype:
                twice += [m.words] if key in seen else []
                seen.add(key)
        return twice

    def transcript(self, channel: Channel) -> str:
        """A readable record for a person or a judge."""
        return "\n".join(f"{self._name(m.user)}{self._marks(m)}: {m.words}" for m in self._said(channel))

    def _name(self, user: str) -> str:
        known = self.find_user(self.team, user)
        return known.name if known else user

    def _marks(self, m: Message) -> str:
        marks = {
            f"only to {self._name(m.ephemeral_to or '')}": bool(m.ephemeral_to),
            "thread": bool(m.thread_ts) and m.thread_ts != m.ts,
            "edited": bool(m.edited),
            "deleted": m.deleted,
            "never seen": not m.visible,
        }
        return "".join(f" ({word})" for word, true in marks.items() if true)

    # ---- waiting ------------------------------------------------------------------

    async def wait_for(self, condition: Callable[[], Found | None], timeout: float = 5.0, what: str = "") -> Found:  # noqa: ASYNC109
        """The first true value of `condition`; raises TimeoutError."""
        end = time.monotonic() + timeout
        while True:
            value = condition()
            if value:
                return value
            left = end - time.monotonic()
            if left <= 0:
                last = [c.method for c in self.calls[-5:]]
                raise TimeoutError(f"waited {timeout}s in vain {what}; last calls: {last}")
            self._changed.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), min(left, 0.25))

    async def wait_message(
        self,
        channel: Channel,
        after: Message | str | None = None,
        timeout: float = 5.0,  # noqa: ASYNC109
        match: Callable[[Message], Any] = bool,
    ) -> Message:
        """The bot's next message everybody sees in this channel."""
        mark = after.ts if isinstance(after, Message) else after or ""

        def seen() -> Message | None:
            return next((m for m in self.messages(channel, by_bot=True) if m.ts > mark and match(m)), None)

        return await self.wait_for(seen, timeout, f"for a message in {channel.name}")

    async def wait_ephemeral(
        self,
        user: User,
        after: Message | None = None,
        timeout: float = 5.0,  # noqa: ASYNC109
        match: Callable[[Message], Any] = bool,
    ) -> Message:
        """A message only this user sees; match, for instance, lambda m: m.has("action_id")."""

        def seen() -> Message | None:
            return next((m for m in self.ephemerals(user) if (not after or m.ts > after.ts) and match(m)), None)

        return await self.wait_for(seen, timeout, f"for a message only {user.name} sees")

    async def wait_modal(self, user: User, timeout: float = 5.0) -> View:  # noqa: ASYNC109
        return await self.wait_for(lambda: self.modal(user), timeout, f"for a modal on {user.name}'s screen")

    async def socket_connected(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        await self.wait_for(lambda: self._sockets, timeout, "for a Socket Mode connection")

    async def quiet(self, seconds: float = 0.3, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Wait until the bot has made no call for this long: for 'nothing must happen'."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            count = len(self.calls)
            await asyncio.sleep(seconds)
            if len(self.calls) == count and not self._tasks:
                return
        raise TimeoutError("the bot never came to rest")


def _faults_of(call: Call) -> list[str]:
    found = [f"call {call.n} {call.method}: {line}" for line in call.violations]
    error = call.response.get("error")
    if not call.ok and not call.injected and error not in _HARMLESS_ERRORS:
        found.append(f"call {call.n} {call.method}: answered {error or call.status}")
    return found


def _failures_of(delivery: Delivery) -> list[str]:
    if not delivery.attempts or delivery.attempts[0].ok:
        return []
    first = delivery.attempts[0]
    return [f"{delivery.kind} {delivery.name}: first delivery failed ({first.reason} {first.status})"]
