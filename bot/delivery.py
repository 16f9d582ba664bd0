"""Delivery: what is in the outbox goes to its platform, in order for each person, and is never lost nor said twice.

Theory. A lane has one owner, by a lease that is longer than any send may take. The owner sends the lane's messages one
by one and marks each before the next. If it dies in between, somebody else takes the lane when the lease is over, and
then the first message is in doubt: the platform is asked for its key before it is sent again. So is one whose answer
was lost. A message that surely did not arrive is tried again after the time that the platform asks for, or after a
growing while; one that never will is a dead letter and the lane goes on. When nobody is there, the lane is parked until
the platform says that they are back.
"""

import asyncio
import secrets
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

import msgspec
import structlog

from adapters.port import Away, InDoubt, Later, Platform, Refused
from bot.backoff import Jitter, delay
from bot.intake import At, Clock
from bot.linking import addressee
from bot.metrics import Metrics
from bot.observe import note_failure
from dialogs.person import PersonId
from dialogs.replies import Reply, Settled
from storage.lanes import Claim, Hold, Next
from storage.outbox import Pending
from storage.store import Store
from storage.transaction import Transaction
from storage.wakeups import Bell

LEASE: Final = timedelta(seconds=10)
SEND_TIMEOUT: Final = 5.0  # seconds for one call to a platform; well below the lease
SURE: Final = LEASE.total_seconds() - SEND_TIMEOUT  # of a lease: a send that begins by then ends within it
MOST_LANES: Final = 50  # delivered at once
MOST_ATTEMPTS: Final = 300  # about a day of them
TICK: Final = 0.02  # seconds that two clocks may differ

log = structlog.get_logger()
_reply: Final[msgspec.json.Decoder[Reply]] = msgspec.json.Decoder(Reply)
_settled: Final = msgspec.json.Decoder(Settled)


