"""A strict local Microsoft Teams for tests: what Teams would refuse is refused here, what people cannot do is UserError."""

from tests.fakes.teams.channel_tokens import ISSUER
from tests.fakes.teams.errors import BotUnreachable, UserError
from tests.fakes.teams.people import Conversation, Message, User
from tests.fakes.teams.sim import TeamsSim
from tests.fakes.teams.turns import Attempt, Call, Dialog, Turn

__all__ = [
    "ISSUER", "Attempt", "BotUnreachable", "Call", "Conversation", "Dialog", "Message", "TeamsSim", "Turn", "User", "UserError",
]  # fmt: skip
