"""What a reader gets for a week: a digest, a quiet line, or nothing. Nothing is the usual answer."""

from collections.abc import Iterable
from datetime import date

from dialogs.content.catalog import counted, text_of
from dialogs.digest.composing import compose
from dialogs.digest.findings import FEWEST_OWNERS, Findings, findings, own_plans_shown, read_plans, runs_as_planned
from dialogs.digest.period import week_before, week_until
from dialogs.digest.reader import Reader, is_quiet_line_due, quiet_month
from dialogs.digest.wording import month
from dialogs.life.record import Party, Record
from dialogs.replies import DigestCard, Say


def weekly(reader: Reader, records: Iterable[Record], due_on: date, today: date) -> DigestCard | Say | None:
    """The digest that was due on a day (by the reader's choice of weekday), said today; None: nothing is said.

    `records` are plans whose lives name the reader; what they may not see now is left out.
    """
    party = reader.party
    seen = read_plans(records, party.key)
    period = week_before(due_on, party.zone)
    found = findings(seen, period, today, party.key)
    if found.tell:
        return compose(found, period, today, party.lang, party.familiar, due_on if today > due_on else None)
    return _quiet_line(reader, seen, due_on, today) if seen and is_quiet_line_due(reader, due_on) else None


def so_far(party: Party, records: Iterable[Record], today: date) -> DigestCard | None:
    """The same for the seven days that end today, for somebody who asks; None when there is nothing to tell."""
    found = findings(read_plans(records, party.key), week_until(today, party.zone), today, party.key)
    return _told(party, found, today)


def as_readers_see(owner: Party, records: Iterable[Record], today: date) -> DigestCard | None:
    """What somebody who reads all shared plans of an owner would get now, in the owner's language."""
    found = findings(own_plans_shown(records), week_until(today, owner.zone), today, None)
    return _told(owner, found, today)


def _told(party: Party, found: Findings, today: date) -> DigestCard | None:
    period = week_until(today, party.zone)
    return compose(found, period, today, party.lang, party.familiar) if found.tell else None


def _quiet_line(reader: Reader, seen: tuple[Record, ...], due_on: date, today: date) -> Say:
    """Nothing happened in a month; how many plans run is a total, so only of five people's or more."""
    lang = reader.party.lang
    text = text_of("digest.quiet", lang).format(month=month(quiet_month(due_on), lang))
    running = sum(runs_as_planned(record, today) for record in seen)
    if running and len({record.ref.owner for record in seen}) >= FEWEST_OWNERS:
        text = f"{text} {counted('count.as_planned', running, lang)}"
    return Say("digest.quiet", text, "review")
