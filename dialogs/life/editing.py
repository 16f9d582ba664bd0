"""What it means for a plan's life that its owner changed it, in the talk or in a form.

A reviewer's yes was given to a plan: when its problem, objective or decision change, it is asked for again. While
somebody reads a plan it stays as it is; it can be taken back.
"""

from dialogs.life.act import Act
from dialogs.life.history import is_core_change
from dialogs.life.record import OldTarget
from dialogs.life.sharing import ask_again
from dialogs.plan import COACHING, Plan


def edit(act: Act, plan: Plan) -> None:
    """Take the plan as it is now. Its state is still the old one, unless it is one that nobody else sees."""
    before = act.plan
    if plan == before:
        return
    act.plan = plan
    act.stir()
    if plan.state in COACHING:
        return
    act.keep_version()
    if plan.state == "changes_requested":
        act.move("edit")
        act.say("life.send_again", "btn.resend")
    elif plan.state in ("approved", "running") and is_core_change(before, plan):
        _change_core(act, before)


def _change_core(act: Act, before: Plan) -> None:
    act.move("edit_core")
    if act.plan.state == "in_review":
        act.live(approval=None, sent_at=act.moment.now)
        act.say("life.asked_again")
        ask_again(act)
        return
    if before.objective != act.plan.objective:
        act.live(old_targets=(*act.life.old_targets, OldTarget(before.objective, act.moment.today)))
    act.tell(act.life.reviewer, "life.core_changed", "btn.show")
