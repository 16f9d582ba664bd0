"""The local Teams without a whole bot: places where the app is installed, and a clock that a test may turn."""

from tests.fakes.teams import Conversation, TeamsSim, User


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


async def chat_of(teams: TeamsSim, user: User) -> Conversation:
    """The personal chat with the coach, where the app is installed; the coach was told nothing."""
    chat = await teams.personal(user, install=False)
    chat.installed = True
    return chat


async def channel_of(teams: TeamsSim, *users: User) -> Conversation:
    """A channel where the app is installed; the coach was told nothing, and hears only who calls it."""
    channel = await teams.channel("Product", "Ideas", list(users), install=False)
    channel.installed = True
    return channel
