"""The tools, step by step: what is asked of each step, and the verdict said on it.

An attribute is asked only while it can still change the verdict. Steps that plainly need nothing are grouped, so
that the same sentence is not said three times. The tool of the first message is always answered: the person came
with it.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from dialogs.coach.attributes import PlanWords, people_counted, read_attributes
from dialogs.coach.closing import go_on_to_close
from dialogs.coach.obstacles import known_blocker, touching
from dialogs.coach.placeholders import blocker_words, figures
from dialogs.coach.quoting import definite, quote, sentence_case, way_of
from dialogs.coach.tools import Proposal, category_label, category_of, propose, serves
from dialogs.coach.verdict import Verdict, decide, next_question
from dialogs.content.catalog import text_of
from dialogs.plan import Obstacle, Step, VerdictKind
from dialogs.reading.grammar import grammar
from dialogs.reading.kinds import spoken
from dialogs.reading.words import plain, says
from dialogs.turn import Turn

_PLAIN: Final = "R8"
_NOTHING_IN_THE_WAY: Final = {"blocker": "none"}


def advise(turn: Turn) -> None:
    """Say what can be said of the steps, ask what is missing, and go on to the summary after the last."""
    steps = turn.plan.steps
    prompt = turn.conversation.prompt
    put_again = prompt is not None and prompt.again
    looked_at = any(step.read is not None or step.was is not None for step in steps)
    begun = turn.conversation.summary_shown or put_again or looked_at
    if steps and not begun:
        turn.say("verdict.intro")
    _read_steps(turn)
    for index in range(len(steps)):
        if turn.plan.steps[index].verdict is None and not _settle(turn, index):
            return
    if not turn.conversation.summary_shown:
        _conclude(turn)
    go_on_to_close(turn)


def take_attribute(turn: Turn, step: int, attribute: str, value: str) -> None:
    """Take a tap or a word about a step, and go on."""
    attrs = {**turn.plan.steps[step].attrs, attribute: value}
    turn.change_step(step, attrs=attrs, unsure=None)
    prompt = turn.conversation.prompt
    if prompt is not None and prompt.key == "q.step.implied" and value == "none":
        # What the facts implied is not so, and the person knows: nothing in this step asks for a tool.
        _pronounce(turn, step, attrs, decide(_NOTHING_IN_THE_WAY))
    advise(turn)


def take_unsure(turn: Turn, step: int, missing: str) -> None:
    """The person cannot say yet: no verdict on this step, and why."""
    turn.change_step(step, unsure=missing)
    advise(turn)


def look_again(turn: Turn, slot: str) -> None:
    """A slot changed after the verdicts: take them back where it matters, so that they are found anew."""
    forgets_blocker = slot == "blockers"
    steps = tuple(
        msgspec.structs.replace(
            unjudged(step), attrs={k: v for k, v in step.attrs.items() if not (forgets_blocker and k == "blocker")}
        )
        for step in turn.plan.steps
    )
    turn.change_plan(steps=steps)


def unjudged(step: Step) -> Step:
    """The step without its verdict, which is remembered, so that a change of it can be said."""
    return msgspec.structs.replace(
        step, was=step.verdict or step.was, verdict=None, read=None, categories=(), tool=None
    )


def reconsider(turn: Turn) -> None:
    """The verdicts that were taken back, from what is known: nothing is asked, a step that lacks something waits."""
    _read_steps(turn)
    for index, step in enumerate(turn.plan.steps):
        lacking = _lacking(known(step, turn.plan.mechanism_level))
        if step.verdict is None and step.unsure is None and lacking is not None:
            turn.change_step(index, unsure=turn.text(f"word.step.{lacking}"))
    for index in range(len(turn.plan.steps)):
        if turn.plan.steps[index].verdict is None:
            _settle(turn, index)


def say_fixed(turn: Turn, slot: str) -> None:
    """Changed: what is now there, in the person's words; figures with those that stayed."""
    label = text_of(f"label.{slot}", turn.conversation.lang).lower()
    words = figures(turn) if slot == "objective.numbers" else quote(turn.conversation.slot(slot).text)
    turn.say("ctl.fixed", slot=label, text=words)


