"""The numbers of Teams, and the two that need counting: the size of a message and the rate of calls.

Sources (Microsoft Learn, read in November 2026): "Format your bot messages" (100 KB, 80 KB advised, UTF-16), "Optimize
your bot with rate limiting" (per thread and per tenant), "Targeted messages" (24 hours), "Universal Actions" (60 users).
"""

from __future__ import annotations

import json
import re
import time
from collections import deque
from typing import Any

from tests.fakes.teams.errors import Refused

MAX_MESSAGE_UTF16 = 100 * 1024
ADVISED_MESSAGE_UTF16 = 80 * 1024
INVOKE_SECONDS = 5.0  # message extensions and dialogs: Teams gives up after about 5 s
ANSWER_SECONDS = 15.0  # the connector's HTTP timeout
TARGETED_SECONDS = 24 * 3600.0
REFRESH_USERS = 60
PRIMARY_ACTIONS = 6
THREAD_LIMITS = ((1, 7), (2, 8), (30, 60), (3600, 1800))  # (seconds, operations) per bot per thread
TENANT_LIMITS = ((1, 50),)  # per app per tenant, all threads together

_PICTURE = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")


def utf16_size(activity: Any) -> int:
    """Bytes of a message as Teams counts them: the payload in UTF-16, base64 images left out."""
    text = _PICTURE.sub("", json.dumps(activity, ensure_ascii=False))
    return len(text.encode("utf-16-le", "surrogatepass"))


class Rates:
    """Counts operations in sliding windows."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[float]] = {}

    def count(self, key: str, limits: tuple[tuple[int, int], ...], *, enforced: bool) -> None:
        """Counts one operation. Refused (429, with Retry-After) and not counted when a window is full."""
        now, seen = time.monotonic(), self._seen.setdefault(key, deque())
        while seen and now - seen[0] > limits[-1][0]:
            seen.popleft()
        for seconds, most in limits if enforced else ():
            if sum(1 for at in seen if now - at < seconds) >= most:
                raise Refused(429, "TooManyRequests", headers={"Retry-After": str(min(seconds, 5))})
        seen.append(now)
