"""Installs that were begun: each state comes back from the platform's consent page once, in time, or not at all.

A state that anybody could make, or use again, would let a stranger's workspace be installed in somebody's name
(RFC 6749, section 10.12).
"""

from datetime import datetime

from sqlalchemy import Connection, delete, insert

from storage.tables import oauth_states


class OAuthStates:
    """The states of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def issue(self, state: str, expires_at: datetime) -> None:
        """An install begins; `state` is a new secret nobody can guess, `expires_at` is aware."""
        self._connection.execute(insert(oauth_states).values(state=state, expires_at=expires_at))

    def consume(self, state: str, now: datetime) -> bool:
        """Whether that install was begun and may go on: True once, before its end."""
        fresh = (oauth_states.c.state == state, oauth_states.c.expires_at > now)
        return self._connection.execute(delete(oauth_states).where(*fresh)).rowcount > 0

    def purge(self, now: datetime) -> int:
        """Delete those that nobody came back with in time. Returns how many."""
        return self._connection.execute(delete(oauth_states).where(oauth_states.c.expires_at <= now)).rowcount
