"""The port: what a platform does for the coach, and the four ways in which it can fail to.

Delivery speaks to every platform through this. A message carries a key of ours: where a platform can be asked
whether it has a message of that key, none is ever sent twice.
"""

from typing import Protocol, runtime_checkable

import msgspec

from dialogs.replies import Reply, Settled


class To(msgspec.Struct, frozen=True):
    """Whom a message is for. `place` is where they were spoken to, in the platform's own words; empty: in private."""

    tenant: str
    person: str
    place: str = ""


class Platform(Protocol):
    """A place where people talk. Every call raises Refused, Later, InDoubt or Away, and nothing else on purpose."""

    @property
    def name(self) -> str:
        """Its name, as rows and metrics have it."""

    async def send(self, to: To, reply: Reply, key: str) -> str:
        """Say it; returns the platform's id of the message."""

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        """Put another text in place of the message with the id `sent`; returns the id it has now."""

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        """Take the message with the id `sent` back. One that is gone already is fine."""

    async def settle(self, to: To, settled: Settled, key: str) -> None:
        """Show a question as answered: its buttons go. One that is gone already is fine; doing it twice is too."""

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        """The id of the message of that key, which said `reply`; None when it is to be said (again)."""


@runtime_checkable
class TellsAbsence(Protocol):
    """A platform that can say of somebody that they are out of office."""

    async def is_away(self, to: To) -> bool:
        """Whether they are; False when it does not tell. Raises nothing."""


class DeliveryFailed(Exception):  # noqa: N818 - each kind says what became of the message
    """A message did not arrive, as far as we know."""


class Refused(DeliveryFailed):
    """It will never arrive: the token is revoked, the person is gone. `reason` has no word of the message."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Later(DeliveryFailed):
    """It surely did not arrive; trying again may help, not before `retry_after` seconds where the platform says so."""

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__(f"not sent; retry after {retry_after} s" if retry_after is not None else "not sent")
        self.retry_after = retry_after


class InDoubt(DeliveryFailed):
    """It may have arrived or not: the answer was lost. It is looked up before it is sent again."""


class Away(DeliveryFailed):
    """Nobody is there to hear it now. It waits until the platform says that they are back."""
