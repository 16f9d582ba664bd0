"""Stage 0: the private offer after an interception, its answers, and the start of a talk.

Help is offered, never imposed: one tap starts it, one tap ends it, and no answer is an answer too.
"""

from datetime import datetime, time, timedelta
from typing import Any, Final

from dialogs.coach.talk import ask_next
from dialogs.conversation import Offer
from dialogs.events import Noticed
from dialogs.plan import COACHING, Plan
from dialogs.saying import day
from dialogs.turn import OfferAnswered, Turn

OFFER_BUTTONS: Final = ("btn.start", "btn.later", "btn.no", "btn.why", "btn.not_meant", "btn.never", "btn.not_here")
# A way out -> the answer that is remembered, and what is said to it.
_WAYS_OUT: Final = {
    "btn.no": ("no", "intercept.declined"),
    "btn.not_meant": ("not_meant", "intercept.not_meant"),
    "btn.never": ("never", "intercept.optout"),
    "btn.not_here": ("not_here", "intercept.not_here"),
}
MIN_PREFILLED: Final = 2  # one line read is quoted in the question; a card needs two


def notice(turn: Turn, event: Noticed) -> None:
    """Make the offer to the author of a tool-first message, quoting their own words."""
    turn.change(offer=_offer(event), lang=event.lang, status="offered", remind_at=None)
    make_offer(turn)


def drop_offer(turn: Turn) -> None:
    """Nothing of the offer remains, nor of the message that it was made for; a talk stopped before waits as it did."""
    stopped = turn.plan.number > 0 and turn.plan.state in COACHING
    held = turn.conversation.held
    if held is not None and held.key.startswith("intercept."):
        held = None
    turn.change(status="stopped" if stopped else "idle", offer=None, prompt=None, held=held, remind_at=None)


def take_back(turn: Turn, source: str) -> None:
    """Its message is gone: an offer that stands unanswered is dropped without a word."""
    offer = turn.conversation.offer
    if turn.conversation.status == "offered" and offer is not None and offer.source == source:
        drop_offer(turn)


def press_too_late(turn: Turn, button: str) -> None:
    """A button that no open question has: of an offer that is gone, or of an earlier question."""
    conversation = turn.conversation
    if button in OFFER_BUTTONS and conversation.prompt is None and conversation.offer is None:
        turn.say("intercept.gone", "only_you")
    else:
        turn.say("ctl.stale")


def begin_about(turn: Turn, noticed: Noticed | None) -> None:
    """Start a talk that was asked for, on what was read in a message if it was about one."""
    turn.change(offer=noticed and _offer(noticed), lang=noticed.lang if noticed else turn.conversation.lang)
    begin(turn)


def make_offer(turn: Turn) -> None:
    """Say the offer; said again when the person asked for it later."""
    offer = turn.conversation.offer
    key = "intercept.open" if offer and (offer.goal or offer.problem) else "intercept.open_nogoal"
    turn.ask(key, buttons=OFFER_BUTTONS, audience="only_you")


def explain_offer(turn: Turn) -> None:
    """Why this? The offer stays open."""
    buttons = tuple(button for button in OFFER_BUTTONS if button != "btn.why")
    turn.ask("intercept.why", buttons=buttons, audience="only_you")


def ask_when(turn: Turn) -> None:
    """Later: when suits them?"""
    turn.facts.append(OfferAnswered("later"))
    turn.ask("intercept.later", buttons=("btn.today", "btn.tomorrow", "btn.monday"), audience="only_you")


def remind(turn: Turn, button: str) -> None:
    """Come back at the time that the person chose, in their own zone."""
    remind_at(turn, _time_of(turn.moment.now, button))


def remind_at(turn: Turn, at: datetime) -> None:
    """Come back at a given time, which is said."""
    turn.change(remind_at=at, prompt=None)
    turn.say(
        "ctl.later_set", "only_you", when=f"{day(at.date(), turn.conversation.lang, turn.moment.today)} {at:%H:%M}"
    )


def decline(turn: Turn, button: str = "btn.no") -> None:
    """No, not meant so, not here, never again: the offer is dropped, only the answer is kept."""
    answer, key = _WAYS_OUT[button]
    if turn.conversation.status == "offered":
        turn.facts.append(OfferAnswered(answer))
    drop_offer(turn)
    turn.say(key, "only_you")


def begin(turn: Turn) -> None:
    """Start a talk on a fresh plan, with what was read in the message shown first."""
    start_talk(turn)
    if len(_prefilled(turn)) >= MIN_PREFILLED:
        confirm_prefill(turn)
    else:
        ask_next(turn)


def confirm_prefill(turn: Turn, said_as: str | None = None, **values: Any) -> None:
    """Show what was read in the message, to be confirmed."""
    shown = {**_prefill_values(turn), **values}
    turn.ask("prefill.confirm", buttons=("btn.right", "btn.fix"), said_as=said_as, **shown)


def start_talk(turn: Turn) -> None:
    """Say how the talk goes, on a fresh plan; no question yet."""
    if turn.conversation.status == "offered":
        turn.facts.append(OfferAnswered("yes"))
    fresh_plan(turn)
    turn.say("intercept.start")


def fresh_plan(turn: Turn) -> None:
    """A new plan and empty slots; the earlier plan stays among the person's plans."""
    offer = turn.conversation.offer
    number = turn.conversation.plans_begun + 1
    plan = Plan(number=number, trigger_tool=offer.tool if offer else None)
    turn.change(
        status="talking",
        plan=plan,
        plans_begun=number,
        slots={},
        trail=(),
        held=None,
        prompt=None,
        read_at_once=False,
        summary_shown=False,
        insisted=0,
        reassured=False,
        missed=0,
        nudged=False,
        remind_at=None,
    )


def correct_prefill(turn: Turn) -> None:
    """What was read in the message is not right: forget it and ask from the start."""
    offer = turn.conversation.offer
    if offer is not None:
        turn.change(offer=Offer(offer.tool))
    ask_next(turn)


def _offer(event: Noticed) -> Offer:
    return Offer(event.tool, event.goal, event.problem, event.people, event.due, event.source)


def _prefilled(turn: Turn) -> list[str]:
    offer = turn.conversation.offer
    return [part for part in (offer.problem, offer.goal, offer.people, offer.due) if part] if offer else []


def _prefill_values(turn: Turn) -> dict[str, Any]:
    offer = turn.conversation.offer or Offer("")
    return {
        "problem": offer.problem or "",
        "objective": offer.goal or "",
        "people": offer.people or "",
        "date": offer.due or "",
    }


def _time_of(now: datetime, button: str) -> datetime:
    """The moment of a *later* button; the next working morning when the afternoon is over."""
    if button == "btn.today" and now.hour < 15:
        return now.replace(hour=15, minute=0, second=0, microsecond=0)
    ahead = (7 - now.weekday()) % 7 or 7 if button == "btn.monday" else 1
    return datetime.combine(now.date() + timedelta(days=ahead), time(9), now.tzinfo)
