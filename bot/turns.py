"""Turns: the oldest event of a conversation is taken, and all that comes of it is kept in one transaction.

State, facts, plans, replies in the outbox, the next moment of the schedule, and the event's mark that it had its turn:
all of it, or nothing. A turn that fails changes nothing: its event waits and is tried again, and when it fails again
and again it is put aside as a dead letter, so that one bad event never stops a conversation.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import msgspec
import structlog
from cryptography.exceptions import InvalidTag

from adapters.choices import leaves_buttons
from adapters.hearing import Happened, Person, Seen
from bot.backoff import Jitter, delay
from bot.desk import Answer, Desk
from bot.digest_choice import PRESSED
from bot.intake import At, Clock, as_incoming
from bot.linking import accounts, address
from bot.observe import note_failure
from bot.sheets import without_sheets
from bot.silence import keep_watch
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.events import Clicked, Unsaid
from dialogs.life.keys import label_key, read_key
from dialogs.person import PersonId
from dialogs.replies import Settled
from storage.errors import Conflict, StorageError, UnreadableRecordError, WrongKeyError
from storage.inbox import Waiting
from storage.lanes import Hold
from storage.outbox import Message, Queued
from storage.store import Store
from storage.transaction import Transaction

if TYPE_CHECKING:
    from bot.delivery import Delivery
    from bot.metrics import Metrics

Told = Callable[[Person], None]  # told whose turn was taken: what they look at may have changed

MOST_ATTEMPTS: Final = 5
MOMENT: Final = 0.01  # seconds for which somebody holds a lane: a transaction of theirs
UNREADABLE: Final = timedelta(hours=1)  # until an event that no key opens is looked at again
OF_A_RECORD: Final = (Conflict, UnreadableRecordError, WrongKeyError)  # errors of one row, not of the database

log = structlog.get_logger()
_happened: Final = msgspec.json.Decoder(Happened)


class Taken(NamedTuple):
    """What a transaction did: the answer to its (last) event, and the lane, with its messages, when it was idle.

    `interception` is what became of a channel message: "offered", or why the coach kept quiet.
    """

    answer: Answer | None = None
    queued: Queued = Queued((), None)
    interception: str = ""
    people: tuple[Person, ...] = ()
    waited: float = 0.0  # seconds from the event's arrival


class Turns:
    """Takes turns, from whichever conversation waits longest."""

    def __init__(
        self, store: Store, desk: Desk, metrics: "Metrics", delivery: "Delivery", *,
        clock: Clock, at: At, jitter: Jitter, told: Told,
    ) -> None:  # fmt: skip
        """`delivery` takes the lane of a turn that has replies in the turn's transaction, and goes on with it."""
        self._store = store
        self._desk = desk
        self._metrics = metrics
        self._delivery = delivery
        self._clock = clock
        self._at = at
        self._jitter = jitter
        self._told = told

    async def next(self) -> bool:
        """Take the turn that is due longest; False when none is. Raises StorageError when the database fails."""
        begun: list[Waiting] = []
        started = time.monotonic()
        try:
            taken = await self._oldest(begun)
        except Exception as error:
            if not begun or not _is_of_the_event(error):
                raise
            await self._fail(begun[-1], error)
            return True
        if taken is None:
            return False
        self._kept(taken, started)
        return True

    async def _oldest(self, begun: list[Waiting]) -> Taken | None:
        while True:
            taken = await self._store.run(lambda tx: self._take_oldest(tx, begun))
            if taken != "held":
                return taken
            await asyncio.sleep(MOMENT)

    async def at_once(self, source: str, happened: Happened) -> Answer | None:
        """Keep the event and take its turn in the same transaction, for a place where somebody waits for the answer.

        None when the event was seen before. Raises what the turn raises: then nothing was kept, not even the event.
        """
        started = time.monotonic()
        taken = await self._store.run(lambda tx: self._take_at_once(tx, source, happened))
        self._metrics.events.labels(happened.platform, "taken" if taken else "repeated").inc()
        if taken is None:
            return None
        self._kept(taken, started)
        return taken.answer

    def _take_at_once(self, tx: Transaction, source: str, happened: Happened) -> Taken | None:
        now = self._clock(tx)
        taken = take_at_once(tx, self._desk, source, happened, now, self._delivery.hold(now))
        self._at("before_commit")
        return taken

    def _take_oldest(self, tx: Transaction, begun: list[Waiting]) -> Taken | Literal["held"] | None:
        now = self._clock(tx)
        person = tx.lanes.take_turn(now)
        if person is None:
            return "held" if tx.lanes.turn_waits(now) else None
        try:
            waiting = tx.inbox.oldest(person)
        except InvalidTag:
            # Its key is gone: it stays as it is, and holds up nobody else.
            tx.lanes.back_off_turn(person, now + UNREADABLE)
            return Taken()
        if waiting is None:  # an operator dropped it
            tx.lanes.turned(person, False, now)
            return Taken()
        begun.append(waiting)
        taken = _take(tx, self._desk, waiting, now, self._delivery.hold(now), watch=True)
        tx.lanes.turned(person, waiting.more, now)
        self._at("before_commit")
        return taken

    def _kept(self, taken: Taken, started: float) -> None:
        """Committed: the replies may go out."""
        self._at("after_commit")
        if taken.answer is None:
            return
        if taken.queued.claim is not None:
            self._delivery.go_on(taken.queued.claim, started, taken.queued.messages)
        self._metrics.turns.labels("taken").inc()
        self._metrics.turn_seconds.observe(time.monotonic() - started)
        self._metrics.waited_seconds.observe(taken.waited)
        if taken.interception:
            self._metrics.interceptions.labels(taken.interception).inc()
        for person in taken.people:
            self._told(person)

    async def _fail(self, waiting: Waiting, error: Exception) -> None:
        reference = note_failure(error)
        given_up = await self._store.run(lambda tx: self._put_off(tx, waiting, f"{type(error).__name__} {reference}"))
        self._metrics.turns.labels("failed").inc()
        (self._metrics.dead_letters if given_up else self._metrics.retries).labels("inbox").inc()
        log.warning("turn.given_up" if given_up else "turn.put_off", inbox=waiting.id, id=reference)

    def _put_off(self, tx: Transaction, waiting: Waiting, reason: str) -> bool:
        """Try it again later, or give it up. True when it is a dead letter now."""
        now, person = self._clock(tx), waiting.incoming.person
        attempts = tx.inbox.failed(waiting, reason)
        if not attempts:  # somebody else took it meanwhile
            return False
        if attempts < MOST_ATTEMPTS:
            tx.lanes.back_off_turn(person, now + timedelta(seconds=delay(attempts, self._jitter)))
            return False
        tx.inbox.bury(waiting, reason, now)
        tx.lanes.turned(person, waiting.more, now)
        return True


