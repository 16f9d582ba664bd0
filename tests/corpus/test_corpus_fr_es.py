"""The French and Spanish corpus is what its README says: valid rows, none twice, and halves that share no near-copy.

A score on the held-out half is worth something only if its wording was not seen, hardly changed, while tuning.
"""

import json
import re
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent
SPLITS = ("train", "held_out")
LEAST = {
    "fr": {"TOOL_FIRST": 320, "PLANNED": 110, "MENTION": 220, "OTHER": 110},
    "es": {"TOOL_FIRST": 50, "PLANNED": 20, "MENTION": 40, "OTHER": 20},
}
FAMILIES = {"social", "network", "chat", "community", "forum", "blog", "podcast", "newsletter", "wiki", "intranet"}
FAMILIES |= {"chatbot", "assistant", "none"}
VOICES = {"terse", "polite", "hyped", "typos", "manager", "technician", "plain"}
NEAR_COPY = 0.7

Row = dict[str, str]

pytestmark = pytest.mark.parametrize("lang", LEAST)


def rows_of(split: str, lang: str) -> list[Row]:
    return [json.loads(line) for line in (CORPUS / f"{split}_{lang}.jsonl").read_text(encoding="utf-8").splitlines()]


def both_halves(lang: str) -> list[Row]:
    return [row for split in SPLITS for row in rows_of(split, lang)]


def words(row: Row) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", row["text"].lower()))


def test_every_row_is_a_chat_sized_message_with_a_known_label_family_and_voice(lang: str) -> None:
    for row in both_halves(lang):
        assert set(row) == {"id", "lang", "text", "label", "family", "voice", "group"}, row
        assert row["lang"] == lang, row
        assert row["label"] in LEAST[lang], row
        assert row["family"] in FAMILIES, row
        assert row["voice"] in VOICES, row
        assert (row["family"] == "none") == (row["label"] == "OTHER"), row
        assert 3 <= len(row["text"].split()) <= 62, row


@pytest.mark.parametrize("field", ["id", "text"])
def test_no_row_is_there_twice(lang: str, field: str) -> None:
    seen = Counter(row[field].casefold() for row in both_halves(lang))
    assert [value for value, times in seen.items() if times > 1] == []


def test_few_rows_begin_alike(lang: str) -> None:
    openings = Counter(tuple(row["text"].lower().split()[:3]) for row in both_halves(lang))
    assert max(openings.values()) <= 5


def test_groups_are_small_and_never_in_both_halves(lang: str) -> None:
    train, held_out = (Counter(row["group"] for row in rows_of(split, lang)) for split in SPLITS)
    assert train.keys() & held_out.keys() == set()
    assert max((train | held_out).values()) <= 4


def test_each_half_has_about_half_of_every_label(lang: str) -> None:
    train, held_out = (Counter(row["label"] for row in rows_of(split, lang)) for split in SPLITS)
    for label, least in LEAST[lang].items():
        assert train[label] + held_out[label] >= least
        assert 0.45 <= train[label] / (train[label] + held_out[label]) <= 0.55, label


def test_no_row_comes_back_hardly_changed_in_the_other_half(lang: str) -> None:
    train, held_out = ([(row["id"], words(row)) for row in rows_of(split, lang)] for split in SPLITS)
    near = [(a, b) for (a, one), (b, two) in product(train, held_out) if len(one & two) >= NEAR_COPY * len(one | two)]
    assert near == []
