"""The interception history: that an offer was made, where, when and what was answered. No text, ever.

It is what *may I speak now?* needs: not too often to a person, once in a thread, a few a day in a channel. Where the
coach listens in the shadow it notes what it would have offered, with the answer "shadow": nobody ever saw those.
"""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from dialogs.interception.manners import Answer
from dialogs.person import PersonId
from storage.channels import ChannelId
from storage.errors import Conflict
from storage.tables import channels, offers


class Offered(NamedTuple):
    """An offer to a person at an instant (UTC); `answer` is "none" until they answer, "shadow" if it was not made."""

    channel: str
    thread: str
    at: datetime
    answer: Answer


class ShadowCount(NamedTuple):
    """What would have been offered: how often, to how many people, on how many days."""

    offers: int
    people: int
    days: int


class Offers:
    """The offers of a transaction. A channel is one of the person's own tenant."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, person: PersonId, channel: str, thread: str, at: datetime, answer: Answer = "none") -> None:
        """Note that the offer is made. `at` is aware, in the person's zone: its day is the one counted.

        `answer="shadow"`: it would have been. Raises Conflict when this thread had its offer (or shadow) already.
        """
        row = {"tenant": person.tenant, "channel": channel, "thread": thread, "person": person.id}
        try:
            self._connection.execute(insert(offers), row | {"at": at, "day": at.date(), "answer": answer})
        except IntegrityError as error:
            raise Conflict("list of offers") from error

    def answer(self, person: PersonId, channel: str, thread: str, answer: Answer) -> None:
        """Note what they answered to that offer; the last answer counts. What was never made gets none."""
        mine = (*_in_thread(ChannelId(person.tenant, channel), thread), offers.c.person == person.id)
        self._connection.execute(update(offers).where(*mine, _made).values(answer=answer))

    def of_person(self, person: PersonId) -> tuple[Offered, ...]:
        """Every offer made to the person, oldest first, and what would have been."""
        query = (
            select(offers.c.channel, offers.c.thread, offers.c.at, offers.c.answer)
            .where(offers.c.tenant == person.tenant, offers.c.person == person.id)
            .order_by(offers.c.at)
        )
        return tuple(Offered(*row) for row in self._connection.execute(query))

    def in_channel_on(self, channel: ChannelId, day: date, *, shadow: bool = False) -> int:
        """How many offers that channel's people got on that day; with `shadow` also what they would have got."""
        counted = () if shadow else (_made,)
        return self._count(*_in_channel(channel), offers.c.day == day, *counted)

    def in_company_since(self, tenant: str, instant: datetime) -> int:
        """How many offers the company's people got since then."""
        return self._count(offers.c.tenant == tenant, offers.c.at >= instant, _made)

    def shadows(self, channel: ChannelId, since: datetime) -> ShadowCount:
        """What that channel's people would have got since then."""
        counts = (func.count(), func.count(offers.c.person.distinct()), func.count(offers.c.day.distinct()))
        here = (*_in_channel(channel), offers.c.at >= since, ~_made)
        return ShadowCount(*self._connection.execute(select(*counts).where(*here)).one())

    def heard_in(self, tenant: str) -> dict[str, datetime | None]:
        """The company's channels that are on or in the shadow, and when the last offer there was made or withheld.

        None where there was none yet: nothing tool-first was heard there, or nothing at all.
        """
        there = (offers.c.tenant == channels.c.tenant) & (offers.c.channel == channels.c.channel)
        query = select(channels.c.channel, func.max(offers.c.at)).outerjoin(offers, there).group_by(channels.c.channel)
        listening = (channels.c.tenant == tenant, channels.c.listening != "off")
        return dict(self._connection.execute(query.where(*listening)).all())

    def thread_offered(self, channel: ChannelId, thread: str) -> bool:
        """True when somebody got an offer in that thread, or would have."""
        query = select(offers.c.at).where(*_in_thread(channel, thread))
        return self._connection.execute(query).first() is not None

    def _count(self, *conditions: Any) -> int:
        return self._connection.execute(select(func.count()).where(*conditions)).scalar_one()


_made = offers.c.answer != "shadow"


def _in_channel(channel: ChannelId) -> tuple[Any, Any]:
    return offers.c.tenant == channel.tenant, offers.c.channel == channel.id


def _in_thread(channel: ChannelId, thread: str) -> tuple[Any, Any, Any]:
    return *_in_channel(channel), offers.c.thread == thread
