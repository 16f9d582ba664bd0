"""The interception history: that an offer was made, where, when, on which signs, and what was answered.

No text of a message, ever; only a sentence that somebody typed again, for others to learn from a misreading. The
rest is what *may I speak now?* needs: not too often to a person, once in a thread, a few a day in a channel. Where the
coach listens in the shadow it notes what it would have offered, with the answer "shadow": nobody ever saw those.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, func, insert, select, tuple_, update
from sqlalchemy.exc import IntegrityError

from dialogs.interception.manners import Answer
from dialogs.lang import Lang
from dialogs.person import PersonId
from storage.channels import ChannelId
from storage.errors import Conflict
from storage.secrets import KeyRing
from storage.tables import channels, offers

Made = Literal["none", "shadow"]
"""The answer to an offer that was just made, and to one that would have been."""


class Offered(NamedTuple):
    """An offer to a person at an instant (UTC); `answer` is "none" until they answer, "shadow" if it was not made."""

    channel: str
    thread: str
    at: datetime
    answer: Answer


class Signs(NamedTuple):
    """What the judge saw in a message: its score (0 to 1), names of signals, and the language if it is one of ours."""

    score: float
    signals: tuple[str, ...]
    lang: Lang | None = None


class Misread(NamedTuple):
    """An offer that was not what its person meant; `sentence`: typed again for others to learn from, if it was."""

    at: datetime
    signs: Signs
    sentence: str | None


class ShadowCount(NamedTuple):
    """What would have been offered: how often, to how many people, on how many days.

    `signals`: the first signal of each -> how often.
    """

    offers: int
    people: int
    days: int
    signals: Mapping[str, int] = MappingProxyType({})


class Offers:
    """The offers of a transaction. A channel is one of the person's own tenant."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys

    def record(
        self, person: PersonId, channel: str, thread: str, at: datetime, answer: Made = "none",
        signs: Signs | None = None,
    ) -> None:  # fmt: skip
        """Note that the offer is made. `at` is aware, in the person's zone: its day is the one counted.

        `answer="shadow"`: it would have been. Raises Conflict when this thread had its offer (or shadow) already.
        """
        row = {"tenant": person.tenant, "channel": channel, "thread": thread, "person": person.id}
        row |= {"at": at, "day": at.date(), "answer": answer} | _seen(signs)
        try:
            self._connection.execute(insert(offers), row)
        except IntegrityError as error:
            raise Conflict("list of offers") from error

    def answer(self, person: PersonId, channel: str, thread: str, answer: Answer) -> None:
        """Note what they answered to that offer; the last answer counts. What was never made gets none."""
        mine = (*_in_thread(ChannelId(person.tenant, channel), thread), offers.c.person == person.id)
        self._connection.execute(update(offers).where(*mine, _made).values(answer=answer))

    def learn_from(self, person: PersonId, sentence: str) -> bool:
        """Keep the sentence, sealed, with their last offer that was misread; False when there is none."""
        misread = [offered for offered in self.of_person(person) if offered.answer == "not_meant"]
        if not misread:
            return False
        last = misread[-1]
        here = _in_thread(ChannelId(person.tenant, last.channel), last.thread)
        self._connection.execute(update(offers).where(*here).values(sentence=self._keys.seal(sentence.encode())))
        return True

    def sentences_of(self, person: PersonId) -> int:
        """How many sentences of theirs are kept to learn from."""
        mine = (offers.c.tenant == person.tenant, offers.c.person == person.id)
        return self._count(*mine, offers.c.sentence.is_not(None))

    def misread(self) -> tuple[Misread, ...]:
        """Every offer that was not what its person meant, of those whose signs are still kept, oldest first."""
        columns = (offers.c.at, offers.c.score, offers.c.signals, offers.c.lang, offers.c.sentence)
        there = (offers.c.answer == "not_meant", _has_signs)
        rows = self._connection.execute(select(*columns).where(*there).order_by(offers.c.at))
        return tuple(self._misread(*row) for row in rows)

    def purge(self, before: datetime, limit: int) -> int:
        """Forget signs and sentences of up to `limit` offers made before that instant. Returns how many.

        That the offer was made, and its answer, stays: the person is not to be asked again too soon.
        """
        old = select(offers.c.tenant, offers.c.channel, offers.c.thread).where(offers.c.at < before, _has_signs)
        gone = update(offers).where(tuple_(*_KEY).in_(old.limit(limit)))
        return self._connection.execute(gone.values(lang=None, score=None, signals=None, sentence=None)).rowcount

    def _misread(self, at: datetime, score: float, signals: str, lang: Lang | None, sentence: bytes | None) -> Misread:
        typed = None if sentence is None else self._keys.open(sentence).decode()
        return Misread(at, Signs(score, tuple(signals.split(",")), lang), typed)

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
        counted = self._connection.execute(select(*counts).where(*here)).one()
        signals = self._connection.execute(select(offers.c.signals).where(*here, _has_signs)).scalars()
        return ShadowCount(*counted, Counter(names.partition(",")[0] for names in signals))

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


_KEY = (offers.c.tenant, offers.c.channel, offers.c.thread)
_made = offers.c.answer != "shadow"
_has_signs = offers.c.score.is_not(None)


def _seen(signs: Signs | None) -> dict[str, Any]:
    if signs is None:
        return {}
    return {"lang": signs.lang, "score": signs.score, "signals": ",".join(signs.signals)}


def _in_channel(channel: ChannelId) -> tuple[Any, Any]:
    return offers.c.tenant == channel.tenant, offers.c.channel == channel.id


def _in_thread(channel: ChannelId, thread: str) -> tuple[Any, Any, Any]:
    return *_in_channel(channel), offers.c.thread == thread
