"""Learn the judge's weights from the labelled corpus: `make model` writes dialogs/interception/weights.py anew.

Logistic regression with an L2 penalty, by coordinate descent: small, the same result each time, and nothing but Python.
A message is as tool-first as the likeliest of its mentions, so the mention that stands for it is chosen again after
each fit. Only tests/corpus/train*.jsonl is read; the held-out half is for measuring.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Final, NamedTuple

from dialogs.interception.evidence import Piece
from dialogs.interception.judge import read_message

CORPUS: Final = Path(__file__).parents[1] / "tests" / "corpus"
WEIGHTS: Final = Path(__file__).parents[1] / "dialogs" / "interception" / "weights.py"
TRUST: Final = 0.3
"""How much the corpus counts against the penalty. By measurement: from 0.1 to 1 it makes little difference."""
LEAST_ROWS: Final = 4  # that have a piece of evidence, or it gets no weight
PRIOR: Final[dict[Piece, float]] = {("grammar", "proposed"): 3.0}
"""What a weight is drawn to; 0 for the others. The grammar of a proposal was right each time in public wording, which
the corpus, made to be hard, does not show."""
ROUNDS: Final = 3  # of choosing mentions
SWEEPS: Final = 25  # over all weights in a round
STEP: Final = 1.0  # the most that a weight changes at once
SMALL: Final = 0.02  # a weight under it is left out


Row = dict[str, str]


class Bag(NamedTuple):
    """A message's mentions, each with its evidence, and whether the message is tool-first."""

    mentions: list[list[Piece]]
    positive: bool


class Model(NamedTuple):
    """The weight of each piece of evidence; what they add up to, with the bias, is the logarithm of the odds."""

    bias: float
    weights: dict[Piece, float]

    def score(self, evidence: Sequence[Piece]) -> float:
        """The logarithm of the odds that it is a proposal."""
        return self.bias + sum(self.weights.get(piece, 0.0) for piece in evidence)


def bags() -> Iterator[Bag]:
    """The labelled messages that name a tool, alone and beside another matter."""
    for path in sorted(CORPUS.glob("train*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for row in (*rows, *_beside_others(rows)):
            reading = read_message(row["text"], row["lang"])
            if reading and reading.seen:
                yield Bag([sorted(seen.evidence) for seen in reading.seen], row["label"] == "TOOL_FIRST")


def _beside_others(rows: Sequence[Row]) -> Iterator[Row]:
    """Each message with one that names no tool before or behind it: what is said there says nothing of the tool."""
    others = cycle([row["text"] for row in rows if row["label"] == "OTHER"])
    for number, row in enumerate(row for row in rows if row["label"] != "OTHER"):
        texts = [row["text"].rstrip(), next(others).rstrip()]
        yield row | {"text": "\n".join(texts if number % 2 else texts[::-1])}


def train(rows: Sequence[Bag]) -> Model:
    """The model that fits the rows."""
    seen = Counter(piece for row in rows for piece in {piece for mention in row.mentions for piece in mention})
    model = Model(0.0, {piece: PRIOR.get(piece, 0.0) for piece, count in sorted(seen.items()) if count >= LEAST_ROWS})
    for _ in range(ROUNDS):
        model = fit(model, [max(row.mentions, key=model.score) for row in rows], [row.positive for row in rows])
    return model


def fit(model: Model, chosen: Sequence[Sequence[Piece]], positive: Sequence[bool]) -> Model:
    """Coordinate descent from `model` on: one Newton step for each weight in turn, over and over."""
    holders: dict[Piece, list[int]] = {piece: [] for piece in model.weights}
    for row, evidence in enumerate(chosen):
        for piece in evidence:
            if piece in holders:
                holders[piece].append(row)
    scores = [model.score(evidence) for evidence in chosen]
    weights, bias = dict(model.weights), model.bias
    for _ in range(SWEEPS):
        bias += _move(scores, positive, range(len(scores)), pull=0.0, penalty=0.0)
        for piece, rows in holders.items():
            weights[piece] += _move(scores, positive, rows, weights[piece] - PRIOR.get(piece, 0.0), penalty=1.0)
    return Model(bias, weights)


def _move(scores: list[float], positive: Sequence[bool], rows: Sequence[int], pull: float, penalty: float) -> float:
    """How far one weight moves, `pull` away from where its penalty draws it; the scores of its rows go with it."""
    slope, bend = penalty * pull, penalty + 1e-9
    for row in rows:
        chance = 1 / (1 + math.exp(-scores[row]))
        slope += TRUST * (chance - positive[row])
        bend += TRUST * chance * (1 - chance)
    step = max(-STEP, min(STEP, -slope / bend))
    for row in rows:
        scores[row] += step
    return step


def written(model: Model) -> str:
    """The source of the module of weights."""
    kept = {piece: round(weight, 2) for piece, weight in model.weights.items() if abs(weight) >= SMALL}
    entries = [f'("{place}", "{sign}"): {kept[place, sign]:+.2f},' for place, sign in sorted(kept)]
    lines = [" ".join(entries[start : start + 3]) for start in range(0, len(entries), 3)]
    body = (f"    {line}" for line in lines)
    return "\n".join((*HEADER, f"BIAS: Final = {model.bias:.2f}", NAME, *body, "}  # fmt: skip", ""))


HEADER: Final = (
    '"""What each piece of evidence weighs (evidence.py). Written by `make model` from the corpus: do not edit."""',
    "",
    "from typing import Final",
    "",
)
NAME: Final = "WEIGHTS: Final[dict[tuple[str, str], float]] = {"


def main() -> None:
    """Learn, and write."""
    WEIGHTS.write_text(written(train(list(bags()))), encoding="utf-8")


if __name__ == "__main__":
    main()
