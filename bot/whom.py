"""Whom a command names, as somebody who can be sent a plan.

Chat platforms tell the account of whoever is mentioned or picked. On the page and in the terminal names are all there
is: there it is looked up among the people who were there.
"""

from typing import Final, NamedTuple

from adapters.hearing import Named
from bot.linking import mark
from bot.living import Living
from bot.preferences import known
from dialogs.life.record import Party

BY_NAME: Final = frozenset({"page", "terminal"})  # platforms without accounts: whoever is named has been there
_REFUSED: Final = {
    "guest": "send.guest", "external": "send.external", "bot": "send.bot", "gone": "send.gone",
    "unreachable": "send.unreachable",
}  # fmt: skip


class Whom(NamedTuple):
    """Somebody, or the message that says why not; neither when nobody was named. `rest` is what else was typed."""

    party: Party | None
    refusal: str
    name: str
    rest: str


def whom(living: Living, text: str, people: tuple[Named, ...]) -> Whom:
    """Whom the words behind `send` name."""
    if people:
        rest = " ".join(word for word in text.split() if not word.startswith("@"))
        return _picked(living, people[0], rest)
    if living.me.platform not in BY_NAME:
        name = next((word for word in text.split() if word.startswith("@")), "")
        rest = text.replace(name, "", 1).strip() if name else text
        return Whom(None, "send.unknown" if name else "", name.lstrip("@"), rest)
    return _by_name(living, text)


def refusal(named: Named) -> str:
    """The message that says why nothing is sent to that account; empty when it can be."""
    return _REFUSED.get(named.standing, "")


def _picked(living: Living, named: Named, rest: str) -> Whom:
    person, tx = named.person, living.tx
    if why := refusal(named):
        return Whom(None, why, person.first_name, rest)
    home = tx.links.home_of(person.key)
    someone = known(tx, home)
    talk = tx.conversations.load(home)
    familiar = talk is not None and talk.conversation.familiar
    place = named.place if home == person.key else mark(person.key, named.place)
    lang = talk.conversation.lang if talk else someone.locale or person.lang
    zone = someone.zone or person.zone
    name = person.first_name or someone.first_name
    return Whom(Party(*home, name, lang, familiar, zone, living.me.platform, place), "", name, rest)


def _by_name(living: Living, text: str) -> Whom:
    """The first word that is a name of somebody who was there; else the first that is no number."""
    words = text.split()
    for word in words:
        for person, someone in living.tx.people.named(living.me.tenant, word.lstrip("@")):
            if living.tx.addresses.get(living.me.platform, person) is None:
                continue  # known, but from elsewhere
            rest = " ".join(other for other in words if other is not word)
            party = Party(
                *person, someone.first_name, someone.locale or living.me.lang, False, someone.zone or "UTC",
                living.me.platform,
            )  # fmt: skip
            return Whom(party, "", party.name, rest)
    name = next((word.lstrip("@") for word in words if not word.lstrip("#").isdecimal()), "")
    rest = " ".join(word for word in words if word.lstrip("@") != name)
    if name and living.me.platform == "terminal":  # there a person is their name
        return Whom(Party(living.me.tenant, name, name, living.me.lang, platform="terminal"), "", name, rest)
    return Whom(None, "send.not_here" if name else "", name, rest)
