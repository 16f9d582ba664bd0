"""A talk in the terminal, and the same talk as JSON lines for scripts (`planfirst chat`).

Both hold one person's talk on the store of the page, so a talk that was left goes on. The clock is the machine's
unless told otherwise; in JSON an `at` moves it. Events and replies go through inbox and outbox as everywhere, in line:
what was not printed when the program died is printed when it comes back.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal

import msgspec

from adapters.hearing import Happened, Person, PlanDue, Seen
from adapters.terminal.render import meant
from bot.arriving import arrive
from bot.desk import Answer, Desk
from bot.observe import note_failure
from bot.plan_clock import due_plans
from bot.turns import take_at_once
from dialogs.coach.summary import open_points
from dialogs.content.script import SCRIPT
from dialogs.conversation import Conversation
from dialogs.events import Clicked, Elapsed, Event, LanguageChosen, Said
from dialogs.interception.judge import judge
from dialogs.lang import Lang
from dialogs.life.keys import read_key
from dialogs.plan import Plan
from dialogs.replies import Choice, Reply, choices_of
from dialogs.review import levels, with_weak
from storage.errors import StorageError
from storage.outbox import Pending
from storage.store import Store
from storage.transaction import Transaction

CHANNEL: Final = "team"
PLATFORM: Final = "terminal"
LEASE: Final = timedelta(minutes=1)  # to print what was answered
MOST_AT_ONCE: Final = 100  # replies
_PRINTED: Final = ("send", "replace")  # what is on paper is not taken back


class Line(msgspec.Struct, forbid_unknown_fields=True):
    """One line of input: something said, pressed or commanded; alone, `at` lets time pass."""

    say: str | None = None
    where: Literal["channel", "direct"] = "direct"
    press: str | None = None
    command: str | None = None
    at: datetime | None = None

    def __post_init__(self) -> None:
        if [self.say, self.press, self.command].count(None) < 2:
            raise ValueError("one of say, press and command at a time")


class TurnFailed(Exception):  # noqa: N818 - a fault of ours, and the talk goes on
    """A turn ended on a fault of ours: the talk is as it was before. The log has more under `reference`."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"Planfirst failed on this line and changed nothing. Its log names the fault {reference}.")
        self.reference = reference


