"""Somebody wants to be forgotten: whoever has to do with their plans, or waits for their word, is told in time."""

from adapters.hearing import Happened
from bot.living import Living
from dialogs.life.record import Record, waits_for
from dialogs.turn import Turn
from storage.transaction import Transaction


def say_farewell(tx: Transaction, turn: Turn, happened: Happened) -> Living:
    """Take back what they sent for review, and give back what was sent to them. Their rows go afterwards."""
    living = Living(tx, turn, happened)
    for record in living.own():
        living.delete(record.ref.number)
    for record in living.read():
        if waits_for(record, living.me.key):
            _give_back(living, record)
    return living


def _give_back(living: Living, record: Record) -> None:
    """Nobody reads it any more: it is ready again, and its owner may send it to somebody else."""
    found = living.find(record.ref)
    if found is not None:
        act = living.act(found.record)
        act.move("withdraw")
        act.live(reviewer=None, sent_at=None)
        act.tell(act.owner, "review.given_back", "sheet.send|btn.choose_reviewer")
        living.keep(act, found)
