"""What content must exist: whatever is taken away, the lint says what is missing."""

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

import pytest

from dialogs.content import blockers_fr, lexicon_en
from dialogs.content.archetypes_fr import ARCHETYPES as ARCHETYPES_FR
from dialogs.content.messages_en import MESSAGES as EN
from dialogs.content.messages_fr import MESSAGES as FR
from dialogs.content.messages_fr_tu import MESSAGES as FR_TU
from dialogs.content.script import SCRIPT, Line
from scripts import completeness

Check = Callable[[], Iterator[str]]


@pytest.mark.parametrize("check", completeness.CHECKS)
def test_nothing_is_missing(check: Check) -> None:
    assert list(check()) == []


@pytest.mark.parametrize(
    ("table", "key", "check", "fault"),
    [
        (FR, "q.problem", completeness.messages, "fr q.problem: no text"),
        (SCRIPT, "q.problem", completeness.messages, "en q.problem: not in the script"),
        (SCRIPT, "btn.mech.works", completeness.script, "q.mechanism.proof: chip 'btn.mech.works' is no button"),
        (SCRIPT, "why.people", completeness.questions, "why.people: missing"),
        (SCRIPT, "simple.people", completeness.questions, "simple.people: missing"),
        (SCRIPT, "example.people", completeness.questions, "example.people: missing"),
        (SCRIPT, "probe.fomo", completeness.probes, "probe.fomo: a pattern without probe, or a probe without pattern"),
        (SCRIPT, "reason.R6", completeness.verdicts, "reason.R6: a rule without reason, or a reason without rule"),
        (SCRIPT, "reason.R1.time", completeness.verdicts, "reason.R1.time: a rule without reason, or a reason without rule"),
        (SCRIPT, "blk.lost", completeness.verdicts, "blk.lost: missing"),
        (ARCHETYPES_FR, "ai", completeness.archetypes, "archetype ai: in one language only"),
        (lexicon_en.LEXICON, "fomo", completeness.word_lists, "lexicon_en: no LEXICON.fomo, which lexicon_fr has"),
        (blockers_fr.BLOCKER_WORDS, "lost", completeness.word_lists, "blockers_fr: no BLOCKER_WORDS.lost, which blockers_en has"),
    ],
)  # fmt: skip
def test_what_is_taken_away_is_missed(
    monkeypatch: pytest.MonkeyPatch, table: MutableMapping[str, Any], key: str, check: Check, fault: str
) -> None:
    monkeypatch.delitem(table, key)
    assert fault in list(check())


def test_a_placeholder_of_one_language_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EN, "why.people", "Because {people} change.")
    assert list(completeness.messages()) == ["why.people: not the same placeholders in every wording"]


def test_the_tu_wordings_keep_the_placeholders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FR_TU, "q.ifthen", "Que feras-tu ?")
    assert list(completeness.messages()) == ["q.ifthen: not the same placeholders in every wording"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (Line("shout"), "q.x: kind 'shout' is unknown"),
        (Line("ask", slot="step.colour"), "q.x: slot 'step.colour' is unknown"),
        (Line("ask"), "q.x: a question fills a slot, and only a question does"),
        (Line("say", slot="people"), "q.x: a question fills a slot, and only a question does"),
    ],
)
def test_a_line_that_the_script_may_not_hold(monkeypatch: pytest.MonkeyPatch, line: Line, fault: str) -> None:
    monkeypatch.setitem(SCRIPT, "q.x", line)
    assert list(completeness.script()) == [fault]


def test_a_pattern_that_does_not_compile_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(lexicon_en.LEXICON, "buzz", (r"engag(ement",))
    assert len(list(completeness.patterns_compile())) == 1
