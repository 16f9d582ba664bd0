"""A person's settings, as the settings sheet shows and changes them.

How one is addressed stands in the talk, everything else with what is known of the person.
"""

from datetime import time

from adapters.hearing import Happened, Person, SheetSent
from bot.living import party_of
from bot.preferences import know, known, opt, prefer, preferences_of
from bot.subscription import USUAL, subscribe, subscription, unsubscribe
from dialogs.coach.sheets import changed, settings_sheet
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.replies import Choice
from dialogs.turn import Turn
from dialogs.views import Settings
from storage.transaction import Transaction


def settings_of(tx: Transaction, company: Company, person: Person, talk: Conversation) -> Settings:
    """What is set now. Of a channel we know no name: its label is its id."""
    someone = known(tx, person.key)
    preferences = preferences_of(someone)
    opens, closes = preferences.hours
    chosen = subscription(tx, person.key)
    return Settings(
        lang=talk.lang,
        familiar=talk.familiar or company.fr_register == "tu",
        offers=someone.opted_out_at is None,
        hours_from=opens,
        hours_to=closes,
        quiet_channels=tuple(Choice(channel, channel) for channel in preferences.quiet_channels),
        digest=str(chosen.weekday) if chosen else "off" if preferences.digest_asked else "",
        digest_at=f"{chosen.at if chosen else USUAL[1]:%H:%M}",
    )


def save_settings(tx: Transaction, turn: Turn, happened: Happened, sent: SheetSent) -> None:
    """Take what was changed, and say so. The talk stays where it is: a question that is open stays open."""
    person = happened.person
    now = settings_of(tx, turn.company, person, turn.conversation)
    news = changed(settings_sheet(now, now.lang), sent.values)
    if "lang" in news or "register" in news:
        _address(tx, turn, person, news)
    if "from" in news or "to" in news:
        prefer(tx, person.key, hours=(news.get("from", now.hours_from), news.get("to", now.hours_to)))
    if "channels" in news:
        prefer(tx, person.key, quiet_channels=tuple(filter(None, news["channels"].split(","))))
    if "offers" in news:
        opt(tx, person.key, out=news["offers"] == "off", now=happened.at)
    if "digest" in news or "digest_at" in news:
        _subscribe(tx, turn, happened, news.get("digest", now.digest), news.get("digest_at", now.digest_at))
    turn.say("settings.saved")


def _subscribe(tx: Transaction, turn: Turn, happened: Happened, day: str, at: str) -> None:
    if day == "off":
        unsubscribe(tx, happened.person.key)
    else:
        party = party_of(happened, turn.conversation)
        subscribe(tx, party, happened.at, int(day), time.fromisoformat(at))


def _address(tx: Transaction, turn: Turn, person: Person, news: dict[str, str]) -> None:
    """From now on they are addressed like that, also in the answer to this."""
    kept, talk = tx.conversations.load(person.key), turn.conversation
    lang = news.get("lang", talk.lang)
    familiar = news["register"] == "tu" if "register" in news else talk.familiar
    turn.change(lang="fr" if lang == "fr" else "en", familiar=familiar, other_language=0)
    tx.conversations.save(person.key, turn.conversation, kept and kept.version)
    know(tx, person.key, first_name=talk.first_name, locale=turn.conversation.lang, zone=person.zone)
