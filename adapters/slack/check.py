"""What `planfirst doctor` asks Slack: do the tokens work, were all scopes granted, can Socket Mode connect.

Every answer says what to do. Slack tells nobody which events an app subscribed to, so that is judged by the scopes that
events need, and by when something last came in, which the caller knows.
"""

from typing import Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.finding import Finding
from adapters.slack.manifest import SCOPES

WAIT: Final = 10  # seconds for one answer: an operator waits


async def check_token(api_url: str, token: str) -> list[Finding]:
    """Whether a bot token works, and what it may do."""
    client = AsyncWebClient(token=token, base_url=api_url, timeout=WAIT)
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        return [
            Finding(
                False,
                "slack token",
                f"refused ({error.response['error']}): install the app again, or copy its token anew",
            )
        ]
    except Exception as error:
        return [Finding(False, "slack token", f"{type(error).__name__}: is {api_url} reachable from here?")]
    workspace = f"slack token of {answer['team']}"
    granted = set(answer.headers.get("x-oauth-scopes", "").replace(" ", "").split(",")) - {""}
    return [Finding(True, workspace, f"works, as {answer['user']}"), _scopes(granted)]


async def check_app_token(api_url: str, app_token: str) -> Finding:
    """Whether Socket Mode can connect."""
    client = AsyncWebClient(token=app_token, base_url=api_url, timeout=WAIT)
    try:
        await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        reason = f"refused ({error.response['error']}): make one with connections:write, and turn Socket Mode on"
        return Finding(False, "slack app token", reason)
    except Exception as error:
        return Finding(False, "slack app token", f"{type(error).__name__}: is {api_url} reachable from here?")
    return Finding(True, "slack app token", "Socket Mode can connect")


def _scopes(granted: set[str]) -> Finding:
    missing, idle = sorted(SCOPES.keys() - granted), sorted(granted - SCOPES.keys())
    if missing:
        return Finding(False, "slack scopes", f"missing {', '.join(missing)}: add them, then install the app again")
    found = f"all {len(SCOPES)} granted"
    return Finding(True, "slack scopes", f"{found}; not needed: {', '.join(idle)}" if idle else found)
