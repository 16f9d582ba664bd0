"""The questions of a talk, said one after the other: what one costs whoever says it."""

from collections.abc import Awaitable, Callable
from statistics import median

from benchmarks.measure import WARM_UP, stop_watch
from benchmarks.talk import COMPANY, MOMENT, beginning, events
from dialogs.engine import step
from dialogs.replies import Ask

Say = Callable[[Ask, str], Awaitable[object]]


def questions() -> list[Ask]:
    """All that is asked in one whole talk."""
    talk, found = beginning(), list[Ask]()
    for event in events(0):
        outcome = step(talk, event, MOMENT, COMPANY)
        talk = outcome.conversation
        found += [reply for reply in outcome.replies if isinstance(reply, Ask)]
    return found


async def measured(say: Say, count: int) -> dict[str, float]:
    """Cost of a message, one after the other."""
    asked = questions()
    for number in range(WARM_UP):
        await say(asked[number % len(asked)], f"warm-up-{number}")
    took = list[float]()
    with stop_watch() as laps:
        for number in range(count):
            with stop_watch() as one:
                await say(asked[number % len(asked)], f"message-{number}")
            took.append(one[0].wall)
    return {"cpu_us": laps[0].cpu / count * 1e6, "p50_ms": median(took) * 1e3}