class Chat:
    """One person's talk with the coach, a line at a time. `seen` is the state that they saw last."""

    def __init__(self, store: Store, desk: Desk, person: Person, start: datetime | None = None) -> None:
        """Raises StorageError when the talk that was left cannot be read."""
        self._store = store
        self._desk = desk
        self._person = person
        self._moved = start
        self._printing: tuple[Pending, ...] = ()
        self._offered: tuple[Choice, ...] = ()
        self._place = f"{PLATFORM}/{person.id}/"
        self._me = self._place + secrets.token_hex(8)
        self.seen = store.run_now(self._open)

    def hear(self, line: Line) -> Answer:
        """Take a line: what became due first, then the answer to it. Raises TurnFailed and StorageError."""
        if line.at is not None:
            self._moved = line.at if line.at.tzinfo else line.at.replace(tzinfo=UTC)
        now = self.now
        return self._turn(lambda tx: self._take(tx, line, now))

    def come_back(self, lang: Lang | None) -> Answer:
        """Somebody opens the place where they talk, and chose a language or not: what waits for them there.

        That is what became due meanwhile, else the question that was left open. Raises as `hear`.
        """
        now = self.now
        return self._turn(lambda tx: self._welcome(tx, lang, now))

    @property
    def now(self) -> datetime:
        """The moment: the last `at`, the given start, else the machine's clock."""
        return self._moved or datetime.now(UTC)

    @property
    def person(self) -> Person:
        """Who talks."""
        return self._person

    def printed(self) -> None:
        """The replies of the last answer are out: they are not given again."""
        if self._printing:
            self._store.run_now(self._mark)
            self._printing = ()

    def _open(self, tx: Transaction) -> Answer:
        """Take over from a program that died, and look."""
        tx.lanes.take_back(tx.now(), self._place)
        arrive(tx, self._person, PLATFORM)
        return self._desk.show(tx, self._person)

    def _turn(self, work: Callable[[Transaction], Answer]) -> Answer:
        self.printed()
        try:
            self.seen, self._printing = self._store.run_now(lambda tx: self._to_print(tx, work(tx)))
        except StorageError:
            raise
        except Exception as error:
            raise TurnFailed(note_failure(error)) from error
        self._offered = next(
            (made for reply in reversed(self.seen.replies) if (made := choices_of(reply))), self._offered
        )
        return self.seen

    def _to_print(self, tx: Transaction, answer: Answer) -> tuple[Answer, tuple[Pending, ...]]:
        """The answer with every reply that is not printed yet, and those as the outbox has them."""
        person = self._person.key
        claims = tx.lanes.claim_of([person], self._me, tx.now(), LEASE)
        pending = tuple(one for claim in claims for one in tx.outbox.pending(person, claim.head, MOST_AT_ONCE))
        replies = tuple(_reply_of.decode(one.message.reply) for one in pending if one.message.operation in _PRINTED)
        return answer._replace(replies=replies), pending

    def _mark(self, tx: Transaction) -> None:
        for one in self._printing:
            tx.lanes.mark_sent(self._me, one.person, one.seq, None, tx.now(), LEASE)

    def _happens(self, tx: Transaction, event: Event | Seen | PlanDue, now: datetime) -> Answer:
        """Take an event in line. Its replies are in the outbox; the answer tells the rest."""
        happened = Happened(self._person, event, PLATFORM, now)
        source = self._place + secrets.token_hex(8)
        # Nobody is there to be told when the program does not run: it looks for itself what became due.
        taken = take_at_once(tx, self._desk, source, happened, tx.now(), watch=False)
        return (taken and taken.answer) or self._desk.show(tx, self._person)

    def _welcome(self, tx: Transaction, lang: Lang | None, now: datetime) -> Answer:
        talk = self._desk.show(tx, self._person).conversation
        if lang is not None and lang != talk.lang:
            return self._happens(tx, LanguageChosen(lang), now)
        due = self._due(tx, now)
        again = _AGAIN.get(talk.status) if talk.prompt else None
        return due if due.replies or again is None else self._happens(tx, Said(again[talk.lang]), now)

    def _take(self, tx: Transaction, line: Line, now: datetime) -> Answer:
        """What became due comes out before the answer; a line of `at` alone brings nothing else."""
        due = self._due(tx, now) if line.at is not None else None
        answer = self._answer(tx, line, now)
        if answer is None:
            return due or self._desk.show(tx, self._person)
        return answer._replace(replies=(*due.replies, *answer.replies)) if due else answer

    def _due(self, tx: Transaction, now: datetime) -> Answer:
        """What time does to the talk, and to each of their plans."""
        answer = self._happens(tx, Elapsed(), now)
        for number in due_plans(tx, self._person.key, self._person.moment(now).today):
            more = self._happens(tx, PlanDue(number), now)
            answer = more._replace(replies=(*answer.replies, *more.replies))
        return answer

    def _answer(self, tx: Transaction, line: Line, now: datetime) -> Answer | None:
        if line.say is not None and line.where == "channel":
            finding = judge(line.say)
            return self._happens(tx, Seen(CHANNEL, finding), now) if finding.intercept else None
        event = self._pressed(line.say) or _event_of(line)
        return None if event is None else self._happens(tx, event, now)

    def _pressed(self, said: str | None) -> Clicked | None:
        """The button about a plan that the words mean. Those of the open question are the coach's to read."""
        choice = meant(said or "", self._offered)
        return Clicked(choice.key) if choice is not None and read_key(choice.key) else None


_GO_ON: Final[dict[Lang, str]] = {"en": "resume", "fr": "reprendre"}
_REPEAT: Final[dict[Lang, str]] = {"en": "repeat", "fr": "répéter"}
# What a person who comes back would say at an open question, by where the talk stands.
_AGAIN: Final = {"offered": _REPEAT, "talking": _GO_ON, "paused": _GO_ON}


