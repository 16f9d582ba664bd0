"""Who sees a plan: sent to a reviewer, handed over, taken back, posted in a channel, followed.

Nobody but the owner sees a plan before the owner sent or posted it, and the owner sees first what others will see.
"""

from typing import Final

from msgspec.structs import replace

from dialogs.life.act import Act, Notice, choices, words
from dialogs.life.findings import review
from dialogs.life.history import Version, history
from dialogs.life.others import others_card, past_for, reviewed_by_others
from dialogs.life.record import Party, waits_for
from dialogs.life.states import Illegal, LifeEvent, after, possible
from dialogs.plan import PlanState
from dialogs.replies import PlanCard

ANSWERS: Final = ("btn.approve", "btn.request_changes", "btn.comment")
MOST_CHANGES: Final = 3  # of the versions since it was sent: more are in its history
_NOTHING_YET: Final = "draft"
_SENDS: Final[dict[PlanState, LifeEvent]] = {
    "draft": "send_anyway", "in_coaching": "send_anyway", "ready": "send", "changes_requested": "resend",
}  # fmt: skip


def preview(act: Act) -> None:
    """What others see of it, for the owner."""
    act.replies.append(_card(act, act.by, key="plan.others", intro="others.intro"))


def offer_to_send(act: Act) -> None:
    """Before it goes to a reviewer: what they will see, and a yes. Raises Illegal."""
    to = act.args.to
    if act.plan.state != "in_review":  # there it goes to somebody else
        after(act.plan.state, _sending(act))
    if to is None:
        act.say("send.whom", "sheet.send|btn.choose_reviewer")
    elif to.key == act.ref.owner:
        act.say("send.yourself", "sheet.send|btn.choose_reviewer")
    elif _is_possible(act, to):
        act.replies.append(_card(act, act.by, key="plan.others", intro="send.preview", name=to.name))
        act.ask("send.confirm", "send_now", "btn.send_now", "btn.cancel", name=to.name)


def send(act: Act) -> None:
    """Send it. Raises Illegal. Who had it before and has it no more is told."""
    to, before = act.args.to, act.life.reviewer
    if to is None or to.key == act.ref.owner:
        offer_to_send(act)
        return
    if not _is_possible(act, to):
        return
    asked, old = act.life.change, act.life.sent_version
    if act.plan.state == "in_review":
        act.move("withdraw")
    act.move(_sending(act))
    if before is not None and before.key != to.key:
        act.tell(before, "review.passed", name=to.name)
    act.rewrite(share="review", reviewer=to.name)
    again = asked is not None and before is not None and before.key == to.key
    act.live(reviewer=to, sent_at=act.moment.now, sent_version=old if again else act.life.version, change=None)
    act.say("send.done", "btn.others", "btn.withdraw", name=to.name)
    _request(act, to, "review.again" if again else "review.request")


def ask_again(act: Act) -> None:
    """The reviewer gets the plan once more, with what changed: the yes was given to another one."""
    if act.life.reviewer is not None:
        new = Version(act.life.version, act.moment.now, act.plan)
        act.args = act.args._replace(versions=(*act.args.versions, new))
        _request(act, act.life.reviewer, "review.yes_again")


def hand_over(act: Act) -> None:
    """The reviewer passes it to somebody else, which the owner sees. Raises Illegal."""
    to, state = act.args.to, act.plan.state
    if to is None:
        act.say("pass.whom")
    elif to.key in (act.ref.owner, act.by.key):
        act.say("pass.not_them", name=to.name)
    elif state not in ("in_review", "changes_requested"):
        raise Illegal(state, "comment", possible(state, "reviewer"))
    else:
        act.stir()
        act.live(reviewer=to, sent_at=act.moment.now)
        act.say("pass.done", name=to.name)
        act.tell(act.owner, "pass.told", from_=act.by.name, name=to.name)
        _request(act, to, "review.request")


def withdraw(act: Act) -> None:
    """Take it back from the reviewer; a plan that nobody reviews is taken out of its channels. Raises Illegal."""
    if act.plan.state != "in_review" and act.life.posted:
        act.live(posted=(), posted_at=None, followers=())
        act.stir()
        act.say("post.withdrawn")
        return
    act.move("withdraw")
    act.tell(act.life.reviewer, "review.withdrawn")
    key = "review.taken_back_posted" if act.life.posted else "review.taken_back"
    rooms, reviewer = ", ".join(act.life.posted), act.life.reviewer
    act.say(key, name=reviewer.name if reviewer else "", rooms=rooms)
    act.live(reviewer=None, sent_at=None)


