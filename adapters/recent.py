"""What a process knows of late, so that it need not ask again: so many things, each for a while."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Held(NamedTuple, Generic[V]):
    value: V
    until: float


class Recent(Generic[K, V]):
    """At most `most` values, each until its time is over; the one that was used longest ago goes first."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds, in whose terms things are held."""
        self._most = most
        self._clock = clock
        self._held: OrderedDict[K, _Held[V]] = OrderedDict()

    def get(self, key: K) -> V | None:
        """What is known; None when it is not, or no longer."""
        held = self._held.get(key)
        if held is None or held.until <= self._clock():
            return None
        self._held.move_to_end(key)
        return held.value

    def put(self, key: K, value: V, seconds: float) -> None:
        """It is known for so many seconds."""
        self._held[key] = _Held(value, self._clock() + seconds)
        self._held.move_to_end(key)
        if len(self._held) > self._most:
            self._held.popitem(last=False)

    def drop(self, key: K) -> None:
        """It is known no longer. It may not have been."""
        self._held.pop(key, None)
