"""What people do with plans beside the talk: commands, buttons that name a plan, answers to what was asked about one.

Each comes here with the person's `Living`; what an act does is in `dialogs.life`.
"""

from collections.abc import Callable
from typing import Final

from adapters.hearing import Commanded, SheetSent
from bot import plan_views
from bot.closing import keep_pasted
from bot.commands import Command
from bot.data import data, forget_me
from bot.digest_choice import digest
from bot.exporting import export
from bot.feedback import FEEDBACK, take_sentence
from bot.living import Living
from bot.plan_commands import act_on, choose
from bot.whom import whom
from dialogs.life.act import Args
from dialogs.life.acting import BUTTONS
from dialogs.life.asking import Answered, settle
from dialogs.life.keys import PlanButton, read_key
from dialogs.life.record import Ref, read_ref

Shows = Callable[[Living, str], None]

_SHOWS: Final[dict[str, Shows]] = {
    "list": plan_views.list_,
    "show": plan_views.show,
    "review": plan_views.review,
    "history": plan_views.past,
    "export": export,
    "digest": digest,
    "now": lambda living, rest: plan_views.now(living),
    "data": lambda living, rest: data(living),
    "forget": lambda living, rest: forget_me(living),
}
_ACTS: Final = frozenset(
    {"send", "pass", "post", "approve", "change", "comment", "withdraw", "run", "checkin", "done", "drop", "reopen"}
    | {"others", "unfollow"}
)
ABOUT_PLANS: Final = frozenset(_SHOWS) | _ACTS
"""Names of the commands that are carried out here."""

_BUTTONS_THAT_SHOW: Final[dict[str, Shows]] = {"btn.review_plan": plan_views.review}


def about_plans(living: Living, commanded: Commanded, command: Command) -> None:
    """Carry out a command about plans."""
    name = command.name or ""
    if name in _SHOWS:
        _SHOWS[name](living, command.rest)
    else:
        act_on(living, name, commanded, command.rest)


def about_a_plan(button: str) -> PlanButton | None:
    """The button about a plan that was pressed; None for any other."""
    about = read_key(button)
    return about if about and (about.name in BUTTONS or about.name in _BUTTONS_THAT_SHOW) else None


def press(living: Living, button: PlanButton) -> None:
    """Do what a button about a plan says."""
    if show := _BUTTONS_THAT_SHOW.get(button.name):
        show(living, str(button.ref.number))
    else:
        _do(living, BUTTONS[button.name], button.ref, Args(version=button.version))


def take_answer(living: Living, said: Answered) -> None:
    """An answer to a question beside the talk. Then the talk goes on where it was."""
    question, text = said
    living.turn.change(prompt=None)
    if text is None:
        living.turn.say("life.left")
    elif question.act in FEEDBACK:
        take_sentence(living, question.act, text)
    elif question.act == "pasted":
        keep_pasted(living, text)
    else:
        args = Args(text, question.to, question.room, question.version or None)
        _go_on(living, question.act, question.ref, args)
    asked = living.turn.conversation.prompt
    if asked is None or not asked.about:
        settle(living.turn)


def send_picked(living: Living, sent: SheetSent) -> None:
    """A reviewer was picked in the sheet, which said what they will see."""
    someone = whom(living, "", sent.people)
    if someone.party is None:
        living.turn.say(someone.refusal or "send.whom_plain", name=someone.name)
    elif sent.about.isdecimal():
        _do(living, "send_now", Ref(*living.me.key, int(sent.about)), Args(to=someone.party))
    else:
        choose(living, "send_now", "", Args(to=someone.party))


def plan_is_due(living: Living, number: int) -> None:
    """Time passed for a plan of theirs. While its talk is open that is the talk's own business."""
    found = living.find(Ref(*living.me.key, number))
    if found is not None and not living.is_talked_about(number):
        living.do("elapse", found.record.ref, Args())


def _go_on(living: Living, act: str, ref: str, args: Args) -> None:
    where = read_ref(ref)
    if where is None:
        living.turn.say("cmd.gone")
    else:
        _do(living, act, where, args)


def _do(living: Living, act: str, ref: Ref, args: Args) -> None:
    if not living.do(act, ref, args):
        living.turn.say("cmd.gone")
