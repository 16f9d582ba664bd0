"""Planfirst as `planfirst run` starts it, which kills itself where it is told, and makes offers at any hour.

`python -m tests.bot.teams.process`, told by the environment: CRASH_PORT, CRASH_AT as for Slack's, and the settings that
every deployment has. Offers wait for working hours; a test cannot.
"""

import os
import sys
from functools import partial

from bot import cli, wiring, worker
from tests.bot.slack.process import dying_at

if __name__ == "__main__":
    os.environ["PLANFIRST_PORT"] = os.environ["CRASH_PORT"]
    worker.Runtime = partial(worker.Runtime, at=dying_at(os.environ["CRASH_AT"]))  # type: ignore[misc, assignment]
    wiring.Desk = partial(wiring.Desk, any_hour=True)  # type: ignore[assignment, attr-defined]
    sys.exit(cli.main(["run"]))
