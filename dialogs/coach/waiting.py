"""What is due when time has passed: an offer asked for later, one nudge, and “where does it stand?” after two weeks.

One nudge for a plan and no second one: silence is an answer. After two weeks the coach asks before it goes on,
for the answers may be out of date.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dialogs.coach.offer import make_offer
from dialogs.coach.questions import BY_SLOT, PLAN_QUESTIONS
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation

if TYPE_CHECKING:
    from dialogs.turn import Turn

NUDGE_WORKING_DAYS: Final = 5  # rubric: draft and in_coaching, idle 5 working days
STALE_DAYS: Final = 14  # design 3.8: any message after 14 days


def catch_up(turn: Turn) -> None:
    """Say what became due since the person was last heard."""
    conversation, now = turn.conversation, turn.moment.now
    if conversation.remind_at is not None and now >= conversation.remind_at:
        turn.change(remind_at=None)
        make_offer(turn)
    elif conversation.last_at is None or now - conversation.last_at < timedelta(days=1):
        return
    elif conversation.status in ("talking", "paused"):
        _ask_where_it_stands(turn, now.date(), conversation.last_at.astimezone(now.tzinfo).date())


def next_due(conversation: Conversation) -> date | None:
    """The day on which something will be due if the person stays silent; None when nothing will."""
    if conversation.remind_at is not None:
        return conversation.remind_at.date()
    if conversation.status not in ("talking", "paused") or conversation.last_at is None:
        return None
    if conversation.prompt is not None and conversation.prompt.key == "ctl.resume_stale":
        return None
    last = conversation.last_at.date()
    return last + timedelta(days=STALE_DAYS) if conversation.nudged else _after_working_days(last)


def _ask_where_it_stands(turn: Turn, today: date, last: date) -> None:
    prompt = turn.conversation.prompt
    if prompt is None or prompt.key == "ctl.resume_stale":
        return
    days = (today - last).days
    if days >= STALE_DAYS:
        hold(turn)
        turn.ask("ctl.resume_stale", days=str(days))
    elif not turn.conversation.nudged and today >= _after_working_days(last):
        hold(turn)
        turn.change(nudged=True)
        turn.ask("nudge.coaching", stage=_stage_words(turn), left=str(_questions_left(turn)))


def hold(turn: Turn) -> None:
    """Put the open question aside while another matter is settled."""
    if turn.conversation.held is None:
        turn.change(held=turn.conversation.prompt)


def _after_working_days(day: date) -> date:
    """The day `NUDGE_WORKING_DAYS` working days after another (Monday to Friday)."""
    left = NUDGE_WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


def _stage_words(turn: Turn) -> str:
    held = turn.conversation.held
    slot = held.slot if held is not None and held.slot in BY_SLOT else "steps"
    return text_of(f"label.{slot}", turn.conversation.lang).lower()


def _questions_left(turn: Turn) -> int:
    return sum(turn.conversation.slot(q.slot).state == "empty" for q in PLAN_QUESTIONS) + 1
