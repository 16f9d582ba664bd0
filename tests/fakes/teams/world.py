"""The state of the local Teams: companies, people, conversations, messages, and its clock. It outlives the bot."""

from __future__ import annotations

import itertools
import time
import uuid
from typing import Any

from tests.fakes.teams.cards import Json
from tests.fakes.teams.errors import UserError
from tests.fakes.teams.limits import TARGETED_SECONDS
from tests.fakes.teams.people import Conversation, Message, User
from tests.fakes.teams.record import Record

SELF = "bot"  # the author of the bot's messages


class World(Record):
    """Knobs a test may turn at any time: `rate_limits`, `latency` (seconds), `targeted_preview`."""

    def __init__(self, *, app_id: str, app_secret: str, tenant: str | None, bot_name: str, rate_limits: bool) -> None:
        super().__init__()
        self.app_id, self.app_secret, self.bot_name = app_id, app_secret, bot_name
        self.bot: Json = {"id": f"28:{app_id or uuid.uuid4()}", "name": bot_name}
        self.tenant = tenant or str(uuid.uuid4())
        self.tenants = [self.tenant]
        self.base, self.region = "", "emea"
        self.rate_limits, self.latency = rate_limits, 0.0
        self.targeted_preview = True  # whether this Teams knows targeted messages
        self.users: dict[str, User] = {}
        self.conversations: dict[str, Conversation] = {}
        self.messages: dict[str, Message] = {}
        self.activity_ids: set[str] = set()  # of what was sent to the bot
        self.blocked: set[str] = set()  # ids of users who blocked the bot
        self._ids = itertools.count(int(time.time() * 1000))
        self._passed = 0.0

    def now(self) -> float:
        return time.time() + self._passed

    def let_pass(self, seconds: float) -> None:
        """Time goes by in the local Teams: targeted messages vanish after a day."""
        self._passed += seconds

    def new_id(self) -> str:
        return str(next(self._ids))

    # companies

    def add_tenant(self) -> str:
        """A second company that installs the same app; its people are made with `user(..., tenant=...)`."""
        self.tenants.append(str(uuid.uuid4()))
        return self.tenants[-1]

    def service_url_of(self, tenant: str) -> str:
        return f"{self.base}/{self.region}/{tenant}/"

    @property
    def service_url(self) -> str:
        return self.service_url_of(self.tenant)

    def move(self, region: str) -> None:
        """Teams serves everybody from another region: later activities carry the new service URL, the old one is dead."""
        self.region = region

    # people and places

    def user(
        self, name: str, *, locale: str = "en-US", timezone: str = "Europe/Paris", tenant: str = "", guest: bool = False
    ) -> User:
        user = User(name, locale, timezone, tenant or self.tenant, guest)
        self.users[user.id] = user
        return user

    def dismiss(self, user: User) -> None:
        """Their account is deleted. Teams tells the bot nothing."""
        del self.users[user.id]
        for conversation in self.conversations.values():
            conversation.members = [one for one in conversation.members if one is not user]

    def block(self, user: User) -> None:
        """The person blocks the bot in their own chat. Teams tells the bot nothing."""
        self.blocked.add(user.id)

    def unblock(self, user: User) -> None:
        self.blocked.discard(user.id)

    def place(self, cid: str, kind: str, members: list[User], **more: Any) -> Conversation:
        tenants = {user.tenant for user in members}
        if len(tenants) != 1:
            raise UserError("people of different companies in one conversation are not part of this local Teams")
        conversation = Conversation(cid, kind, list(members), tenants.pop(), **more)
        self.conversations[cid] = conversation
        return conversation

    def outsider(self, *members: User) -> Conversation:
        """A conversation where the app is not installed."""
        return self.place(f"19:{uuid.uuid4().hex}@thread.v2", "groupChat", list(members))

    def personal_of(self, user: User) -> Conversation | None:
        mine = (c for c in self.conversations.values() if c.type == "personal" and c.members == [user])
        return next(mine, None)

    # messages

    def show(self, message: Message, root: str | None = None) -> Message:
        if message.conversation.type == "channel":
            message.thread = root or message.id
        message.conversation.messages.append(message)
        self.messages[message.id] = message
        return message

    def is_gone(self, message: Message) -> bool:
        """Deleted, or targeted and older than a day."""
        return message.deleted or bool(message.targeted_to and self.now() - message.at > TARGETED_SECONDS)

    def seen_by(self, user: User, conversation: Conversation) -> list[Message]:
        """The messages this user sees there, oldest first."""
        if user not in conversation.members:
            return []
        return [m for m in conversation.messages if not self.is_gone(m) and m.targeted_to in (None, user.id)]

    def must_see(self, user: User, message: Message) -> None:
        """UserError unless the user sees the message."""
        if user not in message.conversation.members:
            raise UserError(f"{user.name} is not in that conversation")
        if self.is_gone(message):
            raise UserError("that message was deleted")
        if message.targeted_to not in (None, user.id):
            raise UserError(f"{user.name} does not see that message")