def known(step: Step, level: str | None) -> dict[str, str]:
    """What is known of a step: read from its words and the obstacles, and what was answered on top."""
    mechanism = {"mechanism": level} if level is not None else {}
    return {**(step.read or {}), **mechanism, **step.attrs}


def _read_steps(turn: Turn) -> None:
    """Read the words of each step once, together with the obstacles that touch it."""
    if all(step.read is not None for step in turn.plan.steps):
        return
    touched = touching(turn.plan.steps, turn.plan.obstacles, turn.conversation.lang)
    steps = tuple(
        step if step.read is not None else msgspec.structs.replace(step, read=_read(turn, step, obstacles))
        for step, obstacles in zip(turn.plan.steps, touched, strict=True)
    )
    turn.change_plan(steps=steps)


def _read(turn: Turn, step: Step, obstacles: Sequence[Obstacle]) -> dict[str, str]:
    plan, lang = turn.plan, turn.conversation.lang
    words = PlanWords(plan.who, plan.problem, way_of(plan.mechanism), plan.mechanism_level, step.due is not None)
    read = dict(read_attributes(step.source or step.text, words, lang))
    blocker = _blocker_said(turn, step, obstacles)
    return read if blocker is None else {**read, "blocker": blocker}


def _blocker_said(turn: Turn, step: Step, obstacles: Sequence[Obstacle]) -> str | None:
    if turn.conversation.slot("blockers").state not in ("given", "to_check"):
        return None
    said = known_blocker(obstacles)
    if said != "none":
        return said
    lang, source = turn.conversation.lang, step.source or step.text
    doubtful = grammar(lang).conditional.search(source) or says("tool", plain(source), lang)
    return None if doubtful else said


def _settle(turn: Turn, index: int) -> bool:
    """Say the verdict of a step, or ask for what it hangs on. True once it is said."""
    step = turn.plan.steps[index]
    if step.unsure is not None:
        turn.change_step(index, verdict="pending", rule="pending")
        if not _said_before(turn, step, "pending"):
            turn.say("verdict.pending", step=_title(step), missing=step.unsure)
        return True
    attrs = known(step, turn.plan.mechanism_level)
    wanted = _unanswered(attrs)
    if wanted is not None:
        turn.ask(f"q.step.{wanted}", step=index)
        return False
    verdict = decide(attrs)
    if _is_inferred(verdict):
        _ask_implied(turn, index, verdict.blocker)
        return False
    _pronounce(turn, index, attrs, verdict)
    return True


def _unanswered(attrs: dict[str, str]) -> str | None:
    """The attribute to ask for; None when enough is known."""
    return next_question(attrs) if "blocker" in attrs else "blocker"


def _is_inferred(verdict: Verdict) -> bool:
    """Whether a tool is proposed for a blocker that nobody named."""
    return verdict.implied is not None and verdict.kind != "no_tool"


def _lacking(attrs: dict[str, str]) -> str | None:
    """What a step lacks for its verdict, a yes to an inferred blocker included; None when nothing is."""
    return _unanswered(attrs) or ("blocker" if _is_inferred(decide(attrs)) else None)


def _ask_implied(turn: Turn, index: int, blocker: str) -> None:
    """A blocker that nobody named but that the facts imply is put to the person, never asserted."""
    turn.ask("q.step.implied", step=index, buttons=(f"blk.{blocker}", "blk.none"))


def _pronounce(turn: Turn, index: int, attrs: dict[str, str], verdict: Verdict) -> None:
    """Note the verdict of a step and say it; after a correction only a change is said."""
    if verdict.kind == "no_tool" and verdict.rule == _PLAIN and not turn.plan.steps[index].attrs:
        _pronounce_plain(turn)
        return
    used = frozenset(c for step in turn.plan.steps for c in step.categories)
    proposal = None if verdict.kind == "no_tool" else propose(attrs, verdict, turn.company, used)
    turn.change_step(
        index,
        verdict=verdict.kind,
        rule=verdict.rule,
        reason=verdict.reason,
        categories=proposal.categories if proposal else (),
        tool=proposal.owned.name if proposal and proposal.owned else None,
    )
    step = turn.plan.steps[index]
    if not _said_before(turn, step, verdict.kind):
        _say_verdict(turn, step, attrs, verdict, proposal)
    elif step.was == verdict.kind:
        return
    if proposal and proposal.owned:
        turn.say("verdict.have", tool_name=proposal.owned.name)
    elif proposal and proposal.needs_request:
        turn.say("verdict.new")


