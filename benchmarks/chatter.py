"""What people of a company say to each other all day: nothing that is for the coach, in English and French.

A message has 12 words by the median, from one to some eighty: whole sentences of the stream, the last one cut.
"""

import math
import random
from collections.abc import Iterator
from functools import cache
from typing import Final

from benchmarks.stream import messages
from dialogs.interception.judge import judge

WORDS: Final = 12  # by the median

_SPREAD: Final = 0.7  # of the logarithm of the length: nine in ten have 4 to 38 words


def texts(seed: int, count: int) -> Iterator[str]:
    """`count` messages, none of them tool-first."""
    dice = random.Random(seed)
    found = 0
    while found < count:
        text = _text(dice, max(1, round(dice.lognormvariate(math.log(WORDS), _SPREAD))))
        if not judge(text).intercept:
            found += 1
            yield text


def _text(dice: random.Random, length: int) -> str:
    words: list[str] = []
    while len(words) < length:
        words += dice.choice(_sentences()).split(" ")
    return " ".join(words[:length])


@cache
def _sentences() -> list[str]:
    return [text for text in messages(0) if not judge(text).intercept]
