"""The budget, through the real desk: whatever people write and answer, nobody gets more than their share of offers."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import count, groupby, pairwise
from typing import Any, Final, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.hearing import Happened, Person, Seen
from bot.desk import Desk
from dialogs.company import Company
from dialogs.events import Clicked
from dialogs.interception.judge import Finding
from storage.store import Store
from tests.bot.talking import MORNING

CHANNELS: Final = ("general", "ideas", "pumps")
COMPANY: Final = Company(channels=CHANNELS)
ANSWERS: Final = ("", "", "btn.no", "btn.not_meant", "btn.not_here", "btn.never", "btn.later", "btn.start")
WAITS: Final = {"btn.no": 30, "btn.not_here": 30, "btn.not_meant": 90}  # days after an offer with that answer; else 14

_tenants: Final = count()


class Message(NamedTuple):
    """A tool-first message: minutes after the one before, whose, where, and what its author answers to an offer."""

    minutes: int
    person: str
    channel: str
    thread: int
    score: float
    answer: str


class Made(NamedTuple):
    """An offer that was made."""

    at: datetime
    message: Message


messages = st.builds(
    Message,
    st.sampled_from((0, 1, 7, 60, 60 * 24, 60 * 24 * 8, 60 * 24 * 31)),
    st.sampled_from("abcdefgh"),
    st.sampled_from(CHANNELS),
    st.integers(0, 25),
    st.sampled_from((0.5, 0.7, 1.0)),
    st.sampled_from(ANSWERS),
)


def lived(store: Store, said: Sequence[Message]) -> list[Made]:
    """The offers that these messages bring in a company of its own, each answered as its author does."""
    tenant, now, desk = f"acme{next(_tenants)}", MORNING, Desk(COMPANY)
    made = []
    for message in said:
        now += timedelta(minutes=message.minutes)
        person = Person(tenant, message.person, message.person.upper(), zone="Europe/Paris")
        found = Finding(intercept=True, score=message.score, lang="en", tool="a podcast", reasons=("start",))
        seen = Seen(message.channel, found, str(message.thread), f"{message.channel}/{message.thread}")
        heard = Happened(person, seen, "test", now, public=True)
        if store.run_now(partial(desk.take, happened=heard)).replies:
            made.append(Made(now, message))
            if message.answer:
                pressed = Happened(person, Clicked(message.answer), "test", now + timedelta(seconds=1))
                store.run_now(partial(desk.take, happened=pressed))
    return made


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(messages, min_size=10, max_size=60))
def test_no_person_thread_or_channel_gets_more_than_its_share(store: Store, said: list[Message]) -> None:
    made = lived(store, said)
    for _, theirs in _by(made, lambda one: one.message.person):
        for before, after in pairwise(theirs):
            assert after.at - before.at >= timedelta(days=WAITS.get(before.message.answer, 14))
            assert before.message.answer != "btn.never"
    assert all(n == 1 for n in Counter((one.message.channel, one.message.thread) for one in made).values())
    a_day = Counter((one.message.channel, one.at.date()) for one in made)
    assert max(a_day.values(), default=0) <= 5
    for (_, _), refused in _by(made, lambda one: (one.message.person, one.message.channel)):
        assert "btn.not_here" not in [one.message.answer for one in refused[:-1]]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(minutes=st.lists(st.integers(0, 14 * 24 * 60), min_size=50, max_size=50), answers=st.sampled_from(ANSWERS))
def test_fifty_messages_of_one_person_in_two_weeks_get_one_offer(
    store: Store, minutes: list[int], answers: str
) -> None:
    times = [0, *sorted(minutes)]
    said = [
        Message(after - before, "a", CHANNELS[number % 3], number, 1.0, answers)
        for number, (before, after) in enumerate(pairwise(times))
        if after < 14 * 24 * 60
    ]
    assert len(lived(store, [Message(0, "a", "general", -1, 1.0, answers), *said])) == 1


def test_a_company_gets_thirty_an_hour_at_most(store: Store) -> None:
    """Five people write in each of nine channels at once."""
    rooms = tuple(f"room {n}" for n in range(9))
    tenant, desk = f"acme{next(_tenants)}", Desk(Company(channels=rooms))
    found = Finding(intercept=True, score=1.0, lang="en", tool="a podcast")
    offers = 0
    for n in range(45):
        person = Person(tenant, f"p{n}", "P", zone="Europe/Paris")
        seen = Seen(rooms[n % 9], found, f"thread {n}")
        heard = Happened(person, seen, "test", MORNING + timedelta(seconds=n), public=True)
        offers += bool(store.run_now(partial(desk.take, happened=heard)).replies)
    assert offers == 30


def _by(made: list[Made], key: Callable[[Made], Any]) -> list[tuple[Any, list[Made]]]:
    return [(name, list(group)) for name, group in groupby(sorted(made, key=lambda one: (key(one), one.at)), key)]
