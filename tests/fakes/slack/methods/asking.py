"""How a Web API method is written down: its scope, its tier, the function that answers; and what many of them ask."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.screens import Screens
from tests.fakes.slack.shapes import Call, Channel, Installation, SlackError, User, Workspace

READ = {"channel": "channels:read", "group": "groups:read", "im": "im:read", "mpim": "mpim:read"}
HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history", "mpim": "mpim:history"}


class Ask(NamedTuple):
    """One call: who asks, in which workspace, for what."""

    slack: Screens
    args: Json
    bot: Installation
    team: str
    call: Call

    @property
    def workspace(self) -> Workspace:
        return self.slack.workspaces[self.team]

    def flag(self, name: str) -> bool:
        """A boolean argument, as JSON or as form text."""
        return str(self.args.get(name)).lower() in ("true", "1")

    def need(self, scope: str | None) -> None:
        """Raises missing_scope."""
        if scope and scope not in self.bot.scopes:
            raise SlackError("missing_scope", needed=scope, provided=",".join(sorted(self.bot.scopes)))

    def need_team(self) -> None:
        """docs: team_id is required when the token belongs to an org-wide app."""
        if self.bot.org_wide and not self.args.get("team_id"):
            raise SlackError("missing_argument")

    def object_to(self, what: str, at: str) -> None:
        """Slack takes it, and yet it is a mistake."""
        self.call.violations.append(f"{what} [json-pointer:/{at}]")

    def person(self, user: str) -> User:
        found = self.slack.find_user(self.team, user)
        if found is None:
            raise SlackError("user_not_found")
        return found

    def target(self) -> Channel:
        """The conversation a bot wants to write to, and may; a user id means the DM with this user."""
        wanted = str(self.args["channel"])
        user = self.slack.find_user(self.team, wanted)
        if user:
            return self._dm(user)
        channel = self.slack.find_channel(self.team, wanted)
        if channel is None:
            raise SlackError("channel_not_found")
        if channel.archived:
            raise SlackError("is_archived")
        open_to_all = channel.kind == "channel" and "chat:write.public" in self.bot.scopes
        if self.bot.bot_user not in channel.members and not open_to_all:
            raise SlackError("not_in_channel" if channel.kind == "channel" else "channel_not_found")
        return channel

    def _dm(self, user: User) -> Channel:
        if user.is_bot:
            raise SlackError("cannot_dm_bot")
        if user.deleted:
            raise SlackError("user_disabled")
        return self.slack.dm(user)

    def readable(self, scopes: dict[str, str]) -> Channel:
        """The conversation a bot wants to read, and may; `scopes`: READ or HISTORY."""
        channel = self.slack.find_channel(self.team, str(self.args.get("channel", "")))
        if channel is None or (channel.kind != "channel" and self.bot.bot_user not in channel.members):
            raise SlackError("channel_not_found")
        self.need(scopes[channel.kind])
        return channel

    def page(self, found: list[Any], default: int, cap: int) -> tuple[list[Any], Json]:
        """One page of `found`, and where the next one starts."""
        limit = max(1, min(int(self.args.get("limit") or default), cap))
        cursor = str(self.args.get("cursor") or "0")
        if not cursor.isdigit() or int(cursor) > len(found):
            raise SlackError("invalid_cursor")
        end = int(cursor) + limit
        following = str(end) if end < len(found) else ""
        return found[int(cursor) : end], {"response_metadata": {"next_cursor": following}}


class Method(NamedTuple):
    """`tier`: 1 to 4, None where Slack counts in another way."""

    answer: Callable[[Ask], Json]
    scope: str | None
    tier: int | None


METHODS: dict[str, Method] = {}


def method(
    name: str, scope: str | None = None, tier: int | None = None
) -> Callable[[Callable[[Ask], Json]], Callable[[Ask], Json]]:
    """Write `name` down as a method that the local Slack knows."""

    def known(answer: Callable[[Ask], Json]) -> Callable[[Ask], Json]:
        METHODS[name] = Method(answer, scope, tier)
        return answer

    return known
