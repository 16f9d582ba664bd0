"""What each button does. A press arrives here only for the open prompt."""

from collections.abc import Callable
from typing import Final

import msgspec

from dialogs.coach import offer, repairs
from dialogs.coach.advice import take_attribute
from dialogs.coach.choosing import ATTRIBUTE_OF
from dialogs.coach.closing import take_share
from dialogs.coach.correcting import confirm_card, fix_slot_again
from dialogs.coach.talk import ask_next, take_choice
from dialogs.conversation import Prompt
from dialogs.life.states import after
from dialogs.turn import PlanDropped, Read, Turn

Press = Callable[[Turn, Prompt], None]


def press(turn: Turn, prompt: Prompt, button: str) -> None:
    """Do what the button says. `button` is one of the prompt's own."""
    turn.change(missed=0)
    if button in _PRESSES:
        _PRESSES[button](turn, prompt)
    elif button in ATTRIBUTE_OF:
        _attribute(turn, prompt, prompt.slot.removeprefix("step."), ATTRIBUTE_OF[button])
    elif button.startswith("blk."):
        _blocker(turn, prompt, button.removeprefix("blk."))
    elif button.startswith("btn.mech."):
        take_choice(turn, prompt, button.removeprefix("btn.mech."))
    elif button.startswith("fix."):
        fix_slot_again(turn, button.removeprefix("fix."))
    elif button.startswith("drop."):
        _drop(turn, button)
    else:
        offer.remind(turn, button)


def _attribute(turn: Turn, prompt: Prompt, attribute: str, value: str) -> None:
    turn.read[f"step.{attribute}"] = Read(value)
    take_attribute(turn, prompt.step or 0, attribute, value)


def _blocker(turn: Turn, prompt: Prompt, kind: str) -> None:
    if kind == "human":
        turn.ask("q.step.human", step=prompt.step)
        return
    _attribute(turn, prompt, "blocker", kind)


def _right(turn: Turn, prompt: Prompt) -> None:
    if prompt.key == "prefill.confirm":
        ask_next(turn)
    else:
        confirm_card(turn)


def _fix(turn: Turn, prompt: Prompt) -> None:
    if prompt.key == "prefill.confirm":
        offer.correct_prefill(turn)
    else:
        repairs.repair(turn, "fix", "")


def _still(turn: Turn, prompt: Prompt) -> None:
    repairs.put_again(turn)


def _ask_why_dropped(turn: Turn, prompt: Prompt) -> None:
    turn.ask("drop.reason")


def _drop(turn: Turn, reason: str) -> None:
    """Dropping is normal: the reason is one of six, “I'd rather not say” among them."""
    turn.change_plan(state=after(turn.plan.state, "drop"))
    turn.facts.append(PlanDropped(turn.plan.number, reason))
    turn.change(status="closed", prompt=None, held=None)
    turn.say("ctl.dropped")


def _restart(turn: Turn, prompt: Prompt) -> None:
    kept = turn.conversation.offer
    turn.change(held=None, offer=None if kept is None else msgspec.structs.replace(kept, problem=None, people=None))
    offer.begin(turn)


_PRESSES: Final[dict[str, Press]] = {
    "btn.start": lambda turn, prompt: offer.begin(turn),
    "btn.later": lambda turn, prompt: offer.ask_when(turn),
    "btn.no": lambda turn, prompt: offer.decline(turn),
    "btn.not_meant": lambda turn, prompt: offer.decline(turn, "btn.not_meant"),
    "btn.never": lambda turn, prompt: offer.decline(turn, "btn.never"),
    "btn.not_here": lambda turn, prompt: offer.decline(turn, "btn.not_here"),
    "btn.why": lambda turn, prompt: offer.explain_offer(turn),
    "btn.right": _right,
    "btn.fix": _fix,
    "btn.private": lambda turn, prompt: take_share(turn, "private"),
    "btn.review": lambda turn, prompt: take_share(turn, "review"),
    "btn.post": lambda turn, prompt: take_share(turn, "post"),
    "btn.still": _still,
    "btn.keep_going": _still,
    "btn.changed": lambda turn, prompt: repairs.repair(turn, "fix", ""),
    "btn.drop": _ask_why_dropped,
    "btn.keep": lambda turn, prompt: repairs.keep_notes(turn),
    "btn.delete": lambda turn, prompt: repairs.delete_notes(turn),
    "btn.send_notes": lambda turn, prompt: repairs.send_notes(turn),
    "btn.summary": lambda turn, prompt: repairs.summary_now(turn),
    "btn.pause": lambda turn, prompt: repairs.pause(turn),
    "btn.stop": lambda turn, prompt: repairs.stop(turn),
    "btn.restart": _restart,
    "btn.yes": _still,
}
