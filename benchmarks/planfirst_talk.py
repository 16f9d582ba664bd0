"""What a turn of our engine costs, alone and persisted, and what a thousand talks leave in memory.

`python -m benchmarks.planfirst_talk memory|sqlite|whole TALKS`.
"""

import asyncio
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.measure import WARM_UP, figures, report, rss_mb, stop_watch, talks
from benchmarks.talk import COMPANY, MOMENT, TURNS, beginning, events
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Event
from dialogs.person import PersonId
from storage.conversations import Kept
from storage.secrets import KeyRing
from storage.store import Store
from storage.transaction import Transaction


async def in_memory(count: int) -> dict[str, float]:
    """The first nine turns of `count` talks, interleaved, kept in a dictionary."""
    said = [events(number) for number in range(count)]
    kept: dict[str, Conversation] = {}

    async def turn(name: str, index: int) -> None:
        event = said[_number(name)][index]
        kept[name] = step(kept.get(name) or beginning(), event, MOMENT, COMPANY).conversation

    result = await talks(turn, TURNS, count)
    assert all(_asks_for_decision(talk) for talk in kept.values()), "a talk went astray"
    return result


async def on_sqlite(count: int) -> dict[str, float]:
    """The same in the product's own store, sealed as always: load, step, save, one transaction a turn."""
    said = [events(number) for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{folder}/planfirst.db", KeyRing.in_folder(Path(folder)))

        async def turn(name: str, index: int) -> None:
            await store.run(partial(_take, name, said[_number(name)][index]))

        result = await talks(turn, TURNS, count)
        kept = [store.run_now(partial(_load, f"talk-{number}")) for number in range(count)]
        assert all(one and _asks_for_decision(one.conversation) for one in kept), "a talk went astray"
        store.close()
    return result


def _take(name: str, event: Event, tx: Transaction) -> None:
    kept = _load(name, tx)
    talk, version = kept or (beginning(), None)
    outcome = step(talk, event, MOMENT, COMPANY)
    tx.conversations.save(PersonId("bench", name), outcome.conversation, version)


def _load(name: str, tx: Transaction) -> Kept | None:
    return tx.conversations.load(PersonId("bench", name))


def _number(name: str) -> int:
    return int(name.rpartition("-")[2])


def _asks_for_decision(talk: Conversation) -> bool:
    """Whether problem and objective are read, as they should be after nine turns."""
    return talk.prompt is not None and talk.prompt.key == "q.decision"


def whole(count: int) -> dict[str, float]:
    """A turn over whole talks, and the memory that `count` of them leave once they are over and forgotten."""
    for number in range(WARM_UP):
        _hold(count + number)
    before = rss_mb()
    with stop_watch() as laps:
        turns = sum(_hold(number) for number in range(count))
    return {**figures(laps[0], turns), "gained_mb": rss_mb() - before}


def _hold(number: int) -> int:
    talk, said = beginning(), events(number)
    for event in said:
        talk = step(talk, event, MOMENT, COMPANY).conversation
    assert talk.status == "closed", f"a talk ended {talk.status}"
    return len(said)


def main() -> None:
    """Run the kind that was asked for."""
    kind, count = sys.argv[1], int(sys.argv[2])
    if kind == "whole":
        report(whole(count))
    else:
        report(asyncio.run((on_sqlite if kind == "sqlite" else in_memory)(count)))


if __name__ == "__main__":
    main()
