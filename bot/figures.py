"""A figure typed out of the blue, “41 now”, when nothing is asked: a reading of the plan that runs."""

from typing import Final

from adapters.hearing import Happened
from bot.living import Living
from bot.plan_commands import choose
from bot.talks import talk_of
from dialogs.life.act import Args
from dialogs.life.checkins import read_reading
from dialogs.plan import Plan
from dialogs.reading.numbers import has_digit
from storage.transaction import Transaction

MOST_WORDS: Final = 8  # more of them tell a story, and begin a talk


def is_figure(tx: Transaction, happened: Happened, text: str) -> bool:
    """Whether the words are the figure of a running plan of theirs, and no answer to anything."""
    if happened.public or not has_digit(text) or len(text.split()) > MOST_WORDS:
        return False
    person = happened.person
    talk = talk_of(tx, person)
    if talk.prompt is not None:
        return False
    running = (record.plan for record in tx.plans.records(person.key) if record.plan.state == "running")
    today = person.moment(happened.at).today

    def is_of(plan: Plan) -> bool:
        return plan.objective.target is not None and read_reading(text, talk.lang, today, plan.objective) is not None

    return any(map(is_of, running))


def take_figure(living: Living, text: str) -> None:
    """Check in with it; asked back where several plans run."""
    choose(living, "checkin", "", Args(text))
