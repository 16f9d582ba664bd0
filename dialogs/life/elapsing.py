"""What time does to a plan: one reminder and no second one, check-ins on their days, and a flag where nothing moves.

Everything is said in private, to the owner, or to the reviewer about what waits for them. A flag is said to nobody.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from dialogs.coach.expiry import GRACE_DAYS
from dialogs.life.act import Act
from dialogs.life.checkins import first_step, measure_days
from dialogs.life.running import measure_words
from dialogs.life.sharing import ANSWERS
from dialogs.life.states import Illegal, possible
from dialogs.life.timers import Timer, due
from dialogs.plan import COACHING
from dialogs.saying import day


def elapse(act: Act) -> None:
    """Do what is due by now. A plan to which nothing is due is left as it is."""
    for timer in due(act.record, act.moment.today):
        if timer != "checkin":  # its days are noted one by one
            act.live(timers=(*act.life.timers, timer))
        _DOES[timer](act)


def keep_notes(act: Act) -> None:
    """A silent plan that was to be deleted stays. Raises Illegal."""
    _only_notes(act)
    act.stir()
    act.say("life.kept")


def delete_notes(act: Act) -> None:
    """Delete a plan that nobody else has seen, at once. Raises Illegal."""
    _only_notes(act)
    act.deleted = True
    act.say("life.deleted")


def _only_notes(act: Act) -> None:
    """A button of long ago does nothing to a plan that is more than notes by now."""
    if act.plan.state not in COACHING:
        raise Illegal(act.plan.state, "first_answer", possible(act.plan.state))


def _flag(act: Act) -> None:
    act.live(stalled_on=act.moment.today)


def _offer_to_delete(act: Act) -> None:
    act.live(delete_on=act.moment.today + timedelta(days=GRACE_DAYS))
    act.say("life.expiring", "btn.keep_plan", "btn.delete_plan")


def _expire(act: Act) -> None:
    act.deleted = True
    act.say("life.expired")


def _nudge_ready(act: Act) -> None:
    act.say("life.ready_nudge", "sheet.send|btn.choose_reviewer", "btn.run", "btn.drop_plan")


def _remind_reviewer(act: Act) -> None:
    act.tell(act.life.reviewer, "review.reminder", *ANSWERS, "btn.show")


def _review_stalled(act: Act) -> None:
    _flag(act)
    act.say("review.silent", "sheet.send|btn.choose_reviewer", "btn.withdraw")


def _ask_first_step(act: Act) -> None:
    words, on = first_step(act.plan)
    buttons = ("btn.step_done", "btn.step_not_yet", "sheet.edit.plan|btn.plan_changed")
    if words and on:
        act.say("checkin.first_step", *buttons, step=words, date=day(on, act.by.lang, act.moment.today))
    else:
        act.say("checkin.first_step.plain", *buttons)


def _ask_reading(act: Act) -> None:
    today = act.moment.today
    days = (on for on in measure_days(act.plan, act.life) if on <= today)
    act.live(asked_on=tuple(sorted({*act.life.asked_on, *days})))
    key = "checkin.ask" if act.plan.objective.numbered else "checkin.ask_plain"
    act.say(key, "btn.checkin", "sheet.edit.plan|btn.plan_changed", **measure_words(act))


def _remind_of_reading(act: Act) -> None:
    act.say("checkin.reminder", "btn.checkin", "btn.drop_plan", **measure_words(act))


_DOES: Final[dict[Timer, Callable[[Act], None]]] = {
    "coaching_stalled": _flag,
    "coaching_expiring": _offer_to_delete,
    "coaching_expired": _expire,
    "ready_nudge": _nudge_ready,
    "reviewer_reminder": _remind_reviewer,
    "review_stalled": _review_stalled,
    "change_stalled": _flag,
    "first_step": _ask_first_step,
    "checkin": _ask_reading,
    "checkin_reminder": _remind_of_reading,
    "checkin_stalled": _flag,
}
