"""The judge in general: never raises, says why, and stays linear on any text."""

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.content import tools_en
from dialogs.interception import gate as gate_module
from dialogs.interception.judge import PERHAPS_PLANNED, THRESHOLDS, judge
from dialogs.interception.rules import Rules, rules
from dialogs.interception.text import Spoken
from dialogs.interception.tools import naming
from dialogs.lang import LANGS, Lang

WORDS = [
    "we",
    "should",
    "create",
    "a",
    "slack",
    "channel",
    "for",
    "il",
    "faudrait",
    "un",
    "canal",
    "Teams",
    "pour",
    "les",
    "sites",
    ",",
    ".",
    "?",
    "!",
    "'",
    '"',
    "«",
    "»",
    ">",
    "`",
    "not",
    "pas",
    "if",
    "without",
    "80%",
    "everyone",
    "on",
    "ai",
    "l'IA",
    "because",
    "car",
    "to",
    "from",
    "3",
    "to",
    "4",
    "hours",
    "must",
    "help",
    "🚀",
    "\n",
    "İ",
]


@given(st.text(), st.sampled_from([None, *LANGS]))
def test_any_text_gets_a_finding(text: str, lang: Lang | None) -> None:
    assert 0 <= judge(text, lang).score <= 1


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_what_is_quoted_was_typed(text: str) -> None:
    seen = judge(text)
    assert seen.intercept == (seen.score >= THRESHOLDS["normal"])
    assert (seen.tool is not None) == (seen.intercept or "planned" in seen.reasons)
    for quoted in (seen.tool, seen.people, seen.date):
        assert quoted is None or quoted in text
    assert all(len(quote.split()) <= 8 for quote in (seen.goal, seen.problem) if quote)


@pytest.mark.parametrize(
    ("message", "reasons"),
    [
        ("Let's start a podcast", ("start",)),
        ("We should move to Slack", ("change",)),
        ("We need a wiki", ("want",)),
        ("What about a forum?", ("idea",)),
        ("Create a WhatsApp group for the drivers", ("imperative",)),
        ("80% of staff must be on Yammer, get everyone on Yammer", ("adoption",)),
        ("If we are not on TikTok we die", ("fear",)),
        ("A chatbot would solve this", ("praise",)),
        ("We should not start a podcast", ("refused",)),
        ("Slack is down", ("mention",)),
        ("lunch?", ()),
        ("We need a wiki: from 40 to 10 questions a week", ("want", "planned", "objective")),
    ],
)
def test_reasons(message: str, reasons: tuple[str, ...]) -> None:
    assert judge(message).reasons == reasons


def test_a_word_added_to_the_lexicon_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools_en, "NAMES", tools_en.NAMES + ", zorbling")
    assert b"zorbling" in gate_module.gate.__wrapped__().tools
    assert naming.__wrapped__("en").phrase.fullmatch(" a zorbling")


def patterns(words: Rules) -> Iterator[re.Pattern[str]]:
    for value in (*words, *words.naming):
        if isinstance(value, re.Pattern):
            yield value
    yield from (pattern for _, pattern in words.steps)


@pytest.mark.parametrize("lang", LANGS)
def test_no_pattern_repeats_a_repetition_without_bound(lang: Lang) -> None:
    """The shape behind exponential matching: an endless `+` or `*` on a group that holds another one."""
    for pattern in patterns(rules(lang)):
        assert not re.search(r"[+*][^()]*\)[+*]", pattern.pattern)


@pytest.mark.parametrize("lang", LANGS)
def test_no_pattern_that_is_searched_opens_with_an_endless_repetition(lang: Lang) -> None:
    """The shape behind quadratic searching: each start would run through the whole text."""
    for pattern in patterns(rules(lang)):
        assert not re.match(r"(?:\(\?:|\|)*(?:\\[sw]|\[[^\]]*\])[+*]", pattern.pattern)


@pytest.mark.parametrize(
    "filler", [" ", ".", "/slack", "-", "«", "[a](", "1", "for ", "we should ", "<", "slack ", "e\u0301", ","]
)
def test_a_very_long_message_is_still_judged(filler: str) -> None:
    message = f"We should create a Slack community.\n{filler * (40_000 // len(filler))}"
    assert judge(message).tool == "a Slack community"


def work(text: str, lang: Spoken) -> float:
    """CPU seconds for one reading, the best of three."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        judge(text, lang)
        spent.append(time.process_time() - start)
    return min(spent)


HOSTILE = [
    "we should not launch a slack channel but ",
    "slack " * 8,
    "'a 'b ",
    '"we "should ',
    "a new new new community of ",
    "from 3 to ",
    "if we without competitors ",
    "on devrait créer un une des canal pour ",
    "wir sollten eine eigene gruppe ",
    "«il faut» ",
    "we need teams x teams x ",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("lang", ["en", "fr", "de", "es"])
def test_eight_times_the_text_is_at_most_some_thirty_times_the_work(piece: str, lang: Spoken) -> None:
    """Twice twice the honest eight: a shared machine is noisy, and a quadratic pattern would need sixty-four."""
    judge(piece, lang)  # what is compiled at the first message
    short, long = (piece * (length // len(piece)) for length in (4_000, 32_000))
    assert work(long, lang) <= 32 * work(short, lang) + 0.002


def test_what_may_be_a_plan_is_no_matter_in_a_strict_channel() -> None:
    proposed = "Let's start a newsletter"
    perhaps_planned = f"{proposed} on Monday, two pages a month, and Ines writes it"
    assert judge(proposed, mode="strict").intercept
    assert judge(perhaps_planned).score <= PERHAPS_PLANNED < THRESHOLDS["strict"]
