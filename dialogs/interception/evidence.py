"""Evidence: which sign stands where around a tool that is named. Its weights, learned from the corpus, make the score.

"should" in the same clause before the tool says something else than "should" behind it or in the next sentence, and the
words next to the tool say most. A place and a sign are one piece of evidence; the places are:

left, right       the clause of the tool, before and behind it
before, behind    the rest of its sentence, some words of it
message           anywhere around it, and what the message says as a whole
grammar           what the grammar of proposals says, and the language
-3, -2, -1, 1, 2  so many words from the tool
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from dialogs.interception.signs import Word, read_words
from dialogs.interception.text import Sentence, Spoken
from dialogs.interception.tools import Mention

Piece = tuple[str, str]
"""A place and a sign."""

TOOL: Final = "tool"
_REACH: Final = 14  # words of the rest of the sentence
_MOST: Final = 4  # tools of one sentence that are looked at
_CUTS: Final = frozenset(",;:()—–…")
_JOINTS: Final = frozenset(
    "and but though yet however so et mais donc pourtant und aber doch also y pero".split()  # noqa: SIM905
)
_BUT: Final = frozenset({"but", "mais", "aber", "pero"})
_AGAINST: Final = frozenset({"not", "refuse", "nothanks", "nobody", "lack", "bug", "postponed"})
_EVERYWHERE: Final = frozenset({"the", "of", "loc", ",", TOOL})
"""Signs that say nothing unless they are near."""
_PLAN: Final = frozenset({"shift", "goal", "check", "trial", "step", "date", "weekly", "unit", "does"})
_LEAST_PLAN: Final = 2  # kinds of plan signs
_PREDICATES: Final = frozenset(
    {
        "use", "decide", "should", "could", "would", "want", "need", "propose", "whatif", "lets", "will", "start",
        "starting", "started", "take", "move", "usage", "bug", "edit", "howto",
    }
)  # fmt: skip
_NONE: Final[frozenset[str]] = frozenset()
_LENGTHS: Final = (6, 24)  # words


class Read(NamedTuple):
    """A sentence, the tools that it names, and its words; a tool is one word with the sign `TOOL`."""

    line: Sentence
    mentions: list[Mention]
    words: list[Word]


class Seen(NamedTuple):
    """What speaks for and against one mention: `sentence` is its number."""

    sentence: int
    mention: Mention
    evidence: set[Piece]


def read(line: Sentence, mentions: list[Mention], lang: Spoken) -> Read:
    """The words of a sentence with its tools folded into one word each."""
    words: list[Word] = []
    place = 0
    for mention in mentions:
        if mention.tool >= place:
            words += read_words(line.plain, place, mention.tool, lang)
            words.append(Word(mention.tool, "", frozenset({TOOL})))
            place = mention.end
    return Read(line, mentions, words + read_words(line.plain, place, len(line.plain), lang))


def evidence(message: Sequence[Read], signals: Iterable[str]) -> Iterator[Seen]:
    """The evidence for each tool that a message names; `signals` are what its grammar says (proposals.py)."""
    whole = {("message", sign) for sign in _of_all(message)} | {("grammar", signal) for signal in signals}
    signs = [_signs(sentence.words) for sentence in message]
    for number, sentence in enumerate(message):
        around = set().union(*signs[:number], *signs[number + 1 :]) - _EVERYWHERE
        places = [place for place, word in enumerate(sentence.words) if TOOL in word.signs]
        common = whole | set(_of_sentence(sentence, signs[number], len(places)))
        common |= {("message", "later")} if number else set()
        common |= {("message", "earlier")} if number < len(message) - 1 else set()
        for place in places[:_MOST]:
            mention = next(each for each in sentence.mentions if each.tool == sentence.words[place].place)
            yield Seen(number, mention, common.union(_of_mention(mention), _around(sentence.words, place, around)))


def perhaps_plan(message: Sequence[Read]) -> bool:
    """Whether there are signs enough of a plan to look for one."""
    return _plan_signs([word for sentence in message for word in sentence.words]) >= _LEAST_PLAN


def _plan_signs(words: Sequence[Word]) -> int:
    """How many kinds of signs of a plan there are, a figure among them."""
    signs = _signs(words)
    return len(_PLAN & signs) + ("figure" in signs)


def _of_all(message: Sequence[Read]) -> Iterator[str]:
    """How long the message is, and how much of a plan it has: kinds of plan signs, and figures."""
    words = [word for sentence in message for word in sentence.words]
    figures = sum("figure" in word.signs for word in words)
    plan = _plan_signs(words)
    yield from (f"plan {least}" for least in range(_LEAST_PLAN, 8) if plan >= least)
    yield from (f"figures {least}" for least in range(1, 5) if figures >= least)
    spoken = sum(len(sentence.line.typed.split()) for sentence in message)
    yield from (f"up to {most} words" for most in _LENGTHS if spoken <= most)


def _of_sentence(sentence: Read, signs: frozenset[str], tools: int) -> Iterator[Piece]:
    ending = sentence.line.plain.rstrip()[-1:]
    if ending in ("?", "!"):
        yield "message", f"ends in {ending}"
    if _PREDICATES.isdisjoint(signs):
        yield "message", "fragment"
    if tools > 1:
        yield "message", "several tools"


def _of_mention(mention: Mention) -> Iterator[Piece]:
    yield "message", f"{mention.article} article"
    yield "message", mention.form


def _around(words: Sequence[Word], place: int, elsewhere: set[str]) -> Iterator[Piece]:
    start, end = _clause(words, place)
    zones = {
        "left": words[start:place],
        "right": words[place + 1 : end],
        "before": words[max(0, start - _REACH) : start],
        "behind": words[end : end + _REACH],
    }
    for zone, near in zones.items():
        signs = _signs(near) - {TOOL}
        elsewhere = elsewhere | signs
        yield from ((zone, sign) for sign in (signs if zone in ("left", "right") else signs - _EVERYWHERE))
    yield from (("message", sign) for sign in elsewhere - _EVERYWHERE)
    if _PREDICATES.isdisjoint(_signs(words[start:end])):
        yield "message", "clause without a verb"
    yield from _but(words, place)
    yield from _next(words, place, start)


def _but(words: Sequence[Word], place: int) -> Iterator[Piece]:
    """ "But" before the tool, behind it, and behind it with what speaks against the tool."""
    turns = [index for index, word in enumerate(words) if word.text in _BUT]
    if any(index < place for index in turns):
        yield "before", "but"
    if any(index > place for index in turns):
        yield "behind", "but"
        if not _AGAINST.isdisjoint(_signs(words[turns[-1] :])):
            yield "behind", "but not"


def _signs(words: Iterable[Word]) -> frozenset[str]:
    return _NONE.union(*[word.signs for word in words if word.signs])


def _clause(words: Sequence[Word], place: int) -> tuple[int, int]:
    """Where the clause around a place starts, and where it ends."""
    start = place
    while start and words[start - 1].text not in _CUTS:
        start -= 1
    end = place + 1
    while end < len(words) and words[end].text not in _CUTS and words[end].text not in _JOINTS:
        end += 1
    return start, end


def _next(words: Sequence[Word], place: int, start: int) -> Iterator[Piece]:
    """The words next to the tool, one by one; "edge" where the clause starts or the sentence ends."""
    for step in (1, 2, 3):
        if place - step < start:
            yield f"-{step}", "edge"
            break
        yield from ((f"-{step}", sign) for sign in words[place - step].signs)
    for step in (1, 2):
        if place + step >= len(words):
            yield f"{step}", "edge"
            break
        yield from ((f"{step}", sign) for sign in words[place + step].signs or {"plain word"})
