"""Words of the app itself, said where the person is looking: that something failed, came too late, or is gone.

What the coach says goes through the outbox. These words are about a press that led nowhere: they are said at once, or
not at all.
"""

from collections.abc import Mapping
from typing import Any, Final

import structlog
from slack_bolt.response import BoltResponse

from adapters.errands import Errands
from adapters.slack.client import Clients
from adapters.slack.elements import Block, prose, words
from adapters.slack.limits import MODAL_TITLE
from adapters.slack.people import Directory
from adapters.slack.text import mrkdwn
from adapters.slack.workspaces import Workspaces
from dialogs.content.catalog import text_of
from dialogs.lang import LANGS, Lang

TITLE: Final = "Planfirst"

log = structlog.get_logger()


def notice(text: str) -> Block:
    """A window that only says something."""
    return {"type": "modal", "title": words(TITLE, MODAL_TITLE), "blocks": prose(text)}


def in_both(key: str) -> str:
    """A text in both languages, for somebody of whom nothing is known."""
    return "\n".join(text_of(key, lang) for lang in LANGS)


def answered(body: Mapping[str, Any], text: str) -> BoltResponse:
    """The answer to Slack's request that shows the text, where an answer can: under a command, in a sent window."""
    if "command" in body:
        return BoltResponse(status=200, body={"response_type": "ephemeral", "text": mrkdwn(text)})
    if body.get("type") == "view_submission":
        inputs = input_names(body)
        # At an input rather than in place of the window: what was filled in would be lost.
        return faulted({inputs[0]: text}) if inputs else _update(notice(text))
    return BoltResponse(status=200, body="")


def faulted(errors: Mapping[str, str]) -> BoltResponse:
    """The answer to a sent window that shows what has to be mended, input by input.

    Slack refuses the whole answer when a key is no input of the window.
    """
    return BoltResponse(status=200, body={"response_action": "errors", "errors": dict(errors)})


def input_names(body: Mapping[str, Any]) -> list[str]:
    """The block ids of the inputs of a sent window."""
    return [block["block_id"] for block in body["view"].get("blocks", ()) if block.get("type") == "input"]


def user_in(body: Mapping[str, Any]) -> str:
    """The id of whoever pressed, sent or commanded; empty for an event."""
    user = body.get("user")
    return str(user.get("id", "") if isinstance(user, dict) else body.get("user_id", ""))


class Asides:
    """Says them, in the person's language."""

    def __init__(self, workspaces: Workspaces, directory: Directory, clients: Clients, errands: Errands) -> None:
        self._workspaces = workspaces
        self._directory = directory
        self._clients = clients
        self._errands = errands

    async def text(self, body: Mapping[str, Any], tenant: str, key: str, **values: str) -> str:
        """The words for whoever is in the payload; in English while nobody can be asked who that is."""
        try:
            lang: Lang = (await self._directory.person(tenant, user_in(body))).person.lang
        except Exception:  # words about a failure must not fail
            lang = "en"
        return text_of(key, lang).format(**values)

    async def say(self, body: Mapping[str, Any], tenant: str, key: str, **values: str) -> BoltResponse:
        """Say it where the person is looking; the answer to Slack's request."""
        text = await self.text(body, tenant, key, **values)
        if "command" not in body and body.get("type") != "view_submission":
            self.post(body, tenant, text)
        return answered(body, text)

    async def tell(self, body: Mapping[str, Any], tenant: str, key: str, **values: str) -> None:
        """Say it when the request has its answer already."""
        self.post(body, tenant, await self.text(body, tenant, key, **values))

    def post(self, body: Mapping[str, Any], tenant: str, text: str) -> None:
        """Put it beside what was pressed, for that person alone; else into the private talk. Nobody waits for it."""
        if url := body.get("response_url"):
            self._errands.start(self._respond(url, text))
        elif user := user_in(body):
            self._errands.start(self._write_to(tenant, user, text))

    async def _respond(self, url: str, text: str) -> None:
        said = {"response_type": "ephemeral", "replace_original": False, "text": mrkdwn(text)}
        async with self._clients.session.post(url, json=said) as response:
            response.raise_for_status()

    async def _write_to(self, tenant: str, user: str, text: str) -> None:
        token = (await self._workspaces.of(tenant)).token
        await self._clients.asking(token).chat_postMessage(channel=user, text=mrkdwn(text))


def _update(view: Block) -> BoltResponse:
    return BoltResponse(status=200, body={"response_action": "update", "view": view})
