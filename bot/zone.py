"""The machine's time zone as an IANA name, for the places where nobody tells us theirs."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def machine_zone() -> str:
    """From TZ, else from where /etc/localtime points; UTC when neither tells."""
    target = os.path.realpath("/etc/localtime")
    for name in (os.environ.get("TZ", ""), target.partition("/zoneinfo/")[2]):
        if name and _exists(name):
            return name
    return "UTC"


def _exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return not Path(name).is_absolute()
