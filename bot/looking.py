"""What people look at rather than talk with, as it stands: their home page, a sheet, who they are."""

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from adapters.hearing import Happened, Person, SheetSent
from bot.editing import editing
from bot.living import Living
from bot.send_sheet import refusals, send_sheet
from bot.settings import settings_of
from bot.talks import plans_of, talk_of
from dialogs.coach import homepage, sheets
from dialogs.company import Company
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.events import Elapsed
from dialogs.life.naming import shown_title
from dialogs.life.record import waits_for
from dialogs.person import PersonId
from dialogs.turn import Turn
from dialogs.views import Home, Sheet, SheetKey
from storage.transaction import Transaction


def known_as(tx: Transaction, person: PersonId) -> Person | None:
    """Who they are, as far as we know; None for somebody never met."""
    someone = tx.people.get(person)
    if someone is None:
        return None
    return Person(person.tenant, person.id, someone.first_name, someone.locale or "en", someone.zone or "UTC")


def home(tx: Transaction, company: Company, person: Person, now: datetime) -> Home:
    """Their home page."""
    talk, moment = _talk(tx, company, person), person.moment(now)
    changed_on = {entry.number: person.moment(entry.changed_at).today for entry in tx.plans.list(person.key)}
    settings = settings_of(tx, company, person, talk)
    reviews = tuple(_reviews(tx, person, talk))
    return homepage.home(talk, plans_of(tx, person, talk), settings, moment.today, changed_on, reviews)


def _reviews(tx: Transaction, person: Person, talk: Conversation) -> Iterator[str]:
    """The plans of others that wait for their word."""
    for record in tx.plans.read_by(person.key):
        if waits_for(record, person.key):
            title, owner = shown_title(record, person.key, talk.lang), record.life.owner
            words = text_of("home.review", talk.lang, talk.familiar)
            yield words.format(title=title, owner=owner.name if owner else "")


def sheet(tx: Transaction, company: Company, person: Person, key: SheetKey, about: str, now: datetime) -> Sheet | None:
    """The sheet to fill in; None when what it is about is gone."""
    talk = _talk(tx, company, person)
    if key == "settings":
        return sheets.settings_sheet(settings_of(tx, company, person, talk), talk.lang)
    if key == "send":
        return send_sheet(_living(tx, company, person, talk, now), about)
    found = editing(tx, person, talk, about, person.moment(now).today)
    return found.sheet if found else None


def faults(tx: Transaction, company: Company, person: Person, sent: SheetSent, now: datetime) -> Mapping[str, str]:
    """What has to be mended in a sheet before it can be taken: input -> a sentence. None in one that is gone."""
    asked = sheet(tx, company, person, sent.key, sent.about, now)
    if asked and asked.key == "send":
        return refusals(_living(tx, company, person, _talk(tx, company, person), now), sent)
    return sheets.faults(asked, sent.values, person.moment(now).today) if asked else {}


def _talk(tx: Transaction, company: Company, person: Person) -> Conversation:
    """Their talk, in the register in which the company wants people addressed."""
    talk = talk_of(tx, person)
    return msgspec.structs.replace(talk, familiar=talk.familiar or company.fr_register == "tu")


def _living(tx: Transaction, company: Company, person: Person, talk: Conversation, now: datetime) -> Living:
    """Their plans, to be looked at: nothing happens."""
    return Living(tx, Turn(talk, person.moment(now), company), Happened(person, Elapsed(), "", now))