def offer_to_post(act: Act) -> None:
    """Before everybody in a channel reads it: what they will see, and a yes."""
    room = act.args.room
    if room is None:
        act.say("post.where")
    elif act.plan.state == _NOTHING_YET:
        act.say("post.too_early")
    else:
        act.replies.append(_card(act, act.by, key="plan.others", intro="post.preview", name=room.name))
        act.ask("post.confirm", "post_now", "btn.post_now", "btn.cancel", name=room.name)


def post(act: Act) -> None:
    """Post it: a card that everybody in the channel sees, and can follow."""
    room = act.args.room
    if room is None or act.plan.state == _NOTHING_YET:
        act.say("post.too_early")
        return
    act.stir()
    if not act.life.version:  # what others see has a version; a reviewer's card stays good
        act.keep_version()
    act.live(posted=tuple(dict.fromkeys((*act.life.posted, room.name))), posted_at=act.moment.now)
    act.say("post.done", "btn.others", "btn.withdraw", name=room.name)
    card = _card(act, act.owner, key="plan.posted", intro="post.head", buttons=("btn.follow",))
    act.notices.append(Notice(replace(act.by, place=room.place), replace(card, audience="channel")))


def follow(act: Act) -> None:
    """Somebody wants to hear of a posted plan: its week is in their digest. Owner and reviewer hear of it anyway."""
    if act.by.key in (act.ref.owner, act.life.reviewer and act.life.reviewer.key):
        act.say("follow.anyway")
        return
    if any(act.by.key == one.key for one in act.life.followers):
        act.say("follow.already", "btn.unfollow")
        return
    act.live(followers=(*act.life.followers, act.by))
    act.say("follow.done", "btn.unfollow")


def unfollow(act: Act) -> None:
    """They want to hear no more of it."""
    act.live(followers=tuple(one for one in act.life.followers if one.key != act.by.key))
    act.say("follow.ended")


def _card(act: Act, to: Party, *, key: str, intro: str, notes: tuple[str, ...] = (), buttons: tuple[str, ...] = (),
          name: str = "") -> PlanCard:  # fmt: skip
    """The plan as others see it, in the words of whoever reads the card."""
    line = words(act.record, to, intro, {"name": name}, act.moment) if intro else ""
    shown = choices(act.record, to, *buttons)
    return others_card(
        act.record, to.lang, to.familiar, act.moment.today, key=key, intro=line, notes=notes, choices=shown
    )


def show(act: Act) -> None:
    """The plan as whoever is not its owner sees it; a reviewer has the three answers below."""
    waits = waits_for(act.record, act.by.key)
    act.replies.append(_card(act, act.by, key="plan.others", intro="", buttons=ANSWERS if waits else ()))


def _sending(act: Act) -> LifeEvent:
    return _SENDS.get(act.plan.state, "send")


def _is_possible(act: Act, to: Party) -> bool:
    if waits_for(act.record, to.key):
        act.say("send.already", "btn.others", "btn.withdraw", name=to.name)
        return False
    if act.plan.state == "changes_requested" and act.life.change and act.life.version <= act.life.change.version:
        act.say("send.unchanged", "sheet.edit.plan|home.edit", text=act.life.change.text)
        return False
    return True


def _request(act: Act, to: Party, intro: str) -> None:
    """The reviewer's card: who asks, the plan, what was found; three answers, where it waits for one."""
    lang, today = to.lang, act.moment.today
    found = review(reviewed_by_others(act.plan), lang, today, to.familiar, act.owner.lang)
    notes = found.findings
    if intro != "review.request":
        changes = history(past_for("reviewer", act.record, act.args.versions), lang, today, to.familiar)
        notes = (*changes[:-1][:MOST_CHANGES], *notes)  # the first is the one that they have seen
    buttons = ANSWERS if act.plan.state == "in_review" else ()
    act.show(to, _card(act, to, key="review.request", intro=intro, notes=notes, buttons=buttons))
