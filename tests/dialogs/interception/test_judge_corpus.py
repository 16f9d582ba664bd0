"""The judge on labelled messages: a floor under what it reaches on the half that nobody tuned on, and where its weights
come from.

Raise a floor when the judge gets better. Lowering one is a decision, not a repair.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from dialogs.interception.judge import THRESHOLDS, Mode, judge
from dialogs.interception.text import Spoken
from scripts.train_judge import WEIGHTS, bags, train, written

CORPUS = Path(__file__).parents[2] / "corpus"

FLOOR: dict[tuple[Spoken, Mode], tuple[float, float]] = {
    ("en", "normal"): (0.90, 0.68),
    ("fr", "normal"): (0.89, 0.60),
    ("de", "normal"): (0.80, 0.70),
    ("es", "normal"): (0.92, 0.68),
    ("en", "strict"): (0.96, 0.26),
    ("fr", "strict"): (0.96, 0.22),
    ("es", "strict"): (0.95, 0.20),
}
"""The least precision and recall."""


@pytest.mark.parametrize(("lang", "mode"), FLOOR)
def test_the_judge_is_not_worse_on_messages_it_never_learned_from(lang: Spoken, mode: Mode) -> None:
    rows = [json.loads(line) for line in (CORPUS / f"held_out_{lang}.jsonl").read_text(encoding="utf-8").splitlines()]
    seen = Counter((row["label"] == "TOOL_FIRST", judge(row["text"], lang, mode).intercept) for row in rows)
    precision = seen[True, True] / (seen[True, True] + seen[False, True])
    recall = seen[True, True] / (seen[True, True] + seen[True, False])
    least_precision, least_recall = FLOOR[lang, mode]
    assert precision >= least_precision
    assert recall >= least_recall


def test_each_mode_is_surer_than_the_next() -> None:
    assert THRESHOLDS["strict"] > THRESHOLDS["normal"] > THRESHOLDS["eager"]


def test_the_weights_are_what_the_corpus_teaches_today() -> None:
    assert WEIGHTS.read_text(encoding="utf-8") == written(train(list(bags()))), "run `make model`"
