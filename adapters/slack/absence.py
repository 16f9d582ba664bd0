"""Whether somebody is out of office, as far as their Slack status says so.

Slack has no word for it. Two of its suggestions mean a day without work: “Vacationing” and “Out sick”, told by their
signs, which are the same in every language. Else a few words of people's own do. A status that is over tells nothing.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

_SIGNS: Final = frozenset({":palm_tree:", ":face_with_thermometer:"})
_WORDS: Final = re.compile(
    r"\b(?:ooo|out of (?:the )?office|on (?:\w+ )?leave|on holidays?|on vacation|vacationing|out sick|sick leave"
    r"|absente?|en congés?|en vacances|congé \w+|arrêt maladie)\b",
    re.IGNORECASE,
)


def is_away(profile: Mapping[str, Any], now: float) -> bool:
    """Whether the `profile` of users.info says so; `now` in seconds since 1970."""
    until = profile.get("status_expiration") or 0
    if until and until <= now:
        return False
    return profile.get("status_emoji") in _SIGNS or bool(_WORDS.search(str(profile.get("status_text") or "")))
