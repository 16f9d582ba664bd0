"""What is done with what people say in Teams: the coach is handed it, and only then does Teams hear that we have it.

What raises was not taken. Of what is said Teams hears 503 then, and sends some of it again; a press is answered in
words (answering.py). What comes again counts once.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from adapters.errands import Errands
from adapters.hearing import Coach, Commanded, Happened, Seen
from adapters.port import To
from adapters.teams.addresses import Addresses, address_of
from adapters.teams.gate import Activity
from adapters.teams.inbound import Draft, events, place_of
from adapters.teams.naming import Naming
from adapters.teams.people import Directory
from adapters.teams.place import write
from adapters.teams.pressed import button, clicked
from adapters.teams.sending import TeamsPlatform
from dialogs.content.catalog import text_of
from dialogs.events import Said
from dialogs.replies import Say

PLATFORM: Final = "teams"


class Taking:
    """Who comes in, and what is taken. `clock` gives Unix seconds."""

    def __init__(
        self,
        coach: Coach,
        directory: Directory,
        naming: Naming,
        addresses: Addresses,
        platform: TeamsPlatform,
        errands: Errands,
        clock: Callable[[], float],
    ) -> None:
        self._coach = coach
        self._directory = directory
        self._naming = naming
        self._addresses = addresses
        self._platform = platform
        self._errands = errands
        self._clock = clock

    async def take(self, activity: Activity) -> None:
        """Take what was said, changed, taken back, pressed in an older client, or installed.

        Raises what the storage raises; then nothing was taken.
        """
        if activity.private:
            await self._note_address(activity)
        if activity.type == "message" and activity.value is not None and not activity.text:
            await self._take_press(activity)
            return
        for draft in events(activity, self._coach.judge):
            if isinstance(draft.event, Said) and not draft.public:
                self._errands.start(self._platform.typing(draft.place))
            await self.hand_in(activity, draft)

    async def hand_in(self, activity: Activity, draft: Draft) -> None:
        """Hand one event in. Raises what the storage raises."""
        if activity.type == "invoke" and activity.private:
            await self._note_address(activity)
        person, event = self._directory.person(activity), draft.event
        if isinstance(event, Seen) and not await self._coach.listens(person.tenant, event):
            return
        if draft.in_passing:
            author = await self._directory.author(activity)
            if author != "member":
                return
        if isinstance(event, Commanded):
            event = await self._naming.told(activity, event)
        at = datetime.fromtimestamp(self._clock(), UTC)
        happened = Happened(person, event, PLATFORM, at, write(draft.place), draft.public, draft.shown)
        await self._coach.take(draft.source, happened)

    async def _note_address(self, activity: Activity) -> None:
        """Where the person is reached in private: it may move with each activity, and goes with the app."""
        who = self._directory.person(activity).key
        if (activity.action or "").startswith("remove"):
            await self._addresses.remove(who)
        else:
            await self._addresses.put(who, address_of(activity))

    async def _take_press(self, activity: Activity) -> None:
        """The press of an older client, which shows no answer of ours in the card's place."""
        press = button(activity)
        if press is not None:
            await self.hand_in(activity, clicked(press, activity))
            return
        person = self._directory.person(activity)
        older = Say("app.older", text_of("app.older", person.lang))
        to = To(person.tenant, person.id, write(place_of(activity)))
        self._errands.start(self._platform.send(to, older, f"older/{activity.id}"))
