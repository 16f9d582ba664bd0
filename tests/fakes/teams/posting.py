"""The connector's calls on activities: post, update, delete."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.fakes.teams.cards import Json
from tests.fakes.teams.errors import Refused, WritesBlocked
from tests.fakes.teams.limits import THREAD_LIMITS, Rates
from tests.fakes.teams.message_check import MessageCheck
from tests.fakes.teams.people import Conversation, Message
from tests.fakes.teams.world import SELF, World

Answer = tuple[int, Json | list[Json] | None]  # HTTP status and body
Query = Mapping[str, str]


class Posting:
    """Each call answers or raises Refused; `cid` may name a thread ("<conversation>;messageid=<root>")."""

    def __init__(self, world: World, checks: MessageCheck, rates: Rates) -> None:
        self._world, self._checks, self._rates = world, checks, rates

    def post(self, conversation: Conversation, root: str, body: Any, query: Query, reply_to: str) -> Answer:
        """A new message, or "typing". A targeted one is shown to its recipient only."""
        targeted = _is_targeted(query)
        if not isinstance(body, dict) or not body.get("type"):
            raise self._world.refusal("an activity without type", 400, "BadSyntax")
        self.must_reach(conversation, targeted=targeted)
        self._count(conversation)
        if body["type"] == "typing":
            return 202, {}
        if body["type"] != "message":
            said = f"an activity of type {body['type']!r} sent to Teams"
            raise self._world.refusal(said, 400, "BadArgument", "Activity type not supported")
        if targeted:
            self._check_target(body, conversation)
        self._checks.check(body)
        self._note_reply(reply_to or body.get("replyToId") or "")
        message = self._show(conversation, body, root, self._target(body, conversation) if targeted else None)
        return 201, {"id": message.id}

    def start_thread(self, channel: Conversation, activity: Json) -> Answer:
        """A new thread of a channel, by its first message."""
        self._checks.check(activity)
        message = self._show(channel, activity, "", None)
        return 201, {"id": f"{channel.id};messageid={message.id}", "activityId": message.id}

    def update(self, conversation: Conversation, aid: str, body: Any, query: Query) -> Answer:
        message = self._own(conversation, aid, "edit", query)
        self.must_reach(conversation, targeted=_is_targeted(query))
        self._count(conversation)
        if _is_targeted(query) and isinstance(body, dict) and body.get("recipient"):
            words = "Recipient must not be set on update"
            raise self._world.refusal("recipient in the edit of a targeted message", 400, "BadArgument", words)
        self._checks.check(body)
        message.activity, message.edits = body, message.edits + 1
        message.views.clear()
        return 200, {"id": aid}

    def delete(self, conversation: Conversation, aid: str, query: Query) -> Answer:
        self._own(conversation, aid, "delete", query).deleted = True
        return 200, None

    def must_reach(self, conversation: Conversation, *, targeted: bool = False) -> None:
        """Refused when the app is not installed there, or when the person of a personal chat blocked the bot."""
        personal = conversation.type == "personal"
        if personal and (not conversation.installed or conversation.members[0].id in self._world.blocked):
            raise WritesBlocked
        if not conversation.installed:
            status = 404 if targeted else 403  # the page "Targeted messages" has a status of its own
            words = "The bot is not part of the conversation roster."
            raise Refused(status, "BotNotInConversationRoster", words)

    def _count(self, conversation: Conversation) -> None:
        self._rates.count(conversation.id, THREAD_LIMITS, enforced=self._world.rate_limits)

    def _check_target(self, body: Json, conversation: Conversation) -> None:
        if not self._world.targeted_preview:
            raise Refused(400, "BadArgument", "Bad argument")  # no violation: a bot cannot know, it has to fall back
        self._checks.check_target(body, conversation)

    def _target(self, body: Json, conversation: Conversation) -> str:
        wanted = body["recipient"]["id"]
        return next(user.id for user in conversation.members if wanted in (user.id, user.aad))

    def _note_reply(self, reply_to: str) -> None:
        if reply_to and reply_to not in self._world.messages and reply_to not in self._world.activity_ids:
            self._world.warnings.append(f"replyToId {reply_to!r} is no message of the conversation")

    def _show(self, conversation: Conversation, activity: Json, root: str, target: str | None) -> Message:
        world = self._world
        message = Message(world.new_id(), conversation, SELF, activity, world.now(), targeted_to=target)
        return world.show(message, root)

    def _own(self, conversation: Conversation, aid: str, doing: str, query: Query) -> Message:
        """The bot's message that is to be edited or deleted."""
        message = self._world.messages.get(aid)
        if message is None or message.deleted or message.conversation is not conversation:
            raise self._world.refusal(f"{doing} of {aid!r}, which is not there", 404, "ActivityNotFoundInConversation")
        if message.author != SELF:
            raise self._world.refusal(f"the bot wants to {doing} a user's message", 403, "Forbidden")
        if bool(message.targeted_to) != _is_targeted(query):
            said = f"isTargetedActivity does not match the message to {doing}"
            raise self._world.refusal(said, 400, "BadArgument")
        if self._world.is_gone(message):
            raise Refused(404, "ActivityNotFoundInConversation")  # no violation: the day is over, the bot did not do it
        return message


def _is_targeted(query: Query) -> bool:
    return query.get("isTargetedActivity") == "true"
