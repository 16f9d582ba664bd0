"""What Slack's failures mean for a message: that it never arrives, surely did not yet, or may have.

Codes: docs.slack.dev, the errors of chat.postMessage, chat.postEphemeral, chat.update, chat.delete and
conversations.open. A code that is not named here says that the message, or its receiver, is not possible.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.port import DeliveryFailed, InDoubt, Later, Refused
from adapters.slack.client import code_in
from adapters.slack.workspaces import Gone, Unready

UNREADY: Final = 60.0  # seconds until a token that cannot be had now is asked for again
MIGRATION: Final = 60.0  # seconds; a workspace that joins an organisation answers on and off for some hours

# "It's possible some aspect of the operation succeeded before the error was raised" (fatal_error, internal_error).
_IN_DOUBT: Final = {"fatal_error", "internal_error", "service_unavailable", "request_timeout"}
_BUSY: Final = {"ratelimited", "rate_limited"}
_MIGRATES: Final = {"team_added_to_org", "org_login_required"}


@contextmanager
def as_the_port_says() -> Iterator[None]:
    """Failures of Slack inside come out as Refused, Later or InDoubt, with no word of a message in them."""
    try:
        yield
    except Gone:
        raise Refused("not_installed") from None
    except Unready:
        raise Later(UNREADY) from None
    except SlackApiError as error:
        raise _answered(error.response) from None
    except aiohttp.ClientConnectorError:
        raise Later from None  # refused, or no such host: nothing was sent
    except aiohttp.ConnectionTimeoutError:
        raise Later from None
    except (aiohttp.ClientError, TimeoutError):
        raise InDoubt from None


def of_status(status: int, headers: Any, code: str = "") -> DeliveryFailed:
    """What an answer means that has only its HTTP status, or a code as well."""
    if status == 429 or code in _BUSY:
        return Later(_seconds(headers.get("Retry-After")))
    if status >= 500 or code in _IN_DOUBT or (status == 200 and not code):
        return InDoubt()
    if code in _MIGRATES:
        return Later(MIGRATION)
    # No code and no failure of Slack's: something between us refused it. That passes.
    return Refused(code) if code else Later()


def _answered(response: Any) -> DeliveryFailed:
    if isinstance(response, aiohttp.ClientResponse):  # the SDK could not read it
        return of_status(response.status, response.headers)
    return of_status(response.status_code, response.headers, code_in(response))


def _seconds(retry_after: str | None) -> float | None:
    try:
        return float(retry_after) if retry_after else None
    except ValueError:
        return None