class Delivery:
    """The deliveries of one process. Its name owns the lanes that it works on."""

    def __init__(
        self, store: Store, platforms: Mapping[str, Platform], metrics: Metrics, *, clock: Clock, at: At, jitter: Jitter
    ) -> None:
        self.me = secrets.token_hex(8)
        self._store = store
        self._platforms = platforms
        self._metrics = metrics
        self._clock = clock
        self._at = at
        self._jitter = jitter
        self._tasks: dict[PersonId, asyncio.Task[None]] = {}
        self._bell: Bell | None = None
        self._stopping = False

    def hold(self, now: datetime) -> Hold:
        """For a transaction that wants to deliver what it queues."""
        return Hold(self.me, now + LEASE)

    def go_on(self, claim: Claim, since: float, ready: tuple[Pending, ...] = ()) -> asyncio.Task[None]:
        """Deliver a lane that is ours, in a task of its own. `ready`: its first messages, if they are at hand.

        `since`: the monotonic time before its lease began. A process that was frozen meanwhile must know of it.
        """
        task = asyncio.create_task(self._drain(claim, since, ready))
        self._tasks[claim.person] = task
        task.add_done_callback(lambda _: self._ended(claim.person, task))
        return task

    async def claim(self) -> int:
        """Take the lanes that are due and deliver them, up to as many as we work on at once. Returns how many."""
        room = MOST_LANES - len(self._tasks)
        if self._stopping or room <= 0:
            return 0
        busy, since = set(self._tasks), time.monotonic()
        claims = await self._store.run(lambda tx: tx.lanes.claim(self.me, self._clock(tx), LEASE, busy, room))
        for claim in claims:
            self.go_on(claim, since)
        return len(claims)

    async def deliver(self, person: PersonId) -> None:
        """Deliver what waits for one person now, even if it was parked, and return when that is done."""
        while (task := self._tasks.get(person)) is not None:
            await asyncio.wait([task])
        since = time.monotonic()
        claims = await self._store.run(lambda tx: tx.lanes.claim_of([person], self.me, self._clock(tx), LEASE))
        for claim in claims:
            await asyncio.wait([self.go_on(claim, since)])

    async def run(self) -> None:
        """Deliver until told to stop."""
        self._bell = self._bell or self._store.bell("deliveries")
        while not self._stopping:
            if not await self.claim():
                await self._bell.wait()

    async def stop(self, patience: float) -> None:
        """Let the sends in flight end, for so many seconds; then give every lane back for others to take."""
        self._stopping = True
        if self._bell:
            self._bell.ring()
        await self.settled(patience)
        cut = dict(self._tasks)
        for task in cut.values():
            task.cancel()
        await asyncio.gather(*cut.values(), return_exceptions=True)
        await self._store.run(lambda tx: tx.lanes.release(self.me, self._clock(tx), cut.keys()))

    async def settled(self, patience: float | None = None) -> None:
        """Return when every lane in hand came to its end, or after so many seconds."""
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=patience)

    def _ended(self, person: PersonId, task: asyncio.Task[None]) -> None:
        if self._tasks.get(person) is task:
            del self._tasks[person]
        error = None if task.cancelled() else task.exception()
        if isinstance(error, Exception):
            # Its lease runs out, then the lane is taken again, by us or by another process.
            note_failure(error)
        if self._bell:
            self._bell.ring()

    # ---- one lane ---------------------------------------------------------------------------------------------

    async def _drain(self, claim: Claim, since: float, ready: tuple[Pending, ...]) -> None:
        while pending := ready or await self._pending(claim):
            ready = ()
            for message in pending:
                if self._stopping or (time.monotonic() > since + SURE and not await self._renewed(message)):
                    return
                since = time.monotonic()  # before the send: it is marked, and the lease renewed, some time after it
                if await self._deliver(message, claim) != "more":
                    return
                claim = Claim(claim.person, message.seq, False, 0)

    async def _pending(self, claim: Claim) -> tuple[Pending, ...]:
        return await self._store.run(lambda tx: tx.outbox.pending(claim.person, claim.head))

    async def _renewed(self, message: Pending) -> bool:
        """Prove that the lane is still ours before a send that could outlast its lease."""
        return await self._store.run(
            lambda tx: tx.lanes.renew(self.me, message.person, message.seq, self._clock(tx) + LEASE)
        )

    async def _deliver(self, message: Pending, claim: Claim) -> Next:
        """Deliver one message and note what became of it. Returns "more" when the lane is still ours."""
        name = message.message.platform
        platform = self._platforms.get(name)
        try:
            if platform is None:
                raise Away
            async with asyncio.timeout(SEND_TIMEOUT):
                external_id = await self._send(platform, message, claim.in_doubt)
        except Away:
            await self._store.run(lambda tx: tx.lanes.park(self.me, message.person, message.seq))
            return self._count(name, "away", "lost")
        except Refused as refusal:
            return await self._give_up(message, refusal.reason)
        except Later as refusal:
            return await self._put_off(message, claim, refusal.retry_after, in_doubt=False)
        except (InDoubt, TimeoutError):
            return await self._put_off(message, claim, None, in_doubt=True)
        except Exception as error:
            note_failure(error)
            return await self._put_off(message, claim, None, in_doubt=True)
        self._at("after_send")
        following = await self._store.run(lambda tx: self._sent(tx, message, external_id))
        return self._count(name, "sent" if following != "lost" else "lost_lease", following)

    async def _send(self, platform: Platform, pending: Pending, in_doubt: bool) -> str | None:
        message, person = pending.message, pending.person
        to = addressee(person, message.place)
        if message.operation == "send":
            reply = _decoded(message.reply)
            found = await platform.look_up(to, reply, message.key) if in_doubt else None
            return found if found is not None else await platform.send(to, reply, message.key)
        if message.operation == "settle":
            await platform.settle(to, _settled.decode(message.reply), message.key)
            return None
        about = message.about or ""
        sent = await self._store.run(lambda tx: tx.outbox.external_id(person, about))
        if sent is None:
            raise Refused("the message that it is about was never sent, or long ago")
        if message.operation == "replace":
            return await platform.replace(to, sent, _decoded(message.reply), message.key)
        await platform.withdraw(to, sent, message.key)
        return None

    def _sent(self, tx: Transaction, message: Pending, external_id: str | None) -> Next:
        return tx.lanes.mark_sent(self.me, message.person, message.seq, external_id, self._clock(tx), LEASE)

    async def _give_up(self, message: Pending, reason: str) -> Next:
        following = await self._store.run(
            lambda tx: tx.lanes.mark_dead(self.me, message.person, message.seq, reason, self._clock(tx), LEASE)
        )
        log.warning("delivery.given_up", key=message.message.key, reason=reason)
        self._metrics.dead_letters.labels("outbox").inc()
        return self._count(message.message.platform, "refused", following)

    async def _put_off(self, message: Pending, claim: Claim, wait: float | None, *, in_doubt: bool) -> Next:
        if claim.attempts + 1 >= MOST_ATTEMPTS:
            return await self._give_up(message, f"{MOST_ATTEMPTS} attempts failed")
        seconds = delay(claim.attempts + 1, self._jitter) if wait is None else wait
        await self._store.run(lambda tx: self._back_off(tx, message, seconds, in_doubt))
        if self._bell:
            asyncio.get_running_loop().call_later(seconds + TICK, self._bell.ring)
        self._metrics.retries.labels("outbox").inc()
        return self._count(message.message.platform, "in_doubt" if in_doubt else "later", "lost")

    def _back_off(self, tx: Transaction, message: Pending, seconds: float, in_doubt: bool) -> None:
        until: datetime = self._clock(tx) + timedelta(seconds=seconds)
        tx.lanes.back_off(self.me, message.person, message.seq, until, in_doubt=in_doubt)

    def _count(self, platform: str, outcome: str, following: Next) -> Next:
        self._metrics.deliveries.labels(platform, outcome).inc()
        return following


def _decoded(reply: bytes) -> Reply:
    try:
        return _reply.decode(reply)
    except msgspec.DecodeError as error:
        raise Refused("its text cannot be read by this version") from error
