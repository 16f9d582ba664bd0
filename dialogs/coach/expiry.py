"""What nobody comes back to is not kept for ever: an unanswered offer, and the notes of a talk that fell silent.

Notes are deleted only after it was announced and two more weeks went by. Any word from the person ends the count.
"""

from datetime import date, timedelta
from typing import Final

from dialogs.coach.offer import drop_offer
from dialogs.coach.repairs import forget_notes
from dialogs.coach.waiting import days_silent, hold
from dialogs.conversation import Conversation
from dialogs.plan import COACHING
from dialogs.turn import Turn

OFFER_DAYS: Final = 14  # as long as the coach would not offer itself again
SILENT_DAYS: Final = 90  # rubric: draft and in_coaching, idle 90 days: offer to delete
GRACE_DAYS: Final = 14  # rubric: delete after 14 more days unless kept


def expire(turn: Turn) -> bool:
    """Forget or announce what is due; True when the talk is in its last days, so that no nudge is due."""
    conversation, today = turn.conversation, turn.moment.today
    if conversation.delete_on is not None:
        if today >= conversation.delete_on:
            turn.say("ctl.expired")
            forget_notes(turn)
        return True
    due = expires_on(conversation)
    if due is None or today < due:
        return False
    if conversation.status == "offered":
        drop_offer(turn)
        return True
    hold(turn)
    turn.ask("ctl.expiring", days=str(days_silent(conversation, turn.moment.now)))
    turn.change(delete_on=today + timedelta(days=GRACE_DAYS))
    return True


def expires_on(conversation: Conversation) -> date | None:
    """The day on which something expires if the person stays silent; None when nothing will."""
    if conversation.delete_on is not None:
        return conversation.delete_on
    if conversation.last_at is None or conversation.remind_at is not None:
        return None
    last = conversation.last_at.date()
    if conversation.status == "offered":
        return last + timedelta(days=OFFER_DAYS)
    under_way = conversation.status in ("talking", "paused", "stopped") and conversation.plan.state in COACHING
    return last + timedelta(days=SILENT_DAYS) if under_way and conversation.plan.number else None