def take_at_once(
    tx: Transaction, desk: Desk, source: str, happened: Happened, now: datetime, hold: Hold | None = None,
    *, watch: bool = True,
) -> Taken | None:  # fmt: skip
    """Keep an event and take its turn; None when it was seen before.

    What waited before in this conversation has its turn first. `watch`: note when the coach speaks next by itself.
    """
    person = happened.person.key
    if not tx.inbox.add(as_incoming(source, happened), now):
        return None
    tx.lanes.wake(person, now)
    taken, queued, waiting = Taken(), Queued((), None), tx.inbox.oldest(person)
    while waiting is not None:
        taken = _take(tx, desk, waiting, now, hold, watch=watch)
        queued = taken.queued if queued.claim is None else queued
        waiting = tx.inbox.oldest(person) if waiting.more else None
    tx.lanes.turned(person, False, now)
    return taken._replace(queued=queued)


def _take(tx: Transaction, desk: Desk, waiting: Waiting, now: datetime, hold: Hold | None, *, watch: bool) -> Taken:
    happened = _happened.decode(waiting.incoming.event)
    person, answer = happened.person, desk.take(tx, happened)
    messages = [
        Message(f"{waiting.incoming.source}/{n}", happened.platform, address(happened), msgspec.json.encode(reply))
        for n, reply in enumerate(without_sheets(reply, happened.platform) for reply in answer.replies)
    ]
    messages += [*_settling(waiting, happened, answer), *_taking_back(tx, waiting, happened, answer)]
    messages += [message for to, message in _noticed(waiting, answer) if to == person.key]
    queued = tx.outbox.add(person.key, messages, now, hold)
    for to, message in _noticed(waiting, answer):
        if to != person.key:
            tx.outbox.add(to, [message], now)
    if watch:
        keep_watch(tx, happened, answer, now)
    tx.inbox.done(waiting, now)
    interception = answer.quiet or ("offered" if isinstance(happened.event, Seen) else "")
    return Taken(
        answer, queued, interception, accounts(happened), max((now - waiting.received_at).total_seconds(), 0.0)
    )


def _noticed(waiting: Waiting, answer: Answer) -> Iterator[tuple[PersonId, Message]]:
    """What others are told, each in their own lane; and what the person says to a whole channel, in theirs."""
    for n, (to, reply) in enumerate(answer.notices):
        key = f"{waiting.incoming.source}/to/{n}"
        yield to.key, Message(key, to.platform, to.place, msgspec.json.encode(without_sheets(reply, to.platform)))


def _settling(waiting: Waiting, happened: Happened, answer: Answer) -> list[Message]:
    """The question whose button was pressed, to be shown as answered; where a reply takes its place, nothing."""
    event = happened.event
    replaced = happened.public and any(reply.audience == "only_you" for reply in answer.replies)
    if replaced or not (happened.shown and isinstance(event, Clicked)) or leaves_buttons(event.button):
        return []
    settled = msgspec.json.encode(Settled(happened.shown, _pressed(answer.before, event)))
    return [Message(f"{waiting.incoming.source}/settled", happened.platform, address(happened), settled, "settle")]


def _taking_back(tx: Transaction, waiting: Waiting, happened: Happened, answer: Answer) -> list[Message]:
    """The offer whose message is gone, where it was sent; a platform that cannot take it back leaves it as it is."""
    if not isinstance(happened.event, Unsaid) or answer.before is None or answer.conversation.offer is not None:
        return []
    offer = f"message/{happened.event.source}/0"  # the key of the first reply to that message
    if answer.before.offer is None or tx.outbox.external_id(happened.person.key, offer) is None:
        return []
    return [
        Message(f"{waiting.incoming.source}/withdrawn", happened.platform, address(happened), b"", "withdraw", offer)
    ]


def _pressed(before: Conversation | None, event: Clicked) -> str:
    """The label of the button that was pressed; empty when its question was open no more."""
    if before is not None and (read_key(event.button) or event.button in PRESSED):
        return text_of(label_key(event.button), before.lang, before.familiar)
    prompt = before and before.prompt
    if before is None or not prompt or event.token not in (None, prompt.token) or event.button not in prompt.buttons:
        return ""
    return text_of(event.button, before.lang, before.familiar)


def _is_of_the_event(error: Exception) -> bool:
    """Whether it is this event or its talk that fails, rather than the database as a whole."""
    return not isinstance(error, StorageError) or isinstance(error, OF_A_RECORD)
