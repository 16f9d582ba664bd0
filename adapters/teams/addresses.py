"""Where people are reached in private. Teams lets a bot speak only where it was spoken to, at the newest service URL.

Each activity of a person tells it again, nearly always the same: what this process knows is not written again.
"""

import time
from collections.abc import Callable
from typing import Final, Protocol

import msgspec

from adapters.recent import Recent
from adapters.teams.gate import Activity
from adapters.teams.place import Room
from dialogs.person import PersonId

MOST_PEOPLE: Final = 5000  # whose addresses are at hand
AT_HAND: Final = 600.0  # seconds; then the storage is asked again, as other processes write there too


class Address(msgspec.Struct, frozen=True):
    """The personal chat with somebody: `user` is the person ("29:..."), `bot` the coach ("28:...") as named there."""

    service_url: str
    conversation: str
    user: str
    bot: str
    tenant: str

    @property
    def room(self) -> Room:
        """As the connector is called for it."""
        return Room(self.service_url, self.conversation)


class Kept(Protocol):
    """Where addresses are kept for good. Raises what its storage raises."""

    async def get(self, person: PersonId) -> Address | None:
        """Where they are reached; None when they never were."""

    async def put(self, person: PersonId, address: Address) -> None:
        """They are reached there now."""

    async def remove(self, person: PersonId) -> None:
        """They are reached no more. It may have been so before."""


class Addresses:
    """The addresses, those of late at hand. `clock` gives seconds that never go back."""

    def __init__(self, kept: Kept, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept = kept
        self._at_hand = Recent[PersonId, Address](MOST_PEOPLE, clock)

    async def of(self, person: PersonId) -> Address | None:
        """Where they are reached; None when nobody knows. Raises what the storage raises."""
        address = self._at_hand.get(person)
        if address is None:
            address = await self._kept.get(person)
            if address is not None:
                self._at_hand.put(person, address, AT_HAND)
        return address

    async def put(self, person: PersonId, address: Address) -> None:
        """They are reached there now. Raises what the storage raises."""
        if await self.of(person) != address:
            await self._kept.put(person, address)
            self._at_hand.put(person, address, AT_HAND)

    async def remove(self, person: PersonId) -> None:
        """They are reached no more. Raises what the storage raises."""
        self._at_hand.drop(person)
        await self._kept.remove(person)


def address_of(activity: Activity) -> Address:
    """Where its person is reached, by an activity of the personal chat."""
    return Address(
        service_url=activity.service_url,
        conversation=activity.conversation.id,
        user=activity.from_.id if activity.from_ else "",
        bot=activity.recipient.id if activity.recipient else "",
        tenant=activity.company,
    )
