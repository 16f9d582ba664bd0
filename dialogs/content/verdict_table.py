"""The tool verdict as a table: what is known of a step, and the rules that follow from it.

Language-free. `dialogs/coach/verdict.py` reads it; the order of RULES and IMPLIED is the order of precedence.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Kind = Literal["no_tool", "unblock", "radical"]
Values = frozenset[str]

ATTRIBUTES: Final[Mapping[str, tuple[str, ...]]] = {
    # people the step involves: up to 12, 13 to 50, 51 to 500, more than 500
    "size": ("s", "m", "l", "xl"),
    # where they are
    "distance": ("same_site", "multi_site", "time_zones", "outside"),
    # whether they know each other
    "ties": ("close", "acquainted", "strangers"),
    # whether they already read a channel the company has (people without a desk often do not)
    "reach": ("covered", "partly", "not_covered"),
    # how often the step happens
    "rhythm": ("once", "monthly", "weekly", "daily"),
    # how long an answer or a turn may take
    "latency": ("minutes", "day", "week", "open"),
    # whether it must be found again months later, or kept as evidence
    "keep": ("no", "find_again", "proof"),
    # what the step is mostly about
    "purpose": ("decide", "inform", "collect", "find_answers", "co_produce", "bond"),
    # the existing way of doing it: nothing, only sometimes, does the job and has shown results
    "mechanism": ("none", "fragile", "works"),
    # the one thing most in the way, as the person says it
    "blocker": (
        "none",
        "distance_time",
        "volume",
        "cant_find",
        "lost",
        "too_slow",
        "not_seen",
        "access",
        "decision",
        "owner",
        "time",
        "incentive",
        "trust",
        "skill",
        "unclear",
    ),
}

# Taken when nothing is known: the middling value, or the one that speaks least for a tool.
DEFAULTS: Final[Mapping[str, str]] = {
    "size": "m",
    "distance": "same_site",
    "ties": "acquainted",
    "reach": "covered",
    "rhythm": "weekly",
    "latency": "week",
    "keep": "no",
    "purpose": "inform",
    "mechanism": "none",
    "blocker": "none",
}

# Only these have a question in the script, in the order in which they are asked. The mechanism comes from the
# plan; ties, latency, keep and reach are read in the words of the step or take their default.
ASK_ORDER: Final = ("blocker", "size", "distance", "purpose", "rhythm")

HUMAN_BLOCKERS: Final[Values] = frozenset({"decision", "owner", "time", "incentive", "trust", "skill", "unclear"})
TOOL_BLOCKERS: Final[Values] = frozenset(ATTRIBUTES["blocker"]) - HUMAN_BLOCKERS - {"none"}


class Implied(NamedTuple):
    """A blocker nobody stated but that the other attributes imply (put as a question, never asserted)."""

    name: str
    blocker: str
    when: Mapping[str, Values]


class Rule(NamedTuple):
    """A row of the table: it holds when each attribute of `when` has one of the given values.

    `any_of` is a second condition, met by any one of its attributes; empty when the rule has none.
    """

    name: str
    kind: Kind
    when: Mapping[str, Values]
    any_of: Mapping[str, Values] = {}


def _one_of(*values: str) -> Values:
    return frozenset(values)


_APART: Final = _one_of("multi_site", "time_zones", "outside")
_OFTEN: Final = _one_of("weekly", "daily")
_MANY: Final = _one_of("l", "xl")
_FRAGILE: Final = _one_of("fragile")
_MAKING: Final = _one_of("find_answers", "collect", "co_produce")

IMPLIED: Final[tuple[Implied, ...]] = (
    Implied(
        "D1",
        "too_slow",
        {"latency": _one_of("minutes"), "distance": _APART, "rhythm": _OFTEN, "mechanism": _FRAGILE},
    ),
    Implied(
        "D2",
        "lost",
        {
            "keep": _one_of("find_again", "proof"),
            "rhythm": _OFTEN,
            "size": _one_of("m", "l", "xl"),
            "mechanism": _FRAGILE,
        },
    ),
    Implied(
        "D3",
        "volume",
        {"purpose": _one_of("collect", "find_answers"), "size": _MANY, "mechanism": _FRAGILE},
    ),
    Implied(
        "D4",
        "distance_time",
        {
            "purpose": _one_of("decide", "co_produce", "bond"),
            "distance": _one_of("time_zones"),
            "rhythm": _OFTEN,
            "mechanism": _FRAGILE,
        },
    ),
    Implied(
        "D5",
        "not_seen",
        {
            "purpose": _one_of("inform"),
            "reach": _one_of("partly", "not_covered"),
            "mechanism": _FRAGILE,
        },
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    # The obstacle is human: a tool moves it, it does not remove it.
    Rule("R1", "no_tool", {"blocker": HUMAN_BLOCKERS}),
    # Few and close: talk.
    Rule(
        "R2",
        "no_tool",
        {
            "size": _one_of("s"),
            "distance": _one_of("same_site"),
            "blocker": _one_of("not_seen", "volume", "too_slow"),
        },
    ),
    # A proven mechanism, used often, by many who are apart: the tool widens its bandwidth.
    Rule(
        "R3",
        "radical",
        {"mechanism": _one_of("works"), "purpose": _MAKING, "size": _MANY, "rhythm": _OFTEN},
        any_of={"distance": _APART, "ties": _one_of("strangers")},
    ),
    # A first trial by hand is materially impossible otherwise (with tools the company has, no new one).
    Rule("R4", "unblock", {"mechanism": _one_of("none"), "blocker": _one_of("distance_time", "access")}),
    # Nothing to speed up yet: three rounds by hand, then ask again.
    Rule("R5a", "no_tool", {"mechanism": _one_of("none"), "blocker": TOOL_BLOCKERS}),
    # The same, when nobody named a blocker.
    Rule(
        "R5b",
        "no_tool",
        {"mechanism": _one_of("none"), "purpose": _MAKING, "size": _one_of("m", "l", "xl")},
    ),
    # Something works, or nearly, and this specific thing holds it back.
    Rule("R6", "unblock", {"mechanism": _one_of("fragile", "works"), "blocker": TOOL_BLOCKERS}),
    # A few people converge faster live.
    Rule("R7", "no_tool", {"purpose": _one_of("decide"), "size": _one_of("s")}),
    # Nothing in the step asks for more.
    Rule("R8", "no_tool", {}),
)
