"""What the figures are held against: how many times a peer's speed we want, and how much we may cost.

A figure is named `<contestant>.<what>`, as the runner collects it.
"""

from typing import NamedTuple


class Faster(NamedTuple):
    """Our figure against a peer's in the same round: the peer's cost divided by ours, in times."""

    name: str
    what: str
    ours: str
    peer: str
    must: float
    aim: float

    def reached(self, figures: dict[str, float]) -> float:
        """How many times cheaper than the peer we were in one round."""
        return figures[self.peer] / figures[self.ours]


class Within(NamedTuple):
    """Our figure against a limit of its own, in its own unit."""

    name: str
    what: str
    ours: str
    must: float
    aim: float


FASTER = (
    Faster("G1", "Slack message that is no matter, CPU, vs slack-bolt with an empty listener",
           "slack events.cpu_us", "bolt events.cpu_us", 2, 2.5),
    Faster("G1b", "the same over one connection, wall, ms",
           "slack events.alone_p50_ms", "bolt events.alone_p50_ms", 1, 1.25),
    Faster("G2", "Teams message that is no matter, CPU, vs botbuilder with an empty handler",
           "teams events.cpu_us", "botbuilder teams.cpu_us", 20, 80),
    Faster("G2b", "the same, vs aiohttp and a signature checked each time",
           "teams events.cpu_us", "bare teams.cpu_us", 1.5, 2),
    Faster("G3", "persisted turn, CPU, vs botbuilder on SQLite",
           "planfirst sqlite.cpu_us", "botbuilder sqlite.cpu_us", 2.5, 4),
    Faster("G3b", "persisted turn, wall, vs botbuilder on SQLite",
           "planfirst sqlite.wall_us", "botbuilder sqlite.wall_us", 2, 4),
    Faster("G4", "engine alone, vs botbuilder in memory",
           "planfirst memory.cpu_us", "botbuilder memory.cpu_us", 20, 60),
    Faster("G4b", "engine alone, vs opsdroid in memory",
           "planfirst memory.cpu_us", "opsdroid memory.cpu_us", 1.5, 4),
    Faster("G5", "judging a message, vs a naive pattern of 200 alternatives",
           "judging.judge_us", "judging.naive_us", 2, 6.7),
    Faster("G5c", "judging 4,000 characters, vs two patterns on the text lowered once",
           "judging.judge_4000_us", "judging.two_step_4000_us", 0.5, 2),
    Faster("G9", "question drawn and posted in Slack, CPU, vs slack_sdk as it comes",
           "slack reply.cpu_us", "sdk reply.cpu_us", round(1 / 0.7, 2), 2),
    Faster("G9b", "question drawn and posted in Teams, CPU, vs botbuilder's client as it comes",
           "teams reply.cpu_us", "botbuilder reply.cpu_us", 10, round(1 / 0.06, 1)),
)  # fmt: skip

WITHIN = (
    Within("G5", "judging a message, µs", "judging.judge_us", 10, 3),
    Within("-", "importing all of dialogs, ms of CPU above the bare interpreter", "imports.dialogs_cpu_ms", 60, 60),
    Within("-", "memory gained over 1,000 whole talks, MB", "planfirst whole.gained_mb", 10, 5),
    Within("G10", "memory gained over 100,000 Slack messages that are no matter, MB", "slack events.gained_mb", 10, 5),
    Within("G10", "memory gained over 30,000 Teams messages that are no matter, MB", "teams events.gained_mb", 10, 5),
    Within("G11", "calls of Slack for them", "slack events.api_calls", 0, 0),
    Within("G11", "calls of Teams for them", "teams events.api_calls", 0, 0),
)
