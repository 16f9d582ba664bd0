"""Windows that a press opens: a sheet to fill in.

Slack's leave to open one (`trigger_id`) lasts three seconds, and the storage may be slow: an empty window is opened at
once and filled when the sheet is there.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.faults import noted
from adapters.hearing import Coach, Person
from adapters.slack.asides import TITLE, Asides, notice, user_in
from adapters.slack.client import Clients, code_of
from adapters.slack.elements import Block
from adapters.slack.people import Directory
from adapters.slack.pressed import Wanted
from adapters.slack.sheets import form, loading, modal
from adapters.slack.workspaces import Workspaces
from dialogs.content.catalog import text_of

_TOO_LATE: Final = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"}
_CLOSED: Final = {"not_found", "view_not_found", "hash_conflict"}  # closed, or changed, by the person meanwhile


class Windows:
    """Opens them."""

    def __init__(
        self, coach: Coach, workspaces: Workspaces, directory: Directory, clients: Clients, asides: Asides
    ) -> None:
        self._coach = coach
        self._workspaces = workspaces
        self._directory = directory
        self._clients = clients
        self._asides = asides

    async def open(self, body: Mapping[str, Any], tenant: str, wanted: Wanted) -> None:
        """Open the window that a press or a command asks for; one pressed in a window lies on top of it."""
        try:
            client = await self._client(tenant)
            view = await self._opened(client, body, tenant)
            if view is not None:
                await _show(client, view, await self._filled(body, tenant, wanted))
        except Exception as error:  # whatever it is: nobody else would tell the person
            await self._asides.tell(body, tenant, "app.failed", reference=noted("slack", error))

    async def tell(self, body: Mapping[str, Any], tenant: str, key: str) -> None:
        """Show a word in the window that a button was pressed in."""
        text = await self._asides.text(body, tenant, key)
        await _show(await self._client(tenant), body["view"], notice(text))

    async def _client(self, tenant: str) -> AsyncWebClient:
        return self._clients.asking((await self._workspaces.of(tenant)).token)

    async def _opened(self, client: AsyncWebClient, body: Mapping[str, Any], tenant: str) -> Mapping[str, Any] | None:
        call = client.views_push if body.get("view", {}).get("type") == "modal" else client.views_open
        try:
            answer = await call(trigger_id=body["trigger_id"], view=loading(TITLE))
        except SlackApiError as error:
            if code_of(error) not in _TOO_LATE:
                raise
            await self._asides.tell(body, tenant, "app.too_late")
            return None
        view: Mapping[str, Any] = answer["view"]
        return view

    async def _filled(self, body: Mapping[str, Any], tenant: str, wanted: Wanted) -> Block:
        """The sheet, or what there is to say in its place."""
        try:
            met = await self._directory.person(tenant, user_in(body))
            return await self._sheet(met.person, wanted)
        except Exception as error:  # whatever it is: an empty window would stay for good
            return notice(await self._asides.text(body, tenant, "app.failed", reference=noted("slack", error)))

    async def _sheet(self, person: Person, wanted: Wanted) -> Block:
        sheet = await self._coach.sheet(person, wanted.key, wanted.about)
        if sheet is None:
            return notice(text_of("app.nothing_there", person.lang))
        if wanted.token is not None:
            return form(msgspec.structs.replace(sheet, links=()), wanted.token)
        return modal(sheet)


async def _show(client: AsyncWebClient, view: Mapping[str, Any], shown: Block) -> None:
    try:
        await client.views_update(view_id=view["id"], hash=view["hash"], view=shown)
    except SlackApiError as error:
        if code_of(error) not in _CLOSED:
            raise
