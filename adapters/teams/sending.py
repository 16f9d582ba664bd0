"""Teams as a platform of the port: what the coach says goes into the personal chat, and is changed there.

Theory. Only there is a talk private; everybody reads no more than what its owner wants posted. Where others read, Teams
has messages for one person ("targeted"), as a preview: offers use them when the operator wants it, and go into the
personal chat where Teams does not let them. Teams has no way to ask whether a message exists, so one whose answer was
lost is said again; but not an offer: two are worse than none, and one in doubt counts as made.
"""

import re
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import msgspec
import structlog

from adapters.port import InDoubt, Refused, To
from adapters.teams import cards
from adapters.teams.addresses import Address, Addresses
from adapters.teams.connector import Barred, Connector, Gone
from adapters.teams.place import CHANNEL, Place, Room, read
from dialogs.person import PersonId
from dialogs.replies import Reply, Settled

UNKNOWN: Final = "unknown"  # the id of a message that cannot be changed: it may not exist
OFFER_SECONDS: Final = 120.0  # after its message; later nobody knows any more what it is about

_TARGETED: Final = "targeted"
_OVER_THERE: Final = "cmd.over_there"  # says that the talk goes on in private
_MILLISECONDS: Final = re.compile(r"[0-9]{13}")  # the id of a message is when it was said
_shown: Final = msgspec.json.Decoder(dict[str, Any])

log = structlog.get_logger()


class _Sent(NamedTuple):
    """A message of ours, as its id in the outbox has it: "<conversation>|<message>", and "|targeted" for some."""

    conversation: str
    message: str
    targeted: bool = False

    def __str__(self) -> str:
        return "|".join((self.conversation, self.message, *([_TARGETED] if self.targeted else [])))


