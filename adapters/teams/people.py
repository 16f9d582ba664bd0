"""Who somebody is: each activity tells first name, language and time zone, the roster tells whose people they are.

The roster is asked only about who said something in passing; who cannot be told from a stranger counts as one, so that
the coach stays silent.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog

from adapters.hearing import Author, Person
from adapters.port import DeliveryFailed
from adapters.recent import Recent
from adapters.teams.connector import Connector, Member
from adapters.teams.gate import Activity
from adapters.teams.inbound import place_of
from adapters.teams.text import first_name
from dialogs.lang import Lang
from dialogs.person import PersonId

FRESH: Final = 3600.0  # seconds for which it is known whose people somebody is
MET: Final = 24 * 3600.0  # seconds for which it is known how somebody was the last time
GUESSED: Final = 30.0  # seconds for which Teams is not asked again when it did not tell
MOST_PEOPLE: Final = 2000
PATIENCE: Final = 3.0  # seconds

_GUEST: Final = "#ext#"  # in the principal name of a guest: "ann_other.com#EXT#@ours.onmicrosoft.com"
_NOT_TOLD: Final[Mapping[str, Any]] = {}

log = structlog.get_logger()


class Directory:
    """The people whom this process met lately. `clock` gives seconds."""

    def __init__(self, connector: Connector, home: str, clock: Callable[[], float] = time.monotonic) -> None:
        """`home` is the tenant of the app, for activities that tell none: a single-tenant app serves no other."""
        self._connector = connector
        self._home = home
        self._met = Recent[PersonId, Person](MOST_PEOPLE, clock)
        self._authors = Recent[PersonId, Author](MOST_PEOPLE, clock)

    def person(self, activity: Activity) -> Person:
        """Who did that. What the activity does not tell is as it was at last."""
        who, client = self._who(activity), _client_info(activity)
        before = self._met.get(who) or Person(*who, "")
        name = activity.from_.name if activity.from_ else None
        lang, zone = client.get("locale"), client.get("timezone")
        person = Person(
            *who,
            first_name=first_name(name) if name else before.first_name,
            lang=_lang(lang) if isinstance(lang, str) else before.lang,
            zone=_zone(zone, before.zone),
        )
        self._met.put(who, person, MET)
        return person

    def met(self, who: PersonId) -> Person | None:
        """Somebody as this process met them lately; None for others."""
        return self._met.get(who)

    async def author(self, activity: Activity) -> Author:
        """As what that person writes there."""
        who = self._who(activity)
        known = self._authors.get(who)
        if known is not None:
            return known
        member = await self._member(activity)
        author: Author = "external" if member is None else as_what(member, who.tenant)
        self._authors.put(who, author, GUESSED if member is None else FRESH)
        return author

    def _who(self, activity: Activity) -> PersonId:
        account = activity.from_
        return PersonId(
            activity.company or self._home,
            (account.aad_object_id or account.id) if account else "",
        )

    async def _member(self, activity: Activity) -> Member | None:
        place = place_of(activity)
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._connector.member(place.room, place.user)
        except (DeliveryFailed, TimeoutError) as error:
            log.warning("teams.person_not_told", error=type(error).__name__)
            return None


def as_what(member: Member, tenant: str) -> Author:
    """What that person is to the company. In a channel that is shared with other companies, theirs are of another."""
    if member.tenant_id not in ("", tenant) or not member.user_principal_name or member.user_role == "anonymous":
        return "external"
    is_guest = member.user_role == "guest" or _GUEST in member.user_principal_name.lower()
    return "guest" if is_guest else "member"


def _client_info(activity: Activity) -> Mapping[str, Any]:
    return next((one for one in activity.entities or () if one.get("type") == "clientInfo"), _NOT_TOLD)


def _lang(locale: str) -> Lang:
    return "fr" if locale.lower().startswith("fr") else "en"


def _zone(name: Any, otherwise: str) -> str:
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, TypeError, OSError):  # Teams knows zones that this machine does not
        return otherwise
