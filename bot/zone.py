"""Time zones by their IANA names, and the machine's own for the places where nobody tells us theirs."""

import os
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def machine_zone() -> str:
    """From TZ, else from where /etc/localtime points; UTC when neither tells."""
    target = os.path.realpath("/etc/localtime")
    for name in (os.environ.get("TZ", ""), target.partition("/zoneinfo/")[2]):
        if name and is_zone(name):
            return name
    return "UTC"


def zone_at(moment: datetime) -> str:
    """A zone that is as far from Greenwich as an aware time, to the nearest hour; UTC where there is none so far."""
    hours = round((moment.utcoffset() or timedelta()).total_seconds() / 3600)
    # POSIX names count westwards: two hours east of Greenwich is Etc/GMT-2.
    name = f"Etc/GMT{-hours:+d}"
    return name if hours and is_zone(name) else "UTC"


def is_zone(name: str) -> bool:
    """Whether that is the IANA name of a time zone known here."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
