"""What a user does with messages: write, edit, delete, react, judge. The bot hears only what Teams would tell it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tests.fakes.teams.cards import Json
from tests.fakes.teams.delivery import Delivery
from tests.fakes.teams.errors import UserError
from tests.fakes.teams.people import Conversation, Message, User
from tests.fakes.teams.turns import Turn


class Saying(Delivery):
    """In groups and channels the bot hears a message only with a mention, a slash command, or RSC; in one where the app
    is not installed, and from somebody who blocked it, never."""

    async def say(
        self,
        user: User,
        conversation: Conversation,
        text: str,
        *,
        mention: bool = False,
        people: Sequence[User] = (),
        thread: Message | None = None,
        slash: bool = False,
        rich: str | None = None,
        **post: Any,
    ) -> Turn:
        """The user writes. `slash` is a private command (preview): seen by this user and the bot only. `people` are those
        whom the text mentions, as "@First name" there."""
        self._must_be_able_to_write(user, conversation, thread)
        key = self.new_id()
        root = (thread.thread if thread else key) if conversation.type == "channel" else None
        fields = self.written(text, mention=mention, people=people, rich=rich)
        if slash:
            fields["recipient"] = {**self.bot, "isTargeted": True}
        activity = self.activity("message", user, conversation, thread=root, id=key, **fields)
        own = Message(key, conversation, user.id, activity, self.now(), targeted_to=user.id if slash else None)
        own.heard = conversation.installed and (mention or slash or self._hears_all(conversation))
        self.show(own, root)
        return await self.deliver(activity, own=own, **post) if own.heard else Turn(False, activity, message=own)

    async def edit(self, user: User, message: Message, text: str, *, mention: bool | None = None) -> Turn:
        """The user changes their message; `mention` None keeps the one it has. Told to the bot when it heard the message
        before, or hears it now."""
        self._must_be_own(user, message)
        had = any(entity["type"] == "mention" for entity in message.activity["entities"])
        fields = self.written(text, mention=had if mention is None else mention)
        message.activity, message.edits = {**message.activity, **fields}, message.edits + 1
        hears = bool(mention) or self._hears_all(message.conversation)
        return await self._changed(user, message, "messageUpdate", "editMessage", hears=hears, **fields)

    async def delete(self, user: User, message: Message) -> Turn:
        self._must_be_own(user, message)
        message.deleted = True
        return await self._changed(user, message, "messageDelete", "softDeleteMessage")

    async def undelete(self, user: User, message: Message) -> Turn:
        if message.author != user.id or not message.deleted:
            raise UserError("only one's own deleted message comes back")
        message.deleted = False
        fields = {name: message.activity[name] for name in ("text", "textFormat", "entities", "attachments")}
        return await self._changed(user, message, "messageUpdate", "undeleteMessage", **fields)

    async def react(self, user: User, message: Message, reaction: str = "like") -> Turn:
        """Teams tells the bot of reactions to its own messages only."""
        self.must_see(user, message)
        if message.targeted_to:
            raise UserError("a targeted message takes no reaction")
        said = {"reactionsAdded": [{"type": reaction}], "replyToId": message.id}
        told = self.activity("messageReaction", user, message.conversation, thread=message.thread, **said)
        return await self.deliver(told) if message.author == "bot" else Turn(False, told)

    async def feedback(self, user: User, message: Message, reaction: str = "like", text: str = "") -> Turn:
        """Thumbs up or down under a message that asks for them."""
        self.must_see(user, message)
        data = message.activity.get("channelData") or {}
        if not (data.get("feedbackLoopEnabled") or data.get("feedbackLoop")):
            raise UserError("that message has no feedback buttons (channelData.feedbackLoop)")
        judged = {"reaction": reaction, "feedback": json.dumps({"feedbackText": text})}
        value = {"actionName": "feedback", "actionValue": judged}
        return await self.invoke("message/submitAction", user, message.conversation, value, message)

    async def invoke(
        self, name: str, user: User, conversation: Conversation, value: Json, message: Message | None, **post: Any
    ) -> Turn:
        """A request whose answer the user waits for; `message` is the one it comes from."""
        thread, reply_to = (message.thread, message.id) if message else (None, None)
        fields = {"name": name, "value": value, "replyToId": reply_to}
        return await self.deliver(self.activity("invoke", user, conversation, thread=thread, **fields), **post)

    async def _changed(
        self, user: User, message: Message, kind: str, event: str, *, hears: bool = False, **fields: Any
    ) -> Turn:
        data = {"eventType": event}
        told = self.activity(
            kind, user, message.conversation, thread=message.thread, id=message.id, channelData=data, **fields
        )
        message.heard = message.heard or hears
        if not (message.heard and message.conversation.installed):
            return Turn(False, told, message=message)
        return await self.deliver(told, own=message)

    def _hears_all(self, conversation: Conversation) -> bool:
        return conversation.type == "personal" or conversation.rsc

    def _must_be_able_to_write(self, user: User, conversation: Conversation, thread: Message | None) -> None:
        if user not in conversation.members:
            raise UserError(f"{user.name} is no member of that conversation")
        if conversation.type == "personal" and user.id in self.blocked:
            raise UserError(f"{user.name} blocked the bot: there is no box to write in")
        if thread is not None and (thread.conversation is not conversation or thread.thread is None):
            raise UserError("only a message of a channel has a thread")
        if thread is not None and thread.targeted_to:
            raise UserError("a targeted message takes no reply")

    def _must_be_own(self, user: User, message: Message) -> None:
        self.must_see(user, message)
        if message.author != user.id:
            raise UserError("only one's own messages can be changed")
