"""Reads several answers out of one long message, shows what was read, and leaves the rest to be asked.

Each sentence goes to the slot whose words it carries. Only empty slots are filled, and nothing is filled without
being shown. A message that yields fewer than three slots is an ordinary answer.

Somebody else may have found excerpts of it (a language model, where the company set one). They are taken where they are
the person's own words, and the rest is read as ever: nothing that they did not type gets into a plan.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dialogs.coach.patterns import weak_pattern
from dialogs.coach.placeholders import figures, objective_words
from dialogs.coach.questions import BY_SLOT, PLAN_QUESTIONS, Question
from dialogs.coach.quoting import quote
from dialogs.coach.readers import read_into_plan
from dialogs.coach.steps import read_steps
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.lang import LANGS
from dialogs.reading.dates import find_dates
from dialogs.reading.intents import fix_slot
from dialogs.reading.measures import read_measure
from dialogs.reading.numbers import has_digit
from dialogs.reading.words import plain, says, says_any
from dialogs.saying import with_label
from dialogs.turn import Read, Turn

MIN_SLOTS: Final = 3
MIN_WORDS: Final = 20  # shorter messages are one answer, whatever they contain

_FILLED: Final = frozenset(q.slot for q in PLAN_QUESTIONS) - {"mechanism.level", "objective.numbers"}  # by their words
_NO_ANSWER: Final = frozenset({"avoided", "dont_know"})

_SENTENCE: Final = re.compile(r"(?<=[.!?;])(?<!\bM\.)(?<!\b[DM]r\.)(?<!\bM[rm]s\.)\s+|\n+")
# A wish begins in the middle of a long sentence: “…, and I would like…”.
_LONG_SENTENCE: Final = 20  # words; a shorter one tells today's figure and the wish in one breath
_WISH: Final = re.compile(
    r",\s+(?:(?:and|but|et|mais)\s+)?"
    r"(?=(?:i|we|je|on|nous)\s+(?:want|would like|'d like|aim|veux|veut|voulons|voudrai\w+|aimerai\w+)\b"
    r"|(?:i|we)'d like\b|j'aimerais\b)",
    re.I,
)
# “the 300 employees of the head office and the 4 branches”: counted people and where they are.
_GROUP: Final = re.compile(
    r"(?:\b(?:the|our|all|les|nos|tous les)\s+)?\b\d+(?:[ .,]\d{3})*\s+[\w'-]+"
    r"(?:\s+(?:(?:of|in|at|on|from|de|du|des|à|aux?|en|dans|sur)\b|d')\s*(?:(?:the|our|le|la|les|l')\s*)?(?:\d+\s+)?[\w'-]+"
    r"(?:\s+(?:and|et)\s+(?:(?:the|our|des|les|du)\s+)?(?:\d+\s+)?[\w'-]+)?)*",
    re.I,
)
_LINKING: Final = re.compile(
    r"^(?:(?:but|and|so|also|well|mais|et|donc|alors|bon|bref|pour faire (?:simple|court))\b[\s,:]+)+", re.I
)
_LABELLED: Final = re.compile(r"^\W*([\w' ]{3,20}?)\s*:\s*(.{3,})$")
# Words that tell a slot whatever else the sentence holds, and words that tell one when nothing else does.
_TELLING: Final = (("decision", "slot_decision"), ("blockers", "slot_blockers"), ("mechanism", "works_well"))
_ELSE_TELLING: Final = (("people", "slot_people"), ("objective.outcome", "slot_objective"))


def may_tell_much(conversation: Conversation, text: str) -> bool:
    """Whether these words may answer several questions at once, and are nothing that is not for writing."""
    prompt = conversation.prompt
    if conversation.status != "talking" or prompt is None or prompt.slot not in BY_SLOT or prompt.again:
        return False
    if conversation.slot(prompt.slot).sensitive or not _long_enough(conversation, text):
        return False
    return not any(says("avoided", plain(text), lang) for lang in LANGS)


def excerpts_of(text: str, found: Mapping[str, str]) -> dict[str, str]:
    """Of what was found in a text, what is in it word for word: slot -> those words."""
    whole = " ".join(text.split())
    trimmed = {slot: " ".join(words.split()).strip(" .;") for slot, words in found.items()}
    return {slot: words for slot, words in trimmed.items() if slot in _FILLED and words and _stands_in(whole, words)}


def _stands_in(whole: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", whole) is not None


def read_at_once(turn: Turn, question: Question, text: str) -> bool:
    """Fill every empty slot that the message answers; False, with nothing changed, when it is one answer."""
    if not _long_enough(turn.conversation, text):
        return False
    pointed_at = _pointed_at(turn, text)
    found = sorted_by_slot(turn, question, _without(text, pointed_at.values())) | pointed_at
    if len(found) < MIN_SLOTS:
        return False
    for slot, words in found.items():
        read_into_plan(turn, slot, words)
        turn.set_slot(slot, state="given", text=words)
        turn.read[slot] = Read(words)
    _settle_derived(turn)
    turn.change(read_at_once=True)
    turn.say("ctl.multi", noted=_noted(turn), missing=_missing(turn))
    return True


def _long_enough(conversation: Conversation, text: str) -> bool:
    empty = sum(conversation.is_empty(question.slot) for question in PLAN_QUESTIONS)
    return len(text.split()) >= MIN_WORDS and empty >= MIN_SLOTS


def _pointed_at(turn: Turn, text: str) -> dict[str, str]:
    """The excerpts that answer what is still to be asked."""
    return {
        slot: words
        for slot, words in excerpts_of(text, turn.excerpts).items()
        if turn.conversation.is_empty(slot) and weak_pattern(BY_SLOT[slot].reads, words, turn.heard) not in _NO_ANSWER
    }


def _without(text: str, excerpts: Iterable[str]) -> str:
    for words in excerpts:
        text = re.sub(r"\s+".join(map(re.escape, words.split())), "\n", text)
    return text


def sorted_by_slot(turn: Turn, question: Question, text: str) -> dict[str, str]:
    """Slot -> the sentences that answer it, in the order typed."""
    found: dict[str, list[str]] = {}
    for sentence in _sentences(text):
        slot, words = _labelled(turn, sentence) or (_slot_of(turn, sentence), sentence)
        if slot is not None and turn.conversation.is_empty(slot):
            found.setdefault(slot, []).append(_LINKING.sub("", words.strip(" .;")))
    if "problem.what" in found and "problem.who" not in found and turn.conversation.is_empty("problem.who"):
        group = _GROUP.search(found["problem.what"][0])
        if group is not None and says("slot_who", plain(group[0]), turn.heard):
            found["problem.who"] = [group[0].strip()]
    if question.slot not in found and question.slot == "problem.what" and "problem.who" in found:
        found["problem.what"] = found["problem.who"]
    return {slot: ". ".join(sentences) for slot, sentences in found.items()}


def _sentences(text: str) -> list[str]:
    parts = _SENTENCE.split(text)
    return [said for part in parts for said in (_WISH.split(part) if len(part.split()) > _LONG_SENTENCE else [part])]


def _labelled(turn: Turn, sentence: str) -> tuple[str, str] | None:
    """“Objective: …”: the person names the slot."""
    match = _LABELLED.match(sentence)
    slot = fix_slot(match.group(1), turn.heard) if match else None
    if match is None or slot is None or slot in ("commitment", "ifthen", "checkin"):
        return None
    return ("objective.outcome" if slot == "objective.numbers" else slot), match.group(2)


def _slot_of(turn: Turn, sentence: str) -> str | None:
    lang, today = turn.heard, turn.moment.today
    said = plain(sentence)
    for slot, cue in _TELLING:
        if says(cue, said, lang):
            return slot
    if has_digit(sentence) and says_any(("now", "slot_objective"), said, lang):
        measure = read_measure(sentence, lang, today)
        if measure.target is not None and (measure.baseline is not None or measure.day is not None):
            return "objective.outcome"
    if says("slot_mechanism", said, lang):
        return "mechanism"
    steps = read_steps(sentence, lang, today, turn.conversation.first_name)
    if any(step.owner and step.due for step in steps):
        return "steps"
    for slot, cue in _ELSE_TELLING:
        if says(cue, said, lang):
            return slot
    if says("slot_who", said, lang) and len(sentence.split()) <= 10:
        return "problem.who"
    return "problem.what" if _tells_a_problem(turn, sentence) else None


def _tells_a_problem(turn: Turn, sentence: str) -> bool:
    lang = turn.heard
    said = plain(sentence)
    evidence = has_digit(sentence) or says("evidence", said, lang)
    return evidence or says("slot_problem", said, lang) or bool(find_dates(sentence, lang, turn.moment.today))


def _settle_derived(turn: Turn) -> None:
    """What the filled slots settle for others: the numbers of the objective, the level of what exists."""
    plan = turn.plan
    if plan.objective.numbered and turn.conversation.is_empty("objective.numbers"):
        turn.set_slot("objective.numbers", state="to_check" if plan.objective.estimate else "given")
        turn.read["objective.numbers"] = Read(figures(turn))
    if plan.mechanism_level is not None and turn.conversation.is_empty("mechanism.level"):
        turn.set_slot("mechanism.level", state="given", text=plan.mechanism_level)
        turn.read["mechanism.level"] = Read(plan.mechanism_level)


def _label(turn: Turn, slot: str) -> str:
    return text_of(f"label.{slot}", turn.conversation.lang)


def _noted(turn: Turn) -> str:
    return "\n".join(
        f"• {with_label(_label(turn, q.slot), _noted_words(turn, q.slot), turn.conversation.lang)}"
        for q in PLAN_QUESTIONS
        if q.slot in turn.read and q.slot not in ("mechanism.level", "objective.numbers")
    )


def _noted_words(turn: Turn, slot: str) -> str:
    if slot == "objective.outcome" and turn.plan.objective.numbered:
        return f"{objective_words(turn)} ({figures(turn)})"
    if slot == "steps":
        return str(len(turn.plan.steps))
    return quote(turn.conversation.slot(slot).text)


def _missing(turn: Turn) -> str:
    names = [_label(turn, q.slot).lower() for q in PLAN_QUESTIONS if turn.conversation.is_empty(q.slot)]
    return ", ".join(names) or text_of("word.nothing", turn.conversation.lang)
