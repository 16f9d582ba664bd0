"""What it costs to say a question in Teams: `python -m benchmarks.teams_reply planfirst|botbuilder MESSAGES`.

Ours draws the card and posts it; the peer is botbuilder's client, new each time as its CloudAdapter makes it, which
posts what was drawn already. Both are told their token at once. CPU is the client's; who takes it is another process.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from botbuilder.schema import Activity, Attachment
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import MicrosoftAppCredentials

from adapters.port import To
from adapters.teams import cards
from adapters.teams.addresses import Addresses
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.hosts import Hosts
from adapters.teams.http import Http
from adapters.teams.place import Place, write
from adapters.teams.sending import TeamsPlatform
from benchmarks import teams_servers
from benchmarks.measure import WARM_UP, report
from benchmarks.saying import measured, questions
from benchmarks.teams_requests import APP_ID, TENANT
from benchmarks.teams_servers import Microsoft
from bot.teams import StoredAddresses
from dialogs.replies import Ask
from storage.secrets import KeyRing
from storage.store import Store

TOKEN = "benchmark"
CHAT = "a:1pL6i0oY3C0K8oAj8cNI1bY8uGKWOZ4BQ2vH0UQqSnYjgFkGlRLPbtHIo7DmWC2rNQkR0QZ8Kp"
PERSON, BOT = "29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85g", f"28:{APP_ID}"


class Told(Credentials):
    """Ours, which need not ask."""

    async def token(self) -> str:
        """The token."""
        return TOKEN


class AlsoTold(MicrosoftAppCredentials):  # type: ignore[misc] # the SDK has no types
    """The peer's, which need not ask."""

    def get_access_token(self, force_refresh: bool = False) -> str:
        """The token."""
        return TOKEN


async def planfirst(microsoft: Microsoft, count: int) -> dict[str, float]:
    """Ours, through the port; where the person is reached is in a database."""
    place = Place(microsoft.url, CHAT, "personal", "1700000000000", PERSON, BOT)
    to, http = To(TENANT, "7b6b7b3f-52c5-4c2f-8ad6-000000000001", write(place)), Http()
    connector = Connector(Told(APP_ID, "secret", TENANT), http, Hosts(["127.0.0.1"]))
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{folder}/planfirst.db", KeyRing.in_folder(Path(folder)))
        ours = TeamsPlatform(connector, Addresses(StoredAddresses(store)), app_id=APP_ID)
        found = await measured(lambda ask, key: ours.send(to, ask, key), count)
        store.close()
    await http.close()
    return found


async def botbuilder(microsoft: Microsoft, count: int) -> dict[str, float]:
    """The peer."""
    drawn = {ask: _drawn(ask) for ask in questions()}

    async def say(ask: Ask, _key: str) -> None:
        client = ConnectorClient(AlsoTold(APP_ID, "secret", TENANT), base_url=microsoft.url)
        await client.conversations.send_to_conversation(CHAT, drawn[ask])

    return await measured(say, count)


def _drawn(ask: Ask) -> Activity:
    message = cards.message(ask)
    card = message["attachments"][0]
    attachment = Attachment(content_type=card["contentType"], content=card["content"])
    return Activity(type="message", summary=message["summary"], attachments=[attachment])


def main(kind: str, count: int) -> None:
    """Run the kind that was asked for, and see that everything was said."""
    with teams_servers.fake() as microsoft:
        found = asyncio.run((planfirst if kind == "planfirst" else botbuilder)(microsoft, count))
        assert microsoft.calls() == {"POST": WARM_UP + count}, "a message was not said"
        report(found)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
