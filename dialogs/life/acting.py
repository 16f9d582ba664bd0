"""Every act on a plan by its name: who may do it, and what does it. The one door into a plan's life.

An act that somebody may not do is answered as if there were no such plan: that there is one is no business of theirs.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from dialogs.company import Company
from dialogs.content.catalog import text_of
from dialogs.events import Moment
from dialogs.life import answering, elapsing, running, sharing
from dialogs.life.act import Act, Args, words
from dialogs.life.record import Party, Record, Role, role_of
from dialogs.life.states import Illegal, LifeEvent
from dialogs.replies import Say

Does = Callable[[Act], None]

_OWNER: Final[frozenset[Role]] = frozenset({"owner"})
_REVIEWER: Final[frozenset[Role]] = frozenset({"reviewer"})
_OTHERS: Final[frozenset[Role]] = frozenset({"reviewer", "follower", "reader"})


class Allowed(NamedTuple):
    """An act: what does it, and to whom it is open."""

    does: Does
    roles: frozenset[Role]


ACTS: Final[dict[str, Allowed]] = {
    "others": Allowed(sharing.preview, _OWNER),
    "send": Allowed(sharing.offer_to_send, _OWNER),
    "send_now": Allowed(sharing.send, _OWNER),
    "resend": Allowed(sharing.send, _OWNER),
    "pass": Allowed(sharing.hand_over, _REVIEWER),
    "withdraw": Allowed(sharing.withdraw, _OWNER),
    "post": Allowed(sharing.offer_to_post, _OWNER),
    "post_now": Allowed(sharing.post, _OWNER),
    "follow": Allowed(sharing.follow, _OTHERS | _OWNER),
    "unfollow": Allowed(sharing.unfollow, frozenset({"follower"})),
    "look": Allowed(sharing.show, _OTHERS),
    "approve": Allowed(answering.approve, _REVIEWER),
    "change": Allowed(answering.request_change, _REVIEWER),
    "comment": Allowed(answering.comment, _REVIEWER),
    "run": Allowed(running.start, _OWNER),
    "step_done": Allowed(running.first_step_done, _OWNER),
    "step_not_yet": Allowed(running.first_step_waits, _OWNER),
    "checkin": Allowed(running.check_in, _OWNER),
    "note": Allowed(running.note, _OWNER),
    "keep_going": Allowed(running.keep_going, _OWNER),
    "last_reading": Allowed(running.last_reading, _OWNER),
    "done": Allowed(running.finish, _OWNER),
    "drop": Allowed(running.drop, _OWNER),
    "reopen": Allowed(running.reopen, _OWNER),
    "keep": Allowed(elapsing.keep_notes, _OWNER),
    "delete": Allowed(elapsing.delete_notes, _OWNER),
    "elapse": Allowed(elapsing.elapse, _OWNER),
}

# What a button about a plan does, where its name does not say it.
BUTTONS: Final = {
    "btn.approve": "approve", "btn.request_changes": "change", "btn.comment": "comment", "btn.show": "look",
    "btn.others": "others", "btn.withdraw": "withdraw", "btn.resend": "resend", "btn.run": "run",
    "btn.follow": "follow", "btn.unfollow": "unfollow", "btn.step_done": "step_done",
    "btn.step_not_yet": "step_not_yet", "btn.checkin": "checkin", "btn.finish": "done", "btn.watch": "keep_going",
    "btn.keep_going": "keep_going", "btn.drop_plan": "drop", "btn.reopen": "reopen", "btn.keep_plan": "keep",
    "btn.delete_plan": "delete", "btn.open": "look",
}  # fmt: skip


# What can be done next, as the command that does it, in the order of a plan's life.
_COMMANDS: Final[dict[LifeEvent, str]] = {
    "send": "send", "send_anyway": "send", "resend": "send", "start_without_review": "run", "edit": "edit",
    "withdraw": "withdraw", "first_step_done": "checkin", "checkin": "checkin", "close": "done", "drop": "drop",
    "reopen": "reopen",
}  # fmt: skip


def perform(name: str, record: Record, by: Party, moment: Moment, company: Company, args: Args = Args()) -> Act | None:  # noqa: B008
    """Do an act; None when it is not theirs to do. What is not possible now changes nothing and says what is."""
    act = Act(record, by, moment, company, args)
    does, roles = ACTS[name]
    if role_of(record, by.key) not in roles:
        return None
    try:
        does(act)
    except Illegal as illegal:
        refused = Act(record, by, moment, company, args)
        refused.replies.append(Say("life.not_now", _not_now(record, by, moment, illegal.possible), "review"))
        return refused
    return act


def _not_now(record: Record, by: Party, moment: Moment, possible: tuple[LifeEvent, ...]) -> str:
    commands = dict.fromkeys(_COMMANDS[event] for event in possible if event in _COMMANDS)
    if not commands:
        return words(record, by, "life.not_now_nothing", {}, moment)
    named = ", ".join(f"`/plan {text_of(f'word.cmd.{command}', by.lang)}`" for command in commands)
    return words(record, by, "life.not_now", {"possible": named}, moment)
