"""What it costs to say a question in Slack: `python -m benchmarks.slack_reply planfirst|sdk MESSAGES`.

Ours draws it and posts it; the peer is slack_sdk's client as it comes, which posts what was drawn already. CPU is the
client's; the Slack that takes it is another process.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from adapters.port import To
from adapters.slack.blocks import Links, rendered
from adapters.slack.place import Place, write
from benchmarks import slack_servers
from benchmarks.measure import WARM_UP, report
from benchmarks.saying import measured, questions
from benchmarks.slack_requests import TEAM
from benchmarks.slack_servers import Slack
from bot.config import SlackSettings
from bot.slack import Slack as OurSlack
from dialogs.replies import Ask
from storage.secrets import KeyRing
from storage.store import Store

TOKEN = "xoxb-0-benchmark"
TALK = Place("D00000001", "1700000000.000100", "1700000000.000100")


async def planfirst(slack: Slack, count: int) -> dict[str, float]:
    """Ours, through the port."""
    with tempfile.TemporaryDirectory() as folder:
        keys = KeyRing.in_folder(Path(folder))
        store = Store.open(f"sqlite:///{folder}/planfirst.db", keys)
        ours, to = (
            OurSlack(SlackSettings(bot_token=TOKEN, api_url=slack.api_url), store, keys),
            To(TEAM, "U1", write(TALK)),
        )
        found = await measured(lambda ask, key: ours.platform.send(to, ask, key), count)
        await ours.close()
        store.close()
    return found


async def sdk(slack: Slack, count: int) -> dict[str, float]:
    """The peer: a new HTTP session for every call, as it makes when it is given none."""
    client, links = AsyncWebClient(TOKEN, base_url=slack.api_url), Links("A0MDYCDME", TEAM)
    drawn = {ask: rendered(ask, links) for ask in questions()}

    async def say(ask: Ask, key: str) -> None:
        await client.chat_postMessage(
            channel=TALK.channel,
            thread_ts=TALK.thread,
            text=drawn[ask].text,
            blocks=drawn[ask].blocks,
            metadata={"event_type": "planfirst", "event_payload": {"key": key}},
            unfurl_links=False,
            unfurl_media=False,
        )

    return await measured(say, count)


def main(kind: str, count: int) -> None:
    """Run the kind that was asked for, and see that everything was said."""
    with slack_servers.fake() as slack:
        found = asyncio.run((planfirst if kind == "planfirst" else sdk)(slack, count))
        assert slack.calls()["chat.postMessage"] == WARM_UP + count, "a message was not said"
        report(found)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
