"""The interception history: that an offer was made, where, when and what was answered. No text, ever.

It is what *may I speak now?* needs: not too often to a person, once in a thread, a few a day in a channel.
"""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from dialogs.interception.manners import Answer
from dialogs.person import PersonId
from storage.channels import ChannelId
from storage.errors import Conflict
from storage.tables import offers


class Offered(NamedTuple):
    """An offer made to a person at an instant (UTC); `answer` is "none" until they answer."""

    channel: str
    thread: str
    at: datetime
    answer: Answer


class Offers:
    """The offers of a transaction. A channel is one of the person's own tenant."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, person: PersonId, channel: str, thread: str, at: datetime) -> None:
        """Note that the offer is made. `at` is aware, in the person's zone: its day is the one counted.

        Raises Conflict when this thread had its offer already.
        """
        row = {"tenant": person.tenant, "channel": channel, "thread": thread, "person": person.id}
        try:
            self._connection.execute(insert(offers), row | {"at": at, "day": at.date(), "answer": "none"})
        except IntegrityError as error:
            raise Conflict("list of offers") from error

    def answer(self, person: PersonId, channel: str, thread: str, answer: Answer) -> None:
        """Note what they answered to that offer; the last answer counts."""
        mine = (*_in_thread(ChannelId(person.tenant, channel), thread), offers.c.person == person.id)
        self._connection.execute(update(offers).where(*mine).values(answer=answer))

    def of_person(self, person: PersonId) -> tuple[Offered, ...]:
        """Every offer made to the person, oldest first."""
        query = (
            select(offers.c.channel, offers.c.thread, offers.c.at, offers.c.answer)
            .where(offers.c.tenant == person.tenant, offers.c.person == person.id)
            .order_by(offers.c.at)
        )
        return tuple(Offered(*row) for row in self._connection.execute(query))

    def in_channel_on(self, channel: ChannelId, day: date) -> int:
        """How many offers that channel's people got on that day."""
        here = (offers.c.tenant == channel.tenant, offers.c.channel == channel.id, offers.c.day == day)
        return self._connection.execute(select(func.count()).where(*here)).scalar_one()

    def thread_offered(self, channel: ChannelId, thread: str) -> bool:
        """True when somebody got an offer in that thread."""
        query = select(offers.c.at).where(*_in_thread(channel, thread))
        return self._connection.execute(query).first() is not None


def _in_thread(channel: ChannelId, thread: str) -> tuple[Any, Any, Any]:
    return offers.c.tenant == channel.tenant, offers.c.channel == channel.id, offers.c.thread == thread
