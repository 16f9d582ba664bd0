"""Whom and which channels a command names, and what they are there: "@Karim" is a member, "#plans" is not shared.

Slack is asked only where the command's word needs it, or a mention has no label. Whom it does not tell in time counts
as a stranger: a plan goes to nobody who may be of another company.
"""

import asyncio
from collections.abc import Iterable
from typing import Final

import msgspec

from adapters.hearing import Commanded, Named, Room, SheetSent
from adapters.slack.people import Directory
from adapters.slack.rooms import Rooms
from adapters.slack.text import Mention, by_name, mentions

PATIENCE: Final = 1.0  # seconds: the sender may have been asked for before, and Slack wants its answer in three
MOST: Final = 5  # people, and channels, that are asked for at once
REVIEWER: Final = "reviewer"
"""Name of the input of a sheet in which a person is picked."""

_TO_PEOPLE: Final = frozenset({"send", "envoyer", "pass", "transmettre"})
_TO_ROOMS: Final = frozenset({"post", "publier"})


class Naming:
    """Asks for them."""

    def __init__(self, directory: Directory, rooms: Rooms) -> None:
        self._directory = directory
        self._rooms = rooms

    async def told(self, command: Commanded, tenant: str) -> Commanded:
        """The command with its mentions as words, and with the people and rooms that its word is about."""
        word = command.text.lower().partition(" ")[0]
        named = mentions(command.text)
        people = _asked_for(named, "@", word in _TO_PEOPLE)
        channels = _asked_for(named, "#", word in _TO_ROOMS)
        if word in _TO_ROOMS and not channels and command.channel:
            channels = [Mention("#", command.channel, "")]
        them, there = await asyncio.gather(
            asyncio.gather(*(self._person(tenant, one.id, one.label) for one in people)),
            asyncio.gather(*(self._rooms.room(tenant, one.id, one.label) for one in channels)),
        )
        text = by_name(command.text, _words(named, zip(people, them, strict=True), zip(channels, there, strict=True)))
        return msgspec.structs.replace(command, text=text, people=tuple(them), rooms=tuple(there))

    async def picked(self, sent: SheetSent, tenant: str) -> SheetSent:
        """The sheet with whom was picked in it."""
        user = sent.values.get(REVIEWER)
        return msgspec.structs.replace(sent, people=(await self._person(tenant, user),)) if user else sent

    async def _person(self, tenant: str, user: str, label: str = "") -> Named:
        met = await self._directory.person(tenant, user, PATIENCE)
        person = met.person if met.person.first_name else msgspec.structs.replace(met.person, first_name=label)
        return Named(person, "gone" if met.gone else met.author)


def _asked_for(named: Iterable[Mention], sign: str, needed: bool) -> list[Mention]:
    return [mention for mention in named if mention.sign == sign and (needed or not mention.label)][:MOST]


def _words(
    named: Iterable[Mention], people: Iterable[tuple[Mention, Named]], rooms: Iterable[tuple[Mention, Room]]
) -> dict[str, str]:
    """Each mention as one word, by id: as Slack tells it, else as it was labelled, else by the id."""
    names = {mention.id: mention.label for mention in named}
    names |= {mention.id: one.person.first_name for mention, one in people}
    names |= {mention.id: room.name.lstrip("#") for mention, room in rooms if room.name.startswith("#")}
    return {id_: "-".join(name.split()) or id_ for id_, name in names.items()}
