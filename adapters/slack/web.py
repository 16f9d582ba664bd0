"""The paths that Slack and whoever installs the app call, in the application of the process."""

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow

from adapters.slack.app import SlackApp


def add_slack(app: web.Application, slack: SlackApp, flow: AsyncOAuthFlow | None) -> None:
    """Add /slack/events, and where the app can be installed /slack/install and /slack/oauth_redirect.

    Slack's payloads are small; a body above the application's `client_max_size` (1 MB by default) gets 413.
    """
    app.router.add_post("/slack/events", slack.handle)
    if flow is None:
        return

    async def install(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_installation(await to_bolt_request(request)))

    async def come_back(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_callback(await to_bolt_request(request)))

    app.router.add_get(flow.install_path, install)
    app.router.add_get(flow.redirect_uri_path, come_back)
