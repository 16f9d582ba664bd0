"""Silence: when the coach speaks next if the person does not, as a row of the schedule.

The row is written in the transaction of the turn that moved the moment, so it is never behind the talk.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from adapters.hearing import Happened
from bot.desk import Answer
from bot.plan_clock import IN_THE_MORNING
from dialogs.coach.expiry import expires_on
from dialogs.coach.waiting import next_due as next_day
from dialogs.conversation import Conversation
from dialogs.events import Elapsed
from storage.schedule import Scheduled, WallClock, next_due
from storage.transaction import Transaction

KIND: Final = "silence"


def due_at(conversation: Conversation, zone: str) -> datetime | None:
    """When something will be due if the person stays silent; None when nothing will."""
    if conversation.remind_at is not None:
        return conversation.remind_at.astimezone(UTC)
    expiry = expires_on(conversation)
    day = expiry if conversation.delete_on is not None else next_day(conversation) or expiry
    if day is None:
        return None
    midnight = datetime.combine(day, time(), ZoneInfo(zone))
    return next_due(WallClock(IN_THE_MORNING, zone), midnight - timedelta(seconds=1))


def keep_watch(tx: Transaction, happened: Happened, answer: Answer, now: datetime) -> None:
    """Write, move or remove the person's row, when this turn changed what it should say."""
    person = happened.person
    due = due_at(answer.conversation, person.zone)
    came_due = isinstance(happened.event, Elapsed)
    if not came_due and (answer.before is None or due == due_at(answer.before, person.zone)):
        return
    if due is None or (came_due and due <= now):  # what was due by now was said, or did not need to be
        tx.schedule.remove(KIND, person.key)
        return
    clock = WallClock(due.astimezone(ZoneInfo(person.zone)).time(), person.zone)
    # Whoever stays silent is somewhere else by then: it is said in private.
    silent = Happened(person, Elapsed(), happened.platform, due)
    tx.schedule.put(Scheduled(KIND, person.key, due, clock, msgspec.json.encode(silent)))
