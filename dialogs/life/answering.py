"""The reviewer's three answers, as in code review: a yes, one change that is asked for, a comment.

Each is an answer to a version. A yes to an older one than the owner has sent is not taken: the plan is shown anew.
"""

from typing import Final

from msgspec.structs import replace

from dialogs.life.act import Act
from dialogs.life.record import Approval, Remark
from dialogs.life.sharing import ANSWERS, show
from dialogs.life.states import after
from dialogs.reading.typed import printable
from dialogs.saying import day

LONGEST: Final = 500  # characters of a change or a comment: one sentence, in words


def approve(act: Act) -> None:
    """Say yes. Raises Illegal. The decision of the plan then says who said it, and when."""
    after(act.plan.state, "approve", "reviewer")
    if not _is_current(act):
        return
    act.move("approve", "reviewer")
    act.live(approval=Approval(act.by.name, act.moment.now, act.life.version), change=None)
    decision = act.plan.decision
    if decision.sponsor.casefold() in ("", act.by.name.casefold()):
        today = act.moment.today
        act.rewrite(decision=replace(decision, sponsor=act.by.name, said_yes=True, said_yes_on=today))
    act.say("review.noted_yes")
    first, on = act.plan.commitment, act.plan.commitment_on
    if first and on:
        act.tell(act.owner, "review.approved", commitment=first, commit_date=day(on, act.owner.lang, act.moment.today))
    else:
        act.tell(act.owner, "review.approved_plain")


def request_change(act: Act) -> None:
    """Ask for one change, in words. Raises Illegal."""
    after(act.plan.state, "request_changes", "reviewer")
    if _is_current(act) and (text := _sentence(act, "review.change.ask", "change")):
        act.move("request_changes", "reviewer")
        act.live(change=Remark(act.by.name, act.moment.now, act.life.version, text))
        act.say("review.noted_change")
        act.tell(act.owner, "review.changes", "sheet.edit.plan|home.edit", "btn.resend", text=text)


def comment(act: Act) -> None:
    """Say something that asks for nothing. Raises Illegal."""
    after(act.plan.state, "comment", "reviewer")
    if text := _sentence(act, "review.comment.ask", "comment"):
        act.move("comment", "reviewer")
        act.live(comments=(*act.life.comments, Remark(act.by.name, act.moment.now, act.life.version, text)))
        act.say("review.noted_comment", *ANSWERS)
        act.tell(act.owner, "review.comment", text=text)


def _sentence(act: Act, question: str, name: str) -> str:
    """The words given with the answer; asked for when there are none, and refused when they are too many."""
    text = printable(act.args.text).strip(' "“”«»\u00a0\u202f')
    if not any(sign.isalnum() for sign in text):
        act.ask(question, name, "btn.cancel")
        return ""
    if len(text) > LONGEST:
        act.ask("review.too_long", name, "btn.cancel", limit=str(LONGEST))
        return ""
    return text


def _is_current(act: Act) -> bool:
    """Whether they looked at the plan as it is now; a command is about it as it is."""
    if act.args.version in (None, act.life.version):
        return True
    act.say("review.outdated")
    show(act)
    return False
