"""Whom a command or a dialog names, and the channel that it was said in: looked up at Teams, as the coach wants them.

The roster knows those who are where it was said. Of others the personal chat with them tells, which is opened for it:
that shows nothing to anybody, and Teams lets us only where the app is theirs. Whoever cannot be looked up in time
counts as out of reach: nothing is sent to somebody unknown.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec
import structlog

from adapters.hearing import Coach, Commanded, Named, Person, Room, Standing
from adapters.port import DeliveryFailed
from adapters.teams.addresses import Addresses
from adapters.teams.connector import Connector, Gone, Member
from adapters.teams.gate import Account, Activity
from adapters.teams.inbound import place_of
from adapters.teams.people import PATIENCE, Directory, as_what
from adapters.teams.place import PERSONAL, Place, write
from adapters.teams.rooms import room_of
from adapters.teams.text import BOT, PERSON, first_name
from dialogs.person import PersonId

_MOST: Final = 5  # people of one command: Teams allows few calls a second, and a plan has one reviewer
_POSTING: Final = frozenset({"post", "publier"})  # the words that need to know the channel

log = structlog.get_logger()


class Naming:
    """Looks up who and what is named. Raises what the storage raises, and nothing else."""

    def __init__(self, connector: Connector, directory: Directory, addresses: Addresses, coach: Coach) -> None:
        self._connector = connector
        self._directory = directory
        self._addresses = addresses
        self._coach = coach

    async def told(self, activity: Activity, commanded: Commanded) -> Commanded:
        """The command, with the people whom it mentions, and the channel where it wants something posted there."""
        people = await asyncio.gather(*(self._named(activity, one) for one in mentioned(activity)))
        rooms: tuple[Room, ...] = ()
        if not activity.private and _posts(commanded):
            rooms = (await room_of(self._connector, activity, self._directory.person(activity).lang),)
        return msgspec.structs.replace(commanded, people=tuple(people), rooms=rooms)

    async def picked(self, activity: Activity, ids: Sequence[str]) -> tuple[Named, ...]:
        """The people who were picked in a dialog: Teams tells their ids in the company's directory."""
        return tuple(await asyncio.gather(*(self._named(activity, Account(one)) for one in ids)))

    async def _named(self, activity: Activity, account: Account) -> Named:
        by = self._directory.person(activity)
        if account.id.startswith(BOT):
            return Named(_called(by, account, account.id), "bot")
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._looked_up(activity, account, by)
        except Gone:
            standing: Standing = "gone"
        except (DeliveryFailed, TimeoutError) as error:
            log.warning("teams.named_not_reached", error=type(error).__name__)
            standing = "unreachable"
        return Named(_called(by, account, account.aad_object_id or account.id), standing)

    async def _looked_up(self, activity: Activity, account: Account, by: Person) -> Named:
        place = place_of(activity)
        member = None if activity.private else await self._member(place, account.id)
        if member is not None and (standing := as_what(member, by.tenant)) != "member":
            return Named(_called(by, account, member.aad_object_id or account.id), standing)
        chat = await self._chat(place, PersonId(by.tenant, (member.aad_object_id if member else "") or account.id))
        member = member or await self._connector.member(chat.room, account.id)
        who = PersonId(by.tenant, member.aad_object_id or account.id)
        named = Account(account.id, account.name or member.name)
        person = _called(self._directory.met(who) or await self._coach.known(who) or by, named, who.id)
        return Named(person, as_what(member, by.tenant), write(chat))

    async def _member(self, place: Place, user: str) -> Member | None:
        """None for somebody who is not there."""
        try:
            return await self._connector.member(place.room, user)
        except Gone:
            return None

    async def _chat(self, place: Place, who: PersonId) -> Place:
        """The personal chat with them; what Teams calls it stays the same when its service URL moves."""
        known = await self._addresses.of(who)
        conversation = known.conversation if known else await self._opened(place, who)
        user = known.user if known else who.id
        return Place(place.service_url, conversation, PERSONAL, user=user, bot=place.bot)

    async def _opened(self, place: Place, who: PersonId) -> str:
        return await self._connector.open(place.service_url, tenant=who.tenant, user=who.id, bot=place.bot)


def mentioned(activity: Activity) -> tuple[Account, ...]:
    """Who is mentioned beside us, each once, the first few: people and bots, no team, channel or tag."""
    us = activity.recipient.id if activity.recipient else ""
    found = {one.id: one for one in map(_account, activity.entities or ()) if one.id not in ("", us)}
    return tuple(one for one in found.values() if one.id.startswith((PERSON, BOT)))[:_MOST]


def _account(entity: Mapping[str, Any]) -> Account:
    """The one of a mention; nobody for other entities, and for what cannot be read."""
    try:
        return msgspec.convert(entity.get("mentioned"), Account)
    except msgspec.ValidationError:
        return Account()


def _posts(commanded: Commanded) -> bool:
    word, *_ = [*commanded.text.lower().split(), ""]
    return word in _POSTING


def _called(like: Person, account: Account, who: str) -> Person:
    """That person: in the language and at the hours of `like` where nobody knows better, a colleague's as a rule."""
    name = first_name(account.name or "") or (like.first_name if like.id == who else "")
    return msgspec.structs.replace(like, id=who, first_name=name)
