"""What a user does with the card of a message: fill it, press a button, open it again."""

from __future__ import annotations

from typing import Any

from tests.fakes.teams.cards import ADAPTIVE_CARD, Json, fill, find_action
from tests.fakes.teams.dialogs import Dialogs
from tests.fakes.teams.errors import UserError
from tests.fakes.teams.limits import REFRESH_USERS
from tests.fakes.teams.people import Message, User
from tests.fakes.teams.turns import Turn


class Pressing(Dialogs):
    """A press asks for what the button's card says: a message, an invoke, a dialog, or nothing of the bot."""

    async def submit(self, user: User, message: Message, title: str, inputs: Json | None = None, **post: Any) -> Turn:
        """The user fills the card of a message and presses a button."""
        self.must_see(user, message)
        card = message.card(user)
        if card is None:
            raise UserError("that message has no card")
        action = find_action(card, title)
        if action["type"] == "Action.OpenUrl":
            return Turn(False, url=action["url"])
        if action["type"] in ("Action.ShowCard", "Action.ToggleVisibility"):
            return Turn(False)
        data = {**(action.get("data") or {}), **fill(card, action, inputs)}
        if action["type"] == "Action.Execute":
            return await self._execute(user, message, action, data, "manual", **post)
        return await self._submitted(user, message, action, data, **post)

    async def refresh(self, user: User, message: Message) -> Turn:
        """The client opens the message: automatic refresh (user-specific view), if the card asks for it for this user."""
        self.must_see(user, message)
        refresh = (message.card() or {}).get("refresh") or {}
        action, users = refresh.get("action"), refresh.get("userIds")
        small = users is None and len(message.conversation.members) <= REFRESH_USERS
        if not action or not (small or user.id in (users or [])):
            return Turn(False)
        return await self._execute(user, message, action, dict(action.get("data") or {}), "automatic")

    async def _submitted(self, user: User, message: Message, action: Json, data: Json, **post: Any) -> Turn:
        """Action.Submit arrives as a message with `value` and without text, unless Teams' own data say otherwise."""
        special = (action.get("data") or {}).get("msteams") or {}
        if special.get("type") == "task/fetch":
            return await self.open_dialog(user, message, data, **post)
        fields: Json = {
            "value": data,
            "channelData": {"source": {"name": "message"}, "legacy": {"replyToId": message.id}},
        }
        if special.get("type") in ("messageBack", "imBack"):
            text = special.get("text") or special.get("value") or ""
            fields = {"text": text, "textFormat": "plain", "value": special.get("value")}
        fields["replyToId"] = message.id
        activity = self.activity("message", user, message.conversation, thread=message.thread, **fields)
        return await self.deliver(activity, **post)

    async def _execute(self, user: User, message: Message, action: Json, data: Json, trigger: str, **post: Any) -> Turn:
        pressed = {
            "type": "Action.Execute",
            **{name: action.get(name) for name in ("title", "id", "verb")},
            "data": data,
        }
        value = {"action": pressed, "trigger": trigger}
        turn = await self.invoke("adaptiveCard/action", user, message.conversation, value, message, **post)
        if turn.status != 200:
            self.violation(f"adaptiveCard/action answered HTTP {turn.status}: Teams shows 'Something went wrong'")
            return turn
        self._take_answer(user, message, turn)
        return turn

    def _take_answer(self, user: User, message: Message, turn: Turn) -> None:
        body: Json = turn.body if isinstance(turn.body, dict) else {}
        kind: str | None = body.get("type")
        value: Any = body.get("value")
        if body.get("statusCode") is None or not kind:
            self.violation(f"adaptiveCard/action body without statusCode/type: {str(turn.body)[:120]}")
        elif kind == ADAPTIVE_CARD:
            self.cards.check(value, "card in adaptiveCard/action answer")
            message.views[user.id] = value
        elif kind == "application/vnd.microsoft.activity.message":
            turn.notice = value
        elif kind == "application/vnd.microsoft.error":
            turn.notice = (value or {}).get("message")
        else:
            self.violation(f"adaptiveCard/action answer of unknown type {kind!r}")
