"""May the coach speak in a channel? What manners need to know, read from what is remembered."""

from datetime import datetime, timedelta
from typing import Final

from adapters.hearing import Happened, Person, Seen
from bot.preferences import known, preferences_of
from dialogs.company import Company
from dialogs.interception.manners import Answer, History, Offer, Scene, Yes, may_speak
from storage.channels import ChannelEntry, ChannelId
from storage.offers import Offered
from storage.transaction import Transaction

SHADOW: Final = "shadow"  # why it keeps quiet where it only counts what it would have said

_OVER: Final = ("done", "dropped")


def decided(tx: Transaction, channel: ChannelId, company: Company) -> ChannelEntry:
    """How the coach listens there: as its people decided, else as the organisation did."""
    return tx.channels.entry(channel) or ChannelEntry("on" if channel.id in company.channels else "off")


def thread_of(person: Person, seen: Seen, now: datetime) -> str:
    """The thread of a message: one that stands in none begins its own, and a reply to it will say so."""
    return seen.thread or seen.message.rpartition("/")[2] or f"{person.id}:{now.isoformat()}"


def why_quiet(tx: Transaction, company: Company, happened: Happened, seen: Seen, *, any_hour: bool) -> str | None:
    """Why the coach keeps quiet on a tool-first message, a short reason; None when it may make its offer."""
    person, now = happened.person, happened.at
    here = ChannelId(happened.tenant, seen.channel)
    how = decided(tx, here, company)
    moment = person.moment(now)
    scene = Scene(
        channel_opted_in=how.listening != "off",
        mode=how.mode,
        thread_offered=tx.offers.thread_offered(here, thread_of(person, seen, now)),
        offers_in_channel_today=tx.offers.in_channel_on(here, moment.today, shadow=how.listening == "shadow"),
        offers_in_company_this_hour=tx.offers.in_company_since(happened.tenant, now - timedelta(hours=1)),
        author=seen.author,
        said_at=seen.said_at,
        shared_channel=seen.shared,
        shadow=how.listening == "shadow",
        any_hour=any_hour,
    )
    allowed = may_speak(seen.finding, _history(tx, person, seen.channel), scene, moment.now)
    if not isinstance(allowed, Yes):
        return allowed.why
    return SHADOW if how.listening == "shadow" else None


def _history(tx: Transaction, person: Person, channel: str) -> History:
    kept = tx.conversations.load(person.key)
    someone = known(tx, person.key)
    preferences = preferences_of(someone)
    opted_out = someone.opted_out_at is not None
    plans = [tx.plans.get(person.key, e.number) for e in tx.plans.list(person.key) if e.state not in _OVER]
    return History(
        offers=tuple(Offer(made.at, _as_it_counts(made, opted_out)) for made in tx.offers.of_person(person.key)),
        opted_out=opted_out,
        talk_open=kept is not None and kept.conversation.status in ("talking", "paused"),
        planned_tools=tuple(plan.trigger_tool for plan in plans if plan and plan.trigger_tool),
        quiet_here=channel in preferences.quiet_channels,
        hours=preferences.open_hours,
    )


def _as_it_counts(made: Offered, opted_out: bool) -> Answer:
    """A *never* of somebody who opted in again was a no."""
    return "no" if made.answer == "never" and not opted_out else made.answer
