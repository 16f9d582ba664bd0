"""Which way out: the proxy that the environment names for a URL, read once.

aiohttp's `trust_env` reads the environment, and ~/.netrc in a thread, for every single request.
"""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy_to(url: str) -> str | None:
    """The proxy for that URL; None when there is none, or NO_PROXY names its host."""
    there = urlsplit(url)
    return None if proxy_bypass(there.hostname or "") else getproxies().get(there.scheme)
