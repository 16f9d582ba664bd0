"""What is left to do for Slack once an event is taken: acknowledge it, and open what a press asks for.

A catch-all stands behind each kind: what nothing matches gets 404 from Bolt, comes again three times, and when that
happens too often Slack stops sending events at all.
"""

import re
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from adapters.errands import Errands
from adapters.slack.asides import Asides
from adapters.slack.blocks import LINK
from adapters.slack.homes import Homes
from adapters.slack.people import Directory
from adapters.slack.pressed import FORGET_ME, understood, wanted
from adapters.slack.private_talk import PrivateTalk
from adapters.slack.windows import Windows

TENANT: Final = "tenant"
"""Where Bolt's context has the tenant."""

_ANY: Final = re.compile("")


class Listeners:
    """Bolt's listeners. What takes longer than an answer to Slack is an errand, as Bolt does not hold its tasks."""

    def __init__(
        self,
        directory: Directory,
        windows: Windows,
        homes: Homes,
        talk: PrivateTalk,
        asides: Asides,
        errands: Errands,
    ) -> None:
        self._directory = directory
        self._windows = windows
        self._homes = homes
        self._talk = talk
        self._asides = asides
        self._errands = errands

    def register(self, bolt: AsyncApp) -> None:
        """Each kind of thing that Slack sends has a listener, and one for all the rest of its kind."""
        bolt.event("app_home_opened")(self._home_opened)
        bolt.event(_ANY)(self._heard)
        bolt.command(_ANY)(self._pressed)
        bolt.action({"action_id": LINK})(self._link_pressed)
        bolt.action(_ANY)(self._pressed)
        bolt.shortcut(_ANY)(self._pressed)
        bolt.view_submission(_ANY)(self._sent)
        bolt.view_closed(_ANY)(self._heard)
        bolt.options(_ANY)(self._no_options)

    async def _home_opened(self, event: dict[str, Any], context: AsyncBoltContext) -> None:
        self._errands.start(self._welcome(event, context[TENANT]))

    async def _welcome(self, event: dict[str, Any], tenant: str) -> None:
        """The Home tab is drawn when it is looked at; on the tab of messages stand first words to choose from."""
        person = (await self._directory.person(tenant, event["user"])).person
        if event.get("tab") == "messages":
            await self._talk.suggest(person, event["channel"])
        else:
            await self._homes.opened(person)

    async def _heard(self, ack: AsyncAck) -> None:
        await ack()

    async def _pressed(self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        await ack()
        window = wanted(body)
        if window is not None:
            self._errands.start(self._windows.open(body, context[TENANT], window))
        elif not understood(body):
            self._errands.start(self._asides.tell(body, context[TENANT], "app.older"))

    async def _link_pressed(self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        """A link in a sheet: it opens another, or has asked for everything to be deleted."""
        if body["actions"][0].get("value") != FORGET_ME:
            await self._pressed(ack, body, context)
            return
        await ack()
        self._errands.start(self._windows.tell(body, context[TENANT], "app.forgetting"))

    async def _sent(self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        """A sheet was taken: all windows close, as one below shows what was before."""
        if understood(body):
            await ack(response_action="clear")
        else:
            ack.response = await self._asides.say(body, context[TENANT], "app.older")

    async def _no_options(self, ack: AsyncAck) -> None:
        """No menu of ours asks for its entries."""
        await ack(options=[])
