"""Which hosts are Teams': the bot's token is sent to these, and to nobody else.

Every activity says where its answer is to be sent, and addresses are stored for months: both are looked at. The list is
of whole names: anybody who rents a machine may have a name that ends in ".trafficmanager.net".
"""

import re
from collections.abc import Iterable
from typing import Final

MICROSOFT: Final = frozenset(
    {
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",  # GCC
        "smba.infra.gov.teams.microsoft.us",  # GCC High
        "smba.infra.dod.teams.microsoft.us",  # DoD
    }
)
"""Hosts of the Bot Connector. Source: learn.microsoft.com, "Send proactive messages", and the SDKs' own lists."""

_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
# Stricter than any parser of URLs: two parsers may read a strange URL in two ways, and one of them is the client's.
_URL: Final = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9.-]+|\[::1\])(?P<port>:[0-9]{1,5})?(?:/[\w.~%-]*)*", re.ASCII | re.IGNORECASE
)


class Hosts:
    """The hosts that may be spoken to: Microsoft's, and those that the operator allows by name."""

    def __init__(self, more: Iterable[str] = ()) -> None:
        """`more`: names of hosts. Only a loopback one among them may be without TLS, or on a port of its own."""
        self._allowed = MICROSOFT | {host.lower() for host in more}

    def allow(self, url: str) -> bool:
        """Whether a service URL is one to send the bot's token to."""
        found = _URL.fullmatch(url)
        if found is None or found["host"].lower() not in self._allowed:
            return False
        if found["host"].lower() in _LOOPBACK:
            return True
        return found["scheme"].lower() == "https" and found["port"] in (None, ":443")
