"""What people do in a conversation: say, edit, delete, react, join, open the app's home."""

import uuid

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.elements import rich_text
from tests.fakes.slack.screens import Screens
from tests.fakes.slack.shapes import CannotDo, Channel, Delivery, Message, User
from tests.fakes.slack.typed_text import as_typed


class Talking(Screens):
    """Returns, if not told otherwise, once the bot acknowledged every event it got for this."""

    async def say(
        self,
        user: User,
        channel: Channel,
        text: str,
        thread: Message | str | None = None,
        broadcast: bool = False,
        files: list[Json] | None = None,
        wait: bool = True,
    ) -> Message:
        """A user (or another bot) posts; `thread`: the message, or its ts, that is answered."""
        if user.id not in channel.members:
            raise CannotDo(f"{user.name} is not in {channel.name}")
        if channel.archived:
            raise CannotDo(f"{channel.name} is archived")
        message = Message(
            self.new_ts(),
            channel.id,
            user.id,
            as_typed(text),
            blocks=self._composed(text),
            thread_ts=thread.thread_ts or thread.ts if isinstance(thread, Message) else thread,
            bot_id=user.bot_id,
            subtype="thread_broadcast" if broadcast else "file_share" if files else None,
            files=files,
            client_msg_id=str(uuid.uuid4()),
            broadcast=broadcast,
        )
        await self.announce(self.keep(message), channel, user, wait)
        return message

    def _composed(self, text: str) -> list[Json]:
        return [{**rich_text(text), "block_id": self.short_id()}]

    async def edit(self, user: User, message: Message, text: str) -> Delivery | None:
        if message.user != user.id:
            raise CannotDo("only the author can edit a message")
        previous = self.public(message)
        message.text, message.blocks = as_typed(text), self._composed(text)
        message.edited = {"user": user.id, "ts": self.new_ts()}
        return await self.announce_change(message, previous)

    async def unfurl(self, message: Message) -> Delivery | None:
        """Slack adds a link preview: a message_changed event although nobody edited anything."""
        previous = self.public(message)
        message.attachments = [{"id": 1, "from_url": "https://example.com/", "title": "Example"}]
        return await self.announce_change(message, previous)

    async def delete(self, user: User, message: Message) -> list[Delivery]:
        if message.user != user.id and not user.is_admin:
            raise CannotDo("only the author can delete a message")
        message.deleted = True
        return await self.announce_deletion(message)

    async def react(self, user: User, message: Message, name: str) -> list[Delivery]:
        message.reactions.setdefault(name, set()).add(user.id)
        item = {"type": "message", "channel": message.channel, "ts": message.ts}
        event = {"type": "reaction_added", "user": user.id, "reaction": name, "item_user": message.user, "item": item}
        return await self.to_bots(self.room_of(message), "reaction_added", event)

    async def join(self, user: User, channel: Channel, inviter: User | None = None) -> list[Delivery]:
        """A user or the bot itself enters a channel."""
        return await self.arrive(user, channel, inviter)

    async def open_home(self, user: User, tab: str = "home") -> list[Delivery]:
        """The tab "messages" is how an agent_view app learns that its DM was opened."""
        room = self.dm(user)
        event: Json = {"type": "app_home_opened", "user": user.id, "channel": room.id, "tab": tab}
        if tab == "home" and user.id in self.homes:
            event["view"] = self.view_json(self.homes[user.id])
        return await self.to_bots(room, "app_home_opened", event)

    def advance(self, seconds: float) -> None:
        """Move Slack's clock (the bot's own clock stays) and post what is due."""
        self.offset += seconds
        for key, job in sorted(self.scheduled.items(), key=lambda item: item[1]["post_at"]):
            if job["post_at"] <= self.now():
                del self.scheduled[key]
                if not job["args"].get("metadata"):  # with metadata it is never posted [docs]
                    message = self.keep(self.from_bot(job["installation"], job["channel"], job["args"]))
                    author = self.somebody(message.user)
                    self.spawn(self.announce(message, job["channel"], author, wait=False))
