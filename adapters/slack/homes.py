"""The Home tab of everybody who looks at it, fresh after each change.

Who opened theirs is known in memory only: after a restart a page is fresh again when it is opened again.
"""

import asyncio
from collections import OrderedDict
from typing import Final

from adapters.errands import Errands
from adapters.faults import noted
from adapters.hearing import Coach, Person
from adapters.slack.client import Clients
from adapters.slack.elements import Block, prose
from adapters.slack.home import home_view
from adapters.slack.workspaces import Workspaces
from dialogs.content.catalog import text_of
from dialogs.person import PersonId

PAUSE: Final = 0.5  # seconds: the changes of one turn are shown together
MOST: Final = 10_000  # people whose page is kept fresh; whoever opened theirs longest ago goes first


class Homes:
    """The pages that somebody opened."""

    def __init__(
        self, coach: Coach, workspaces: Workspaces, clients: Clients, errands: Errands, pause: float = PAUSE
    ) -> None:
        self._coach = coach
        self._workspaces = workspaces
        self._clients = clients
        self._errands = errands
        self._pause = pause
        self._open: OrderedDict[PersonId, None] = OrderedDict()
        self._due: set[PersonId] = set()

    async def opened(self, person: Person) -> None:
        """They look at their page now: publish it, and keep it fresh from now on."""
        self._open[person.key] = None
        self._open.move_to_end(person.key)
        if len(self._open) > MOST:
            self._open.popitem(last=False)
        await self._publish(person)

    def refresh(self, person: Person) -> None:
        """Something of theirs changed: publish the page soon, if they ever opened it. Needs a running loop."""
        if person.key in self._open and person.key not in self._due:
            self._due.add(person.key)
            self._errands.start(self._soon(person))

    async def _soon(self, person: Person) -> None:
        await asyncio.sleep(self._pause)
        self._due.discard(person.key)
        await self._publish(person)

    async def _publish(self, person: Person) -> None:
        token = (await self._workspaces.of(person.tenant)).token
        await self._clients.asking(token).views_publish(user_id=person.id, view=await self._page(person))

    async def _page(self, person: Person) -> Block:
        try:
            return home_view(await self._coach.home(person))
        except Exception as error:  # an empty page says less than this
            text = text_of("app.failed", person.lang).format(reference=noted("slack", error))
            return {"type": "home", "blocks": prose(text)}
