"""Weak answers are told from good ones: the examples of the patterns, what people type, and replies to probes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.coach.patterns import PATTERNS, ranked, sharper, weak_pattern
from dialogs.lang import LANGS, Lang
from tests.examples_patterns import EXAMPLES
from tests.examples_typed import ENGLISH, FRENCH

WEAK = [
    (lang, slot, answer, row.pattern)
    for row in EXAMPLES
    for lang, answers in (("en", row.weak_en), ("fr", row.weak_fr))
    for answer in answers
    for slot in row.slots.split()
]
BETTER = [
    (lang, row.slots.split(), answer, row.pattern)
    for row in EXAMPLES
    for lang, answers in (("en", row.better_en), ("fr", row.better_fr))
    for answer in answers
]
TYPED = [(row.lang, row.slot, answer, row.pattern) for row in ENGLISH + FRENCH for answer in row.answers.splitlines()]
SLOTS = sorted({slot for pattern in PATTERNS for slot in pattern.slots})


@pytest.mark.parametrize(("lang", "slot", "answer", "pattern"), WEAK)
def test_a_weak_example_is_probed_for_its_pattern(lang: Lang, slot: str, answer: str, pattern: str) -> None:
    assert weak_pattern(slot, answer, lang) == pattern


@pytest.mark.parametrize(("lang", "slots", "answer", "pattern"), BETTER)
def test_a_better_example_is_taken_as_it_is(lang: Lang, slots: list[str], answer: str, pattern: str) -> None:
    assert weak_pattern(slots[0], answer, lang) is None
    assert all(pattern not in ranked(slot, answer, lang) for slot in slots)


@pytest.mark.parametrize(("lang", "slot", "answer", "pattern"), TYPED)
def test_what_people_type(lang: Lang, slot: str, answer: str, pattern: str | None) -> None:
    assert weak_pattern(slot, answer, lang) == pattern


@pytest.mark.parametrize(
    ("lang", "slot", "answer", "pattern"),
    [
        ("en", "problem", "People on the line gave us 30 ideas in the October survey and nobody ever answered them", None),
        ("en", "objective", "They'd get an answer to each idea, in days rather than never", None),
        ("en", "decision", "Karim, the plant manager. Not yet.", "no_decision"),
        ("en", "decision", "I see Karim on Thursday, I'll ask him for one hour a month to answer ideas on the spot", None),
        ("en", "steps", "I write a one-page who-approves-what with Lena from legal by 11 March. Two-hour drill on 25 March, I run it. Then see if the duty person needs monitoring.", None),
        ("fr", "objective", "qu'ils partagent plus", "one_word_objective"),
        ("fr", "objective", "Avant de démonter, regarder si l'autre site l'a déjà fait", "no_measure"),
        ("fr", "objective", "les pannes réparées deux fois, j'en compte 18 par mois", None),
        ("fr", "objective.numbers", "45 aujourd'hui je crois, 25 ce serait bien", "no_date"),
        ("fr", "objective.numbers", "fin septembre", None),
    ],
)  # fmt: skip
def test_answers_of_whole_talks(lang: Lang, slot: str, answer: str, pattern: str | None) -> None:
    assert weak_pattern(slot, answer, lang) == pattern


def test_the_patterns_come_in_the_order_of_probing() -> None:
    assert ranked("objective", "Our CEO wants a community", "en") == (
        "ordered_from_above",
        "vague_buzzword",
        "no_measure",
    )


def test_a_slot_without_patterns_takes_every_answer() -> None:
    assert ranked("commitment", "whatever", "en") == ()


@given(st.text(max_size=80), st.sampled_from(SLOTS), st.sampled_from(LANGS))
def test_every_text_can_be_read_and_the_first_pattern_leads(text: str, slot: str, lang: Lang) -> None:
    assert weak_pattern(slot, text, lang) == next(iter(ranked(slot, text, lang)), None)


@given(st.sampled_from(TYPED))
def test_case_apostrophes_and_accents_do_not_change_the_reading(row: tuple[Lang, str, str, str | None]) -> None:
    lang, slot, answer, pattern = row
    assert weak_pattern(slot, answer.replace("'", "’").replace(" ", "\u00a0"), lang) == pattern
    if slot != "steps":  # there, a capital tells a name
        assert weak_pattern(slot, answer.upper(), lang) == pattern


@pytest.mark.parametrize(
    ("lang", "answer", "reply"),
    [
        ("en", "innovation is low", "whatever"),
        ("en", "innovation is low", "I said so"),
        ("en", "innovation is low", "Innovation is low!"),
        ("en", "more ideas", "just because"),
        ("en", "more ideas", "no"),
        ("en", "more ideas", "..."),
        ("en", "Not yet, we'll see", "already told you"),
        ("fr", "plus de partage", "peu importe"),
        ("fr", "plus de partage", "je l'ai dit"),
        ("fr", "plus de partage", "bof"),
        ("fr", "les gens", "ça suffit"),
        ("fr", "les gens", "Les gens."),
    ],
)
def test_a_sharp_reply_ends_the_probing(lang: Lang, answer: str, reply: str) -> None:
    assert sharper(reply, answer, lang)


@pytest.mark.parametrize(
    ("lang", "answer", "reply"),
    [
        ("en", "The team lists the faults, then someone tests a sheet", "me"),
        ("en", "The team lists the faults, then someone tests a sheet", "Ana"),
        ("en", "90% by the end of the year", "40%"),
        ("en", "60 today, 30 would be great", "June"),
        ("en", "Customers complain about us", "last week"),
        ("en", "more ideas", "answers within a week, that's enough to start with in our two plants"),
        ("fr", "45 aujourd'hui je crois, 25 ce serait bien", "fin septembre"),
        ("fr", "L'équipe liste les pannes", "moi"),
        ("fr", "30 par mois d'ici juin", "60"),
        ("fr", "tout le monde", "les infirmières"),
    ],
)
def test_a_short_reply_with_content_is_no_refusal(lang: Lang, answer: str, reply: str) -> None:
    assert not sharper(reply, answer, lang)
