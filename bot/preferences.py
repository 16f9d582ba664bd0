"""What a person prefers: whether the coach may step in by itself, at which hours, and in which channels not.

It is kept with what else is known of them, as JSON, and goes with it; but not the opt-out: that is theirs to keep.
"""

from datetime import datetime, time
from typing import Any

import msgspec

from dialogs.interception.manners import HOURS
from dialogs.person import PersonId
from storage.people import Person
from storage.transaction import Transaction


class Preferences(msgspec.Struct, frozen=True):
    """`hours` are from when to when ("HH:MM", on their own clock) an offer may come; `quiet_channels` have none.

    `digest_asked`: they were asked whether they want the weekly digest, which is done once.
    """

    hours: tuple[str, str] = (f"{HOURS[0]:%H:%M}", f"{HOURS[1]:%H:%M}")
    quiet_channels: tuple[str, ...] = ()
    digest_asked: bool = False

    @property
    def open_hours(self) -> tuple[time, time]:
        """The hours as times of day."""
        opens, closes = self.hours
        return time.fromisoformat(opens), time.fromisoformat(closes)


def known(tx: Transaction, person: PersonId) -> Person:
    """What is known of them; nothing, of somebody never met."""
    return tx.people.get(person) or Person()


def know(tx: Transaction, person: PersonId, **news: Any) -> None:
    """Replace what is told of them; the rest stands, an opt-out above all."""
    tx.people.put(person, msgspec.structs.replace(known(tx, person), **news))


def preferences_of(someone: Person) -> Preferences:
    """Their preferences; what they never chose is as it is for everybody."""
    return msgspec.convert(someone.preferences, Preferences)


def prefer(tx: Transaction, person: PersonId, **news: Any) -> None:
    """Replace some of their preferences."""
    preferences = msgspec.structs.replace(preferences_of(known(tx, person)), **news)
    know(tx, person, preferences=msgspec.to_builtins(preferences))


def keep_out_of(tx: Transaction, person: PersonId, channel: str) -> None:
    """They want no offer in that channel any more."""
    quiet = preferences_of(known(tx, person)).quiet_channels
    if channel not in quiet:
        prefer(tx, person, quiet_channels=(*quiet, channel))


def opt(tx: Transaction, person: PersonId, *, out: bool, now: datetime) -> None:
    """They opt out of all offers, or in again. Who opted out before did so since then."""
    since = known(tx, person).opted_out_at
    if out != (since is not None):
        know(tx, person, opted_out_at=now if out else None)
