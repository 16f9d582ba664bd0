"""How sure the judge has to be before the coach may speak: what the people of a channel choose.

The score is of `judge.Finding`, from 0 to 1. In strict mode nearly every offer is right and many messages are missed;
in eager mode it is the other way round.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

Mode = Literal["strict", "normal", "eager"]

THRESHOLDS: Final[Mapping[Mode, float]] = MappingProxyType({"strict": 0.8, "normal": 0.6, "eager": 0.45})
