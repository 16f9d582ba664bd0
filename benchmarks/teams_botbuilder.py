"""The peer: botbuilder's adapter as the samples have it, with an empty handler.

`python -m benchmarks.teams_botbuilder PORT METADATA_URL`. Where Teams' keys are is all that is not as it comes.
"""

import logging
import sys
from types import SimpleNamespace

from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.core.integration import aiohttp_error_middleware
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botframework.connector.auth import ChannelValidation

from benchmarks.teams_requests import APP_ID, TENANT


class Bot(ActivityHandler):  # type: ignore[misc] # the SDK has no types
    """Hears a message and does nothing."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Nothing."""


def main(port: int, metadata_url: str) -> None:
    """Serve until killed."""
    logging.disable(logging.WARNING)  # of each field that Teams has and the SDK does not know: terminals cost more
    ChannelValidation.open_id_metadata_endpoint = metadata_url
    config = SimpleNamespace(APP_ID=APP_ID, APP_PASSWORD="secret", APP_TYPE="SingleTenant", APP_TENANTID=TENANT)
    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(config)), Bot()

    async def messages(request: web.Request) -> web.Response:
        answer: web.Response = await adapter.process(request, bot)
        return answer

    app = web.Application(middlewares=[aiohttp_error_middleware])
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
