"""What a user does with dialogs (task modules): open one from a card or from a message, fill it, send it."""

from __future__ import annotations

from typing import Any

from tests.fakes.teams.cards import ADAPTIVE_CARD, Json, fill, find_action
from tests.fakes.teams.people import Conversation, Message, User
from tests.fakes.teams.saying import Saying
from tests.fakes.teams.turns import Dialog, Turn

_CONTEXT = {"theme": "default"}
_OPENING = ("task/fetch", "composeExtension/fetchTask")


class Dialogs(Saying):
    """An answer without a task closes the dialog, one with a message shows it, one with "continue" shows the next."""

    async def open_dialog(self, user: User, message: Message, data: Json, **post: Any) -> Turn:
        value = {"data": {**data, "type": "task/fetch"}, "context": _CONTEXT}
        turn = await self.invoke("task/fetch", user, message.conversation, value, message, **post)
        return self._answered(turn, message.conversation, message)

    async def message_action(self, user: User, message: Message, command: str, **post: Any) -> Turn:
        """The user picks the app's action command in a message's "..." menu (message extension)."""
        self.must_see(user, message)
        value = {
            "commandId": command, "commandContext": "message", "messagePayload": self.payload_of(message), "context": _CONTEXT,
        }  # fmt: skip
        turn = await self.invoke("composeExtension/fetchTask", user, message.conversation, value, message, **post)
        return self._answered(turn, message.conversation, message, command)

    async def compose_action(self, user: User, conversation: Conversation, command: str, **post: Any) -> Turn:
        """The user picks the app's action command beside the box in which they write."""
        value = {"commandId": command, "commandContext": "compose", "context": _CONTEXT}
        turn = await self.invoke("composeExtension/fetchTask", user, conversation, value, None, **post)
        return self._answered(turn, conversation, None, command)

    async def submit_dialog(
        self, user: User, dialog: Dialog, title: str, inputs: Json | None = None, **post: Any
    ) -> Turn:
        """The user fills the dialog's card and presses a button in it."""
        card = dialog.card or {}
        action = find_action(card, title)
        value: Json = {"data": {**(action.get("data") or {}), **fill(card, action, inputs)}, "context": _CONTEXT}
        name = "task/submit"
        if dialog.command:
            name = "composeExtension/submitAction"
            value |= {"commandId": dialog.command, "commandContext": "message" if dialog.message else "compose"}
        turn = await self.invoke(name, user, dialog.conversation, value, dialog.message, **post)
        return self._answered(turn, dialog.conversation, dialog.message, dialog.command)

    def _answered(
        self, turn: Turn, conversation: Conversation, message: Message | None, command: str | None = None
    ) -> Turn:
        name = turn.activity["name"]
        if turn.status != 200:
            self.violation(f"{name} answered HTTP {turn.status}: Teams shows 'Unable to reach app'")
            return turn
        task = turn.body.get("task") if isinstance(turn.body, dict) else None
        if task is None:
            if name in _OPENING:
                self.violation(f"{name} answered without a task: {str(turn.body)[:120]}")
        elif task.get("type") == "message":
            turn.notice = task.get("value")
        elif task.get("type") == "continue":
            turn.dialog = self._dialog(task.get("value") or {}, conversation, message, command)
        else:
            self.violation(f"task type {task.get('type')!r}")
        return turn

    def _dialog(self, value: Json, conversation: Conversation, message: Message | None, command: str | None) -> Dialog:
        if not value.get("card") and not value.get("url"):
            self.violation("a dialog with neither card nor url")
        if not value.get("title"):
            self.warnings.append("a dialog without title")
        card = (value.get("card") or {}).get("content")
        if value.get("card"):
            if value["card"].get("contentType") != ADAPTIVE_CARD:
                self.violation("a dialog card must be an Adaptive Card attachment")
            self.cards.check(card, "dialog card")
        return Dialog(value.get("title") or "", card, value.get("url"), conversation, message, command)
