"""When time does something to a plan next, as a row of the schedule: written whenever the plan is kept."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from adapters.hearing import Happened, Person, PlanDue
from dialogs.life.record import Party, Record, Ref
from dialogs.life.timers import due
from dialogs.life.timers import next_due as next_day
from dialogs.person import PersonId
from storage.schedule import Scheduled, WallClock, next_due
from storage.transaction import Transaction

KIND: Final = "plan/"
IN_THE_MORNING: Final = time(9, 30)  # on the person's own clock


def set_clock(tx: Transaction, record: Record, owner: Party, now: datetime) -> None:
    """Write, move or remove the plan's row. What is due this morning after it is over comes the next one."""
    owner = record.life.owner or owner
    zone = ZoneInfo(owner.zone)
    kind = f"{KIND}{record.ref.number}"
    day = next_day(record, now.astimezone(zone).date())
    if day is None:
        stop_clock(tx, record.ref)
        return
    midnight = datetime.combine(day, time(), zone)
    clock = WallClock(IN_THE_MORNING, owner.zone)
    at = next_due(clock, max(midnight - timedelta(seconds=1), now))
    person = Person(owner.tenant, owner.id, owner.name, owner.lang, owner.zone)
    happened = Happened(person, PlanDue(record.ref.number), owner.platform, at, owner.place)
    tx.schedule.put(Scheduled(kind, record.ref.owner, at, clock, msgspec.json.encode(happened)))


def due_plans(tx: Transaction, person: PersonId, today: date) -> tuple[int, ...]:
    """The numbers of their plans for which something is due, for who looks at it without a schedule."""
    return tuple(record.ref.number for record in tx.plans.records(person) if due(record, today))


def stop_clock(tx: Transaction, ref: Ref) -> None:
    """Nothing is due for that plan any more."""
    tx.schedule.remove(f"{KIND}{ref.number}", ref.owner)
