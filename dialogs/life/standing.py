"""Where a plan stands, in a few words for its owner: its state, who sees it, and whether anything moves."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from dialogs.events import Moment
from dialogs.life.act import words
from dialogs.life.record import Party, Record
from dialogs.saying import day

_OVER: Final = frozenset({"done", "dropped"})


def standing(record: Record, to: Party, moment: Moment) -> tuple[str, ...]:
    """One short sentence for each thing there is to know."""
    return tuple(words(record, to, key, values, moment) for key, values in _known(record, to, moment))


def _known(record: Record, to: Party, moment: Moment) -> Iterator[tuple[str, dict[str, str]]]:
    plan, life = record.plan, record.life
    said = plan.state if plan.state != "draft" else "in_coaching"
    key = f"life.state.{said}"
    if said == "approved" and life.approval is None:
        key = "life.state.approved_plain"
    yield (
        key,
        {
            "text": life.change.text if life.change else "",
            "by": life.approval.by if life.approval else "",
            "on": _on(life.approval.at, to, moment) if life.approval else "",
        },
    )
    if not life.shown and said not in _OVER:
        yield "life.only_you", {}
    if life.posted:
        yield "life.posted", {"rooms": ", ".join(life.posted)}
    if life.learned:
        yield "life.learned", {"text": life.learned}
    if life.stalled_on is not None and life.moved_at is not None:
        yield "life.stalled", {"date": _on(life.moved_at, to, moment)}


def _on(at: datetime, to: Party, moment: Moment) -> str:
    return day(at.astimezone(moment.now.tzinfo).date(), to.lang, moment.today)
