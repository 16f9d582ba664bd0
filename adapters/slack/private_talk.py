"""What the private talk shows beside messages: that the coach is about to answer, and what one could say first.

Both are of Slack's agent view, and quietly missing where a workspace has none.
"""

from contextlib import suppress
from typing import Final

from slack_sdk.errors import SlackApiError

from adapters.hearing import Person
from adapters.slack.client import Clients
from adapters.slack.people import Directory
from adapters.slack.place import Place
from adapters.slack.workspaces import Workspaces
from dialogs.content.catalog import text_of

_PROMPTS: Final = ("app.prompt.start", "app.prompt.plans", "app.prompt.help")


class PrivateTalk:
    """Shows it."""

    def __init__(self, workspaces: Workspaces, directory: Directory, clients: Clients) -> None:
        self._workspaces = workspaces
        self._directory = directory
        self._clients = clients

    async def typing(self, tenant: str, user: str, place: Place) -> None:
        """Say that an answer comes: it goes with the answer, at the latest after two minutes."""
        install = await self._workspaces.of(tenant)
        person = (await self._directory.person(tenant, user)).person
        with suppress(SlackApiError):
            await self._clients.posting(install.token).assistant_threads_setStatus(
                channel_id=place.channel, thread_ts=place.thread, status=text_of("app.typing", person.lang)
            )

    async def suggest(self, person: Person, channel: str) -> None:
        """Offer first words. In an agent view the call does nothing, and says so to nobody, with a thread_ts."""
        install = await self._workspaces.of(person.tenant)
        titles = (text_of(key, person.lang) for key in _PROMPTS)
        said = (text_of(f"{key}.said", person.lang) for key in _PROMPTS)
        prompts = [{"title": title, "message": message} for title, message in zip(titles, said, strict=True)]
        with suppress(SlackApiError):
            await self._clients.asking(install.token).assistant_threads_setSuggestedPrompts(
                channel_id=channel, prompts=prompts
            )
