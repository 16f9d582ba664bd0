"""When a person insists on the tool, or on another verdict: heard twice, then the coach steps aside.

The coach names no tool before the plan, yet it never blocks: after two tries it points to the company's tool desk.
After a verdict the person decides: what they add changes the verdict, or is kept as their choice.
"""

import re
from typing import Final

from dialogs.coach.advice import take_attribute
from dialogs.coach.attributes import read_blocker
from dialogs.coach.patterns import weak_pattern
from dialogs.coach.quoting import quote
from dialogs.coach.readers import read_into_plan
from dialogs.coach.waiting import hold
from dialogs.content.verdict_table import HUMAN_BLOCKERS
from dialogs.plan import Override
from dialogs.reading.intents import intent
from dialogs.reading.words import content_words, plain, says_only, words
from dialogs.turn import Read, Turn

_BECAUSE: Final = re.compile(r"^(?:because|since|as|parce qu(?:e\s+|')|car|vu qu(?:e\s+|'))\s*", re.I)
_WANTING_WORDS: Final = 14  # a longer message says more than that the tool is wanted
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")


def insist(turn: Turn, text: str) -> None:
    """The tool, now: asked once what it is for, then pointed to the tool desk. No tool is named in either."""
    insisted = turn.conversation.insisted + 1
    turn.change(insisted=insisted)
    hold(turn)
    if insisted == 1:
        turn.ask("ctl.insist1")
        return
    keep_what_it_is_for(turn, text)
    turn.change(status="stopped")
    turn.ask("ctl.insist2")


def keep_what_it_is_for(turn: Turn, text: str) -> None:
    """The part of the message that is no insisting says what the tool is for: an objective, in words.

    “No idea” says nothing, and is kept nowhere.
    """
    sentences = [s.strip(" .") for s in _SENTENCE.split(text) if s.strip(" .")]
    told = [s for s in sentences if not _insists(turn, s)]
    if not told or not turn.conversation.is_empty("objective.outcome"):
        return
    words = ". ".join(told)
    weak = weak_pattern("objective", words, turn.heard)
    if weak == "dont_know":
        return
    read_into_plan(turn, "objective.outcome", words)
    turn.set_slot("objective.outcome", text=words, state="open" if weak else "given", pattern=weak)
    turn.read["objective.outcome"] = Read(words, weak)


def _insists(turn: Turn, sentence: str) -> bool:
    wish = intent(sentence, turn.heard, asking="objective.outcome")
    return (wish is not None and wish.name == "insist") or wants_only_its_tool(turn, sentence)


def wants_only_its_tool(turn: Turn, text: str) -> bool:
    """“no really, just get us Notion”: the tool of the first message wanted again, and not a word more."""
    tool, lang = turn.plan.trigger_tool, turn.heard
    if tool is None or len(text.split()) > _WANTING_WORDS:
        return False
    typed, named = plain(text), set(words(plain(tool), lang))
    if not any(word in typed for word in named):
        return False
    said = words(typed, lang)
    rest = [word for word in said if word not in named]
    return len(rest) < len(said) and says_only("wanting", " ".join(rest), lang)


def hear_disagreement(turn: Turn, text: str) -> None:
    """What the coach missed: it changes an attribute of the step, or stands as the person's own choice."""
    index = _step_meant(turn, text)
    kind = read_blocker(text, turn.heard)
    step = turn.plan.steps[index]
    turn.change(prompt=None)
    if kind is not None and kind not in HUMAN_BLOCKERS and step.verdict == "no_tool" and step.rule == "R8":
        turn.change_step(index, was=step.verdict, verdict=None)
        take_attribute(turn, index, "blocker", kind)
        return
    tool = turn.plan.trigger_tool or turn.text("word.the_tool")
    override = Override(step.text, tool, quote(_BECAUSE.sub("", text)))
    turn.change_plan(overrides=(*turn.plan.overrides, override))
    turn.say("verdict.override", tool=tool, step=quote(step.text), reason=override.reason)


def _step_meant(turn: Turn, text: str) -> int:
    """The step that shares most words with what was said; the last one without a tool when none does."""
    lang = turn.conversation.lang
    said = set(content_words(plain(text), turn.heard))
    steps = turn.plan.steps
    scores = [len(said & set(content_words(plain(step.source or step.text), lang))) for step in steps]
    if max(scores):
        return scores.index(max(scores))
    return max((i for i, step in enumerate(steps) if step.verdict == "no_tool"), default=len(steps) - 1)
