"""A small schema language: every factory returns a check(value, pointer, report).

A violation reads "<what is wrong> [json-pointer:/blocks/0/text/text]", the shape that Slack itself uses in
response_metadata.messages.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]
Report = Callable[[str, str], None]  # report(pointer, what)
Check = Callable[[Any, str, Report], None]


def collect(run: Callable[[Report], None]) -> list[str]:
    """The violations that `run` reports."""
    found: list[str] = []
    run(lambda at, what: found.append(f"{what} [json-pointer:{at}]"))
    return found


def anything(value: Any, at: str, report: Report) -> None:
    """A field whose value is checked elsewhere, or nowhere."""


def text_of(lo: int = 0, hi: int | None = None, pattern: str | None = None) -> Check:
    compiled = re.compile(pattern) if pattern else None

    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, str):
            report(at, "must be a string")
            return
        if len(value) < lo:
            report(at, f"must be more than {lo - 1} characters")
        if hi is not None and len(value) > hi:
            report(at, f"must be less than {hi + 1} characters")
        if compiled and not compiled.search(value):
            report(at, f"does not match {pattern}")

    return check


def url_of(hi: int | None = None, https: bool = False) -> Check:
    scheme = "https" if https else "https?|mailto|slack|tel"
    return text_of(1, hi, rf"^(?:{scheme}):\S+$")


def one_of(*allowed: Any) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        if value not in allowed or isinstance(value, bool) != isinstance(allowed[0], bool):
            report(at, f"must be one of {', '.join(map(str, allowed))}")

    return check


def boolean(value: Any, at: str, report: Report) -> None:
    if not isinstance(value, bool):
        report(at, "must be a boolean")


def integer(lo: int | None = None, hi: int | None = None) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            report(at, "must be an integer")
        elif lo is not None and value < lo:
            report(at, f"must be at least {lo}")
        elif hi is not None and value > hi:
            report(at, f"must be at most {hi}")

    return check


def number(above: float | None = None) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            report(at, "must be a number")
        elif above is not None and value <= above:
            report(at, f"must be more than {above}")

    return check


def list_of(item: Check, lo: int = 0, hi: int | None = None) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, list):
            report(at, "must be an array")
            return
        if len(value) < lo:
            report(at, f"no fewer than {lo} items allowed")
        if hi is not None and len(value) > hi:
            report(at, f"no more than {hi} items allowed")
        for index, entry in enumerate(value):
            item(entry, f"{at}/{index}", report)

    return check


class Obj:
    """An object with known fields; anything else in it is a violation."""

    def __init__(
        self,
        required: dict[str, Check] | None = None,
        optional: dict[str, Check] | None = None,
        also: Check | None = None,
    ) -> None:
        self.required, self.optional, self.also = required or {}, optional or {}, also

    def __call__(self, value: Any, at: str, report: Report) -> None:
        if not isinstance(value, dict):
            report(at, "must be an object")
            return
        for name in self.required:
            if value.get(name) is None:
                report(at, f"missing required field: {name}")
        for name, entry in value.items():
            check = self.required.get(name) or self.optional.get(name)
            if check is None:
                report(f"{at}/{name}", "no such field allowed here")
            elif entry is None:
                if name not in self.required:
                    report(f"{at}/{name}", "null is not a value; leave the field out")
            else:
                check(entry, f"{at}/{name}", report)
        if self.also:
            self.also(value, at, report)


def tagged(kinds: dict[str, Check], noun: str) -> Check:
    """Dispatch on value["type"]."""

    def check(value: Any, at: str, report: Report) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind is None:
            report(at, f"missing {noun} type")
        elif not isinstance(kind, str) or kind not in kinds:
            report(f"{at}/type", f"unsupported {noun} type: {kind}")
        else:
            kinds[kind](value, at, report)

    return check


def exactly_one(*names: str) -> Check:
    def check(value: Json, at: str, report: Report) -> None:
        if sum(value.get(name) is not None for name in names) != 1:
            report(at, f"give exactly one of {', '.join(names)}")

    return check


def at_least_one(*names: str) -> Check:
    def check(value: Json, at: str, report: Report) -> None:
        if not any(value.get(name) is not None for name in names):
            report(at, f"give at least one of {', '.join(names)}")

    return check


def items(value: Any) -> list[Any]:
    """value as a list, whatever a careless caller put there."""
    return value if isinstance(value, list) else []


def objects(value: Any) -> list[Json]:
    return [entry for entry in items(value) if isinstance(entry, dict)]


def together(*checks: Check) -> Check:
    def check(value: Any, at: str, report: Report) -> None:
        for each in checks:
            each(value, at, report)

    return check


def walk(value: Any) -> Iterator[Json]:
    """Every object inside value, itself included."""
    if isinstance(value, dict):
        yield value
        for entry in value.values():
            yield from walk(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from walk(entry)
