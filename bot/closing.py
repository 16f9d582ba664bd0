"""At the end of a talk the owner may wish the plan to be sent or posted: done at once where it can be, else said how."""

from typing import Final

from dialogs.life.pasted import read_pasted
from msgspec.structs import replace

from bot.living import Living, keep_edited
from bot.plan_commands import HERE
from bot.talks import OPEN
from bot.whom import BY_NAME, whom
from dialogs.coach.talk import ask_next
from dialogs.life.act import Args, choices
from dialogs.life.record import Ref
from dialogs.replies import Ask, Say
from dialogs.review import with_weak
from dialogs.turn import ShareWished, Turn

_POST: Final = "post"
# What a talk that is begun from a text brings along, beside the plan.
_OF_THE_PLAN: Final = ("status", "slots", "trail", "offer", "read_at_once", "insisted", "summary_shown", "last_at")


def keep_pasted(living: Living, text: str) -> None:
    """Keep a pasted text as a draft: as the talk, where none is open, else as a plan for later."""
    turn = living.turn
    read = read_pasted(text, living.me.name, living.me.lang, turn.moment, turn.company)
    number = turn.conversation.plans_begun + 1
    plan = replace(read.plan, number=number)
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
    ref, by_name = Ref(*living.me.key, wish.number), living.me.platform in BY_NAME
    if wish.how == _POST:
        living.do("post_now" if by_name else "post", ref, Args(room=HERE if by_name else None))
        return
    someone = whom(living, wish.reviewer or "", ()) if by_name else None
    if someone is not None and someone.party is not None:
        said = len(living.turn.replies)
        living.do("send_now", ref, Args(to=someone.party))
        _in_one_breath(living.turn, said)
        return
    found = living.find(ref)
    if found is not None:
        text = living.turn.text("send.pick", name=wish.reviewer or "")
        buttons = choices(found.record, living.me, "sheet.send|btn.choose_reviewer")
        living.turn.replies.append(Ask("send.pick", text, "", buttons, "review"))


def _in_one_breath(turn: Turn, said: int) -> None:
    """The last word of the talk and what was done with the plan are one message: it is saved, and sent."""
    last, *more = turn.replies[said - 1 :]
    if isinstance(last, Say):
        text = "\n".join(reply.text for reply in (last, *more))
        turn.replies[said - 1 :] = [replace(last, text=text)]
