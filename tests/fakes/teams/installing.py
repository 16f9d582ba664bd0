"""Making places, installing and removing the app there, and who comes and goes."""

from __future__ import annotations

import uuid
from typing import Any

from tests.fakes.teams.cards import Json
from tests.fakes.teams.delivery import Delivery
from tests.fakes.teams.people import Conversation, User
from tests.fakes.teams.turns import Turn


class Installing(Delivery):
    """`install=False` makes a place where nobody installed the app yet."""

    async def personal(self, user: User, *, install: bool = True) -> Conversation:
        conversation = self.personal_of(user) or self.place("a:1" + uuid.uuid4().hex, "personal", [user])
        if install and not conversation.installed:
            await self.install(conversation, user)
        return conversation

    async def group(self, name: str, members: list[User], *, rsc: bool = False, install: bool = True) -> Conversation:
        cid = f"19:{uuid.uuid4().hex}@thread.v2"
        conversation = self.place(cid, "groupChat", members, name=name, rsc=rsc)
        if install:
            await self.install(conversation, members[0])
        return conversation

    async def channel(
        self, team: str, name: str, members: list[User], *, rsc: bool = False, install: bool = True
    ) -> Conversation:
        """A standard channel; "General" has the id of its team."""
        known = (
            c.team_id for c in self.conversations.values() if c.team_name == team and c.tenant == members[0].tenant
        )
        team_id = next(known, None) or f"19:{uuid.uuid4().hex}@thread.tacv2"
        cid = team_id if name == "General" else f"19:{uuid.uuid4().hex}@thread.tacv2"
        where = {"name": name, "team_id": team_id, "team_name": team}
        conversation = self.place(cid, "channel", members, rsc=rsc, **where)
        if install:
            await self.install(conversation, members[0])
        return conversation

    async def install(
        self, conversation: Conversation, by: User, *, upgrade: bool = False, rsc: bool | None = None, **post: Any
    ) -> list[Turn]:
        """`rsc` says whether the owner consents now to the app reading unmentioned messages (None: as before)."""
        conversation.installed = True
        conversation.rsc = conversation.rsc if rsc is None else rsc
        action = "add-upgrade" if upgrade else "add"
        turns = [await self.deliver(self.activity("installationUpdate", by, conversation, action=action), **post)]
        if not upgrade:  # a new version of the app comes without conversationUpdate
            added = [{"id": self.bot["id"]}, *([_member(by)] if conversation.type == "personal" else [])]
            turns.append(await self._members_changed(by, conversation, "Added", added, **post))
        return turns

    async def uninstall(self, conversation: Conversation, by: User, *, upgrade: bool = False) -> Turn:
        """The app is taken away, or (`upgrade`) replaced by a version that does not know this place any more."""
        action = "remove-upgrade" if upgrade else "remove"
        turn = await self.deliver(self.activity("installationUpdate", by, conversation, action=action))
        conversation.installed = conversation.rsc = False
        return turn

    async def add_member(self, conversation: Conversation, user: User) -> Turn:
        conversation.members.append(user)
        return await self._members_changed(user, conversation, "Added", [_member(user)])

    async def remove_member(self, conversation: Conversation, user: User) -> Turn:
        conversation.members.remove(user)
        return await self._members_changed(user, conversation, "Removed", [_member(user)])

    async def _members_changed(
        self, by: User, conversation: Conversation, how: str, who: list[Json], **post: Any
    ) -> Turn:
        event = {"eventType": f"teamMember{how}"} if conversation.type == "channel" else {}
        changed: Json = {f"members{how}": who}
        update = self.activity("conversationUpdate", by, conversation, channelData=event, **changed)
        return await self.deliver(update, **post)


def _member(user: User) -> Json:
    return {"id": user.id, "aadObjectId": user.aad}
