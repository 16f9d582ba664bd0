"""Time zones by their IANA names, and the machine's own for the places where nobody tells us theirs."""

import os
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def machine_zone() -> str:
    """From TZ, else from where /etc/localtime points; UTC when neither tells."""
    target = os.path.realpath("/etc/localtime")
    for name in (os.environ.get("TZ", ""), target.partition("/zoneinfo/")[2]):
        if name and is_zone(name):
            return name
    return "UTC"


def is_zone(name: str) -> bool:
    """Whether that is the IANA name of a time zone known here."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
