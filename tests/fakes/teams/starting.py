"""The connector's "create conversation": a chat with one person, or a new thread of a channel."""

from __future__ import annotations

import uuid
from typing import Any

from tests.fakes.teams.cards import Json
from tests.fakes.teams.errors import Refused
from tests.fakes.teams.limits import THREAD_LIMITS, Rates
from tests.fakes.teams.people import User
from tests.fakes.teams.posting import Answer, Posting
from tests.fakes.teams.world import World


class Starting:
    """Bots cannot make group chats, and reach only people for whom their company installed the app."""

    def __init__(self, world: World, posting: Posting, rates: Rates) -> None:
        self._world, self._posting, self._rates = world, posting, rates

    def create(self, body: Any, tenant: str) -> Answer:
        """`tenant` is the one of the service URL that was called."""
        if not isinstance(body, dict):
            raise self._world.refusal("create conversation without a JSON object", 400, "BadSyntax")
        self._rates.count("create", THREAD_LIMITS, enforced=self._world.rate_limits)
        channel = _inner(body, "channel")
        if channel:
            return self._thread(channel, body, tenant)
        return self._chat(body, tenant)

    def _thread(self, channel: str, body: Json, tenant: str) -> Answer:
        conversation = self._world.conversations.get(channel)
        if conversation is None or not conversation.installed or conversation.tenant != tenant:
            raise Refused(403, "BotNotInConversationRoster")
        if not body.get("activity"):
            said, words = "a new channel thread without its first activity", "Activity is required to start a thread"
            raise self._world.refusal(said, 400, "BadArgument", words)
        return self._posting.start_thread(conversation, body["activity"])

    def _chat(self, body: Json, tenant: str) -> Answer:
        # the real service ignores the case of names, and botbuilder writes "tenantID"
        named = body.get("tenantId") or body.get("tenantID") or _inner(body, "tenant")
        if named != tenant:
            said = "create conversation without the right tenantId"
            raise self._world.refusal(said, 400, "BadArgument", "Invalid tenant")
        user = self._member(body, tenant)
        if not self._is_reachable(user):
            words = "The bot is not installed in user's personal scope"
            raise Refused(403, "ForbiddenOperationException", words)
        conversation = self._world.personal_of(user)
        if conversation is None:
            conversation = self._world.place("a:" + uuid.uuid4().hex, "personal", [user])
        conversation.installed = True
        return 201, {"id": conversation.id}

    def _member(self, body: Json, tenant: str) -> User:
        wanted = [member.get("id") for member in body.get("members") or []]
        if len(wanted) != 1:
            said = "create conversation needs exactly one member (bots cannot make group chats)"
            raise self._world.refusal(said, 400, "BadArgument", "Exactly one member expected")
        for user in self._world.users.values():
            if wanted[0] in (user.id, user.aad) and user.tenant == tenant:
                return user
        code = "ChannelAccountNotFound" if wanted[0] else "BadArgument"
        raise Refused(404, code, "Failed to decrypt pairwise id")

    def _is_reachable(self, user: User) -> bool:
        return any(user in c.members and c.installed for c in self._world.conversations.values())


def _inner(body: Json, name: str) -> str | None:
    found: str | None = ((body.get("channelData") or {}).get(name) or {}).get("id")
    return found
