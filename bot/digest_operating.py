"""What an operator does with weekly digests: see who would get one by a moment, read one, send them.

Only `preview` of a named reader shows what a digest says; all else is who and how many.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from bot.digests import BATCH, Fired, fire, send
from bot.subscription import KIND
from dialogs.person import PersonId
from dialogs.replies import DigestCard, Say
from storage.schedule import Scheduled
from storage.store import Store
from storage.transaction import Transaction

_said = msgspec.json.Decoder(DigestCard | Say)


def preview(store: Store, at: datetime, manager: PersonId | None) -> list[str]:
    """What would go out at that moment: the whole text for one reader, else a line for each. Nothing is sent."""
    fired = store.run_now(lambda tx: fire(tx, _rows(tx, at, manager, most=1_000_000), at)[0])
    if manager is not None:
        return [_text(one) for one in fired]
    return [f"{one.row.subject.tenant}/{one.row.subject.id}  {_measure(one)}" for one in fired]


def send_by(store: Store, at: datetime, manager: PersonId | None) -> str:
    """Queue what is due by that moment, for one reader or for all, batch by batch. A worker delivers it."""
    rows = told = 0
    while True:
        run = store.run_now(lambda tx: send(tx, _rows(tx, at, manager, most=BATCH), at))
        rows, told = rows + run.rows, told + run.told
        if not run.rows:
            return f"{rows} due, {told} queued"


def _rows(tx: Transaction, at: datetime, manager: PersonId | None, *, most: int) -> Sequence[Scheduled]:
    if manager is None:
        return tx.schedule.due_weekly(at, most)
    row = tx.schedule.get(KIND, manager)
    return [row] if row is not None and row.due <= at else []


def _text(one: Fired) -> str:
    return _said.decode(one.message.reply).text if one.message else "nothing to tell"


def _measure(one: Fired) -> str:
    if one.message is None:
        return "nothing to tell"
    text = _text(one)
    return f"{len(text)} characters, {text.count(chr(10)) + 1} lines"
