"""At the end of a talk the plan is sent or posted as its owner wished: at once where it can be, else it is told how."""

from typing import Final

from msgspec.structs import replace

from bot.living import Living, keep_edited
from bot.talks import OPEN
from bot.whom import BY_NAME, whom
from dialogs.coach.talk import ask_next
from dialogs.conversation import from_json
from dialogs.life.act import Args, choices
from dialogs.life.record import Ref
from dialogs.replies import Ask, Say
from dialogs.review import with_weak
from dialogs.turn import ShareWished, Turn

_POST: Final = "post"
# What a talk that is begun from a text brings along, beside the plan.
_OF_THE_PLAN: Final = ("status", "slots", "trail", "offer", "read_at_once", "insisted", "summary_shown", "last_at")


def keep_pasted(living: Living, begun: str) -> None:
    """Keep what was read from a pasted text: as the talk, where none is open, else as a plan for later."""
    turn = living.turn
    read = from_json(begun.encode())
    number = turn.conversation.plans_begun + 1
    plan = replace(read.plan, number=number, state="in_coaching")  # a text is as good as a first answer
    if turn.conversation.status in OPEN or turn.conversation.held is not None:
        turn.change(plans_begun=number)
        keep_edited(living, with_weak(replace(read, plan=plan)))
        turn.say("pasted.kept", number=str(number))
        return
    kept = turn.conversation
    turn.change(
        **{name: getattr(read, name) for name in _OF_THE_PLAN}, plan=plan, plans_begun=number, turn=kept.turn + 1
    )
    turn.say("pasted.kept", number=str(number))
    ask_next(turn)


def share_as_wished(living: Living, wish: ShareWished) -> None:
    """A name is an account on the page and in the terminal; elsewhere whoever is meant has to be picked."""
    ref, said = Ref(*living.me.key, wish.number), len(living.turn.replies)
    by_name = living.me.platform in BY_NAME
    if wish.how == _POST:
        living.do("post", ref, Args())  # in which channel is for them to say, and they see first what others will
    elif by_name and (party := whom(living, wish.reviewer or "", ()).party):
        living.do("send_now", ref, Args(to=party))
    else:
        _ask_to_pick(living, ref, wish.reviewer or "")
        return
    _in_one_breath(living.turn, said)


def _ask_to_pick(living: Living, ref: Ref, name: str) -> None:
    found = living.find(ref)
    if found is not None:
        buttons = choices(found.record, living.me, "sheet.send|btn.choose_reviewer")
        living.turn.replies.append(Ask("send.pick", living.turn.text("send.pick", name=name), "", buttons, "review"))


def _in_one_breath(turn: Turn, said: int) -> None:
    """The last word of the talk and what was done with the plan are one message: it is saved, and sent."""
    last, *more = turn.replies[said - 1 :]
    if isinstance(last, Say):
        text = "\n".join(reply.text for reply in (last, *more))
        turn.replies[said - 1 :] = [replace(last, text=text)]
