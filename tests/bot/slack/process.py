"""Planfirst for Slack as `planfirst run` starts it, which kills itself where it is told.

`python -m tests.bot.slack.process`, told by the environment: CRASH_PORT, CRASH_AT ("after_send 2": when it passes that
point for the second time; empty: never), and the settings that every deployment has.
"""

import os
import signal
import sys
from functools import partial

from bot import cli, worker
from bot.intake import At


def dying_at(told: str) -> At:
    """What dies at that point; it is told of every point that is passed."""
    point, _, times = told.partition(" ")
    passed: list[str] = []

    def at(here: str) -> None:
        passed.append(here)
        if here == point and passed.count(point) == int(times):
            os.kill(os.getpid(), signal.SIGKILL)

    return at


if __name__ == "__main__":
    os.environ["PLANFIRST_PORT"] = os.environ["CRASH_PORT"]
    worker.Runtime = partial(worker.Runtime, at=dying_at(os.environ["CRASH_AT"]))  # type: ignore[misc, assignment]
    sys.exit(cli.main(["run"]))
