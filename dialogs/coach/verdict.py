"""The tool verdict of one step: no new tool, a tool that unblocks, or a tool that makes it radically better.

The rules are data (`dialogs/content/verdict_table.py`); here they are applied, and turned round to find the
next question worth asking: the one whose answer can still change the verdict.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from dialogs.content.verdict_table import (
    ASK_ORDER,
    ATTRIBUTES,
    DEFAULTS,
    HUMAN_BLOCKERS,
    IMPLIED,
    RULES,
    Kind,
    Rule,
    Values,
)

Attributes = Mapping[str, str]


class Verdict(NamedTuple):
    """The verdict of a step.

    `reason` is a message key; `blocker` is the stated blocker, else the implied one, else "none"; `implied`
    names the row that implied it ("D1" to "D5"), so that it can be put to the person as a question.
    """

    kind: Kind
    rule: str
    reason: str
    blocker: str
    implied: str | None


def decide(attrs: Attributes) -> Verdict:
    """Give the verdict of a step with these attributes; those not named take their default.

    Raises ValueError for an attribute or a value that is not in the table. Whether enough is known to speak
    at all (the verdict is *pending* without a blocker and a mechanism) is for the caller to say.
    """
    if not attrs.keys() <= ATTRIBUTES.keys():
        raise ValueError(f"unknown attributes: {sorted(attrs.keys() - ATTRIBUTES.keys())}")
    return _decide(tuple(attrs.get(name, default) for name, default in DEFAULTS.items()))


def next_question(known: Attributes) -> str | None:
    """Name the attribute to ask next, or None when no answer could change the kind of verdict any more."""
    return _next_question(tuple(known.get(name) for name in DEFAULTS))


@lru_cache(maxsize=4096)
def _decide(values: tuple[str, ...]) -> Verdict:
    attrs = dict(zip(DEFAULTS, values, strict=True))
    for name, value in attrs.items():
        if value not in ATTRIBUTES[name]:
            raise ValueError(f"{name} has no value {value!r}")
    rule, blocker, implied = _judge(attrs)
    return Verdict(rule.kind, rule.name, _reason_key(rule, blocker), blocker, implied)


def _judge(attrs: Attributes) -> tuple[Rule, str, str | None]:
    """Give the first rule that holds, the blocker judged with, and the row that implied this blocker."""
    blocker, implied = attrs["blocker"], None
    if blocker == "none":
        blocker, implied = _implied_blocker(attrs)
        attrs = {**attrs, "blocker": blocker}
    for rule in RULES:
        if _all_hold(rule.when, attrs) and (not rule.any_of or _any_holds(rule.any_of, attrs)):
            return rule, blocker, implied
    raise AssertionError("the last rule has no condition")


def _implied_blocker(attrs: Attributes) -> tuple[str, str | None]:
    for row in IMPLIED:
        if _all_hold(row.when, attrs):
            return row.blocker, row.name
    return "none", None


def _all_hold(when: Mapping[str, Values], attrs: Attributes) -> bool:
    # A plain loop: thousands of calls per question, and all(...) costs a generator each time.
    for name, values in when.items():  # noqa: SIM110
        if attrs[name] not in values:
            return False
    return True


def _any_holds(any_of: Mapping[str, Values], attrs: Attributes) -> bool:
    return any(attrs[name] in values for name, values in any_of.items())


def _reason_key(rule: Rule, blocker: str) -> str:
    if blocker in HUMAN_BLOCKERS:
        return f"reason.{rule.name}.{blocker}"
    return f"reason.{rule.name.rstrip('ab')}"


@lru_cache(maxsize=4096)
def _next_question(values: tuple[str | None, ...]) -> str | None:
    attrs = {name: value or DEFAULTS[name] for name, value in zip(DEFAULTS, values, strict=True)}
    unknown = [name for name, value in zip(DEFAULTS, values, strict=True) if value is None]
    if "blocker" in unknown:
        # Always open: a human blocker gives no tool, and people who cannot meet always get one.
        return "blocker"
    asked = [name for name in ASK_ORDER if name in unknown]
    kinds = {answers: _kind(attrs, asked, answers) for answers in product(*(VALUE_CLASSES[a] for a in asked))}
    if len(set(kinds.values())) == 1:
        return None
    return next(name for i, name in enumerate(asked) if _changes_kind(kinds, i))


def _kind(attrs: Attributes, asked: Sequence[str], answers: tuple[str, ...]) -> Kind:
    return _judge({**attrs, **dict(zip(asked, answers, strict=True))})[0].kind


def _changes_kind(kinds: Mapping[tuple[str, ...], Kind], i: int) -> bool:
    """Say whether, the other answers being equal, the i-th answer alone makes a different kind of verdict."""
    by_the_others: dict[tuple[str, ...], Kind] = {}
    return any(
        by_the_others.setdefault(answers[:i] + answers[i + 1 :], kind) != kind for answers, kind in kinds.items()
    )


def _conditions_on(name: str) -> Iterator[Values]:
    for row in IMPLIED + RULES:
        if name in row.when:
            yield row.when[name]
    for rule in RULES:
        if name in rule.any_of:
            yield rule.any_of[name]


def _value_classes(name: str) -> tuple[str, ...]:
    """Give one value for each set of values that no condition of the table tells apart."""
    conditions = list(_conditions_on(name))
    classes = {tuple(value in values for values in conditions): value for value in ATTRIBUTES[name]}
    return tuple(classes.values())


# What a question can reveal, as far as the verdict goes: 5 classes instead of 15 blockers, and so on.
VALUE_CLASSES: Final[Mapping[str, tuple[str, ...]]] = {name: _value_classes(name) for name in ATTRIBUTES}
