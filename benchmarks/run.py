"""Runs every benchmark in turning order and prints what it cost: `python -m benchmarks.run [ROUNDS]`.

Each contestant is a process of its own. A ratio is taken within a round and the median over the rounds is
shown, because a shared machine is easily twice as slow a minute later. Performance is measured here, never
asserted: the exit code is 0 whatever comes out.
"""

import json
import os
import platform
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks import peers
from benchmarks.goals import FASTER, WITHIN

Figures = dict[str, float]


class Contestant(NamedTuple):
    """One process to start: who runs it, and the module with its arguments."""

    name: str
    python: Path
    command: str


def contestants() -> list[Contestant]:
    """Everybody who takes part; the sizes give each a second or two of work."""
    ours, theirs = Path(sys.executable), peers.interpreter()
    return [
        Contestant("planfirst memory", ours, "planfirst_talk memory 3000"),
        Contestant("opsdroid memory", theirs, "opsdroid_form 3000"),
        Contestant("botbuilder memory", theirs, "botbuilder_form memory 300"),
        Contestant("planfirst sqlite", ours, "planfirst_talk sqlite 500"),
        Contestant("botbuilder sqlite", theirs, "botbuilder_form sqlite 300"),
        Contestant("planfirst whole", ours, "planfirst_talk whole 1000"),
        Contestant("judging", ours, "judging"),
        Contestant("imports", ours, "imports"),
        Contestant("slack events", ours, "slack_events planfirst 100000"),
        Contestant("bolt events", ours, "slack_events bolt 8000"),
        Contestant("slack reply", ours, "slack_reply planfirst 1000"),
        Contestant("sdk reply", ours, "slack_reply sdk 1000"),
        Contestant("slack at 200/s", ours, "slack_rate both 3"),
        Contestant("slack web at 200/s", ours, "slack_rate web 3"),
        Contestant("bolt at 200/s", ours, "slack_rate bolt 3"),
        Contestant("teams events", ours, "teams_events planfirst 30000"),
        Contestant("botbuilder teams", ours, "teams_events botbuilder 300 50"),
        Contestant("bare teams", ours, "teams_events bare 10000"),
        Contestant("teams reply", ours, "teams_reply planfirst 2000"),
        Contestant("botbuilder reply", ours, "teams_reply botbuilder 200"),
    ]


def measured(who: Contestant) -> Figures:
    """The figures of one contestant, or none (with the reason on standard error) when it failed."""
    module, *arguments = who.command.split()
    command = [str(who.python), "-W", "ignore", "-m", f"benchmarks.{module}", *arguments]
    done = subprocess.run(command, cwd=peers.ROOT, capture_output=True, text=True)
    if done.returncode:
        print(f"{who.name} failed: {done.stderr.strip()[-600:]}", file=sys.stderr)
        return {}
    return {f"{who.name}.{what}": value for what, value in json.loads(done.stdout).items()}


def rounds(count: int) -> list[Figures]:
    """`count` rounds; each begins with another contestant, so that none always runs on a warm machine."""
    order = deque(contestants())
    results = []
    for number in range(count):
        print(f"round {number + 1} of {count}", file=sys.stderr)
        results.append({what: value for who in order for what, value in measured(who).items()})
        order.rotate(-1)
    return results


def machine() -> dict[str, str]:
    """What the figures depend on."""
    model = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return {
        "cpu": model[0].partition(": ")[2] if model else platform.processor(),
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        "system": platform.platform(),
    }


def medians(results: Sequence[Figures]) -> Figures:
    """The median of every figure over the rounds that have it."""
    names = {name: None for figures in results for name in figures}
    return {name: median(figures[name] for figures in results if name in figures) for name in names}


def mark(reached: float, must: float, aim: float) -> str:
    """Where a figure stands; aim above must means more is better."""
    sign = 1 if aim > must else -1
    if sign * reached >= sign * aim:
        return "aim"
    return "must" if sign * reached >= sign * must else "SHORT"


def goals(results: Sequence[Figures]) -> list[tuple[str, ...]]:
    """A row per goal that could be measured: name, what, ours, peer's, reached, must, aim, verdict."""
    middle = medians(results)
    rows: list[tuple[str, ...]] = []
    for goal in FASTER:
        reached = [goal.reached(figures) for figures in results if {goal.ours, goal.peer} <= figures.keys()]
        if reached:
            times, ours, peer = median(reached), f"{middle[goal.ours]:.1f}", f"{middle[goal.peer]:.1f}"
            row = (goal.name, goal.what, ours, peer, f"{times:.2f}x", f"≥ {goal.must}x", f"≥ {goal.aim}x")
            rows.append((*row, mark(times, goal.must, goal.aim)))
    for limit in WITHIN:
        if limit.ours in middle:
            value = middle[limit.ours]
            row = (limit.name, limit.what, f"{value:.1f}", "", "", f"≤ {limit.must}", f"≤ {limit.aim}")
            rows.append((*row, mark(value, limit.must, limit.aim)))
    return rows


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table for the terminal; every column but the words to the right."""
    drawn = Table(title=title, title_justify="left")
    for head in heads:
        drawn.add_column(head, justify="left" if head in {"goal", "what", "figure"} else "right")
    for row in rows:
        drawn.add_row(*row)
    return drawn


def main() -> None:
    """Measure, keep the raw figures in build/benchmarks.json, and print."""
    results = rounds(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
    kept = {"machine": machine(), "medians": medians(results), "rounds": results}
    (peers.BUILD / "benchmarks.json").write_text(json.dumps(kept, indent=2, ensure_ascii=False))
    console = Console(width=None if sys.stdout.isatty() else 150)
    figures = [(name, f"{value:.2f}") for name, value in sorted(medians(results).items())]
    console.print(table("Medians", ("figure", "value"), figures))
    heads = ("goal", "what", "ours", "peer", "reached", "must", "aim", "verdict")
    console.print(table("Goals", heads, goals(results)))
    console.print(" · ".join(machine().values()))


if __name__ == "__main__":
    main()
