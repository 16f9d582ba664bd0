"""Everything that happened, and everything real Teams would object to."""

from __future__ import annotations

from tests.fakes.teams.cards import Json
from tests.fakes.teams.errors import Refused
from tests.fakes.teams.turns import Attempt, Call


class Record:
    """`violations`: what Teams would refuse, or a user would not get. `warnings`: what a reader should look at."""

    def __init__(self) -> None:
        self.calls: list[Call] = []  # the bot's, to the connector
        self.deliveries: list[Attempt] = []  # Teams', to the bot
        self.token_requests: list[Json] = []  # the bot's, to Entra
        self.violations: list[str] = []
        self.warnings: list[str] = []

    def violation(self, text: str) -> None:
        self.violations.append(text)

    def refusal(self, violation: str, status: int, code: str, words: str = "") -> Refused:
        """Notes what is wrong; the caller raises what comes back."""
        self.violation(violation)
        return Refused(status, code, words)

    def assert_clean(self) -> None:
        assert not self.violations, "Teams would object:\n  " + "\n  ".join(self.violations)
