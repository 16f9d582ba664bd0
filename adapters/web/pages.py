"""The page as a platform: what the coach says goes down the line of whoever is here, and is confirmed by the page.

A page keeps what it was told and shows no key twice, so a message that went unconfirmed may simply be told again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from adapters.port import Away, To
from adapters.web import wire
from dialogs.replies import Reply, Settled

PATIENCE: Final = 5.0  # seconds for a page to confirm; an open page needs a few milliseconds

Speak = Callable[[wire.Outgoing], Awaitable[None]]  # raises ConnectionError when the line is gone
Who = tuple[str, str]  # tenant, person


class Pages:
    """The lines of everybody here. Somebody with several pages hears the coach on the one that they used last."""

    name = "page"

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lines: dict[Who, list[Speak]] = {}
        self._unheard: dict[tuple[Who, str], asyncio.Future[None]] = {}

    def enter(self, who: Who, line: Speak) -> None:
        """This line is the one that they use now."""
        self.leave(who, line)
        self._lines.setdefault(who, []).append(line)

    def leave(self, who: Who, line: Speak) -> None:
        """That line is not theirs any more."""
        rest = [other for other in self._lines.pop(who, []) if other != line]
        if rest:
            self._lines[who] = rest

    def heard(self, who: Who, key: str) -> None:
        """Their page confirmed a message."""
        waiting = self._unheard.get((who, key))
        if waiting is not None and not waiting.done():
            waiting.set_result(None)

    async def send(self, to: To, reply: Reply, key: str) -> str:
        """Say it on their page; what all may read, then on every page. Raises Away when nobody confirms it."""
        return await self._tell(to, wire.Told(key, reply))

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        """Say it in place of the message `sent`, whose key stays its id."""
        await self._tell(to, wire.Told(key, reply, about=sent))
        return sent

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        """Take the message `sent` off their page."""
        await self._tell(to, wire.Withdrawn(key, about=sent))

    async def settle(self, to: To, settled: Settled, key: str) -> None:
        """Nothing to do: a page does that by itself."""

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        """Always None: to tell a page the same twice is harmless, and surer than to ask."""
        return None

    async def _tell(self, to: To, message: wire.Told | wire.Withdrawn) -> str:
        who = (to.tenant, to.person)
        lines = self._lines.get(who)
        if not lines:
            raise Away
        line = lines[-1]
        heard = self._unheard[who, message.key] = asyncio.get_running_loop().create_future()
        try:
            await line(message)
            await asyncio.wait_for(heard, self._patience)
        except (ConnectionError, TimeoutError) as error:
            raise Away from error
        finally:
            del self._unheard[who, message.key]
        if isinstance(message, wire.Told) and message.reply.audience == "channel":
            await self._pass_on(to.tenant, line, message)
        return message.key

    async def _pass_on(self, tenant: str, heard_by: Speak, message: wire.Told) -> None:
        """Tell all other pages of the company. Like a colleague's message, it is not kept for who is not here."""
        others = [line for who, lines in self._lines.items() if who[0] == tenant for line in lines if line != heard_by]
        for line in others:
            with suppress(ConnectionError):
                await line(message)
