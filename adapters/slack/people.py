"""Who somebody is, as Slack tells it: first name, language, time zone, and whether they are one of the company's own.

When Slack does not tell in time, what the storage knows must do; and who cannot be told from a stranger counts as one,
so that the coach stays silent.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError

from adapters.hearing import Author, Person
from adapters.recent import Recent
from adapters.slack.client import Clients, word_for
from adapters.slack.workspaces import Clock, Gone, Unready, Workspaces, parts
from dialogs.lang import Lang
from dialogs.person import PersonId

FRESH: Final = 3600.0  # seconds for which a person is known
GUESSED: Final = 30.0  # seconds for which Slack is not asked again when it did not tell
MOST_PEOPLE: Final = 2000
PATIENCE: Final = 1.5  # seconds; Slack wants its own answer in three

Known = Callable[[PersonId], Awaitable[Person | None]]

log = structlog.get_logger()


class Met(NamedTuple):
    """A person, and as what they write; `gone`: there is no such account any more."""

    person: Person
    author: Author
    gone: bool = False


class Directory:
    """The people whom this process met lately."""

    def __init__(self, clients: Clients, workspaces: Workspaces, known: Known, clock: Clock = time.time) -> None:
        """`known` is the storage's word: `Coach.known`."""
        self._clients = clients
        self._workspaces = workspaces
        self._known = known
        self._met = Recent[PersonId, Met](MOST_PEOPLE, clock)

    async def person(self, tenant: str, user: str, patience: float = PATIENCE) -> Met:
        """Who that is, asked for so many seconds. Raises what the storage raises, when Slack does not tell and the
        storage is away too.
        """
        who = PersonId(tenant, user)
        met = self._met.get(who)
        if met is not None:
            return met
        told = await self._told(tenant, user, patience)
        if told is not None:
            return self._keep(who, as_met(told, tenant, user), FRESH)
        # When unsure, a stranger: they are answered when they ask, and offered nothing.
        return self._keep(who, Met(await self._known(who) or Person(tenant, user, ""), "external"), GUESSED)

    async def _told(self, tenant: str, user: str, patience: float) -> Mapping[str, Any] | None:
        try:
            async with asyncio.timeout(patience):
                install = await self._workspaces.of(tenant)
                answer = await self._clients.asking(install.token).users_info(user=user, include_locale=True)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, Gone, Unready) as error:
            if word_for(error) == "user_not_found":
                return {"deleted": True}
            log.warning("slack.person_not_told", tenant=tenant, user=user, error=type(error).__name__)
            return None
        found: Mapping[str, Any] = answer["user"]
        return found

    def _keep(self, who: PersonId, met: Met, seconds: float) -> Met:
        self._met.put(who, met, seconds)
        return met


def as_met(user: Mapping[str, Any], tenant: str, user_id: str) -> Met:
    """The `user` object of users.info, asked with include_locale."""
    profile = user.get("profile") or {}
    first_name = profile.get("first_name") or str(user.get("real_name") or "").partition(" ")[0]
    lang: Lang = "fr" if str(user.get("locale")).startswith("fr") else "en"
    person = Person(tenant, user_id, first_name, lang, _zone(user.get("tz")))
    return Met(person, _author(user, *parts(tenant)), gone=bool(user.get("deleted")))


def _author(user: Mapping[str, Any], enterprise: str, team: str) -> Author:
    if user.get("is_bot") or user.get("is_workflow_bot") or user.get("id") == "USLACKBOT":
        return "bot"
    if user.get("is_stranger") or not _is_ours(user, enterprise, team):
        return "external"
    return "guest" if user.get("is_restricted") or user.get("is_ultra_restricted") else "member"


def _is_ours(user: Mapping[str, Any], enterprise: str, team: str) -> bool:
    """In a Grid people belong to the organisation, and `team_id` may be another of its workspaces."""
    of_the_grid = (user.get("enterprise_user") or {}).get("enterprise_id")
    return user.get("team_id") in {team, enterprise} - {""} or of_the_grid == enterprise


def _zone(name: Any) -> str:
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, TypeError, OSError):  # Slack knows zones that this machine does not
        return "UTC"
