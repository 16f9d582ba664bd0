"""The connector's calls on members and teams."""

from __future__ import annotations

import uuid

from tests.fakes.teams.cards import Json
from tests.fakes.teams.errors import Refused
from tests.fakes.teams.people import Conversation
from tests.fakes.teams.posting import Answer, Query
from tests.fakes.teams.world import World


class Roster:
    """Each call answers or raises Refused."""

    def __init__(self, world: World) -> None:
        self._world = world

    def members(self, cid: str, tenant: str) -> Answer:
        self._world.violation("GET members is deprecated and throttled: use pagedmembers or a single member")
        return 200, [user.roster_entry() for user in self._of(cid, tenant).members]

    def page(self, cid: str, tenant: str, query: Query) -> Answer:
        """50 to 500 members a page, 200 unless told."""
        members = self._of(cid, tenant).members
        size = min(max(int(query.get("pageSize", 200)), 50), 500)
        start = int(query.get("continuationToken") or 0)
        page: Json = {"members": [user.roster_entry() for user in members[start : start + size]]}
        if start + size < len(members):
            page["continuationToken"] = str(start + size)
        return 200, page

    def member(self, cid: str, tenant: str, who: str) -> Answer:
        for user in self._of(cid, tenant).members:
            if who in (user.id, user.aad):
                return 200, user.roster_entry()
        raise Refused(404, "MemberNotFoundInConversation")

    def team(self, team: str, tenant: str, rest: list[str]) -> Answer:
        channels = [c for c in self._world.conversations.values() if c.team_id == team and c.tenant == tenant]
        if not channels:
            raise Refused(404, "TeamNotFound")
        if rest == ["conversations"]:
            return 200, {"conversations": [_channel(c) for c in channels]}
        group = str(uuid.uuid5(uuid.NAMESPACE_URL, team))
        return 200, {"id": team, "name": channels[0].team_name, "aadGroupId": group}

    def _of(self, cid: str, tenant: str) -> Conversation:
        """By the conversation's id, or by the team's (whose roster is that of any of its channels)."""
        base = cid.partition(";messageid=")[0]
        of_team = (c for c in self._world.conversations.values() if c.team_id == cid)
        conversation = self._world.conversations.get(base) or next(of_team, None)
        if conversation is None or conversation.tenant != tenant:
            raise Refused(404, "ConversationNotFound")
        if not conversation.installed:
            raise Refused(403, "BotNotInConversationRoster")
        return conversation


def _channel(channel: Conversation) -> Json:
    """General has no name: each client calls it in its own language."""
    return {
        "id": channel.id,
        "name": None if channel.id == channel.team_id else channel.name,
        "type": channel.membership,
    }
