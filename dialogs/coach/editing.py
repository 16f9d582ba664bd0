"""A plan changed in a form of its own: what changed is read anew, said in one line, and the verdicts follow.

Nothing is asked for it. Where a step now lacks something for its verdict and no talk is open, it waits as an open
point. It works on the plan of a running talk, and on one whose talk is long over.
"""

from collections.abc import Collection
from typing import Final

from msgspec.structs import asdict, replace

from dialogs.coach.advice import look_again, reconsider, unjudged
from dialogs.coach.closing import settle_state
from dialogs.coach.questions import BY_SLOT
from dialogs.coach.repairs import FORM_SLOTS, put_again
from dialogs.coach.rereading import read_anew, step_anew
from dialogs.coach.steps import verb_lowered
from dialogs.coach.talk import ask_next
from dialogs.coach.told import slots_of, steps_in_words, told
from dialogs.conversation import Prompt
from dialogs.events import PlanEdited, StepEdited
from dialogs.life.states import LOCKED
from dialogs.plan import Step
from dialogs.reading.grammar import grammar
from dialogs.reading.typed import MAX_CHARACTERS, printable
from dialogs.turn import Turn

# The answers in whose light the steps are looked at.
_SEEN_WITH_STEPS: Final = frozenset({"problem.what", "problem.who", "mechanism", "blockers"})


def edit_plan(turn: Turn, event: PlanEdited) -> None:
    """Take the answers that changed; one that was emptied is taken back and left open."""
    if not _is_this_plan(turn, event.number):
        return
    typed = {slot: printable(event.fields[slot]) for slot in FORM_SLOTS if slot in event.fields}
    if any(len(text) > MAX_CHARACTERS for text in typed.values()):
        turn.say("ctl.too_long", limit=str(MAX_CHARACTERS))
        return
    today, advised = turn.moment.today, is_advised(turn)
    changed = [slot for slot, text in typed.items() if text != told(turn.conversation, slot, today)]
    for slot in changed:
        read_anew(turn, slot, typed[slot])
    if changed:
        turn.say("edit.done", number=str(event.number))
        go_on_after(turn, changed, advised)


def edit_step(turn: Turn, event: StepEdited) -> None:
    """Take the words of a step, its owner and its day; its verdict is found anew."""
    if not _is_this_plan(turn, event.number):
        return
    if not 0 <= event.step < len(turn.plan.steps):
        turn.say("edit.gone")
        return
    old = turn.plan.steps[event.step]
    step = _step_told(turn, old, event)
    if step == old:
        return
    advised = is_advised(turn)
    turn.change_step(event.step, **asdict(step))
    overrides = tuple(replace(o, step=step.text) if o.step == old.text else o for o in turn.plan.overrides)
    turn.change_plan(overrides=overrides)
    turn.set_slot("steps", state="given", text=_steps_told(turn), pattern=None)
    turn.say("edit.done", number=str(event.number))
    go_on_after(turn, ("steps",), advised)


def is_locked(turn: Turn) -> bool:
    """Whether the plan is not to be changed now: its talk is over, and somebody reads it, or it is over too."""
    return turn.conversation.status == "closed" and turn.plan.state in LOCKED


def is_advised(turn: Turn) -> bool:
    """Whether the coach has said what it thinks of the steps."""
    return any(step.verdict for step in turn.plan.steps)


def go_on_after(turn: Turn, slots: Collection[str], advised: bool) -> None:
    """Find the verdicts anew where they hang on what changed, then put the open question again.

    `advised`: the verdicts were said before the change.
    """
    if not _SEEN_WITH_STEPS.isdisjoint(slots):
        look_again(turn, "blockers" if "blockers" in slots else "")
    prompt = turn.conversation.held or turn.conversation.prompt
    talking = turn.conversation.status == "talking"
    if prompt is not None and (
        _is_about_no_step(turn, prompt) or (talking and _is_overtaken(turn, prompt, slots, advised))
    ):
        turn.change(held=None, status="talking")
        ask_next(turn)
        return
    if advised and (turn.conversation.summary_shown or turn.conversation.status == "closed"):
        reconsider(turn)
    _settle_state(turn)
    if talking:
        put_again(turn)


def _is_about_no_step(turn: Turn, prompt: Prompt) -> bool:
    """Whether the step that a question was about is gone: a pause cannot go on there either."""
    return prompt.step is not None and prompt.step >= len(turn.plan.steps)


def _is_overtaken(turn: Turn, prompt: Prompt, slots: Collection[str], advised: bool) -> bool:
    """Whether the open question of a plan has its answer now, or another comes before it."""
    if prompt.slot in slots or prompt.step is not None:
        return True
    return prompt.slot in BY_SLOT and advised and any(step.verdict is None for step in turn.plan.steps)


def _is_this_plan(turn: Turn, number: int) -> bool:
    """Whether the plan is the one at hand; a plan of a talk that is over gets its slots back."""
    if number != turn.plan.number:
        turn.say("cmd.no_such", which=str(number))
        return False
    if not turn.conversation.slots:
        turn.change(slots=slots_of(turn.conversation, turn.moment.today))
    return True


def _step_told(turn: Turn, old: Step, event: StepEdited) -> Step:
    """The step as it is told now: other words are read anew, and so is a day that comes or goes."""
    text, owner, due = printable(event.text), _owner(turn, printable(event.owner)), event.due
    if text and text != old.text:
        return step_anew(old, Step(verb_lowered(text, turn.heard), owner, due, text), turn)
    kept = old if (due is None) == (old.due is None) else unjudged(old)
    return replace(kept, owner=owner, due=due)


def _owner(turn: Turn, typed: str) -> str | None:
    """Who does it, as typed; the person's own name for *me*."""
    is_me = grammar(turn.heard).me.fullmatch(f"{typed} ") is not None
    return (turn.conversation.first_name if is_me else typed) or None


def _steps_told(turn: Turn) -> str:
    return steps_in_words(turn.plan, turn.conversation.lang, turn.moment.today)


def _settle_state(turn: Turn) -> None:
    if turn.conversation.status not in ("talking", "paused", "stopped"):
        settle_state(turn)
