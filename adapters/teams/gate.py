"""The gate in front of botbuilder: whose activity it is, whether it can be read, and whether it matters at all.

Nearly every activity is a channel message that is not tool-first. It ends here: its token known, read no further than
needed, judged in memory and forgotten; no disk, no call of Teams, no log. What does matter goes on.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, Protocol, final

import msgspec

from adapters.teams.hosts import Hosts
from adapters.teams.place import PERSONAL
from adapters.teams.text import typed
from adapters.teams.trust import Untrusted
from dialogs.interception.judge import Finding

_WANTED: Final = frozenset({"message", "messageUpdate", "messageDelete", "invoke", "installationUpdate"})
_JSON: Final = "application/json"


class Refuse(NamedTuple):
    """No activity (400), not from Teams (401), not to be answered (403): of another company, or at a host that is not
    Teams'. `why` is a word."""

    status: int
    why: str


@final
class Forget:
    """Nothing for the coach: 200, and that is all."""


FORGET: Final = Forget()


class Account(msgspec.Struct, gc=False):
    """A person ("29:...") or a bot ("28:..."). `aad_object_id` is a person's own in their company's directory."""

    id: str = ""
    name: str | None = None
    aad_object_id: str | None = msgspec.field(default=None, name="aadObjectId")
    is_targeted: bool | None = msgspec.field(default=None, name="isTargeted")


class Conversation(msgspec.Struct, gc=False):
    """Where it was said. In a channel `id` names the thread too: "<channel>;messageid=<its first message>"."""

    id: str
    kind: str | None = msgspec.field(default=None, name="conversationType")
    name: str | None = None


class _Id(msgspec.Struct, gc=False):
    id: str | None = None


class _Data(msgspec.Struct, rename="camel"):
    tenant: _Id | None = None
    team: _Id | None = None
    event_type: str | None = None


class Activity(msgspec.Struct, rename="camel"):
    """As much of an activity as anything here looks at; what Teams leaves away or null is None."""

    type: str
    service_url: str
    channel_id: str
    conversation: Conversation
    from_: Account | None = msgspec.field(default=None, name="from")
    recipient: Account | None = None
    id: str | None = None
    timestamp: str | None = None
    local_timestamp: str | None = None
    reply_to_id: str | None = None
    text: str | None = None
    entities: list[dict[str, Any]] | None = None
    attachments: list[dict[str, Any]] | None = None
    channel_data: _Data | None = None
    name: str | None = None
    action: str | None = None
    value: Any = None

    @property
    def company(self) -> str:
        """The tenant that it happened in; empty when it tells none."""
        tenant = self.channel_data.tenant if self.channel_data else None
        return (tenant.id if tenant else None) or ""

    @property
    def team(self) -> str:
        """The team whose channel it happened in; empty elsewhere."""
        team = self.channel_data.team if self.channel_data else None
        return (team.id if team else None) or ""

    @property
    def private(self) -> bool:
        """Whether it is of the talk between the two of us."""
        return self.conversation.kind == PERSONAL

    @property
    def by_bot(self) -> bool:
        """Whether a bot said it, or nobody did. Ids of people begin with 29, those of bots with 28."""
        return self.from_ is None or not self.from_.id or self.from_.id.startswith("28:")

    @property
    def addressed(self) -> bool:
        """Whether it speaks to us: by a mention, or by a slash command, which nobody else sees."""
        us = self.recipient
        return us is not None and (bool(us.is_targeted) or any(_mentions(us.id, one) for one in self.entities or ()))

    def words(self, *, at: bool = False) -> str:
        """What the person typed, without mentions of bots and quotes. `at`: who else is mentioned is "@First name"."""
        said = {"text": self.text, "entities": self.entities or [], "attachments": self.attachments or []}
        return typed(said, at=at)


class Pass(NamedTuple):
    """For the coach: the activity as it is read here, all of it, and what its token says."""

    activity: Activity
    payload: dict[str, Any]
    claims: Mapping[str, Any]


class Trust(Protocol):
    """Who knows Teams' tokens."""

    async def check(self, authorization: str, channel_id: str, service_url: str) -> Mapping[str, Any]:
        """The claims of the token. Raises Untrusted."""


class Gate:
    """Who may come in. `judge` says what of a channel message matters (None: nothing); `home` is the app's own tenant.

    Nothing that is said here is ever logged.
    """

    def __init__(self, trust: Trust, hosts: Hosts, judge: Callable[[str], Finding | None], home: str) -> None:
        self._trust = trust
        self._hosts = hosts
        self._judge = judge
        self._home = home.lower()
        self._activities = msgspec.json.Decoder(Activity)
        self._objects = msgspec.json.Decoder(dict[str, Any])

    async def look(self, headers: Mapping[str, str], body: bytes) -> Refuse | Forget | Pass:
        """What is to become of a POST. `headers` are looked up in any case, as aiohttp has them."""
        if not headers.get("Content-Type", "").lower().startswith(_JSON):
            return Refuse(400, "no_json")
        try:
            activity = self._activities.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return Refuse(400, "no_activity")
        try:
            authorization = headers.get("Authorization", "")
            claims = await self._trust.check(authorization, activity.channel_id, activity.service_url)
        except Untrusted as refused:
            return Refuse(401, str(refused))
        if not self._hosts.allow(activity.service_url):
            return Refuse(403, "service_host")
        if activity.company.lower() not in ("", self._home):  # Entra gives a single-tenant app no word to say there
            return Refuse(403, "tenant")
        return Pass(activity, self._objects.decode(body), claims) if self._matters(activity) else FORGET

    def _matters(self, activity: Activity) -> bool:
        if activity.type not in _WANTED or activity.by_bot:
            return False
        # What changed or went may be what an offer was made for, and Teams does not say what it was before.
        if activity.type != "message" or activity.private:
            return True
        # A press of an older client comes as a message with a value and without words.
        return activity.value is not None or activity.addressed or self._judge(activity.words()) is not None


def _mentions(us: str, entity: Mapping[str, Any]) -> bool:
    mentioned = entity.get("mentioned")
    return entity.get("type") == "mention" and isinstance(mentioned, dict) and mentioned.get("id") == us
