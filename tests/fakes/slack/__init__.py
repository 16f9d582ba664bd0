"""A strict local Slack for tests: what Slack would refuse is refused here, what people cannot do is CannotDo."""

from tests.fakes.slack.sim import (
    Attempt,
    Call,
    CannotDo,
    Channel,
    Delivery,
    Installation,
    Message,
    SlackSim,
    User,
    View,
    Workspace,
    as_typed,
    sign,
)

__all__ = [
    "Attempt", "Call", "CannotDo", "Channel", "Delivery", "Installation", "Message", "SlackSim", "User", "View",
    "Workspace", "as_typed", "sign",
]  # fmt: skip
