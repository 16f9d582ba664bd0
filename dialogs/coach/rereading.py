"""An answer written anew: what its new words say otherwise than the old ones goes into the plan, the rest stands.

Both wordings are read in the same way, today; only where the two readings differ is the plan changed. So a day told
as “by Friday” weeks ago stays the day it was, a figure told elsewhere stands, and a step whose words did not change
keeps its answers and its verdict.
"""

from typing import Any, Final

from msgspec.structs import asdict, replace

from dialogs.coach.objective import missing_figure
from dialogs.coach.patterns import weak_pattern
from dialogs.coach.questions import BY_SLOT
from dialogs.coach.readers import read_into_plan
from dialogs.coach.talk import JOINED, mark_sensitive, state_of
from dialogs.coach.told import told
from dialogs.interception.text import language
from dialogs.plan import Decision, Objective, Obstacle, Plan, Step
from dialogs.reading.words import content_words, plain
from dialogs.turn import Read, Turn

_TELLING_WORDS: Final = 3  # fewer do not tell their language
_FIGURES_MISSING: Final = ("no_baseline", "no_date")


def read_anew(turn: Turn, slot: str, text: str) -> None:
    """Put the new words of an answer in the place of the old ones; empty words take it back, and leave it open."""
    old = told(turn.conversation, slot, turn.moment.today)
    _listen(turn, text)
    weak = weak_pattern(BY_SLOT[slot].reads, text, turn.heard) if text else None
    kept = "" if weak in ("avoided", "dont_know") else text  # neither belongs in a plan
    _change_plan(turn, _as_told(turn, slot, old), _as_told(turn, slot, kept))
    if weak == "avoided":
        _hide(turn, slot)
    else:
        _keep(turn, slot, text, weak)
    _settle_what_hangs_on(turn, slot)


def _hide(turn: Turn, slot: str) -> None:
    """Something sensitive stands in the words' place: a mark, and no trace of what was told before."""
    mark_sensitive(turn, slot)
    turn.set_slot(slot, before=())
    if not any(obstacle.sensitive for obstacle in turn.plan.obstacles):
        turn.change_plan(obstacles=(*turn.plan.obstacles, Obstacle(sensitive=True)))


def _keep(turn: Turn, slot: str, text: str, weak: str | None) -> None:
    if weak in _FIGURES_MISSING:  # unless they were told with the outcome
        weak = missing_figure(turn.plan.objective)
    state = state_of(turn, slot, text, None) if text and weak is None else "open"
    turn.set_slot(slot, state=state, text=text, pattern=weak, sensitive=False)
    turn.read[slot] = Read(text, weak)


def step_anew(step: Step, said: Step, turn: Turn) -> Step:
    """A step told in other words. What was answered about it stands while it speaks of the same thing."""
    if _content(step, turn).isdisjoint(_content(said, turn)):
        return said
    return replace(said, attrs=step.attrs, unsure=step.unsure, was=step.verdict or step.was)


def _listen(turn: Turn, text: str) -> None:
    """Read these words in their own language; the coach goes on speaking its own."""
    ours = turn.conversation.lang
    turn.heard = (language(text, ours) or ours) if len(text.split()) >= _TELLING_WORDS else ours


def _as_told(turn: Turn, slot: str, text: str) -> Plan:
    """What a wording alone says, in the plan where it belongs: figures are said of the outcome."""
    alone = Turn(replace(turn.conversation, plan=Plan()), turn.moment, turn.company)
    alone.heard = turn.heard
    if slot == "objective.numbers":
        _tell(alone, "objective.outcome", told(turn.conversation, "objective.outcome", turn.moment.today))
    _tell(alone, slot, text)
    return alone.plan


def _tell(turn: Turn, slot: str, text: str) -> None:
    """Read an answer as it was told: its first words, then the reply to each probe that completed them."""
    if not text:
        return
    parts = text.split("; ")
    probes = [probe for probe in turn.conversation.slot(slot).probed if probe in JOINED]
    if len(parts) != len(probes) + 1:
        parts, probes = [text], []
    for part, probe in zip(parts, (None, *probes), strict=True):
        read_into_plan(turn, slot, part, probe)


def _change_plan(turn: Turn, old: Plan, new: Plan) -> None:
    plan, said, meant = asdict(turn.plan), asdict(old), asdict(new)
    changes = {name: _changed(plan[name], said[name], meant[name], turn) for name in plan if said[name] != meant[name]}
    turn.change_plan(**changes)
    if old.objective.outcome != new.objective.outcome:  # another result is another count
        turn.change_plan(objective=replace(turn.plan.objective, measure=new.objective.measure))


def _changed(kept: Any, old: Any, new: Any, turn: Turn) -> Any:
    """What a part of the plan becomes when its wording said `old` and now says `new`."""
    if isinstance(new, Objective | Decision):
        fields = asdict(old)
        return replace(kept, **{name: value for name, value in asdict(new).items() if value != fields[name]})
    if isinstance(new, tuple) and all(isinstance(step, Step) for step in (*kept, *old, *new)):
        return _steps_changed(kept, old, new, turn)
    return new


def _steps_changed(
    kept: tuple[Step, ...], old: tuple[Step, ...], new: tuple[Step, ...], turn: Turn
) -> tuple[Step, ...]:
    """The steps as they are now: those that the new wording leaves alone stay as they stand in the plan."""
    if len(old) != len(kept):  # the old words do not read as the steps that there are
        return new
    stands = {told.source: step for told, step in zip(old, kept, strict=True)}
    told_still = {said.source for said in new}
    untold = [step for source, step in stands.items() if source not in told_still]
    return tuple(stands.get(said.source) or _nearest_anew(untold, said, turn) for said in new)


def _nearest_anew(untold: list[Step], said: Step, turn: Turn) -> Step:
    """The step that this one is in other words, taken out of those not told yet; a new one when it is none."""
    words = _content(said, turn)
    nearest = max(untold, key=lambda step: len(words & _content(step, turn)), default=None)
    if nearest is None or words.isdisjoint(_content(nearest, turn)):
        return said
    untold.remove(nearest)
    return step_anew(nearest, said, turn)


def _content(step: Step, turn: Turn) -> set[str]:
    return set(content_words(plain(step.text), turn.heard))


def _settle_what_hangs_on(turn: Turn, slot: str) -> None:
    """Figures and how well a way works may be told along with another answer, or no longer be."""
    objective = turn.plan.objective
    if slot == "objective.outcome" and not turn.conversation.slot("objective.numbers").text:
        _settle(turn, "objective.numbers", objective.numbered, "to_check" if objective.estimate else "given")
    if slot == "mechanism":
        level = turn.plan.mechanism_level
        _settle(turn, "mechanism.level", level is not None, "given", level or "")


def _settle(turn: Turn, slot: str, is_told: bool, state: str, text: str = "") -> None:
    if is_told:
        turn.set_slot(slot, state=state, text=text)
    elif turn.conversation.slot(slot).state in ("given", "to_check"):
        turn.clear_slot(slot)
