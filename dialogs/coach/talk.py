"""The talk from problem to plan: what to ask next, and what an answer does.

An answer is kept as typed before anything else. If it is weak it is probed, at most twice for a question and never
twice in the same way; then it is accepted as an open point and the talk goes on.
"""

from typing import Final

from dialogs.coach.advice import advise, look_again, say_fixed
from dialogs.coach.objective import measure_words, missing_figure
from dialogs.coach.obstacles import sensitive_obstacle
from dialogs.coach.patterns import ranked, sharper, weak_pattern
from dialogs.coach.placeholders import objective_words
from dialogs.coach.prefill import read_at_once
from dialogs.coach.questions import BY_SLOT, DEPENDS_ON, Question, next_question
from dialogs.coach.quoting import first_part, quote
from dialogs.coach.readers import read_into_plan
from dialogs.conversation import Prompt, SlotState
from dialogs.plan import Obstacle
from dialogs.reading.grammar import names_in
from dialogs.reading.numbers import has_digit
from dialogs.reading.words import plain, says
from dialogs.turn import Read, Turn

MAX_PROBES: Final = 2  # per question, of different kinds (design 3.6)

# Probes whose reply completes the first answer; their replies are not judged as if they stood alone.
_COMPLETING: Final = frozenset(
    {"no_measure", "no_evidence", "no_mechanism", "dont_know", "no_baseline", "no_date", "no_owner"}
)
# What still counts as weak in such a reply.
_STILL_WEAK: Final = frozenset({"dont_know", "avoided", "adoption_as_objective"})
# The words of the first answer stay in front of the reply to these probes.
JOINED: Final = frozenset({"no_evidence", "no_measure", "no_baseline", "no_date", "no_owner", "no_decision"})


def ask_next(turn: Turn) -> None:
    """Ask the first question whose slot is empty; after the last one come the tools and the summary."""
    question = next_question(turn.conversation)
    if question is None:
        advise(turn)
        return
    _reflect(turn, question.slot)
    if question.slot == "problem.what" and turn.conversation.offer and turn.conversation.offer.problem:
        turn.ask("q.problem.prefilled")
    else:
        turn.ask(question.key)


def hear(turn: Turn, prompt: Prompt, text: str) -> None:
    """Take a typed answer to the open question of the plan."""
    question = BY_SLOT["objective.numbers" if _bare_figures(turn, prompt, text) else prompt.slot]
    probe = prompt.key.removeprefix("probe.") if prompt.key.startswith("probe.") else None
    if turn.conversation.slot(question.slot).sensitive and probe == "avoided":
        _note_sensitive(turn, question, text)
        ask_next(turn)
        return
    patterns = _weaknesses(turn, question, text, probe)
    if "avoided" in patterns:
        ask_in_person(turn, question.slot)
        return
    if not patterns and not prompt.again and read_at_once(turn, question, text):
        ask_next(turn)
        return
    _keep(turn, question, text, patterns[0] if patterns else None, probe)
    if question.slot == "objective.numbers":
        patterns = patterns or _missing(turn)
    weak = patterns[0] if patterns else None
    turn.read[question.slot] = Read(text, weak)
    _settle(turn, question, text, weak, probe)


def _bare_figures(turn: Turn, prompt: Prompt, text: str) -> bool:
    """Back at the objective, an answer of figures alone corrects the figures: the words stand."""
    again = prompt.again == "back" and prompt.slot == "objective.outcome"
    return again and has_digit(text) and not measure_words(text, turn.heard)


def take_choice(turn: Turn, prompt: Prompt, level: str) -> None:
    """Take the tap on how well the existing way works."""
    turn.change_plan(mechanism_level=level)
    turn.set_slot("mechanism.level", state="given", text=level)
    turn.read["mechanism.level"] = Read(level)
    _revisit(turn, "mechanism.level", again=prompt.again != "")
    ask_next(turn)


def leave_open(turn: Turn, slot: str) -> None:
    """List a slot as an open point, with no answer."""
    turn.set_slot(slot, state="open")
    if slot == "mechanism":
        turn.set_slot("mechanism.level", state="open")
    if slot == "objective.outcome":
        turn.set_slot("objective.numbers", state="open")


def hear_form(turn: Turn, fields: dict[str, str]) -> None:
    """Take the short form: every field that was filled or changed, each kept as typed and none probed."""
    for slot, text in fields.items():
        if not text or text == turn.conversation.slot(slot).text:
            continue
        weak = weak_pattern(BY_SLOT[slot].reads, text, turn.heard)
        if weak == "avoided":
            mark_sensitive(turn, slot)
            continue
        if weak != "dont_know":  # nobody's answer yet stays out of the plan
            read_into_plan(turn, slot, text)
        turn.set_slot(slot, text=text, state="open" if weak else "given", pattern=weak, sensitive=False)
        turn.read[slot] = Read(text, weak)
    turn.change(held=None)
    ask_next(turn)


def _weaknesses(turn: Turn, question: Question, text: str, probe: str | None) -> tuple[str, ...]:
    among = None
    if question.slot == "objective.numbers":
        among = _STILL_WEAK
    elif probe in _COMPLETING:
        among = _STILL_WEAK if probe is None or probe == "no_mechanism" else _STILL_WEAK | {probe}
    return ranked(question.reads, text, turn.heard, among)


def _missing(turn: Turn) -> tuple[str, ...]:
    missing = missing_figure(turn.plan.objective)
    return (missing,) if missing else ()


