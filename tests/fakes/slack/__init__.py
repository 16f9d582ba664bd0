"""A strict local Slack for tests: what Slack would refuse is refused here, what people cannot do is CannotDo."""

from tests.fakes.slack.shapes import (
    Attempt,
    Call,
    CannotDo,
    Channel,
    Delivery,
    Installation,
    Message,
    User,
    View,
    Workspace,
)
from tests.fakes.slack.signing import sign
from tests.fakes.slack.sim import SlackSim
from tests.fakes.slack.typed_text import as_typed

__all__ = [
    "Attempt",
    "Call",
    "CannotDo",
    "Channel",
    "Delivery",
    "Installation",
    "Message",
    "SlackSim",
    "User",
    "View",
    "Workspace",
    "as_typed",
    "sign",
]
