"""Somebody opens the page or the terminal: from then on they are known by name, and reached there in private.

Chat platforms know who works where. The page and the terminal know nobody before they come, and yet a plan is sent to
a colleague by their name.
"""

from typing import NamedTuple

import msgspec

from adapters.hearing import Person
from bot.preferences import know
from bot.talks import talk_of
from dialogs.conversation import Conversation
from dialogs.life.record import Ref
from storage.transaction import Transaction


class Screen(NamedTuple):
    """What they find: their talk, with its plan as it stands now, and who reviews that (empty: nobody)."""

    talk: Conversation
    reviewer: str = ""


def arrive(tx: Transaction, person: Person, platform: str) -> None:
    """They are there now. The language is that of their talk, where they had one."""
    know(tx, person.key, first_name=person.first_name, locale=talk_of(tx, person).lang, zone=person.zone)
    tx.addresses.put(platform, person.key, "")


def screen(tx: Transaction, person: Person) -> Screen:
    """What is on their screen. Once a talk is over, others move its plan too: then the stored one is the truth."""
    talk = talk_of(tx, person)
    kept = tx.plans.record(Ref(*person.key, talk.plan.number)) if talk.status == "closed" else None
    if kept is None:
        return Screen(talk)
    plan, life = kept.record.plan, kept.record.life
    return Screen(msgspec.structs.replace(talk, plan=plan), life.reviewer.name if life.reviewer else "")
