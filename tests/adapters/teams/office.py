"""Our side of Teams, put together as the bot does it, for tests that talk to the local Teams without a whole bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.teams.addresses import Address
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.hosts import Hosts
from adapters.teams.http import Http
from dialogs.person import PersonId
from tests.fakes.teams import Conversation, TeamsSim, User

APP, SECRET = "11111111-2222-3333-4444-555555555555", "the-secret-of-the-bot"
NOBODY = "http://127.0.0.1:9/"  # nobody listens there


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class KeptInMemory:
    """Where addresses are kept; `asked` and `written` count."""

    def __init__(self) -> None:
        self.addresses: dict[PersonId, Address] = {}
        self.asked = self.written = 0

    async def get(self, person: PersonId) -> Address | None:
        self.asked += 1
        return self.addresses.get(person)

    async def put(self, person: PersonId, address: Address) -> None:
        self.written += 1
        self.addresses[person] = address

    async def remove(self, person: PersonId) -> None:
        self.addresses.pop(person, None)


@asynccontextmanager
async def local_teams() -> AsyncIterator[TeamsSim]:
    """A Teams whose people are played by hand: it has nobody to deliver to."""
    async with TeamsSim(NOBODY, app_id=APP, app_secret=SECRET, quiet=0.02) as teams:
        yield teams


@asynccontextmanager
async def our_http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.close()


def credentials_in(teams: TeamsSim, secret: str = SECRET) -> Credentials:
    return Credentials(APP, secret, teams.tenant, teams.authority)


def connector_to(teams: TeamsSim, http: Http, credentials: Credentials | None = None) -> Connector:
    return Connector(credentials or credentials_in(teams), http, Hosts(["127.0.0.1"]))


async def chat_of(teams: TeamsSim, user: User) -> Conversation:
    """The personal chat with the coach, where the app is installed; the coach was told nothing."""
    chat = await teams.personal(user, install=False)
    chat.installed = True
    return chat


async def channel_of(teams: TeamsSim, *users: User) -> Conversation:
    channel = await teams.channel("Product", "Ideas", list(users), install=False)
    channel.installed = True
    return channel