def _say_verdict(turn: Turn, step: Step, attrs: dict[str, str], verdict: Verdict, proposal: Proposal | None) -> None:
    lang = turn.conversation.lang
    reason = turn.text(verdict.reason, **(_how_many_how_often(turn, step, attrs) if verdict.rule == "R3" else {}))
    if proposal is None:
        turn.say("verdict.no_tool", step=_title(step), reason=reason)
        return
    labels = f" {text_of('word.or', lang)} ".join(category_label(c, lang) for c in proposal.categories)
    key = f"verdict.{verdict.kind}" if labels else f"verdict.{verdict.kind}_bare"
    blocker = blocker_words(verdict.blocker, lang)
    turn.say(key, step=_title(step), reason=reason, blocker=blocker, categories=labels)


def _pronounce_plain(turn: Turn) -> None:
    """Say at once of all steps that plainly need nothing that they need nothing."""
    plain = []
    for index, step in enumerate(turn.plan.steps):
        if step.verdict is None and step.unsure is None and not step.attrs:
            attrs = known(step, turn.plan.mechanism_level)
            if "blocker" in attrs and next_question(attrs) is None and decide(attrs).rule == _PLAIN:
                plain.append(index)
    for index in plain:
        turn.change_step(index, verdict="no_tool", rule=_PLAIN, reason="reason.R8")
    titles = [
        quote(turn.plan.steps[index].text, 8)
        for index in plain
        if not _said_before(turn, turn.plan.steps[index], "no_tool")
    ]
    if titles:
        turn.say("verdict.no_tool_many", steps=sentence_case(", ".join(titles)))


def _said_before(turn: Turn, step: Step, kind: VerdictKind) -> bool:
    """After a correction only a change is said, and in its own words."""
    if step.was is None:
        return False
    if step.was != kind:
        turn.say(
            "ctl.fixed_verdict",
            step=quote(step.text),
            verdict=text_of(f"word.verdict.{kind}", turn.conversation.lang),
        )
    return True


def _conclude(turn: Turn) -> None:
    """The overall line, and the answer about the tool that the person came with."""
    steps = turn.plan.steps
    if not steps:
        return
    radical = next((s for s in steps if s.verdict == "radical"), None)
    count = sum(s.verdict in ("unblock", "radical") for s in steps)
    if radical is not None:
        turn.say("verdict.overall.radical", step=quote(sentence_case(radical.text)))
    elif count:
        key = "verdict.overall.unblock" if count < len(steps) else "verdict.overall.unblock_all"
        turn.say(key, n=str(count), total=str(len(steps)))
    elif all(s.verdict == "no_tool" for s in steps):
        turn.say("verdict.overall.none")
    _answer_the_tool(turn)


def _answer_the_tool(turn: Turn) -> None:
    tool = turn.plan.trigger_tool
    if tool is None:
        return
    category = category_of(tool)
    served = next(
        (s for s in turn.plan.steps if serves(category, s.categories) or (s.tool and s.tool.lower() in tool.lower())),
        None,
    )
    said = definite(tool, turn.conversation.lang)
    if served is None:
        turn.say("verdict.tool_asked", tool=said)
    else:
        turn.say("verdict.tool_asked_yes", tool=said, step=quote(sentence_case(served.text)))


def _how_many_how_often(turn: Turn, step: Step, attrs: dict[str, str]) -> dict[str, Any]:
    """The people as counted, or the size that was tapped; R3 holds for weekly and daily use only."""
    lang = turn.conversation.lang
    counted = people_counted(spoken(step.source or step.text), spoken(turn.plan.who), lang)
    size = str(int(counted)) if counted else text_of(f"btn.size.{attrs['size']}", lang).lower()
    return {"size": size, "rhythm": text_of(f"word.rhythm.{attrs['rhythm']}", lang)}


def _title(step: Step) -> str:
    return sentence_case(quote(step.text, 8))
