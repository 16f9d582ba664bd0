"""The three ways in which something does not work in the local Teams: for a user, for the bot, and for Teams itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    from tests.fakes.teams.turns import Turn


class UserError(Exception):
    """The user cannot do that in Teams (no such button, a required input is empty, a message they do not see)."""


class Refused(Exception):  # noqa: N818  it is an answer, not an accident
    """The connector refuses a call of the bot: HTTP status, error code and words, as the real one writes them."""

    def __init__(self, status: int, code: str, words: str = "", *, headers: dict[str, str] | None = None) -> None:
        super().__init__(code)
        self.status, self.headers = status, headers
        self.body: dict[str, object] = {"error": {"code": code, "message": words or code}}


class WritesBlocked(Refused):
    """The person blocked the bot, or took it out of their chat. Teams words this one differently: a number and JSON
    inside a string. Source: the answer quoted by Microsoft's staff in Microsoft Q&A 5858588."""

    def __init__(self) -> None:
        super().__init__(403, "MessageWritesBlocked")
        inner = (
            '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is blocked from message writes.",\r\n'
            '  "errorCode": null,\r\n  "errorSubCode": null\r\n}'
        )
        self.body = {"errorCode": 209, "message": inner}


class BotUnreachable(aiohttp.ClientError):
    """Nobody listens at the bot's address, or the bot died before it answered; `turn` can be redelivered later."""

    def __init__(self, turn: Turn, why: str) -> None:
        super().__init__(why)
        self.turn = turn
