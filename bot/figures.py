"""A figure typed out of the blue, “41 now”: a reading of the plan that runs.

The check-in is no question that waits; so a figure is its answer when nothing was asked since.
"""

from datetime import date, datetime
from typing import Final

from adapters.hearing import Happened
from bot.living import Living
from bot.plan_commands import choose
from bot.talks import talk_of
from dialogs.events import Moment
from dialogs.lang import Lang
from dialogs.life.act import Args
from dialogs.life.checkins import read_reading
from dialogs.life.record import Life
from dialogs.plan import Objective
from dialogs.reading.numbers import has_digit
from storage.transaction import Transaction

MOST_WORDS: Final = 8  # more of them tell a story, and begin a talk


def is_figure(tx: Transaction, happened: Happened, text: str) -> bool:
    """Whether the words are the figure of a running plan of theirs, and no answer to a question of the talk."""
    if happened.public or not has_digit(text) or len(text.split()) > MOST_WORDS:
        return False
    person, moment = happened.person, happened.person.moment(happened.at)
    talk = talk_of(tx, person)
    running = (record for record in tx.plans.records(person.key) if record.plan.state == "running")
    return any(
        _tells(text, talk.lang, moment.today, record.plan.objective)
        for record in running
        if talk.prompt is None or _was_asked_last(record.life, talk.last_at, moment)
    )


def _tells(text: str, lang: Lang, today: date, objective: Objective) -> bool:
    return objective.target is not None and read_reading(text, lang, today, objective) is not None


def _was_asked_last(life: Life, talked_at: datetime | None, moment: Moment) -> bool:
    """Whether the figure was asked for on a day after their last word in the talk, and not told since."""
    talked = talked_at.astimezone(moment.now.tzinfo).date() if talked_at else date.min
    read = max((reading.on for reading in life.readings), default=date.min)
    return max(life.asked_on, default=date.min) > max(talked, read)


def take_figure(living: Living, text: str) -> None:
    """Check in with it; asked back where several plans run."""
    choose(living, "checkin", "", Args(text))
