"""From an answer to the plan: one function per slot turns the words typed into typed values."""

from collections.abc import Callable
from typing import Any, Final

from dialogs.coach.decision import read_decision
from dialogs.coach.objective import read_count, read_numbers, read_outcome
from dialogs.coach.obstacles import read_obstacles
from dialogs.coach.quoting import named_group, without_dates
from dialogs.coach.steps import read_steps, verb_lowered, with_owner
from dialogs.reading.dates import find_dates
from dialogs.reading.words import plain, says
from dialogs.turn import Turn

Reader = Callable[[Turn, str, str | None], dict[str, Any]]


def read_into_plan(turn: Turn, slot: str, text: str, probe: str | None = None) -> None:
    """Put an answer into the plan. `probe` is the pattern whose probe it replies to, None for a first answer."""
    reader = _READERS.get(slot)
    if reader is not None:
        turn.change_plan(**reader(turn, text, probe))


def _problem(turn: Turn, text: str, probe: str | None) -> dict[str, Any]:
    if probe == "no_evidence" and turn.plan.problem:
        return {"problem": f"{turn.plan.problem.rstrip('. ')}; {text}"}
    return {"problem": text}


def _outcome(turn: Turn, text: str, probe: str | None) -> dict[str, Any]:
    read = read_count if probe == "no_measure" else read_outcome
    return {"objective": read(text, turn.heard, turn.moment.today, turn.plan.objective)}


def _numbers(turn: Turn, text: str, probe: str | None) -> dict[str, Any]:
    return {"objective": read_numbers(text, turn.heard, turn.moment.today, turn.plan.objective)}


def _decision(turn: Turn, text: str, probe: str | None) -> dict[str, Any]:
    before = turn.plan.decision if probe else None
    return {"decision": read_decision(text, turn.heard, turn.moment.today, turn.conversation.first_name, before)}


def _mechanism(turn: Turn, text: str, probe: str | None) -> dict[str, Any]:
    if probe == "no_mechanism":
        return {"mechanism_level": "none"}
    if says("nothing", plain(text), turn.heard) and len(text.split()) <= 5:
        return {"mechanism": text, "mechanism_level": "none"}
    return {"mechanism": text, "mechanism_level": _level_said(plain(text), turn)}


def _level_said(said: str, turn: Turn) -> str | None:
    """How well the existing way works, when the answer says so in plain words; else it is asked."""
    if says("works_badly", said, turn.heard):
        return "fragile"
    return "works" if says("works_well", said, turn.heard) else None


def _steps(turn: Turn, text: str, probe: str | None) -> dict[str, Any]:
    lang, today, me = turn.heard, turn.moment.today, turn.conversation.first_name
    steps = read_steps(text, lang, today, me)
    if probe == "no_owner":
        return {"steps": with_owner(turn.plan.steps, text, steps, lang, me)}
    return {"steps": steps}


def _obstacles(turn: Turn, text: str, probe: str | None) -> dict[str, Any]:
    return {"obstacles": read_obstacles(text, turn.heard)}


def _commitment(turn: Turn, text: str, probe: str | None) -> dict[str, Any]:
    found = find_dates(text, turn.heard, turn.moment.today)
    words = verb_lowered(without_dates(text, found).strip(" .,"), turn.heard)
    return {"commitment": words or text, "commitment_on": found[-1].day if found else None}


_READERS: Final[dict[str, Reader]] = {
    "problem.what": _problem,
    "problem.who": lambda turn, text, probe: {"who": named_group(text)},
    "objective.outcome": _outcome,
    "objective.numbers": _numbers,
    "decision": _decision,
    "mechanism": _mechanism,
    "people": lambda turn, text, probe: {"people": named_group(text)},
    "steps": _steps,
    "blockers": _obstacles,
    "commitment": _commitment,
    "ifthen": lambda turn, text, probe: {"ifthen": text},
}
