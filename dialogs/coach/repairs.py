"""What a person can wish of the talk at any point: back, skip, why, pause, stop, “just tell me which tool”…

Every wish works at every question, by word and by button. None loses an answer; after most of them the open
question is put again.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from dialogs.coach.advice import take_unsure
from dialogs.coach.archetypes import archetype
from dialogs.coach.closing import go_on_to_close, show_card
from dialogs.coach.correcting import correct
from dialogs.coach.insisting import insist
from dialogs.coach.matter import matter_of
from dialogs.coach.offer import confirm_prefill
from dialogs.coach.questions import BY_SLOT, FIXABLE, PLAN_QUESTIONS, why_of
from dialogs.coach.quoting import quote
from dialogs.coach.talk import ask_next, leave_open
from dialogs.coach.waiting import hold
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation, Prompt
from dialogs.replies import Field, Form
from dialogs.turn import PlanDeleted, Turn

Handler = Callable[[Turn, str], None]

FORM_SLOTS: Final = ("problem.what", "problem.who", "objective.outcome", "objective.numbers", "decision", "steps")


def repair(turn: Turn, name: str, rest: str) -> None:
    """Do what was wished, whatever is being asked."""
    _REPAIRS[name](turn, rest)


def put_again(turn: Turn, said_as: str | None = None, **values: Any) -> None:
    """Put the open question again, the one put aside first; from the plan when none is open."""
    prompt = turn.conversation.held or turn.conversation.prompt
    turn.change(held=None)
    if turn.conversation.status in ("paused", "stopped"):
        turn.change(status="talking")
    if prompt is None:
        if turn.conversation.status == "talking":
            ask_next(turn)
        return
    ask_again(turn, prompt, said_as, **values)


def ask_again(turn: Turn, prompt: Prompt, said_as: str | None = None, **values: Any) -> None:
    """Put one question again, whatever it is and whatever else is put aside."""
    if prompt.key == "summary.card":
        show_card(turn, prompt.buttons)
        return
    if prompt.key == "ctl.form":
        _form(turn, "")
        return
    if prompt.key == "prefill.confirm":
        confirm_prefill(turn, said_as, **values)
        return
    turn.ask(
        prompt.key,
        slot=prompt.slot,
        step=prompt.step,
        again=prompt.again,
        buttons=prompt.buttons,
        audience="only_you" if prompt.key.startswith("intercept.") else "direct",
        said_as=said_as,
        **values,
    )


def resume(turn: Turn) -> None:
    """Welcome back, with what there is so far in twenty words at most, and the question that was open."""
    prompt = turn.conversation.held or turn.conversation.prompt
    if prompt is None and turn.conversation.status != "talking":
        turn.say("ctl.nothing_open")
        return
    asked = turn.conversation.prompt
    if asked is not None and "btn.keep_going" in asked.buttons:  # “ok go on then”: nobody has been away
        put_again(turn)
        return
    recap = quote(turn.plan.objective.outcome or turn.plan.problem, 20)
    put_again(turn, "ctl.resume", recap=recap or turn.text("word.nothing_yet"))


def pause(turn: Turn) -> None:
    """Paused and saved, until a word from the person."""
    prompt = turn.conversation.held or turn.conversation.prompt
    turn.change(status="paused", prompt=prompt, held=None)
    turn.say("ctl.pause")


def stop(turn: Turn) -> None:
    """Stop: the notes are kept or deleted, as the person says."""
    hold(turn)
    turn.change(status="stopped")
    turn.ask("ctl.stop")


def keep_notes(turn: Turn) -> None:
    """The notes stay, for the person alone."""
    turn.change(prompt=None)
    turn.say("ctl.kept")


def delete_notes(turn: Turn) -> None:
    """Delete the notes of this talk at once, and say so."""
    forget_notes(turn)
    turn.say("ctl.deleted")


def forget_notes(turn: Turn) -> None:
    """Nothing of this talk remains; what stays is who one is, not what one said."""
    number = turn.plan.number
    old = turn.conversation
    turn.change(
        **{
            name: value
            for name, value in msgspec.structs.asdict(Conversation()).items()
            if name not in ("first_name", "lang", "familiar", "turn", "plans_begun", "last_at")
        }
    )
    if number and old.plan.number == number:
        turn.facts.append(PlanDeleted(number))


def send_notes(turn: Turn) -> None:
    """The notes so far, to go along with the request; the coach steps aside."""
    turn.change(status="stopped", prompt=None)
    show_card(turn)


def summary_now(turn: Turn) -> None:
    """Straight to the summary: what was not asked is listed as open."""
    for question in PLAN_QUESTIONS:
        if turn.conversation.is_empty(question.slot):
            turn.set_slot(question.slot, state="open")
    missing = turn.text("word.step.blocker")
    steps = tuple(
        step if step.verdict else msgspec.structs.replace(step, unsure=step.unsure or missing)
        for step in turn.plan.steps
    )
    turn.change_plan(steps=steps)
    turn.change(held=None, status="talking")
    ask_next(turn)


def skip(turn: Turn, rest: str = "") -> None:
    """Leave the question open and go on; a question put again keeps the answer that stands."""
    prompt = turn.conversation.held or turn.conversation.prompt
    turn.change(held=None, prompt=prompt)
    if prompt is None or (prompt.slot not in BY_SLOT and prompt.step is None):
        put_again(turn)
        return
    if not prompt.again:
        turn.say("ctl.skip")
    leave(turn, prompt)


def leave(turn: Turn, prompt: Prompt) -> None:
    """Go on without an answer: the slot is open, the step undecided; a question put again keeps its answer."""
    if prompt.step is not None:
        take_unsure(turn, prompt.step, turn.text(f"word.{prompt.slot}"))
        return
    if not prompt.again:
        leave_open(turn, prompt.slot)
    turn.add_to_trail(prompt.slot)
    _go_on(turn)


def _go_on(turn: Turn) -> None:
    if turn.conversation.summary_shown and all(s.verdict for s in turn.plan.steps):
        go_on_to_close(turn)
    else:
        ask_next(turn)


def _back(turn: Turn, rest: str) -> None:
    trail = turn.conversation.trail
    if not trail:
        turn.say("ctl.no_back")
        put_again(turn)
        return
    slot = trail[-1].slot
    turn.change(trail=trail[:-1], held=None)
    said = "ctl.back" if turn.conversation.slot(slot).text else "ctl.back_open"
    turn.ask(BY_SLOT[slot].key, again="back", said_as=said)


def _fix(turn: Turn, rest: str) -> None:
    if rest and correct(turn, rest):
        return
    hold(turn)
    parts = tuple(f"fix.{slot}" for slot in FIXABLE if not turn.conversation.is_empty(slot))
    turn.ask("ctl.fix", buttons=parts)


def _why(turn: Turn, rest: str) -> None:
    prompt = turn.conversation.prompt
    if prompt is None:
        turn.say("intercept.why" if turn.conversation.status == "offered" else "ctl.privacy")
        return
    turn.say(why_of(prompt.key, prompt.slot))
    put_again(turn)


def _example(turn: Turn, rest: str) -> None:
    prompt = turn.conversation.prompt
    turn.say("ctl.example", example=_example_for(turn, prompt.slot if prompt else "problem.what"))
    put_again(turn)


def _example_for(turn: Turn, slot: str) -> str:
    """From the archetype where it has one for this question, else a plain one."""
    if slot.startswith("step."):
        return text_of("example.step", turn.conversation.lang)
    matter = matter_of(turn)
    examples = archetype(matter, turn.conversation.lang)
    if matter != "other" and slot.startswith("objective"):
        return examples.objectives[0]
    if matter != "other" and slot == "mechanism":
        return examples.mechanisms[0]
    return text_of(f"example.{slot if slot in BY_SLOT else 'problem.what'}", turn.conversation.lang)


def _aside(key: str) -> Handler:
    """A repair that says one thing and puts the question again."""

    def handler(turn: Turn, rest: str) -> None:
        turn.say(key)
        put_again(turn)

    return handler


def _thanks(turn: Turn, rest: str) -> None:
    """Thanks answer nothing: while a talk goes on its question is put again, else nothing is asked."""
    turn.say("ctl.thanks")
    if turn.conversation.status == "talking":
        put_again(turn)


def _restart(turn: Turn, rest: str) -> None:
    hold(turn)
    turn.ask("ctl.restart", buttons=("btn.restart", "btn.keep_going"))


def _summary(turn: Turn, rest: str) -> None:
    show_card(turn)
    put_again(turn)


def _form(turn: Turn, rest: str) -> None:
    if turn.conversation.status not in ("talking", "paused"):
        turn.say("ctl.nothing_open")
        return
    hold(turn)
    prompt = turn.open_prompt("ctl.form")
    fields = tuple(
        Field(slot, text_of(f"label.{slot}", turn.conversation.lang), turn.conversation.slot(slot).text)
        for slot in FORM_SLOTS
    )
    turn.replies.append(Form("ctl.form", turn.text("ctl.form"), prompt.token, fields))


def _sceptic(turn: Turn, rest: str) -> None:
    if turn.conversation.reassured:
        _hurry(turn, rest)
        return
    turn.change(reassured=True)
    hold(turn)
    turn.ask("ctl.sceptic", buttons=("btn.keep_going", "btn.stop"))


def _hurry(turn: Turn, rest: str) -> None:
    if turn.conversation.status != "talking":
        put_again(turn)
        return
    hold(turn)
    turn.ask("ctl.hurry")


def _insist(turn: Turn, rest: str) -> None:
    """The tool, now: once the verdicts are said, the plan that holds them is the answer."""
    if turn.conversation.summary_shown and turn.plan.steps:
        _summary(turn, rest)
    else:
        insist(turn, rest)


def _disagree(turn: Turn, rest: str) -> None:
    if not any(step.verdict for step in turn.plan.steps):
        insist(turn, rest)
        return
    hold(turn)
    turn.ask("verdict.disagree")


def _language(turn: Turn, rest: str) -> None:
    turn.change(lang="fr" if rest == "fr" else "en", other_language=0)
    turn.say("ctl.language")
    put_again(turn)


def _register(familiar: bool) -> Handler:
    def handler(turn: Turn, rest: str) -> None:
        turn.change(familiar=familiar)
        turn.say("ctl.tu" if familiar else "ctl.vous")
        put_again(turn)

    return handler


_REPAIRS: Final[dict[str, Handler]] = {
    "skip": skip,
    "back": _back,
    "fix": _fix,
    "why": _why,
    "example": _example,
    "repeat": lambda turn, rest: put_again(turn),
    "help": _aside("ctl.help"),
    "pause": lambda turn, rest: pause(turn),
    "resume": lambda turn, rest: resume(turn),
    "restart": _restart,
    "stop": lambda turn, rest: stop(turn),
    "delete": lambda turn, rest: delete_notes(turn),
    "privacy": _aside("ctl.privacy"),
    "human": _aside("ctl.human"),
    "summary": _summary,
    "form": _form,
    "insist": _insist,
    "sceptic": _sceptic,
    "hurry": _hurry,
    "disagree": _disagree,
    "language": _language,
    "thanks": _thanks,
    "tu": _register(True),
    "vous": _register(False),
}
