"""A talk in the terminal, and the same talk as JSON lines for scripts (`planfirst chat`).

Both hold one person's talk on the store of the page, so a talk that was left goes on. The clock is the machine's
unless told otherwise; in JSON an `at` moves it.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from bot.desk import Answer, Desk, Person
from dialogs.coach.summary import open_points
from dialogs.content.script import SCRIPT
from dialogs.conversation import Conversation
from dialogs.events import Clicked, Elapsed, Event, Said
from dialogs.interception.judge import judge
from dialogs.plan import Plan
from dialogs.replies import Reply, choices_of
from dialogs.review import levels
from storage.store import Store
from storage.transaction import Transaction

CHANNEL: Final = "team"


class Line(msgspec.Struct, forbid_unknown_fields=True):
    """One line of input: something said, pressed or commanded; alone, `at` lets time pass."""

    say: str | None = None
    where: str = "direct"
    press: str | None = None
    command: str | None = None
    at: datetime | None = None


class Chat:
    """One person's talk with the coach, a line at a time."""

    def __init__(self, store: Store, desk: Desk, person: Person, start: datetime | None = None) -> None:
        self._store = store
        self._desk = desk
        self._person = person
        self._moved = start

    def hear(self, line: Line) -> Answer:
        """Take a line: what became due first, then the answer to it."""
        if line.at is not None:
            self._moved = line.at if line.at.tzinfo else line.at.replace(tzinfo=UTC)
        now = self.now
        return self._store.run_now(lambda tx: self._take(tx, line, now))

    @property
    def now(self) -> datetime:
        """The moment: the last `at`, the given start, else the machine's clock."""
        return self._moved or datetime.now(UTC)

    @property
    def person(self) -> Person:
        """Who talks."""
        return self._person

    def look(self) -> Answer:
        """The state as it is."""
        return self._store.run_now(lambda tx: self._desk.show(tx, self._person))

    def _take(self, tx: Transaction, line: Line, now: datetime) -> Answer:
        """What became due comes out before the answer; a line of `at` alone brings nothing else."""
        due = self._desk.take(tx, self._person, Elapsed(), now) if line.at is not None else None
        answer = self._answer(tx, line, now)
        if answer is None:
            return due or self._desk.show(tx, self._person)
        return answer._replace(replies=(*due.replies, *answer.replies)) if due else answer

    def _answer(self, tx: Transaction, line: Line, now: datetime) -> Answer | None:
        if line.say is not None and line.where == "channel":
            finding = judge(line.say)
            return self._desk.offer(tx, self._person, CHANNEL, finding, now) if finding.intercept else None
        event = _event_of(line)
        return None if event is None else self._desk.take(tx, self._person, event, now)


def _event_of(line: Line) -> Event | None:
    if line.press is not None:
        return Clicked(line.press)
    if line.command is not None:
        return Said(line.command if line.command.startswith("/") else f"/plan {line.command}")
    return None if line.say is None else Said(line.say)


def json_lines(chat: Chat, lines: Iterable[str]) -> Iterator[str]:
    """Exactly one JSON object for each line, in order. A line that cannot be read gets `error` and changes nothing."""
    for raw in lines:
        try:
            line = msgspec.json.decode(raw, type=Line)
        except msgspec.DecodeError as error:
            yield _encode({"error": f"This line is not understood: {error}", **as_json(chat.look(), chat)})
            continue
        yield _encode(as_json(chat.hear(line), chat))


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
    choices = [{"key": choice.key, "label": choice.label} for choice in choices_of(reply)]
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
        "levels": levels(conversation, today),
        "steps": [
            {"text": s.text, "owner": s.owner, "due": s.due, "verdict": s.verdict, "rule": s.rule} for s in plan.steps
        ],
        "open_points": open_points(conversation, today),
    }