def _keep(turn: Turn, question: Question, text: str, weak: str | None, probe: str | None) -> None:
    """Keep the answer as typed, and what it says in the plan."""
    old = turn.conversation.slot(question.slot)
    if probe and sharper(text, old.text, turn.heard):
        return
    if weak == "dont_know" or (probe == "dont_know" and _who_would_know(turn, question.slot, text)):
        # Nobody's answer yet: it stays out of the plan, which would say it back as if it were one.
        turn.set_slot(question.slot, text=text)
        return
    read_into_plan(turn, question.slot, text, probe)
    joined = f"{old.text}; {text}" if probe in JOINED and old.text else text
    turn.set_slot(question.slot, text=joined, sensitive=False)


def _who_would_know(turn: Turn, slot: str, reply: str) -> bool:
    """Whether the reply to “who would know?” names a person to ask rather than the answer after all."""
    if slot == "steps" or has_digit(reply):
        return False
    return says("ask_plan", plain(reply), turn.heard) or bool(names_in(reply, turn.heard))


def _settle(turn: Turn, question: Question, text: str, weak: str | None, probe: str | None) -> None:
    """Probe, accept as open, or go on."""
    slot = turn.conversation.slot(question.slot)
    if weak is None:
        turn.set_slot(question.slot, state=state_of(turn, question.slot, text, probe), pattern=None)
    elif may_probe(turn, slot.probed, weak, text, probe):
        turn.set_slot(question.slot, state="open", pattern=weak, probed=(*slot.probed, weak))
        turn.ask(f"probe.{weak}", slot=question.slot)
        return
    else:
        turn.set_slot(question.slot, state="open", pattern=weak)
        turn.say("ctl.accept_open", text=quote(slot.text or text))
    _after(turn, question.slot)


def state_of(turn: Turn, slot: str, text: str, probe: str | None) -> SlotState:
    """An answer that is taken: given, to be checked with somebody, or open when it names no sponsor at all."""
    if slot == "decision" and not turn.plan.decision.sponsor:
        return "open"
    if probe == "dont_know" and _who_would_know(turn, slot, text):
        return "to_check"
    return "to_check" if slot == "objective.numbers" and turn.plan.objective.estimate else "given"


def may_probe(turn: Turn, probed: tuple[str, ...], weak: str, text: str, probe: str | None) -> bool:
    """At most two probes a question, of different kinds, and none after a sharp reply."""
    if len(probed) >= MAX_PROBES or weak in probed:
        return False
    return not (probe and sharper(text, "", turn.heard))


def _after(turn: Turn, slot: str) -> None:
    """Fill what this answer settles for other slots, then go on."""
    plan, prompt = turn.plan, turn.conversation.prompt
    if slot == "objective.outcome" and plan.objective.numbered:
        turn.set_slot("objective.numbers", state="to_check" if plan.objective.estimate else "given")
    if slot == "mechanism" and plan.mechanism_level is not None:
        turn.set_slot("mechanism.level", state="given", text=plan.mechanism_level)
    if slot == "mechanism" and not plan.mechanism:
        turn.set_slot("mechanism.level", state="open")
    if prompt is not None and prompt.again == "fix":
        say_fixed(turn, slot)
    _revisit(turn, slot, again=prompt is not None and prompt.again != "")
    ask_next(turn)


def _revisit(turn: Turn, slot: str, again: bool) -> None:
    """After a correction: ask again what was said in terms of the old answer, and look at the tools anew."""
    turn.add_to_trail(slot)
    if not again:
        return
    look_again(turn, slot)
    settled = {
        "objective.numbers": turn.plan.objective.numbered,
        "mechanism.level": turn.plan.mechanism_level is not None,
    }
    for dependent in DEPENDS_ON.get(slot, ()):
        if not settled[dependent]:
            turn.clear_slot(dependent)


def ask_in_person(turn: Turn, slot: str) -> None:
    """Something sensitive: neither this answer nor the reply to its probe is stored."""
    mark_sensitive(turn, slot)
    turn.ask("probe.avoided", slot=slot)


def mark_sensitive(turn: Turn, slot: str) -> None:
    """Keep a marker, never the words."""
    turn.set_slot(slot, state="open", text="", pattern="avoided", sensitive=True)
    turn.read[slot] = Read("", "avoided")


def _note_sensitive(turn: Turn, question: Question, reply: str) -> None:
    obstacle = sensitive_obstacle(reply, turn.heard, turn.moment.today)
    # One talk in person for all of it: a day that was named before stands until another is.
    noted = [o.talk_on for o in turn.plan.obstacles if o.sensitive and o.talk_on]
    others = tuple(o for o in turn.plan.obstacles if not o.sensitive)
    talk_on = obstacle.talk_on or next(iter(noted), None)
    turn.change_plan(obstacles=(*others, Obstacle(sensitive=True, talk_on=talk_on)))
    turn.set_slot(question.slot, state="given" if question.slot == "blockers" else "open")
    turn.read[question.slot] = Read("", None)
    if question.slot == "mechanism":
        turn.set_slot("mechanism.level", state="open")
    _revisit(turn, question.slot, again=False)


def _reflect(turn: Turn, slot: str) -> None:
    """The two reflections: problem before the objective, objective before the decision."""
    if slot == "objective.outcome" and turn.plan.problem:
        turn.say("reflect.problem", problem=_problem_in_short(turn))
    if slot == "decision" and turn.plan.objective.outcome:
        objective = turn.plan.objective
        says_figures = not objective.measure and has_digit(objective.outcome)
        key = "reflect.objective" if objective.numbered and not says_figures else "reflect.objective.words"
        turn.say(key, objective=objective_words(turn))


def _problem_in_short(turn: Turn) -> str:
    who = turn.plan.who
    problem = quote(turn.plan.problem)
    return f"{problem} ({quote(first_part(who), 8)})" if who else problem
