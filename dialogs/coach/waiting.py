"""What is due when time has passed: an offer asked for later, one nudge, and “where does it stand?” after two weeks.

One nudge for a plan and no second one: silence is an answer. After two weeks the coach asks before it goes on,
for the answers may be out of date.
"""

from datetime import date, datetime, timedelta
from typing import Final

from dialogs.coach.offer import make_offer
from dialogs.coach.questions import BY_SLOT, PLAN_QUESTIONS
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.turn import Turn
from dialogs.workdays import after_working_days

NUDGE_WORKING_DAYS: Final = 5  # rubric: draft and in_coaching, idle 5 working days
STALE_DAYS: Final = 14  # design 3.8: any message after 14 days


def remind(turn: Turn) -> None:
    """Make the offer that the person asked for later, once its time has come."""
    at = turn.conversation.remind_at
    if at is not None and turn.moment.now >= at:
        turn.change(remind_at=None, last_at=turn.moment.now)  # the days of an offer count from here
        make_offer(turn)


def days_away(conversation: Conversation, now: datetime) -> int:
    """Days of silence in a talk that is under way; 0 when the coach has already asked where it stands."""
    last = conversation.last_at
    if last is None or now - last < timedelta(days=1) or conversation.status not in ("talking", "paused"):
        return 0
    asked = conversation.prompt is None or conversation.prompt.key == "ctl.resume_stale"
    return 0 if asked else days_silent(conversation, now)


def days_silent(conversation: Conversation, now: datetime) -> int:
    """Days on the person's calendar since they were last heard; 0 when they never were."""
    last = conversation.last_at
    return 0 if last is None else (now.date() - last.astimezone(now.tzinfo).date()).days


def break_silence(turn: Turn, away: int) -> None:
    """The person is still silent: one nudge, and after two weeks the question where it stands."""
    today = turn.moment.today
    if away >= STALE_DAYS:
        _ask_where_it_stands(turn, away)
    elif away and not turn.conversation.nudged and today >= _nudge_day(today - timedelta(days=away)):
        hold(turn)
        turn.change(nudged=True)
        turn.ask("nudge.coaching", stage=_stage_words(turn), left=str(_questions_left(turn)))


def greet_after_silence(turn: Turn, away: int) -> None:
    """The person is back after two weeks: what they said is taken, the next question waits for where it stands."""
    prompt = turn.conversation.prompt
    if away >= STALE_DAYS and prompt is not None and (prompt.slot or prompt.step is not None):
        _ask_where_it_stands(turn, away)


def next_due(conversation: Conversation) -> date | None:
    """The day on which something will be due if the person stays silent; None when nothing will."""
    if conversation.remind_at is not None:
        return conversation.remind_at.date()
    if conversation.status not in ("talking", "paused") or conversation.last_at is None:
        return None
    if conversation.prompt is not None and conversation.prompt.key == "ctl.resume_stale":
        return None
    last = conversation.last_at.date()
    return last + timedelta(days=STALE_DAYS) if conversation.nudged else _nudge_day(last)


def _nudge_day(last: date) -> date:
    return after_working_days(last, NUDGE_WORKING_DAYS)


def _ask_where_it_stands(turn: Turn, away: int) -> None:
    hold(turn)
    turn.ask("ctl.resume_stale", days=str(away))


def hold(turn: Turn) -> None:
    """Put the open question aside while another matter is settled."""
    if turn.conversation.held is None:
        turn.change(held=turn.conversation.prompt)


def give_way(turn: Turn) -> None:
    """A question beside the talk, that something else happened to, is open no more; the one of the talk is again.

    A talk that was stopped stays so.
    """
    prompt, held = turn.conversation.prompt, turn.conversation.held
    if prompt is None or not prompt.about:
        return
    if turn.conversation.status == "stopped":
        turn.change(prompt=None)
    else:
        turn.change(prompt=held, held=None)


def _stage_words(turn: Turn) -> str:
    held = turn.conversation.held
    slot = held.slot if held is not None and held.slot in BY_SLOT else "steps"
    return text_of(f"label.{slot}", turn.conversation.lang).lower()


def _questions_left(turn: Turn) -> int:
    return sum(turn.conversation.is_empty(q.slot) for q in PLAN_QUESTIONS) + 1
