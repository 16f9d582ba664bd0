"""The adapter for the fake platform, as real ones are written: HTTP in, one of the four failures out.

What matters is which failure: a line that was cut, or a server that failed, may have taken the message all the same;
an answer of 429, or no line at all, says that it was not taken.
"""

from typing import Any, Final

import aiohttp

from adapters.port import InDoubt, Later, Refused, To
from dialogs.replies import Reply, Settled

PATIENCE: Final = aiohttp.ClientTimeout(total=5)


class Loopback:
    """The fake platform at `url`."""

    name = "loopback"

    def __init__(self, url: str) -> None:
        self._messages = f"{url}/messages"
        self._session: aiohttp.ClientSession | None = None

    async def send(self, to: To, reply: Reply, key: str) -> str:
        """Say it; returns the platform's id of the message."""
        return str(await self._ask("POST", json={"to": to.person, "key": key, "text": reply.text}))

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        """This platform edits nothing."""
        raise Refused("no editing")

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        """This platform takes nothing back."""
        raise Refused("no withdrawing")

    async def settle(self, to: To, settled: Settled, key: str) -> None:
        """Its questions have no buttons."""

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        """The id of the message of that key; None when the platform has none."""
        return await self._ask("GET", params={"to": to.person, "key": key})

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()

    async def _ask(self, method: str, **body: Any) -> str | None:
        self._session = self._session or aiohttp.ClientSession(timeout=PATIENCE)
        try:
            async with self._session.request(method, self._messages, **body) as response:
                if response.status == 200:
                    found: str | None = (await response.json())["id"]
                    return found
                if response.status == 429:
                    raise Later(float(response.headers["Retry-After"]))
                raise InDoubt
        except aiohttp.ClientConnectorError as error:
            raise Later from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise InDoubt from error
