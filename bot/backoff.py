"""How long to wait before another attempt: twice as long each time, with jitter so that nobody tries in step."""

import random
from collections.abc import Callable
from typing import Final

Jitter = Callable[[], float]  # a factor around 1

FIRST: Final = 0.25  # seconds
LONGEST: Final = 300.0


def jitter() -> float:
    """Up to a third more or less."""
    return random.uniform(0.7, 1.3)  # noqa: S311 - spreads load, guards nothing


def delay(attempts: int, factor: Jitter = jitter) -> float:
    """Seconds to wait after that many failed attempts, 1 or more."""
    return min(FIRST * 2.0 ** min(attempts - 1, 20), LONGEST) * factor()