class TeamsPlatform:
    """The port to every company."""

    name = "teams"

    def __init__(
        self,
        connector: Connector,
        addresses: Addresses,
        *,
        app_id: str,
        targeted: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`targeted`: use the preview. `clock` gives Unix seconds."""
        self._connector = connector
        self._addresses = addresses
        self._talk_url = f"https://teams.microsoft.com/l/chat/0/0?users=28:{app_id}"
        self._targeted = targeted
        self._clock = clock

    async def send(self, to: To, reply: Reply, key: str) -> str:
        """Say it in the personal chat, to their eyes only where they are, or to a whole channel.

        The id says where, or is UNKNOWN.
        """
        place = read(to.place)
        if reply.audience == "channel":
            return await self._post(place, reply)
        try:
            if reply.audience == "only_you" and not place.private:
                return await self._whisper(to, place, reply)
            return await self._say(to, place, reply)
        except InDoubt:
            if not _is_offer(reply):
                raise
            log.info("teams.offer_in_doubt", tenant=to.tenant)
            return UNKNOWN

    async def replace(self, to: To, sent: str, reply: Reply, key: str) -> str:
        """Put another text there."""
        there = _read(sent)
        if there is None:
            raise Refused("nobody knows whether it exists")
        room = await self._room(to, there.conversation)
        await self._connector.update(room, there.message, self._drawn(reply), targeted=there.targeted)
        return sent

    async def withdraw(self, to: To, sent: str, key: str) -> None:
        """Take it back."""
        there = _read(sent)
        if there is not None:
            try:
                room = await self._room(to, there.conversation)
                await self._connector.delete(room, there.message, targeted=there.targeted)
            except Gone:
                return

    async def settle(self, to: To, settled: Settled, key: str) -> None:
        """Take the buttons away, for whoever looks at it next; who pressed sees it at once, by the press's answer."""
        place = read(to.place)
        if not place.message:
            return
        content = cards.as_message(_settled(settled))
        try:
            room = await self._room(to, place.conversation)
            # Where others read there are no cards of ours but for one person.
            await self._connector.update(room, place.message, content, targeted=not place.private)
        except Gone:
            return

    async def look_up(self, to: To, reply: Reply, key: str) -> str | None:
        """Nobody can ask Teams: it is to be said again. An offer counts as made: better none than two."""
        return UNKNOWN if _is_offer(reply) else None

    async def typing(self, place: Place) -> None:
        """Show that the coach is writing there. Raises what `send` raises."""
        await self._connector.send(place.room, {"type": "typing"})

    async def _post(self, place: Place, reply: Reply) -> str:
        """Where everybody reads it: in a channel as a thread of its own."""
        if place.private:
            raise Refused("no channel to post it in")
        say = self._connector.post if place.kind == CHANNEL else self._connector.send
        return str(_Sent(place.conversation, await say(place.room, self._drawn(reply))))

    async def _whisper(self, to: To, place: Place, reply: Reply) -> str:
        if _is_offer(reply) and self._is_late(place):
            raise Refused("the offer came too late")
        if self._targeted:
            try:
                message = await self._whispered(place, self._drawn(reply))
                return str(_Sent(place.conversation, message, targeted=True))
            except Refused as refused:  # this Teams knows no such messages, or not there
                log.info("teams.not_targeted", tenant=to.tenant, reason=refused.reason)
        if reply.key == _OVER_THERE:
            return UNKNOWN  # over there is where it would be said
        return await self._say(to, place, reply)

    async def _whispered(self, place: Place, activity: Mapping[str, Any]) -> str:
        """In place of what was pressed, else as a message of its own."""
        if place.pressed:
            try:
                await self._connector.update(place.room, place.message, activity, targeted=True)
                return place.message
            except Gone:
                log.info("teams.pressed_is_gone")  # after a day they all are
        recipient = {"recipient": {"id": place.user}}
        return await self._connector.send(place.thread, {**activity, **recipient}, targeted=True)

    def _is_late(self, place: Place) -> bool:
        said_at = int(place.message) / 1000 if _MILLISECONDS.fullmatch(place.message) else None
        return said_at is not None and not place.pressed and self._clock() - said_at > OFFER_SECONDS

    async def _say(self, to: To, place: Place, reply: Reply) -> str:
        person, activity = PersonId(to.tenant, to.person), self._drawn(reply)
        address = await self._addresses.of(person)
        if address is not None:
            try:
                return await self._said(person, address, activity)
            except Gone:
                log.info("teams.address_is_old", tenant=to.tenant)  # Teams has moved it, and the place may be newer
        return await self._said(person, await self._opened(person, place), activity)

    async def _said(self, person: PersonId, address: Address, activity: Mapping[str, Any]) -> str:
        try:
            return str(_Sent(address.conversation, await self._connector.send(address.room, activity)))
        except (Barred, Gone):
            await self._addresses.remove(person)
            raise

    async def _opened(self, person: PersonId, place: Place) -> Address:
        """The personal chat, from where they were spoken to."""
        if not place.user:
            raise Refused("no conversation with them yet")
        conversation = place.conversation
        if not place.private:
            conversation = await self._connector.open(
                place.service_url, tenant=person.tenant, user=place.user, bot=place.bot
            )
        address = Address(place.service_url, conversation, place.user, place.bot, person.tenant)
        await self._addresses.put(person, address)
        return address

    async def _room(self, to: To, conversation: str) -> Room:
        """Where a message stands; the service URL is the newest that the person was heard at."""
        address = await self._addresses.of(PersonId(to.tenant, to.person))
        return Room(address.service_url if address else read(to.place).service_url, conversation)

    def _drawn(self, reply: Reply) -> dict[str, Any]:
        return cards.message(reply, self._talk_url)


def _read(sent: str) -> _Sent | None:
    """None for UNKNOWN, and where Teams told no id."""
    match sent.split("|"):
        case [conversation, message, *more] if message:
            return _Sent(conversation, message, more == [_TARGETED])
        case _:
            return None


def _settled(settled: Settled) -> dict[str, Any]:
    try:
        return cards.settled(_shown.decode(settled.shown), settled.answer)
    except msgspec.DecodeError:  # a ValidationError is one
        raise Refused("what the question stood on cannot be read by this version") from None


def _is_offer(reply: Reply) -> bool:
    return reply.key.startswith("intercept.open")