def _event_of(line: Line) -> Event | None:
    if line.press is not None:
        return Clicked(line.press)
    if line.command is not None:
        return Said(line.command if line.command.startswith("/") else f"/plan {line.command}")
    return None if line.say is None else Said(line.say)


def json_lines(chat: Chat, lines: Iterable[str]) -> Iterator[str]:
    """Exactly one JSON object for each line, in order.

    A line that cannot be read, or whose turn fails, gets `error` and changes nothing.
    """
    for raw in lines:
        error: dict[str, Any] = {}
        try:
            answer = chat.hear(_line.decode(raw))
        except msgspec.DecodeError as fault:
            error = {"error": f"This line is not understood: {fault}"}
        except (TurnFailed, StorageError) as fault:
            error = {"error": str(fault)}
        if error:
            answer = Answer((), chat.seen.conversation)
        yield _encode({**error, **as_json(answer, chat)})
        chat.printed()


_line: Final = msgspec.json.Decoder(Line)
_reply_of: Final[msgspec.json.Decoder[Reply]] = msgspec.json.Decoder(Reply)


def _encode(value: dict[str, Any]) -> str:
    return msgspec.json.encode(value).decode()


def as_json(answer: Answer, chat: Chat) -> dict[str, Any]:
    """An answer as the JSON mode prints it."""
    conversation = answer.conversation
    today = chat.person.moment(chat.now).today
    return {
        "replies": [_reply(reply) for reply in answer.replies],
        "stage": stage_of(conversation),
        "read": {slot: {"value": read.value, "pattern": read.pattern} for slot, read in answer.read.items()},
        "slots": _slots(conversation),
        "plan": _plan(conversation, today) if conversation.plan.number else None,
    }


def stage_of(conversation: Conversation) -> int | None:
    """The stage of the script at which the talk stands, 0 to 5; None when there is no talk."""
    if conversation.status == "closed":
        return 5
    prompt = conversation.held or conversation.prompt
    if prompt is None:
        return None
    if prompt.slot in _STAGE_OF_SLOT:
        return _STAGE_OF_SLOT[prompt.slot]
    return SCRIPT[prompt.key].stage


_STAGE_OF_SLOT: Final = {line.slot: line.stage for line in SCRIPT.values() if line.slot}


def _reply(reply: Reply) -> dict[str, Any]:
    choices = [
        {"key": choice.key, "label": choice.label} | ({"url": choice.url} if choice.url else {})
        for choice in choices_of(reply)
    ]
    return {
        "key": reply.key,
        "kind": reply.kind,
        "text": reply.text,
        "audience": reply.audience,
        "choices": choices,
    }


def _slots(conversation: Conversation) -> dict[str, Any]:
    """Every slot with its state and value, and the typed parts of objective and decision."""
    said = {name: {"state": slot.state, "value": slot.text} for name, slot in conversation.slots.items()}
    objective, decision = conversation.plan.objective, conversation.plan.decision
    parts = {
        "objective.measure": objective.measure or None,
        "objective.baseline": objective.baseline,
        "objective.target": objective.target,
        "objective.date": objective.due,
        "decision.sponsor": decision.sponsor or None,
        "decision.asked_on": decision.ask_on,
        "decision.said_yes_on": decision.said_yes_on,
    }
    return said | {name: {"state": "given", "value": value} for name, value in parts.items() if value is not None}


def _plan(conversation: Conversation, today: Any) -> dict[str, Any]:
    plan: Plan = conversation.plan
    return {
        "state": plan.state,
        "levels": levels(with_weak(conversation), conversation.lang, today),
        "steps": [
            {"text": s.text, "owner": s.owner, "due": s.due, "verdict": s.verdict, "rule": s.rule} for s in plan.steps
        ],
        "open_points": open_points(conversation, today),
    }
