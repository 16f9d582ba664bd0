"""`/plan link`: two accounts of one person, on two platforms, become one for the coach.

Whoever types in one account the code that the other one was given has shown that both are theirs. The account that gave
the code is home: its talk goes on in both, and plans of the other move to it. An event of a linked account is taken as
the home account's; what is said to it still goes to the account that was used.
"""

import secrets
from datetime import timedelta
from typing import Final

import msgspec

from adapters.hearing import Happened, Person
from adapters.port import To
from bot.preferences import known, opt
from bot.subscription import move_subscription
from dialogs.conversation import Conversation
from dialogs.life.record import Ref
from dialogs.person import PersonId
from dialogs.plan import COACHING
from dialogs.turn import Turn
from storage.transaction import Transaction

GOOD_FOR: Final = timedelta(minutes=15)
_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another
_OPEN: Final = ("talking", "paused")
_MARK: Final = "@"  # before an account in a message's place; no platform's own words begin with it


def at_home(tx: Transaction, happened: Happened) -> Happened:
    """The event as its person's home account's."""
    person = person_at_home(tx, happened.person)
    return (
        happened
        if person is happened.person
        else msgspec.structs.replace(happened, person=person, account=happened.person.key)
    )


def person_at_home(tx: Transaction, person: Person) -> Person:
    """The person by their home account; themselves when that is it."""
    home = tx.links.home_of(person.key)
    return person if home == person.key else msgspec.structs.replace(person, tenant=home.tenant, id=home.id)


def accounts(happened: Happened) -> tuple[Person, ...]:
    """The person by their home account, and by the one that they used where that is another."""
    person = happened.person
    if happened.account is None:
        return (person,)
    return person, msgspec.structs.replace(person, tenant=happened.account.tenant, id=happened.account.id)


def address(happened: Happened) -> str:
    """Where an answer goes: the place, with the account where that is not the home account."""
    if happened.account is None:
        return happened.place
    return mark(happened.account, happened.place)


def reach(happened: Happened) -> str:
    """Where they are reached in private later on, by the account that they used."""
    return "" if happened.account is None else mark(happened.account, "")


def mark(account: PersonId, place: str) -> str:
    """The place, for an account that is linked to another."""
    return _MARK + msgspec.json.encode((*account, place)).decode()


def addressee(person: PersonId, place: str) -> To:
    """For whom, by which account and where, a message is whose place `address` made."""
    if not place.startswith(_MARK):
        return To(*person, place)
    return To(*msgspec.json.decode(place[len(_MARK) :], type=tuple[str, str, str]))


def link(tx: Transaction, turn: Turn, happened: Happened, code: str) -> None:
    """Without a code: give one. With one: from now on this account is the one that gave it."""
    if not code:
        new = _new_code()
        tx.links.promise(new, happened.person.key, happened.at + GOOD_FOR)
        turn.say("cmd.link.code", code=new)
        return
    home, account = tx.links.redeem(code.upper(), happened.at), happened.used
    if home is None:
        turn.say("cmd.link.unknown")
    elif home in (account, happened.person.key):
        turn.say("cmd.link.same")
    else:
        _move(tx, account, home, happened)
        tx.links.join(account, home)
        turn.say("cmd.link.done")


def unlink(tx: Transaction, turn: Turn, happened: Happened) -> None:
    """The accounts are two people again; talk and plans stay with the home account."""
    parted = tx.links.part(happened.used)
    turn.say("cmd.link.parted" if parted else "cmd.link.none")


def _new_code() -> str:
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def _move(tx: Transaction, account: PersonId, home: PersonId, happened: Happened) -> None:
    """What the account had goes to the home account; an open talk too, unless one is open there."""
    theirs, ours = tx.conversations.load(account), tx.conversations.load(home)
    talk = theirs.conversation if theirs else Conversation()
    last = max([0, *(entry.number for entry in tx.plans.list(home)), ours.conversation.plans_begun if ours else 0])
    new = _move_plans(tx, account, home, talk, last, happened)
    if talk.status in _OPEN and (ours is None or ours.conversation.status not in _OPEN):
        plan = msgspec.structs.replace(talk.plan, number=new.get(talk.plan.number, 0))
        moved = msgspec.structs.replace(talk, plan=plan, plans_begun=last + len(new))
        tx.conversations.save(home, moved, ours and ours.version)
    elif ours is not None:
        begun = msgspec.structs.replace(ours.conversation, plans_begun=last + len(new))
        tx.conversations.save(home, begun, ours.version)
    tx.conversations.delete(account)
    move_subscription(tx, account, home)
    if known(tx, account).opted_out_at is not None:
        opt(tx, home, out=True, now=happened.at)


def _move_plans(
    tx: Transaction, account: PersonId, home: PersonId, talk: Conversation, last: int, happened: Happened
) -> dict[int, int]:
    """Every plan of the account, numbered on behind the last of the home account. Returns old number -> new one.

    Versions and readers come along; and where the account reads plans of others, the home account does.
    """
    states = {entry.number: entry.state for entry in tx.plans.list(account)}
    current = talk.plan.number
    numbers = sorted({current, *states} - {0})
    new = {number: last + count for count, number in enumerate(numbers, start=1)}
    for number in numbers:
        tx.plans.move(Ref(*account, number), Ref(*home, new[number]))
    # While it is being worked on, the talk holds the plan as it stands, and its row is behind or not there yet.
    if current and (talk.status in _OPEN or states.get(current, "draft") in COACHING):
        tx.plans.save(home, msgspec.structs.replace(talk.plan, number=new[current]), happened.at, version=False)
    tx.plans.rename(account, home)
    return new
